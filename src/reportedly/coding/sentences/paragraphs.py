"""The paragraphs of an article that are coded, without their datelines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.records import Article, Section, SectionKind

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
#: "WASHINGTON (AP) —", "Harare, Zimbabwe –" before the first sentence: no part of it
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]*(?: [A-Z][a-z]+)?)?|[A-Z]\w+, [A-Z]\w+)"
    r"(?: \([^)]{2,30}\))? ?(?:--|[-–—]) "
    r"|[A-Z][\w.]+(?: [A-Z]\w+)? \((?:AP|AFP|Reuters|CNN|UPI)\) ?(?:--|[-–—]) "
)
#: what is not coded: navigation, adverts, legal notes
SILENT = frozenset({SectionKind.BOILERPLATE})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section: its text and where it begins in the article."""

    section: Section
    text: str
    offset: int


def paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield the paragraphs of the coded sections, in text order."""
    for section in article.sections:
        if section.kind in SILENT:
            continue
        text = article.text[section.start : section.end]
        for found in _PARAGRAPH.finditer(text):
            dateline = _DATELINE.match(found.group())
            skip = dateline.end() if dateline else 0
            yield Paragraph(section, found.group()[skip:], section.start + found.start() + skip)
