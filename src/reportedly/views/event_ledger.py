"""The ledger on events: one line an event and good, however many reports tell of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from reportedly.records import Actor, Event, Good, Record, Voice
from reportedly.store import ClaimFilter, Store
from reportedly.views.asked import ask
from reportedly.views.event_lines import days
from reportedly.views.events import reported
from reportedly.views.ledger import LedgerRow


class LedgerLine(Record, frozen=True, kw_only=True):
    """One event × one good; or one want, constraint or consequence × one good.

    date, date_to, date_basis  as in EventLine; those of the claim where there is no event
    deal       one of DEALS, of the firmest claim; deals, what else its claims make of it, joined by
               "; ", "denies" among them
    givers, receivers, good, kind, type, mode, status, voices, confidence  of that claim
    contested  true where some affirm the event and others deny it
    claims     how many tell of it; denied, how many of them deny it
    reports, outlets, origins  of the event, how many; null where there is none, for nobody has
               looked for its copies; origins of the reports that tell it, origin_names, joined
               by "; "; origins_denying, how many others have that deny it
    first_reported, last_reported  days of publication
    sentence, section, claim, article, title, publisher, url  of the firmest claim
    in_exchange_for  ids of claims of its article that it is in exchange for
    event      id; null for other kinds, and before `link` has run
    """

    date: str | None
    date_to: str | None
    date_basis: str | None
    deal: str
    deals: str
    givers: tuple[Actor, ...]
    receivers: tuple[Actor, ...]
    good: Good
    status: str
    voices: tuple[Voice, ...]
    kind: str
    type: str | None
    mode: str | None
    contested: bool
    claims: int
    denied: int
    reports: int | None
    outlets: int | None
    origins: int | None
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
    in_exchange_for: tuple[str, ...]
    event: str | None
    origins_denying: int = 0


class _Firmest(LedgerRow, frozen=True, kw_only=True):
    """A row of sql/event_ledger.sql: that of the ledger for the firmest claim, and what its event
    adds."""

    deals: str
    told: int
    denied: int
    section: str
    record: str | None


_KEPT = tuple(
    name
    for name in LedgerLine.__struct_fields__
    if name in _Firmest.__struct_fields__ and name != "date_basis"
)


def event_ledger(
    store: Store, chosen: ClaimFilter | None = None, *, origins: int = 0
) -> Iterator[LedgerLine]:
    """Yield the deals of the chosen claims, those of one event once, in order of time.

    origins: only events that have so many independent ones at least; what is no event is left out
    then.
    """
    for row in ask(store, "event_ledger", _Firmest, chosen):
        event = msgspec.json.decode(row.record, type=Event) if row.record else None
        if not origins or (event and len(event.origins) >= origins):
            yield _line(row, event)


def _line(row: _Firmest, event: Event | None) -> LedgerLine:
    day = (row.published or "")[:10] or None
    known: dict[str, Any] = {
        "contested": False, "reports": None, "outlets": None, "origins": None, "origin_names": "",
        "first_reported": day, "last_reported": day, "event": None,
    }  # fmt: skip
    start, end, basis = row.day_from, row.day_to, row.date_basis
    if event is not None:
        start, end, basis = days(event)
        known = {"contested": event.contested, "event": event.id, **reported(event)}
    kept = {name: getattr(row, name) for name in _KEPT}
    return LedgerLine(**kept, **known, date=start, date_to=end, date_basis=basis, claims=row.told)
