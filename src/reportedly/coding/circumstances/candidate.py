"""One time expression of a sentence beside one act: what the rules of belonging ask about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import head_of
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeMention
from reportedly.records import Grain


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time of the sentence that may be that of the act at token i.

    top        token of the time that stands above its others
    published  day of the article, None where unknown
    past       whether the act is told as one of the past
    """

    i: int
    analysis: Analysis
    found: TimeMention
    top: int
    published: dt.date | None
    past: bool

    @property
    def s(self) -> Sentence:
        """The sentence."""
        return self.analysis.sentence

    @property
    def span(self) -> tuple[int, int]:
        """The time's offsets in the article."""
        return self.found.start + self.s.offset, self.found.end + self.s.offset

    @property
    def first(self) -> int:
        """The first token of the time."""
        return min(self.s.covered(*self.span))

    @property
    def hung(self) -> int:
        """The token from which the time hangs: its preposition where the parser took that away.

        "On Monday city guards marched", "on Monday Rome, …, left": Monday is no name of theirs.
        """
        s, before = self.s, self.first - 1
        if before < 0 or s.deps[before] != "prep" or s.heads[self.top] == before:
            return self.top
        below = s.kids(before, "pobj", "pcomp")
        verb = s.heads[before]
        robbed = below == [s.heads[self.top]] and s.is_verb(verb) and before < verb
        robbed = robbed and s.kid(verb, "nsubj", "nsubjpass", "csubj", "expl") is None
        return before if robbed or not below else self.top

    @property
    def governor(self) -> int | None:
        """The verb that the time hangs on, or None."""
        inside = set(self.s.covered(*self.span))
        path = (up for up in (self.hung, *self.s.path(self.hung)) if up not in inside)
        return next((up for up in path if self.s.is_verb(up)), None)

    @property
    def over(self) -> bool:
        """Whether the time is one of the past, whatever the tense."""
        last = None if self.found.cyclic else self.found.to_day
        return self.published is not None and last is not None and last < self.published

    @property
    def ahead(self) -> bool:
        """Whether the time lies after the publication, whatever the tense."""
        first = None if self.found.cyclic else self.found.from_day
        return self.published is not None and first is not None and first > self.published

    @property
    def vague(self) -> bool:
        """Whether no calendar tells the time."""
        return self.found.grain is Grain.VAGUE


def candidate(
    i: int, analysis: Analysis, found: TimeMention, published: dt.date | None, *, past: bool
) -> Candidate | None:
    """Return the time as one that may be the act's; None where it covers no token."""
    s = analysis.sentence
    top = head_of(s, (found.start + s.offset, found.end + s.offset))
    return None if top is None else Candidate(i, analysis, found, top, published, past)
