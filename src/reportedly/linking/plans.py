"""What an event's history comes to: its last turn, and what became of a plan."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from reportedly.records import Event, Stage, Step


class Outcome(StrEnum):
    """What became of a plan, as far as it was reported."""

    KEPT = "kept"
    DENIED = "denied"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    OVERDUE = "overdue"
    OPEN = "open"


class Plan(NamedTuple):
    """A plan. due: the step that names its last days, None where none does.

    outcome  what is reported of it; whether it is overdue depends on the day that one asks
    step     of the outcome; None while it is open
    """

    made: Step
    due: Step | None
    outcome: Outcome
    step: Step | None


class Turn(NamedTuple):
    """Two steps of different kinds that follow each other; day: when the later was reported."""

    before: Step
    after: Step
    day: str | None


_PLANS = (Stage.ANNOUNCED, Stage.PLANNED)
_DONE = (Stage.ONGOING, Stage.HAPPENED)
_ENDS = {
    Stage.DENIED: Outcome.DENIED,
    Stage.CANCELLED: Outcome.CANCELLED,
    Stage.POSTPONED: Outcome.POSTPONED,
}


def plan_of(history: Sequence[Step]) -> Plan | None:
    """Return the plan that the history tells; None where none was reported beforehand."""
    at = next((n for n, step in enumerate(history) if step.status in _PLANS), None)
    if at is None or any(step.status in _DONE for step in history[:at]):
        return None
    due = next((step for step in reversed(history) if step.status is Stage.PLANNED), None)
    outcome, step = _outcome(history[at + 1 :])
    return Plan(history[at], due, outcome, step)


def _outcome(later: Sequence[Step]) -> tuple[Outcome, Step | None]:
    """Return what became of a plan: what happened, or goes on, counts before what was said last."""
    kept = next((step for step in later if step.status in _DONE), None)
    if kept:
        return Outcome.KEPT, kept
    last = later[-1] if later else None
    if last and last.status in _ENDS:
        return _ENDS[last.status], last
    return Outcome.OPEN, None


def days_of(when: str | None) -> tuple[str | None, str | None]:
    """Return the first and the last day of a step; None on an open side."""
    start, _, end = (when or "").partition("/")
    return _known(start), _known(end or start)


def _known(day: str) -> str | None:
    return day if day not in ("", "..") else None


def last_turn(event: Event) -> Turn | None:
    """Return the last two steps of the event that tell it otherwise; None where none do.

    That a day was named for what had been announced is no turn, nor is it one that what has
    happened is to come: it is to come again. What goes on and what happened is one.
    """
    turns = [(a, b) for a, b in pairwise(event.history) if _turns(_sort(a), _sort(b))]
    if not turns:
        return None
    before, after = turns[-1]
    days = {claim: report.published for report in event.told_by for claim in report.claims}
    day = days.get(after.claim)
    return Turn(before, after, day[:10] if day else None)


def _turns(before: Stage, after: Stage) -> bool:
    return before != after and (before, after) != (Stage.HAPPENED, Stage.PLANNED)


def _sort(step: Step) -> Stage:
    if step.status in _PLANS:
        return Stage.PLANNED
    return Stage.HAPPENED if step.status in _DONE else step.status
