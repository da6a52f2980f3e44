"""The years of which most is told: few days long past, or far off, would press the others flat."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly import views
from reportedly.desk.query import Query
from reportedly.store import Store

#: years that fit one figure as they are; share of claims that may lie outside of it
_FEW, _OUTSIDE = 12, 0.03


@dataclass(frozen=True, slots=True)
class Beyond:
    """What a figure does not draw: how many claims, and the query that lists them."""

    words: str
    claims: int
    query: Query


def core(store: Store, query: Query) -> tuple[Query, tuple[Beyond, ...]]:
    """Return the query of what is to be drawn, and what lies before and after it.

    All is drawn where days are asked for, where few years are, and where that saves little.
    """
    days = None if query.since or query.until or query.by else views.reach(store, query.reports())
    if days is None or days[1].year - days[0].year < _FEW:
        return query, ()
    told: dict[int, int] = {}
    for row in views.spans(store, "year", query.reports()):
        year = int(row.span[:4])
        told[year] = told.get(year, 0) + row.claims
    first, last = _middle(told)
    if 2 * (last - first + 1) > max(told) - min(told) + 1:
        return query, ()
    drawn = query.but(since=f"{first:04d}-01-01", until=f"{last:04d}-12-31", begins=True)
    beyond, begun = [], query.but(begins=True)
    for words, away, there in (
        (
            f"before {first}",
            begun.but(until=f"{first - 1:04d}-12-31"),
            min(told) < first,
        ),
        (f"after {last}", begun.but(since=f"{last + 1:04d}-01-01"), max(told) > last),
    ):
        if there:
            beyond.append(Beyond(words, views.count(store, away.reports()), away))
    return drawn, tuple(beyond)


def _middle(told: dict[int, int]) -> tuple[int, int]:
    """Return the first and the last year of the shortest stretch that holds nearly all claims; the
    end with fewer claims is left out first."""
    years = sorted(told)
    may_go = _OUTSIDE * sum(told.values())
    while len(years) > 1:
        end = 0 if told[years[0]] <= told[years[-1]] else -1
        may_go -= told[years[end]]
        if may_go < 0:
            break
        years.pop(end)
    return years[0], years[-1]
