"""What was given to be read, each time: rows that are added and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from reportedly.store.database import Store

if TYPE_CHECKING:
    from reportedly.reading.polling import Freshness


class Reading(Struct, frozen=True, kw_only=True):
    """One reading of a source; see the table readings."""

    source: str
    made: str
    found: int
    fresh: int
    problems: int
    newest: str | None = None
    message: str | None = None


def reading_of(source: str, state: Freshness, fresh: int) -> Reading:
    """Return the reading of a feed that was asked; fresh: how many of it the store lacked."""
    return Reading(
        source=source,
        made=state.asked or "",
        found=0 if state.failing else state.found,
        fresh=fresh,
        problems=int(state.failing > 0),
        newest=state.newest,
        message=state.message,
    )


def keep_reading(store: Store, one: Reading) -> int:
    """Keep the reading under the next number and return that."""
    with store.transaction() as connection:
        ((number,),) = connection.execute(
            "SELECT coalesce(max(number), 0) + 1 FROM readings"
        ).fetchall()
        values = [getattr(one, name) for name in Reading.__struct_fields__]
        clean = [
            value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
            for value in values
        ]
        marks = ", ".join(f"${at}" for at in range(1, len(clean) + 2))
        connection.execute(f"INSERT INTO readings VALUES ({marks})", [number, *clean])
    return int(number)
