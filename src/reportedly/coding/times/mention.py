"""What the finder hands out, and the unresolved expression it is made of."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.coding.times.spells import Spell
from reportedly.records import Basis, Grain

#: (publication date or None, tense of the verb: True past, False future, None unknown) → days
Resolver = Callable[[datetime.date | None, bool | None], Spell]
#: the time told last → days
FromTold = Callable[[Spell], Spell]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression in a text.

    start, end        offsets, end excluded
    from_day, to_day  first and last day, both included; None where open or unknown
    grain             how exact the words are
    basis             stated: a date by itself; relative: against the publication date
    limit             "since", "from", "until", "by", "before", "after" where such a word opens it
    cyclic            whether the words return each week or year, so that the tense chose the days
    """

    start: int
    end: int
    from_day: datetime.date | None
    to_day: datetime.date | None
    grain: Grain
    basis: Basis
    limit: str = ""
    cyclic: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression that still waits for the publication date.

    stated  true when the words suffice without that date
    ahead   true for words that after a verb in the past give a length, no date ("in two days")
    cyclic  true for words that return each week or year: "Friday", "May", "12 April"
    limit   what a word before it says, as in TimeMention
    weak    true for words such as "May" or "2018", which count only after "in", "since" …
    from_told  of words that count from another time of the story ("a day later"); behind: from
            that which is told behind them ("two days before 3 March")
    exact   what a bound is counted from, where that is narrower: "until a month ago"
    of_day  true for a clock time that no day stands beside: resolved against a day of the sentence
    """

    start: int
    end: int
    grain: Grain
    resolve: Resolver
    stated: bool = False
    weak: bool = False
    ahead: bool = False
    cyclic: bool = False
    limit: str = ""
    from_told: FromTold | None = None
    behind: bool = False
    of_day: bool = False
    exact: Resolver | None = None

    @property
    def vague(self) -> bool:
        """True when no publication date could resolve the words ("earlier", "a day later")."""
        return self.grain is Grain.VAGUE or self.from_told is not None
