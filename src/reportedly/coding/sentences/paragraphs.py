"""The paragraphs of an article that are coded, without their datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.coding.sentences.bounds import pieces
from reportedly.records import Article, Section

#: "WASHINGTON (AP) —", "Harare, Zimbabwe –" before the first sentence: no part of it
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]*(?: [A-Z][a-z]+)?)?|[A-Z]\w+, [A-Z]\w+)"
    r"(?: \([^)]{2,30}\))? ?(?:--|[-–—]) "
    r"|[A-Z][\w.]+(?: [A-Z]\w+)? \((?:AP|AFP|Reuters|CNN|UPI)\) ?(?:--|[-–—]) "
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section: its text and where it begins in the article."""

    section: Section
    text: str
    offset: int


def paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield the paragraphs of the coded sections, in text order; what is too long is left out."""
    for piece in pieces(article):
        if piece.why is not None:
            continue
        text = article.text[piece.start : piece.end]
        dateline = _DATELINE.match(text)
        skip = dateline.end() if dateline else 0
        yield Paragraph(piece.section, text[skip:], piece.start + skip)
