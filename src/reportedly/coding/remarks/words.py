"""The words of a comment, as people write them there: any case, apostrophes or none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

#: "U.S." is one word, "don't" and "far-fetched" too
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:['’-]\w+)*")
_APOSTROPHES = str.maketrans("", "", "'’")
#: an end of a sentence; one letter before a full stop is an initial
_END = re.compile(r"(?<!\b[^\W\d_])[.!?…]+[\"”’)]*(?=\s|$)|\n+")


class Word(NamedTuple):
    """A word and where it stands; bare: folded, without apostrophes."""

    text: str
    start: int
    end: int

    @property
    def bare(self) -> str:
        """Return the word as the lexicon has it."""
        return bare(self.text)


def bare(word: str) -> str:
    """Return a word folded and without apostrophes."""
    return word.casefold().translate(_APOSTROPHES)


def words_of(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of the text between two offsets."""
    stop = len(text) if end is None else end
    return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]


def sentences_of(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the sentences between two offsets, without blanks around them."""
    stop = len(text) if end is None else end
    at = start
    ends = [m.end() for m in _END.finditer(text, start, stop)]
    for last in [*ends, stop]:
        stretch = text[at:last]
        if stretch.strip():
            first = at + len(stretch) - len(stretch.lstrip())
            yield first, first + len(stretch.strip())
        at = last
