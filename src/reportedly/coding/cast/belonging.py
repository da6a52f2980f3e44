"""Whose the figures of an article are, by words that stand apart from what names them.

"She is a Norwegian lawyer", "her Swedish citizenship", "The 37-year-old American …", "A Danish
baker … Jon Dale, 24, …"; and offices by whoever has them: "its prime minister", "whose envoy".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.coding.cast.countries import OFFICIAL
from reportedly.coding.cast.figures import Figure
from reportedly.coding.cast.memory import NATIONAL
from reportedly.coding.cast.mentioned import Mentioned
from reportedly.coding.cast.party import Sort
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.mentions.noun_phrases import covering, left_edge, within
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Role, State
from reportedly.records import MentionForm

#: forms of a state's name that tell of a person whose he is
OF_PEOPLE = frozenset({"adjective", "people", "one"})
#: sectors of those who serve a state, or run for it: "his own party"
OFFICES = OFFICIAL | {"PTY"}
#: how sure the link of a possessive must be to tell whose an office is; states have few offices
SURE = 0.5
#: a figure and the country that some words tell of it
Told = tuple[Figure, str]


@dataclass(frozen=True, slots=True)
class Belonging:
    """The figures of an article at their spots, with its sentences by number."""

    resolvers: Mapping[int, Resolver]
    at: Mapping[tuple[int, int], Figure]
    _rows: dict[int, list[Figure]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for (row, _), figure in self.at.items():
            self._rows.setdefault(row, []).append(figure)

    def tell(self, figures: Sequence[Figure]) -> None:
        """Give figures without a country the one that other words of the article tell."""
        rows = sorted(self.resolvers)
        for number, before in zip(rows, [None, *rows], strict=False):
            _give(self._by_predicates(number))
            _give(self._by_citizenship(number))
            if before is not None:
                _give(self._by_nationals(number, before))
                _give(self._after_a_lede(number, before))
        for _ in range(2):  # "Its premier … his cabinet"
            for figure in figures:
                if figure.country is None and _holds_office(figure):
                    _give((figure, code) for code in self._by_owners(figure))

    def _by_predicates(self, number: int) -> Iterator[Told]:
        """Yield of whom a nationality is told: "She was one of eight British nationals"."""
        resolver = self.resolvers[number]
        s = resolver.sentence
        for k in range(len(s)):
            verb = s.heads[k]
            if s.deps[k] != "attr" or s.lemmas[verb] != "be":
                continue
            figure = self._subject(number, verb)
            country = _national(resolver, _one_of(s, k))
            if figure is not None and country is not None:
                yield figure, country

    def _subject(self, number: int, verb: int) -> Figure | None:
        """Return the one person that a verb's subject means: "Dale is believed to have been …"."""
        s = self.resolvers[number].sentence
        for v in (verb, *s.path(verb)):
            subjects = s.kids(v, "nsubj", "nsubjpass")
            if subjects:
                figure = self.at.get((number, subjects[0]))
                alone = figure is not None and figure.sort in {None, Sort.PERSON}
                return figure if alone and not s.among(verb, "negations") else None
            if s.deps[v] != "xcomp":
                return None
        return None

    def _by_citizenship(self, number: int) -> Iterator[Told]:
        """Yield whose citizenship, passport or nationality is told: "her Swedish passport"."""
        resolver = self.resolvers[number]
        s = resolver.sentence
        for i in range(len(s)):
            if not s.among(i, "citizenship_nouns") or "dual" in s.lemmas:
                continue
            owner = next((self.at.get((number, k)) for k in s.kids(i, "poss")), None)
            states = [
                m.entry.code
                for m in within(resolver.scene.names, left_edge(s, i), i)
                if isinstance(m.entry, State)
            ]
            if owner is not None and len(states) == 1 and owner.sort in {None, Sort.PERSON}:
                yield owner, states[0]

    def _by_nationals(self, number: int, before: int) -> Iterator[Told]:
        """Yield the person that the sentence before was about: "The 37-year-old American …"."""
        resolver = self.resolvers[number]
        s = resolver.sentence
        for i in s.kids(s.root, "nsubj", "nsubjpass"):
            party = next(iter(resolver.resolve(i)), None)
            pointed = any(s.words[k].lower() == "the" for k in s.kids(i, "det"))
            if party is None or party.role != NATIONAL or not party.person or not pointed:
                continue
            about = [one for one in self._people(before) if one.name is not None]
            if party.country is not None and len(about) == 1:
                yield about[0], party.country

    def _after_a_lede(self, number: int, before: int) -> Iterator[Told]:
        """Yield whom the sentence names that the one before described: "A Danish baker … / Jon
        Dale, 24, …"."""
        s = self.resolvers[number].sentence
        named = [
            figure
            for figure in self._people(number)
            if figure.links[0].mention.number == number and _with_age(s, figure.links[0].mention)
        ]
        told = [
            one
            for one in self._people(before)
            if one.name is None
            and one.country is not None
            and one.links[0].mention.number == before
            and not one.links[0].mention.definite
        ]
        if len(named) == len(told) == 1 and _agree(named[0], told[0]):
            yield named[0], str(told[0].country)

    def _people(self, number: int) -> list[Figure]:
        """Return the single persons that a sentence speaks of, each once."""
        found: dict[int, Figure] = {}
        for figure in self._rows.get(number, ()):
            alone = figure.sort in {None, Sort.PERSON} and not figure.several
            if alone and (figure.sort or figure.gender):
                found.setdefault(id(figure), figure)
        return list(found.values())

    def _by_owners(self, figure: Figure) -> Iterator[str]:
        """Yield the countries of whoever has the office: "its premier", "the country's army"."""
        for link in figure.links:
            mention = link.mention
            if mention.form is MentionForm.PRONOUN or (link.reason == "description"):
                continue
            s = self.resolvers[mention.number].sentence
            if s.among(mention.head, "related_people"):
                continue  # "its neighbours"
            for k in s.kids(mention.head, "poss"):
                yield from self._whose(mention.number, k)

    def _whose(self, number: int, k: int) -> Iterator[str]:
        """Yield the country of the state or official that a possessive means: "its", "whose"."""
        s = self.resolvers[number].sentence
        if s.tags[k] == "WP$":
            clause = next((up for up in s.path(k) if s.deps[up] == "relcl"), None)
            k = s.heads[clause] if clause is not None else k
        figure = self.at.get((number, k))
        links = figure.links if figure is not None else ()
        spots = [x.sure for x in links if (x.mention.number, x.mention.head) == (number, k)]
        if figure is not None and figure.country is not None and max(spots, default=0) >= SURE:
            if figure.sort is Sort.STATE or _holds_office(figure):
                yield figure.country
        elif s.words[k] == "Its" and (figure is None or figure.party is None):
            yield from self._state_before(number)
        elif s.among(k, "paired_nouns") and (figure is None or figure.country is None):
            yield from self._countries_before(number, k)

    def _state_before(self, number: int) -> Iterator[str]:
        """Yield the state that the sentence before was about: "Belize thanked … Its premier"."""
        if number - 1 not in self.resolvers:
            return
        s = self.resolvers[number - 1].sentence
        for i in s.kids(s.root, "nsubj", "nsubjpass"):
            figure = self.at.get((number - 1, i))
            if figure is not None and figure.sort is Sort.STATE and figure.country is not None:
                yield figure.country

    def _countries_before(self, number: int, k: int) -> Iterator[str]:
        """Yield the only country that was told last before "the country": "Turkish officials"."""
        for row, end in ((number, k), (number - 1, None)):
            names = self.resolvers[row].scene.names if row in self.resolvers else ()
            told = {m.entry.code for m in names if isinstance(m.entry, State)
                    and (end is None or m.last < end)}  # fmt: skip
            if told:
                yield from told
                return


def _agree(one: Figure, other: Figure) -> bool:
    return None in (one.gender, other.gender) or one.gender == other.gender


def _give(told: Iterable[Told]) -> None:
    """Give each figure without a country the one that is told of it, if it is only one."""
    votes: dict[int, tuple[Figure, set[str]]] = {}
    for figure, country in told:
        votes.setdefault(id(figure), (figure, set()))[1].add(country)
    for figure, countries in votes.values():
        if figure.country is None and len(countries) == 1:
            figure.belongs_to(countries.pop())


def _one_of(s: Sentence, k: int) -> int:
    """Return of whom the predicate tells: "one of eight nationals" → nationals."""
    if s.lemmas[k] != "one":
        return k
    return next((o for p in s.kids(k, "prep") for o in s.kids(p, "pobj")), k)


def _national(resolver: Resolver, i: int) -> str | None:
    """Return the country of people that noun i names by a nationality, None for another noun."""
    s = resolver.sentence
    role = covering(resolver.scene.roles, i)
    known = covering(resolver.scene.names, i)
    person = role is not None and isinstance(role.entry, Role) and role.entry.person
    if not person and known is None and not s.among(i, "people_nouns"):
        return None
    told = [
        m
        for m in within(resolver.scene.names, left_edge(s, i), i)
        if isinstance(m.entry, State) and m.form in OF_PEOPLE and s.heads[m.last] in {i, s.heads[i]}
    ]
    return told[0].entry.code if len(told) == 1 and isinstance(told[0].entry, State) else None


def _with_age(s: Sentence, mention: Mentioned) -> bool:
    """Return whether a full name stands with an age: "Jon Dale, 24, …"."""
    behind = mention.last + 1
    if mention.form is not MentionForm.NAME or mention.first == mention.last:
        return False
    return behind + 1 < len(s) and s.words[behind] == "," and s.tags[behind + 1] == "CD"


def _holds_office(figure: Figure) -> bool:
    party = figure.party
    return party is not None and bool(OFFICES & set(party.sectors))
