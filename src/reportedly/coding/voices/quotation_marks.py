"""Quotation marks: which tokens of a sentence stand inside a direct quotation.

Directions are read from the article's own characters: “ opens, ” closes. Straight marks are
told by the white space beside them, and only turn the state around where that does not help.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reportedly.coding.sentences.sentence import Sentence

_MARK = re.compile(r"[“”„«»\"]|''|``|’’|‘‘")
#: a whole quotation between single marks, of four words or more: apostrophes are no marks
_SINGLE = re.compile(r"(?:(?<=\s)|^)['‘](?=\w)(?:\S+\s+){3,}?\S*\w[,.!?]?['’](?=[\s,.;]|$)")
_OPENING = frozenset({"“", "„", "«", "``", "‘‘"})
_CLOSING = frozenset({"”", "»", "’’"})
_BEFORE_OPENING = frozenset(" \t\n([{—–-:")
_AFTER_CLOSING = frozenset(" \t\n)]},.;:!?—–-")
#: words that the parser makes of quotation marks
MARK_WORDS = frozenset({'"', "''", "``"})


@dataclass(frozen=True, slots=True)
class Run:
    """Tokens first..last inside quotation marks, the marks included.

    opened, closed  whether the opening and the closing mark stand in this sentence
    """

    first: int
    last: int
    opened: bool
    closed: bool

    @property
    def tokens(self) -> range:
        """The tokens of the run."""
        return range(self.first, self.last + 1)


def opens(text: str) -> bool:
    """Return whether text begins with a quotation mark: the next paragraph of a quotation."""
    found = _MARK.match(text.lstrip())
    return found is not None and found.group() not in _CLOSING


def runs(sentence: Sentence, inside: bool = False) -> tuple[tuple[Run, ...], bool]:
    """Return the quoted runs of a sentence, and whether a quotation is still open at its end.

    inside: whether the sentence begins inside a quotation. A closing mark without its opening
    one closes a quotation that began before the sentence.
    """
    text = sentence.text
    found: list[Run] = []
    start = 0 if inside else None
    opened = False
    for match in _MARK.finditer(text):
        way = _direction(text, match)
        if way is None:
            continue
        if way == 0:
            way = -1 if start is not None else 1
        if way > 0 and start is None:
            start, opened = match.start(), True
        elif way < 0 and (start is not None or not found):
            found.append(_run(sentence, start or 0, match.end(), opened, closed=True))
            start, opened = None, False
    if start is not None:
        found.append(_run(sentence, start, len(text), opened, closed=False))
    elif not found and ("'" in text or "‘" in text):
        for match in _SINGLE.finditer(text):
            found.append(_run(sentence, match.start(), match.end(), True, closed=True))
    return tuple(found), start is not None


def _direction(text: str, match: re.Match[str]) -> int | None:
    """Return 1 for an opening mark, -1 for a closing one, 0 for either, None for no mark."""
    mark = match.group()
    if mark in _OPENING:
        return 1
    if mark in _CLOSING:
        return -1
    before = text[match.start() - 1] if match.start() else " "
    after = text[match.end()] if match.end() < len(text) else " "
    if before.isdigit() and after not in _AFTER_CLOSING:  # inches and seconds
        return None
    if before in _BEFORE_OPENING and not after.isspace():
        return 1
    if not before.isspace() and after in _AFTER_CLOSING:
        return -1
    return 0


def _run(sentence: Sentence, start: int, end: int, opened: bool, *, closed: bool) -> Run:
    first = bisect_right(sentence.starts, start + sentence.offset) - 1
    last = bisect_left(sentence.starts, end + sentence.offset) - 1
    return Run(max(first, 0), max(last, first, 0), opened, closed)
