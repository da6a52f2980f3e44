"""Finds the time expressions of a sentence and resolves them.

Four steps: a cheap test that most sentences fail; the rules, longest match first; the words
around each match; the publication date and the tense.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import Protocol

from reportedly.coding.times.accounts import account_rules, take_ended
from reportedly.coding.times.clocks import add_clock, find_clocks, loose_clock
from reportedly.coding.times.counted import counted_rules
from reportedly.coding.times.dates import date_rules
from reportedly.coding.times.joining import (
    BOUNDS,
    Joints,
    join_range,
    joints_of,
    licensed,
    take_limit,
    take_part,
)
from reportedly.coding.times.lengths import Length, length_rules, lengths
from reportedly.coding.times.mention import Expression, TimeMention
from reportedly.coding.times.nth import take_nth
from reportedly.coding.times.patterns import Rule
from reportedly.coding.times.periods import period_rules
from reportedly.coding.times.relative import relative_rules
from reportedly.coding.times.resolving import resolved
from reportedly.coding.times.spells import UNKNOWN, Spell, around
from reportedly.coding.times.story import story_rules
from reportedly.coding.times.words import TimeWords, letters, signs_of
from reportedly.records import Grain

#: digits without which and without a time word no expression can be
_DIGITS = re.compile(r"\d{4}|\bQ\d|\d0s\b|\d\s?[ap]\.?m\b|\d:\d\d|\d/\d|\d(?:st|nd|rd|th)\b")


@dataclass(frozen=True)
class TimeFinder:
    """Finds times by the words of some lexicons. The patterns are made at the first text."""

    words: TimeWords

    def find(
        self,
        text: str,
        *,
        published: datetime.date | None,
        past: bool | None = None,
        told: Spell = UNKNOWN,
    ) -> list[TimeMention]:
        """Return the time expressions in text order, none overlapping.

        published  day of publication; without it relative expressions stay unresolved
        past       tense of the sentence's verb: True past, False future, None unknown (then
                   past, except after "by" and "until")
        told       days told last before the text, from which "the next day" may count

        "On Wednesday" in the past is the last Wednesday up to and including the publication day.
        """
        return list(self._find(text, published, past, told))

    def lengths(self, text: str) -> list[TimeMention]:
        """Return lengths of time and what comes again, in text order: without days, no dates."""
        return list(lengths(text, self._length_rules))

    def limited(self, found: TimeMention, limit: str, start: int) -> TimeMention | None:
        """Return the time as the bound of another act: "since the vote in April"; None: unknown.

        limit: one of the words' LIMITS; start: where the word that says so begins.
        """
        first, last = BOUNDS[limit][0](Spell(found.from_day, found.to_day))
        if first is None and last is None:
            return None
        return replace(found, start=start, from_day=first, to_day=last, limit=limit)

    def begun(self, found: TimeMention) -> TimeMention:
        """Return the time of "not until October": the whole unit that "until" ends with."""
        if found.to_day is None or found.grain in {Grain.VAGUE, Grain.SEASON}:
            return found
        first, last = around(found.to_day, found.grain)
        return replace(found, from_day=first, to_day=last)

    @cached_property
    def _length_rules(self) -> Sequence[Length]:
        return length_rules(self.words)

    @cached_property
    def _find(self) -> _Find:
        # several claims of a sentence ask for the same expressions
        return lru_cache(maxsize=64)(_find_by(self.words))


class _Find(Protocol):
    def __call__(
        self, text: str, published: datetime.date | None, past: bool | None, told: Spell, /
    ) -> tuple[TimeMention, ...]: ...


def _find_by(words: TimeWords) -> _Find:
    """Return what finds times by these words."""
    rules = (
        *date_rules(words),
        *period_rules(words),
        *relative_rules(words),
        *counted_rules(words),
        *story_rules(words),
        *account_rules(words),
    )
    signs, joints = signs_of(words), joints_of(words)

    @lru_cache(maxsize=64)  # several acts of a sentence ask, each with its own tense
    def expressions(text: str) -> Sequence[Expression]:
        if signs.isdisjoint(letters(text)) and not _DIGITS.search(text):
            return ()
        return _joined(text, _longest(_matches(text, rules)), joints)

    def find(
        text: str, published: datetime.date | None, past: bool | None, told: Spell
    ) -> tuple[TimeMention, ...]:
        kept = [one for one in expressions(text) if not (one.ahead and past)]
        return resolved(text, kept, published, past, told)

    return find


def _matches(text: str, rules: Sequence[Rule]) -> list[Expression]:
    made = (make(match) for pattern, make in rules for match in pattern.finditer(text))
    return [expression for expression in made if expression is not None]


def _longest(found: list[Expression]) -> list[Expression]:
    """Return the expressions that no longer one overlaps, in text order."""
    kept: list[Expression] = []
    for one in sorted(found, key=lambda e: (e.start - e.end, e.weak, e.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda e: e.start)


def _joined(text: str, found: list[Expression], joints: Joints) -> list[Expression]:
    """Apply the words around the expressions; drop weak ones that nothing supports."""
    clocks = find_clocks(text, joints.clock)
    found = [_widened(text, one, clocks, joints) for one in found]
    kept: list[Expression] = []
    at = 0
    while at < len(found):
        one = found[at]
        pair = join_range(text, one, found[at + 1], joints) if at + 1 < len(found) else None
        if pair is not None:
            kept.append(pair)
            at += 2
            continue
        one = take_limit(text, one, joints)
        if not one.weak or licensed(text, one, kept[-1].end if kept else None, joints):
            kept.append(one)
        at += 1
    kept += _loose_clocks(text, kept, clocks, joints)
    return _longest(kept)  # two days may have claimed the clock between them: "Friday 3pm Friday"


def _widened(
    text: str, one: Expression, clocks: list[tuple[int, int]], joints: Joints
) -> Expression:
    """Return the expression with what belongs to it: "early", "the last week of", "at 3pm"."""
    ended = take_ended(text, one, joints.words, joints.ended)
    counted = take_nth(text, ended, joints.words, joints.nth)
    return add_clock(text, take_part(text, counted, joints), clocks, joints.at)


def _loose_clocks(
    text: str, found: list[Expression], clocks: list[tuple[int, int]], joints: Joints
) -> list[Expression]:
    """Return clock times that no day stands beside; without "at" or so their day is unknown."""
    free = [c for c in clocks if all(c[1] <= e.start or c[0] >= e.end for e in found)]
    return [take_limit(text, loose_clock(text, clock, joints.clocked), joints) for clock in free]
