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

    @property
    def people(self) -> bool:
        """Whether it names somebody, or several, of a state: "a Dane", "Danes"."""
        return self.form in {"people", "one"}

    @property
    def maker(self) -> bool:
        """Whether it names a company, whose name may be part of its product's."""
        return isinstance(self.entry, Organisation) and self.entry.kind == "company"
