"""Dates that pages print: ISO stamps in metadata, "September 13, 2023 - 4:15 pm" in text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

_MOST = 4  # dates that one line is asked for
Stamp = str  # ISO 8601: a date, or a date and time, with its zone where one was given

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DATES = (
    rf"\b{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_MONTH}[\s,-]+(?P<year>\d{{4}})\b",
    rf"\b{_WEEKDAY}{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
    r"\b(?P<year>\d{4})-(?P<num>\d{2})-(?P<day>\d{2})(?!\d)",
    r"\b(?P<one>\d{1,2})[/.](?P<two>\d{1,2})[/.](?P<year>\d{4})\b",
)
_HOURS = {
    "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
    "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3, "jst": 9, "kst": 9,
}  # fmt: skip
_ZONES: dict[str, tzinfo] = {
    **dict.fromkeys(("z", "utc", "gmt"), UTC),
    **{name: timezone(timedelta(hours=hours)) for name, hours in _HOURS.items()},
    "et": ZoneInfo("America/New_York"),
    "pt": ZoneInfo("America/Los_Angeles"),
}
_ZONE = rf"(?:\s*\(?(?P<zone>[+-]\d{{2}}:?\d{{2}}|(?:{'|'.join(_ZONES)})\b)\)?)?"
_CLOCK = (
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\b\.?)?" + _ZONE
)
_BETWEEN = r"(?:\s*[-–—|·•@,T]\s*|\s+at\s+|,?\s+)"
_WHEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for day in _DATES
    for pattern in (rf"{_CLOCK}{_BETWEEN}{day}", rf"{day}(?:{_BETWEEN}(?:at\s+)?{_CLOCK})?")
)
_RELATIVE = re.compile(
    r"\b(?:(?:an?|\d+|a few|several)\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?"
    r"|months?|years?|yrs?|[smhdwy])\s+ago|\d{1,2}\s?[mhdw]|just now|moments ago"
    r"|(?:yesterday|today)(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]m)?)?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class When:
    """A date found in a line.

    start, end  where it stands in the line
    stamp  None when it hangs on a clock we do not have ("2 hours ago") or is ambiguous (3/4/2024)
    clock  True when a time of day, or a relative time, is part of it
    """

    start: int
    end: int
    stamp: Stamp | None
    clock: bool


def find_when(line: str) -> When | None:
    """Return the first date or relative time in a short line, or None."""
    best: When | None = None
    for pattern in _WHEN:
        match = pattern.search(line)
        if match and (best is None or match.end() - match.start() > best.end - best.start):
            found = match.groupdict()
            clock = found["hour"] is not None and bool(found["minute"] or found["half"])
            end = match.end() if clock or not found["hour"] else _without_clock(match)
            best = When(match.start(), end, _stamp(found, clock), clock)
    if best is None and (match := _RELATIVE.search(line)):
        best = When(match.start(), match.end(), None, True)
    return best


def find_all(line: str) -> tuple[When, ...]:
    """Return the dates and relative times of a short line, in order."""
    found: list[When] = []
    while len(found) < _MOST and (when := find_when(line)) is not None:
        found.append(when)
        line = line[: when.start] + "\x00" * (when.end - when.start) + line[when.end :]
    return tuple(sorted(found, key=lambda when: when.start))


def _without_clock(match: re.Match[str]) -> int:
    """Return where the date ends when the number after it is no time of day."""
    return match.end("year") if match.end("year") > match.end("day") else match.end("day")


def _stamp(found: dict[str, str | None], clock: bool) -> Stamp | None:
    try:
        day = _day(found)
        if day is None or not clock:
            return day.isoformat() if day else None
        hour = int(found["hour"] or 0)
        if half := found["half"]:
            if not 1 <= hour <= 12:
                return day.isoformat()
            hour = hour % 12 + (12 if half.lower().startswith("p") else 0)
        moment = datetime(
            day.year, day.month, day.day, hour, int(found["minute"] or 0), int(found["second"] or 0)
        )
        return moment.replace(tzinfo=_zone(found["zone"])).isoformat()
    except ValueError:
        return None


def _day(found: dict[str, str | None]) -> date | None:
    """Return the calendar day, or None for 3/4/2024, which is two days at once."""
    year = int(found["year"] or 0)
    if "one" in found:
        one, two = int(found["one"] or 0), int(found["two"] or 0)
        if one != two and one <= 12 and two <= 12:
            return None
        return date(year, two, one) if one > 12 or one == two else date(year, one, two)
    month = found.get("num") or _MONTHS.index((found.get("mon") or "")[:3].lower()) + 1
    return date(year, int(month), int(found["day"] or 0))


def _zone(name: str | None) -> tzinfo | None:
    if not name:
        return None
    if name[0] in "+-":
        hours, minutes = int(name[1:3]), int(name[-2:])
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(offset if name[0] == "+" else -offset)
    return _ZONES[name.lower()]


def read_stamp(value: object) -> Stamp | None:
    """Return a metadata value as ISO 8601, its precision kept; None when it is no date.

    Takes a date, a datetime, ISO 8601 in its many spellings, RFC 2822, and printed dates.
    Years before 1600 are the empty value of a content system, not dates.
    """
    if isinstance(value, datetime | date):
        return value.isoformat() if value.year >= 1600 else None
    if not isinstance(value, str) or not 8 <= len(value.strip()) <= 64:
        return None
    stamp = _read_iso(value.strip()) or _read_mail(value.strip()) or _read_printed(value)
    return stamp if stamp and stamp[:4] >= "1600" else None


def _read_iso(text: str) -> Stamp | None:
    for suffix in (" UTC", " GMT"):
        if text.endswith(suffix):
            text = text.removesuffix(suffix) + "+00:00"
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(text.replace(" +", "+")).isoformat()
    except ValueError:
        return None


def _read_mail(text: str) -> Stamp | None:
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _read_printed(text: str) -> Stamp | None:
    found = find_when(text)
    return found.stamp if found else None
