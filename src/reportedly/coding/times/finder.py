"""Finds the time expressions of a sentence and resolves them.

Four steps: a cheap test that most sentences fail; the rules, longest match first; the words
around each match; the publication date and the tense.
"""

from __future__ import annotations

import datetime

from reportedly.coding.times.counted import COUNTED_RULES
from reportedly.coding.times.dates import DATE_RULES
from reportedly.coding.times.joining import (
    add_clock,
    find_clocks,
    join_range,
    licensed,
    take_limit,
    take_part,
)
from reportedly.coding.times.mention import Expression, TimeMention
from reportedly.coding.times.periods import PERIOD_RULES
from reportedly.coding.times.relative import RELATIVE_RULES
from reportedly.coding.times.spells import UNKNOWN
from reportedly.coding.times.words import SIGNS
from reportedly.records import Basis, Grain

RULES = DATE_RULES + PERIOD_RULES + RELATIVE_RULES + COUNTED_RULES


def find_times(
    text: str, *, published: datetime.date | None, past: bool | None = None
) -> list[TimeMention]:
    """Return the time expressions in text order, none overlapping.

    published  day of publication; without it relative expressions stay unresolved
    past       tense of the sentence's verb: True past, False future, None unknown (then past,
               except after "by" and "until")

    "On Wednesday" in the past is the last Wednesday up to and including the publication day.
    """
    if not SIGNS.search(text):
        return []
    found = _joined(text, _longest(_matches(text)))
    return [_resolved(one, published, past) for one in found if not (one.ahead and past)]


def _matches(text: str) -> list[Expression]:
    found: list[Expression] = []
    for pattern, make in RULES:
        for match in pattern.finditer(text):
            expression = make(match)
            if expression is not None:
                found.append(expression)
    return found


def _longest(found: list[Expression]) -> list[Expression]:
    """Return the expressions that no longer one overlaps, in text order."""
    kept: list[Expression] = []
    for one in sorted(found, key=lambda e: (e.start - e.end, e.weak, e.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda e: e.start)


def _joined(text: str, found: list[Expression]) -> list[Expression]:
    """Apply the words around the expressions; drop weak ones that nothing supports."""
    clocks = find_clocks(text)
    found = [add_clock(text, take_part(text, one), clocks) for one in found]
    kept: list[Expression] = []
    at = 0
    while at < len(found):
        one = found[at]
        pair = join_range(text, one, found[at + 1]) if at + 1 < len(found) else None
        if pair is not None:
            kept.append(pair)
            at += 2
            continue
        one = take_limit(text, one)
        if not one.weak or licensed(text, one, kept[-1].end if kept else None):
            kept.append(one)
        at += 1
    kept += _loose_clocks(kept, clocks)
    return _longest(kept)  # two days may have claimed the clock between them: "Friday 3pm Friday"


def _loose_clocks(found: list[Expression], clocks: list[tuple[int, int]]) -> list[Expression]:
    """Return clock times that no day stands beside: found, but their day is unknown."""
    free = [c for c in clocks if all(c[1] <= e.start or c[0] >= e.end for e in found)]
    return [Expression(*c, Grain.MINUTE, lambda _published, _past: UNKNOWN) for c in free]


def _resolved(found: Expression, published: datetime.date | None, past: bool | None) -> TimeMention:
    try:
        first, last = found.resolve(published, past)
    except OverflowError:  # beyond the years 1 to 9999
        first, last = UNKNOWN
    basis = Basis.STATED if found.stated else Basis.RELATIVE
    return TimeMention(found.start, found.end, first, last, found.grain, basis)
