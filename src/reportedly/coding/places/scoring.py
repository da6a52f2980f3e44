"""Which of several namesakes is meant: weight by itself, and by the document around it.

The weights were set, one at a time, on every other article of 588 local news reports whose
places were resolved by hand: within 161 km were 1,809 of 2,167 before and 1,869 after; on the
articles left out 1,871 of 2,295 before and 1,907 after. With the other names of peoples and
regions added since, all articles give 3,844 of 4,462; without context 2,971.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Sequence

from reportedly.coding.places.candidate import Candidate, distance_km

#: weight of a kind of place, beside the logarithm of its population
FEATURE = {
    **{"country": 2.0, "capital": 2.0, "city": 0.0, "state": 6.5, "county": 3.0, "region": 6.0},
    **{"sea": 6.0, "island": 5.0, "facility": 5.0, "continent": 7.0},
}
OTHER_NAME = -1.5  # the name asked for is not the place's first
IN_REGION = 8.0  # "Paris, Texas"
IN_COUNTRY = 2.0  # a country that the document names
AT_HOME = 5.0  # the country whose police or courts act there
NEAR = 2.0  # other places of the document close by, at most
NEAR_KM = 120.0
SAME_REGION = 3.0
SAME_COUNTRY = 3.0
SATURATION = 2.0
ROUNDS = 3


def weight(candidate: Candidate) -> float:
    """Return a place's weight without context: its size and kind."""
    size = math.log10(candidate.population + 10)
    return size + FEATURE[candidate.feature] + (0.0 if candidate.main else OTHER_NAME)


def in_context(
    candidate: Candidate, countries: Collection[str], near: Sequence[tuple[float, float]]
) -> float:
    """Return a place's weight among countries named and other places of the document."""
    score = weight(candidate)
    if candidate.country in countries:
        score += IN_COUNTRY
    if near:
        support = sum(math.exp(-distance_km(candidate.point, p) / NEAR_KM) for p in near)
        score += NEAR * _saturated(support)
    return score


def _saturated(support: float) -> float:
    """Return support of any size as 0–1: two neighbours weigh nearly as much as ten."""
    return 1.0 - math.exp(-support * SATURATION)


def shares(scores: Sequence[float]) -> list[float]:
    """Return scores as shares that add up to one (softmax)."""
    top = max(scores)
    raw = [math.exp(score - top) for score in scores]
    total = sum(raw)
    return [value / total for value in raw]


class Belief:
    """How likely each candidate of each name is, as the names of a document support each other."""

    def __init__(self, candidates: Sequence[Sequence[Candidate]], base: Sequence[list[float]]):
        self.candidates, self.base = candidates, base
        self.scores = [list(scores) for scores in base]

    def settle(self, rounds: int = ROUNDS) -> list[list[float]]:
        """Return the scores after so many rounds of mutual support."""
        for _ in range(rounds):
            self.scores = self._round()
        return self.scores

    def _round(self) -> list[list[float]]:
        cells: dict[tuple[int, int], dict[int, float]] = defaultdict(lambda: defaultdict(float))
        areas: dict[tuple[str | None, str | None], dict[int, float]] = defaultdict(
            lambda: defaultdict(float)
        )
        for n, options in enumerate(self.candidates):
            for candidate, share in zip(options, shares(self.scores[n]), strict=True):
                if share > 0.01:
                    if candidate.feature not in {"country", "continent", "state", "sea"}:
                        cells[_cell(candidate)][n] += share
                    if candidate.region:
                        areas[candidate.country, candidate.region][n] += share
                    areas[candidate.country, None][n] += share
        return [
            [b + self._support(n, c, cells, areas) for c, b in zip(options, base, strict=True)]
            for n, (options, base) in enumerate(zip(self.candidates, self.base, strict=True))
        ]

    def _support(
        self,
        n: int,
        candidate: Candidate,
        cells: dict[tuple[int, int], dict[int, float]],
        areas: dict[tuple[str | None, str | None], dict[int, float]],
    ) -> float:
        row, column = _cell(candidate)
        near: dict[int, float] = defaultdict(float)
        for r in (row - 1, row, row + 1):
            for c in (column - 1, column, column + 1):
                for m, share in cells.get((r, c), {}).items():
                    near[m] += share
        score = NEAR * _saturated(sum(min(1.0, s) for m, s in near.items() if m != n))
        if candidate.country:
            score += SAME_COUNTRY * _others(areas, (candidate.country, None), n)
        if candidate.region:
            score += SAME_REGION * _others(areas, (candidate.country, candidate.region), n)
        return score


def _others(
    areas: dict[tuple[str | None, str | None], dict[int, float]],
    area: tuple[str | None, str | None],
    n: int,
) -> float:
    return _saturated(sum(share for m, share in areas.get(area, {}).items() if m != n))


def _cell(candidate: Candidate) -> tuple[int, int]:
    """Return the cell of one degree in which a place lies."""
    return (math.floor(candidate.latitude), math.floor(candidate.longitude))
