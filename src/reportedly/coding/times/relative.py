"""Expressions that hang on the publication date: weekdays, "last month", "two weeks ago"."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from reportedly.coding.times.dates import Rule
from reportedly.coding.times.mention import Expression
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
from reportedly.coding.times.words import (
    DAYPART,
    SEASON,
    UNITS,
    WEEKDAY,
    WEEKDAY_NUMBERS,
)
from reportedly.records import Grain

BACK = {"last", "past", "previous"}
AHEAD = {"next", "coming"}


def _weekday(match: Match[str]) -> Expression:
    """Directions: "last" lies before the day of publication, "next" after it."""
    number = WEEKDAY_NUMBERS[match["day"].lower()]
    which = (match["which"] or "").lower().split()
    week = match["week"]

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        if week or (which == ["this"] and past is None):
            monday = week_spell(published, _step(week or "this")).first
            return day_spell(monday + DAY * number) if monday else UNKNOWN
        back = (published.weekday() - number) % 7
        if which and which[-1] in BACK:
            return day_spell(published - DAY * (back or 7))
        if which and which[-1] in AHEAD:
            return day_spell(published + DAY * (7 - back))
        if past is False:
            return day_spell(published + DAY * (-back % 7))
        return day_spell(published - DAY * back)

    return Expression(*match.span(), Grain.DAY, resolve, cyclic=not which and not week)


def _step(word: str) -> int:
    word = word.lower().split()[-1]
    return -1 if word in BACK else 1 if word in AHEAD else 0


#: words for a day → days from the day of publication
NEAR_DAYS = {
    **{"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "last night": -1},
    **{"the day before yesterday": -2, "the day after tomorrow": 2},
}


def _near_day(match: Match[str]) -> Expression:
    offset = NEAR_DAYS.get(" ".join(match["word"].lower().split()), 0)

    def resolve(published: date | None, _past: bool | None) -> Spell:
        return day_spell(published + DAY * offset) if published else UNKNOWN

    return Expression(*match.span(), Grain.DAY, resolve)


def _overnight(match: Match[str]) -> Expression:
    def resolve(published: date | None, _past: bool | None) -> Spell:
        return Spell(published - DAY, published) if published else UNKNOWN

    return Expression(*match.span(), Grain.DAY, resolve)


def _unit(match: Match[str]) -> Expression:
    """Resolve "last week", "this year"; "the year" is weak: it needs "by the end of"."""
    grain, step = UNITS[match["unit"].lower()], _step(match["which"])

    def resolve(published: date | None, _past: bool | None) -> Spell:
        return around(published, grain, step) if published else UNKNOWN

    return Expression(*match.span(), grain, resolve, weak=match["which"].lower() == "the")


def _part_so_far(match: Match[str]) -> Expression:
    """Resolve "earlier this month" up to the day of publication, "later this month" from it on."""
    grain, later = UNITS[match["unit"].lower()], match["side"].lower() == "later"

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        first, last = around(published, grain)
        return Spell(published, last) if later else Spell(first, published)

    return Expression(*match.span(), grain, resolve)


def _weekend(match: Match[str]) -> Expression:
    which = (match["which"] or "the").lower().split()

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        saturday = published.weekday() >= 5
        before = (which == ["the"] and past is not False) or (which == ["this"] and past is True)
        if which[-1] in BACK or (before and not saturday):
            return weekend_spell(published, -1)
        return weekend_spell(published, 1 if which[-1] in AHEAD and saturday else 0)

    return Expression(*match.span(), Grain.DAY, resolve)


def _season(match: Match[str]) -> Expression:
    name, which = match["season"], (match["which"] or "").lower()

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        spells = [season_spell(name, published.year + n) for n in (-2, -1, 0, 1)]
        over = [s for s in spells if s.last and s.last < published]
        ahead = [s for s in spells if s.first and s.first > published]
        running = [s for s in spells if s not in over and s not in ahead]
        if which == "last":
            return over[-1]
        if which == "next":
            return ahead[0]
        if running:
            return running[0]
        if which == "this":
            return season_spell(name, published.year)
        return ahead[0] if past is False else over[-1]

    return Expression(*match.span(), Grain.SEASON, resolve)


def _year_end(match: Match[str]) -> Expression:
    """Resolve "year-end" to the last third of the year."""

    def resolve(published: date | None, _past: bool | None) -> Spell:
        return share(around(published, Grain.YEAR), 2, 3) if published else UNKNOWN

    return Expression(*match.span(), Grain.YEAR, resolve)


_WHICH = r"(?:(?:this\s+)?(?:last|next|past|coming|previous)|this)"
_FEAST_DAY = r"(?<!Black )(?<!Good )(?<!Easter )(?<!Bloody )(?<!Palm )(?<!Ash )(?<!Cyber )"
_EVERY = r"(?<!every )(?<!each )(?<!Every )(?<!Each )"

RELATIVE_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (
            rf"{_FEAST_DAY}{_EVERY}\b(?:(?P<which>{_WHICH})\s+)?(?P<day>{WEEKDAY})\b(?!s\b)"
            rf"{DAYPART}?(?:,?\s+(?:of\s+)?(?P<week>last|this|next)\s+week\b)?",
            _weekday,
        ),
        (
            rf"(?:(?:earlier|later)\s+)?\b(?P<word>the day before yesterday|the day after tomorrow"
            rf"|today|tonight|yesterday|tomorrow|last night"
            rf"|this (?:morning|afternoon|evening))\b(?!['’]s\s+(?:world|society))(?:{DAYPART})?",
            _near_day,
        ),
        (r"\bovernight\b(?!\s+stay)", _overnight),
        (
            r"\b(?P<side>earlier|later)\s+(?:on\s+)?(?:this|in\s+the|in\s+this)\s+"
            r"(?P<unit>week|month|quarter|year|decade|century)\b",
            _part_so_far,
        ),
        (
            r"\b(?P<which>last|this|next|this past|this coming|the)\s+"
            r"(?P<unit>week|month|quarter|year|decade|century)\b(?!-|\s+(?:ago|later|before|after))",
            _unit,
        ),
        (
            r"\b(?P<which>last|this|this past|this coming|next|the|the past|the coming)"
            r"\s+weekend\b",
            _weekend,
        ),
        (rf"\b(?P<which>last|this|next)\s+(?P<season>{SEASON})\b(?!\s+(?:in|of)\b)", _season),
        (
            rf"(?<=\bin )the\s+(?P<which>)(?P<season>{SEASON})\b(?!\s+(?:of|in)\b)",
            _season,
        ),
        (r"\b(?:the\s+)?year[- ]end\b", _year_end),
    )
)
