"""The timeline: how many claims of each status begin when, and the claims in that order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly import views
from reportedly.desk.lines import Line
from reportedly.desk.query import Query
from reportedly.desk.screens.core import Beyond, core
from reportedly.records import Status
from reportedly.store import Store

#: stretches that fit a screen; with more, the next longer ones are taken
_MOST = 60
_WIDTH, _LEFT, _ROW, _TOP = 1232.0, 146.0, 34.0, 14.0
_ROOM = 400  # stretches
_NARROW, _SOME = 340.0, 0.15  # pixels of a phone, and what part of all claims it shows at least


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of one status. solid: height of what the text dates; the rest is published."""

    x: float
    y: float
    width: float
    height: float
    claims: int
    words: str
    query: Query
    status: str


@dataclass(frozen=True, slots=True)
class Row:
    """One status: never stacked on another."""

    status: str
    y: float
    base: float
    claims: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the axis."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The figure. grain: how long a bar's stretch is; beyond: what is not drawn; middle: where from
    the left most is told, in parts of the width; 0.0 where the left end has some of it."""

    bars: tuple[Bar, ...]
    rows: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    grain: str
    width: float
    height: float
    left: float
    wider: Query | None
    beyond: tuple[Beyond, ...] = ()
    middle: float = 0.0


@dataclass(frozen=True, slots=True)
class Day:
    """The lines that begin on one day."""

    words: str
    lines: tuple[Line, ...]


def axis(store: Store, query: Query) -> Axis | None:
    """Return the figure of the chosen claims; None when none has a day."""
    _, beyond, grain, rows = in_figure(store, query)
    if not rows:
        return None
    stretches = spans(grain, rows[0].span, rows[-1].span)
    step = (_WIDTH - _LEFT) / max(len(stretches), 12)
    at = {span: _LEFT + step * number for number, span in enumerate(stretches)}
    statuses = [str(one) for one in Status if any(row.status == one for row in rows)]
    lanes = {status: _TOP + _ROW * (number + 1) for number, status in enumerate(statuses)}
    top = max(row.claims for row in rows)
    bars = tuple(_bar(row, grain, query, at, lanes, step, top) for row in rows)
    shown = tuple(
        Row(status, base - 10, base, sum(r.claims for r in rows if r.status == status))
        for status, base in lanes.items()
    )
    return Axis(
        bars=bars,
        rows=shown,
        ticks=tuple(_ticks(stretches, at, grain)),
        grain=grain,
        width=_WIDTH,
        height=_TOP + _ROW * len(statuses) + 6,
        left=_LEFT,
        wider=query.but(since=None, until=None) if query.since or query.until else None,
        beyond=beyond,
        middle=_middle([(at[row.span], row.claims) for row in rows if row.span in at]),
    )


def _middle(told: Sequence[tuple[float, int]]) -> float:
    """Return where a narrow frame opens: at its left end, unless hardly anything is told there."""
    every = sum(claims for _, claims in told)
    if sum(claims for x, claims in told if x < _NARROW) >= every * _SOME:
        return 0.0
    near = [(sum(n for other, n in told if abs(other - x) < _NARROW / 4), -x) for x, _ in told]
    return round(-max(near)[1] / _WIDTH, 3)


def by_day(lines: Sequence[Line]) -> list[Day]:
    """Return the lines under the words for their days, in order."""
    days: list[tuple[str, list[Line]]] = []
    for one in lines:
        words = one.when if one.when != "undated" else one.note or "undated"
        if not days or days[-1][0] != words:
            days.append((words, []))
        days[-1][1].append(one)
    return [Day(words, tuple(found)) for words, found in days]


def in_figure(
    store: Store, query: Query
) -> tuple[Query, tuple[Beyond, ...], str, list[views.SpanRow]]:
    """Return what is drawn, what is not, the stretch of a bar, and the rows: of more stretches than
    a figure has room for the last ones."""
    drawn, beyond = core(store, query)
    grain, rows = grained(store, drawn)
    first = _earliest(grain, date.fromisoformat(rows[-1].span)) if rows else date.min
    if not rows or date.fromisoformat(rows[0].span) >= first:
        return drawn, beyond, grain, rows
    until = (first - timedelta(days=1)).isoformat()
    away = query.but(until=until, begins=True)
    cut = Beyond(f"before {words_for(grain, first)}", views.count(store, away.reports()), away)
    later = tuple(one for one in beyond if one.query.since)
    kept = [row for row in rows if row.span >= first.isoformat()]
    return drawn.but(since=first.isoformat(), begins=True), (cut, *later), grain, kept


def _earliest(grain: str, last: date) -> date:
    """Return the first day of the first stretch that a figure has room for before another."""
    if grain in ("day", "week"):
        return last - timedelta(days=(_ROOM - 1) * (7 if grain == "week" else 1))
    months = last.year * 12 + last.month - 1 - (_ROOM - 1) * (12 if grain == "year" else 1)
    return date(max(1, months // 12), months % 12 + 1, 1)


def grained(store: Store, query: Query) -> tuple[str, list[views.SpanRow]]:
    """Return the stretch asked for, else the shortest that fits the screen, and its rows."""
    grains = [query.by] if query.by else _fitting(store, query)
    grain, rows = grains[-1], list[views.SpanRow]()
    for grain in grains:
        rows = [
            row
            for row in views.spans(store, grain, query.reports())
            if within(row.span, grain, query)
        ]
        if rows and len(spans(grain, rows[0].span, rows[-1].span)) <= _MOST:
            break
    return grain, rows


def _fitting(store: Store, query: Query) -> list[str]:
    """Return the stretches that may fit the screen: the others need not be counted."""
    if query.since or query.until:  # a stretch that begins before them may count, or not
        return list(views.GRAINS)
    days = views.reach(store, query.reports())
    if days is None:
        return [views.GRAINS[-1]]
    first, last = days
    reach = {grain: (beginning(grain, first), beginning(grain, last)) for grain in views.GRAINS}
    found = [grain for grain in views.GRAINS if len(spans(grain, *reach[grain])) <= _MOST]
    return found or [views.GRAINS[-1]]


def beginning(grain: str, day: date) -> str:
    """Return the first day of the stretch that day lies in."""
    first = {
        "day": day,
        "week": day - timedelta(days=day.weekday()),
        "month": day.replace(day=1),
        "year": day.replace(month=1, day=1),
    }
    return first[grain].isoformat()


def within(span: str, grain: str, query: Query) -> bool:
    """Say whether a stretch lies in the days asked for: what began earlier is in the list alone."""
    after = following(grain, date.fromisoformat(span)).isoformat()
    return not (query.since and after <= query.since) and not (query.until and span > query.until)


def spans(grain: str, first: str, last: str) -> list[str]:
    """Return the first days of all stretches from one to another, at most 400."""
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    found: list[str] = []
    while day <= end and len(found) < _ROOM:
        found.append(day.isoformat())
        day = following(grain, day)
    return found


def following(grain: str, day: date) -> date:
    """Return the first day of the stretch after the one that begins on day."""
    if grain == "day":
        return day + timedelta(days=1)
    if grain == "week":
        return day + timedelta(days=7)
    if grain == "month":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date(day.year + 1, 1, 1)


def _bar(
    row: views.SpanRow,
    grain: str,
    query: Query,
    at: dict[str, float],
    lanes: dict[str, float],
    step: float,
    top: int,
) -> Bar:
    height = 3 + (_ROW - 8) * row.claims / top
    first = date.fromisoformat(row.span)
    last = following(grain, first) - timedelta(days=1)
    claims = f"{row.claims:,} {'claim' if row.claims == 1 else 'claims'}"
    published = f", {row.published:,} by publication" if row.published else ""
    return Bar(
        x=round(at.get(row.span, _LEFT), 1),
        y=round(lanes[row.status] - height, 1),
        width=round(min(step - 2, 24), 1),
        height=round(height, 1),
        claims=row.claims,
        words=f"{words_for(grain, first)}: {claims} {row.status}{published}",
        query=query.but(
            since=row.span, until=last.isoformat(), status=(row.status,), by=None, begins=True
        ),
        status=row.status,
    )


def words_for(grain: str, day: date) -> str:
    """Return what the stretch that begins on day is called."""
    if grain == "year":
        return str(day.year)
    if grain == "month":
        return f"{day:%b %Y}"
    return f"{'week of ' if grain == 'week' else ''}{day.day} {day:%b %Y}"


def _ticks(stretches: Sequence[str], at: dict[str, float], grain: str) -> list[Tick]:
    """Return marks far enough apart to be read, each with the words that are new."""
    every = max(1, -(-len(stretches) // 11))
    ticks = []
    for span in stretches[::every]:
        day = date.fromisoformat(span)
        words = words_for(grain, day).removeprefix("week of ")
        ticks.append(Tick(round(at[span], 1), words))
    return ticks
