"""A known name, role or good in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lexicons import Good, Organisation, Person, Role, State


@dataclass(frozen=True, slots=True)
class Match:
    """An entry found at tokens first..last (both included).

    form  name, adjective, people, one (of the people), capital, seat, place, short, role, good,
          or other: these words together mean something else
    """

    first: int
    last: int
    entry: State | Organisation | Person | Role | Good
    form: str
