"""What it is worth when two acts were done: by the texts' own days, else those of publication."""

from __future__ import annotations

from datetime import date, timedelta

from reportedly.linking.clues import Part
from reportedly.linking.points import points
from reportedly.linking.tellings import Days, Telling


def when(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth whether days meet."""
    p, found = points().days, list[Part]()
    a, b = one.days, other.days
    if _known(a) and _known(b):
        gap = _gap((a.start, a.end), (b.start, b.end))
        if gap == 0:
            return [_met(max(_length(a), _length(b)))]
        return [(f"{gap} days apart", p.far if gap > p.far_days else p.apart)]
    if one.account.id == other.account.id and _known(a) != _known(b):
        found.append(("its day told once", p.told_once))
    if a.weekdays and b.weekdays:
        same = not a.weekdays.isdisjoint(b.weekdays)
        found.append(("same weekday", p.same) if same else ("other weekday", p.apart))
    if one.account.day and other.account.day and one.account.id != other.account.id:
        found.append(("no day to compare", p.no_day))
        nobody = (one.actors | one.recipients).isdisjoint(other.actors | other.recipients)
        if nobody:
            found.append(("nobody in common", p.no_day_nobody))
            found += _some_days_later(one, other)
    if one.account.id == other.account.id:
        return found
    gap = _gap(_around(one), _around(other))
    worst = [worth for days, worth in p.published.items() if gap > int(days)] if gap > 0 else []
    if worst:
        found.append((f"published {gap} days apart", min(worst)))
    return found


def _some_days_later(one: Telling, other: Telling) -> list[Part]:
    """Return what it is worth that two deeds without a party or a name in common are told on
    other days."""
    p, days = points().days, (one.account.day, other.account.day)
    verbal, called = one.verbal or other.verbal, not one.called.isdisjoint(other.called)
    if verbal or called or None in days:
        return []
    apart = abs((days[0] - days[1]).days) > p.next_day  # type: ignore[operator]
    return [("nobody in common, some days later", p.later_nobody)] if apart else []


def _met(length: int) -> Part:
    p = points().days
    if length > p.short_days:
        return "long spells meet", p.same_long
    return "days meet", p.same + (p.exact if length <= p.exact_days else 0.0)


def _length(days: Days) -> int:
    """Return how many days a spell has; very many where a side is open."""
    return ((days.end or date.max) - (days.start or date.min)).days + 1


def _known(days: Days) -> bool:
    return days.start is not None or days.end is not None


def _around(telling: Telling) -> tuple[date | None, date | None]:
    """Return the text's own days, else the days that the report may be about: the last three."""
    if _known(telling.days):
        return telling.days.start, telling.days.end
    day = telling.account.day
    return (day - timedelta(days=3), day) if day else (None, None)


def _gap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> int:
    """Return how many days lie between two spells, 0 where they meet; an open side reaches far."""
    if one == (None, None) or other == (None, None):
        return 0
    first, second = sorted((one, other), key=lambda spell: spell[0] or date.min)
    return max(0, ((second[0] or date.min) - (first[1] or date.max)).days)
