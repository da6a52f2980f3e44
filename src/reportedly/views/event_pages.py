"""Events by the page, and what of them is new, changed, contested, much copied or due."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from reportedly.errors import UsageError
from reportedly.linking.plans import Outcome
from reportedly.records import Event, Record
from reportedly.records.dates import day_of
from reportedly.store import ClaimFilter, Store
from reportedly.store.actors import identities
from reportedly.store.facts import facts_sql
from reportedly.views.asked import Page, looked_up, paged, question, reports_only, rows
from reportedly.views.contradicted import contradicted_sql
from reportedly.views.events import shown

#: word → by what events are sorted; what is unknown stands last
EVENT_ORDERS = {
    "first": "first_reported",
    "last": "last_reported",
    "turned": "turned",
    "reports": "reports",
    "origins": "origins",
    "due": "due_to",
}
#: word → which events it means; $since is the first day of a stretch. No origin: a person judged
#: that none of its claims is one
SORTS = {
    "new": "origins > 0 AND first_reported >= $since",
    "changed": "turned >= $since",
    "contested": "contested AND last_reported >= $since",
    "contradicted": "last_reported >= $since",
    "denied": "origins > 0 AND status = 'negated' AND last_reported >= $since",
    "copied": "coalesce(telling, reports) > 1 AND origins = 1 AND last_reported >= $since",
    "differing": "differs AND last_reported >= $since",
    "single": "origins = 1 AND last_reported >= $since",
    "plans": "plan IS NOT NULL AND coalesce(last_reported, '9999') >= $since",
}
_OUTCOMES = {
    **{str(one): f"plan = '{one}'" for one in Outcome},
    "open": "plan = 'open' AND NOT coalesce(due_to < $as_of, false)",
    "overdue": "plan = 'open' AND due_to < $as_of",
}
_ALWAYS = "0001-01-01"


class EventFilter(Struct, frozen=True, kw_only=True):
    """Which events; None asks nothing.

    claims   one of the event's claims must be one of these; the status is that of the event
    sort     one of SORTS. Contradicted: one of the claims affirms the event in some voice, and
             somebody else denies it; claims then asks for a claim that does, its status, too
    since    the stretch for it, and for last_reported without one: first day, ISO 8601
    outcome  what became of the plan, see Outcome
    as_of    the day up to which the store knows; the last day of publication when not given
    reports, origins  so many at least

    Raises UsageError for a sort or outcome that there is not, and for what is no ISO date.
    """

    claims: ClaimFilter | None = None
    sort: str | None = None
    since: str | None = None
    outcome: str | None = None
    as_of: str | None = None
    reports: int = 0
    origins: int = 0

    def __post_init__(self) -> None:
        for word, known in ((self.sort, SORTS), (self.outcome, _OUTCOMES)):
            if word is not None and word not in known:
                raise UsageError(f"no {word!r}; there are {', '.join(known)}")
        for day in (self.since, self.as_of):
            if day is not None and day_of(day) is None:
                raise UsageError(f"{day!r} is no ISO date such as '2024-06-30'")


class NearRow(Record, frozen=True, kw_only=True):
    """Another event that may be the same: one is a claim of the first, other of this event.

    verdict, score  of the likest pair, see Decision
    """

    event: str
    one: str
    other: str
    verdict: str
    score: float


def event_page(
    store: Store,
    chosen: EventFilter | None = None,
    page: Page | None = None,
    order: str = "last",
    down: bool = True,
) -> Iterator[Event]:
    """Yield a page of the chosen events, whole, by one of EVENT_ORDERS; down: the last first."""
    rows = _ids(store, chosen, page, order, down)
    yield from events_named(store, [row["id"] for row in rows])


def event_part(
    store: Store, chosen: EventFilter, page: Page, order: str = "last", down: bool = True
) -> tuple[list[Event], int]:
    """Return what event_page and event_count do, asked for at once."""
    rows = list(_ids(store, chosen, page, order, down, ", count(*) OVER () AS every"))
    number = rows[0]["every"] if rows else event_count(store, chosen) if page.first else 0
    return list(events_named(store, [row["id"] for row in rows])), number


def _ids(
    store: Store,
    chosen: EventFilter | None,
    page: Page | None,
    order: str,
    down: bool,
    besides: str = "",
) -> Iterator[dict[str, Any]]:
    """Yield the ids of a page of events, with what else is asked for in SQL."""
    if order not in EVENT_ORDERS:
        raise UsageError(f"no order {order!r}; there are {', '.join(EVENT_ORDERS)}")
    where, values = event_where(store, chosen or EventFilter())
    direction = "DESC" if down else "ASC"
    sql = f"SELECT id{besides} FROM events WHERE {where} ORDER BY {EVENT_ORDERS[order]} {direction}"
    sql += " NULLS LAST, first_reported, id"
    if page is not None:
        sql, values = paged(sql, values, page)
    return store.rows(sql, values)


def event_count(store: Store, chosen: EventFilter | None = None) -> int:
    """Return how many events are chosen."""
    where, values = event_where(store, chosen or EventFilter())
    sql = f"SELECT count(*) AS events FROM events WHERE {where}"
    return int(next(store.rows(sql, values))["events"])


def sort_counts(store: Store, sorts: Iterable[str], since: str | None) -> dict[str, int]:
    """Return how many events are of each of some SORTS, from that day on; None: of all times."""
    counted = ", ".join(f"count(*) FILTER ({SORTS[sort]}) AS {sort}" for sort in sorts)
    sql = f"SELECT {counted} FROM events"
    return dict(next(store.rows(sql, {"since": since or _ALWAYS})))


def outcome_counts(store: Store, chosen: EventFilter | None = None) -> dict[str, int]:
    """Return how many plans among the chosen events became what; an outcome that none has is 0."""
    chosen = msgspec.structs.replace(chosen or EventFilter(), outcome=None)
    where, values = event_where(store, chosen)
    until = chosen.as_of or last_day(store) or _ALWAYS
    sql = f"""
    SELECT CASE WHEN {_OUTCOMES["overdue"]} THEN 'overdue' ELSE plan END AS outcome,
        count(*) AS plans
    FROM events WHERE plan IS NOT NULL AND {where} GROUP BY 1
    """
    found = {row["outcome"]: row["plans"] for row in store.rows(sql, {**values, "as_of": until})}
    return {str(one): found.get(str(one), 0) for one in Outcome}


def plan_counts(store: Store, chosen: EventFilter) -> Iterator[tuple[str, str, int]]:
    """Yield (an actor's name as it is shown, what became of plans, how many of theirs) among the
    chosen events."""
    where, values = event_where(store, chosen)
    until = chosen.as_of or last_day(store) or _ALWAYS
    sql = f"""
    SELECT
        coalesce(i."name", p."name") AS "name",
        CASE WHEN {_OUTCOMES["overdue"]} THEN 'overdue' ELSE plan END AS outcome,
        count(*) AS plans
    FROM (SELECT id, plan, due_to FROM events WHERE plan IS NOT NULL AND {where}) AS e
    JOIN plan_actors AS p ON p.event = e.id
    LEFT JOIN actor_identities AS i ON i.coded = coalesce(p.actor_id, '=' || p."name")
    GROUP BY ALL
    ORDER BY ALL
    """
    found = store.rows(sql, {**values, "as_of": until})
    return ((row["name"], row["outcome"], row["plans"]) for row in found)


def event(store: Store, name: str) -> Event | None:
    """Return the event of that id, or the one that has the claim of that id; None without one."""
    sql = """
    SELECT id FROM events WHERE id = $name
    UNION ALL SELECT event FROM event_claims WHERE claim = $name
    """
    found = next((row["id"] for row in store.rows(sql, {"name": name})), None)
    return next(events_named(store, [found]), None) if found else None


def records_of(store: Store, ids: Iterable[str]) -> dict[str, Event]:
    """Return id → event, as linking made it, of those of the events that are there."""
    found = looked_up(store, "SELECT id, packed FROM events WHERE {among}", "id", ids)
    packed = {row["id"]: row["packed"] for row in found}
    older = [key for key, one in packed.items() if one is None]
    whole = looked_up(store, "SELECT id, record FROM events WHERE {among}", "id", older)
    texts = {key: zlib.decompress(one) for key, one in packed.items() if one is not None}
    texts |= {row["id"]: row["record"].encode() for row in whole}
    return {key: msgspec.json.decode(text, type=Event) for key, text in texts.items()}


def events_named(store: Store, ids: Sequence[str]) -> Iterator[Event]:
    """Yield the events of these ids that are there, in this order."""
    records = records_of(store, ids)
    found = [records[key] for key in ids if key in records]
    parties = [one for told in found for one in (*told.actors, *told.recipients)]
    known = identities(store, parties)
    yield from (shown(told, known) for told in found)


def events_of(store: Store, claims: Sequence[str]) -> dict[str, str]:
    """Return claim → event of those claims that are in one."""
    sql = "SELECT claim, event FROM event_claims WHERE {among}"
    found = looked_up(store, sql, "claim", claims)
    return {row["claim"]: row["event"] for row in found if row["event"]}


def near_events(store: Store, event: str, number: int = 6) -> Iterator[NearRow]:
    """Yield the other events that its claims were found the likest to, the likest first."""
    return rows(store, question("near_events"), NearRow, {"event": event, "rows": number})


def last_day(store: Store) -> str | None:
    """Return the last day of publication in the store; None where no article has one."""
    # sooner than max(), which reads them all
    sql = """SELECT left(published_value, 10) AS day FROM articles
    ORDER BY published_value DESC NULLS LAST LIMIT 1"""
    return next((row["day"] for row in store.rows(sql)), None)


def event_where(store: Store, chosen: EventFilter) -> tuple[str, dict[str, Any]]:
    """Return the condition in SQL, over the columns of events, that chooses events; its values."""
    parts, values = ["true"], dict[str, Any]()
    if chosen.sort == "contradicted":
        asked = reports_only(chosen.claims)
        told, values = contradicted_sql(replace(asked, published_from=chosen.since))
        parts.append(f"id IN (SELECT event FROM ({told}))")
    elif chosen.claims is not None and chosen.claims != ClaimFilter():
        # the status asked for is the event's own, as events() has it
        asked = reports_only(chosen.claims)
        claims, values = facts_sql(replace(asked, status=()))
        if asked.status:
            parts.append("list_contains($status, status)")
            values["status"] = list(map(str, asked.status))
        parts.append(
            f"id IN (SELECT event FROM event_claims WHERE claim IN (SELECT id FROM ({claims})))"
        )
    if chosen.sort is not None:
        parts.append(SORTS[chosen.sort])
        values["since"] = chosen.since or _ALWAYS
    elif chosen.since is not None:
        parts.append("last_reported >= $since")
        values["since"] = chosen.since
    if chosen.outcome is not None:
        parts.append(_OUTCOMES[chosen.outcome])
        if "$as_of" in _OUTCOMES[chosen.outcome]:
            values["as_of"] = chosen.as_of or last_day(store) or _ALWAYS
    for name in ("reports", "origins"):
        if number := getattr(chosen, name):
            parts.append(f"{name} >= ${name}")
            values[name] = number
    return " AND ".join(f"({part})" for part in parts), values
