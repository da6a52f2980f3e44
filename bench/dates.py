"""Time expressions against marked ones: found, and given the right days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import msgspec

from bench.geo import finding
from bench.measure import Pair, Tally
from bench.outcome import Figure
from reportedly.coding.coder import bare_article
from reportedly.records import Article, DateBasis, Dated, Grain, Time

_DAY = dt.timedelta(days=1)
#: first and last day, ISO 8601
Days = tuple[str, str]


class Expression(NamedTuple):
    """A marked time expression; days None where it names no stretch of the calendar."""

    start: int
    end: int
    days: Days | None


def expression(row: dict[str, Any]) -> Expression:
    """Return the expression of a row of the sets."""
    days = row["days"]
    return Expression(row["start"], row["end"], (days[0], days[1]) if days else None)


def article(text: str, published: str) -> Article:
    """Return text as a bare article of that day (ISO 8601)."""
    day = Dated(value=published, basis=DateBasis.STATED)
    return msgspec.structs.replace(bare_article(text), published=day)


def agrees(days: Days, found: Time) -> bool:
    """Return whether ours are the marked days.

    Equal, or equal on the side that "since" and "by" leave; beside them after "before" and
    "after", which leave the day out; or the part of them that "early" names, a word that the
    marks leave to an attribute that these sets do not keep.
    """
    if found.start is None and found.end is None:
        return False
    if found.start in {None, days[0]} and found.end in {None, days[1]}:
        return True
    return _beside(days, found) or _part_of(days, found)


def _beside(days: Days, found: Time) -> bool:
    first, last = (dt.date.fromisoformat(day) for day in days)
    before = found.start is None and found.end == str(first - _DAY)
    return before or (found.end is None and found.start == str(last + _DAY))


def _part_of(days: Days, found: Time) -> bool:
    """Return whether ours is the first or last third of a marked year, month or decade."""
    if found.start is None or found.end is None:
        return False
    ours, theirs = (_length(one) for one in ((found.start, found.end), days))
    whole = found.grain in {Grain.MONTH, Grain.YEAR, Grain.DECADE} and theirs > 27
    edge = found.start == days[0] or found.end == days[1]
    return (
        whole and edge and days[0] <= found.start and found.end <= days[1] and ours * 2.4 < theirs
    )


def _length(days: Days) -> int:
    first, last = (dt.date.fromisoformat(day) for day in days)
    return (last - first).days + 1


def resolved(gold: Sequence[Expression], found: Sequence[Time]) -> Tally:
    """Return the tally of expressions with their days, each of ours counted for one marked.

    Where ours is the whole of "from … to" and the marks are its two ends, it counts for both.
    """
    right = wanted = 0
    for mark in gold:
        near = [t for t in found if t.text_start < mark.end and mark.start < t.text_end]
        if mark.days is not None:
            wanted += 1
            right += any(agrees(mark.days, t) or _end_of(mark, t, gold) for t in near)
    given = sum(max(1, len(_within(t, gold))) for t in found if dated(t))
    return Tally(right, given, wanted)


def dated(found: Time) -> bool:
    """Return whether ours names days: "recently" only says that it was no later than today."""
    return bool(found.start or found.end) and found.grain is not Grain.VAGUE


def _within(found: Time, gold: Sequence[Expression]) -> list[Expression]:
    """Return the marked expressions with days that ours touches."""
    return [m for m in gold if m.days and found.text_start < m.end and m.start < found.text_end]


def _end_of(mark: Expression, found: Time, gold: Sequence[Expression]) -> bool:
    """Return whether the mark is the first or last of several that ours spans, and agrees."""
    inside = _within(found, gold)
    if len(inside) < 2 or mark.days is None:
        return False
    first, last = inside[0] == mark, inside[-1] == mark
    return (first and found.start == mark.days[0]) or (last and found.end == mark.days[1])


class Marked(NamedTuple):
    """The marked expressions of one text and ours."""

    text: str
    gold: Sequence[Expression]
    found: Sequence[Time]


def figures(marked: Sequence[Marked], finding_peer: str, value_peer: str) -> list[Figure]:
    """Return F1 of finding the expressions and of giving them their days."""
    found = sum((finding(_spans(m.gold), _ours(m.found), "overlap") for m in marked), Tally())
    value = sum((resolved(m.gold, m.found) for m in marked), Tally())
    return [
        Figure(
            name="times found F1", value=found.f1, count=found.wanted, of="marked times",
            peers=finding_peer,
        ),
        Figure(
            name="times resolved F1", value=value.f1, count=value.wanted,
            of="marked times with days", peers=value_peer,
        ),
    ]  # fmt: skip


def _spans(gold: Iterable[Expression]) -> list[Pair]:
    return [(m.start, m.end) for m in gold]


def _ours(found: Iterable[Time]) -> list[Pair]:
    return [(t.text_start, t.text_end) for t in found]


def misses(name: str, marked: Marked) -> list[dict[str, Any]]:
    """Return the marked expressions with days that ours lacks or has otherwise."""
    rows = []
    for mark in marked.gold:
        near = [t for t in marked.found if _within(t, [mark])]
        right = mark.days and any(
            agrees(mark.days, t) or _end_of(mark, t, marked.gold) for t in near
        )
        if mark.days and not right:
            ours = [f"{t.text}: {t.start} {t.end}" for t in near]
            rows.append(
                {
                    "article": name, "text": marked.text[mark.start : mark.end],
                    "days": " ".join(mark.days), "ours": "; ".join(ours),
                }
            )  # fmt: skip
    return rows
