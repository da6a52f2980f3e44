"""Drift: what copies changed of the reports that they copy, by event and by outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from reportedly.linking.drift import Change, Kind, copied
from reportedly.records import Claim, Event, Record, Report
from reportedly.store import ClaimFilter, Store
from reportedly.views.events import events


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
    copies    how many of its articles copy another one
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
    for event in events(store, chosen, origins=origins):
        yield from drift_of(event, _claims(store, event))


def drift_of(event: Event, claims: Mapping[str, Claim]) -> Iterator[DriftRow]:
    """Yield what the event's copies changed. claims: those of the event, by id."""
    for report, original, changes in copied(event, claims):
        for change in changes:
            yield _row(event, report, original, change)


def outlet_drift(
    store: Store, chosen: ClaimFilter | None = None, *, origins: int = 0
) -> list[OutletDrift]:
    """Return what each outlet's copies changed, the one with most changes first."""
    copies: dict[str | None, set[str]] = {}
    rows: list[DriftRow] = []
    for event in events(store, chosen, origins=origins):
        for report in event.told_by:
            if report.copy_of:
                copies.setdefault(report.outlet, set()).add(report.article)
        rows += drift_of(event, _claims(store, event))
    found = [_of_outlet(outlet, articles, rows) for outlet, articles in copies.items()]
    return sorted(found, key=lambda row: (-row.changes, -row.copies, row.outlet or ""))


def _of_outlet(outlet: str | None, articles: set[str], rows: Iterable[DriftRow]) -> OutletDrift:
    own = [row for row in rows if row.article in articles]
    kinds = Counter(row.change for row in own)
    order = [str(kind) for kind in Kind]
    return OutletDrift(
        outlet=outlet,
        copies=len(articles),
        faithful=len(articles - {row.article for row in own}),
        changes=len(own),
        kinds=dict(sorted(kinds.items(), key=lambda pair: (-pair[1], order.index(pair[0])))),
    )


def _claims(store: Store, event: Event) -> dict[str, Claim]:
    """Return the claims of an event that has a copy, by id; no others are needed."""
    if not any(report.copy_of for report in event.told_by):
        return {}
    return {claim.id: claim for claim in store.claims(ClaimFilter(ids=event.claims))}


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
