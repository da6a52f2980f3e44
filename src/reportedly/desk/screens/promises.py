"""Promises: what was announced, what became of it, and who keeps what was promised."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reportedly import views
from reportedly.desk.event_lines import EventLine, StageMark, event_lines
from reportedly.desk.lanes import ticks
from reportedly.desk.phrases import count, dated_how, moment, when
from reportedly.desk.query import Query
from reportedly.records import Event
from reportedly.records.dates import day_of
from reportedly.store import Store
from reportedly.views import Outcome

_WIDTH, _EDGE, _WHO = 300.0, 8.0, 40
#: outcome → its sign, what it is called, in the order of the screen
OUTCOMES = {
    "overdue": ("overdue", "overdue, no report"),
    "open": ("planned", "open, no report so far"),
    "postponed": ("postponed", "postponed"),
    "kept": ("happened", "kept"),
    "cancelled": ("negated", "cancelled"),
    "denied": ("negated", "denied"),
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A plan on the time axis: from x to due, and on to the end of what is known of it."""

    x: float
    due: float | None
    end: float | None
    ahead: bool


@dataclass(frozen=True, slots=True)
class PromiseShown:
    """One plan. late: how far off the day, or how long it is past."""

    line: EventLine
    mark: StageMark
    announced: str
    due: str
    basis: str
    became: str
    bar: Bar | None


@dataclass(frozen=True, slots=True)
class KeptShown:
    """How often one keeps what was promised; share, low, high in hundredths, None without any."""

    row: views.FollowThrough
    query: Query
    settled: int
    share: float | None
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PromisesShown:
    """The whole screen. shown: how many of number; counts: of every outcome; described: parties
    without a name, of whom nobody can say that they keep promises."""

    rows: tuple[PromiseShown, ...]
    number: int
    shown: int
    all: int
    counts: tuple[tuple[str, str, StageMark, int], ...]
    as_of: str
    ticks: tuple[tuple[float, str], ...]
    now: float | None
    kept: tuple[KeptShown, ...]
    left_kept: int
    described: int


def promises_shown(store: Store, query: Query) -> PromisesShown:
    """Return a page of the plans that the query asks for, and who keeps theirs."""
    chosen = query.but(only="plans").events()
    until = views.last_day(store) or "0001-01-01"
    order, down = ("due", False) if query.outcome in ("open", None) else ("due", True)
    events, number = views.event_part(store, chosen, query.part, order, down)
    axis = _axis(events, until)
    lines = event_lines(store, events)
    rows = [_row(one, line, until, axis) for one, line in zip(events, lines, strict=True)]
    counts = views.outcome_counts(store, chosen)
    every = views.kept_by_actor(store, query.reports())
    # "government" is not the same in every article
    kept = [one for one in every if not one.by.islower()]
    return PromisesShown(
        rows=tuple(rows),
        number=number,
        shown=len(rows),
        all=sum(counts.values()),
        counts=tuple(
            (key, name, StageMark(sign, "nq", name), counts[key])
            for key, (sign, name) in OUTCOMES.items()
        ),
        as_of=moment(until) if until > "0001-01-01" else "",
        ticks=tuple((_x(day, axis), words) for day, words in ticks(*axis, most=4)) if axis else (),
        now=_x(date.fromisoformat(until), axis) if axis else None,
        kept=tuple(_kept(one, query) for one in kept[:_WHO]),
        left_kept=max(0, len(kept) - _WHO),
        described=len(every) - len(kept),
    )


def _axis(events: Sequence[Event], until: str) -> tuple[date, date] | None:
    """Return the stretch from the first announcement to the last day named, at most a year on."""
    rows = [views.promise_of(one, until) for one in events]
    first = [day for row in rows if row and (day := day_of(row.announced))]
    if not first:
        return None
    now = date.fromisoformat(until)
    last = [day for row in rows if row and (day := day_of(row.due_to))]
    end = min(max([now, *last]), date(now.year + 1, now.month, 1))
    return min(first), max(end, min(first))


def _x(day: date, axis: tuple[date, date]) -> float:
    span = max(1, (axis[1] - axis[0]).days)
    part = min(1.0, max(0.0, (day - axis[0]).days / span))
    return round(_EDGE + (_WIDTH - 2 * _EDGE) * part, 1)


def _row(one: Event, line: EventLine, until: str, axis: tuple[date, date] | None) -> PromiseShown:
    plan = views.promise_of(one, until)
    assert plan is not None  # the store keeps which events are plans
    sign, words = OUTCOMES[plan.outcome]
    said = line.mark.said
    return PromiseShown(
        line=line,
        mark=StageMark(sign, line.mark.css, words, said),
        announced=moment(plan.announced) if plan.announced else "no day known",
        due=when(plan.due_from, plan.due_to) if plan.due_from or plan.due_to else "no day named",
        basis=dated_how(plan.due_basis or ""),
        became=_became(plan),
        bar=_bar(plan, axis, until),
    )


def _became(plan: views.PromiseRow) -> str:
    """Return what became of it in words: "6 Nov 2023, 5 days late", "34 days over"."""
    if plan.outcome == Outcome.KEPT:
        late = plan.days_late
        told = (
            "" if late is None else ", on the day" if plan.due_from == plan.due_to else ", in time"
        )
        if late:
            told = f", {count(abs(late), 'day')} {'late' if late > 0 else 'early'}"
        return f"happened {_day(plan.outcome_when)}{told}"
    if plan.outcome in (Outcome.OVERDUE, Outcome.OPEN):
        due, now = day_of(plan.due_to), day_of(plan.as_of)
        if due is None or now is None:
            return "no report of it since"
        days = (due - now).days
        return f"{count(-days, 'day')} over, no report" if days < 0 else f"in {count(days, 'day')}"
    return f"{plan.outcome} {_day(plan.outcome_when)}".strip()


def _day(day: str | None) -> str:
    start, _, end = (day or "").partition("/")
    return when(start or None, end or start or None) if day else ""


def _bar(plan: views.PromiseRow, axis: tuple[date, date] | None, until: str) -> Bar | None:
    start = day_of(plan.announced)
    if axis is None or start is None:
        return None
    due = day_of(plan.due_to)
    first, _, last = (plan.outcome_when or "").partition("/")
    over = plan.outcome in (Outcome.OVERDUE, Outcome.OPEN)
    end = day_of(until) if over else day_of(last or first or None)
    return Bar(
        x=_x(start, axis),
        due=_x(due, axis) if due else None,
        end=_x(end, axis) if end else None,
        ahead=bool(due and due > axis[1]),
    )


def _kept(row: views.FollowThrough, query: Query) -> KeptShown:
    share, low, high = (None if one is None else round(100 * one, 1)
                        for one in (row.share, row.low, row.high))  # fmt: skip
    return KeptShown(
        row=row,
        query=query.only_filters().but(actor=f"={row.by}"),
        settled=row.settled,
        share=share,
        low=low or 0.0,
        high=high or 0.0,
    )
