"""Groups: by the mean of all pairs, whatever the order, and persons' words before all scores."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.linking.clusters import Groups, Pair

NEVER = -500


def groups(number: int, scores: dict[Pair, int], **said: set[Pair]) -> list[list[int]]:
    return Groups(number, scores, NEVER, said.get("apart", set())).join(said.get("together", set()))


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ({}, [[0], [1], [2]]),
        ({(0, 1): 0}, [[0, 1], [2]]),
        ({(0, 1): -1}, [[0], [1], [2]]),
        # 2 is near 1, and as far from 0 as it is near: the mean with both decides
        ({(0, 1): 300, (1, 2): 100, (0, 2): -100}, [[0, 1, 2]]),
        ({(0, 1): 300, (1, 2): 100, (0, 2): -101}, [[0, 1], [2]]),
        # a pair that was never compared speaks against it
        ({(0, 1): 300, (1, 2): 200}, [[0, 1], [2]]),
    ],
)
def test_the_mean_over_all_pairs_decides(
    scores: dict[Pair, int], expected: list[list[int]]
) -> None:
    assert groups(3, scores) == expected


def test_what_a_person_joined_is_joined_and_what_is_apart_stays_apart() -> None:
    scores = {(0, 1): 300, (0, 2): -400, (1, 2): -400, (2, 3): 200}

    assert groups(4, scores, together={(0, 2)}) == [[0, 2], [1], [3]]
    assert groups(4, scores, apart={(0, 1)}) == [[0], [1], [2, 3]]
    # who is apart from one is apart from whatever that one is joined with
    assert groups(4, scores | {(1, 3): 900, (0, 3): 900}, apart={(0, 1)}) == [[0, 3], [1], [2]]


tables = st.integers(2, 7).flatmap(
    lambda number: st.tuples(
        st.just(number),
        st.dictionaries(
            st.tuples(st.integers(0, number - 1), st.integers(0, number - 1))
            .filter(lambda pair: pair[0] != pair[1])
            .map(lambda pair: (min(pair), max(pair))),
            st.integers(-300, 300),
            max_size=20,
        ),
    )
)


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_is_nothing(
    table: tuple[int, dict[Pair, int]], shuffler: random.Random
) -> None:
    number, scores = table
    pairs = list(scores.items())
    shuffler.shuffle(pairs)

    assert groups(number, dict(pairs)) == groups(number, scores)


@given(tables)
def test_every_member_is_in_one_group(table: tuple[int, dict[Pair, int]]) -> None:
    number, scores = table

    assert sorted(member for group in groups(number, scores) for member in group) == list(
        range(number)
    )


def test_what_a_pair_counts_in_a_mean_may_be_another_thing_than_its_score() -> None:
    scores = {(0, 1): 100, (1, 2): 20, (0, 2): -130}

    assert Groups(3, scores, -250, loose=-50).join() == [[0, 1], [2]]
    eased = {pair: score + 20 for pair, score in scores.items()}
    assert Groups(3, scores, -250, loose=-50, means=eased).join() == [[0, 1, 2]]
