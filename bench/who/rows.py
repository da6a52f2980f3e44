"""What the choice of an antecedent is learnt from: the open marked news, mention by mention.

The cast is gathered with the marked choice at every step, so that what comes after a mention rests
on the right figures; each step's candidates, their facts and the right one make a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bench import texts
from bench.marks.documents import Marked, read
from bench.measure import Pair, overlap
from bench.who.pairing import paired
from reportedly.coding.cast.figures import Figure
from reportedly.coding.cast.gathering import gathered
from reportedly.coding.cast.likeliest import Candidate, Choice
from reportedly.coding.cast.mentioned import Mentioned, mentioned
from reportedly.coding.coder import Coder, bare_article
from reportedly.coding.staged import Staged, sayings_of, staged_in

#: how much of a joint phrase and a marked mention is common to both where they are one
NEARLY = 0.8


class Row(NamedTuple):
    """A choice: the facts of each candidate and of "none of them", and the index of the right one.

    table     "pronouns" or "descriptions"
    what      number of the pronoun, or "phrase"
    document  where it stands
    """

    table: str
    what: str
    document: str
    candidates: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]
    right: int | None


def rows(coder: Coder, shared: Path) -> Iterator[Row]:
    """Yield every choice of the open documents."""
    for document in read(shared)[0]:
        if document.fold == "open":
            article = texts.dated(bare_article(document.text.text), document.text.published)
            yield from _Told(document, list(staged_in(article, coder.tools))).rows()


@dataclass
class _Told:
    """A document whose marks choose."""

    document: Marked
    staged: Sequence[Staged]
    found: list[Row] = field(default_factory=list)
    chain: dict[tuple[int, int], str] = field(default_factory=dict)

    def rows(self) -> list[Row]:
        """Gather the cast as it is marked."""
        spots: list[tuple[int, int]] = []
        spans: list[Pair] = []
        for number, one in enumerate(self.staged):
            for mention in mentioned(one.resolver, number):
                spots.append((number, mention.head))
                spans.append(self._span(number, mention.first, mention.last))
        gold = {span: chain for (chain, _), row in self.document.mentions.items() for span in row}
        for span, at in paired(gold, spans).items():
            self.chain[spots[at]] = gold[span]
        resolvers = {n: one.resolver for n, one in enumerate(self.staged)}
        gathered(resolvers, dict(enumerate(sayings_of(self.staged))), self._choose)
        return self.found

    def _span(self, number: int, first: int, last: int) -> Pair:
        s = self.staged[number].sentence
        return s.starts[first], s.ends[last]

    def _choose(
        self, mention: Mentioned, found: Sequence[Candidate], none: Sequence[str], table: str
    ) -> Choice:
        chain = self.chain.get((mention.number, mention.head))
        if chain is None:
            return Choice(None)
        fits = (at for at, one in enumerate(found) if self._is(one.figure, chain))
        right = next(fits, None)
        what = mention.pronoun.number.value if mention.pronoun else "phrase"
        facts = tuple(one.facts for one in found)
        self.found.append(Row(table, what, self.document.text.id, facts, tuple(none), right))
        return Choice(found[right].figure, 1.0) if right is not None else Choice(None)

    def _is(self, figure: Figure, chain: str) -> bool:
        if not figure.members:
            return self._most(figure) == chain
        one = figure.links[0].mention
        span = self._span(one.number, one.first, one.last)
        marked = [
            s for (name, _), row in self.document.mentions.items() if name == chain for s in row
        ]
        if any(overlap([span], [mark]) > NEARLY for mark in marked):
            return True
        return {self._most(member) for member in figure.members} == self._members(chain)

    def _members(self, chain: str) -> set[str] | None:
        return self.document.members.get(chain)

    def _most(self, figure: Figure) -> str | None:
        """Return the chain that most of a figure's mentions are marked with."""
        spots = ((one.mention.number, one.mention.head) for one in figure.links)
        votes = Counter(self.chain[spot] for spot in spots if spot in self.chain)
        return votes.most_common(1)[0][0] if votes else None
