"""Promises: what was announced or planned, and what became of it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator

from reportedly.errors import UsageError
from reportedly.linking.plans import Outcome, days_of, plan_of
from reportedly.records import Event, Good, Record, Step, StepBasis
from reportedly.records.amounts import number_of
from reportedly.records.dates import day_of
from reportedly.store import ClaimFilter, Store
from reportedly.views.event_pages import EventFilter, event_page, last_day, plan_counts


class PromiseRow(Record, frozen=True, kw_only=True):
    """One event that was announced or planned; the days that each field means are ISO.

    event, type, mode  of the event
    actors, recipients  names, joined by "; "
    good       of the first good, with its number; null without one
    announced  day on which the plan was first reported; null when unknown
    due_from, due_to  the days for which it was last planned; null where no text gives them
    due_basis  stated or relative; null without days
    outcome    kept (reported to have happened), denied, cancelled, postponed; overdue when the
               last day for which it was planned is past and nothing more was reported; else open
    outcome_when  the day of that as the text gives it, else the day of the report; null when
               overdue or open
    days_late  days from due_to to the day on which it happened; 0 on any day from due_from to
               due_to, or before due_to without a due_from; negative when before due_from; null
               without both
    as_of      the day up to which the store is taken to know
    reports, origins  how many; origins of the reports that tell it, origins_denying of those that
               deny it
    claim, outcome_claim  ids of the first claim of the plan, and of the outcome
    """

    event: str
    type: str | None
    mode: str | None
    actors: str
    recipients: str
    good: str | None
    announced: str | None
    due_from: str | None
    due_to: str | None
    due_basis: str | None
    outcome: str
    outcome_when: str | None
    days_late: int | None
    as_of: str
    reports: int
    origins: int
    claim: str
    outcome_claim: str | None
    origins_denying: int = 0


class FollowThrough(Record, frozen=True, kw_only=True):
    """How often the plans of an actor, or of a type, are kept.

    by       name of the actor, or the type
    plans    how many; kept … open: how many of them became what
    share    kept of all that is settled (not postponed, not open); null when nothing is
    low, high  between which the share lies with 95 % confidence (Wilson); null with the share
    """

    by: str
    plans: int
    kept: int
    denied: int
    cancelled: int
    postponed: int
    overdue: int
    open: int
    share: float | None
    low: float | None
    high: float | None

    @property
    def settled(self) -> int:
        """How many plans are kept, denied, cancelled or overdue."""
        return self.kept + self.denied + self.cancelled + self.overdue


def promises(
    store: Store,
    chosen: ClaimFilter | None = None,
    *,
    as_of: str | None = None,
    origins: int = 0,
) -> Iterator[PromiseRow]:
    """Yield the plans among the chosen events, by the day on which they were first reported.

    as_of: the day up to which the store knows; the last day of publication in it when not given.
    Raises UsageError for what is no ISO date.
    """
    if as_of is not None and day_of(as_of) is None:
        raise UsageError(f"{as_of!r} is no ISO date such as '2024-06-30'")
    until = as_of or last_day(store) or "0001-01-01"
    plans = EventFilter(claims=chosen, sort="plans", origins=origins)
    for event in event_page(store, plans, order="first", down=False):
        row = promise_of(event, until)
        if row:
            yield row


def promise_of(event: Event, as_of: str) -> PromiseRow | None:
    """Return the plan that the event is or was; None where none was reported beforehand."""
    plan = plan_of(event.history)
    if plan is None:
        return None
    due, step, outcome = plan.due, plan.step, plan.outcome
    due_from, due_to = days_of(due.when) if due else (None, None)
    if outcome is Outcome.OPEN and due_to and due_to < as_of:
        outcome = Outcome.OVERDUE
    when = step.when if step else None
    good = event.goods[0] if event.goods else None
    return PromiseRow(
        event=event.id,
        type=event.type,
        mode=event.mode,
        actors="; ".join(actor.name for actor in event.actors),
        recipients="; ".join(actor.name for actor in event.recipients),
        good=_counted(good) if good else None,
        announced=event.first_reported,
        due_from=due_from,
        due_to=due_to,
        due_basis=str(due.basis) if due and due.basis else None,
        outcome=str(outcome),
        outcome_when=when,
        days_late=_late(step, due_from, due_to) if outcome is Outcome.KEPT else None,
        as_of=as_of,
        reports=event.reports,
        origins=len(event.origins),
        claim=plan.made.claim,
        outcome_claim=step.claim if step else None,
        origins_denying=len(event.origins_denying),
    )


def follow_through(rows: Iterable[PromiseRow], by: str) -> list[FollowThrough]:
    """Return how often plans are kept, by "actor" (each of an event's) or "type"."""
    groups: dict[str, Counter[str]] = {}
    for row in rows:
        names = row.actors.split("; ") if by == "actor" else [row.type or ""]
        for name in filter(None, names):
            groups.setdefault(name, Counter())[row.outcome] += 1
    found = [_summed(name, counts) for name, counts in groups.items()]
    return sorted(found, key=lambda row: (-row.plans, row.by))


def kept_by_actor(store: Store, chosen: ClaimFilter | None = None) -> list[FollowThrough]:
    """Return follow_through of all promises by actor, of each event no more than is counted."""
    groups: dict[str, Counter[str]] = {}
    for name, outcome, plans in plan_counts(store, EventFilter(claims=chosen)):
        for part in filter(None, name.split("; ")):
            groups.setdefault(part, Counter())[outcome] += plans
    found = [_summed(name, counts) for name, counts in groups.items()]
    return sorted(found, key=lambda row: (-row.plans, row.by))


def _counted(good: Good) -> str:
    """Return the good's words, with its number where they do not hold it ("$5bn")."""
    if not number_of(good) or any(c.isdigit() for c in good.text):
        return good.text
    return f"{number_of(good)} × {good.text}"


def _late(step: Step | None, due_from: str | None, due_to: str | None) -> int | None:
    """Return how far off the days that were named it happened: what was due in October is in time
    on any day of it."""
    if step is None or step.basis is StepBasis.PUBLISHED:
        return None
    first, last = map(day_of, days_of(step.when))
    begin, due = day_of(due_from), day_of(due_to)
    if last is None or due is None:
        return None
    if (first or last) > due:
        return (last - due).days
    return min(0, (last - begin).days) if begin else 0


def _summed(name: str, counts: Counter[str]) -> FollowThrough:
    settled = counts["kept"] + counts["denied"] + counts["cancelled"] + counts["overdue"]
    share, low, high = _wilson(counts["kept"], settled)
    return FollowThrough(
        by=name,
        plans=counts.total(),
        **{str(one): counts[str(one)] for one in Outcome},
        share=share,
        low=low,
        high=high,
    )


def _wilson(kept: int, of: int) -> tuple[float | None, float | None, float | None]:
    """Return the share and the bounds of its 95 % interval (Wilson 1927)."""
    if not of:
        return None, None, None
    z = 1.96
    share = kept / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return round(share, 3), round(max(0.0, middle - half), 3), round(min(1.0, middle + half), 3)
