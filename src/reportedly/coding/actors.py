"""Who a noun phrase names, put together from its parts: demonym + role + name.

"Russian Defense Minister Sergei Shoigu" is RUS, GOV, role "defense minister". What the
phrase leaves out ("Shoigu", "he", "both leaders") comes from the article's memory; what
nobody says stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from reportedly.coding.gazetteer import Match
from reportedly.coding.memory import FIRST, PLURAL, PRONOUNS, Memory, faded
from reportedly.coding.naming import Namer
from reportedly.coding.party import Party
from reportedly.coding.phrases import (
    covering,
    window,
    within,
)
from reportedly.coding.sentence import Sentence

#: nouns for a part of a state that stand for the state itself
PARTS = frozenset({"capital", "soil", "territory", "side", "government", "border", "state"})
PAIRS = frozenset(
    {"country", "nation", "side", "state", "neighbor", "neighbour", "capital", "ally"}
)
#: prepositions after a thing that say whose it is: "the arrest of X", "talks with X"
OWNERS = frozenset({"of", "by", "with", "from", "on", "against", "between"})
NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december internet god english christmas".split()
)


class Resolver(Namer):
    """Resolves the noun phrases of one sentence. when: the article's date, ISO, or None."""

    def __init__(
        self,
        sentence: Sentence,
        names: list[Match],
        roles: list[Match],
        memory: Memory,
        when: str | None,
    ) -> None:
        super().__init__(sentence, names, memory, when)
        self.speakers: list[tuple[frozenset[int], Party]] = []
        self.roles = [r for r in roles if not self._inside_name(r)]
        self._known: dict[int, tuple[Party, ...]] = {}

    def _inside_name(self, role: Match) -> bool:
        inside = covering(self.names, role.last)
        return inside is not None and inside.first <= role.first and inside.last >= role.last

    def parties(self, tokens: Iterable[int], *, owners: bool = True) -> tuple[Party, ...]:
        """Return who the head tokens name, in order, nobody twice.

        owners: where a token names a thing, take whoever it belongs to ("Iran's exports").
        """
        found: list[Party] = []
        for i in tokens:
            for party in self.resolve(i) or (self.owner(i) if owners else ()):
                if not any(party.same(other) for other in found):
                    found.append(party)
        return tuple(found)

    def resolve(self, i: int) -> tuple[Party, ...]:
        """Return who the noun phrase headed by token i names; () when it names nobody."""
        if i not in self._known:
            self._known[i] = ()
            self._known[i] = self._resolve(i)
        return self._known[i]

    def _resolve(self, i: int) -> tuple[Party, ...]:
        s = self.sentence
        word = s.words[i].lower()
        if word in FIRST and s.tags[i] in {"PRP", "PRP$"}:
            return tuple(party.at(i, i, i) for party in self._speaker(i))
        if word in PRONOUNS and s.tags[i] in {"PRP", "PRP$"}:
            return tuple(party.at(i, i, i) for party in self._pronoun(i))
        first, last = window(s, i)
        while first < i and s.tags[first] == "RB":  # "even Jordan", "only the army"
            first += 1
        if pair := self._pair(i, first):
            return pair
        known = covering(self.names, i)
        if known is not None:
            party = self._named(known, i, first)
            return (party,) if party else ()
        role = covering(self.roles, i)
        if role is not None:
            return self._shared(role, i, first) or (self._role(role, i, first),)
        if s.lemmas[i] in PARTS and (owners := self.owner(i)):
            return tuple(owner.at(first, last, i) for owner in owners)
        if s.is_proper(i) and word not in NO_NAMES and len(word) > 1:
            return (self._proper(i, first),)
        return ()

    def _speaker(self, i: int) -> tuple[Party, ...]:
        """Return who says "we" or "I" at token i: the source of the quotation it stands in."""
        for content, party in self.speakers:
            if i in content:
                return (faded(party),)
        return ()

    def _pronoun(self, i: int) -> tuple[Party, ...]:
        """Return who a pronoun stands for, looking back in the sentence, then in the article."""
        here = Memory()
        s = self.sentence
        heads = [k for k in range(i) if s.is_noun(k) and s.deps[k] not in {"compound", "amod"}]
        subjects = [k for k in heads if s.deps[k] in {"nsubj", "nsubjpass"}]
        own = self._own_subjects(i)
        for k in [k for k in heads if k not in subjects] + subjects[::-1]:
            for party in self.resolve(k) if k not in own else ():
                here.note(party)
        word = s.words[i].lower()
        if word in PLURAL and (several := self._several(i)):
            return tuple(faded(party) for party in several)
        barred = [party for k in own for party in self.resolve(k)]
        if word in {"he", "she"} and (speaker := self._unknown_speaker(i)):
            return (faded(speaker),)
        found = here.pronoun(word) or self.memory.pronoun(word)
        if found is not None and any(found.same(party) for party in barred):
            return ()
        if found is None and word in PLURAL:
            pair = here.two(person=True) or here.two(person=False)
            pair = pair or self.memory.two(person=True) or self.memory.two(person=False)
            return tuple(faded(party) for party in pair)
        if found is None:
            return tuple(faded(party) for party in self._ahead(i))
        return (faded(found),)

    def _unknown_speaker(self, i: int) -> Party | None:
        """Return a name that nobody knows, as subject of the clause above: "Ham said he backs"."""
        s = self.sentence
        for up in s.path(i):
            for k in s.kids(up, "nsubj") if s.deps[up] in {"ROOT", "conj"} else ():
                said = any(s.deps[t] == "ccomp" and s.heads[t] == up for t in (i, *s.path(i)))
                if said and k < i and s.is_proper(k) and s.tags[k] == "NNP":
                    party = next(iter(self.resolve(k)), None)
                    if party is not None and party.person is None and party.country is None:
                        return replace(party, person=True)
        return None

    def _own_subjects(self, i: int) -> list[int]:
        """Return the subjects of the verb that pronoun i is object of: "police beat them"."""
        s = self.sentence
        if s.deps[i] not in {"dobj", "dative"}:
            return []
        verb = s.heads[i]
        while s.deps[verb] == "conj" and s.kid(verb, "nsubj", "nsubjpass") is None:
            verb = s.heads[verb]
        return [c for k in s.kids(verb, "nsubj") for c in s.conjuncts(k)]

    def _several(self, i: int) -> list[Party]:
        """Return the coordinated subject of a clause above "they": "A and B agreed that they"."""
        s = self.sentence
        for up in s.path(i):
            for k in s.kids(up, "nsubj"):
                together = s.conjuncts(k)
                barred = set(together) & set(self._own_subjects(i))
                if k < i and len(together) > 1 and i not in together and not barred:
                    return [party for c in together for party in self.resolve(c)]
        return []

    def _ahead(self, i: int) -> tuple[Party, ...]:
        """Return the main clause's subject for a pronoun before it: "Before it fell, Kabul …"."""
        s = self.sentence
        inside = any(s.deps[up] == "advcl" for up in (i, *s.path(i)))
        for k in s.kids(s.root, "nsubj", "nsubjpass"):
            if inside and k > i and s.words[k].lower() not in PRONOUNS:
                return self.resolve(k)
        return ()

    def _pair(self, i: int, first: int) -> tuple[Party, ...]:
        """Return the two parties of "both leaders", "the two countries", or ()."""
        s = self.sentence
        before = {word.lower() for word in s.words[max(0, first - 1) : i]}
        if not before & {"two", "both", "neither"}:
            return ()
        lemma = s.lemmas[i]
        if lemma not in PAIRS and covering(self.roles, i) is None:
            return ()
        if covering(self.names, i) or self._country(first, i)[0]:
            return ()
        pair = self.memory.two(person=lemma not in PAIRS)
        return tuple(faded(party).at(first, i, i) for party in pair)

    def owner(self, i: int) -> tuple[Party, ...]:
        """Return whoever the thing headed by token i belongs to or comes from."""
        s = self.sentence
        found = [p for k in s.kids(i, "poss") for c in s.conjuncts(k) for p in self.resolve(c)]
        first, _ = window(s, i)
        pronoun = any(s.tags[k] == "PRP$" for k in s.kids(i, "poss"))
        if found and not (pronoun and within(self.names, first, i - 1)):
            return tuple(found)
        for match in within(self.names, first, i - 1):
            party = self._named(match, match.last, match.first)
            if party is not None:
                return (party,)
        for p in s.kids(i, "prep"):
            if s.words[p].lower() in OWNERS:
                heads = [c for k in s.kids(p, "pobj") for c in s.conjuncts(k)]
                found += [q for k in heads for q in self.resolve(k)]
        return tuple(found)

    def adjective(self, i: int) -> tuple[Party, ...]:
        """Return who a modifier names: "Saudi airstrikes", "U.S. sanctions"."""
        known = covering(self.names, i)
        if known is not None and known.last == i:
            party = self._named(known, i, known.first)
            return (party,) if party else ()
        role = covering(self.roles, i)
        if role is not None and role.last == i:
            return (self._role(role, i, role.first),)
        return ()
