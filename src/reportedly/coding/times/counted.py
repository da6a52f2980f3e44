"""Expressions with a number of units, "two weeks ago", and vague or anchored ones, "days later"."""

from __future__ import annotations

import re
from datetime import date
from re import Match

from reportedly.coding.times.dates import Rule
from reportedly.coding.times.mention import Expression
from reportedly.coding.times.spells import UNKNOWN, Spell, around, shift
from reportedly.coding.times.words import NUMBER, SOME, UNIT, UNITS, to_number
from reportedly.records import Grain


def _ago(match: Match[str]) -> Expression:
    """Resolve "two weeks ago" to the calendar unit of that grain; "over" leaves it open."""
    grain, number = UNITS[match["unit"].lower()], to_number(match["number"])
    half = match["number"].lower() == "half a"
    over, ahead = bool(match["over"]), not match["tail"].lower().startswith("ago")
    if grain in {Grain.DECADE, Grain.CENTURY}:  # "two decades ago" means about that year
        number = (number or 1) * (10 if grain is Grain.DECADE else 100)
    grain = {Grain.DECADE: Grain.YEAR, Grain.CENTURY: Grain.YEAR}.get(grain, grain)

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None:
            return UNKNOWN
        if half:
            months = 6 * (number or 1)
            day = shift(published, Grain.MONTH, months if ahead else -months)
            return around(day, Grain.YEAR if months > 6 else Grain.MONTH)
        spell = around(published, grain, (number or 1) * (1 if ahead else -1))
        return Spell(None, spell.last) if over and not ahead else spell

    grain_shown = Grain.DAY if grain is Grain.MINUTE else grain
    return Expression(*match.span(), grain_shown, resolve)


def _ahead(match: Match[str]) -> Expression | None:
    """Resolve "in two months"; after a verb in the past that is a length of time, no date."""
    grain, number = UNITS[match["unit"].lower()], to_number(match["number"])
    within = match["lead"].lower() != "in"
    if match["unit"].lower() == "second":  # "in a second round"
        return None

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None or number is None:
            return UNKNOWN
        if within:
            return Spell(published, shift(published, grain, number))
        return around(published, grain, number)

    shown = Grain.DAY if grain is Grain.MINUTE else grain
    return Expression(*match.span(), shown, resolve, ahead=True)


def _rolling(match: Match[str]) -> Expression:
    """Resolve "the past three weeks", "the next ten days", counted from the publication."""
    grain = UNITS[(match["unit"] or match["single"]).lower()]
    ahead = match["which"].lower() in {"next", "coming"}
    number = to_number(match["number"]) if match["number"] else 1

    def resolve(published: date | None, _past: bool | None) -> Spell:
        if published is None or number is None:
            return UNKNOWN
        if ahead:
            return Spell(published, shift(published, grain, number))
        return Spell(shift(published, grain, -number), published)

    return Expression(*match.span(), Grain.DAY if grain is Grain.MINUTE else grain, resolve)


def _vague(match: Match[str]) -> Expression:
    return Expression(*match.span(), Grain.VAGUE, lambda _published, _past: UNKNOWN)


_ABOUT = (
    r"(?:(?P<over>more than|over|at least)\s+)?(?:(?:about|around|nearly|almost|some|just|roughly"
    r"|less than|barely|exactly|only|under)\s+)?"
)
COUNTED_RULES: tuple[Rule, ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), make)
    for pattern, make in (
        (
            rf"\b{_ABOUT}(?P<number>{NUMBER})\s+(?P<unit>{UNIT})s?\s+"
            rf"(?P<tail>ago\b|from\s+(?:now|today)\b)",
            _ago,
        ),
        (
            rf"(?<!time )(?<!once )(?<!first )\b(?P<lead>in|within)\s+(?:the\s+(?:next|coming)\s+)?"
            rf"(?:(?:about|around|less than)\s+)?(?P<number>{NUMBER})\s+(?P<unit>{UNIT})s?"
            rf"(?:['’]\s+time)?\b(?!\s+(?:of|ago|later|after|before|old|from|since)\b|-)",
            _ahead,
        ),
        (
            rf"\b(?:the|these)\s+(?P<which>past|last|next|coming)\s+(?:(?P<number>{NUMBER})\s+"
            rf"(?P<unit>{UNIT})s?|(?P<single>week|month|quarter|year|decade|century))\b"
            rf"(?!\s+of\b)",
            _rolling,
        ),
        (
            rf"\b(?:(?:over|in|during|within|for)\s+)?(?:the\s+)?(?:past|last|next|coming|recent)\s+"
            rf"(?:few\s+|couple\s+of\s+|several\s+|many\s+)?{UNIT}s\b(?<!the)",
            _vague,
        ),
        (rf"\b(?:{SOME}\s+)?(?:more\s+)?{UNIT}s\s+ago\b|\blong\s+ago\b", _vague),
        (
            rf"\b{_ABOUT}(?:{NUMBER}|{SOME})\s+{UNIT}s?\s+(?:later|earlier|after|before|afterwards?)\b"
            rf"|\b(?:minutes|hours|days|weeks|months|years|decades)\s+(?:later|earlier|after|before)\b",
            _vague,
        ),
        (
            r"\b(?:the\s+(?:next|following|previous|same)\s+(?:day|night|morning|evening)"
            r"|the\s+(?:following|previous|same)\s+(?:week|month|year)|that\s+(?:day|night|week"
            r"|month|year|morning)|the\s+(?:day|week|month|year|night)\s+(?:before|after)"
            r"(?!\s+(?:yesterday|tomorrow)))\b|\bsince\s+then\b",
            _vague,
        ),
        (
            r"\bearlier\b(?!\s+than)|\brecently\b|\blately\b|\bin\s+the\s+(?:near\s+)?future\b"
            r"|\bsoon\b(?!\s+after|\s+as)(?<!as soon)|\bthese\s+days\b",
            _vague,
        ),
    )
)
