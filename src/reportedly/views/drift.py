"""Drift: what copies changed of the reports that they copy, by event and by outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import batched
from typing import Any

from reportedly.linking.drift import Change, Kind, copied
from reportedly.records import Claim, Event, Record, Report
from reportedly.store import ClaimFilter, Store
from reportedly.views.asked import question
from reportedly.views.copies import sentences
from reportedly.views.event_pages import EventFilter, event_where

_AT_ONCE = 200  # rows whose sentences are looked up by one query


class DriftRow(Record, frozen=True, kw_only=True):
    """One thing that a copy changed.

    event, type  of the event that both tell of
    change     voice dropped, voice added, voice changed, hardened, softened, reversed, number
               changed, actor changed, recipient changed, day changed, denial left out, denial added
    was, now   in words; empty where the one has nothing
    outlet, article, published  of the copy; outlet and published null when unknown
    from_outlet, from_article   of the report that it copies
    sentence, from_sentence     null where the one has none
    claim, from_claim           ids; null where the one has none
    """

    event: str
    type: str | None
    change: str
    was: str
    now: str
    outlet: str | None
    article: str
    published: str | None
    from_outlet: str | None
    from_article: str
    sentence: str | None
    from_sentence: str | None
    claim: str | None
    from_claim: str | None


class OutletDrift(Record, frozen=True, kw_only=True):
    """How often an outlet copied, and what it changed.

    outlet    null: the ones that are not known, together
    copies    how many of its articles copy another one that tells of the event, too
    faithful  how many of them change nothing that is a claim
    changes   how many changes there are in the others
    kinds     change → how often, the most frequent first
    """

    outlet: str | None
    copies: int
    faithful: int
    changes: int
    kinds: dict[str, int]


def drift(
    store: Store, chosen: ClaimFilter | None = None, *, origins: int = 0
) -> Iterator[DriftRow]:
    """Yield what copies changed, by event; chosen narrows the events as for events."""
    where, values = _where(store, chosen, origins)
    sql = question("drift").replace("{where}", where)
    for some in batched(store.rows(sql, values), _AT_ONCE):
        told = sentences(store, (row["one"] for row in some))
        for row in some:
            yield _kept({**row, **row["one"]}, told)


def drift_of(event: Event, claims: Mapping[str, Claim]) -> Iterator[DriftRow]:
    """Yield what the event's copies changed. claims: those of the event, by id."""
    for report, original, changes in copied(event, claims):
        for change in changes:
            yield _row(event, report, original, change)


def outlet_drift(
    store: Store, chosen: ClaimFilter | None = None, *, origins: int = 0
) -> list[OutletDrift]:
    """Return what each outlet's copies changed, the one with most changes first."""
    where, values = _where(store, chosen, origins)
    sql = f"SELECT outlet, article, kinds FROM event_copies WHERE {where}"
    copies: dict[str | None, dict[str, Counter[str]]] = {}
    for row in store.rows(sql, values):
        changed = copies.setdefault(row["outlet"], {}).setdefault(row["article"], Counter())
        changed.update(row["kinds"])
    found = [_of_outlet(outlet, articles) for outlet, articles in copies.items()]
    return sorted(found, key=lambda row: (-row.changes, -row.copies, row.outlet or ""))


def _where(store: Store, chosen: ClaimFilter | None, origins: int) -> tuple[str, dict[str, Any]]:
    where, values = event_where(store, EventFilter(claims=chosen, origins=origins))
    return f"event IN (SELECT id FROM events WHERE {where})", values


def _of_outlet(outlet: str | None, articles: Mapping[str, Counter[str]]) -> OutletDrift:
    kinds = sum(articles.values(), Counter[str]())
    order = [str(kind) for kind in Kind]
    return OutletDrift(
        outlet=outlet,
        copies=len(articles),
        faithful=sum(not changed for changed in articles.values()),
        changes=kinds.total(),
        kinds=dict(sorted(kinds.items(), key=lambda pair: (-pair[1], order.index(pair[0])))),
    )


def _kept(row: Mapping[str, Any], told: Mapping[str, str]) -> DriftRow:
    """Return a row of sql/drift.sql with the sentences of its claims."""
    names = [name for name in DriftRow.__struct_fields__ if not name.endswith("sentence")]
    ours, theirs = (told.get(row[name] or "") for name in ("claim", "from_claim"))
    return DriftRow(**{name: row[name] for name in names}, sentence=ours, from_sentence=theirs)


def _row(event: Event, report: Report, original: Report, change: Change) -> DriftRow:
    ours, theirs = change.copy, change.original
    return DriftRow(
        event=event.id,
        type=event.type,
        change=str(change.kind),
        was=change.was,
        now=change.now,
        outlet=report.outlet,
        article=report.article,
        published=report.published,
        from_outlet=original.outlet,
        from_article=original.article,
        sentence=ours.sentence.text if ours else None,
        from_sentence=theirs.sentence.text if theirs else None,
        claim=ours.id if ours else None,
        from_claim=theirs.id if theirs else None,
    )
