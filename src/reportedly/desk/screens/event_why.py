"""Why reports are one event, and what else may be the same: decisions, and what to say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.event_lines import EventLine, event_lines
from reportedly.desk.lines import Line
from reportedly.desk.wording import plain
from reportedly.records import Event
from reportedly.store import Store

_SHOWN, _NEAR, _REASONS = 40, 6, 5


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """What joins two claims, or keeps them apart; because: the reasons that weigh most."""

    one: Line
    other: Line
    verdict: str
    because: str
    by: str


@dataclass(frozen=True, slots=True)
class NearShown:
    """Another event that may be the same: the claims compared, and how it was decided."""

    line: EventLine
    one: str
    other: str
    verdict: str
    score: float


def decisions_of(event: Event, lines: Mapping[str, Line]) -> tuple[DecisionShown, ...]:
    """Return the decisions on claims that the event has."""
    found = []
    for one in event.decisions:
        if one.one not in lines or one.other not in lines:
            continue
        weighty = sorted(one.reasons, key=lambda reason: -abs(reason.points))[:_REASONS]
        because = "; ".join(f"{plain(r.what)} {r.points:+g}".replace("-", "−") for r in weighty)
        by = "a person" if one.by == "person" else f"the linker, {one.score:+.2f}"
        found.append(DecisionShown(lines[one.one], lines[one.other], str(one.verdict), because, by))
    return tuple(found[:_SHOWN])


def near_of(store: Store, event: Event) -> tuple[NearShown, ...]:
    """Return the events that were found the likest and are others, the likest first."""
    pairs = {one.event: one for one in views.near_events(store, event.id)}
    lines = event_lines(store, views.events_named(store, list(pairs)[:_NEAR]))
    return tuple(
        NearShown(one, pair.one, pair.other, pair.verdict, pair.score)
        for one in lines
        if (pair := pairs.get(one.id))
    )
