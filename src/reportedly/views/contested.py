"""Contested: what the claims of one event disagree about, each value with who holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from reportedly.linking.answering import answering
from reportedly.records import Actor, Event, Record, Told, Voice
from reportedly.store import ClaimFilter, Store
from reportedly.views.event_lines import days
from reportedly.views.events import event_rows


class ContestedLine(Record, frozen=True, kw_only=True):
    """One of the values that the claims of an event disagree about.

    date, date_to, date_basis, type, mode, actors, recipients, status  of the event, as in EventLine
    field      what they disagree about: status, day, place, number of actors, number of recipients,
               quantity
    value      in words: affirmed, denied; 9; 2024-05-01
    own        true where an article says so itself
    voice      who else says so: names of the innermost voices, joined by "; "; of a denial who
               denies, and not whom it cites
    outlets    where it stands, joined by "; "; those that are not known are missing
    claims, origins  how many say so, and from how many independent origins
    first_reported  day of publication of the first of them; null when unknown
    sentence, claim, article, title, publisher, url  of the first of them
    event      id; values of one event and field stand together, the one with most claims first
    """

    event: str
    date: str | None
    date_to: str | None
    date_basis: str | None
    type: str | None
    mode: str | None
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    status: str
    field: str
    value: str
    own: bool
    voice: str
    outlets: str
    claims: int
    origins: int
    first_reported: str | None
    sentence: str
    claim: str
    article: str
    title: str | None
    publisher: str | None
    url: str | None


class _Said(msgspec.Struct, frozen=True):
    """One claim of the event, as sql/contested.sql gives it."""

    claim: str
    voices: tuple[Voice, ...]
    sentence: str
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None


def contested(
    store: Store, chosen: ClaimFilter | None = None, *, origins: int = 0
) -> Iterator[ContestedLine]:
    """Yield what the chosen events' claims disagree about, by the day of the first report."""
    for event, row in event_rows(store, "contested", chosen, origins):
        said = {one.claim: one for one in msgspec.convert(row["told"], list[_Said])}
        for disagreement in event.contradictions:
            for told in disagreement.values:
                yield _line(event, disagreement.field, told, said)


def _line(event: Event, field: str, told: Told, said: Mapping[str, _Said]) -> ContestedLine:
    start, end, basis = days(event)
    mine = [one for key, one in said.items() if key in told.claims]
    first = mine[0]
    origins = {one.origin for one in event.told_by if set(one.claims) & set(told.claims)}
    denied = field == "status" and told.value == "denied"
    dated = [one.published[:10] for one in mine if one.published]
    return ContestedLine(
        event=event.id,
        date=start,
        date_to=end,
        date_basis=basis,
        type=event.type,
        mode=event.mode,
        actors=event.actors,
        recipients=event.recipients,
        status=str(event.status),
        field=field,
        value=told.value,
        own=any(not one.voices for one in mine),
        voice=_joined(_name(voice) for one in mine for voice in answering(one.voices, denied)),
        outlets=_joined(_outlets(event, told)),
        claims=len(told.claims),
        origins=len(origins),
        first_reported=min(dated, default=None),
        **_where(first),
    )


def _where(first: _Said) -> dict[str, Any]:
    names = ("sentence", "claim", "article", "title", "publisher", "url")
    return {name: getattr(first, name) for name in names}


def _outlets(event: Event, told: Told) -> Iterator[str]:
    for report in event.told_by:
        if report.outlet and set(report.claims) & set(told.claims):
            yield report.outlet


def _joined(names: Iterator[str]) -> str:
    return "; ".join(dict.fromkeys(names))


def _name(voice: Voice) -> str:
    return voice.name or voice.text or "(not named)"
