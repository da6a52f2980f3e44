"""How alike two claims are, in points, and why."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import msgspec
from msgspec import Struct

from reportedly.linking.tellings import Days, Telling
from reportedly.linking.words import likeness
from reportedly.records import Reason, Status

#: statuses of what has not been done yet
_TO_COME = frozenset({Status.PLANNED, Status.POSSIBLE, Status.CONDITIONAL})


class ActPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for what is told to be done; data/score.toml says what each stands for."""

    same_word: float
    same_word_other_type: float
    other_type: float
    same_mode: float
    no_mode: float


class ArticlePoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for where the two claims stand."""

    one_article_same_word: float
    one_sentence: float
    likeness: float
    likeness_same_word: float
    crowd: float
    strangers: tuple[float, ...]


class PartyPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for who acts and is acted upon."""

    actor: float
    recipient: float
    in_sentence: float
    other_actor: float
    other_recipient: float
    unknown_name: float
    same_number: float
    other_number: float
    other_count: float


class ThingPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for what is handed over, and where."""

    same_good: float
    other_good: float
    same_place: float
    other_country: float


class DayPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for when: the text's own days, else those of publication."""

    same: float
    apart: float
    far: float
    far_days: int
    no_day: float
    no_day_nobody: float
    published: dict[str, float]


class Points(Struct, frozen=True, forbid_unknown_fields=True):
    """All of data/score.toml."""

    unsure: float
    base: float
    never: float
    act: ActPoints
    articles: ArticlePoints
    parties: PartyPoints
    things: ThingPoints
    days: DayPoints


class Score(NamedTuple):
    """Points in hundredths, so that sums do not depend on their order, and what they are for."""

    hundredths: int
    parts: tuple[tuple[str, float], ...]

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return what the points are for, as a decision shows it."""
        return tuple(Reason(what=what, points=round(worth, 2)) for what, worth in self.parts)


@cache
def points() -> Points:
    """Return the points of data/score.toml."""
    text = (files(__package__) / "data" / "score.toml").read_text(encoding="utf-8")
    plain: dict[str, Any] = tomllib.loads(text)
    return msgspec.convert(plain, Points)


def comparable(one: Telling, other: Telling) -> bool:
    """Tell whether two claims could be one event: one type, or one word for the act."""
    if _has_not_been(one, other) or _has_not_been(other, one):
        return False
    return one.type == other.type or bool(one.act & other.act)


def _has_not_been(one: Telling, other: Telling) -> bool:
    """Tell whether one says that such a thing has not been done since some day, and the other that
    it is to come: "no talks since 1953" are not the talks that may be held."""
    never = one.status is Status.NEGATED and one.off is None and not one.claim.voices
    spell = one.days.start is not None and one.days.end is None
    return never and spell and other.status in _TO_COME


def score(one: Telling, other: Telling) -> Score:
    """Return how alike the two are; the order of the two does not matter."""
    found = [("base", points().base), *_act(one, other)]
    found += [*_articles(one, other), *_parties(one, other)]
    found += [*_things(one, other), *_days(one, other)]
    parts = tuple((what, worth) for what, worth in found if worth)
    return Score(sum(round(worth * 100) for _, worth in parts), parts)


def _act(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    p = points().act
    same_type = one.type == other.type
    if one.act & other.act:
        yield "same word", p.same_word if same_type else p.same_word_other_type
    if not same_type:
        yield "other type", p.other_type
    elif one.mode == other.mode:
        yield ("same type", p.no_mode) if one.mode is None else ("same mode", p.same_mode)


def _articles(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    p = points().articles
    same_word = bool(one.act & other.act)
    share = likeness(one.passage, other.passage)
    worth = p.likeness + (p.likeness_same_word if same_word else 0.0)
    yield f"passages {share:.2f} alike", share * worth
    crowd = one.crowd * other.crowd
    if crowd > 1:
        few, many = sorted((one.crowd, other.crowd))
        yield f"{few} and {many} acts of the type", p.crowd * math.log(crowd)
    if one.account.id == other.account.id:
        if same_word:
            yield "same word in one article", p.one_article_same_word
        if one.claim.sentence.start == other.claim.sentence.start:
            yield "one sentence", p.one_sentence
        return
    known = _known_names(one, other)
    if known is not None and known < len(p.strangers):
        yield f"{known} of their first names in common", p.strangers[known]


def _known_names(one: Telling, other: Telling) -> int | None:
    """Return how many of the first names of two articles the other one knows; None without any."""
    a, b = one.account, other.account
    known = [*map(b.knows, a.names), *map(a.knows, b.names)]
    return sum(known) if known else None


def _parties(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    p = points().parties
    if one.actors & other.actors:
        yield "actor in common", p.actor
    if one.recipients & other.recipients:
        yield "recipient in common", p.recipient
    if (one.actors | one.recipients) & other.sentence or (
        (other.actors | other.recipients) & one.sentence
    ):
        yield "party in the other sentence", p.in_sentence
    yield from _others(one, other)
    if one.numbers and other.numbers:
        same = bool(one.numbers & other.numbers)
        yield ("same number", p.same_number) if same else ("other number", p.other_number)
    elif counts := _counted_otherwise(one, other):
        yield counts, p.other_count


def _things(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    p = points().things
    if one.goods and other.goods:
        same = any(_akin(a, b) for a in one.goods for b in other.goods)
        yield ("same good", p.same_good) if same else ("other good", p.other_good)
    if one.place and one.place == other.place:
        yield "same place", p.same_place
    elif one.country and other.country and one.country != other.country:
        yield "other country", p.other_country


def _akin(one: str, other: str) -> bool:
    """Tell whether one category is the other or lies below it: arms, arms.ammunition."""
    few, many = sorted((one, other), key=len)
    return few == many or many.startswith(few + ".")


def _others(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    """Yield what speaks against it where both name somebody on a side, and nobody in common."""
    p = points().parties
    for side, worth in (("actor", p.other_actor), ("recipient", p.other_recipient)):
        ours = one.named_actors if side == "actor" else one.named_recipients
        theirs = other.named_actors if side == "actor" else other.named_recipients
        if ours and theirs and not ours & theirs:
            yield f"other {side}", worth
            if _unknown(one, other, ours, theirs):
                yield f"{side} unknown to the other", p.unknown_name


def _counted_otherwise(one: Telling, other: Telling) -> str | None:
    """Return how two articles count those of whom the claims tell, where they agree on no count:
    "pirate: 23 here, 26 there". None within one article."""
    if one.account.id == other.account.id:
        return None
    ours, theirs = one.account.counted, other.account.counted
    both = sorted(kind for kind in one.kinds | other.kinds if kind in ours and kind in theirs)
    if not both or any(ours[kind] & theirs[kind] for kind in both):
        return None
    few, many = sorted((min(ours[both[0]]), min(theirs[both[0]])))
    return f"{both[0]}: {few:.10g} here, {many:.10g} there"


def _unknown(one: Telling, other: Telling, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Tell whether neither article speaks of the other's names at all."""
    return not any(map(other.account.knows, ours)) and not any(map(one.account.knows, theirs))


def _days(one: Telling, other: Telling) -> Iterator[tuple[str, float]]:
    p = points().days
    a, b = one.days, other.days
    if _known(a) and _known(b):
        gap = _gap((a.start, a.end), (b.start, b.end))
        if gap == 0:
            yield "days meet", p.same
        elif gap > p.far_days:
            yield f"{gap} days apart", p.far
        else:
            yield f"{gap} days apart", p.apart
        return
    if a.weekdays and b.weekdays:
        same = bool(a.weekdays & b.weekdays)
        yield ("same weekday", p.same) if same else ("other weekday", p.apart)
    if one.account.day and other.account.day and one.account.id != other.account.id:
        yield "no day to compare", p.no_day
        if not (one.actors | one.recipients) & (other.actors | other.recipients):
            yield "nobody in common", p.no_day_nobody
    gap = _gap(_around(one), _around(other))
    worst = [worth for days, worth in p.published.items() if gap > int(days)]
    if worst:
        yield f"published {gap} days apart", min(worst)


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
