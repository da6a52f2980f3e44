"""Calendar expressions: days, months, years, seasons, quarters, decades, centuries."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from re import Match

from reportedly.coding.times.mention import Expression, Resolver
from reportedly.coding.times.spells import (
    UNKNOWN,
    Spell,
    cover,
    day_spell,
    make_day,
    month_spell,
    year_spell,
)
from reportedly.coding.times.words import (
    COUNTED,
    DAY_NUMBER,
    LONG_MONTH,
    MONTH,
    PLAIN_MONTHS,
    WEEKDAY,
    YEAR,
    to_month,
)
from reportedly.records import Grain

Rule = tuple[re.Pattern[str], Callable[[Match[str]], Expression | None]]


def constant(spell: Spell) -> Resolver:
    """Return a resolver for words that need no publication date."""
    return lambda _published, _past: spell


def yearly(make: Callable[[int], Spell]) -> Resolver:
    """Return a resolver for what comes once a year: the last one begun, or the next not over."""

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        back = past is not False
        for step in range(9):  # 29 February may be eight years away
            spell = make(published.year - step if back else published.year + step - 1)
            if spell.first is None or spell.last is None:
                continue
            if (spell.first <= published) if back else (spell.last >= published):
                return spell
        return UNKNOWN

    return resolve


def stated(match: Match[str], grain: Grain, spell: Spell, *, weak: bool = False) -> Expression:
    """Return the expression of words that are a date by themselves."""
    return Expression(*match.span(), grain, constant(spell), stated=True, weak=weak)


def one_day(year: int, month: int, day: int) -> Spell:
    found = make_day(year, month, day)
    return day_spell(found) if found else UNKNOWN


def near_year(words: str, published: date | None) -> int | None:
    """Return the year of "2018" or "last year"; None without the publication date it needs."""
    if words.isdigit():
        return int(words)
    if published is None:
        return None
    return published.year + {"last": -1, "next": 1}.get(words.lower().split()[0], 0)


def _day_of(words: str) -> int:
    return int(words.rstrip("stndrh"))


def _days(match: Match[str]) -> Expression | None:
    month, first = to_month(match["month"]), _day_of(match["day"])
    last = _day_of(match["last"]) if match["last"] else first

    def make(year: int) -> Spell:
        return cover(one_day(year, month, first), one_day(year, month, last))

    if make(2000) == UNKNOWN:  # a leap year: the 31st of June exists in none
        return None
    if match["year"]:
        return _in_year(match, Grain.DAY, make)
    return Expression(*match.span(), Grain.DAY, yearly(make), cyclic=True)


def _iso(match: Match[str]) -> Expression | None:
    spell = one_day(int(match[1]), int(match[2]), int(match[3]))
    return stated(match, Grain.DAY, spell) if spell != UNKNOWN else None


def _numeric(match: Match[str]) -> Expression | None:
    """Resolve 25/12/2019, which has one reading; leave 04/12/2019, which has two, unknown."""
    one, two, year = int(match[1]), int(match[2]), int(match[3])
    readings = {one_day(year, two, one), one_day(year, one, two)} - {UNKNOWN}
    if not readings:
        return None
    return stated(match, Grain.DAY, readings.pop() if len(readings) == 1 else UNKNOWN)


def _in_year(match: Match[str], grain: Grain, make: Callable[[int], Spell]) -> Expression:
    words = match["year"]

    def resolve(published: date | None, _past: bool | None) -> Spell:
        year = near_year(words, published)
        return make(year) if year else UNKNOWN

    return Expression(*match.span(), grain, resolve, stated=words.isdigit())


def _month_year(match: Match[str]) -> Expression:
    number = to_month(match["month"])
    return _in_year(match, Grain.MONTH, lambda year: month_spell(year, number))


def _month(match: Match[str]) -> Expression:
    number = to_month(match["month"])
    which = (match["which"] or "").lower().split()
    plain = match["month"].lower() in PLAIN_MONTHS

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        if which == ["this"]:
            return month_spell(published.year, number)
        year = published.year
        if which and which[-1] in {"last", "past"}:
            return month_spell(year - (number >= published.month), number)
        if which and which[-1] in {"next", "coming"}:
            return month_spell(year + (number <= published.month), number)
        return yearly(lambda y: month_spell(y, number))(published, past)

    weak = not which and not plain
    return Expression(*match.span(), Grain.MONTH, resolve, weak=weak, cyclic=not which)


def _year(match: Match[str]) -> Expression:
    return stated(match, Grain.YEAR, year_spell(int(match[1])), weak=True)


def _years(match: Match[str]) -> Expression | None:
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    if not first < last <= first + 100:
        return None
    return stated(match, Grain.YEAR, year_spell(first, last), weak=len(match[2]) == 2)


_DASH = r"(?:\s*[-–—]\s*|\s+(?:to|and|through|until|or)\s+(?:the\s+)?)"
_WEEKDAY = rf"(?:{WEEKDAY}(?:,|\s+the|\s*\()?\s+(?:the\s+)?)?"
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR}|(?:last|this|next)\s+year)\b(?!,\d))?"

DATE_RULES: tuple[Rule, ...] = (
    (
        re.compile(
            rf"\b{_WEEKDAY}(?P<month>{MONTH})\s+(?P<day>{DAY_NUMBER})\b(?![\d%:]|,\d{{3}}|\.\d)"
            rf"(?:{_DASH}(?P<last>{DAY_NUMBER})\b(?!\s*{MONTH}|[,.:]\d|\s*[ap]\.?m))?{_OF_YEAR}"
        ),
        _days,
    ),
    (
        re.compile(
            rf"(?<![\d.,:$£€/-])\b{_WEEKDAY}(?P<day>{DAY_NUMBER})(?:{_DASH}(?P<last>{DAY_NUMBER}))?"
            rf"\s+(?:of\s+)?(?P<month>{MONTH})(?![A-Za-z]){_OF_YEAR}"
        ),
        _days,
    ),
    (re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b"), _iso),
    (re.compile(r"\b((?:19|20)\d\d)/(\d\d?)/(\d\d?)\b"), _iso),
    (re.compile(r"\b(\d\d?)[/.](\d\d?)[/.]((?:19|20)\d\d)\b"), _numeric),
    (
        re.compile(
            rf"\b(?P<month>{MONTH}),?\s+(?:of\s+)?(?P<year>{YEAR}|(?:last|this|next)\s+year)\b(?!,\d)"
        ),
        _month_year,
    ),
    (
        re.compile(
            rf"\b(?:(?P<which>(?:this\s+)?(?:[Ll]ast|[Tt]his|[Nn]ext|past|coming))\s+)?"
            rf"(?P<month>{LONG_MONTH})\b(?![-’']s?\s+[A-Z])(?!\s+\d)"
        ),
        _month,
    ),
    (
        re.compile(rf"(?<![\d.,$£€#-])\b({YEAR})\b(?![,.:]\d|[-/–]\d|\s+(?:{COUNTED})|%|s\b)"),
        _year,
    ),
    (
        re.compile(r"(?<![\d$£€])\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)\b(?![-/]\d)"),
        _years,
    ),
)
