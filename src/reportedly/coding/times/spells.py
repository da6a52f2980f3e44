"""Spells of days: weeks, months, years; shifting them, and cutting them into parts.

A spell includes both of its days; None stands for a side that is open or unknown.
"""

from __future__ import annotations

import calendar
import datetime
from typing import NamedTuple

from reportedly.records import Grain

Day = datetime.date
DAY = datetime.timedelta(days=1)


class Spell(NamedTuple):
    """From a first to a last day, both included; None where open or unknown."""

    first: Day | None
    last: Day | None


UNKNOWN = Spell(None, None)


def day_spell(day: Day) -> Spell:
    """Return the spell of one day."""
    return Spell(day, day)


def make_day(year: int, month: int, day: int) -> Day | None:
    """Return the day, or None where the calendar has no such day."""
    try:
        return Day(year, month, day)
    except ValueError:
        return None


def month_spell(year: int, month: int, count: int = 1) -> Spell:
    """Return the spell of count months from the one given; month may lie outside 1–12."""
    first = year * 12 + month - 1
    last = first + count - 1
    if not 12 <= first <= last < 9999 * 12:
        return UNKNOWN
    end = calendar.monthrange(last // 12, last % 12 + 1)[1]
    return Spell(Day(first // 12, first % 12 + 1, 1), Day(last // 12, last % 12 + 1, end))


def year_spell(first: int, last: int | None = None) -> Spell:
    """Return the spell from one year to another, both included."""
    last = first if last is None else last
    if not 1 <= first <= last <= 9999:
        return UNKNOWN
    return Spell(Day(first, 1, 1), Day(last, 12, 31))


def week_spell(day: Day, weeks: int = 0) -> Spell:
    """Return the week, Monday to Sunday, that lies so many weeks from the day's own."""
    monday = day - DAY * day.weekday() + DAY * 7 * weeks
    return Spell(monday, monday + DAY * 6)


def weekend_spell(day: Day, weeks: int = 0) -> Spell:
    """Return the Saturday and Sunday of the week so many weeks from the day's own."""
    sunday = week_spell(day, weeks).last
    return Spell(sunday - DAY, sunday) if sunday else UNKNOWN


#: grain → length in months; the grains of days and weeks are counted in days
MONTHS = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
DAYS = {Grain.MINUTE: 0, Grain.DAY: 1, Grain.WEEK: 7}


def shift(day: Day, grain: Grain, count: int) -> Day:
    """Return the day so many units away; the 31st falls back to a shorter month's last day.

    Raises OverflowError beyond the years 1 to 9999, as the sum of a day and days does.
    """
    if grain in DAYS:
        return day + DAY * DAYS[grain] * count
    year, month = divmod(day.year * 12 + day.month - 1 + MONTHS[grain] * count, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"no calendar has the year {year}")
    return Day(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def around(day: Day, grain: Grain, offset: int = 0) -> Spell:
    """Return the whole calendar unit of that grain, so many units from the day's own."""
    if grain is Grain.WEEK:
        return week_spell(day, offset)
    moved = shift(day, grain, offset)
    if grain is Grain.MONTH:
        return month_spell(moved.year, moved.month)
    if grain is Grain.QUARTER:
        return month_spell(moved.year, (moved.month - 1) // 3 * 3 + 1, 3)
    if grain is Grain.YEAR:
        return year_spell(moved.year)
    if grain is Grain.DECADE:
        return year_spell(moved.year // 10 * 10, moved.year // 10 * 10 + 9)
    if grain is Grain.CENTURY:
        return century_spell((moved.year - 1) // 100 + 1)
    return day_spell(moved)


def century_spell(number: int) -> Spell:
    """Return the spell of a century: the 20th runs from 1901 to 2000."""
    return year_spell(number * 100 - 99, number * 100)


def share(spell: Spell, part: int, parts: int) -> Spell:
    """Return one of two or three equal parts, counted from 0, cut at months or years where long.

    The parts of a single day are the day itself.
    """
    first, last = spell
    if first is None or last is None or first == last:
        return spell
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months < 3:
        days = (last - first).days + 1
        low, high = days * part // parts, days * (part + 1) // parts
        return Spell(first + DAY * low, first + DAY * (high - 1))
    step = 12 if months >= 60 else 1
    count = months // step
    low, high = count * part // parts, count * (part + 1) // parts
    return month_spell(first.year, first.month + low * step, (high - low) * step)


def cover(one: Spell, other: Spell) -> Spell:
    """Return the spell from the start of one to the end of the other.

    Unknown where one of the two is, or where they are reversed.
    """
    if UNKNOWN in (one, other):
        return UNKNOWN
    if one.first and other.last and one.first > other.last:
        return UNKNOWN
    return Spell(one.first, other.last)
