"""The lanes of a dossier's time axis, and the stretch of time that it shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportedly.views import Dossier, Matter

#: a stretch of more days is cut to the newest four fifths of its marks
_LONG = 1100


def lanes(found: Dossier) -> tuple[tuple[str, tuple[Matter, ...]], ...]:
    """Return the lanes from top to bottom, each with its lines, dated or not."""
    return (
        ("Between", found.did),
        ("Alleged", found.alleged),
        ("To come", found.plans),
        ("Others", found.reactions),
        ("Denied", found.turned_down),
    )


def day_of_line(one: Matter) -> date | None:
    """Return the day on which the line stands by the text's own time; None where it gives none."""
    if one.dated != "claim":
        return None
    return _day(one.day_from or one.day_to)


def published(found: Dossier) -> tuple[date, ...]:
    """Return the days on which the articles of the lines appeared, each once."""
    days = {_day(one.published[:10]) for _, rows in lanes(found) for one in rows if one.published}
    return tuple(sorted(day for day in days if day))


def window(days: Sequence[date]) -> tuple[date, date]:
    """Return the stretch to show: all of the sorted days, or the newest that hold four in five."""
    if (days[-1] - days[0]).days <= _LONG or len(days) < 5:
        return days[0], days[-1]
    return days[len(days) // 5], days[-1]


def ticks(first: date, last: date, most: int = 10) -> list[tuple[date, str]]:
    """Return first days of months, or of years, at most so many, each with what to call it."""
    months = (last.year - first.year) * 12 + last.month - first.month
    every = max(1, -(-months // most))
    every = every if every <= 6 else -(-every // 12) * 12
    start = 12 if every >= 12 else first.month
    found: list[tuple[date, str]] = []
    for number in range(0, months + 13, every):
        month = (start if every < 12 else 1) - 1 + number
        day = date(first.year + month // 12, month % 12 + 1, 1)
        if first <= day <= last:
            found.append((day, f"{day:%Y}" if every >= 12 else f"{day:%b %Y}"))
    return found


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
