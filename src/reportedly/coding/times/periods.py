"""Calendar spells that are longer or have names: seasons, quarters, decades, centuries, feasts."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from re import Match

from reportedly.coding.times.dates import near_year, stated, yearly
from reportedly.coding.times.feasts import feast_rules
from reportedly.coding.times.mention import Expression
from reportedly.coding.times.patterns import (
    ENDING,
    YEAR,
    Rule,
    any_of,
    insensitive,
    listed,
    which,
)
from reportedly.coding.times.spells import (
    UNKNOWN,
    Spell,
    century_spell,
    month_spell,
    share,
    year_spell,
)
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Grain


def _decade_word(words: TimeWords, match: Match[str]) -> Expression:
    first = words.decades[normal(match["word"])]
    spell = year_spell(first, first + 9)
    if match["adverb"]:
        spell = share(spell, *words.parts[normal(match["adverb"])])
    return stated(match, Grain.DECADE, spell)


def _decade(match: Match[str]) -> Expression:
    first = 1900 + int(match["short"]) if match["short"] else int(match["decade"])
    if first % 100 == 0 and first < 2000:
        return stated(match, Grain.CENTURY, year_spell(first, first + 99))
    return stated(match, Grain.DECADE, year_spell(first, first + 9))


def _century(words: TimeWords, match: Match[str]) -> Expression | None:
    digits = re.sub(r"\D", "", match[1])
    number = int(digits) if digits else words.centuries[normal(match[1])]
    return stated(match, Grain.CENTURY, century_spell(number)) if 0 < number < 23 else None


def season_spell(words: TimeWords, name: str, year: int) -> Spell:
    """Return the season that begins in that year; winter runs into the next one."""
    return month_spell(year, words.seasons[normal(name)], 3)


def _season(words: TimeWords, match: Match[str]) -> Expression:
    spell = season_spell(words, match["season"], int(match["year"]))
    return stated(match, Grain.SEASON, spell)


def _part_of_year(words: TimeWords, match: Match[str]) -> Expression:
    number, parts = _part(words, match)
    months, year = 12 // parts, match["year"]

    def resolve(published: date | None, _past: bool | None) -> Spell:
        found = near_year(words, year, published)
        if found is None:
            return UNKNOWN
        return month_spell(found, months * (min(number, parts) - 1) + 1, months)

    grain = Grain.YEAR if parts == 2 else Grain.QUARTER
    return Expression(*match.span(), grain, resolve, stated=year.isdigit())


def _bare_quarter(words: TimeWords, match: Match[str]) -> Expression:
    """Resolve "Q3" and "in the third quarter": the last one begun, or the next."""
    number = int(match["code"][1]) if match["code"] else words.ordinals[normal(match["which"])]
    spell = yearly(lambda year: month_spell(year, 3 * number - 2, 3))
    return Expression(*match.span(), Grain.QUARTER, spell)


def _part(words: TimeWords, match: Match[str]) -> tuple[int, int]:
    """Return (which, of how many) of "Q3", "the third quarter"."""
    if code := match["code"]:
        return int(code[1]), 2 if code[0] in "Hh" else 4
    name = normal(match["which"])
    number = int(name[0]) if name[0].isdigit() else words.ordinals[name]
    return number, words.year_parts[normal(match["part"])]


def period_rules(words: TimeWords) -> tuple[Rule, ...]:
    """Return the rules for decades, centuries, seasons, parts of a year, and feasts."""
    century = (
        rf"(\d\d?{ENDING}|{any_of(words.centuries)})\s+{any_of(words.of_grain(Grain.CENTURY))}"
    )
    season = rf"(?P<season>{any_of(words.seasons)})\s+(?:of\s+)?(?P<year>{YEAR})(?:[-–/]\d\d)?"
    part = (
        rf"\b(?:(?P<code>Q[1-4]|H[12])|(?:the\s+)?(?P<which>{any_of(words.ordinals)}|[1-4]{ENDING})"
        rf"[\s-]+(?P<part>{any_of(words.year_parts)}))\s+"
        rf"(?:of\s+)?(?P<year>{YEAR}|{which(words, Grain.YEAR)})\b"
    )
    ordinals = [word for word in words.ordinals if word not in words.lists["time_steps"]]
    before = "|".join(rf"(?<=\b{word} )" for word in sorted(words.lists["spell_prepositions"]))
    bare = (
        rf"\b(?:(?P<code>Q[1-4])|(?:{before})the\s+(?P<which>{any_of(ordinals)})\s+"
        rf"{any_of(words.of_grain(Grain.QUARTER))})\b(?!\s+of\b)"
    )
    decade = r"\b(?:the\s+)?(?:(?P<decade>(?:1\d|20)\d0)s|['’](?P<short>[2-9]0)s)\b"
    adverb = rf"(?:(?P<adverb>{listed(words, 'part_adverbs', 'part_prefixes')})(?:\s+|-))?"
    decade_word = rf"\bthe\s+{adverb}(?P<word>{any_of(words.decades)})\b"
    return (
        (insensitive(decade), _decade),
        (insensitive(decade_word), partial(_decade_word, words)),
        (re.compile(rf"\b(?:the\s+)?{century}\b"), partial(_century, words)),
        (insensitive(rf"\b(?:the\s+)?{season}\b"), partial(_season, words)),
        (insensitive(part), partial(_part_of_year, words)),
        (insensitive(bare), partial(_bare_quarter, words)),
        *feast_rules(words),
    )
