"""What the choice of an antecedent is learnt from: open marked news and stories, by mention.

The cast is gathered with the marked choice at every step, so that what comes after a mention rests
on the right figures; each step's candidates, their facts and the right one make a row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from bench import texts
from bench.marks.documents import Marked
from bench.marks.documents import read as read_news
from bench.measure import Pair, overlap
from bench.stories.marked import NOBODY, Story
from bench.stories.marked import read as read_stories
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
    story     whether that is a story, and no news
    """

    table: str
    what: str
    document: str
    candidates: tuple[tuple[str, ...], ...]
    none: tuple[str, ...]
    right: int | None
    story: bool = False


@dataclass(frozen=True, slots=True)
class Chained:
    """Who is who in a document, by the chain of each.

    spans    where each chain is spoken of
    members  of chains that are groups, where they are told
    nobody   pronouns that stand for none of them
    """

    id: str
    spans: Mapping[str, tuple[Pair, ...]]
    members: Mapping[str, set[str]]
    nobody: tuple[Pair, ...] = ()


def rows(coder: Coder, shared: Path) -> Iterator[Row]:
    """Yield every choice of the open documents and stories."""
    for document in read_news(shared)[0]:
        if document.fold == "open":
            article = texts.dated(bare_article(document.text.text), document.text.published)
            yield from _Told(of_news(document), list(staged_in(article, coder.tools))).rows()
    for story in read_stories():
        if story.fold == "open":
            staged = list(staged_in(bare_article(story.text), coder.tools))
            yield from (row._replace(story=True) for row in _Told(of_story(story), staged).rows())


def of_news(document: Marked) -> Chained:
    """Return who is who in a document of marked news."""
    spans: dict[str, tuple[Pair, ...]] = {}
    for (chain, _), row in document.mentions.items():
        spans[chain] = (*spans.get(chain, ()), *row)
    return Chained(document.text.id, spans, document.members)


def of_story(story: Story) -> Chained:
    """Return who is who in a story."""
    members = {of: set(of.split("+")) for of in story.chains if "+" in of}
    nobody = tuple((mark.start, mark.end) for mark in story.marks if mark.of == NOBODY)
    return Chained(story.id, story.chains, members, nobody)


@dataclass
class _Told:
    """A document whose marks choose."""

    document: Chained
    staged: Sequence[Staged]
    found: list[Row] = field(default_factory=list)
    chain: dict[tuple[int, int], str | None] = field(default_factory=dict)

    def rows(self) -> list[Row]:
        """Gather the cast as it is marked."""
        spots: list[tuple[int, int]] = []
        spans: list[Pair] = []
        for number, one in enumerate(self.staged):
            for mention in mentioned(one.resolver, number):
                spots.append((number, mention.head))
                spans.append(self._span(number, mention.first, mention.last))
        gold: dict[Pair, str | None] = dict.fromkeys(self.document.nobody)
        gold |= {span: chain for chain, row in self.document.spans.items() for span in row}
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
        spot = mention.number, mention.head
        if spot not in self.chain:
            return Choice(None)
        chain = self.chain[spot]
        fits = (at for at, one in enumerate(found) if chain and self._is(one.figure, chain))
        right = next(fits, None)
        what = mention.pronoun.number.value if mention.pronoun else "phrase"
        facts = tuple(one.facts for one in found)
        self.found.append(Row(table, what, self.document.id, facts, tuple(none), right))
        return Choice(found[right].figure, 1.0) if right is not None else Choice(None)

    def _is(self, figure: Figure, chain: str) -> bool:
        if not figure.members:
            return self._most(figure) == chain
        one = figure.links[0].mention
        span = self._span(one.number, one.first, one.last)
        marked = self.document.spans.get(chain, ())
        if any(overlap([span], [mark]) > NEARLY for mark in marked):
            return True
        return {self._most(member) for member in figure.members} == self._members(chain)

    def _members(self, chain: str) -> set[str] | None:
        return self.document.members.get(chain)

    def _most(self, figure: Figure) -> str | None:
        """Return the chain that most of a figure's mentions are marked with."""
        spots = ((one.mention.number, one.mention.head) for one in figure.links)
        votes = Counter(chain for spot in spots if (chain := self.chain.get(spot)))
        return votes.most_common(1)[0][0] if votes else None
