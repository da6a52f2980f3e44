"""Pieces of regular expressions, put together from the time words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from re import Match, Pattern

from reportedly.coding.times.mention import Expression
from reportedly.coding.times.words import TimeWords
from reportedly.records import Grain

#: what is looked for, and what a match is made into
Rule = tuple[Pattern[str], Callable[[Match[str]], Expression | None]]

YEAR = r"(?:1\d{3}|20\d{2})"
ENDING = r"(?:st|nd|rd|th)"
DAY_NUMBER = rf"(?:3[01]|[12]\d|0?[1-9]){ENDING}?"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first; of no words: one that never fits."""
    found = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(_fitting, found))})" if found else "(?!)"


def _fitting(word: str) -> str:
    return re.escape(word).replace("\\ ", r"\s+").replace("\\-", "-").replace("'", "['’]")


def listed(words: TimeWords, *names: str) -> str:
    """Return a pattern of any word of the classes."""
    return any_of(word for name in names for word in words.lists[name])


def full_month(words: TimeWords) -> str:
    """Return a pattern of a month's whole name, with its capital."""
    return any_of(word.capitalize() for word in words.full_months)


def month(words: TimeWords) -> str:
    """Return a pattern of a month, with its capital: "January", "Jan."."""
    short = any_of(word.capitalize() for word in words.lists["month_abbreviations"])
    return rf"(?:{full_month(words)}|{short}\b\.?)"


def weekday(words: TimeWords) -> str:
    """Return a pattern of a day of the week, with its capital."""
    return any_of(word.capitalize() for word in words.weekdays)


def unit(words: TimeWords) -> str:
    """Return a pattern of a unit of time, or of its plural without the s."""
    return any_of(words.units)


def number(words: TimeWords) -> str:
    """Return a pattern of a number of units: "12", "twenty-five", "a dozen", "half a", "a"."""
    tens = any_of(word for word, value in words.numbers.items() if value >= 20)
    ones = any_of(word for word, value in words.numbers.items() if value < 10)
    halves = listed(words, "half_words")
    return rf"(?:\d{{1,3}}|{tens}-{ones}|{halves}|{any_of(words.numbers)}|an|a)"


def amount(words: TimeWords) -> str:
    """Return a pattern of what may stand before a number: "more than", "about"."""
    about = listed(words, "about_words", "nearly_words")
    return (
        rf"(?:(?P<over>{listed(words, 'above_words')})\s+"
        rf"|(?P<under>{listed(words, 'below_words')})\s+)?(?:{about}\s+)?"
    )


def day_part(words: TimeWords) -> str:
    """Return a pattern of what follows a day: " late evening", " at dawn"."""
    ends, points = listed(words, "day_part_ends"), listed(words, "day_points")
    return rf"(?:\s+(?:{ends}\s+)?{listed(words, 'day_parts')}|\s+at\s+{points})"


def step(words: TimeWords, *names: str) -> str:
    """Return a pattern of "this", "last", "next", and of the words of more classes."""
    return any_of(["this", *(w for name in ("time_steps", *names) for w in words.lists[name])])


def which(words: TimeWords, grain: Grain) -> str:
    """Return a pattern of "this year", "last year" for the units of a grain."""
    return rf"{step(words)}\s+{any_of(words.of_grain(grain))}"


def insensitive(pattern: str) -> Pattern[str]:
    """Return the compiled pattern, for any case."""
    return re.compile(pattern, re.IGNORECASE)
