"""From labelled stretches of text to the article: the one place that makes sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.errors import ReadingError
from reportedly.reading.addresses import plain_address
from reportedly.reading.dates import Stamp
from reportedly.records import Article, DateBasis, Dated, Section, SectionKind, article_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a line or block of a page is.

    author  of a comment; None elsewhere or when not given
    time    of a comment or of a post of a live page; None elsewhere or when not given
    level  of a subheading; None elsewhere
    pair   joins a question to its answer; None elsewhere
    group  neighbours of one kind and group become one section; None never joins
    """

    kind: SectionKind
    author: str | None = None
    time: str | None = None
    level: int | None = None
    pair: int | None = None
    group: int | None = 0


BODY = Label(kind=SectionKind.BODY)
BOILERPLATE = Label(kind=SectionKind.BOILERPLATE)
HEADLINE = Label(kind=SectionKind.HEADLINE, group=None)
CAPTION = Label(kind=SectionKind.CAPTION, group=None)


def subheading(level: int) -> Label:
    """Return the label of a subheading; it never joins its neighbours."""
    return Label(kind=SectionKind.BODY, level=max(2, min(6, level)), group=None)


def question(pair: int) -> Label:
    """Return the label of a question."""
    return Label(kind=SectionKind.FAQ_QUESTION, pair=pair, group=pair)


def answer(pair: int) -> Label:
    """Return the label of an answer; its paragraphs join."""
    return Label(kind=SectionKind.FAQ_ANSWER, pair=pair, group=pair)


def comment(group: int, author: str | None, time: str | None) -> Label:
    """Return the label of the comment with that number on the page."""
    return Label(kind=SectionKind.COMMENT, author=author, time=time, group=group)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is known about the page besides its text. None and () are unknown."""

    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: Dated | None = None
    modified: Dated | None = None
    language: str | None = None

    def or_else(self, other: Facts) -> Facts:
        """Return these facts, filled from the other ones where nothing is known."""
        return Facts(
            url=self.url or other.url,
            title=self.title or other.title,
            authors=self.authors or other.authors,
            publisher=self.publisher or other.publisher,
            published=self.published or other.published,
            modified=self.modified or other.modified,
            language=self.language or other.language,
        )


def stated(stamp: Stamp | None) -> Dated | None:
    """Return the date as one that the page states."""
    return Dated(value=stamp, basis=DateBasis.STATED) if stamp else None


def derived(stamp: Stamp | None) -> Dated | None:
    """Return the date as one that something else on the page tells."""
    return Dated(value=stamp, basis=DateBasis.DERIVED) if stamp else None


def cut(spans: Sequence[tuple[int, int]], labels: Sequence[Label]) -> tuple[Section, ...]:
    """Return one section a span, neighbours of the same label joined; spans in text order."""
    sections: list[Section] = []
    last: Label | None = None
    for (start, end), label in zip(spans, labels, strict=True):
        if sections and last == label and label.group is not None:
            start = sections.pop().start
        sections.append(
            Section(
                kind=label.kind,
                start=start,
                end=end,
                author=label.author,
                time=label.time,
                level=label.level,
                pair=label.pair,
            )
        )
        last = label
    return tuple(sections)


def join(texts: Iterable[str]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the blocks as one text, an empty line between two, and where each stands."""
    spans: list[tuple[int, int]] = []
    at = 0
    parts = list(texts)
    for part in parts:
        spans.append((at, at + len(part)))
        at += len(part) + 2
    return "\n\n".join(parts), tuple(spans)


def build(text: str, sections: tuple[Section, ...], facts: Facts, where: str) -> Article:
    """Return the article. A date unknown so far is derived from its earliest comment or post.

    Raises ReadingError for text that no file could hold (half of a surrogate pair).
    """
    for words in (text, facts.url, facts.title, facts.publisher, *facts.authors):
        try:
            (words or "").encode("utf-8")
        except UnicodeEncodeError as problem:
            at = f"character {problem.start} of {words!r:.40}"
            raise ReadingError(
                where, f"{at} is half of a surrogate pair; decode the text anew"
            ) from None
    url = plain_address(facts.url)
    return Article(
        id=article_id(text, url, facts.publisher),
        url=url,
        title=facts.title,
        authors=facts.authors,
        publisher=facts.publisher,
        language=facts.language,
        text=text,
        published=facts.published or _earliest(sections),
        modified=facts.modified,
        sections=sections,
    )


def _earliest(sections: tuple[Section, ...]) -> Dated | None:
    """Return the day of the earliest dated comment or post: the article is no younger."""
    days = [section.time[:10] for section in sections if section.time]
    return Dated(value=min(days), basis=DateBasis.DERIVED) if days else None
