"""Clock times: beside a day ("3pm on Friday"), or alone ("at 14:00 GMT")."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from re import Pattern

from reportedly.coding.times.mention import Expression
from reportedly.coding.times.patterns import any_of, listed
from reportedly.coding.times.spells import UNKNOWN, Spell, day_spell
from reportedly.coding.times.words import TimeWords
from reportedly.records import Grain

_ON = re.compile(r"(?:,|\s+on|\s+of)?(?:\s+the)?\s*$", re.I)


def clock_pattern(words: TimeWords) -> Pattern[str]:
    hour, minute = r"(?:[01]?\d|2[0-3])", r"[0-5]\d"
    return re.compile(
        rf"\b(?:{hour}(?:[:.]{minute})?\s?(?:[ap]m\b|[ap]\.m\b\.?)|{hour}:{minute}\b"
        rf"|(?:[01]\d|2[0-3]){minute}(?=\s*{listed(words, 'clock_marks')}\b)"
        rf"|{listed(words, 'clock_words')}\b|{_hour(words)})"
        rf"(?:\s*\(?{listed(words, 'time_zones')}(?:\s?[+-]\d\d?)?\)?)*"
    )


def _hour(words: TimeWords) -> str:
    """Return a pattern of an hour in words: "nine o'clock", "half past nine"."""
    hour = any_of(word for word, value in words.numbers.items() if value <= 12)
    parts, after = listed(words, "hour_parts"), listed(words, "hour_words")
    return rf"(?:(?:{parts})\s+(?:{hour}|\d\d?)\b|(?:{hour}|\d\d?)\s+{after})"


def find_clocks(text: str, clock: Pattern[str]) -> list[tuple[int, int]]:
    """Return the spans of clock times ("3pm", "14:00 GMT", "noon")."""
    return [match.span() for match in clock.finditer(text)]


def loose_clock(text: str, span: tuple[int, int], clocked: Pattern[str]) -> Expression:
    """Return a clock time without a day: of some day where a word such as "at" says so.

    A post's own time at its head ("10:05 The minister …") is no time of what it tells.
    """
    if not clocked.search(text, max(0, span[0] - 20), span[0]):
        return Expression(*span, Grain.MINUTE, lambda _published, _past: UNKNOWN)
    return Expression(*span, Grain.MINUTE, _same_day, of_day=True)


def _same_day(day: date | None, _past: bool | None) -> Spell:
    return day_spell(day) if day else UNKNOWN


def add_clock(
    text: str, found: Expression, clocks: list[tuple[int, int]], at: Pattern[str]
) -> Expression:
    """Widen a day by the clock time beside it: "3pm on Friday", "Friday at 3pm"."""
    if found.grain is not Grain.DAY:
        return found
    for start, end in clocks:
        if end <= found.start and _ON.fullmatch(text, end, found.start):
            return replace(found, start=start, grain=Grain.MINUTE)
        if start >= found.end and at.fullmatch(text, found.end, start):
            return replace(found, end=end, grain=Grain.MINUTE)
    return found
