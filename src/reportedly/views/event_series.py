"""Series: how many events a week or a month, by type, status or dyad."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import NamedTuple

from reportedly.records import Actor, Event, Record
from reportedly.records.dates import day_of
from reportedly.store import ClaimFilter, Store
from reportedly.views.events import date_basis, events


class EventSeriesRow(Record, frozen=True, kw_only=True):
    """The events of one span of time and one group.

    start, end  first and last day of the span, ISO 8601
    group      the type, status or dyad, joined by " · " where several are told apart; "all" where
               nothing is
    events     how many
    happened   how many of them happened or go on
    contested  how many of them some affirm and others deny
    reports    how many articles tell them, a page at two addresses once
    published  how many of them are placed by the day of their first report alone
    derived    for how many of those even that day is not on the page, but worked out from it
    dyad, type, status  what the group is made of; null where it is not told apart
    """

    start: str
    end: str
    group: str
    events: int
    happened: int
    contested: int
    reports: int
    published: int
    derived: int = 0
    dyad: str | None = None
    type: str | None = None
    status: str | None = None


class _Key(NamedTuple):
    """A span by its first day, and what is told apart, in the order in which it was asked for."""

    start: date
    group: tuple[str, ...]


def event_series(
    store: Store,
    chosen: ClaimFilter | None = None,
    *,
    every: str = "week",
    by: Sequence[str] = (),
    origins: int = 0,
) -> list[EventSeriesRow]:
    """Return the chosen events by span (day, week from Monday, month) and group, in order.

    by: any of type, status, dyad. An event lies on the first day that its texts give, else on that
    of its first report; one that has neither is left out, and so is one that has no dyad where
    these are asked for. What began before the first day that is asked for, or begins after the
    last, is no event of these days. Spans without events have no row.
    """
    first, last = (day_of(day) if day else None for day in _asked(chosen))
    groups: dict[_Key, list[Event]] = {}
    for event in events(store, chosen, origins=origins):
        day = _day(event)
        if day and (first or day) <= day <= (last or day):
            for group in product(*(_GROUPS[one](event) for one in by)):
                groups.setdefault(_Key(_SPANS[every](day), group), []).append(event)
    return [_row(key, every, by, found) for key, found in sorted(groups.items())]


def _asked(chosen: ClaimFilter | None) -> tuple[str | None, str | None]:
    return (chosen.date_from, chosen.date_to) if chosen else (None, None)


def _row(key: _Key, every: str, by: Sequence[str], found: list[Event]) -> EventSeriesRow:
    bases = [date_basis(event) for event in found]
    return EventSeriesRow(
        start=key.start.isoformat(),
        end=_end(key.start, every).isoformat(),
        group=" · ".join(key.group) or "all",
        events=len(found),
        happened=sum(event.status in ("happened", "ongoing") for event in found),
        contested=sum(event.contested for event in found),
        reports=sum(event.reports for event in found),
        published=sum(basis in ("published", "derived") for basis in bases),
        derived=bases.count("derived"),
        **dict(zip(by, key.group, strict=True)),
    )


def _day(event: Event) -> date | None:
    own = day_of(event.time.start or event.time.end) if event.time else None
    return own or day_of(event.first_reported)


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
    "type": lambda event: iter((event.type or "",)),
    "status": lambda event: iter((str(event.status),)),
    "dyad": _dyads,
}
