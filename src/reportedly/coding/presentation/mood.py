"""How a clause presents its event, as a value that effects act on.

Certainty and polarity are FactBank's two axes; mood is when the event lies as the sentence
puts it. Effects compose from the event outwards: "failed to agree to lift" is planned, then
negated. Source of the idea: FactBank (Saurí and Pustejovsky 2009); the table is ours.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import IntEnum

from reportedly.records import Factuality, Status

#: certainty of what is told as so, or as not so
CERTAIN = 3


class Mood(IntEnum):
    """When the event lies, as presented; the larger wins when effects compose."""

    PAST = 0
    ONGOING = 1
    FUTURE = 2
    CONDITIONAL = 3
    CONTRARY = 4  # "had Iran attacked": it did not


@dataclass(frozen=True, slots=True)
class Reading:
    """certainty 3 certain, 2 probable, 1 possible, 0 uncommitted; positive False when denied.

    open   the clause has no tense of its own (infinitive, gerund): what governs it decides
    real   False for what is told of an invented or simulated world: no claim
    rules  ids of the entries that acted, innermost first
    """

    certainty: int = 3
    positive: bool = True
    mood: Mood = Mood.PAST
    open: bool = False
    real: bool = True
    rules: tuple[str, ...] = ()

    def after(self, effect: str, rule: str = "") -> Reading:
        """Return this reading under one more effect, applied from outside."""
        changed = _EFFECTS[effect](self)
        return replace(changed, rules=(*self.rules, rule)) if rule else changed

    def carried_by(self, outer: Reading) -> Reading:
        """Return this reading under tense, modality and negation of the clause that carries it."""
        return Reading(
            certainty=min(self.certainty, outer.certainty),
            positive=self.positive == outer.positive,
            mood=max(self.mood, outer.mood),
            open=outer.open,
            real=self.real and outer.real,
            rules=(*self.rules, *outer.rules),
        )

    def governed_by(self, own: Reading, *, negated: bool) -> Reading:
        """Return this reading under own, that of a verb whose effect it has already.

        negated: whether the verb's own "not" has been reckoned with its effect.
        """
        inner = self.after("negated") if own.positive is negated else self  # "falsely said"
        mood = own.mood if own.mood is not Mood.ONGOING else Mood.PAST
        return Reading(
            certainty=min(inner.certainty, own.certainty),
            positive=inner.positive,
            mood=max(inner.mood, mood),
            real=inner.real and own.real,
            rules=(*inner.rules, *own.rules),
        )

    @property
    def status(self) -> Status:
        """The one status of the contract that this reading comes out as."""
        if self.mood is Mood.CONTRARY:
            return Status.CONDITIONAL if self.positive else Status.HAPPENED
        if self.mood is Mood.CONDITIONAL:
            return Status.CONDITIONAL
        if not self.positive and self.certainty >= 2:
            return Status.NEGATED
        if self.certainty <= 2:
            return Status.POSSIBLE
        if self.mood is Mood.FUTURE:
            return Status.PLANNED
        return Status.ONGOING if self.mood is Mood.ONGOING else Status.HAPPENED

    @property
    def factuality(self) -> Factuality:
        """FactBank's value: what the innermost voice commits to."""
        if self.mood is Mood.CONTRARY:
            return Factuality.CERTAINLY_NOT if self.positive else Factuality.CERTAIN
        if self.certainty == 0 or self.mood is Mood.CONDITIONAL:
            return Factuality.UNCOMMITTED
        scale = _POSITIVE if self.positive else _NEGATIVE
        if self.mood is Mood.FUTURE and self.positive:
            return scale[min(self.certainty, 2)]  # a plan is not yet a fact
        return scale[self.certainty]

    @property
    def number(self) -> float:
        """How far the text holds that the event is or was real: +3 … -3.

        Unlike `factuality`, which keeps a speaker's commitment to a plan, this asks about
        the world: what lies ahead or hangs on a condition is as good as open.
        """
        if self.mood is Mood.CONTRARY:
            return -3.0 if self.positive else 3.0
        if not self.positive:
            return -float(self.certainty)
        if self.mood >= Mood.FUTURE:
            return 0.5 if self.mood is Mood.FUTURE and self.certainty == 3 else 0.0
        return 0.0 if self.open else float(self.certainty)


_POSITIVE = (
    Factuality.UNCOMMITTED,
    Factuality.POSSIBLE,
    Factuality.PROBABLE,
    Factuality.CERTAIN,
)
_NEGATIVE = (
    Factuality.UNCOMMITTED,
    Factuality.POSSIBLY_NOT,
    Factuality.PROBABLY_NOT,
    Factuality.CERTAINLY_NOT,
)


def _at_most(reading: Reading, certainty: int) -> Reading:
    return replace(reading, certainty=min(reading.certainty, certainty), open=False)


def _later(reading: Reading, mood: Mood) -> Reading:
    return replace(reading, mood=max(reading.mood, mood), open=False)


def _happened(reading: Reading) -> Reading:
    return replace(reading, open=False)


def _negated(reading: Reading) -> Reading:
    return replace(reading, positive=not reading.positive, open=False)


def _denied(reading: Reading) -> Reading:
    """Denying a rumour is denying the thing: what was only reported is now firmly not so."""
    return replace(reading, positive=not reading.positive, certainty=3, open=False)


_EFFECTS: dict[str, Callable[[Reading], Reading]] = {
    "keep": lambda r: r,
    "happened": _happened,
    "ongoing": lambda r: _later(r, Mood.ONGOING),
    "planned": lambda r: _later(r, Mood.FUTURE),
    "probable": lambda r: _at_most(r, 2),
    "possible": lambda r: _at_most(r, 1),
    "wanted": lambda r: _at_most(_later(r, Mood.FUTURE), 0),
    "conditional": lambda r: _later(r, Mood.CONDITIONAL),
    "negated": _negated,
    "denied": _denied,
    "doubted": lambda r: _negated(_at_most(r, 1)),
    "unreal": lambda r: replace(_at_most(r, 0), real=False),
    "uncommitted": lambda r: _at_most(r, 0),
    "contrary": lambda r: _later(r, Mood.CONTRARY),
    "improbable": lambda r: _negated(_at_most(r, 2)),
}
