"""What of an article is too long to be coded: told by length alone, and counted.

Real text never meets these bounds. Past them time grows with the square of the length, so the
stretch is left out, the rest is coded, and `left_out` says so; the same text always gives the
same answer, in whichever process it is coded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.errors import TooLarge
from reportedly.records import Article, Section, SectionKind

#: characters without white space. The tokenizer takes one bracket or quotation mark off at a
#: time: 1,000 of them cost 0.1 s, 5,000 cost 2.3 s, 20,000 half a minute. Long addresses fit in
MAX_WORD = 1_000
#: characters without the end of a sentence or a line. Claims are compared with all words of
#: their sentence: 2,000 characters cost 0.2 s, 5,000 cost 1.5 s. The longest sentences of our
#: news have about 1,000
MAX_STRETCH = 3_000
#: characters of one paragraph: 17,000 words. A live page that lost its line breaks has 60,000
MAX_PARAGRAPH = 100_000
#: characters of one article: a book of 400 pages, some minutes of work
MAX_ARTICLE = 1_000_000
#: what is not coded: navigation, adverts, legal notes
SILENT = frozenset({SectionKind.BOILERPLATE})

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_END = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s|\n")
_WORD = re.compile(r"\S+")  # with a least length it would look again at each character

_WORDS, _RUN_ON, _LONG_PARAGRAPH, _LONG_ARTICLE = (
    f"a word of over {MAX_WORD:,} characters; take out what is no text",
    f"over {MAX_STRETCH:,} characters without the end of a sentence or a line; put them in, or"
    " take out what is no text",
    f"a paragraph of over {MAX_PARAGRAPH:,} characters, coded up to there; put line breaks"
    " between its paragraphs",
    f"an article of over {MAX_ARTICLE:,} characters, coded up to there; cut it into several",
)


_Cut = tuple[int, int, str | None]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the article, end excluded. why: the reason it is not coded; None when it is."""

    section: Section
    start: int
    end: int
    why: str | None = None


def pieces(article: Article) -> Iterator[Piece]:
    """Yield what is coded, paragraph by paragraph, and what is left out, in text order."""
    room = MAX_ARTICLE
    for section in article.sections:
        if section.kind in SILENT:
            continue
        for found in _PARAGRAPH.finditer(article.text[section.start : section.end]):
            first, last = section.start + found.start(), section.start + found.end()
            allowed = min(room, MAX_PARAGRAPH)
            for start, end, why in _bounded(article.text, first, last, allowed):
                if why == _LONG_PARAGRAPH and allowed < MAX_PARAGRAPH:
                    why = _LONG_ARTICLE
                room -= 0 if why else end - start
                yield Piece(section, start, end, why)


def left_out(article: Article, where: str) -> list[TooLarge]:
    """Return what of the article is too long to be coded, one problem for each reason."""
    found: dict[str, list[Piece]] = {}
    for piece in pieces(article):
        if piece.why:
            found.setdefault(piece.why, []).append(piece)
    return [
        TooLarge(
            where,
            f"{sum(one.end - one.start for one in parts):,} characters are not coded, the first"
            f" at {parts[0].start:,}: {why}",
        )
        for why, parts in found.items()
    ]


def _bounded(text: str, first: int, last: int, allowed: int) -> Iterator[_Cut]:
    """Yield (start, end, why) of a paragraph, neighbours of one reason joined."""
    if last - first <= min(MAX_WORD, allowed):
        yield first, last, None  # most paragraphs: nothing in them can be too long
        return
    held: _Cut | None = None
    lines = first  # where the lines begin that no sentence has ended in
    for start, end, why in _stretches(text, first, last):
        if why is None and end - first > allowed:
            why = _LONG_PARAGRAPH
        # lines without an end of a sentence, as in a table, go to the parser some at a time
        apart = why is None and end - lines > MAX_STRETCH
        lines = start if apart else lines
        lines = end if why or text[end - 1] != "\n" else lines
        if held is not None and held[2] == why and not apart:
            held = (held[0], end, why)
            continue
        if held is not None:
            yield held
        held = (start, end, why)
    if held is not None:
        yield held


def _stretches(text: str, first: int, last: int) -> Iterator[_Cut]:
    """Yield the stretches up to each end of a sentence or line; too long words stand alone."""
    start = first
    for end in (*(found.end() for found in _END.finditer(text, first, last)), last):
        if end == start:
            continue
        at = start
        if end - start > MAX_WORD:
            for word in _WORD.finditer(text, start, end):
                if word.end() - word.start() <= MAX_WORD:
                    continue
                if word.start() > at:
                    yield at, word.start(), _run_on(word.start() - at)
                yield word.start(), word.end(), _WORDS
                at = word.end()
        if at < end:
            yield at, end, _run_on(end - at)
        start = end


def _run_on(length: int) -> str | None:
    return _RUN_ON if length > MAX_STRETCH else None
