"""From expressions to days, in text order: by the publication date, or by what was told before."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from reportedly.coding.times.mention import Expression, TimeMention
from reportedly.coding.times.spells import UNKNOWN, Spell
from reportedly.records import Basis, Grain

#: between words such as "two days before" and the time that they count from
_APART = re.compile(r"[,;:.–—]")


def resolved(
    text: str,
    found: Sequence[Expression],
    published: datetime.date | None,
    past: bool | None,
    told: Spell,
) -> tuple[TimeMention, ...]:
    """Return the expressions of a text with their days.

    told: the time that was told last before this text; unknown where nothing shall count from it.
    """
    days = [_days(one, published, past) for one in found]
    for at, one in enumerate(found):
        if one.of_day:
            days[at] = _on_day(at, found, days, published, past)
        elif one.from_told is not None:
            days[at] = _reckoned(one, _anchor(text, at, found, days, told))
    return tuple(_mention(one, spell) for one, spell in zip(found, days, strict=True))


def _days(one: Expression, published: datetime.date | None, past: bool | None) -> Spell:
    try:
        return one.resolve(published, past)
    except OverflowError:  # beyond the years 1 to 9999
        return UNKNOWN


def _reckoned(one: Expression, anchor: Spell) -> Spell:
    try:
        return one.from_told(anchor) if one.from_told else UNKNOWN
    except OverflowError:
        return UNKNOWN


def _anchor(
    text: str, at: int, found: Sequence[Expression], days: Sequence[Spell], told: Spell
) -> Spell:
    """Return the time that an expression counts from; unknown where the text names none."""
    if found[at].behind:
        after = at + 1
        if after == len(found) or _APART.search(text, found[at].end, found[after].start):
            return UNKNOWN
        return days[after]
    known = (days[k] for k in reversed(range(at)) if None not in days[k] and not found[k].limit)
    return next(known, told)


def _on_day(
    at: int,
    found: Sequence[Expression],
    days: Sequence[Spell],
    published: datetime.date | None,
    past: bool | None,
) -> Spell:
    """Return the days of a clock time: of the day that the sentence tells, else of publication."""
    for k in (*reversed(range(at)), *range(at + 1, len(found))):
        first, last = days[k]
        if found[k].grain is Grain.DAY and first is not None and first == last:
            return _days(found[at], first, past)
    return _days(found[at], published, past)


def _mention(one: Expression, days: Spell) -> TimeMention:
    grain = Grain.VAGUE if one.from_told is not None and days == UNKNOWN else one.grain
    basis = Basis.STATED if one.stated else Basis.RELATIVE
    return TimeMention(
        one.start, one.end, days.first, days.last, grain, basis, one.limit, one.cyclic
    )
