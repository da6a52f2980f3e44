"""Fold claims into the lines of a dossier, one line a matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.linking.answering import answering
from reportedly.records import Event, Factuality, Voice
from reportedly.views.entries import breaks_rule, turns_down
from reportedly.views.matter_rows import Matter, PartRow
from reportedly.views.promises import PromiseRow, promise_of
from reportedly.views.reports import TimelineRow
from reportedly.views.same_matter import Same, denies, keys

_FIRMNESS = ("happened", "ongoing", "planned", "possible", "conditional", "negated")
_SECTIONS = ("body", "faq_answer", "caption", "headline", "boilerplate", "faq_question")
_WHOLE = ("a_to_b", "b_to_a", "together")


def folded(rows: Sequence[PartRow], same: Same, chained: bool) -> list[list[PartRow]]:
    """Return the rows in groups of one matter each, the firmest wording first in each.

    chained: a row joins where it is the same as any of the group, not only as its firmest. The
    groups stand in the order of their first rows.
    """
    most = None if chained else 1
    groups: list[list[PartRow]] = []
    index: dict[str, dict[int, None]] = {}
    for row in sorted(rows, key=_strength):
        mine = keys(row)
        near = sorted({number for key in mine for number in index.get(key, ())})
        found = (n for n in near if any(same(one, row) for one in groups[n][:most]))
        number = next(found, len(groups))
        if number == len(groups):
            groups.append([])
        groups[number].append(row)
        for key in mine:
            index.setdefault(key, {})[number] = None
    order = {row.claim: number for number, row in enumerate(rows)}
    return sorted(groups, key=lambda group: min(order[row.claim] for row in group))


def matter(group: Sequence[PartRow], events: Mapping[str, Event], as_of: str) -> Matter | None:
    """Return the line of one matter; None where only a question speaks of it.

    events: by id, those of the group. as_of: the day up to which the store knows.
    """
    first = group[0]
    if first.asked:
        return None
    own = [row for row in group if not row.copied] or list(group)
    told = [row for row in own if not denies(row)]
    against = [row for row in group if denies(row)] if told else []
    told = told or own
    ids = dict.fromkeys(row.event for row in group if row.event)
    known = [events[one] for one in ids if one in events]
    plan = _plan(known, as_of)
    fields = {name: getattr(first, name) for name in TimelineRow.__struct_fields__}
    sides = _sides(first, told)
    return Matter(
        **{**fields, **sides},
        direction=_direction(first, told),
        claims=tuple(row.claim for row in group),
        events=tuple(one.id for one in known),
        articles=len({row.article for row in group}),
        origins=_number(known, "origins"),
        origins_denying=_number(known, "origins_denying"),
        own=any(not row.voices and _firmness(row) <= _firmness(first) for row in told),
        said_by=_voices(told, first.voices),
        denials=tuple(row.claim for row in against),
        denied_by=_voices(against, ()),
        conditions=tuple(
            dict.fromkeys(
                link.claim for row in group for link in row.links if link.relation == "if"
            )
        ),
        rule=any(breaks_rule(row.rules) for row in group),
        denial=turns_down(first.rules),
        outcome=plan.outcome if plan else None,
        announced=plan.announced if plan else None,
        due_from=plan.due_from if plan else None,
        due_to=plan.due_to if plan else None,
        outcome_when=plan.outcome_when if plan else None,
    )


def _number(events: Sequence[Event], field: str) -> int | None:
    """Return how many different origins the events have on a side; None without an event."""
    return len({one for event in events for one in getattr(event, field)}) if events else None


def _sides(first: PartRow, told: Sequence[PartRow]) -> dict[str, object]:
    """Return the sides of the line's own claim; one that it leaves out is of the next that names
    it and nobody else on the other side."""
    found: dict[str, object] = {}
    for side, other in (("actors", "recipients"), ("recipients", "actors")):
        if getattr(first, side):
            continue
        mine = {party.name for party in getattr(first, other)}
        fits = (
            row for row in told
            if getattr(row, side) and mine >= {party.name for party in getattr(row, other)}
        )  # fmt: skip
        if (row := next(fits, None)) is not None and not _turned(first, row):
            found[side] = getattr(row, side)
    return found


def _turned(first: PartRow, row: PartRow) -> bool:
    """Say whether the sides stand the other way round: who sells is no actor of a purchase."""
    goods = (*first.goods, *row.goods)
    ends = ({getattr(good, side) for good in goods} - {None} for side in ("giver", "receiver"))
    return any(len(found) > 1 for found in ends)


def _direction(first: PartRow, told: Sequence[PartRow]) -> str | None:
    """Return the line's way: of two halves, "from a" and "to b", the whole."""
    halves = {first.direction, *(row.direction for row in told)}
    if first.direction in _WHOLE or first.direction is None:
        return first.direction
    for whole in _WHOLE[:2]:
        giver, receiver = whole.split("_to_")
        if {f"from_{giver}", f"to_{receiver}"} <= halves:
            return whole
    return first.direction


def _strength(row: PartRow) -> tuple[object, ...]:
    """Sort the firmest wording first, what copies made of their originals last: done before
    planned, whole before one-sided, an article's own voice before a named one before others, the
    fullest first."""
    return (
        row.copied,
        row.asked,
        _firmness(row),
        row.direction is not None and row.direction not in _WHOLE,
        not row.actors,
        -Factuality(row.factuality).score,
        bool(row.voices) + any(not voice.named for voice in row.voices),
        -len(row.goods),
        row.dated != "claim",
        _SECTIONS.index(row.section),
    )


def _firmness(row: PartRow) -> int:
    """Return the place of the status; what hangs on a condition is no firmer than that."""
    if denies(row):
        return len(_FIRMNESS)
    hangs = any(link.relation == "if" for link in row.links)
    return max(_FIRMNESS.index(row.status), _FIRMNESS.index("conditional") if hangs else 0)


def _voices(rows: Iterable[PartRow], but: Sequence[Voice]) -> tuple[Voice, ...]:
    """Return the innermost voices of the rows, each name once, without those given."""
    found = {(one.name or one.text): None for one in but}
    kept: list[Voice] = []
    for row in rows:
        for voice in answering(row.voices, denies(row)):
            name = voice.name or voice.text
            if name not in found:
                found[name] = None
                kept.append(voice)
    return tuple(kept)


def _plan(events: Iterable[Event], as_of: str) -> PromiseRow | None:
    """Return the plan that one of the events is or was; None where none was."""
    found = (promise_of(event, as_of) for event in events)
    return next((row for row in found if row is not None), None)
