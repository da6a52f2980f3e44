"""Series: how many events a week or a month, by type, status or dyad."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from reportedly.records import Actor, Event, Record
from reportedly.records.dates import day_of
from reportedly.store import ClaimFilter, Store
from reportedly.views.events import events


class EventSeriesRow(Record, frozen=True, kw_only=True):
    """The events of one span of time and one group.

    start, end  first and last day of the span, ISO 8601
    group      the type, status or dyad; "all" when nothing is told apart
    events     how many
    happened   how many of them happened or go on
    contested  how many of them some affirm and others deny
    reports    how many articles tell them, a page at two addresses once
    published  how many of them are placed by the day of their first report alone
    """

    start: str
    end: str
    group: str
    events: int
    happened: int
    contested: int
    reports: int
    published: int


def event_series(
    store: Store, chosen: ClaimFilter | None = None, *, every: str = "week", by: str = "all"
) -> list[EventSeriesRow]:
    """Return the chosen events by span (day, week from Monday, month) and group, in order.

    by: all, type, status or dyad. An event lies on the first day that its texts give, else on that
    of its first report; one that has neither is left out. Spans without events have no row.
    """
    groups: dict[tuple[date, str], list[Event]] = {}
    for event in events(store, chosen):
        day = _day(event)
        if day:
            for group in _GROUPS[by](event):
                groups.setdefault((_SPANS[every](day), group), []).append(event)
    return [_row(start, every, group, found) for (start, group), found in sorted(groups.items())]


def _row(start: date, every: str, group: str, found: list[Event]) -> EventSeriesRow:
    return EventSeriesRow(
        start=start.isoformat(),
        end=_end(start, every).isoformat(),
        group=group,
        events=len(found),
        happened=sum(event.status in ("happened", "ongoing") for event in found),
        contested=sum(event.contested for event in found),
        reports=sum(event.reports for event in found),
        published=sum(_own_day(event) is None for event in found),
    )


def _own_day(event: Event) -> date | None:
    return day_of(event.time.start or event.time.end) if event.time else None


def _day(event: Event) -> date | None:
    return _own_day(event) or day_of(event.first_reported)


def _end(start: date, every: str) -> date:
    if every == "month":
        return (start + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return start + timedelta(days=6 if every == "week" else 0)


def _dyads(event: Event) -> Iterator[str]:
    """Yield "A → B" for the first of each side; "A – B" where they act together."""
    if event.actors and event.recipients:
        yield f"{_who(event.actors[0])} → {_who(event.recipients[0])}"
    elif len(event.actors) > 1:
        yield " – ".join(sorted(map(_who, event.actors[:2])))


def _who(actor: Actor) -> str:
    return actor.country or actor.name


_SPANS: dict[str, Callable[[date], date]] = {
    "day": lambda day: day,
    "week": lambda day: day - timedelta(days=day.weekday()),
    "month": lambda day: day.replace(day=1),
}
_GROUPS: dict[str, Callable[[Event], Iterator[str]]] = {
    "all": lambda _event: iter(("all",)),
    "type": lambda event: iter((event.type or "",)),
    "status": lambda event: iter((str(event.status),)),
    "dyad": _dyads,
}
