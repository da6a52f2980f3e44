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
from reportedly.coding.party import Party
from reportedly.coding.phrases import (
    covering,
    left_edge,
    name_tokens,
    says_former,
    window,
    within,
)
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Organisation, Person, Role, State

#: prepositions that say whose somebody is: "officials in Seoul", "president of France"
OF = ("of", "in", "from", "at", "within", "for", "with", "inside", "to")
#: nouns for a part of a state that stand for the state itself
PARTS = frozenset({"capital", "soil", "territory", "side", "government", "border", "state"})
PAIRS = frozenset(
    {"country", "nation", "side", "state", "neighbor", "neighbour", "capital", "ally"}
)
TITLES = {"Mr": "m", "Mr.": "m", "Mrs": "f", "Mrs.": "f", "Ms": "f", "Ms.": "f", "Miss": "f"}
KIN = dict.fromkeys(("husband", "brother", "son", "father", "uncle", "king", "prince"), "m")
KIN |= dict.fromkeys(("wife", "sister", "daughter", "mother", "aunt", "queen", "princess"), "f")
#: prepositions after a thing that say whose it is: "the arrest of X", "talks with X"
OWNERS = frozenset({"of", "by", "with", "from", "on", "against", "between"})
NO_NAMES = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "internet",
        "god",
        "english",
        "christmas",
    ]
)


class Resolver:
    """Resolves the noun phrases of one sentence. when: the article's date, ISO, or None."""

    def __init__(
        self,
        sentence: Sentence,
        names: list[Match],
        roles: list[Match],
        memory: Memory,
        when: str | None,
    ) -> None:
        self.sentence, self.names, self.memory, self.when = sentence, names, memory, when
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
        if word in FIRST:
            return tuple(party.at(i, i, i) for party in self._speaker(i))
        if word in PRONOUNS:
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
        for k in [k for k in heads if k not in subjects] + subjects[::-1]:
            for party in self.resolve(k):
                here.note(party)
        word = s.words[i].lower()
        found = here.pronoun(word) or self.memory.pronoun(word)
        if found is None and word in PLURAL:
            pair = here.two(person=True) or here.two(person=False)
            pair = pair or self.memory.two(person=True) or self.memory.two(person=False)
            return tuple(faded(party) for party in pair)
        if found is None:
            return tuple(faded(party) for party in self._ahead(i))
        return (faded(found),)

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

    def _named(self, known: Match, i: int, first: int) -> Party | None:
        if isinstance(known.entry, State):
            return self._state(known, i)
        if isinstance(known.entry, Organisation):
            return self._organisation(known, i)
        if isinstance(known.entry, Person):
            return self._person(known, i, first)
        return None

    def _state(self, known: Match, i: int) -> Party:
        state = known.entry
        assert isinstance(state, State)
        government = known.form in {"seat", "capital"}
        sectors = (state.sector,) if state.sector else ("GOV",) if government else ()
        return Party(
            first=known.first,
            last=known.last,
            head=i,
            name=state.name,
            country=state.code,
            sectors=sectors,
            actor_id=state.id,
            person=None if known.form == "people" else False,
            plural=known.form == "people",
            rules=(state.id,),
        )

    def _organisation(self, known: Match, i: int) -> Party | None:
        body = known.entry
        assert isinstance(body, Organisation)
        if known.form == "short" and body.id not in self.memory.seen_ids:
            return None
        return Party(
            first=known.first,
            last=known.last,
            head=i,
            name=body.name,
            country=body.country,
            sectors=body.sector,
            actor_id=body.id,
            person=False,
            rules=(body.id,),
        )

    def _person(self, known: Match, i: int, first: int) -> Party:
        person = known.entry
        assert isinstance(person, Person)
        offices = [o for o in person.offices if self._in_office(o.start, o.end)]
        office = offices[-1] if offices else None
        titles = within(self.roles, first, i)
        told = titles[-1].entry if titles else None
        role = told.name if isinstance(told, Role) else office.role if office else None
        sectors = told.sector if isinstance(told, Role) else (office.sector,) if office else ()
        former = says_former(self.sentence, left_edge(self.sentence, i), i)
        if not office and person.offices and not titles and self.when is not None:
            sectors, former = ("ELI",), True
        return Party(
            first=first if titles or former else known.first,
            last=known.last,
            head=i,
            name=person.name,
            country=person.country,
            sectors=sectors,
            role=role,
            former=former,
            actor_id=person.id,
            person=True,
            gender=self._title_gender(known.first),
            rules=(person.id, *(m.entry.id for m in titles[-1:])),
        )

    def _in_office(self, start: str | None, end: str | None) -> bool:
        if self.when is None:  # an undated text may be of any year
            return False
        day = self.when[:10]
        return (start is None or start <= day) and (end is None or day <= end)

    def _country(self, first: int, i: int) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
        """Return country, sectors and rules that names between first and i, or after i, bring."""
        for match in within(self.names, first, i):
            if isinstance(match.entry, State):
                return match.entry.code, (), (match.entry.id,)
            if isinstance(match.entry, Organisation) and match.form != "short":
                return match.entry.country, match.entry.sector, (match.entry.id,)
            if isinstance(match.entry, Person) and match.last < i:
                return match.entry.country, (), (match.entry.id,)
        return self._country_after(i) or self._country_of_owner(i)

    def _country_of_owner(self, i: int) -> tuple[str | None, tuple[str, ...], tuple[str, ...]]:
        """Return the country of a possessor that only memory knows: "his foreign minister"."""
        s = self.sentence
        for k in s.kids(i, "poss"):
            for party in self.resolve(k):
                return party.country, (), party.rules
        return None, (), ()

    def _country_after(self, i: int) -> tuple[str | None, tuple[str, ...], tuple[str, ...]] | None:
        s = self.sentence
        for p in s.kids(i, "prep"):
            if s.words[p].lower() not in OF:
                continue
            for k in s.kids(p, "pobj"):
                party = next(iter(self.resolve(k) or self.owner(k)), None)
                if party and party.country:
                    body = party.person is False and not _is_state(party)
                    return party.country, party.sectors if body else (), party.rules
        return None

    def _role(self, role: Match, i: int, first: int) -> Party:
        """Return the party of a phrase whose head is a role noun, with its apposed name."""
        s, entry = self.sentence, role.entry
        assert isinstance(entry, Role)
        first = min(first, role.first)
        country, more, rules = self._country(first, i)
        plural = s.tags[i] in {"NNS", "NNPS"}
        name = self._apposed(i) if entry.person and not plural else None
        former = says_former(s, left_edge(s, i), i)
        if name is None and entry.person and not plural and self._definite(i):
            holder = self.memory.role_holder(entry.name, country)
            if holder is not None:
                return faded(holder).at(first, i, i)
        return Party(
            first=first,
            last=i,
            head=i,
            name=name or s.slice(first, i),
            country=country,
            sectors=tuple(dict.fromkeys((*entry.sector, *more))),
            role=entry.name,
            former=former,
            named=entry.named or name is not None,
            person=entry.person if entry.person and not plural else False if not plural else None,
            plural=plural,
            collective=entry.collective,
            gender=KIN.get(entry.name),
            rules=(entry.id, *rules),
        )

    def _shared(self, role: Match, i: int, first: int) -> tuple[Party, ...]:
        """Return one party a country of "Armenian and Azerbaijani forces", or ()."""
        s = self.sentence
        if spread := self._spread(role, i, first):
            return spread
        states = [m for m in within(self.names, first, i) if isinstance(m.entry, State)]
        joined = {word.lower() for word in s.words[first:i]} & {"and", "or", ","}
        if len(states) < 2 or not joined or role.first <= states[-1].last:
            return ()
        whole = self._role(role, i, first)
        found = []
        for match in states:
            assert isinstance(match.entry, State)
            last = i if match is states[-1] else match.last
            name = f"{s.slice(match.first, match.last)} {s.slice(role.first, role.last)}"
            found.append(
                replace(
                    whole,
                    first=match.first,
                    last=last,
                    name=name,
                    country=match.entry.code,
                    rules=(role.entry.id, match.entry.id),
                )
            )
        return tuple(found)

    def _spread(self, role: Match, i: int, first: int) -> tuple[Party, ...]:
        """Return one party a country of "lawmakers in Poland and Hungary", or ()."""
        s = self.sentence
        if within(self.names, first, i):
            return ()
        for p in s.kids(i, "prep"):
            heads = [c for k in s.kids(p, "pobj") for c in s.conjuncts(k)]
            states = [q for c in heads for q in self.resolve(c) if _is_state(q)]
            if s.words[p].lower() in OF and len(states) > 1:
                whole = self._role(role, i, first)
                return tuple(
                    replace(
                        whole,
                        name=f"{whole.name} ({state.name})",
                        country=state.country,
                        rules=(role.entry.id, *state.rules),
                    )
                    for state in states
                )
        return ()

    def _definite(self, i: int) -> bool:
        s = self.sentence
        return any(s.words[k].lower() == "the" for k in s.kids(i, "det"))

    def _apposed(self, i: int) -> str | None:
        """Return the name in apposition to a role: "the minister, Anna Keller"."""
        s = self.sentence
        for k in s.kids(i, "appos"):
            if s.is_proper(k) and not covering(self.roles, k):
                first, last = name_tokens(s, k, self.roles)
                return s.slice(first, last)
        return None

    def _proper(self, i: int, first: int) -> Party:
        """Return the party of a proper name that no entry knows: introduced here, or remembered."""
        s = self.sentence
        titles = within(self.roles, first, i)
        begin, last = name_tokens(s, i, [*self.names, *self.roles])
        name = s.slice(begin, last)
        if titles:
            return self._titled(titles[-1], name, first, i)
        for k in s.kids(i, "appos"):
            role = covering(self.roles, k)
            if role is not None and isinstance(role.entry, Role) and role.entry.person:
                edge, _ = window(s, k)
                party = self._role(role, k, edge)
                return _renamed(party, name).at(begin, last, i)
        known = self.memory.person(name) or self.memory.person(s.words[i])
        if known is not None and (begin == i or known.name == name):
            return faded(known).at(begin, last, i)
        country, _, rules = self._country(first, i)
        gender = self._title_gender(begin)
        return Party(
            first=first,
            last=i,
            head=i,
            name=s.slice(first, i),
            country=country,
            person=True if gender else None,
            gender=gender,
            rules=rules,
        )

    def _title_gender(self, first: int) -> str | None:
        """Return the gender that a title at token first, or just before it, gives."""
        words = self.sentence.words
        near = (words[first], words[first - 1] if first else "")
        return next((TITLES[word] for word in near if word in TITLES), None)

    def _titled(self, title: Match, name: str, first: int, i: int) -> Party:
        entry = title.entry
        assert isinstance(entry, Role)
        country, more, rules = self._country(first, i)
        return Party(
            first=first,
            last=i,
            head=i,
            name=name,
            country=country,
            sectors=tuple(dict.fromkeys((*entry.sector, *more))),
            role=entry.name,
            former=says_former(self.sentence, left_edge(self.sentence, i), i),
            person=entry.person,
            rules=(entry.id, *rules),
        )

    def owner(self, i: int) -> tuple[Party, ...]:
        """Return whoever the thing headed by token i belongs to or comes from."""
        s = self.sentence
        found = [p for k in s.kids(i, "poss") for c in s.conjuncts(k) for p in self.resolve(c)]
        if found:
            return tuple(found)
        first, _ = window(s, i)
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


def _is_state(party: Party) -> bool:
    return bool(party.actor_id and party.actor_id.startswith("state."))


def _renamed(party: Party, name: str) -> Party:
    return replace(party, name=name, named=True)
