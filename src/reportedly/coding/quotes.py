"""Quotations that run over sentences: who speaks in a sentence that does not say so.

Forward, while the sentences are read: an open quotation, or one in the same paragraph, keeps
its speaker. Backward, when a paragraph is complete: "…?" Sanders asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.coding.marks import Run, opens, runs
from reportedly.coding.said import SHORTEST
from reportedly.coding.sentence import Sentence
from reportedly.coding.voices import Speech

#: a quotation that has run over so many sentences was never closed
LONGEST = 15
#: a carried speaker stands outside every speaker that the sentence itself gives
OUTERMOST = -1


class Quotes:
    """Carries a quotation, and its speaker, from sentence to sentence of a section."""

    def __init__(self) -> None:
        self.open = False
        self.speaker: Speech | None = None
        self.length = 0

    def goes_on(self, text: str) -> bool:
        """Return whether an open quotation runs on in the next paragraph, whose text this is."""
        return self.open and opens(text)

    def paragraph(self, text: str = "") -> None:
        """Say that a paragraph begins, with its text.

        A closed quotation has no more hold on what follows, and an open one only where the
        paragraph begins with another opening mark.
        """
        if not self.goes_on(text):
            self.open, self.speaker, self.length = False, None, 0
        else:
            self.open = False  # the mark opens it again

    def enter(self, sentence: Sentence) -> tuple[Run, ...]:
        """Return the quoted runs of the next sentence; the quotation's state moves to its end."""
        found, still = runs(sentence, self.open)
        continued = still and len(found) == 1 and not found[0].closed
        self.length = self.length + 1 if continued else 0
        self.open = still and self.length < LONGEST
        return found

    def carry(
        self, sentence: Sentence, speeches: list[Speech], quoted: Sequence[Run] | None = None
    ) -> list[Speech]:
        """Return the sentence's speeches, the outermost being whoever speaks from before.

        quoted: the sentence's runs, as `enter` returned them.
        """
        quoted = self.enter(sentence) if quoted is None else quoted
        own = [one for one in outside(speeches, quoted) if one.voice.text is not None]
        free = uncovered(own, quoted)
        if own:
            self.speaker = max(own, key=lambda one: len(one.content))
            return speeches
        if self.speaker is not None and len(free) >= SHORTEST and _opens_with(quoted):
            return [carried(self.speaker, free), *speeches]
        return speeches


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


def _reopened(quoted: Sequence[Sequence[Run]], k: int) -> bool:
    """Return whether sentence k begins with the mark of a quotation that was open before it."""
    before = quoted[k - 1] if k else ()
    return bool(before) and not before[-1].closed and quoted[k][0].first == 0


def carried(speaker: Speech, content: frozenset[int]) -> Speech:
    """Return the speaker's speech about tokens of another sentence."""
    return replace(speaker, content=content, depth=OUTERMOST, own=frozenset(), carried=True)


def reach_back(
    quoted: Sequence[Sequence[Run]], speeches: Sequence[Sequence[Speech]]
) -> list[list[Speech]]:
    """Return the speeches of a paragraph's sentences with speakers that follow their words.

    quoted and speeches have one item a sentence. "…?" Sanders asked. "…. …," Sanders said.
    """
    found = [list(one) for one in speeches]
    speaker: Speech | None = None
    for k in range(len(found) - 1, -1, -1):
        own = [one for one in outside(found[k], quoted[k]) if one.voice.text is not None]
        free = uncovered(own, quoted[k])
        if speaker is not None and not own and len(free) >= SHORTEST:
            kept = [one for one in found[k] if not one.carried]
            found[k] = [carried(speaker, free), *kept]
        elif speaker is not None and own:
            speaker = None
        begun = bool(quoted[k]) and (not quoted[k][0].opened or _reopened(quoted, k))
        leading = [
            one
            for one in own
            if not one.content or (begun and one.content >= set(quoted[k][0].tokens))
        ]
        if leading and (begun or (k > 0 and quoted[k - 1] and not quoted[k])):
            speaker = leading[0]
        elif not begun:
            speaker = None
    return found
