"""What stands around an expression: "early", "since", "until", "from … to", and clock times."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from re import Pattern

from reportedly.coding.times.accounts import ended_before
from reportedly.coding.times.clocks import clock_pattern
from reportedly.coding.times.mention import Expression, Resolver
from reportedly.coding.times.nth import nth_before
from reportedly.coding.times.patterns import YEAR, any_of, insensitive, listed
from reportedly.coding.times.spells import DAY, UNKNOWN, Spell, cover, share
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Grain

Bound = Callable[[Spell], Spell]


def _since(spell: Spell) -> Spell:
    return Spell(spell.first, None)


def _until(spell: Spell) -> Spell:
    return Spell(None, spell.last)


def _before(spell: Spell) -> Spell:
    return Spell(None, spell.first - DAY if spell.first else None)


def _after(spell: Spell) -> Spell:
    return Spell(spell.last + DAY if spell.last else None, None)


#: what the lexicons say of a limit → (what it makes of a spell, tense where the verb's is unknown)
BOUNDS: dict[str, tuple[Bound, bool | None]] = {
    "since": (_since, True),
    "from": (_since, None),
    "until": (_until, False),
    "by": (_until, False),
    "before": (_before, None),
    "after": (_after, None),
}
_WEEK = 7
_AND = re.compile(r"\s+and\s+$", re.I)
_LIST = re.compile(r"\s*(?:,|,?\s+and|,?\s+or)\s+$")
_OPENER = re.compile(r"\b(from|between)\s+(?:the\s+)?$", re.I)
_NOUN = re.compile(r"\s+[a-z]+")
_PLAIN = re.compile(rf"{YEAR}$")
_NOUN_AFTER = re.compile(r"\s+[A-Za-z]")
_PLURAL = re.compile(r"\s+[a-z]+s\b")


@dataclass(frozen=True, slots=True)
class Joints:
    """Patterns of what stands around an expression; they end where it begins, or begin at its end.

    part     "the end of"       limit  "since"      licence  "in" before a bare year
    nth      "the last week of"
    ended    "the three months to"
    to       between the ends of a range            clock    "3pm"
    at       between a day and its clock time
    clocked  "at" before a clock time
    opener   "the", "its" before a year that describes a noun; dated: what a month may describe;
    dated_of "the invasion of" before a bare year
    """

    words: TimeWords
    part: Pattern[str]
    limit: Pattern[str]
    licence: Pattern[str]
    to: Pattern[str]
    clock: Pattern[str]
    at: Pattern[str]
    clocked: Pattern[str]
    nth: Pattern[str]
    ended: Pattern[str]
    opener: Pattern[str]
    dated: Pattern[str]
    dated_of: Pattern[str]


def joints_of(words: TimeWords) -> Joints:
    """Return the patterns, made of the time words."""
    about = listed(words, "about_words")
    part = (
        rf"\b(?:(?:very\s+)?(?P<adverb>{listed(words, 'part_adverbs')})"
        rf"(?:\s+(?:in|on))?(?:\s+the)?\s+"
        rf"|(?P<prefix>{listed(words, 'part_prefixes')})(?:-|\s+)"
        rf"|(?:the\s+)?(?P<noun>{listed(words, 'part_nouns')})\s+of\s+(?:the\s+)?)$"
    )
    limit = rf"\b({any_of(words.limits)})\s+(?:(?:in|on|at|{about})\s+)?(?:the\s+)?$"
    licences = listed(words, "time_licences")
    months = listed(words, "month_licences")
    licence = rf"\b(?:{licences}|in\s+{about}|(?P<month>{months}))\s+$"
    to = rf"\s+{listed(words, 'range_joiners')}\s+$|\s*[-–—]\s*$"
    at = rf"(?:,|\s+[-–—]|\s+at|,\s+at)?(?:\s+{about})?\s+$"
    return Joints(
        words=words,
        part=insensitive(part),
        limit=insensitive(limit),
        licence=insensitive(licence),
        to=insensitive(to),
        clock=clock_pattern(words),
        at=insensitive(at),
        clocked=insensitive(rf"\b{listed(words, 'clock_licences')}\s+(?:{about}\s+)?$"),
        nth=nth_before(words),
        ended=ended_before(words),
        opener=_opener(words),
        dated=re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}{listed(words, 'dated_nouns')}s?\b"),
        dated_of=insensitive(rf"\b{listed(words, 'dated_nouns')}s?\s+of\s+$"),
    )


def _opener(words: TimeWords) -> Pattern[str]:
    """Return what stands before a year that describes a noun: "the", "its failed"."""
    amounts = listed(words, "about_words", "below_words", "nearly_words", "above_words")
    no_adjective = rf"{amounts}|{listed(words, 'spell_prepositions', 'month_licences')}"
    no_adjective += rf"|{listed(words, 'range_joiners')}|{any_of(words.limits)}"
    opened = rf"(?:(?<!\w)|(?=['’])){listed(words, 'year_openers')}\s+"
    return insensitive(rf"{opened}(?:(?!(?:{no_adjective})\b)[a-z-]+\s+)?$")


def take_part(text: str, found: Expression, joints: Joints) -> Expression:
    """Widen an expression by "early", "the end of", "mid-" before it."""
    match = joints.part.search(text, max(0, found.start - 40), found.start)
    if (
        match is None
        or found.vague
        or found.grain is Grain.MINUTE
        or _attributive(text, found, joints)
    ):
        return found
    part, parts = joints.words.parts[normal(match[match.lastgroup or 0])]

    def resolve(published: date | None, past: bool | None) -> Spell:
        return share(found.resolve(published, past), part, parts)

    return replace(found, start=match.start(), resolve=resolve, weak=False)


def _range(one: Expression, other: Expression) -> Resolver:
    """Resolve a range so that its ends fit: a bare "Friday" or "May" follows the other end."""

    def resolve(published: date | None, past: bool | None) -> Spell:
        ahead = one.cyclic and other.cyclic and past is False
        if ahead and (running := _running(one, other, published)):
            return running
        if other.cyclic and (one.stated or past is False or not one.cyclic):
            first = one.resolve(published, past)
            return cover(first, other.resolve(first.first, False))
        last = other.resolve(published, past)
        if one.cyclic:
            return cover(one.resolve(last.last, True), last)
        return cover(one.resolve(published, past), last)

    return resolve


def _running(one: Expression, other: Expression, published: date | None) -> Spell | None:
    """Return the range of two days of a year in which the publication lies, or None."""
    last = other.resolve(published, False).last
    first = one.resolve(last, True).first
    if published is None or first is None or last is None:
        return None
    weekdays = (last - first).days < _WEEK
    return Spell(first, last) if not weekdays and first <= published <= last else None


def join_range(text: str, one: Expression, other: Expression, joints: Joints) -> Expression | None:
    """Return "from A to B", "between A and B" or "A–B" as one expression, or None."""
    if one.vague or other.vague:
        return None
    opener = _OPENER.search(text, max(0, one.start - 14), one.start)
    word = opener[1].lower() if opener else ""
    joint = _AND if word == "between" else joints.to
    if not joint.fullmatch(text, one.end, other.start):
        return None
    if not word and (other.weak or one.grain is not other.grain):
        return None
    start = opener.start() if opener else one.start
    grain = max(one.grain, other.grain, key=list(Grain).index)
    known = ((one.stated or one.cyclic) and other.stated) or (one.stated and other.cyclic)
    return Expression(start, other.end, grain, _range(one, other), stated=known)


def _attributive(text: str, found: Expression, joints: Joints) -> bool:
    """Return whether a bare year or month describes a noun: "the 2015 deal", "the May vote"."""
    if not joints.opener.search(text, max(0, found.start - 30), found.start):
        return False
    plain = _PLAIN.fullmatch(text, found.start, found.end)
    if plain is None:
        return found.grain is Grain.MONTH and bool(joints.dated.match(text, found.end))
    amount = plain[0].endswith("00") and _PLURAL.match(text, found.end)
    return int(plain[0]) >= 1900 and not amount and bool(_NOUN_AFTER.match(text, found.end))


def take_limit(text: str, found: Expression, joints: Joints) -> Expression:
    """Widen an expression by "since", "until", "by" … before it."""
    match = joints.limit.search(text, max(0, found.start - 30), found.start)
    if match is None or found.vague or _attributive(text, found, joints):
        return found
    limit = joints.words.limits[normal(match[1])]
    bound, tense = BOUNDS[limit]
    if limit == "by" and _is_count(text, found):
        return found
    if limit in {"before", "after", "by"} and text.startswith(("'s", "’s"), found.end):
        return found  # "after Friday's vote" may still be Friday

    def resolve(published: date | None, past: bool | None) -> Spell:
        forced = True if limit == "since" else past
        days = found.exact or found.resolve
        spell = days(published, tense if forced is None else forced)
        return bound(spell) if spell != UNKNOWN else UNKNOWN

    return replace(found, start=match.start(), resolve=resolve, weak=False, limit=limit)


def _is_count(text: str, found: Expression) -> bool:
    """Return whether an early "year" before a lower-case noun rather counts: "by 1200 votes"."""
    plain = _PLAIN.fullmatch(text, found.start, found.end)
    return bool(plain and int(plain[0]) < 1800 and _NOUN.match(text, found.end))


def licensed(text: str, found: Expression, before: int | None, joints: Joints) -> bool:
    """Return whether the word before a weak expression makes it a time.

    before is the end of the expression found last, for lists ("in 2014, 2015 and 2018").
    """
    if _is_count(text, found) or text.startswith(("the ", "The "), found.start):
        return False
    if _attributive(text, found, joints):
        return True
    if joints.dated_of.search(text, max(0, found.start - 30), found.start):
        return True
    match = joints.licence.search(text, max(0, found.start - 20), found.start)
    if match:
        return match["month"] is None or found.grain is Grain.MONTH
    return before is not None and bool(_LIST.fullmatch(text, before, found.start))
