"""The life of an event as reports tell it: announced, planned, ongoing, happened, called off,
denied."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.linking.contradicting import affirms, denies
from reportedly.linking.tellings import Telling
from reportedly.records import Stage, Status, Step, StepBasis

_AFFIRMED = {Status.PLANNED: Stage.PLANNED, Status.ONGOING: Stage.ONGOING}


def history_of(tellings: Sequence[Telling]) -> tuple[Step, ...]:
    """Return the steps in the order in which they were reported; what says nothing new is left out.

    A claim that is only possible or conditional is no step.
    """
    steps: list[Step] = []
    seen: set[tuple[Stage, str | None]] = set()
    for telling in tellings:
        for step in _step(telling):
            # what is reported anew on another day without days of its own is nothing new
            key = (step.status, None if step.basis is StepBasis.PUBLISHED else step.when)
            if key not in seen:
                seen.add(key)
                steps.append(step)
    return tuple(steps)


def _step(telling: Telling) -> Iterator[Step]:
    stage = stage_of(telling)
    if stage is None:
        return
    when, basis = _when(telling)
    if stage is Stage.PLANNED and basis in (StepBasis.PUBLISHED, None):
        stage = Stage.ANNOUNCED  # a plan without a day is only announced
    yield Step(status=stage, when=when, basis=basis, claim=telling.claim.id)


def stage_of(telling: Telling) -> Stage | None:
    """Return what a claim tells of the event's life; None for what is only possible."""
    if telling.off:
        return Stage(telling.off.value)
    if denies(telling.claim):
        return Stage.DENIED
    if not affirms(telling.claim):
        return None
    return _AFFIRMED.get(telling.status, Stage.HAPPENED)


def _when(telling: Telling) -> tuple[str | None, StepBasis | None]:
    """Return the text's own days, else the day of publication; an interval as ISO writes it."""
    time = telling.claim.time
    if time and (time.start or time.end):
        start, end = time.start or "..", time.end or ".."
        return (start if start == end else f"{start}/{end}"), StepBasis(time.basis.value)
    day = telling.account.day
    return (day.isoformat(), StepBasis.PUBLISHED) if day else (None, None)
