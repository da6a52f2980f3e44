"""Plain text to Article: the text stays as it is, so offsets are the caller's."""

from __future__ import annotations

from dataclasses import replace

from reportedly.errors import ReadingError, TooLarge
from reportedly.reading.language import require_english
from reportedly.reading.limits import MAX_BLOCKS, MAX_BYTES
from reportedly.reading.parts import Facts, Label, build, cut, stated
from reportedly.reading.text.bylines import read_byline
from reportedly.reading.text.lines import ends_sentence, is_date_line, read_header
from reportedly.reading.text.sections import (
    find_comments,
    label_body,
    label_comments,
    read_front,
)
from reportedly.records import Article, SectionKind

_WRAPPED = 45  # characters: a line at least this long without an end goes on in the next one

Lines = list[tuple[int, int]]


def read_text(text: str, where: str, facts: Facts | None = None) -> Article:
    """Return the article of a plain text. What facts say wins over what the text says.

    Raises ReadingError for empty text, TooLarge, WrongLanguage.
    """
    if len(text) > MAX_BYTES:
        raise TooLarge(where, f"{len(text):,} characters; at most {MAX_BYTES:,} are read")
    spans = split_lines(text)
    if not spans:
        raise ReadingError(where, "the text is empty")
    if len(spans) > MAX_BLOCKS:
        raise TooLarge(where, f"{len(spans):,} paragraphs; at most {MAX_BLOCKS:,} are read")
    given = facts or Facts()
    lines = [text[start:end] for start, end in spans]
    front = read_front(lines, given.title)
    headers = find_comments(lines, front.size)
    first = min(headers, default=len(lines))
    labels = [
        *front.labels,
        *label_body(lines[front.size : first]),
        *label_comments(lines, headers, first),
    ]
    sections = cut(spans, labels)
    own = Facts(
        title=front.title,
        publisher=front.publisher,
        authors=front.authors,
        published=stated(front.published),
        modified=stated(front.modified),
    )
    language = require_english(_reported(lines, labels), where)
    return build(text, sections, replace(given.or_else(own), language=language), where)


def _reported(lines: list[str], labels: list[Label]) -> str:
    """Return the lines that tell the language: the report's own, else all of them."""
    own = [
        line
        for line, label in zip(lines, labels, strict=True)
        if label.kind in (SectionKind.HEADLINE, SectionKind.BODY, SectionKind.FAQ_ANSWER)
    ]
    return "\n".join(own or lines)


def split_lines(text: str) -> Lines:
    """Return where every line stands, without outer white space; hard-wrapped lines are joined."""
    spans: Lines = []
    at = 0
    blank = True
    for raw in text.splitlines(keepends=True):
        bare = raw.strip()
        start = at + len(raw) - len(raw.lstrip())
        at += len(raw)
        if not bare:
            blank = True
            continue
        if not blank and spans and _goes_on(text[slice(*spans[-1])], bare, first=len(spans) == 1):
            spans[-1] = (spans[-1][0], start + len(bare))
        else:
            spans.append((start, start + len(bare)))
        blank = False
    return spans


def _goes_on(before: str, line: str, *, first: bool) -> bool:
    """Say whether a line continues the one before it."""
    last = before.rsplit("\n", 1)[-1]
    if len(last) < _WRAPPED or ends_sentence(last) or len(last) > 200:
        return False
    if read_byline(line) or is_date_line(line) or read_header(line):
        return False
    return not first or line[0].islower()
