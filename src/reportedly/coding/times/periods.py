"""Calendar spells that are longer or have names: seasons, quarters, decades, centuries, feasts."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from reportedly.coding.times.dates import Rule, near_year, one_day, stated, yearly
from reportedly.coding.times.mention import Expression
from reportedly.coding.times.spells import (
    UNKNOWN,
    Spell,
    century_spell,
    month_spell,
    share,
    year_spell,
)
from reportedly.coding.times.words import (
    CENTURY_WORDS,
    DAYPART,
    FEASTS,
    ORDINALS,
    SEASON,
    SEASONS,
    YEAR,
)
from reportedly.records import Grain


def _decade(match: Match[str]) -> Expression:
    first = 1900 + int(match["short"]) if match["short"] else int(match["decade"])
    if first % 100 == 0 and first < 2000:
        return stated(match, Grain.CENTURY, year_spell(first, first + 99))
    return stated(match, Grain.DECADE, year_spell(first, first + 9))


def _century(match: Match[str]) -> Expression | None:
    word = match[1].lower()
    number = CENTURY_WORDS.get(word) or int(re.sub(r"\D", "", word) or 0)
    return stated(match, Grain.CENTURY, century_spell(number)) if 0 < number < 23 else None


def season_spell(name: str, year: int) -> Spell:
    """Return the season that begins in that year; winter runs into the next one."""
    return month_spell(year, SEASONS[name.lower()], 3)


def _season(match: Match[str]) -> Expression:
    spell = season_spell(match["season"], int(match["year"]))
    return stated(match, Grain.SEASON, spell)


def _part_of_year(match: Match[str]) -> Expression:
    code = match["code"] or ""
    number = int(code[1]) if code else ORDINALS[match["which"].lower()]
    half = code.startswith("H") or (match["part"] or "").lower() == "half"
    words = match["year"]

    def resolve(published: date | None, _past: bool | None) -> Spell:
        year = near_year(words, published)
        if year is None:
            return UNKNOWN
        whole = year_spell(year)
        if half:
            return share(whole, 0 if number == 1 else 1, 2)
        return month_spell(year, 3 * number - 2, 3)

    grain = Grain.YEAR if half else Grain.QUARTER
    return Expression(*match.span(), grain, resolve, stated=words.isdigit())


def _feast(match: Match[str]) -> Expression:
    name = " ".join(match[1].lower().replace("’", "'").split())
    month, day, year = FEASTS[name]
    if match["year"] or year:
        return stated(match, Grain.DAY, one_day(int(match["year"] or year or 0), month, day))
    return Expression(*match.span(), Grain.DAY, yearly(lambda y: one_day(y, month, day)))


_YEAR_WORDS = rf"(?:of\s+)?(?P<year>{YEAR}\b|(?:last|this|next)\s+year\b)"
_FEASTS = "|".join(re.escape(f).replace("\\ ", r"\s+").replace("'", "['’]") for f in FEASTS)
_OF_YEAR = rf"(?:,?\s+(?:of\s+)?(?P<year>{YEAR})\b(?!,\d))?"

PERIOD_RULES: tuple[Rule, ...] = (
    (
        re.compile(r"\b(?:the\s+)?(?:(?P<decade>(?:1\d|20)\d0)s|['’](?P<short>[2-9]0)s)\b", re.I),
        _decade,
    ),
    (
        re.compile(rf"\b(?:the\s+)?(\d\d?(?:st|nd|rd|th)|{'|'.join(CENTURY_WORDS)})\s+century\b"),
        _century,
    ),
    (
        re.compile(
            rf"\b(?:the\s+)?(?P<season>{SEASON})\s+(?:of\s+)?(?P<year>{YEAR})(?:[-–/]\d\d)?\b", re.I
        ),
        _season,
    ),
    (
        re.compile(
            rf"\b(?:(?P<code>Q[1-4]|H[12])|(?:the\s+)?(?P<which>{'|'.join(ORDINALS)})"
            rf"[\s-]+(?P<part>quarter|half))\s+{_YEAR_WORDS}",
            re.I,
        ),
        _part_of_year,
    ),
    (re.compile(rf"(?<![\w/])({_FEASTS})\b(?![/\d]){_OF_YEAR}{DAYPART}?", re.I), _feast),
)
