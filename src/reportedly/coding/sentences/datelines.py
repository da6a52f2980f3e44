"""What stands before a report's first sentence and is no part of it: place, day, agency.

"WASHINGTON (AP) —", "Harare, Zimbabwe –", "SEOUL, May 15 (Yonhap) --", "MOSCOW, May 15. /TASS/.".
The day of such a line is the day of the report, never that of the act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.lexicons import Lexicons, State

#: what parts the line from the sentence
_DASH = r" ?(?:--|[-–—]) ?(?=\S)"
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’/ -]{2,30}"
_NAME = r"[A-Z]\w+(?:[ -][A-Z]\w+){0,3}"


def dateline_of(lexicons: Lexicons) -> re.Pattern[str]:
    """Return the pattern of a dateline, by the months and agencies of the lexicons."""
    date = _date(lexicons)
    credit = rf"(?:\([^)]{{2,40}}\)|/[^/\s]{{2,20}}/|{_any(lexicons.words('news_agencies'))})"
    agency = rf"\((?:{_any(lexicons.words('news_agencies'))})\)"
    where = rf"(?:{_CAPITALS}(?:, [A-Z][\w.]*(?: [A-Z][a-z]+)?)?|[A-Z]\w+, [A-Z]\w+)"
    dated = rf"(?:{_CAPITALS}|{_NAME})(?:, {_NAME})?(?:, {date}| \({date}\)| ?\| ?{date})"
    towns = _any(map(str.upper, _towns(lexicons)))
    return re.compile(
        rf"{dated}(?:,? {credit})?(?:{_DASH}|: )"
        rf"|{dated}[.,]? /[^/\s]{{2,20}}/[.:]? "
        rf"|{date}[.,]? {agency}{_DASH}"
        rf"|{agency}{_DASH}"
        rf"|(?:{towns})(?:/(?:{towns}))?: (?=\S.*[.!?][\"'”’)]*\s*$)"
        rf"|{where}(?: \([^)]{{2,30}}\))? ?(?:--|[-–—]) "
        rf"|[A-Z][\w.]+(?: [A-Z]\w+)? {agency} ?(?:--|[-–—]) "
    )


def _towns(lexicons: Lexicons) -> set[str]:
    """Return the towns that may stand before a colon: capitals, and seats of the press."""
    capitals = {state.capital for state in lexicons.table(State) if state.capital}
    return capitals | set(lexicons.words("dateline_towns"))


def _date(lexicons: Lexicons) -> str:
    """Return a pattern of "May 15", "15 May 2024", "Tuesday, Sept. 3"."""
    months = [*lexicons.words("months"), *lexicons.words("month_abbreviations")]
    month = rf"(?:{_any((*map(str.capitalize, months), *map(str.upper, months)))})\.?"
    days = [day.capitalize() for day in lexicons.words("weekdays")]
    week = _any([*days, *(day[:3] for day in days)])
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return (
        rf"(?:(?:{week}),? )?"
        rf"(?:{month} {day}(?:/\d{{1,2}})?|{day} {month})(?:,? (?:19|20)\d\d)?(?!\d)"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))
