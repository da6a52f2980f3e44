"""Figures: whoever or whatever an article speaks of, as it grows mention by mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.coding.cast.memory import Number, Pronoun, has_name
from reportedly.coding.cast.mentioned import Mentioned, slot_of
from reportedly.coding.cast.party import Party, Sort
from reportedly.coding.mentions.noun_phrases import is_initials, left_edge
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import MentionForm

#: sorts that one figure may have by different words
AKIN = {frozenset({Sort.BODY, Sort.PEOPLE}), frozenset({Sort.STATE, Sort.PLACE})}
AKIN |= {frozenset({Sort.BODY, Sort.STATE}), frozenset({Sort.BODY, Sort.PLACE})}


@dataclass(frozen=True, slots=True)
class Linked:
    """A mention, why it is held for its figure, and how sure that is, 0.0 to 1.0.

    shares  how likely each figure is that it may mean; () where nobody else was weighed
    """

    mention: Mentioned
    reason: str
    sure: float = 1.0
    shares: tuple[tuple[Figure, float], ...] = ()

    def country(self, least: float) -> str | None:
        """Return the country of whomever it means, whoever that is, where that is sure enough."""
        likely: dict[str, float] = {}
        for figure, share in self.shares:
            if figure.country is not None:
                likely[figure.country] = likely.get(figure.country, 0.0) + share
        best = max(likely, key=lambda code: likely[code], default=None)
        return best if best is not None and likely[best] >= least else None


@dataclass(slots=True)
class Figure:
    """One person, state, body, group or place of an article, while it is being gathered.

    party  the fullest that any mention tells of it; None where no mention is a party
    words  lemmas of the heads of its descriptions and last words of its names
    told   lemmas of what stands before them
    """

    links: list[Linked] = field(default_factory=list)
    sort: Sort | None = None
    gender: str | None = None
    several: bool | None = None
    country: str | None = None
    role: str | None = None
    party: Party | None = None
    name: str | None = None
    words: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)
    members: tuple[Figure, ...] = ()

    @property
    def last(self) -> Mentioned:
        """Its latest mention."""
        return self.links[-1].mention

    def add(
        self,
        mention: Mentioned,
        reason: str,
        sure: float = 1.0,
        shares: tuple[tuple[Figure, float], ...] = (),
    ) -> None:
        """Add a mention and what it tells."""
        self.links.append(Linked(mention, reason, sure, shares))
        self.gender = self.gender or mention.gender
        if mention.form is MentionForm.PRONOUN:
            return
        self.told_as(mention.sort)
        self.words.add(mention.word.lower())
        self.told.update(mention.before)
        party = mention.party
        if self.several is None:
            self.several = mention.several
        if party is not None:
            self._learn(party)
        if mention.form is MentionForm.NAME and (party is None or not has_name(party)):
            self.name = max(self.name or "", mention.text, key=len)

    def told_as(self, sort: Sort | None) -> None:
        """Take it for that sort, where it has none yet."""
        self.sort = self.sort or sort

    def belongs_to(self, country: str) -> None:
        """Take it for that country's, where it has none yet."""
        self.country = self.country or country

    def _learn(self, party: Party) -> None:
        self.country = self.country or party.country
        self.role = self.role or party.role
        self.gender = self.gender or party.gender
        if self.party is None or _fuller(party, self.party):
            self.party = party
        if has_name(party) and len(party.name) > len(self.name or ""):
            self.name = party.name

    def may_be(self, sort: Sort | None) -> bool:
        """Return whether it may be of that sort."""
        if sort is None or self.sort is None or sort is self.sort:
            return True
        return frozenset({sort, self.sort}) in AKIN

    def answers(self, kind: Pronoun) -> bool:
        """Return whether a third-person pronoun may stand for it, as far as is known."""
        if kind.number is Number.PERSON:
            initials = self.sort is None and _goes_by_letters(self.name)
            alone = self.sort in {None, Sort.PERSON} and not self.several and not initials
            return alone and self.gender in {None, kind.gender}
        if kind.number is Number.THING:
            return (
                self.sort is not Sort.PERSON and self.sort is not Sort.PEOPLE and not self.several
            )
        return self.sort is not Sort.PLACE and (bool(self.several) or self.sort is not Sort.PERSON)


def _goes_by_letters(name: str | None) -> bool:
    """Return whether a name is letters of other words, as persons' are not: "ITV"."""
    return name is not None and is_initials(name) and name.isalpha()


def _fuller(party: Party, known: Party) -> bool:
    def told(one: Party) -> tuple[bool, bool, int, int]:
        return (
            one.actor_id is not None,
            has_name(one),
            bool(one.country) + bool(one.role),
            len(one.name),
        )

    return told(party) > told(known)


def side_by_side(number: int, s: Sentence, at: Mapping[tuple[int, int], Figure]) -> list[Figure]:
    """Return the figures that a sentence names side by side, each group as one: "Chad and Mali".

    at: the figures by the number of their sentence and their head.
    """
    found = []
    firsts = {s.heads[k] for k, dep in enumerate(s.deps) if dep == "conj"}
    for i in sorted(firsts):
        if not s.is_noun(i) or s.deps[i] == "conj":
            continue
        heads = s.conjuncts(i)
        members = [at[number, k] for k in heads if (number, k) in at]
        apart = len({id(one) for one in members}) == len(heads) > 1
        if apart and all(one.sort is not Sort.PLACE for one in members):
            found.append(_joint(number, s, heads, members))
    return found


def _joint(number: int, s: Sentence, heads: Sequence[int], members: Sequence[Figure]) -> Figure:
    mention = Mentioned(
        number=number,
        first=left_edge(s, heads[0]),
        last=heads[-1],
        head=heads[0],
        form=MentionForm.PHRASE,
        sort=Sort.PEOPLE,
        word="and",
        several=True,
        slot=slot_of(s, heads[0]),
        text=s.slice(heads[0], heads[-1]),
    )
    return Figure([Linked(mention, "together")], several=True, members=tuple(members))
