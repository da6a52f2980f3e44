"""The paragraphs of an article that are coded, without their datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.coding.sentences.bounds import pieces
from reportedly.records import Article, Section


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section: its text and where it begins in the article."""

    section: Section
    text: str
    offset: int


def paragraphs(article: Article, datelines: re.Pattern[str]) -> Iterator[Paragraph]:
    """Yield the paragraphs of the coded sections, in text order; what is too long is left out.

    datelines: what stands before a first sentence and is no part of it.
    """
    for piece in pieces(article):
        if piece.why is not None:
            continue
        text = article.text[piece.start : piece.end]
        dateline = datelines.match(text)
        skip = dateline.end() if dateline else 0
        yield Paragraph(piece.section, text[skip:], piece.start + skip)
