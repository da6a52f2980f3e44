"""Events: what several claims are about, as linking made it, whole and as one flat row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

import msgspec
from msgspec.structs import replace

from reportedly.linking.beside import telling_claim
from reportedly.records import Actor, Event, Record
from reportedly.records.amounts import amount_of
from reportedly.store import ClaimFilter, Store
from reportedly.store.actors import Identities, identities
from reportedly.store.facts import facts_sql
from reportedly.views.asked import question, reports_only, sentences_of
from reportedly.views.flat import side

_AT_ONCE = 1_000  # events whose sentences are looked up together


class EventRow(Record, frozen=True, kw_only=True):
    """One event in one line of plain values, for spreadsheets; the columns never move.

    event      id
    date_from, date_to  ISO days that a text gives; null on an open side or where none does
    date_basis 'stated' or 'relative' (counted from the day of publication) where a text gives days;
               'published' where only first_reported and last_reported are known, 'derived' where
               even they are not on the page, but worked out from it; null without those
    type, mode, quad  PLOVER
    status     the strongest that some claim supports
    status_by  who holds it, joined by "; "; empty where an article itself does
    contested  true where some affirm it and others deny it
    actor1_name, actor1_country, actor1_sector  of the first actor; null without one. Of the second
               and of recipients alike
    actors, recipients  how many there are
    good, good_category, quantity, unit  of the first good
    place, place_country, latitude, longitude  null where none is known
    reports, outlets, origins  how many; origins of the reports that tell it, see origins_denying
    origin_names  joined by "; "
    voices_named, voices_unnamed  how many
    first_reported, last_reported  days of publication
    disputed   what the claims disagree about, as "number of recipients: 9, 12", joined by "; "
    claims     how many
    date       first day: date_from, else date_to, else first_reported; date_basis says which
    voice      the same as status_by
    amount     how much of the first good, in words that keep bounds: "at least 1,000 containers";
               null where the text gives no number
    origins_denying  how many origins the reports have that deny what others tell
    goods      all of them, by the text's words, joined by "; "; amounts: how much of each, in the
               same order, "not stated" where the text gives no number; both empty without goods
    sentence   of the first claim that tells it as its status has it; null where nobody looked it up
    rejected   how many of its claims a person judged to be none; nothing else in the row rests on
               these, and where that are all, reports and origins are 0
    """

    event: str
    date_from: str | None = None
    date_to: str | None = None
    date_basis: str | None = None
    type: str | None = None
    mode: str | None = None
    quad: int | None = None
    status: str
    status_by: str
    contested: bool
    actor1_name: str | None = None
    actor1_country: str | None = None
    actor1_sector: str | None = None
    actor2_name: str | None = None
    actor2_country: str | None = None
    actor2_sector: str | None = None
    actors: int
    recipient1_name: str | None = None
    recipient1_country: str | None = None
    recipient1_sector: str | None = None
    recipient2_name: str | None = None
    recipient2_country: str | None = None
    recipient2_sector: str | None = None
    recipients: int
    good: str | None = None
    good_category: str | None = None
    quantity: float | None = None
    unit: str | None = None
    place: str | None = None
    place_country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    reports: int
    outlets: int
    origins: int
    origin_names: str
    voices_named: int
    voices_unnamed: int
    first_reported: str | None = None
    last_reported: str | None = None
    disputed: str
    claims: int
    date: str | None = None
    voice: str = ""
    amount: str | None = None
    origins_denying: int = 0
    rejected: int = 0
    goods: str = ""
    amounts: str = ""
    sentence: str | None = None


def events(store: Store, chosen: ClaimFilter | None = None, *, origins: int = 0) -> Iterator[Event]:
    """Yield the events that have one of the chosen claims, by the day on which they were first
    reported. The status asked for is the event's own, the strongest; what some deny and others
    still tell as a fact is not negated, but contested.

    origins: only those with so many independent ones at least.
    """
    return (event for event, _ in event_rows(store, "events", chosen, origins))


def event_rows(
    store: Store, name: str, chosen: ClaimFilter | None, origins: int
) -> Iterator[tuple[Event, dict[str, Any]]]:
    """Yield the events of the rows of a question, as views show them, each with its row.

    The question may build on that of events(), by "{events}".
    """
    chosen = reports_only(chosen)
    claims, values = facts_sql(replace(chosen, status=()))
    sql = question(name).replace("{events}", question("events")).replace("{chosen}", claims)
    asked = {"origins": origins, "status": list(map(str, chosen.status))}
    known = identities(store)
    for row in store.rows(sql, {**values, **asked}):
        yield shown(msgspec.json.decode(row["record"], type=Event), known), row


def shown(event: Event, known: Identities) -> Event:
    """Return the event with those whom views show for its actors and recipients."""
    sides = (event.actors, event.recipients)
    actors, recipients = (tuple(_who(one, known) for one in side) for side in sides)
    if (actors, recipients) == sides:
        return event
    return replace(event, actors=actors, recipients=recipients)


def _who(actor: Actor, shown: Identities) -> Actor:
    found = shown.get(actor.actor_id or f"={actor.name}")
    if found is None:
        return actor
    known, name, country = found
    return replace(
        actor,
        name=name,
        country=country or actor.country,
        actor_id=known or actor.actor_id,
    )


def event_rows_told(store: Store, events: Iterable[Event]) -> Iterator[EventRow]:
    """Yield the events as flat rows, each with the sentence of a claim that tells it."""
    for some in batched(events, _AT_ONCE):
        claims = {one.id: telling_claim(one) for one in some}
        words = sentences_of(store, claims.values())
        yield from (event_row(one, words.get(claims[one.id])) for one in some)


def event_row(event: Event, sentence: str | None = None) -> EventRow:
    """Return the event as one flat row. sentence: of a claim that tells it."""
    time, place = event.time, event.place
    good = event.goods[0] if event.goods else None
    start = (time.start or time.end) if time else None
    return EventRow(
        event=event.id,
        date_from=time.start if time else None,
        date_to=time.end if time else None,
        date_basis=date_basis(event),
        type=event.type,
        mode=event.mode,
        quad=event.quad,
        status=str(event.status),
        status_by="; ".join(event.status_by),
        contested=event.contested,
        **side("actor", event.actors),
        actors=len(event.actors),
        **side("recipient", event.recipients),
        recipients=len(event.recipients),
        good=good.text if good else None,
        good_category=good.category if good else None,
        quantity=good.quantity if good else None,
        unit=good.unit if good else None,
        place=place.name if place else None,
        place_country=place.country if place else None,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        reports=event.reports,
        outlets=len(event.outlets),
        origins=len(event.origins),
        origin_names="; ".join(event.origins),
        voices_named=event.voices_named,
        voices_unnamed=event.voices_unnamed,
        first_reported=event.first_reported,
        last_reported=event.last_reported,
        disputed="; ".join(
            f"{one.field}: {', '.join(told.value for told in one.values)}"
            for one in event.contradictions
        ),
        claims=len(event.claims),
        date=start or event.first_reported,
        voice="; ".join(event.status_by),
        amount=(amount_of(good) or None) if good else None,
        origins_denying=len(event.origins_denying),
        rejected=len(event.rejected),
        goods="; ".join(one.text for one in event.goods),
        amounts="; ".join(amount_of(one) or "not stated" for one in event.goods),
        sentence=sentence,
    )


def date_basis(event: Event) -> str | None:
    """Return what the days of an event rest on, as in EventRow; None where it has none."""
    time = event.time
    if time and (time.start or time.end):
        return str(time.basis)
    if event.first_reported is None:
        return None
    first = [one for one in event.told_by if (one.published or "")[:10] == event.first_reported]
    derived = first and all(one.published_basis == "derived" for one in first)
    return "derived" if derived else "published"


def reported(event: Event) -> dict[str, Any]:
    """Return who reports an event and when, by the columns that lines and ledger share."""
    return {
        "reports": event.reports,
        "outlets": len(event.outlets),
        "origins": len(event.origins),
        "origin_names": "; ".join(event.origins),
        "origins_denying": len(event.origins_denying),
        "first_reported": event.first_reported,
        "last_reported": event.last_reported,
    }
