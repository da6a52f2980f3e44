"""Where a comment stands: the words of the lexicons' stances, turned around by a negation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportedly.coding.remarks.words import Word, bare, sentences_of, words_of
from reportedly.lexicons import Stance

#: words before a cue in which a negation turns it around: "dont seem to be doing much"
_REACH = 4
_NEGATION = "negation"


class Shown(NamedTuple):
    """A stance, the words that show it, and the entry that says so."""

    stance: str
    start: int
    end: int
    entry: str


class Stances:
    """Finds stances in text. entries: those of the lexicons."""

    def __init__(self, entries: Iterable[Stance]) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], Stance]]] = {}
        self._turns: set[str] = set()
        for entry in entries:
            for phrase in entry.words:
                parts = tuple(word.bare for word in words_of(phrase))
                self._by_word.setdefault(parts[0], []).append((parts, entry))
                if entry.stance == _NEGATION:
                    self._turns.add(bare(phrase))
        for found in self._by_word.values():
            found.sort(key=lambda pair: (-len(pair[0]), pair[1].id))

    def shown(self, text: str, start: int = 0, end: int | None = None) -> list[Shown]:
        """Return the stances that the text between two offsets shows, in text order."""
        found: list[Shown] = []
        for first, last in sentences_of(text, start, end):
            found += self._in_sentence(words_of(text, first, last))
        return found

    def fires(self, entry: str, text: str) -> bool:
        """Tell whether the entry shows its stance, or turns one around, anywhere in the text."""
        cues = (cue for a, b in sentences_of(text) for cue in self._cues(words_of(text, a, b)))
        turns = any(one.id == entry and one.stance == _NEGATION for one, _, _ in cues)
        return turns or any(one.entry == entry for one in self.shown(text))

    def _in_sentence(self, words: Sequence[Word]) -> list[Shown]:
        found: list[Shown] = []
        for entry, first, last in self._cues(words):
            if entry.stance == _NEGATION:
                continue
            before = words[max(0, first - _REACH) : first]
            turned = any(word.bare in self._turns for word in before)
            stance = _stance(entry, turned)
            if stance:
                found.append(Shown(stance, words[first].start, words[last].end, entry.id))
        return found

    def _cues(self, words: Sequence[Word]) -> list[tuple[Stance, int, int]]:
        """Return the cues with their first and last words; the longer first, none overlapping."""
        found: list[tuple[Stance, int, int]] = []
        at = 0
        while at < len(words):
            hit = next(
                (
                    (entry, at, at + len(parts) - 1)
                    for parts, entry in self._by_word.get(words[at].bare, ())
                    if tuple(word.bare for word in words[at : at + len(parts)]) == parts
                ),
                None,
            )
            if hit:
                found.append(hit)
            at = hit[2] + 1 if hit else at + 1
        return found


def _stance(entry: Stance, turned: bool) -> str | None:
    """Return what the cue shows; one that is turned to its own stance shows it only then:
    "do not believe" is doubt, "believe" nothing."""
    if turned:
        return entry.negated
    return None if entry.negated == entry.stance else entry.stance
