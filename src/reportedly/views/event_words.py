"""The text's own word for each event of a list."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportedly.records import Event
from reportedly.store import Store
from reportedly.views.asked import looked_up
from reportedly.views.entries import turns_down

#: claims of an event among which the word is looked for
_LOOKED = 12


class EventWord(Struct, frozen=True):
    """trigger of the first claim that tells it as firmly as the event; denial: what is done is no
    more than to deny or wave away what is told."""

    trigger: str
    denial: bool


def event_words(store: Store, events: Sequence[Event]) -> dict[str, EventWord]:
    """Return event → its word, of those of which a claim is in the store."""
    ids = [claim for one in events for claim in one.claims[:_LOOKED]]
    sql = """
    SELECT id, status, "trigger"."text" AS "trigger", rules FROM claims WHERE {among}
    """
    claims = {row["id"]: row for row in looked_up(store, sql, "id", ids)}
    found: dict[str, EventWord] = {}
    for one in events:
        rows = [claims[key] for key in one.claims[:_LOOKED] if key in claims]
        rows.sort(key=lambda row: row["status"] != one.status)
        if rows:
            found[one.id] = EventWord(rows[0]["trigger"], turns_down(rows[0]["rules"]))
    return found
