"""The text's own word for each event of a list."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from reportedly.records import Event, Stage, Status
from reportedly.store import Store
from reportedly.views.asked import looked_up
from reportedly.views.entries import turns_down

#: status → the steps of a history that tell it
_STEPS = {
    Status.HAPPENED: (Stage.HAPPENED,),
    Status.PLANNED: (Stage.ANNOUNCED, Stage.PLANNED),
    Status.NEGATED: (Stage.DENIED, Stage.CANCELLED),
}


class EventWord(Struct, frozen=True):
    """trigger of the claim that tells the event; denial: what is done is no more than to deny or
    wave away what is told."""

    trigger: str
    denial: bool


def event_words(store: Store, events: Sequence[Event]) -> dict[str, EventWord]:
    """Return event → its word, of those whose telling claim is in the store."""
    claims = {_telling(one): one.id for one in events}
    sql = """
    SELECT id, "trigger"."text" AS "trigger", rules FROM claims WHERE {among}
    """
    return {
        claims[row["id"]]: EventWord(row["trigger"], turns_down(row["rules"]))
        for row in looked_up(store, sql, "id", claims)
    }


def _telling(one: Event) -> str:
    """Return the claim that tells the event as its status has it, as far as its record knows: each
    other claim would have to be looked up."""
    steps = [step.claim for step in one.history if step.status in _STEPS.get(one.status, ())]
    said = [
        side.claims[0]
        for each in one.contradictions
        if each.field == "status"
        for side in each.values
        if side.value == "affirmed"
    ]
    return next(iter([*steps, *said, *one.claims]))
