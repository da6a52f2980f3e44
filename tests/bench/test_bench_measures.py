"""The measures on data small enough to reckon by hand."""

from __future__ import annotations

import pytest
from bench.measure import (
    NONE,
    Tally,
    accuracy,
    confusion,
    kilometres,
    macro_f1,
    overlap,
    pearson,
    shared,
    spearman,
    tallies,
)

GOLD = ["AID", "AID", "ASSAULT", "YIELD"]
FOUND = ["AID", "YIELD", "ASSAULT", NONE]


def test_macro_f1_is_the_mean_over_gold_labels_and_no_answer_is_a_miss() -> None:
    # AID: P 1, R 1/2 → 2/3; ASSAULT 1; YIELD: given once, wrong → 0
    assert macro_f1(GOLD, FOUND) == pytest.approx((2 / 3 + 1 + 0) / 3)
    assert accuracy(GOLD, FOUND) == 0.5
    assert macro_f1([], []) is None


def test_tallies_and_confusion_count_every_row() -> None:
    assert tallies(GOLD, FOUND)["AID"] == Tally(1, 1, 2)
    assert confusion(GOLD, FOUND) == {
        "AID": {"AID": 1, "YIELD": 1},
        "ASSAULT": {"ASSAULT": 1},
        "YIELD": {NONE: 1},
    }


def test_a_tally_without_answers_has_no_precision() -> None:
    assert (Tally(0, 0, 3).precision, Tally(0, 0, 3).recall, Tally(0, 0, 3).f1) == (None, 0.0, 0.0)
    assert Tally().f1 is None
    assert Tally(1, 2, 2) + Tally(1, 1, 2) == Tally(2, 3, 4)


@pytest.mark.parametrize(
    ("one", "other", "both", "share"),
    [
        ([(0, 10)], [(0, 10)], 10, 1.0),
        ([(0, 10)], [(5, 15)], 5, 1 / 3),
        ([(0, 5)], [(5, 10)], 0, 0.0),
        ([(0, 5), (10, 15)], [(3, 12)], 4, 4 / 15),
        ([], [(0, 5)], 0, 0.0),
        ([], [], 0, 0.0),
    ],
)
def test_overlap(
    one: list[tuple[int, int]], other: list[tuple[int, int]], both: int, share: float
) -> None:
    assert shared(one, other) == both
    assert overlap(one, other) == pytest.approx(share)


@pytest.mark.parametrize(
    ("xs", "ys", "r", "rho"),
    [
        ([1, 2, 3], [2, 4, 6], 1.0, 1.0),
        ([1, 2, 3], [6, 4, 2], -1.0, -1.0),
        ([1, 2, 3], [1, 4, 9], 0.98974, 1.0),
        ([1, 1, 2], [1, 2, 3], 0.86603, 0.86603),
        ([1, 1, 1], [1, 2, 3], None, None),
        ([1], [1], None, None),
    ],
)
def test_correlations(xs: list[float], ys: list[float], r: float | None, rho: float | None) -> None:
    assert pearson(xs, ys) == (None if r is None else pytest.approx(r, abs=1e-5))
    assert spearman(xs, ys) == (None if rho is None else pytest.approx(rho, abs=1e-5))


def test_a_degree_of_latitude_is_111_kilometres() -> None:
    assert kilometres((0, 0), (1, 0)) == pytest.approx(111.195, abs=0.01)
    assert kilometres((10, 20), (10, 20)) == 0
    assert kilometres((0, 179.5), (0, -179.5)) == pytest.approx(111.195, abs=0.01)
