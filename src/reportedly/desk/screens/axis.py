"""The axis of a dossier: what the text itself dates, to scale, a lane for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.desk.lines import Mark, anchor, mark
from reportedly.desk.phrases import when
from reportedly.views import Dossier, TimelineRow

_WIDTH, _LEFT, _STEP = 1000.0, 92.0, 20.0
_MOST_ROWS = 6  # of marks, in one lane
_MOST_DOTS = 160


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark on the axis; label: "" where there is no room."""

    x: float
    y: float
    mark: Mark
    label: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Lane:
    """A row of the axis."""

    name: str
    y: float
    line_y: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The figure. undated, outside, crowded: claims that it does not show."""

    dots: tuple[Dot, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    width: float
    height: float
    undated: int
    outside: int
    crowded: int


def axis_of(found: Dossier) -> Axis | None:
    """Return the events that the text itself dates, to scale."""
    lanes = (
        ("Between", [row for row in found.did if not row.voices]),
        ("Alleged", [row for row in found.did if row.voices]),
        ("To come", list(found.plans)),
        ("Others", list(found.reactions)),
    )
    every = [row for _, rows in lanes for row in rows]
    days = sorted(day for row in every if (day := _day(row)))
    if len(days) < 4:  # a list says as much
        return None
    first, last = _window(days)
    span = max((last - first).days, 1)

    def across(day: date) -> float:
        return round(_LEFT + (_WIDTH - _LEFT - 40) * (day - first).days / span, 1)

    dots: list[Dot] = []
    shown: list[Lane] = []
    y = 22.0
    for name, rows in lanes:
        inside = [row for row in rows if (day := _day(row)) and first <= day <= last]
        if not inside:
            continue
        placed, used = _stacked(inside, across, y)
        dots += placed
        shown.append(Lane(name, y + 14, y + used * _STEP + 4))
        y += used * _STEP + 10
    crowded = max(0, len(dots) - _MOST_DOTS)
    dots = [dot for dot in dots if dot.label][:_MOST_DOTS] if crowded else dots
    return Axis(
        crowded=crowded,
        dots=tuple(dots),
        lanes=tuple(shown),
        ticks=tuple((across(day), words) for day, words in _ticks(first, last)),
        width=_WIDTH,
        height=y,
        undated=sum(_day(row) is None for row in every),
        outside=sum(not first <= day <= last for day in days),
    )


def _window(days: Sequence[date]) -> tuple[date, date]:
    """Return the stretch that is drawn: all of it, or the newest that holds four in five."""
    if (days[-1] - days[0]).days <= 1100:
        return days[0], days[-1]
    return days[len(days) // 5], days[-1]


def _stacked(rows: Iterable[TimelineRow], across: object, y: float) -> tuple[list[Dot], int]:
    """Return the marks of a lane, each in the first row that has room, and the rows used."""
    assert callable(across)
    ends: list[float] = []
    dots = []
    for row in sorted(rows, key=lambda one: (_day(one) or date.min, one.claim)):
        day = _day(row)
        assert day is not None
        x = across(day)
        label = " ".join(row.trigger.split())[:24]
        width = 26 + 6.3 * len(label)
        place = next((n for n, end in enumerate(ends) if end <= x - 2), None)
        if place is None and len(ends) < _MOST_ROWS:
            place = len(ends)
            ends.append(0)
        if place is None:
            place, label, width = min(range(len(ends)), key=lambda n: ends[n]), "", 20
        if x + width > _WIDTH:
            label, width = "", 20
        ends[place] = x + width
        sign = mark(row.type, row.status, bool(row.voices))
        words = f"{when(row.day_from, row.day_to)}: {row.trigger}, {sign.words}"
        dots.append(Dot(x - 10, y + place * _STEP, sign, label, words, f"#{anchor(row.claim)}"))
    return dots, max(len(ends), 1)


def _day(row: TimelineRow) -> date | None:
    if row.dated != "claim":
        return None
    text = row.day_from or row.day_to
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    """Return the first days of months, or of years, far enough apart to be read."""
    months = (last.year - first.year) * 12 + last.month - first.month
    every = max(1, -(-months // 10))
    found: list[tuple[date, str]] = []
    year, month = first.year, first.month
    for number in range(months + 1):
        day = date(year + (month - 1 + number) // 12, (month - 1 + number) % 12 + 1, 1)
        if number % every == 0 and first <= day <= last:
            words = f"{day:%b %Y}" if not found or day.month == 1 or every > 1 else f"{day:%b}"
            found.append((day, words))
    return found
