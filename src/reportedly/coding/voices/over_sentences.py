"""Quotations that run over sentences: who speaks in a sentence that does not say so.

Forward, while the sentences are read: an open quotation, or one in the same paragraph, keeps
its speaker. Backward, when a paragraph is complete: "…?" Sanders asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.voices.quotation_marks import Run, opens, runs
from reportedly.coding.voices.quotations import SHORTEST
from reportedly.coding.voices.voice import Speech

#: a quotation that has run over so many sentences was never closed
LONGEST = 15
#: a carried speaker stands outside every speaker that the sentence itself gives
OUTERMOST = -1


@dataclass(frozen=True, slots=True)
class Quotation:
    """The quotation that a sentence of a section may begin in.

    open     whether it has not been closed
    speaker  whoever spoke last in the paragraph, or holds the open quotation; None: nobody
    length   sentences that it has run over
    """

    open: bool = False
    speaker: Speech | None = None
    length: int = 0

    def goes_on(self, text: str) -> bool:
        """Return whether an open quotation runs on in the next paragraph, whose text this is."""
        return self.open and opens(text)

    def at_paragraph(self, text: str = "") -> Quotation:
        """Return the state at the beginning of a paragraph with that text.

        A closed quotation has no more hold on what follows, and an open one only where the
        paragraph begins with another opening mark, which opens it again.
        """
        return replace(self, open=False) if self.goes_on(text) else Quotation()

    def entered(self, sentence: Sentence) -> tuple[tuple[Run, ...], Quotation]:
        """Return the quoted runs of the next sentence, and the state at its end."""
        found, still = runs(sentence, self.open)
        continued = still and len(found) == 1 and not found[0].closed
        length = self.length + 1 if continued else 0
        return found, replace(self, length=length, open=still and length < LONGEST)

    def carried(
        self, speeches: Sequence[Speech], quoted: Sequence[Run]
    ) -> tuple[tuple[Speech, ...], Quotation]:
        """Return a sentence's speeches, the outermost being whoever speaks from before, and the
        state that keeps its speaker.

        quoted: the sentence's runs, as `entered` returned them.
        """
        own = [one for one in outside(speeches, quoted) if one.voice.text is not None]
        if own:
            loudest = max(own, key=lambda one: len(one.content))
            return tuple(speeches), replace(self, speaker=loudest)
        free = uncovered(own, quoted)
        if self.speaker is not None and len(free) >= SHORTEST and _opens_with(quoted):
            return (about(self.speaker, free), *speeches), self
        return tuple(speeches), self


def _opens_with(quoted: Sequence[Run]) -> bool:
    """Return whether the sentence stands in quotation marks from its beginning, or nearly."""
    return bool(quoted) and (quoted[0].first <= 1 or not quoted[0].opened)


def outside(speeches: Iterable[Speech], quoted: Iterable[Run]) -> list[Speech]:
    """Return the speeches whose cue stands outside quotation marks."""
    inside = {t for run in quoted for t in run.tokens}
    return [one for one in speeches if not one.carried and one.at not in inside]


def uncovered(speeches: Iterable[Speech], quoted: Iterable[Run]) -> frozenset[int]:
    """Return the quoted tokens that no speech has as its content."""
    said = {t for one in speeches for t in one.content}
    return frozenset(t for run in quoted if said.isdisjoint(run.tokens) for t in run.tokens)


def about(speaker: Speech, content: frozenset[int]) -> Speech:
    """Return the speaker's speech about tokens of another sentence."""
    return replace(speaker, content=content, depth=OUTERMOST, own=frozenset(), carried=True)


def reach_back(
    quoted: Sequence[Sequence[Run]], speeches: Sequence[Sequence[Speech]]
) -> list[tuple[Speech, ...]]:
    """Return the speeches of a paragraph's sentences with speakers that follow their words.

    quoted and speeches have one item a sentence. "…?" Sanders asked. "…. …," Sanders said.
    """
    found = [tuple(one) for one in speeches]
    speaker: Speech | None = None
    for k in range(len(found) - 1, -1, -1):
        own = [one for one in outside(found[k], quoted[k]) if one.voice.text is not None]
        free = uncovered(own, quoted[k])
        if speaker is not None and not own and len(free) >= SHORTEST:
            found[k] = (about(speaker, free), *(one for one in found[k] if not one.carried))
        elif own:
            speaker = None
        begun = bool(quoted[k]) and (not quoted[k][0].opened or _reopened(quoted, k))
        leading = _leading(own, quoted[k], begun)
        if leading and (begun or (k > 0 and quoted[k - 1] and not quoted[k])):
            speaker = leading[0]
        elif not begun:
            speaker = None
    return found


def _leading(own: Sequence[Speech], quoted: Sequence[Run], begun: bool) -> list[Speech]:
    """Return the speeches whose words begin before the sentence."""
    return [
        one for one in own if not one.content or (begun and one.content >= set(quoted[0].tokens))
    ]


def _reopened(quoted: Sequence[Sequence[Run]], k: int) -> bool:
    """Return whether sentence k begins with the mark of a quotation that was open before it."""
    before = quoted[k - 1] if k else ()
    return bool(before) and not before[-1].closed and quoted[k][0].first == 0
