"""The cast of an article: one pass over its names, one over its descriptions and pronouns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.coding.cast import bindings
from reportedly.coding.cast.belonging import Belonging
from reportedly.coding.cast.describing import might_mean, new
from reportedly.coding.cast.figures import Figure, side_by_side
from reportedly.coding.cast.likeliest import Candidate, Choice, likeliest
from reportedly.coding.cast.mentioned import Mentioned, is_joined, mentioned, named_party
from reportedly.coding.cast.naming import INSIDE_A_NAME, Names, inner_names, late_names
from reportedly.coding.cast.party import Sort
from reportedly.coding.cast.ranking import candidates, nobody
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.mentions.noun_phrases import goes_by_initials
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import MentionForm

#: where a mention stands: number of its sentence, its head
Spot = tuple[int, int]
#: tokens of a sentence, and where whoever says them is named; None where it is not told
Saying = tuple[frozenset[int], Spot | None]
#: how the figure of a mention is chosen: candidates, facts of "none of them", table of weights
Choose = Callable[[Mentioned, Sequence[Candidate], Sequence[str], str], Choice]
Shares = tuple[tuple[Figure, float], ...]
Rows = dict[int, list[Mentioned]]
Placed = Mapping[Spot, tuple[Figure, str]]


def by_weight(_: Mentioned, found: Sequence[Candidate], none: Sequence[str], table: str) -> Choice:
    """Choose the likeliest candidate."""
    return likeliest(found, none, table)


@dataclass(frozen=True, slots=True)
class Cast:
    """The figures of an article in the order of their first mentions."""

    figures: tuple[Figure, ...] = ()


def gathered(
    resolvers: Mapping[int, Resolver],
    sayings: Mapping[int, Sequence[Saying]],
    choose: Choose = by_weight,
) -> Cast:
    """Return who the sentences speak of.

    resolvers, sayings: by the number of their sentence in the article; who says which tokens of
    it, innermost last.
    """
    rows = {number: list(mentioned(one, number)) for number, one in resolvers.items()}
    named = _named(rows, resolvers)
    return _Gathering(resolvers, sayings, named, choose).over(rows)


def _named(rows: Rows, resolvers: Mapping[int, Resolver]) -> Placed:
    """Return the figures of all names; those inside longer names join their rows."""
    named: dict[Spot, tuple[Figure, str]] = {}
    names = Names()
    for number, row in rows.items():
        for mention in row:
            if mention.form is MentionForm.NAME or named_party(mention.parties):
                named[number, mention.head] = names.place(mention, resolvers[number])
    for number, row in rows.items():
        late = list(late_names(number, row, resolvers[number], names))
        inner = list(inner_names(row, resolvers[number], names))
        for mention, figure in (*late, *inner):
            reason = "name" if mention.sort is Sort.PERSON else INSIDE_A_NAME
            named[number, mention.head] = figure, reason
            row.append(mention)
        row.sort(key=lambda one: (one.first, -one.last))
    return named


@dataclass(slots=True)
class _Gathering:
    """The second pass, with the figures so far."""

    resolvers: Mapping[int, Resolver]
    sayings: Mapping[int, Sequence[Saying]]
    named: Placed
    choose: Choose
    figures: list[Figure] = field(default_factory=list)
    known: set[int] = field(default_factory=set)
    at: dict[Spot, Figure] = field(default_factory=dict)
    joint: dict[int, list[Figure]] = field(default_factory=dict)
    spoken: dict[tuple[int | Spot | None, str], Figure] = field(default_factory=dict)

    def over(self, rows: Rows) -> Cast:
        """Place every mention in text order."""
        for number, row in rows.items():
            for mention in row:
                figure, reason, sure, shares = self._of(mention)
                if id(figure) not in self.known:
                    self.known.add(id(figure))
                    self.figures.append(figure)
                    if not figure.members:
                        reason, sure = "new", 1.0
                figure.add(mention, reason, sure, shares)
                self.at[number, mention.head] = figure
            self.joint[number] = side_by_side(number, self.resolvers[number].sentence, self.at)
        Belonging(self.resolvers, self.at).tell(self.figures)
        return Cast(tuple(self.figures))

    def _of(self, mention: Mentioned) -> tuple[Figure, str, float, Shares]:
        """Return the figure of a mention, why, how sure that is, and whom else it may mean."""
        spot = mention.number, mention.head
        if spot in self.named:
            return *self.named[spot], 1.0, ()
        if mention.person < 3:
            return *self._speaking(mention), ()
        if mention.pronoun is None and (known := self._apposed(mention)) is not None:
            return known, "apposition", 1.0, ()
        return self._likeliest(mention, self.resolvers[mention.number])

    def _likeliest(
        self, mention: Mentioned, resolver: Resolver
    ) -> tuple[Figure, str, float, Shares]:
        if mention.pronoun is not None:
            together = self._together(mention, resolver)
            found = candidates(mention, resolver, self.figures, self.at, together)
            found = self._without_below(mention, resolver.sentence, found)
            later = self._opened_by(mention, resolver.sentence)
            if later is not None and later.answers(mention.pronoun):
                found = [one for one in found if one.figure is later]
            none, table = nobody(mention.pronoun, len(found)), "pronouns"
        else:
            found = might_mean(mention, resolver, self.figures)
            none, table = new(mention, resolver.sentence, len(found)), "descriptions"
        choice = self.choose(mention, found, none, table) if found else Choice(None)
        return choice.figure or Figure(), table.removesuffix("s"), choice.sure, choice.shares

    def _without_below(
        self, mention: Mentioned, s: Sentence, found: Sequence[Candidate]
    ) -> list[Candidate]:
        """Return the candidates without those whom the pronoun's own clause names behind it."""
        spots = ((mention.number, k) for k in bindings.below(s, mention.head))
        named = {id(self.named[spot][0]) for spot in spots if spot in self.named}
        return [one for one in found if id(one.figure) not in named]

    def _opened_by(self, mention: Mentioned, s: Sentence) -> Figure | None:
        """Return who is named behind the clause of a pronoun that opens its sentence."""
        k = bindings.opened_by(s, mention.head)
        return None if k is None else self.named.get((mention.number, k), (None, ""))[0]

    def _together(self, mention: Mentioned, resolver: Resolver) -> list[Figure]:
        """Return those whom this sentence and the one before name side by side, each group as one
        figure."""
        if not mention.several:
            return []
        here = side_by_side(mention.number, resolver.sentence, self.at)
        return [
            *(one for one in here if one.last.last < mention.head),
            *self.joint.get(mention.number - 1, ()),
        ]

    def _apposed(self, mention: Mentioned) -> Figure | None:
        """Return the figure that the phrase only tells more of: "Anna Ruiz, a lawyer"."""
        s, i = self.resolvers[mention.number].sentence, mention.head
        if mention.several:
            return None
        if s.deps[i] == "appos" and not is_joined(s, i):
            figure = self.at.get((mention.number, s.heads[i]))
            if figure is not None and figure.may_be(mention.sort):
                body = goes_by_initials(s, i) and figure.sort is Sort.PERSON
                return None if body else figure
        behind = [k for k in s.kids(i, "appos") if not is_joined(s, k)]
        if mention.sort is Sort.PERSON:  # "Man held after raid: NYPD"
            behind = [k for k in behind if not goes_by_initials(s, k)]
        if mention.sort is Sort.PLACE:  # "the town of Afrin"
            of = (p for p in s.kids(i, "prep") if s.words[p].lower() == "of")
            behind += [k for p in of for k in s.kids(p, "pobj")]
        for k in behind:
            figure = self.named.get((mention.number, k), (None, ""))[0]
            if figure is not None and figure.may_be(mention.sort) and s.is_proper(k):
                return figure
        return None

    def _speaking(self, mention: Mentioned) -> tuple[Figure, str, float]:
        """Return whom "I", "we" or "you" means: the speaker, the speaker's side, the listener."""
        spot = self._speaker(mention)
        figure = self._at(spot)
        of = id(figure) if figure is not None else spot
        alone = figure is None or figure.sort in {None, Sort.PERSON}
        if mention.person == 2:
            return self.spoken.setdefault((of, "you"), Figure()), "addressee", 0.5
        if mention.several:
            if figure is not None and not alone:
                return figure, "speaker", 0.8
            return self.spoken.setdefault((of, "we"), Figure(several=True)), "speaker's side", 0.6
        if figure is None or figure.several or not alone:
            return self.spoken.setdefault((of, "i"), Figure(sort=Sort.PERSON)), "speaker", 0.6
        return figure, "speaker", 0.95

    def _speaker(self, mention: Mentioned) -> Spot | None:
        rows = self.sayings.get(mention.number, ())
        spoken = [spot for said, spot in rows if mention.head in said]
        return spoken[-1] if spoken else None

    def _at(self, spot: Spot | None) -> Figure | None:
        if spot is None:
            return None
        return self.at.get(spot) or self.named.get(spot, (None, ""))[0]
