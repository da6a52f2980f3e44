"""Spans of days: what appeared far apart is not even compared, however much there is of it."""

from __future__ import annotations

from datetime import date

from reportedly.records import Article
from reportedly.records.dates import day_of

#: articles are compared when they appeared in one span of so many days, or in two that meet
ABOUT = 15
#: the same for copies: a text is printed again within weeks. A line that an outlet puts under every
#: text of its would otherwise have each of them held against all before
COPIED = 45
#: that of an undated article
UNDATED = -1


def copied_in(article: Article) -> int:
    """Return the span in which an article's copies are looked for."""
    day = day_of(article.published.value[:10]) if article.published else None
    return span_of(day, COPIED)


def span_of(day: date | None, length: int = ABOUT) -> int:
    """Return the number of the span of so many days that a day lies in; -1 for an unknown day."""
    return day.toordinal() // length if day else UNDATED


def spans_beside(span: int) -> tuple[int, ...]:
    """Return the spans whose articles are compared with one of that span.

    An undated article is compared with undated ones only: nothing tells when it was.
    """
    return (span,) if span == UNDATED else (span - 1, span, span + 1)


def near(one: int, other: int) -> bool:
    """Tell whether two texts may copy one another; an undated one may copy whatever there is."""
    return UNDATED in (one, other) or abs(one - other) <= 1
