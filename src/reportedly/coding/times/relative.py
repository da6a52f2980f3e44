"""Expressions that hang on the publication date: weekdays, "last month", "the weekend"."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from re import Match

from reportedly.coding.times.mention import Expression
from reportedly.coding.times.patterns import (
    Rule,
    any_of,
    day_part,
    insensitive,
    listed,
    step,
    weekday,
)
from reportedly.coding.times.periods import season_spell
from reportedly.coding.times.spells import (
    DAY,
    UNKNOWN,
    Spell,
    around,
    day_spell,
    share,
    week_spell,
    weekend_spell,
)
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Grain

_OF = re.compile(r"\s+of\b")


def _weekday(words: TimeWords, match: Match[str]) -> Expression:
    """Directions: "last" lies before the day of publication, "next" after it."""
    number = words.weekdays[normal(match["day"])]
    before, week = normal(match["which"] or ""), match["week"]
    later = bool(match["later"])  # "Saturday week" is the one after the next
    way = words.step(before)

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        if week or (before == "this" and past is None):
            monday = week_spell(published, words.step(week or "this")).first
            return day_spell(monday + DAY * number) if monday else UNKNOWN
        back = (published.weekday() - number) % 7
        if later:
            return day_spell(published + DAY * (7 + (-back % 7 or 7)))
        if way < 0:
            return day_spell(published - DAY * (back or 7))
        if way > 0:
            return day_spell(published + DAY * (7 - back))
        if past is False:
            return day_spell(published + DAY * (-back % 7))
        return day_spell(published - DAY * back)

    return Expression(*match.span(), Grain.DAY, resolve, cyclic=not (before or week or later))


def _near_day(words: TimeWords, match: Match[str]) -> Expression:
    offset = words.near_days[normal(match["word"])]

    def resolve(published: date | None, _past: bool | None) -> Spell:
        return day_spell(published + DAY * offset) if published else UNKNOWN

    return Expression(*match.span(), Grain.DAY, resolve)


def _overnight(match: Match[str]) -> Expression:
    def resolve(published: date | None, _past: bool | None) -> Spell:
        return Spell(published - DAY, published) if published else UNKNOWN

    return Expression(*match.span(), Grain.DAY, resolve)


def _unit(words: TimeWords, match: Match[str]) -> Expression | None:
    """Resolve "last week", "this year"; "the year" is weak: it needs "by the end of"."""
    grain, way = words.grain(match["unit"]), words.step(match["which"])
    if way and _OF.match(match.string, match.end()):
        return None  # "the last week of the talks"

    def resolve(published: date | None, _past: bool | None) -> Spell:
        return around(published, grain, way) if published else UNKNOWN

    return Expression(*match.span(), grain, resolve, weak=match["which"].lower() == "the")


def _twice(words: TimeWords, match: Match[str]) -> Expression:
    """Resolve "the week before last", "the Friday after next"."""
    count, day = words.twice[normal(match["twice"])], match["day"]
    grain = Grain.DAY if day else words.grain(match["unit"])

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        if not day:
            return around(published, grain, count)
        back = (published.weekday() - words.weekdays[normal(day)]) % 7
        away = -7 - (back or 7) if count < 0 else 14 - back
        return day_spell(published + DAY * away)

    return Expression(*match.span(), grain, resolve)


def _part_so_far(words: TimeWords, match: Match[str]) -> Expression:
    """Resolve "earlier this month" up to the day of publication, "later this month" from it on."""
    grain, later = words.grain(match["unit"]), words.sides[normal(match["side"])] > 0

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        first, last = around(published, grain)
        return Spell(published, last) if later else Spell(first, published)

    return Expression(*match.span(), grain, resolve)


def _weekend(words: TimeWords, match: Match[str]) -> Expression:
    before = normal(match["which"])
    way = words.step(before)

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        saturday = published.weekday() >= 5
        over = (before == "the" and past is not False) or (before == "this" and past is True)
        if way < 0 or (over and not saturday):
            return weekend_spell(published, -1)
        return weekend_spell(published, 1 if way > 0 and saturday else 0)

    return Expression(*match.span(), Grain.DAY, resolve)


def _season(words: TimeWords, match: Match[str]) -> Expression:
    name, before = match["season"], (match["which"] or "").lower()
    way = words.step(before)

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        spells = [season_spell(words, name, published.year + n) for n in (-2, -1, 0, 1)]
        over = [s for s in spells if s.last and s.last < published]
        ahead = [s for s in spells if s.first and s.first > published]
        running = [s for s in spells if s not in over and s not in ahead]
        if way:
            return over[-1] if way < 0 else ahead[0]
        if running:
            return running[0]
        if before == "this":
            return season_spell(words, name, published.year)
        return ahead[0] if past is False else over[-1]

    return Expression(*match.span(), Grain.SEASON, resolve)


def _year_end(match: Match[str]) -> Expression:
    """Resolve "year-end" to the last third of the year."""

    def resolve(published: date | None, _past: bool | None) -> Spell:
        return share(around(published, Grain.YEAR), 2, 3) if published else UNKNOWN

    return Expression(*match.span(), Grain.YEAR, resolve)


def relative_rules(words: TimeWords) -> tuple[Rule, ...]:
    """Return the rules for days, units and seasons that are near the publication."""
    return (*_day_rules(words), *_unit_rules(words), *_season_rules(words))


def _day_rules(words: TimeWords) -> tuple[Rule, ...]:
    before = {*words.lists["weekday_epithets"], *words.lists["each_time_words"]}
    no_name = "".join(rf"(?<!{re.escape(word)} )" for word in sorted(before))
    way = rf"(?:(?:this\s+)?{any_of(words.steps)}|this)"
    week = any_of(words.of_grain(Grain.WEEK))
    day = (
        rf"{no_name}\b(?:{any_of(words.sides)}\s+(?:on\s+)?)?(?:(?P<which>{way})\s+)?(?P<day>{weekday(words)})\b(?!s\b)"
        rf"{day_part(words)}?(?:,?\s+(?:of\s+)?(?P<week>{step(words)})\s+{week}\b|(?P<later>\s+{week})\b)?"
    )
    near = (
        rf"(?:{any_of(words.sides)}\s+)?\b(?P<word>{any_of(words.near_days)})\b"
        rf"(?!['’]s\s+{listed(words, 'present_age_nouns')})(?:{day_part(words)})?"
    )
    nights = (
        rf"\b{any_of([night])}\b(?!\s+{any_of(stay)})" for night, stay in words.nights.items()
    )
    return (
        (insensitive(day), partial(_weekday, words)),
        (insensitive(near), partial(_near_day, words)),
        *((insensitive(night), _overnight) for night in nights),
    )


def _unit_rules(words: TimeWords) -> tuple[Rule, ...]:
    unit, turn = listed(words, "calendar_units"), listed(words, "time_turns")
    far = any_of([*words.lists["story_directions"], *words.directions])
    side = (
        rf"\b(?P<side>{any_of(words.sides)})\s+(?:on\s+)?(?:this|in\s+the|in\s+this)\s+"
        rf"(?P<unit>{unit})\b"
    )
    way = rf"(?P<which>{step(words)}|this\s+{turn}|the)"
    end = rf"(?P<which>{step(words)}|(?:this|the)\s+{turn}|the)\s+{listed(words, 'weekends')}"
    twice = (
        rf"\b(?:the\s+)?(?:(?P<day>{weekday(words)})|(?P<unit>{unit}))"
        rf"\s+(?P<twice>{any_of(words.twice)})\b"
    )
    return (
        (insensitive(twice), partial(_twice, words)),
        (insensitive(side), partial(_part_so_far, words)),
        (insensitive(rf"\b{way}\s+(?P<unit>{unit})\b(?!-|\s+{far})"), partial(_unit, words)),
        (insensitive(rf"\b{end}\b"), partial(_weekend, words)),
        (insensitive(rf"\b(?:the\s+)?{listed(words, 'year_ends')}\b"), _year_end),
    )


def _season_rules(words: TimeWords) -> tuple[Rule, ...]:
    name, make = rf"(?P<season>{any_of(words.seasons)})\b", partial(_season, words)
    inside = sorted(words.lists["spell_prepositions"] - {"for", "within"})
    during = "|".join(rf"(?<=\b{word} )" for word in inside)
    return (
        (insensitive(rf"\b(?P<which>{step(words)})\s+{name}(?!\s+(?:in|of)\b)"), make),
        (insensitive(rf"(?:{during})the\s+(?P<which>){name}(?!\s+(?:of|in)\b)"), make),
    )
