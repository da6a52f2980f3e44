"""The tables of linking: what SQL finds and keeps of articles, decisions and events."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import duckdb
import pyarrow as pa

from reportedly.errors import UsageError
from reportedly.linking.assemble import telling
from reportedly.linking.beside import copies_of, stances_of, word_of
from reportedly.linking.decisions import Said
from reportedly.linking.plans import days_of, last_turn, plan_of
from reportedly.records import Claim, Decision, Event, Verdict
from reportedly.store import Store

Connection = duckdb.DuckDBPyConnection
_COPIES = pa.schema([("one", pa.string()), ("other", pa.string()), ("share", pa.float64())])
_CLAIMS = pa.schema([("event", pa.string()), ("claim", pa.string()), ("article", pa.string())])
_EVENTS = pa.schema(
    [("id", pa.string()), ("first_claim", pa.string()), ("first_reported", pa.string()),
     ("reports", pa.int32()), ("origins", pa.int32()), ("telling", pa.int32()),
     ("denying", pa.int32()), ("differs", pa.bool_()), ("status", pa.string()),
     ("contested", pa.bool_()), ("last_reported", pa.string()), ("turned", pa.string()),
     ("plan", pa.string()), ("due_to", pa.string()), ("record", pa.string()),
     ("packed", pa.binary()), ("word", pa.string()), ("word_rules", pa.string())]
)  # fmt: skip
_CHANGE = pa.struct(
    [(name, pa.string()) for name in ("change", "was", "now", "claim", "from_claim")]
)
_EVENT_COPIES = pa.schema(
    [*((name, pa.string()) for name in ("event", "article", "outlet", "published", "from_article",
                                        "from_outlet", "reason")),
     ("share", pa.float64()), ("kinds", pa.list_(pa.string())), ("changes", pa.list_(_CHANGE))]
)  # fmt: skip
_STANCES = pa.schema(
    [("event", pa.string()), ("claim", pa.string()), ("denied", pa.bool_()),
     ("holders", pa.list_(pa.int32()))]
)  # fmt: skip
_PLANNED = pa.schema([("event", pa.string()), ("name", pa.string()), ("actor_id", pa.string())])
_REASON = pa.struct([("what", pa.string()), ("points", pa.float64())])
_DECISIONS = pa.schema(
    [("one", pa.string()), ("other", pa.string()), ("verdict", pa.string()),
     ("score", pa.float64()), ("reasons", pa.list_(_REASON)), ("by", pa.string()),
     ("linker", pa.string()), ("made", pa.string())]
)  # fmt: skip
#: what lies beside the events and follows from them, by the event
_BESIDE = ("plan_actors", "event_copies", "event_stances")
#: claims that are in no event yet have this in its place
_NO_EVENT = ""
_AMONG = "IN (SELECT unnest($ids::VARCHAR[]))"


def pending(store: Store, linker: str, limit: int | None) -> list[str]:
    """Return the ids of articles that are not linked as they are now, in their order."""
    sql = _sql("pending")
    rows = store.rows(sql, {"linker": linker, "limit": limit if limit is not None else 1 << 60})
    return [row["id"] for row in rows]


def forget_other_linkers(connection: Connection, linker: str) -> None:
    """Drop what other points made, decisions apart: everything is then linked anew."""
    found = connection.execute("SELECT 1 FROM linked WHERE linker <> $1 LIMIT 1", [linker])
    if found.fetchall():
        for table in (
            *("linked", "link_keys", "copies"),
            *("events", "event_claims", *_BESIDE),
        ):
            connection.execute(f"DELETE FROM {table}")


def forget(connection: Connection, ids: Sequence[str]) -> None:
    """Drop what was made of these articles, whose claims are new; decisions stay."""
    values = {"ids": list(ids)}
    events = f"IN (SELECT event FROM event_claims WHERE article {_AMONG})"
    for table, condition in (
        *((table, f"event {events}") for table in _BESIDE),
        ("events", f"id {events}"),
        ("link_keys", f"article {_AMONG}"),
        ("event_claims", f"article {_AMONG}"),
        ("linked", f"article {_AMONG}"),
        ("copies", f"one {_AMONG} OR other {_AMONG}"),
    ):
        connection.execute(f"DELETE FROM {table} WHERE {condition}", values)


def claims_beside(connection: Connection, ids: Sequence[str]) -> set[str]:
    """Return the claims of other articles that share an event with one of these."""
    return _first_of(connection, "beside", {"ids": list(ids)})


def claims_of(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return the claims of events of these articles."""
    sql = f"SELECT claim FROM event_claims WHERE article {_AMONG}"
    return {claim for (claim,) in connection.execute(sql, {"ids": sorted(ids)}).fetchall()}


def family(connection: Connection, ids: Sequence[str]) -> list[str]:
    """Return these articles and all that copy one another with them, sorted."""
    return sorted(_first_of(connection, "family", {"ids": list(ids)}))


def joined(connection: Connection, claims: Iterable[str], linker: str) -> dict[str, str]:
    """Return claim → article of these and of all that decisions join to them, one by another."""
    values = {"claims": sorted(claims), "linker": linker}
    return dict(connection.execute(_sql("joined"), values).fetchall())


def edges(connection: Connection, claims: Iterable[str], linker: str) -> list[tuple[str, str]]:
    """Return the pairs of these claims that are the same by their score, or that persons judged."""
    values = {"claims": sorted(claims), "linker": linker}
    return connection.execute(_sql("edges"), values).fetchall()


def said(connection: Connection, claims: Mapping[str, str]) -> list[Said]:
    """Return what persons last said of pairs of these claims."""
    found = connection.execute(_sql("said"), {"claims": sorted(claims)}).fetchall()
    return [Said(one, other, verdict == Verdict.SAME) for one, other, verdict in found]


def claim_named(store: Store, name: str) -> str:
    """Return the claim of that id, or the first one of the event. Raises UsageError for neither."""
    sql = """
    SELECT claim FROM event_claims WHERE claim = $name
    UNION ALL SELECT first_claim FROM events WHERE id = $name
    """
    for row in store.rows(sql, {"name": name}):
        return str(row["claim"])
    raise UsageError(f"no claim and no event {name!r}; `reportedly events` lists both ids")


def in_events(store: Store, claims: Iterable[str]) -> list[str]:
    """Return those of the claims that are in an event."""
    sql = "SELECT claim FROM event_claims WHERE event <> '' AND list_contains($claims, claim)"
    return [row["claim"] for row in store.rows(sql, {"claims": sorted(claims)})]


def claims_with(store: Store, claim: str) -> list[str]:
    """Return the other claims of a claim's event, in order."""
    sql = """
    SELECT o.claim FROM event_claims AS c JOIN event_claims AS o ON o.event = c.event
    WHERE c.claim = $claim AND o.claim <> $claim AND c.event <> '' ORDER BY o.claim
    """
    return [row["claim"] for row in store.rows(sql, {"claim": claim})]


def told_apart(store: Store, one: str, other: str) -> list[tuple[str, str]]:
    """Return the pairs of claims of the events of these two that a person told apart."""
    rows = store.rows(_sql("told_apart"), {"one": one, "other": other})
    return [(row["one"], row["other"]) for row in rows]


def add_copies(connection: Connection, found: Iterable[tuple[str, str, float]]) -> None:
    """Keep which articles copy one another."""
    rows = {(one, other): share for one, other, share in found}
    _append(
        connection,
        "copies",
        [{"one": one, "other": other, "share": share} for (one, other), share in rows.items()],
        _COPIES,
    )


def add_decisions(
    connection: Connection, decisions: Iterable[Decision], linker: str | None, made: str | None
) -> None:
    """Add decisions, except those that are there already word for word."""
    rows = [decision.to_dict() | {"linker": linker, "made": made} for decision in decisions]
    if not rows:
        return
    connection.register("incoming", pa.Table.from_pylist(rows, schema=_DECISIONS))
    try:
        connection.execute(_sql("add_decisions"))
    finally:
        connection.unregister("incoming")


def add_claims(connection: Connection, claims: Iterable[tuple[str, str]]) -> None:
    """Keep claims, as (id, article), that are in no event yet."""
    rows = [{"event": _NO_EVENT, "claim": claim, "article": article} for claim, article in claims]
    _append(connection, "event_claims", rows, _CLAIMS)


def replace_events(
    connection: Connection,
    members: Mapping[str, str],
    events: Sequence[Event],
    told: Mapping[str, Claim],
) -> None:
    """Put these events in place of all that have one of the claims, which are all of theirs.

    members: claim → article; told: the claims themselves, by id.
    """
    claims = {"claims": sorted(members)}
    for table, column in (*((table, "event") for table in _BESIDE), ("events", "id")):
        sql = _sql("drop_events").replace("{table}", table).replace("{column}", column)
        connection.execute(sql, claims)
    sql = "DELETE FROM event_claims WHERE claim IN (SELECT unnest($claims::VARCHAR[]))"
    connection.execute(sql, claims)
    rows = [_event(event) | word_of(event, told) for event in events]
    _append(connection, "events", rows, _EVENTS)
    planned = [
        {"event": event.id, "name": actor.name, "actor_id": actor.actor_id}
        for event, row in zip(events, rows, strict=True)
        if row["plan"]
        for actor in event.actors
    ]
    _append(connection, "plan_actors", planned, _PLANNED)
    own = [
        {"event": event.id, "claim": claim, "article": members[claim]}
        for event in events
        for claim in event.claims
    ]
    _append(connection, "event_claims", own, _CLAIMS)
    copies = [row for event in events for row in copies_of(event, told)]
    _append(connection, "event_copies", copies, _EVENT_COPIES)
    stances = [row for event in events for row in stances_of(event, told)]
    _append(connection, "event_stances", stances, _STANCES)


def _event(event: Event) -> dict[str, Any]:
    plan, turn, record = plan_of(event.history), last_turn(event), event.to_json()
    return {
        "id": event.id,
        "first_claim": event.claims[0],
        "first_reported": event.first_reported,
        "reports": event.reports,
        "origins": len(event.origins),
        "telling": len(telling(event.told_by, event.contradictions)),
        "denying": len(event.origins_denying),
        "differs": any(one.field != "status" for one in event.contradictions),
        "status": str(event.status),
        "contested": event.contested,
        "last_reported": event.last_reported,
        "turned": turn.day if turn else None,
        "plan": str(plan.outcome) if plan else None,
        "due_to": days_of(plan.due.when)[1] if plan and plan.due else None,
        "record": record,
        "packed": zlib.compress(record.encode(), 1),
    }


def set_linked(connection: Connection, ids: Sequence[str], linker: str) -> None:
    """Keep that these articles are linked, as they are now."""
    sql = f"INSERT INTO linked SELECT id, coder_digest, $linker FROM articles WHERE id {_AMONG}"
    connection.execute(sql, {"ids": list(ids), "linker": linker})


def _first_of(connection: Connection, name: str, values: Mapping[str, Any]) -> set[str]:
    return {row[0] for row in connection.execute(_sql(name), dict(values)).fetchall()}


def _append(
    connection: Connection, table: str, rows: list[dict[str, Any]], schema: pa.Schema
) -> None:
    if not rows:
        return
    connection.register("incoming", pa.Table.from_pylist(rows, schema=schema))
    try:
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
    finally:
        connection.unregister("incoming")


@cache
def _sql(name: str) -> str:
    return files(__package__).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
