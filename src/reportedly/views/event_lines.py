"""Timeline of events: one line an event, by the time that its texts give."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.records import Actor, Event, Good, Place, Record
from reportedly.store import ClaimFilter, Store
from reportedly.views.events import date_basis, event_rows, reported

_WORDING = "confidence sentence section claim article title publisher url".split()


class EventLine(Record, frozen=True, kw_only=True):
    """One event in the order of time, with the sentence that tells it most firmly.

    date, date_to  first and last day, ISO 8601: those that a text gives; else both are the day of
               the first report; null on an open side, or when nothing is known
    date_basis stated or relative (counted from the day of publication) where a text gives the days;
               published where they are only the day of the first report; derived where even that
               is not on the page, but worked out from it; null without days
    status     the strongest that some claim supports
    voice      who holds it, joined by "; "; empty where an article itself does
    contested  true where some affirm it and others deny it
    reports, outlets, origins  how many; origins of the reports that tell it, origin_names, joined
               by "; "; origins_denying, how many others have that deny it
    confidence of the claim that the sentence is from
    sentence, section, claim, article, title, publisher, url  of the first claim with that status
    event      id
    """

    date: str | None
    date_to: str | None
    date_basis: str | None
    status: str
    type: str | None
    mode: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    goods: tuple[Good, ...]
    place: Place | None
    voice: str
    contested: bool
    reports: int
    outlets: int
    origins: int
    origin_names: str
    first_reported: str | None
    last_reported: str | None
    confidence: float
    sentence: str
    section: str
    claim: str
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    event: str
    origins_denying: int = 0


def event_timeline(
    store: Store, chosen: ClaimFilter | None = None, *, origins: int = 0
) -> Iterator[EventLine]:
    """Yield the chosen events by the first day that their texts give, else by that of the first
    report; then what has none."""
    for event, row in event_rows(store, "event_lines", chosen, origins):
        yield _line(event, {name: row[name] for name in _WORDING})


def _line(event: Event, wording: dict[str, Any]) -> EventLine:
    """Return the event as a line, in the words of one of its claims."""
    start, end, basis = days(event)
    return EventLine(
        date=start,
        date_to=end,
        date_basis=basis,
        status=str(event.status),
        type=event.type,
        mode=event.mode,
        actors=event.actors,
        recipients=event.recipients,
        goods=event.goods,
        place=event.place,
        voice="; ".join(event.status_by),
        contested=event.contested,
        event=event.id,
        **reported(event),
        **wording,
    )


def days(event: Event) -> tuple[str | None, str | None, str | None]:
    """Return the first and last day of an event, and what they rest on, as in EventLine."""
    time = event.time
    if time and (time.start or time.end):
        return time.start, time.end, date_basis(event)
    return event.first_reported, event.first_reported, date_basis(event)
