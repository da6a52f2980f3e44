"""Parts of a spell that are counted: "the last week of April", "the first Monday of 2024"."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from re import Match, Pattern

from reportedly.coding.times.mention import Expression
from reportedly.coding.times.patterns import any_of, insensitive, listed, number, unit
from reportedly.coding.times.spells import (
    DAY,
    DAYS,
    UNKNOWN,
    Spell,
    cover,
    day_spell,
    shift,
)
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Grain


@dataclass(frozen=True, slots=True)
class Nth:
    """What the words before "of" count out of a spell.

    nth      1 the first, 2 the second, -1 the last
    count    how many of them: 3 in "the last three days"
    grain    their unit; weekday: 0 to 6 where they are such days; weekend: where it is one
    """

    nth: int
    count: int
    grain: Grain
    weekday: int | None = None
    weekend: bool = False

    def of(self, spell: Spell) -> Spell:
        """Return that part of the spell; unknown where the spell is, or holds no such part."""
        first, last = spell
        if first is None or last is None:
            return UNKNOWN
        if self.weekday is not None:
            return self._weekday(first, last, self.weekday)
        before = (abs(self.nth) - 1) if self.count == 1 else 0
        if self.nth > 0:
            start = shift(first, self.grain, before)
            end = shift(start, self.grain, self.count) - DAY
        else:
            end = shift(last + DAY, self.grain, -before) - DAY
            start = shift(end + DAY, self.grain, -self.count)
        found = Spell(max(start, first), min(end, last))
        return cover(found, found)

    def _weekday(self, first: date, last: date, weekday: int) -> Spell:
        if self.nth > 0:
            day = first + DAY * ((weekday - first.weekday()) % 7 + 7 * (self.nth - 1))
        else:
            day = last - DAY * ((last.weekday() - weekday) % 7 + 7 * (-self.nth - 1))
        if not first <= day <= last:
            return UNKNOWN
        return Spell(day, day + DAY) if self.weekend else day_spell(day)


def nth_before(words: TimeWords) -> Pattern[str]:
    """Return the pattern of such words; it ends where the expression of the spell begins."""
    units = (
        rf"(?:(?P<number>{number(words)})\s+)?(?P<unit>{unit(words)})s?"
        rf"|(?P<weekend>{listed(words, 'weekends')})|(?P<weekday>{any_of(words.weekdays)})"
    )
    return insensitive(
        rf"\b(?:the\s+)?(?:very\s+)?(?P<nth>{any_of(words.spell_ordinals)})\s+(?:{units})"
        r"\s+(?:of|in)\s+(?:the\s+)?$"
    )


def take_nth(text: str, found: Expression, words: TimeWords, before: Pattern[str]) -> Expression:
    """Narrow an expression by "the last week of" before it."""
    match = before.search(text, max(0, found.start - 50), found.start)
    if match is None or found.vague or found.grain in DAYS:
        return found
    nth = _nth(words, match)
    if nth is None:  # "the final days of 2023": some time of it
        return replace(found, weak=False)

    def resolve(published: date | None, past: bool | None) -> Spell:
        return nth.of(found.resolve(published, past))

    return replace(found, start=match.start(), grain=nth.grain, resolve=resolve, weak=False)


def _nth(words: TimeWords, match: Match[str]) -> Nth | None:
    """Return what the words count; None for units without a number: "the first weeks of"."""
    nth = words.spell_ordinals[normal(match["nth"])]
    if match["weekend"]:
        return Nth(nth, 1, Grain.DAY, weekday=5, weekend=True)
    if match["weekday"]:
        return Nth(nth, 1, Grain.DAY, weekday=words.weekdays[normal(match["weekday"])])
    grain = words.grain(match["unit"])
    count = words.to_number(match["number"]) if match["number"] else 1
    uncounted = not match["number"] and match["unit"].lower() not in match[0].lower().split()
    if grain is Grain.MINUTE or count is None or uncounted:
        return None
    return Nth(nth, count, grain)
