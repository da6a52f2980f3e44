"""MUC, B³, CEAF-e and pairs on clusters small enough to reckon by hand."""

from __future__ import annotations

import itertools
import random

import pytest
from bench.clusters import b_cubed, best_sum, ceaf_e, conll, grouped, muc, pairs
from bench.measure import Tally

ABC_DE = [frozenset("abc"), frozenset("de")]
AB_CDE = [frozenset("ab"), frozenset("cde")]
ONE = [frozenset("abcde")]
SINGLE = [frozenset(letter) for letter in "abcde"]


def test_clusters_are_the_mentions_with_one_key() -> None:
    assert grouped({"a": 1, "b": 2, "c": 1}) == [frozenset("ac"), frozenset("b")]
    assert grouped({}) == []


@pytest.mark.parametrize(
    ("found", "links", "cubed", "entities"),
    [
        # a link of each is kept of 2 + 1; c stands with strangers; ab+abc and de+cde are .8 each
        (AB_CDE, (2 / 3, 2 / 3), (11 / 15, 11 / 15), (0.8, 0.8)),
        # one cluster: no link is lost, one of four is too many; the larger is .75 of it
        (ONE, (3 / 4, 1.0), (13 / 25, 1.0), (0.75, 0.375)),
        # nothing joined: every mention is right by itself, a third or a half of its cluster
        (SINGLE, (0.0, 0.0), (1.0, 2 / 5), (7 / 6 / 5, 7 / 6 / 2)),
        (ABC_DE, (1.0, 1.0), (1.0, 1.0), (1.0, 1.0)),
    ],
)
def test_measures(
    found: list[frozenset[str]],
    links: tuple[float, float],
    cubed: tuple[float, float],
    entities: tuple[float, float],
) -> None:
    assert tuple(muc(ABC_DE, found)) == pytest.approx(links)
    assert tuple(b_cubed(ABC_DE, found)) == pytest.approx(cubed)
    assert tuple(ceaf_e(ABC_DE, found)) == pytest.approx(entities)


def test_conll_is_the_mean_of_the_three() -> None:
    assert conll(ABC_DE, ABC_DE) == 1.0
    assert conll(ABC_DE, AB_CDE) == pytest.approx((2 / 3 + 11 / 15 + 0.8) / 3)
    assert conll([], []) == 0.0


def test_mentions_that_one_side_lacks_count_against_the_other() -> None:
    some = [frozenset("ab")]
    assert tuple(muc(ABC_DE, some)) == pytest.approx((1.0, 1 / 3))
    assert tuple(b_cubed(ABC_DE, some)) == pytest.approx((1.0, 4 / 15))


def test_pairs_of_mentions() -> None:
    assert pairs(ABC_DE, AB_CDE) == Tally(2, 4, 4)
    assert pairs(ABC_DE, SINGLE) == Tally(0, 0, 4)
    assert pairs(ABC_DE, ONE) == Tally(4, 10, 4)


@pytest.mark.parametrize(
    ("table", "best"),
    [
        ([[3.0, 2.0], [2.0, 0.0]], 4.0),  # the largest cell is not in the best pairing
        ([[1.0, 5.0, 2.0]], 5.0),
        ([[1.0], [5.0], [2.0]], 5.0),
        ([], 0.0),
    ],
)
def test_the_best_pairing(table: list[list[float]], best: float) -> None:
    assert best_sum(table) == best


def test_the_best_pairing_is_that_of_trying_all() -> None:
    draw = random.Random(17)
    for _ in range(60):
        rows, columns = draw.randint(1, 5), draw.randint(1, 6)
        table = [[draw.randint(0, 9) / 3 for _ in range(columns)] for _ in range(rows)]
        short, long = sorted((rows, columns))
        every = (
            sum(table[a][b] if rows <= columns else table[b][a] for a, b in enumerate(chosen))
            for chosen in itertools.permutations(range(long), short)
        )
        assert best_sum(table) == pytest.approx(max(every))
