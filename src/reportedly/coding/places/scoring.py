"""Which of several namesakes is meant: weight by itself, and by the document around it.

The weights were fitted to halves of 588 local news reports whose places were resolved by hand, and
then chosen on all (docs/benchmarks.md has the figures). They lie on a plateau: any one of those of
context, changed by a quarter to a half, moved the share within 161 km by less than a hundredth.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.coding.places.candidate import EARTH_KM, Candidate, distance_km

#: weight of a kind of place, beside its size
FEATURE = {
    **{"country": 2.0, "capital": 2.0, "city": 0.0, "state": 6.5, "county": 3.0, "region": 6.5},
    **{"sea": 6.0, "island": 5.0, "facility": 5.0, "continent": 7.0},
}
#: how much a tenfold population adds; 1 where not told
SIZE = {"county": 0.2, "state": 0.0}
OTHER_NAME = -2.0  # the name asked for is not the place's first
IN_REGION = 8.0  # "Paris, Texas"
IN_COUNTRY = 2.0  # a country that the document names
AT_HOME = 5.5  # the country whose police or courts act there
OUTLET = 1.5  # the country of whoever prints it: the weakest evidence
#: other places of the document: weight at most, and kilometres at which a third of it is left
BESIDE, NEAR = (4.0, 35.0), (2.5, 120.0)
SAME_REGION = 3.0
SAME_COUNTRY = 2.0
SATURATION = 1.5  # two neighbours weigh nearly as much as ten
DOUBT = 1.5  # how far a lead in weight is from certainty
ROUNDS = 3
#: candidates of a document that are weighed against each other, about
MANY = 1_000
#: too large for the distance to their middle to say anything
VAST = frozenset({"country", "continent", "state", "sea"})

Matrix = NDArray[np.float64]


def weight(candidate: Candidate) -> float:
    """Return a place's weight without context: its size and kind."""
    size = 1.0 + SIZE.get(candidate.feature, 1.0) * (math.log10(candidate.population + 10) - 1.0)
    return size + FEATURE[candidate.feature] + (0.0 if candidate.main else OTHER_NAME)


def in_context(
    candidate: Candidate, countries: Collection[str], near: Sequence[tuple[float, float]]
) -> float:
    """Return a place's weight among countries named and other places of the document."""
    score = weight(candidate)
    if candidate.country in countries:
        score += IN_COUNTRY
    for most, reach in (BESIDE, NEAR):
        support = sum(math.exp(-distance_km(candidate.point, p) / reach) for p in near)
        score += most * (1.0 - math.exp(-support * SATURATION))
    return score


class Belief:
    """How likely each candidate of each name is, as the names of a document support each other.

    candidates  those of each name, the weightiest first
    base        their weights without the other names
    groups      a number for each name: names of one number are forms of one name ("Lima", "LIMA",
                "Lima County"), which say nothing about each other
    heard       whether each name says something about others
    """

    def __init__(
        self,
        candidates: Sequence[Sequence[Candidate]],
        base: Sequence[Sequence[float]],
        groups: Sequence[int],
        heard: Sequence[bool],
    ):
        most = max(3, MANY // max(1, len(candidates)))
        kept = [places[:most] for places in candidates]
        counts = [len(places) for places in kept]
        self._firsts = np.cumsum([0, *counts[:-1]])
        self._counts = counts
        self._base = np.array([w for weights in base for w in weights[:most]])
        self._heard = np.repeat(np.array(heard, dtype=float), counts)
        places = [place for of_name in kept for place in of_name]
        self._support = _support(places, np.repeat(np.array(groups), counts))

    def settle(self, rounds: int = ROUNDS) -> list[list[float]]:
        """Return the scores of each name's candidates after so many rounds of mutual support."""
        scores = self._base
        for _ in range(rounds):
            shares = self._shares(scores) * self._heard
            scores = self._base.copy()
            for most, matrix in self._support:
                scores += most * (1.0 - np.exp(-SATURATION * (matrix @ shares)))
        return [part.tolist() for part in np.split(scores, self._firsts[1:])]

    def _shares(self, scores: Matrix) -> Matrix:
        """Return the scores of each name as shares that add up to one (softmax)."""
        top = np.repeat(np.maximum.reduceat(scores, self._firsts), self._counts)
        raw = np.exp((scores - top) / DOUBT)
        return np.asarray(raw / np.repeat(np.add.reduceat(raw, self._firsts), self._counts))


def _support(places: Sequence[Candidate], groups: NDArray[np.int_]) -> list[tuple[float, Matrix]]:
    """Return what a place gains from each other one, and how much that can come to in all."""
    others = groups[:, None] != groups[None, :]
    local = others & np.array([place.feature not in VAST for place in places])[None, :]
    distance = _distances(places)
    found = [(most, local * np.exp(-distance / reach)) for most, reach in (BESIDE, NEAR)]
    for most, areas in (
        (SAME_REGION, [p.region and f"{p.country} {p.region}" for p in places]),
        (SAME_COUNTRY, [p.country for p in places]),
    ):
        numbers = {area: n for n, area in enumerate(dict.fromkeys(areas), 1)}
        at = np.array([numbers[area] if area else -1 for area in areas])
        found.append((most, (others & (at[:, None] == at[None, :]) & (at > 0)).astype(float)))
    return found


def _distances(places: Sequence[Candidate]) -> Matrix:
    """Return the kilometres between any two places, along the surface."""
    angles = np.radians(np.array([place.point for place in places]))
    latitude, longitude = angles[:, 0], angles[:, 1]
    flat = np.cos(latitude)
    points = np.stack([flat * np.cos(longitude), flat * np.sin(longitude), np.sin(latitude)], 1)
    return np.asarray(EARTH_KM * np.arccos(np.clip(points @ points.T, -1.0, 1.0)))
