"""Periods of accounts: fiscal years, whose days no text tells, and "the three months to June"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from re import Match, Pattern

from reportedly.coding.times.dates import yearly
from reportedly.coding.times.mention import Expression
from reportedly.coding.times.patterns import (
    ENDING,
    YEAR,
    Rule,
    any_of,
    insensitive,
    listed,
    number,
    step,
    unit,
)
from reportedly.coding.times.spells import DAY, UNKNOWN, Spell, month_spell, shift
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Grain


def _fiscal(match: Match[str]) -> Expression:
    """Leave a fiscal year or quarter without days: every firm begins its own year."""
    parts = (match["part"], match["code"], match.groupdict().get("last"))
    grain = Grain.QUARTER if any(parts) else Grain.YEAR
    return Expression(*match.span(), grain, lambda _published, _past: UNKNOWN)


def _quarter_before_noun(words: TimeWords, match: Match[str]) -> Expression:
    """Resolve "third-quarter profits" to the last one begun, or the next."""
    nth = words.ordinals[normal(match["which"])]
    spell = yearly(lambda year: month_spell(year, 3 * nth - 2, 3))
    return Expression(*match.span(), Grain.QUARTER, spell)


def account_rules(words: TimeWords) -> tuple[Rule, ...]:
    """Return the rules for fiscal years and for quarters before a noun."""
    ordinal = rf"(?:{any_of(words.ordinals)}|[1-4]{ENDING})"
    quarter = any_of(words.of_grain(Grain.QUARTER))
    year = any_of(words.of_grain(Grain.YEAR))
    fiscal = listed(words, "fiscal_words")
    part = rf"(?:(?P<part>{ordinal}(?:\s+|-){quarter}|{quarter})|(?P<code>Q[1-4]))"
    which = rf"(?:(?:the|its|their|{step(words)}|{YEAR})\s+)?(?:{ordinal}\s+)?"
    named = (
        rf"\b(?:(?:the\s+|its\s+)?{part}\s+of\s+)?{which}{fiscal}"
        rf"(?:(?:\s+{ordinal})?\s+(?:(?P<last>{quarter})|{year}))?"
        rf"(?:\s+(?:of\s+)?(?:{YEAR}|\d\d/\d\d))?\b"
    )
    of_year = rf"FY\s?(?:{YEAR}|['’]?\d\d)\b"
    code = rf"\b(?:(?P<part>{ordinal})-{quarter}\s+|(?P<code>Q[1-4])\s+)?{of_year}"
    before = rf"\b(?P<which>{any_of(set(words.ordinals) - words.lists['time_steps'])})-{quarter}\b"
    return (
        (insensitive(named), _fiscal),
        (insensitive(code), _fiscal),
        (insensitive(before), partial(_quarter_before_noun, words)),
    )


def ended_before(words: TimeWords) -> Pattern[str]:
    """Return the pattern of "the three months to"; it ends where the last day's words begin."""
    units = rf"(?:(?P<number>{number(words)})\s+)?(?P<unit>{unit(words)})s?"
    ended = rf"\s+(?P<ended>{listed(words, 'spell_enders')})"
    of = r"(?:\s+(?:on|in))?(?:\s+the\s+end\s+of)?(?:\s+the)?"
    return insensitive(rf"\b(?:the\s+)?{units}{ended}{of}\s+$")


def take_ended(text: str, found: Expression, words: TimeWords, before: Pattern[str]) -> Expression:
    """Widen an expression by "the quarter ended" before it, to the spell that ends with it."""
    match = before.search(text, max(0, found.start - 60), found.start)
    if match is None or found.vague or found.limit or found.grain is Grain.MINUTE:
        return found
    grain = words.grain(match["unit"])
    count = words.to_number(match["number"]) if match["number"] else 1
    if count is None or grain in {Grain.MINUTE, Grain.DAY}:
        return found
    if match["ended"] == "to" and not match["number"] and grain not in {Grain.QUARTER, Grain.YEAR}:
        return found

    def resolve(published: date | None, past: bool | None) -> Spell:
        last = found.resolve(published, past).last
        if last is None:
            return UNKNOWN
        begin = shift(last + DAY, grain, -count)
        return Spell(begin, last)

    return replace(
        found, start=match.start(), grain=grain, resolve=resolve, weak=False, cyclic=False
    )
