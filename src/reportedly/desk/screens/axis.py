"""The axis of a dossier: what the text itself dates, to scale, a lane for each kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reportedly.desk.lanes import day_of_line as _day
from reportedly.desk.lanes import lanes as lanes_of
from reportedly.desk.lanes import published, ticks, window
from reportedly.desk.lines import Mark, anchor, mark
from reportedly.desk.phrases import when
from reportedly.views import Dossier, Matter

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
    """The figure. told: the days of publication. undated, outside, crowded: what it leaves out."""

    dots: tuple[Dot, ...]
    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    told: tuple[float, ...]
    width: float
    height: float
    undated: int
    outside: int
    crowded: int


def axis_of(found: Dossier) -> Axis | None:
    """Return the events that the text itself dates, to scale; None where all is of one day."""
    lanes = lanes_of(found)
    every = [row for _, rows in lanes for row in rows]
    told = published(found)
    days = sorted(day for row in every if (day := _day(row)))
    if not days or len({*days, *told}) < 2:
        return None
    first, last = window(sorted([*days, *told]))
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
        ticks=tuple((across(day), words) for day, words in ticks(first, last)),
        told=tuple(across(day) for day in told if first <= day <= last),
        width=_WIDTH,
        height=y,
        undated=sum(_day(row) is None for row in every),
        outside=sum(not first <= day <= last for day in days),
    )


def _stacked(rows: Iterable[Matter], across: object, y: float) -> tuple[list[Dot], int]:
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
