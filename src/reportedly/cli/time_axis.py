"""The time axis of a dossier in plain characters, to scale."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportedly.desk.lanes import day_of_line, lanes, published, ticks, window
from reportedly.desk.wording import GLYPHS
from reportedly.views import Dossier

_LEFT, _WIDTH = 11, 68
_MOST_ROWS = 4  # of marks in one lane


def axis(found: Dossier, at: dict[str, int]) -> list[str]:
    """Return the lines of the axis, each mark with the number of its line; [] for one day only.

    By the text's own time; the last lane has the days of publication.
    """
    told = published(found)
    marks = [
        (name, [(day, GLYPHS[one.status][:1] + str(at[one.claim])) for one in rows
                if (day := day_of_line(one))])
        for name, rows in lanes(found)
    ]  # fmt: skip
    days = sorted([*told, *(day for _, dots in marks for day, _ in dots)])
    if len(set(days)) < 2 or not any(dots for _, dots in marks):
        return []
    first, last = window(days)
    lines = [_row("", [(day, words) for day, words in ticks(first, last, 8)], first, last)[0]]
    lines.append(" " * _LEFT + "".join(_rule(first, last)))
    for name, dots in marks:
        inside = [dot for dot in sorted(dots) if first <= dot[0] <= last]
        if inside:
            lines += _row(name, inside, first, last)
    lines += _row("Published", [(day, "▲") for day in told if first <= day], first, last)[:1]
    outside = sum(day < first for day in days)
    return [*lines, *([f"{outside} earlier than {first.isoformat()} not drawn"] if outside else [])]


def _column(day: date, first: date, last: date) -> int:
    return round((_WIDTH - 1) * (day - first).days / max((last - first).days, 1))


def _rule(first: date, last: date) -> list[str]:
    rule = ["─"] * _WIDTH
    for day, _ in ticks(first, last, 8):
        rule[_column(day, first, last)] = "┬"
    return rule


def _row(name: str, dots: Sequence[tuple[date, str]], first: date, last: date) -> list[str]:
    """Return a lane: each mark in the first row with room for it, too many are counted."""
    rows: list[list[str]] = [[]]
    missing = 0
    for day, words in dots:
        column = _column(day, first, last)
        row = next((one for one in rows if len(one) <= column), None)
        if row is None and len(rows) < _MOST_ROWS:
            row = []
            rows.append(row)
        if row is None:
            missing += 1
            continue
        row += [" "] * (column - len(row)) + list(words) + [" "]
    heads = [name, *[""] * (len(rows) - 1)]
    found = [
        f"{head:<{_LEFT}}{''.join(row)}".rstrip() for head, row in zip(heads, rows, strict=True)
    ]
    return [*found, *([f"{'':<{_LEFT}}and {missing} more"] if missing else [])]
