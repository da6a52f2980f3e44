"""The paragraphs of an article that are coded, without their datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from reportedly.coding.sentences.bounds import pieces
from reportedly.records import Article, Section


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section: its text and where it begins in the article."""

    section: Section
    text: str
    offset: int


def paragraphs(article: Article, agencies: frozenset[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the coded sections, in text order; what is too long is left out.

    agencies: whom a dateline may credit in brackets.
    """
    line = _dateline(agencies)
    for piece in pieces(article):
        if piece.why is not None:
            continue
        text = article.text[piece.start : piece.end]
        dateline = line.match(text)
        skip = dateline.end() if dateline else 0
        yield Paragraph(piece.section, text[skip:], piece.start + skip)


@lru_cache(maxsize=4)
def _dateline(agencies: frozenset[str]) -> re.Pattern[str]:
    """Return what stands before a first sentence and is no part of it.

    "WASHINGTON (AP) —", "Harare, Zimbabwe –".
    """
    credit = "|".join(sorted(map(re.escape, agencies)))
    return re.compile(
        r"(?:[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]*(?: [A-Z][a-z]+)?)?|[A-Z]\w+, [A-Z]\w+)"
        r"(?: \([^)]{2,30}\))? ?(?:--|[-–—]) "
        rf"|[A-Z][\w.]+(?: [A-Z]\w+)? \((?:{credit})\) ?(?:--|[-–—]) "
    )
