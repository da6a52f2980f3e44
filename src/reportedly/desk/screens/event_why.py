"""Why reports are one event, and what else may be the same: decisions, and what to say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.event_lines import EventLine, event_lines
from reportedly.desk.lines import Line
from reportedly.desk.wording import plain
from reportedly.records import Event, Reason
from reportedly.store import Store

_SHOWN, _NEAR, _REASONS = 40, 6, 5
_BASE = "most claims are of different events"


@dataclass(frozen=True, slots=True)
class ReasonShown:
    """One reason in words, and what it is worth."""

    words: str
    points: str


@dataclass(frozen=True, slots=True)
class DecisionShown:
    """What joins two claims, or keeps them apart; speaks_for, against: the reasons that weigh most,
    the weightiest first; score: the sum of all points, "" where a person decided."""

    one: Line
    other: Line
    verdict: str
    speaks_for: tuple[ReasonShown, ...]
    against: tuple[ReasonShown, ...]
    by: str
    score: str


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
        person = one.by == "person"
        found.append(
            DecisionShown(
                lines[one.one],
                lines[one.other],
                str(one.verdict),
                tuple(_reason(each) for each in weighty if each.points > 0),
                tuple(_reason(each) for each in weighty if each.points <= 0),
                "a person" if person else "the linker",
                "" if person else f"{one.score:+.2f}".replace("-", "−"),
            )
        )
    return tuple(found[:_SHOWN])


def _reason(one: Reason) -> ReasonShown:
    words = _BASE if one.what == "base" else plain(one.what)
    return ReasonShown(words, f"{one.points:+g} points".replace("-", "−"))


def near_of(store: Store, event: Event) -> tuple[NearShown, ...]:
    """Return the events that were found the likest and are others, the likest first."""
    pairs = {one.event: one for one in views.near_events(store, event.id)}
    lines = event_lines(store, views.events_named(store, list(pairs)[:_NEAR]))
    return tuple(
        NearShown(one, pair.one, pair.other, pair.verdict, pair.score)
        for one in lines
        if (pair := pairs.get(one.id))
    )
