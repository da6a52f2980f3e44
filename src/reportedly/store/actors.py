"""What persons judge of who is who in a store, and whom views show for whom."""

from __future__ import annotations

from collections.abc import Iterator

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


def identities(store: Store) -> Identities:
    """Return those whom views show otherwise than the coder wrote.

    A country that is null stays as coded.
    """
    rows = store.rows("SELECT * FROM actor_identities WHERE coded NOT LIKE '@%'")
    return {row["coded"]: (row["actor_id"], row["name"], row["country"]) for row in rows}
