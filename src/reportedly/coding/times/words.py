"""The time words of the lexicons, read once: classes of words, and what each word says."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reportedly.errors import LexiconError
from reportedly.lexicons import Lexicons
from reportedly.records import Grain

#: classes that are asked for their words only
LISTS = (
    *("month_abbreviations", "weekday_epithets", "each_time_words", "day_parts"),
    *("day_part_ends", "day_points", "weekends", "year_ends", "clock_words", "time_zones"),
    *("clock_marks", "eras", "half_words", "vague_amounts", "about_words", "below_words"),
    *("nearly_words", "above_words", "calendar_units", "story_directions", "length_followers"),
    *("recent_times", "recent_words", "clock_licences", "fiscal_words", "spell_enders"),
    *("hour_words", "hour_parts", "and_halves", "period_words"),
    *("length_prepositions", "length_endings", "present_times"),
    *("frequency_words", "counted_nouns", "present_age_nouns", "time_steps", "time_turns"),
    *("vague_steps", "spell_prepositions", "vague_times", "story_times", "part_adverbs"),
    *("part_prefixes", "part_nouns", "time_licences", "month_licences", "range_joiners"),
    *("year_openers", "dated_nouns"),
)
#: what a word of the class time_limits may say
LIMITS = ("since", "from", "until", "by", "before", "after")
_LETTERS = re.compile(r"[^\W\d_]+")
Feast = tuple[int, int, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """What the lexicons say about time; all words in lower case but those that count as written.

    lists       class → its words
    months      1 to 12, abbreviations too; full_months: without these; plain_months: of these
                those whose names stand for nothing else
    weekdays    0 to 6                      seasons   month that it begins with
    numbers     of number words             ordinals  of quarters and halves; centuries: of these
    spell_ordinals  which of the units of a spell: -1 the last
    year_parts  how many make a year        near_days days from the publication
    steps       which way from the publication: -1 back, 1 ahead; sides: of a spell
    directions  of a number of units: "ago" -1; story_directions: from a time of the story
    story_times units from the time told last: "the next day" (1, day); story_steps: which way
    units       grain; also the stem of plurals in "ies"
    feasts      month, day, year where the name implies one
    multiples   of a unit: "fortnight" 2       twice     "before last" -2
    movable     feasts: days from Easter, or (nth, weekday, month)
    decades     first year: "sixties" 1960
    parts       which part, of how many     limits    one of LIMITS
    unless      vague word → words that must not follow; nights: the same of "overnight"
    """

    lists: Mapping[str, frozenset[str]]
    plain_months: Mapping[str, int]
    full_months: Mapping[str, int]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    numbers: Mapping[str, int]
    ordinals: Mapping[str, int]
    spell_ordinals: Mapping[str, int]
    centuries: Mapping[str, int]
    year_parts: Mapping[str, int]
    near_days: Mapping[str, int]
    steps: Mapping[str, int]
    sides: Mapping[str, int]
    directions: Mapping[str, int]
    story_directions: Mapping[str, int]
    story_times: Mapping[str, tuple[int, Grain]]
    story_steps: Mapping[str, int]
    units: Mapping[str, Grain]
    feasts: Mapping[str, Feast]
    decades: Mapping[str, int]
    movable: Mapping[str, tuple[int, ...]]
    multiples: Mapping[str, int]
    twice: Mapping[str, int]
    parts: Mapping[str, tuple[int, int]]
    limits: Mapping[str, str]
    unless: Mapping[str, tuple[str, ...]]
    nights: Mapping[str, tuple[str, ...]]

    @staticmethod
    def of(lexicons: Lexicons) -> TimeWords:
        """Return the time words of these lexicons. Raises LexiconError for what is missing."""

        def said[T](read: Callable[[str], T], *names: str) -> dict[str, T]:
            return {w: v for name in names for w, v in _said(lexicons, name, read).items()}

        plain = said(int, "plain_months")
        full = plain | said(int, "double_months")
        units = said(Grain, "short_units", "calendar_units")
        return TimeWords(
            lists={name: lexicons.words(name) for name in LISTS},
            plain_months=plain,
            full_months=full,
            months=full | said(int, "month_abbreviations"),
            weekdays=said(int, "weekdays"),
            seasons=said(int, "seasons"),
            numbers=said(int, "number_words"),
            ordinals=said(int, "year_ordinals"),
            spell_ordinals=said(int, "spell_ordinals"),
            centuries=said(int, "century_ordinals"),
            year_parts=said(int, "year_parts"),
            near_days=said(int, "near_days"),
            steps=said(int, "time_steps", "time_turns", "weekday_steps"),
            sides=said(int, "side_words"),
            directions=said(int, "count_directions"),
            story_directions=said(int, "story_directions"),
            story_times=said(_count, "story_times"),
            story_steps=said(int, "story_steps"),
            units=units | {stem(unit): grain for unit, grain in units.items()},
            feasts=said(_feast, "fixed_feasts"),
            decades=said(int, "decade_words"),
            movable=said(_movable, "movable_feasts"),
            multiples=said(int, "unit_multiples"),
            twice=said(int, "twice_steps"),
            parts=said(_part, "part_adverbs", "part_prefixes", "part_nouns"),
            limits=said(_limit, "time_limits"),
            unless=said(_words, "vague_comparatives"),
            nights=said(_words, "night_adverbs"),
        )

    def of_grain(self, grain: Grain) -> list[str]:
        """Return the words for units of that grain."""
        return [unit for unit, its in self.units.items() if its is grain]

    def grain(self, unit: str) -> Grain:
        """Return the grain of what is counted in the unit."""
        return self.units[normal(unit)]

    def to_month(self, word: str) -> int:
        """Return the number of the month, 1 to 12."""
        return self.months[word.lower().rstrip(".")]

    def in_unit(self, number: int | None, unit: str) -> int | None:
        """Return the number of its grain's units: 4 weeks of 2 fortnights."""
        return number if number is None else number * self.multiples.get(normal(unit), 1)

    def to_number(self, words: str) -> int | None:
        """Return the number that digits or words give, or None."""
        words = normal(words)
        if words.isdigit():
            return int(words)
        if words in {"a", "an"}:
            return 1
        tens, _, ones = words.partition("-")
        found = [self.numbers.get(word) for word in (tens, ones) if word]
        return None if None in found else sum(filter(None, found))

    def step(self, words: str) -> int:
        """Return which way the last of the words looks from the publication; 0 for "this"."""
        return self.steps.get(normal(words).rpartition(" ")[2], 0)


def normal(words: str) -> str:
    """Return words of a text as the classes have them."""
    return " ".join(words.lower().replace("’", "'").split())


def stem(unit: str) -> str:
    """Return what the plural of a unit has before its s: "centurie" of "centuries"."""
    return f"{unit[:-1]}ie" if unit.endswith("y") and unit[-2:-1] not in "aeiou" else unit


def _said[T](lexicons: Lexicons, name: str, read: Callable[[str], T]) -> dict[str, T]:
    """Return what each word of a class says, as read gives it; LexiconError where it cannot."""
    values = lexicons.values(name)
    if not values:
        raise LexiconError("classes", f"class.{name}", "its words must say something: no values")
    found: dict[str, T] = {}
    for word, value in values.items():
        try:
            found[normal(word)] = read(value)
        except ValueError as problem:
            slip = f"{word!r} cannot say {value!r}; look at the built-in class"
            raise LexiconError("classes", f"class.{name}", slip) from problem
    return found


def _feast(value: str) -> Feast:
    *year, month, day = map(int, value.split("-"))
    return month, day, year[0] if year else None


def _count(value: str) -> tuple[int, Grain]:
    count, unit = value.split()
    return int(count), Grain(unit)


def _movable(value: str) -> tuple[int, ...]:
    return tuple(int(word) for word in value.removeprefix("easter").split())


def _part(value: str) -> tuple[int, int]:
    part, parts = map(int, value.split("/"))
    return part - 1, parts


def _limit(value: str) -> str:
    return LIMITS[LIMITS.index(value)]


def _words(value: str) -> tuple[str, ...]:
    return tuple(value.split())


def signs_of(words: TimeWords) -> frozenset[str]:
    """Return single words of which every expression without four digits or a clock has one."""
    names = (
        "weekends", "year_ends", "vague_times", "recent_times", "story_times", "clock_words",
        "hour_words", "hour_parts",
    )  # fmt: skip
    units = (*words.units, *(f"{unit}s" for unit in words.units))
    days = (*words.weekdays, *words.near_days, *words.feasts, *words.movable)
    dates = (*days, *words.months, *words.seasons, *words.decades)
    vague = (*words.unless, *words.nights, *(word for name in names for word in words.lists[name]))
    found = [letters(word) for word in (*units, *dates, *vague)]
    single = {runs[0] for runs in found if len(runs) == 1}
    return frozenset(single | {runs[-1] for runs in found if runs and single.isdisjoint(runs)})


def letters(text: str) -> list[str]:
    """Return the runs of letters of a text in lower case."""
    return _LETTERS.findall(text.lower())
