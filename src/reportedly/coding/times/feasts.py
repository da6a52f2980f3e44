"""Feasts: on a fixed day of the year, or moving with Easter or the weekday."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from re import Match

from reportedly.coding.times.dates import one_day, stated, yearly
from reportedly.coding.times.mention import Expression
from reportedly.coding.times.patterns import YEAR, Rule, any_of, day_part, insensitive
from reportedly.coding.times.spells import DAY, UNKNOWN, Spell, day_spell, month_spell
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Grain

#: a first name before a feast that is then a surname: "Johnnie Christmas"
_NAME = re.compile(r"(?<=[^\W\d_]\s)[A-Z][a-z]+\s+$")


def feast_rules(words: TimeWords) -> tuple[Rule, ...]:
    """Return the rules for feasts."""
    of_year = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})\b(?!,\d))?"
    fixed = rf"(?<![\w/])({any_of(words.feasts)})\b(?![/\d]){of_year}{day_part(words)}?"
    moving = rf"\b({any_of(words.movable)})\b(?!\s+(?-i:[A-Z])){of_year}{day_part(words)}?"
    return (
        (insensitive(fixed), partial(_fixed, words)),
        (insensitive(moving), partial(_moving, words)),
    )


def _fixed(words: TimeWords, match: Match[str]) -> Expression | None:
    month, day, year = words.feasts[normal(match[1])]
    if _NAME.search(match.string, 0, match.start()):
        return None
    if match["year"] or year:
        return stated(match, Grain.DAY, one_day(int(match["year"] or year or 0), month, day))
    return Expression(*match.span(), Grain.DAY, yearly(lambda y: one_day(y, month, day)))


def _moving(words: TimeWords, match: Match[str]) -> Expression | None:
    rule = words.movable[normal(match[1])]
    if _NAME.search(match.string, 0, match.start()):
        return None
    if match["year"]:
        return stated(match, Grain.DAY, _day_of(rule, int(match["year"])))
    return Expression(*match.span(), Grain.DAY, yearly(lambda year: _day_of(rule, year)))


def _day_of(rule: tuple[int, ...], year: int) -> Spell:
    """Return the day of a moving feast in that year."""
    if len(rule) == 1:
        return day_spell(easter(year) + DAY * rule[0])
    nth, weekday, month = rule
    first, last = month_spell(year, month)
    if first is None or last is None:
        return UNKNOWN
    if nth < 0:
        return day_spell(last - DAY * ((last.weekday() - weekday) % 7))
    return day_spell(first + DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1)))


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar, by the anonymous algorithm of 1876."""
    century, rest = divmod(year, 100)
    golden = year % 19
    shifted = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shifted + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1)
