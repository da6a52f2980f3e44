"""Lengths of time and what comes again: "for two weeks", "every Friday", "15 a year"; "now".

They date no act; only who asks for every expression gets them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from re import Match, Pattern

from reportedly.coding.times.mention import TimeMention
from reportedly.coding.times.patterns import amount, any_of, insensitive, listed, number
from reportedly.coding.times.words import TimeWords, normal
from reportedly.records import Basis, Grain

Length = tuple[Pattern[str], Callable[[Match[str]], Grain]]


def length_rules(words: TimeWords) -> Sequence[Length]:
    """Return the patterns of lengths with what tells the grain of each."""
    counted = words.of_grain(Grain.QUARTER)
    plain = any_of(one for one in words.units if one not in words.ordinals and one not in counted)
    unit = rf"(?P<unit>{plain})"
    half = rf"(?:\s+{listed(words, 'and_halves')})?"
    some = any_of(words.lists["vague_amounts"])
    ends = rf"(?:-{listed(words, 'length_endings')})?"
    again = rf"(?P<day>{any_of(words.weekdays)})|{unit}"
    many = rf"(?:{number(words)}{half}|{some})"
    counted_units = rf"\b{amount(words)}{many}[\s-]{unit}s?{half}{ends}\b"
    each = listed(words, "each_time_words")
    repeated = rf"\b{each}\s+(?:{number(words)}\s+)?(?:{again})s?\b"
    grain = partial(_grain, words)
    return (
        (insensitive(counted_units), grain),
        (insensitive(rf"\b{listed(words, 'length_prepositions')}\s+{unit}s\b"), grain),
        (insensitive(rf"\b{unit}s?-{listed(words, 'length_endings')}\b"), grain),
        (insensitive(repeated), grain),
        (insensitive(rf"(?<![-\w])(?-i:{listed(words, 'period_words')})\b"), _unknown),
        (insensitive(rf"(?<!-)\b{listed(words, 'present_times')}\b(?!-)"), _unknown),
    )


def lengths(text: str, rules: Sequence[Length]) -> Iterator[TimeMention]:
    """Yield the lengths of a text, the longest of those that overlap, in text order."""
    found = [
        TimeMention(*match.span(), None, None, grain(match), Basis.STATED)
        for pattern, grain in rules
        for match in pattern.finditer(text)
    ]
    kept: list[TimeMention] = []
    for one in sorted(found, key=lambda m: (m.start - m.end, m.start)):
        if all(one.end <= other.start or one.start >= other.end for other in kept):
            kept.append(one)
    yield from sorted(kept, key=lambda m: m.start)


def _grain(words: TimeWords, match: Match[str]) -> Grain:
    unit = match["unit"]
    return words.units.get(normal(unit), Grain.DAY) if unit else Grain.DAY


def _unknown(_match: Match[str]) -> Grain:
    return Grain.VAGUE
