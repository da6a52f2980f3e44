"""Expressions with a number of units, "two weeks ago", and vague ones, "recently"."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from re import Match

from reportedly.coding.times.mention import Expression
from reportedly.coding.times.patterns import (
    Rule,
    amount,
    any_of,
    insensitive,
    listed,
    number,
    unit,
)
from reportedly.coding.times.spells import UNKNOWN, Spell, around, cover, day_spell, shift
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Grain


def _ago(words: TimeWords, match: Match[str]) -> Expression:
    """Resolve "two months ago" to the calendar unit of that grain, "two weeks ago" to the day.

    "Over" leaves the first day open; with "less than" it lies anywhere since.
    """
    grain, number = words.grain(match["unit"]), words.to_number(match["number"])
    number = words.in_unit(number, match["unit"])
    most = words.in_unit(words.to_number(match["most"] or ""), match["unit"])
    more = bool(match["half"] or match["later"])  # "two and a half years", "a year and a half"
    half = normal(match["number"]) in words.lists["half_words"]
    over, ahead = bool(match["over"]), words.directions[normal(match["tail"])] > 0
    if grain in {Grain.DECADE, Grain.CENTURY}:  # "two decades ago" means about that year
        number = (number or 1) * (10 if grain is Grain.DECADE else 100)
    grain = {Grain.DECADE: Grain.YEAR, Grain.CENTURY: Grain.YEAR}.get(grain, grain)

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        if more and grain is Grain.YEAR:
            months = (number or 1) * 12 + 6
            return around(shift(published, Grain.MONTH, months if ahead else -months), Grain.YEAR)
        if half:
            months = 6 * (number or 1)
            day = shift(published, Grain.MONTH, months if ahead else -months)
            return around(day, Grain.YEAR if months > 6 else Grain.MONTH)
        way = 1 if ahead else -1
        if most and number:
            far, near = around(published, grain, most * way), around(published, grain, number * way)
            return cover(near, far) if ahead else cover(far, near)
        count = (number or 1) * way
        day = shift(published, grain, count)
        if match["under"]:
            return Spell(min(day, published), max(day, published))
        spell = day_spell(day) if grain is Grain.WEEK else around(published, grain, count)
        return Spell(None, spell.last) if over and not ahead else spell

    def exact(published: date | None, _past: bool | None) -> Spell:
        if published is None or half or more or most or over or match["under"]:
            return resolve(published, _past)
        return day_spell(shift(published, grain, (number or 1) * (1 if ahead else -1)))

    grain_shown = Grain.DAY if grain is Grain.MINUTE else grain
    return Expression(*match.span(), grain_shown, resolve, exact=exact)


def _ahead(words: TimeWords, match: Match[str]) -> Expression | None:
    """Resolve "in two months"; after a verb in the past that is a length of time, no date."""
    grain, number = words.grain(match["unit"]), words.to_number(match["number"])
    number = words.in_unit(number, match["unit"])
    within = match["lead"].lower() != "in"
    if match["unit"].lower() in words.ordinals:  # "in a second round"
        return None

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None or number is None:
            return UNKNOWN
        if within:
            return Spell(published, shift(published, grain, number))
        return around(published, grain, number)

    shown = Grain.DAY if grain is Grain.MINUTE else grain
    return Expression(*match.span(), shown, resolve, ahead=True)


def _rolling(words: TimeWords, match: Match[str]) -> Expression:
    """Resolve "the past three weeks", "the next ten days", counted from the publication."""
    grain = words.grain(match["unit"] or match["single"])
    ahead = words.step(match["which"]) > 0
    number = words.to_number(match["number"]) if match["number"] else 1

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None or number is None:
            return UNKNOWN
        if grain is Grain.QUARTER and number == 1:
            return around(published, grain, 1 if ahead else -1)
        if ahead:
            return Spell(published, shift(published, grain, number))
        return Spell(shift(published, grain, -number), published)

    return Expression(*match.span(), Grain.DAY if grain is Grain.MINUTE else grain, resolve)


def _vague(match: Match[str]) -> Expression:
    return Expression(*match.span(), Grain.VAGUE, lambda _published, _past: UNKNOWN)


def _recent(match: Match[str]) -> Expression:
    """Resolve "recently" to what lies no later than the publication."""
    return Expression(*match.span(), Grain.VAGUE, lambda published, _past: Spell(None, published))


def counted_rules(words: TimeWords) -> tuple[Rule, ...]:
    """Return the rules for numbers of units, and for times that no calendar tells."""
    return (*_number_rules(words), _rolling_rule(words), *_vague_rules(words))


def _number_rules(words: TimeWords) -> tuple[Rule, ...]:
    halves = listed(words, "and_halves")
    most = rf"(?:(?:\s+(?:or|to)\s+|[-–])(?P<most>{number(words)}))?"
    numbered = rf"\[?(?P<number>{number(words)})\]?"
    unit_of = rf"\s+(?P<unit>{unit(words)})"
    units = rf"{numbered}{unit_of}"
    full = rf"{numbered}{most}(?P<half>\s+{halves})?{unit_of}s?(?P<later>\s+{halves})?"
    often = "".join(rf"(?<!{re.escape(word)} )" for word in sorted(words.lists["frequency_words"]))
    ago = rf"(?:\b|(?=\[)){amount(words)}{full}\s+(?P<tail>{any_of(words.directions)})\b"
    ahead = (
        rf"{often}\b(?P<lead>in|within)\s+(?:the\s+{_ahead_steps(words)}\s+)?"
        rf"(?:{listed(words, 'about_words', 'below_words')}\s+)?{units}s?"
        rf"(?:['’]\s+time)?\b(?!\s+{listed(words, 'length_followers')}\b|-)"
    )
    return (
        (insensitive(ago), partial(_ago, words)),
        (insensitive(ahead), partial(_ahead, words)),
    )


def _ahead_steps(words: TimeWords) -> str:
    return any_of(word for word in _turning(words) if words.step(word) > 0)


def _turning(words: TimeWords) -> frozenset[str]:
    return words.lists["time_steps"] | words.lists["time_turns"]


def _rolling_rule(words: TimeWords) -> Rule:
    units = rf"(?P<number>{number(words)})\s+(?P<unit>{unit(words)})s?"
    single = rf"(?P<single>{listed(words, 'calendar_units')})"
    way = rf"(?:the|these)\s+(?P<which>{any_of(_turning(words))})"
    return insensitive(rf"\b{way}\s+(?:{units}|{single})\b(?!\s+of\b)"), partial(_rolling, words)


def _unless(word: str, others: tuple[str, ...]) -> str:
    """Return a pattern of the word without the others after it, and with no "as … as" around."""
    before = r"(?<!\bas )" if "as" in others else ""
    return rf"{before}{any_of([word])}(?!\s+{any_of(others)})"


def _vague_rules(words: TimeWords) -> tuple[Rule, ...]:
    one, some = unit(words), words.lists["vague_amounts"]
    units = f"{one}s"
    bare = any_of(amount.removeprefix("a ") for amount in some)
    story = listed(words, "story_directions")
    back = any_of(word for word, way in words.directions.items() if way < 0)
    during = rf"(?:{listed(words, 'spell_prepositions')}\s+)?(?:the\s+)?"
    recent = (
        rf"{during}{listed(words, 'recent_words')}\s+{units}",
        *(_unless(word, ("as",)) for word in words.lists["recent_times"]),
    )
    patterns = (
        rf"{during}{listed(words, 'vague_steps')}\s+(?:{bare}\s+)?{units}",
        rf"(?:{any_of(some)}\s+)?(?:more\s+)?{units}\s+{back}",
        rf"(?:{any_of(some)}\s+)?{units}\s+{story}",
        listed(words, "vague_times"),
        *(_unless(word, others) for word, others in words.unless.items()),
    )
    return (
        *((insensitive(rf"\b{pattern}\b"), _recent) for pattern in recent),
        *((insensitive(rf"(?<!-)\b{pattern}\b(?!-)"), _vague) for pattern in patterns),
    )
