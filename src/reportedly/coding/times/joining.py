"""What stands around an expression: "early", "since", "until", "from … to", and clock times."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from reportedly.coding.times.mention import Expression, Resolver
from reportedly.coding.times.spells import DAY, UNKNOWN, Spell, cover, share
from reportedly.coding.times.words import YEAR
from reportedly.records import Grain

#: words before an expression → (part, of how many); the pattern ends where the expression begins
PARTS = (
    (r"(?:very\s+)?early(?:\s+(?:in|on))?(?:\s+the)?\s+", 0, 3),
    (r"(?:the\s+)?(?:start|beginning|early\s+part)\s+of\s+(?:the\s+)?", 0, 3),
    (r"mid(?:-|\s+)", 1, 3),
    (r"(?:the\s+)?middle\s+of\s+(?:the\s+)?", 1, 3),
    (r"late(?:\s+(?:in|on))?(?:\s+the)?\s+", 2, 3),
    (r"(?:the\s+)?(?:end|close|latter\s+part)\s+of\s+(?:the\s+)?", 2, 3),
    (r"(?:the\s+)?first\s+half\s+of\s+(?:the\s+)?", 0, 2),
    (r"(?:the\s+)?(?:second|latter)\s+half\s+of\s+(?:the\s+)?", 1, 2),
)
_PART = re.compile(
    r"\b(?:" + "|".join(f"(?P<p{n}>{part[0]})" for n, part in enumerate(PARTS)) + r")$", re.I
)

Bound = Callable[[Spell], Spell]


def _since(spell: Spell) -> Spell:
    return Spell(spell.first, None)


def _until(spell: Spell) -> Spell:
    return Spell(None, spell.last)


def _before(spell: Spell) -> Spell:
    return Spell(None, spell.first - DAY if spell.first else None)


def _after(spell: Spell) -> Spell:
    return Spell(spell.last + DAY if spell.last else None, None)


#: preposition → (what it makes of a spell, tense it implies where the verb's is unknown)
LIMITS: dict[str, tuple[Bound, bool | None]] = {
    "since": (_since, True),
    "from": (_since, None),
    "starting": (_since, None),
    "beginning": (_since, None),
    "until": (_until, False),
    "till": (_until, False),
    "through": (_until, False),
    "by": (_until, False),
    "no later than": (_until, False),
    "before": (_before, None),
    "prior to": (_before, None),
    "after": (_after, None),
}
_LIMIT = re.compile(
    r"\b(" + "|".join(LIMITS) + r")\s+(?:(?:in|on|at|about|around)\s+)?(?:the\s+)?$", re.I
)
_LICENCE = re.compile(
    r"\b(?:in|during|throughout|circa|as\s+(?:early|late|soon)\s+as|the\s+year|dated|back\s+to"
    r"|in\s+(?:about|around)|(?P<month>of|for))\s+$",
    re.I,
)
_OPENER = re.compile(r"\b(from|between)\s+(?:the\s+)?$", re.I)
_TO = re.compile(r"\s+(?:to|through|until|till|up\s+to)\s+$|\s*[-–—]\s*$", re.I)
_AND = re.compile(r"\s+and\s+$", re.I)
_LIST = re.compile(r"\s*(?:,|,?\s+and|,?\s+or)\s+$")
_CLOCK = re.compile(
    r"\b(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]m\b|[ap]\.m\b\.?)|(?:[01]?\d|2[0-3]):[0-5]\d\b"
    r"|(?:[01]\d|2[0-3])[0-5]\d(?=\s*(?:GMT|UTC|hours\b|local\s+time))|noon\b|midnight\b)"
    r"(?:\s*\(?(?:GMT|UTC|CET|EST|EDT|ET|PST|PDT|BST|MSK|local\s+time|Moscow\s+time)\)?)*"
)
_ON = re.compile(r"(?:,|\s+on|\s+of)?(?:\s+the)?\s*$", re.I)
_AT = re.compile(r"(?:,|\s+[-–—]|\s+at|,\s+at)?(?:\s+(?:about|around))?\s+$", re.I)
_NOUN = re.compile(r"\s+[a-z]+")
_PLAIN = re.compile(rf"{YEAR}$")


def find_clocks(text: str) -> list[tuple[int, int]]:
    """Return the spans of clock times ("3pm", "14:00 GMT", "noon")."""
    return [match.span() for match in _CLOCK.finditer(text)]


def take_part(text: str, found: Expression) -> Expression:
    """Widen an expression by "early", "the end of", "mid-" before it."""
    match = _PART.search(text, max(0, found.start - 40), found.start)
    if match is None or found.vague or found.grain is Grain.MINUTE or _attributive(text, found):
        return found
    _, part, parts = PARTS[int(str(match.lastgroup)[1:])]

    def resolve(published: date | None, past: bool | None) -> Spell:
        return share(found.resolve(published, past), part, parts)

    return replace(found, start=match.start(), resolve=resolve, weak=False)


def add_clock(text: str, found: Expression, clocks: list[tuple[int, int]]) -> Expression:
    """Widen a day by the clock time beside it: "3pm on Friday", "Friday at 3pm"."""
    if found.grain is not Grain.DAY:
        return found
    for start, end in clocks:
        if end <= found.start and _ON.fullmatch(text, end, found.start):
            return replace(found, start=start, grain=Grain.MINUTE)
        if start >= found.end and _AT.fullmatch(text, found.end, start):
            return replace(found, end=end, grain=Grain.MINUTE)
    return found


def _range(one: Expression, other: Expression) -> Resolver:
    """Resolve a range so that its ends fit: a bare "Friday" or "May" follows the other end."""

    def resolve(published: date | None, past: bool | None) -> Spell:
        if other.cyclic and (one.stated or past is False or not one.cyclic):
            first = one.resolve(published, past)
            return cover(first, other.resolve(first.first, False))
        last = other.resolve(published, past)
        if one.cyclic:
            return cover(one.resolve(last.last, True), last)
        return cover(one.resolve(published, past), last)

    return resolve


def join_range(text: str, one: Expression, other: Expression) -> Expression | None:
    """Return "from A to B", "between A and B" or "A–B" as one expression, or None."""
    if one.vague or other.vague:
        return None
    opener = _OPENER.search(text, max(0, one.start - 14), one.start)
    word = opener[1].lower() if opener else ""
    joint = _AND if word == "between" else _TO
    if not joint.fullmatch(text, one.end, other.start):
        return None
    if not word and (other.weak or one.grain is not other.grain):
        return None
    start = opener.start() if opener else one.start
    grain = max(one.grain, other.grain, key=list(Grain).index)
    known = ((one.stated or one.cyclic) and other.stated) or (one.stated and other.cyclic)
    return Expression(start, other.end, grain, _range(one, other), stated=known)


def _attributive(text: str, found: Expression) -> bool:
    """Return whether a plain year describes a noun ("the 2015 deal") and dates nothing else."""
    plain = _PLAIN.fullmatch(text, found.start, found.end)
    return bool(plain) and text[: found.start].lower().endswith("the ")


def take_limit(text: str, found: Expression) -> Expression:
    """Widen an expression by "since", "until", "by" … before it."""
    match = _LIMIT.search(text, max(0, found.start - 30), found.start)
    if match is None or found.vague or _attributive(text, found):
        return found
    word = " ".join(match[1].lower().split())
    bound, tense = LIMITS[word]
    if word == "by" and _is_count(text, found):
        return found
    if word in {"before", "after", "by"} and text.startswith(("'s", "’s"), found.end):
        return found  # "after Friday's vote" may still be Friday

    def resolve(published: date | None, past: bool | None) -> Spell:
        forced = True if word == "since" else past
        spell = found.resolve(published, tense if forced is None else forced)
        return bound(spell) if spell != UNKNOWN else UNKNOWN

    return replace(found, start=match.start(), resolve=resolve, weak=False)


def _is_count(text: str, found: Expression) -> bool:
    """Return whether an early "year" before a lower-case noun rather counts: "by 1200 votes"."""
    plain = _PLAIN.fullmatch(text, found.start, found.end)
    return bool(plain and int(plain[0]) < 1800 and _NOUN.match(text, found.end))


def licensed(text: str, found: Expression, before: int | None) -> bool:
    """Return whether the word before a weak expression makes it a time.

    before is the end of the expression found last, for lists ("in 2014, 2015 and 2018").
    """
    if _is_count(text, found) or text.startswith(("the ", "The "), found.start):
        return False
    match = _LICENCE.search(text, max(0, found.start - 20), found.start)
    if match:
        return match["month"] is None or found.grain is Grain.MONTH
    return before is not None and bool(_LIST.fullmatch(text, before, found.start))
