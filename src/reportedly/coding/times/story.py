"""Expressions that count from another time of the story: "a day later", "the following week"."""

from __future__ import annotations

import re
from functools import partial
from re import Match

from reportedly.coding.times.mention import Expression, FromTold
from reportedly.coding.times.patterns import (
    Rule,
    amount,
    any_of,
    insensitive,
    listed,
    number,
    unit,
    weekday,
)
from reportedly.coding.times.spells import DAY, UNKNOWN, Spell, around, day_spell, shift
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Grain

#: longest spell, in days, that a count of that unit may start from: no day lies "a day after May"
_LONGEST = {Grain.MINUTE: 1, Grain.DAY: 1, Grain.WEEK: 7, Grain.MONTH: 31, Grain.YEAR: 366}
_ENDS_SO = re.compile(r"\s*(?:[.,;:)–—]|$)")


def _from(grain: Grain, count: int, *, exact: bool) -> FromTold:
    """Return what takes a spell to the unit so many units on; exact: a week on is a day again."""

    def reckon(told: Spell) -> Spell:
        first, last = told
        if first is None or last is None or (last - first).days >= _LONGEST.get(grain, 0):
            return UNKNOWN
        if exact and grain is Grain.WEEK and first == last:
            return day_spell(shift(first, grain, count))
        return around(first, grain, 0 if grain is Grain.MINUTE else count)

    return reckon


def _counted(words: TimeWords, match: Match[str]) -> Expression:
    """Resolve "two weeks later"; "more than a week later" stays open."""
    number = words.in_unit(words.to_number(match["number"]), match["unit"])
    way = words.story_directions[normal(match["tail"])]
    if match["over"] or match["under"] or number is None:
        return _story(match, Grain.VAGUE, lambda _told: UNKNOWN)
    grain = words.grain(match["unit"])
    years = {Grain.DECADE: 10, Grain.CENTURY: 100}.get(grain, 1)
    grain = Grain.YEAR if years > 1 else grain
    return _story(match, grain, _from(grain, way * number * years, exact=True))


def _named(words: TimeWords, match: Match[str]) -> Expression:
    count, grain = words.story_times[normal(match[0])]
    return _story(match, grain, _from(grain, count, exact=False))


def _weekday(words: TimeWords, match: Match[str]) -> Expression:
    """Resolve "the following Tuesday" to the first one after the day told last."""
    day, way = words.weekdays[normal(match["day"])], words.story_steps[normal(match["step"])]

    def reckon(told: Spell) -> Spell:
        if told.first is None or told.first != told.last:
            return UNKNOWN
        away = (day - told.first.weekday()) * way % 7 or 7
        return day_spell(told.first + DAY * away * way)

    return _story(match, Grain.DAY, reckon)


def _story(match: Match[str], grain: Grain, reckon: FromTold) -> Expression:
    """Return the expression; after "before" and "after" it counts from what is told behind it."""
    tail = normal(match[0]).rpartition(" ")[2]
    behind = tail in {"after", "before"} and not _ENDS_SO.match(match.string, match.end())
    shown = Grain.DAY if grain is Grain.MINUTE else grain
    return Expression(
        *match.span(), shown, lambda _published, _past: UNKNOWN, from_told=reckon, behind=behind
    )


def story_rules(words: TimeWords) -> tuple[Rule, ...]:
    """Return the rules for what counts from another time of the story."""
    tail = any_of(words.story_directions)
    counted = (
        rf"\b{amount(words)}(?P<number>{number(words)})\s+(?P<unit>{unit(words)})s?"
        rf"\s+(?P<tail>{tail})\b"
    )
    day = rf"\bthe\s+(?P<step>{any_of(words.story_steps)})\s+(?P<day>{weekday(words)})\b(?!s\b)"
    return (
        (insensitive(counted), partial(_counted, words)),
        (insensitive(rf"\b{listed(words, 'story_times')}\b"), partial(_named, words)),
        (insensitive(day), partial(_weekday, words)),
    )
