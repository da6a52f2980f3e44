"""The decisions that an event shows: what joined its claims, what nearly did, what persons said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reportedly.linking.clusters import Pair
from reportedly.linking.points import points
from reportedly.linking.scoring import Score
from reportedly.linking.tellings import Telling
from reportedly.records import Decision, Verdict


class Said(NamedTuple):
    """What a person decided: two claims, by their ids, are one event, or they are not."""

    one: str
    other: str
    same: bool


def of_persons(tellings: Sequence[Telling], said: Iterable[Said]) -> dict[Pair, bool]:
    """Return what persons said of pairs that are there; the last word on a pair counts."""
    at = {telling.claim.id: place for place, telling in enumerate(tellings)}
    return {
        (min(at[one], at[other]), max(at[one], at[other])): same
        for one, other, same in said
        if one in at and other in at and one != other
    }


def verdict_of(hundredths: int) -> Verdict:
    """Return what a score says by itself."""
    if hundredths >= 0:
        return Verdict.SAME
    return Verdict.UNSURE if hundredths > points().unsure * 100 else Verdict.DIFFERENT


class Decided:
    """Scores and persons' words, by the claims that they are about."""

    def __init__(
        self,
        tellings: Sequence[Telling],
        scores: Mapping[Pair, Score],
        persons: Mapping[Pair, bool],
    ) -> None:
        self._tellings, self._scores, self._persons = tellings, scores, persons
        self._beside: dict[int, list[int]] = {}
        for one, other in sorted({*scores, *persons}):
            self._beside.setdefault(one, []).append(other)
            self._beside.setdefault(other, []).append(one)

    def of(self, group: Sequence[int]) -> tuple[Decision, ...]:
        """Return the decisions that an event of these claims shows; see records.Event."""
        inside = set(group)
        chosen: dict[Pair, None] = {}
        for member in group[1:]:
            chosen.update(self._best(member, [at for at in self._near(member) if at in inside]))
        every = {pair for member in group for pair in self._by_persons(member)}
        return tuple(
            self._decision(pair)
            for pair in [*sorted(every), *(c for c in chosen if c not in every)]
        )

    def _near(self, member: int) -> list[int]:
        return self._beside.get(member, [])

    def _best(self, member: int, others: Sequence[int]) -> dict[Pair, None]:
        """Return the pair of the member with the highest score, nothing without others."""
        if not others:
            return {}
        other = max(others, key=lambda at: (self._points(member, at), -at))
        return {(min(member, other), max(member, other)): None}

    def _points(self, one: int, other: int) -> int:
        found = self._scores.get((min(one, other), max(one, other)))
        return found.hundredths if found else round(points().never * 100)

    def _by_persons(self, member: int) -> Iterator[Pair]:
        return (pair for pair in self._persons if member in pair)

    def _decision(self, pair: Pair) -> Decision:
        one, other = (self._tellings[at].claim.id for at in pair)
        if pair in self._persons:
            verdict = Verdict.SAME if self._persons[pair] else Verdict.DIFFERENT
            return Decision(one=one, other=other, verdict=verdict, score=0.0, by="person")
        found = self._scores[pair]
        return Decision(
            one=one,
            other=other,
            verdict=verdict_of(found.hundredths),
            score=found.hundredths / 100,
            reasons=found.reasons,
        )
