"""The text's own word for each event of a list."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from reportedly.records import Event
from reportedly.store import Store
from reportedly.views.asked import looked_up
from reportedly.views.entries import turns_down


class EventWord(Struct, frozen=True):
    """trigger of the claim that tells the event; denial: what is done is no more than to deny or
    wave away what is told."""

    trigger: str
    denial: bool


def event_words(store: Store, events: Iterable[Event]) -> dict[str, EventWord]:
    """Return event → its word, of those that have one in the store."""
    sql = "SELECT id, word, word_rules FROM events WHERE {among}"
    return {
        row["id"]: EventWord(row["word"], turns_down(row["word_rules"].split()))
        for row in looked_up(store, sql, "id", (one.id for one in events))
        if row["word"] is not None
    }
