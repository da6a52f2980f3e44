"""Series: how many claims begin when, one row a value, never added up across them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from reportedly import views
from reportedly.desk.query import Query
from reportedly.desk.screens.claims import NAMES
from reportedly.desk.screens.core import Beyond
from reportedly.desk.screens.timeline import following, in_figure, spans, within, words_for
from reportedly.store import Store

_WIDTH, _ROW, _SHOWN = 920.0, 56.0, 12  # beside names and sums, at 1280


@dataclass(frozen=True, slots=True)
class Bar:
    """One stretch of one row."""

    x: float
    y: float
    width: float
    height: float
    words: str
    query: Query


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One value: its bars, its sum, its largest stretch. status: for the sign; "" for others."""

    name: str
    status: str
    bars: tuple[Bar, ...]
    claims: int
    most: int
    query: Query


@dataclass(frozen=True, slots=True)
class SeriesShown:
    """The screen. left: values that are not shown; beyond: what is not drawn."""

    lines: tuple[SeriesLine, ...]
    grain: str
    split: str
    ticks: tuple[tuple[float, str], ...]
    width: float
    height: float
    left: int
    beyond: tuple[Beyond, ...] = ()


def series_shown(store: Store, query: Query) -> SeriesShown | None:
    """Return the series of the chosen claims; None when none has a day."""
    split = query.split or "status"
    drawn, beyond, grain, found = in_figure(store, query)
    if not found:
        return None
    stretches = spans(grain, found[0].span, found[-1].span)
    step = _WIDTH / max(len(stretches), 12)
    at = {span: step * number for number, span in enumerate(stretches)}
    told = views.series(store, split, grain, drawn.reports())
    rows = [row for row in told if within(row.span, grain, drawn)]
    sums: dict[str, int] = {}
    for row in rows:
        sums[row.value] = sums.get(row.value, 0) + row.claims
    values = sorted(sums, key=lambda value: (-sums[value], value))
    return SeriesShown(
        lines=tuple(
            _line(value, [row for row in rows if row.value == value], split, grain, at, step, query)
            for value in values[:_SHOWN]
        ),
        grain=grain,
        split=split,
        ticks=tuple(_ticks(stretches, at, grain)),
        width=_WIDTH,
        height=_ROW,
        left=max(0, len(values) - _SHOWN),
        beyond=beyond,
    )


def _line(
    value: str,
    rows: list[views.SeriesRow],
    split: str,
    grain: str,
    at: dict[str, float],
    step: float,
    query: Query,
) -> SeriesLine:
    most = max(row.claims for row in rows)
    mine = _chosen(query.but(split=None, by=None), split, value)
    bars = []
    for row in rows:
        first = date.fromisoformat(row.span)
        last = following(grain, first) - timedelta(days=1)
        height = 2 + (_ROW - 8) * row.claims / most
        bars.append(
            Bar(
                x=round(at.get(row.span, 0.0), 1),
                y=round(_ROW - height - 1, 1),
                width=round(max(min(step - 2, 26), 2), 1),
                height=round(height, 1),
                words=f"{words_for(grain, first)}: {row.claims:,}",
                query=mine.but(since=row.span, until=last.isoformat(), begins=True),
            )
        )
    return SeriesLine(
        name=NAMES.get(split, {}).get(value, value),
        status=value if split == "status" else "",
        bars=tuple(bars),
        claims=sum(row.claims for row in rows),
        most=most,
        query=mine,
    )


def _chosen(query: Query, split: str, value: str) -> Query:
    """Return the query that chooses one value of what the series are split by."""
    if split == "status":
        return query.but(status=(value,))
    if split == "type" and value.islower():
        return query.but(kind=value)
    if split == "outlet" and value == "not known":
        return query
    return query.but(**{views.SPLITS[split]: value})


def _ticks(stretches: list[str], at: dict[str, float], grain: str) -> list[tuple[float, str]]:
    every = max(1, -(-len(stretches) // 9))
    return [
        (round(at[span], 1), words_for(grain, date.fromisoformat(span)).removeprefix("week of "))
        for span in stretches[::every]
    ]
