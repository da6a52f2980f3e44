"""Calendar expressions: days, months and years, by name or in digits."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import partial
from re import Match

from reportedly.coding.times.mention import Expression, Resolver
from reportedly.coding.times.patterns import (
    DAY_NUMBER,
    ENDING,
    YEAR,
    Rule,
    any_of,
    full_month,
    insensitive,
    listed,
    month,
    step,
    weekday,
    which,
)
from reportedly.coding.times.spells import (
    UNKNOWN,
    Spell,
    cover,
    day_spell,
    make_day,
    month_spell,
    shift,
    year_spell,
)
from reportedly.coding.times.words import TimeWords
from reportedly.records import Grain


def constant(spell: Spell) -> Resolver:
    """Return a resolver for words that need no publication date."""
    return lambda _published, _past: spell


def yearly(make: Callable[[int], Spell]) -> Resolver:
    """Return a resolver for what comes once a year: the last one begun, or the next not over."""

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        back = past is not False
        for years in range(9):  # 29 February may be eight years away
            spell = make(published.year - years if back else published.year + years - 1)
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


def near_year(words: TimeWords, year: str, published: date | None) -> int | None:
    """Return the year of "2018" or "last year"; None without the publication date it needs."""
    if year.isdigit():
        return int(year)
    return published.year + words.step(year.split()[0]) if published else None


def _day_of(words: str) -> int:
    return int(words.rstrip("stndrh"))


def _days(words: TimeWords, match: Match[str]) -> Expression | None:
    month, first = words.to_month(match["month"]), _day_of(match["day"])
    last = _day_of(match["last"]) if match["last"] else first

    def make(year: int) -> Spell:
        return cover(one_day(year, month, first), one_day(year, month, last))

    if make(2000) == UNKNOWN:  # a leap year: the 31st of June exists in none
        return None
    if match["year"]:
        return _in_year(words, match, Grain.DAY, make)
    return Expression(*match.span(), Grain.DAY, yearly(make), cyclic=True)


def _day_alone(words: TimeWords, match: Match[str]) -> Expression | None:
    """Resolve "on the 14th" to the last such day, or the next; "of last month" says which."""
    day, of = _day_of(match["day"]), match["which"]
    if not 1 <= day <= 31:
        return None

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        if of:
            moved = shift(published, Grain.MONTH, words.step(of))
            return one_day(moved.year, moved.month, day)
        way = 1 if past is False else -1
        for months in range(3):
            moved = shift(published, Grain.MONTH, months * way)
            found = one_day(moved.year, moved.month, day)
            if found.first and (found.first - published).days * way >= 0:
                return found
        return UNKNOWN

    return Expression(*match.span(), Grain.DAY, resolve, cyclic=not of)


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


def _in_year(
    words: TimeWords, match: Match[str], grain: Grain, make: Callable[[int], Spell]
) -> Expression:
    def resolve(published: date | None, _past: bool | None) -> Spell:
        year = near_year(words, match["year"], published)
        return make(year) if year else UNKNOWN

    return Expression(*match.span(), grain, resolve, stated=match["year"].isdigit())


def _month_year(words: TimeWords, match: Match[str]) -> Expression:
    number = words.to_month(match["month"])
    return _in_year(words, match, Grain.MONTH, lambda year: month_spell(year, number))


def _month(words: TimeWords, match: Match[str]) -> Expression:
    number, before = words.to_month(match["month"]), match["which"]
    way = words.step(before) if before else 0

    def resolve(published: date | None, past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        if not before:
            return yearly(lambda year: month_spell(year, number))(published, past)
        over = way < 0 and number >= published.month
        ahead = way > 0 and number <= published.month
        return month_spell(published.year - over + ahead, number)

    weak = not before and match["month"].lower() not in words.plain_months
    return Expression(*match.span(), Grain.MONTH, resolve, weak=weak, cyclic=not before)


def _year(match: Match[str]) -> Expression:
    return stated(match, Grain.YEAR, year_spell(int(match[1])), weak=True)


def _years(match: Match[str]) -> Expression | None:
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first // 100 * 100 + int(match[2])
    if not first < last <= first + 100:
        return None
    return stated(match, Grain.YEAR, year_spell(first, last), weak=len(match[2]) == 2)


def date_rules(words: TimeWords) -> tuple[Rule, ...]:
    """Return the rules for dates; names with their capitals only."""
    return (*_day_rules(words), *_month_rules(words), *_digit_rules(words))


def _of_year(words: TimeWords) -> str:
    return rf"(?P<year>{YEAR}|{which(words, Grain.YEAR)})\b(?!,\d)"


def _day_rules(words: TimeWords) -> tuple[Rule, ...]:
    name, until = month(words), listed(words, "range_joiners")
    dash = rf"(?:\s*[-–—]\s*|\s+(?:{until}|and|or)\s+(?:the\s+)?)"
    before = rf"(?:{weekday(words)}(?:,|\s+the|\s*\()?\s+(?:the\s+)?)?"
    year = rf"(?:,?\s+(?:of\s+)?{_of_year(words)})?"
    month_first = (
        rf"\b{before}(?P<month>{name})\s+(?P<day>{DAY_NUMBER})\b(?![\d%:]|,\d{{3}}|\.\d)"
        rf"(?:{dash}(?P<last>{DAY_NUMBER})\b(?!\s*{name}|[,.:]\d|\s*[ap]\.?m))?{year}"
    )
    day_first = (
        rf"(?<![\d.,:$£€/-])\b{before}(?P<day>{DAY_NUMBER})(?:{dash}(?P<last>{DAY_NUMBER}))?"
        rf"\s+(?:of\s+)?(?P<month>{name})(?![A-Za-z]){year}"
    )
    of_month = rf"\s+of\s+(?P<which>{step(words)})\s+{any_of(words.of_grain(Grain.MONTH))}\b"
    alone = rf"(?<=\bon )the\s+(?P<day>\d\d?{ENDING})(?:{of_month}|(?=\s*(?:[.,;:)]|$)))"
    make = partial(_days, words)
    return (
        (re.compile(month_first), make),
        (re.compile(day_first), make),
        (insensitive(alone), partial(_day_alone, words)),
    )


def _month_rules(words: TimeWords) -> tuple[Rule, ...]:
    of_year = rf"\b(?P<month>{month(words)}),?\s+(?:of\s+)?{_of_year(words)}"
    bare = (
        rf"\b(?:(?P<which>(?i:(?:this\s+)?{step(words, 'time_turns')}))\s+)?"
        rf"(?P<month>{full_month(words)})\b(?![-’']s?\s+[A-Z])(?!\s+\d)"
    )
    return (
        (re.compile(of_year), partial(_month_year, words)),
        (re.compile(bare), partial(_month, words)),
    )


def _digit_rules(words: TimeWords) -> tuple[Rule, ...]:
    counted = listed(words, "counted_nouns", "eras")
    prefixes = sorted(words.lists["part_prefixes"])
    prefixed = "|".join(rf"(?<={re.escape(word)}-)" for word in prefixes)
    aged = rf"[\s-]{any_of(words.of_grain(Grain.YEAR))}s?\b"
    year = (
        rf"(?:(?<![\d.,$£€#-])|{prefixed})\b({YEAR})\b"
        rf"(?![,.:]\d|[-/–]\d|\s+{counted}|\s*%|s\b|{aged})"
    )
    return (
        (re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b"), _iso),
        (re.compile(r"\b((?:19|20)\d\d)/(\d\d?)/(\d\d?)\b"), _iso),
        (re.compile(r"\b(\d\d?)[/.](\d\d?)[/.]((?:19|20)\d\d)\b"), _numeric),
        (re.compile(year), _year),
        (
            re.compile(r"(?<![\d$£€])\b((?:19|20)\d\d)\s?[-–/]\s?((?:19|20)?\d\d)\b(?![-/]\d)"),
            _years,
        ),
    )
