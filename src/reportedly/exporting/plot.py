"""A series as a picture: bars stacked by group, as SVG that stands by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple
from xml.sax.saxutils import escape

from reportedly.exporting.destination import Destination, text
from reportedly.views import EventSeriesRow

#: points: the picture, its margins, a line of the legend
_WIDTH, _HEIGHT = 960, 420
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 220, 40, 48
_LINE = 18
#: Okabe and Ito's colours, told apart by the colour-blind, too; grey is for the rest
_COLOURS = (
    "#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#F0E442", "#000000",
)  # fmt: skip
_REST = "#999999"
_TICKS = 9


class _Scale(NamedTuple):
    """Days to points, events to points."""

    first: date
    days: int
    most: int

    def x(self, day: date) -> float:
        inner = _WIDTH - _LEFT - _RIGHT
        return round(_LEFT + inner * (day - self.first).days / self.days, 1)

    def y(self, events: int) -> float:
        return round(_HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * events / self.most, 1)


def to_svg(rows: Sequence[EventSeriesRow], title: str, destination: Destination) -> None:
    """Write the rows as bars, one a span, the groups with most events told apart by colour.

    What is over eight groups is one, "others". Spans without events are gaps: the axis is time.
    """
    with text(destination) as stream:
        for line in _lines(rows, title):
            stream.write(line + "\n")


def _lines(rows: Sequence[EventSeriesRow], title: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{_HEIGHT}"'
        f' viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12" role="img">'
    )
    yield f"<title>{escape(title)}</title>"
    yield f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>'
    yield _words(_LEFT, 24, title, size=15)
    if not rows:
        yield _words(_LEFT, _TOP + _LINE, "no event has a day")
    else:
        yield from _drawn(rows)
    yield "</svg>"


def _drawn(rows: Sequence[EventSeriesRow]) -> Iterator[str]:
    groups = Counter[str]()
    spans: dict[str, list[EventSeriesRow]] = {}
    for row in rows:
        groups[row.group] += row.events
        spans.setdefault(row.start, []).append(row)
    shown = sorted(groups, key=lambda group: (-groups[group], group))[: len(_COLOURS)]
    colours = dict(zip(shown, _COLOURS, strict=False))
    first, last = date.fromisoformat(rows[0].start), date.fromisoformat(rows[-1].end)
    most = max(sum(row.events for row in found) for found in spans.values())
    scale = _Scale(first, (last - first).days + 1, most)
    yield from _axes(scale)
    for found in spans.values():
        yield from _bars(found, scale, colours)
    yield from _legend(groups, colours)


def _bars(found: Sequence[EventSeriesRow], scale: _Scale, colours: dict[str, str]) -> Iterator[str]:
    """Yield the bars of one span, the group with most events over all lowest."""
    order = list(colours)
    below = 0
    for row in sorted(
        found, key=lambda r: (order.index(r.group) if r.group in colours else len(order), r.group)
    ):
        start, end = date.fromisoformat(row.start), date.fromisoformat(row.end)
        left, right = scale.x(start), scale.x(end + timedelta(days=1))
        top, bottom = scale.y(below + row.events), scale.y(below)
        words = escape(f"{row.start} – {row.end}, {row.group}: {row.events:,}")
        yield (
            f'<rect x="{left}" y="{top}" width="{max(round(right - left - 1, 1), 0.6)}"'
            f' height="{round(bottom - top, 1)}" fill="{colours.get(row.group, _REST)}">'
            f"<title>{words}</title></rect>"
        )
        below += row.events


def _axes(scale: _Scale) -> Iterator[str]:
    step = max(1, -(-scale.most // 5))
    for events in range(0, scale.most + 1, step):
        y = scale.y(events)
        yield f'<path d="M{_LEFT} {y}H{_WIDTH - _RIGHT}" stroke="#dddddd"/>'
        yield _words(_LEFT - 6, y + 4, f"{events:,}", anchor="end")
    every = max(1, -(-scale.days // _TICKS))
    for days in range(0, scale.days, every):
        day = scale.first + timedelta(days=days)
        yield _words(scale.x(day), _HEIGHT - _BOTTOM + _LINE, day.isoformat())
    yield _words(_LEFT, _HEIGHT - 8, "events, by the day that texts give, else by the first report")


def _legend(groups: Counter[str], colours: dict[str, str]) -> Iterator[str]:
    rest = sum(number for group, number in groups.items() if group not in colours)
    lines = [(group, colour, groups[group]) for group, colour in colours.items()]
    lines += [("others", _REST, rest)] if rest else []
    x = _WIDTH - _RIGHT + 16
    for number, (group, colour, events) in enumerate(lines):
        y = _TOP + 12 + number * _LINE
        words = group if len(group) <= 22 else group[:21] + "…"
        yield f'<rect x="{x}" y="{y - 10}" width="12" height="12" fill="{colour}"/>'
        yield _words(x + 18, y, f"{words} {events:,}")


def _words(x: float, y: float, words: str, *, size: int = 12, anchor: str = "start") -> str:
    plain = "".join(c if c.isprintable() else " " for c in words)
    return f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}">{escape(plain)}</text>'
