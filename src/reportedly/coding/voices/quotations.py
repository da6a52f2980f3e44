"""One attribution in tokens, and how its content grows over the quotations it touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.voices.extent import phrase
from reportedly.coding.voices.quotation_marks import Run
from reportedly.lexicons import Cue

FINITE = frozenset({"VBD", "VBP", "VBZ"})
#: fewer tokens in quotation marks are a name or a scare quote
SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Said:
    """One attribution inside one sentence, in tokens.

    source   head token; None when the text hides it
    cue      tokens of the cue, first and last
    content  tokens that are said, in order; may have gaps; () where they stand in the
             sentences before or behind ("…?" Sanders asked.)
    entry    the cue's lexicon entry
    depth    how far the cue stands below the root: outer voices are shallower
    quoted   whether the cue stands inside a direct quotation: the quoted speaker's own words
    """

    source: int | None
    cue: tuple[int, int]
    content: tuple[int, ...]
    entry: Cue
    depth: int
    quoted: bool = False


@dataclass(frozen=True)
class Quotations:
    """The quoted runs of one sentence, and whose they are."""

    sentence: Sentence
    runs: Sequence[Run]

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that stand inside quotation marks."""
        return frozenset(t for run in self.runs for t in run.tokens)

    def over(self, found: list[Said]) -> list[Said]:
        """Return the attributions with their contents grown over whole quotations.

        A speaker outside the marks owns the quotation that the content touches, and a second
        one in the sentence when nobody else is near: "…," he said, "…".
        """
        if not self.runs:
            return found
        outer = [said for said in found if not said.quoted]
        touched = {said.cue: self._touched(said) for said in outer}
        free = [r for r in self.runs if not any(r in held for held in touched.values())]
        for said in outer:
            speaks = said.entry.speech and said.source is not None
            near = [r for r in free if len(r.tokens) >= SHORTEST and self._near(said, r)]
            if speaks and near and (touched[said.cue] or not said.content):
                touched[said.cue] += near
                free = [r for r in free if r not in near]
        return [self._grown(said, touched.get(said.cue, [])) for said in found]

    def _barred(self, said: Said) -> set[int]:
        barred = set(range(said.cue[0], said.cue[1] + 1))
        if said.source is not None:
            barred |= set(phrase(self.sentence, said.source, without=said.cue[0]))
        return barred

    def _touched(self, said: Said) -> list[Run]:
        barred, content = self._barred(said), set(said.content)
        return [
            run
            for run in self.runs
            if len(run.tokens) >= SHORTEST
            and not content.isdisjoint(run.tokens)
            and barred.isdisjoint(run.tokens)
        ]

    def _near(self, said: Said, run: Run) -> bool:
        """Return whether no other clause with a subject stands between the cue and run."""
        s = self.sentence
        between = range(min(said.cue[1], run.last) + 1, max(said.cue[0], run.first))
        inside = set(s.subtree(said.cue[0])) if not said.content else set()
        return not any(
            s.is_verb(t) and t not in self.quoted and t not in inside and s.tags[t] in FINITE
            for t in between
        )

    def _grown(self, said: Said, held: Sequence[Run]) -> Said:
        if not held:
            return said
        content = set(said.content).union(*(run.tokens for run in held))
        return replace(said, content=tuple(sorted(content)))
