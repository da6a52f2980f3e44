"""Who a noun phrase names, put together from its parts: demonym + role + name.

"Russian Defense Minister Sergei Shoigu" is RUS, GOV, role "defense minister". What the
phrase leaves out ("Shoigu", "he", "both leaders") comes from the article's memory; what
nobody says stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.coding.cast.antecedents import kind_of
from reportedly.coding.cast.bindings import meant
from reportedly.coding.cast.countries import country_of
from reportedly.coding.cast.known import known_party
from reportedly.coding.cast.memory import Number, Pronoun, faded
from reportedly.coding.cast.nationals import joined_nationals
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.pronouns import pronoun
from reportedly.coding.cast.proper import proper_party
from reportedly.coding.cast.roles import role_party, shared_role
from reportedly.coding.cast.scene import Scene, Speaker
from reportedly.coding.cast.standing import Standing
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import (
    counts_people,
    covering,
    name_tokens,
    plain_person,
    window,
    within,
)
from reportedly.coding.sentences.model import lemma_rules
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Organisation

#: where "a 19-year-old" is somebody, and not how old somebody is
AGED = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "appos"})


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves the noun phrases of one scene. Answers are remembered; they never change.

    cast: who stands at which heads by the whole article, once that is known
    """

    scene: Scene
    cast: Mapping[int, Standing] = field(default_factory=dict)
    _known: dict[int, tuple[Party, ...]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.scene.sentence

    def hearing(self, speakers: Sequence[Speaker]) -> Resolver:
        """Return a resolver that knows who speaks; what was asked before is asked anew."""
        return Resolver(replace(self.scene, speakers=tuple(speakers))) if speakers else self

    def knowing(self, cast: Mapping[int, Standing]) -> Resolver:
        """Return a resolver that knows the whole article's cast."""
        return Resolver(self.scene, cast)

    def resolve(self, i: int) -> tuple[Party, ...]:
        """Return who the noun phrase headed by token i names; () when it names nobody."""
        if i not in self._known:
            self._known[i] = ()  # stops a cycle: "the minister of his country"
            self._known[i] = self._told(i)
        return self._known[i]

    def _told(self, i: int) -> tuple[Party, ...]:
        """Return who token i names, with what the rest of the article tells of them."""
        standing, found = self.cast.get(i), self._resolve(i)
        if standing is None or len(found) > 1:
            return found
        if standing.own:
            return tuple(standing.completing(party) for party in found)
        if not standing.sure:
            found = self._unsure(i, found)
            owned = self.sentence.kid(i, "poss") is not None  # "her commanders" are not of hers
            return found if owned else tuple(standing.placing(party) for party in found)
        if not standing.told and self.sentence.tags[i] == "PRP$":
            return found  # "users unlock their accounts": whoever cannot act here owns nothing
        first, last = (i, i) if self.sentence.tags[i][:3] == "PRP" else window(self.sentence, i)
        return standing.at(first, last)

    def _unsure(self, i: int, found: tuple[Party, ...]) -> tuple[Party, ...]:
        """Return who token i is where it is open; a free pronoun is nobody then."""
        s = self.sentence
        free = s.tags[i] == "PRP" and not s.among(i, "first_pronouns") and meant(s, i) is None
        kind = kind_of(s, i) if free and found else None
        return found if kind is None else self.unknown(i, kind)

    def _resolve(self, i: int) -> tuple[Party, ...]:
        s = self.sentence
        word = s.words[i].lower()
        if s.tags[i] in {"PRP", "PRP$"}:
            found = self._pronoun(i)
            if found is not None:
                return tuple(party.at(i, i, i) for party in found)
        first, last = window(s, i)
        while first < i and s.tags[first] in {"RB", "HYPH"}:  # "even Jordan", "then-President"
            first += 1
        if pair := self._pair(i, first):
            return pair
        known = covering(self.scene.names, i)
        if known is not None:
            party = known_party(self.scene, known, i, first)
            if party is not None:
                return (*self._shared(known, i), party)
            return self._short(known, i, first)
        role = covering(self.scene.roles, i)
        if role is not None:
            shared = shared_role(self.scene, self, role, i, first)
            return shared or (role_party(self.scene, self, role, i, first),)
        if s.among(i, "state_parts") and (owners := self.owner(i)):
            return tuple(owner.at(first, last, i) for owner in owners)
        if s.is_proper(i) and not s.among(i, "no_names") and len(word) > 1:
            return (proper_party(self.scene, self, i, first),)
        if s.among(i, "crowd_numbers") or counts_people(s, i):
            return self._crowd(first, i)
        if s.among(i, "age_heads") and s.kid(i, "npadvmod") == i - 2 and s.deps[i] in AGED:
            return (Party(first=first, last=i, head=i, name=s.slice(first, i), named=False,
                          person=True),)  # fmt: skip
        return self._surname(i) if first == i and s.words[i][0].isupper() else ()

    def _short(self, known: Match, i: int, first: int) -> tuple[Party, ...]:
        """Return the unknown body that a short name names before the article has told whose it is.

        "Sued Orange over a patent": not a fruit, but nobody knows which body it is.
        """
        s = self.sentence
        written = s.tags[i] == "NNP" and s.deps[i] in {"nsubj", "nsubjpass", "dobj", "conj"}
        if not written or i == 0 or known.form != "short":
            return ()
        return (proper_party(self.scene, self, i, first),)

    def _surname(self, i: int) -> tuple[Party, ...]:
        """Return the person of the article whose rare name the tagger took for a common noun."""
        s, memory = self.sentence, self.scene.memory
        if s.tags[i] != "NN" or s.words[i].lower() in lemma_rules()["noun"].lemmas:
            return ()
        known = memory.person(s.words[i]) or memory.namesake(s.words[i])
        return (faded(known).at(i, i, i),) if known is not None else ()

    def _crowd(self, first: int, i: int) -> tuple[Party, ...]:
        """Return the people of whom only the number is told: "thousands marched", "two refused"."""
        s = self.sentence
        alone = s.deps[i] in {"nsubj", "nsubjpass", "dobj"} and not s.kid(i, "prep", "nummod")
        if not alone or (i + 1 < len(s) and s.lemmas[i + 1] == "more"):
            return ()
        name = s.slice(first, i)
        return (Party(first=first, last=i, head=i, name=name, named=False, plural=True),)

    def _shared(self, known: Match, i: int) -> tuple[Party, ...]:
        """Return whoever shares the last word of a name: "North and South Korea"."""
        if people := joined_nationals(self.scene, known, i):
            return people
        s, other = self.sentence, covering(self.scene.names, known.first - 2)
        if (
            other is None
            or known.first == known.last
            or not s.among(known.first - 1, "list_joiners")
        ):
            return ()
        apart = s.deps[other.last] == "conj" or i in s.conjuncts(other.last)
        cut = s.words[other.last] != s.words[known.last] and other.last == known.first - 2
        if apart or not cut or i not in s.path(other.last):
            return ()
        party = known_party(self.scene, other, other.last, other.first)
        return (party,) if party else ()

    def _pronoun(self, i: int) -> tuple[Party, ...] | None:
        """Return who a pronoun stands for; None for one that stands for nobody in the article."""
        if self.sentence.among(i, "first_pronouns"):
            return self._speaking(i)
        kind = kind_of(self.sentence, i)
        if kind is None:
            return None
        return pronoun(self.scene, self, i, kind) or self._somebody(i, kind)

    def _speaking(self, i: int) -> tuple[Party, ...]:
        """Return whom "I" or "we" means: whoever speaks; "we" of one person is that one's side."""
        speaker, s = self.scene.speaker(i), self.sentence
        if speaker is None:
            return ()
        if speaker.person is not True or not s.among(i, "several_speakers"):
            return (faded(speaker),)
        side = Party(first=i, last=i, head=i, name=s.words[i], named=False, plural=True)
        return (replace(side, country=speaker.country, sectors=speaker.sectors),)

    def _somebody(self, i: int, kind: Pronoun) -> tuple[Party, ...]:
        """Return the person or people that a pronoun stands for where nobody knows who."""
        s = self.sentence
        itself = s.lemmas[i].endswith(("self", "selves"))
        if s.tags[i] != "PRP" or kind.number is Number.THING or itself:
            return ()
        return self.unknown(i, kind)

    def unknown(self, i: int, kind: Pronoun) -> tuple[Party, ...]:
        """Return the party that a pronoun names, though nobody knows who it is."""
        s = self.sentence
        several = kind.number is Number.SEVERAL
        somebody = Party(first=i, last=i, head=i, name=s.words[i], named=False, unknown=True)
        person = {Number.PERSON: True, Number.THING: False}.get(kind.number)
        return (replace(somebody, plural=several, person=person, gender=kind.gender),)

    def _pair(self, i: int, first: int) -> tuple[Party, ...]:
        """Return the two parties of "both leaders", "the two countries", or ()."""
        s = self.sentence
        if "pair_words" not in s.kinds:
            return ()
        told = [k for k in range(max(0, first - 1), i) if s.among(k, "pair_words")]
        if not told or any(s.words[k - 1].lower() == "or" for k in told):  # "one or two jurors"
            return ()
        states = s.among(i, "paired_nouns")
        if not states and covering(self.scene.roles, i) is None:
            return ()
        if covering(self.scene.names, i) or self.country(first, i):
            return ()
        pair = self.scene.memory.two(person=not states, together=s.lemmas[i] in {"side", "party"})
        return tuple(faded(party).at(first, i, i) for party in pair)

    def country(self, first: int, i: int) -> str | None:
        """Return the country that the noun phrase from first to its head i names, or None."""
        return country_of(self.scene, self, first, i)[0]

    def town(self, i: int) -> str | None:
        """Return the country of the town or region that token i names by a bare name, or None.

        A name that is somebody's in the article, or that bears a title, is no town's.
        """
        s, scene = self.sentence, self.scene
        named = s.is_proper(i) or (i > 0 and s.is_noun(i) and s.words[i][0].isupper())
        if not named or covering(scene.names, i) or covering(scene.roles, i):
            return None
        first, last = name_tokens(s, i, [*scene.names, *scene.roles])
        titled = first > 0 and s.among(first - 1, "titles")
        if titled or scene.memory.person(s.slice(first, last)) is not None:
            return None
        if first == last and scene.memory.namesake(s.words[i]) is not None:
            return None  # "Anna Keller … Keller's attacks": no town of Texas
        return scene.city_country(s, first, last)

    def owner(self, i: int, *, acting: bool = False) -> tuple[Party, ...]:
        """Return whoever the thing headed by token i belongs to or comes from.

        acting: whether the thing does something: what is done by "an attack on Mali", "a deal
        with Mali" is not done by Mali.
        """
        s = self.sentence
        if s.among(i, "people_of_somebody") or self._of_hers(i, acting) or plain_person(s, i):
            return ()  # "her friends": not she; "Kenyan fishmongers": not Kenya
        possessors = s.kids(i, "poss")
        found = [p for k in possessors for c in s.conjuncts(k) for p in self.resolve(c)]
        if s.among(i, "suffered_acts"):  # "condemned his arrest": not him
            return tuple(party for party in found if party.person is False)
        first, _ = window(s, i)
        inside = within(self.scene.names, first, i - 1)
        if found and not (inside and any(s.tags[k] == "PRP$" for k in possessors)):
            return tuple(found)
        posted = s.among(i, "posted_nouns")  # "Facebook posts": where they stand, not whose
        for match in inside:
            if posted and isinstance(match.entry, Organisation):
                continue
            party = known_party(self.scene, match, match.last, match.first)
            if party is not None:
                return (party,)
        for p in s.kids(i, "prep"):
            own = not acting and s.among(p, "owner_prepositions")
            if own or s.among(p, "source_prepositions"):
                heads = [c for k in s.kids(p, "pobj") for c in s.conjuncts(k)]
                found += [q for k in heads for q in self.resolve(k)]
        return tuple(found)

    def _of_hers(self, i: int, acting: bool) -> bool:
        """Return whether noun i is people who are somebody's: "his gardeners", "her campaign"."""
        s = self.sentence
        owners = s.kids(i, "poss")
        hers = [k for k in owners if s.tags[k] == "PRP$"]
        person = any(s.among(k, "masculine") or s.among(k, "feminine") for k in hers)
        people = s.among(i, "people_nouns") or (person and acting and s.among(i, "body_nouns"))
        return bool(owners) and s.tags[i] in {"NN", "NNS"} and people

    def adjective(self, i: int) -> tuple[Party, ...]:
        """Return who a modifier names: "Saudi airstrikes", "U.S. sanctions"."""
        known = covering(self.scene.names, i)
        if known is not None and known.last == i:
            party = known_party(self.scene, known, i, known.first)
            return (party,) if party else ()
        role = covering(self.scene.roles, i)
        if role is not None and role.last == i:
            return (role_party(self.scene, self, role, i, role.first),)
        return ()
