"""What persons judge of who is who in a store, and whom views show for whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.records import Actor
from reportedly.store.database import Store
from reportedly.store.identity import ActorJudgement, write_judgement

#: actor_id as coded, "=Name" where that is null → (actor_id, name, country) as views show it
Identities = dict[str, tuple[str | None, str, str | None]]


def judge_actor(store: Store, judgement: ActorJudgement) -> int:
    """Keep the judgement under the next number, whatever its own is, and return that."""
    with store.transaction() as connection:
        return write_judgement(connection, judgement)


def actor_judgements(store: Store) -> Iterator[ActorJudgement]:
    """Yield what persons judged of who is who, in order; what was undone, too."""
    rows = store.rows("SELECT * FROM actor_judgements ORDER BY number")
    return (ActorJudgement(**row) for row in rows)


def identities(store: Store, among: Iterable[Actor] | None = None) -> Identities:
    """Return those whom views show otherwise than the coder wrote: all, or those of these actors.

    A country that is null stays as coded.
    """
    sql, values = "SELECT * FROM actor_identities WHERE coded NOT LIKE '@%'", {}
    if among is not None:
        keys = {one.actor_id or f"={one.name}" for one in among}
        if not keys:
            return {}
        sql += " AND coded IN (SELECT unnest($keys::VARCHAR[]))"
        values = {"keys": sorted(keys)}
    rows = store.rows(sql, values)
    return {row["coded"]: (row["actor_id"], row["name"], row["country"]) for row in rows}
