"""What a sentence only says of an act told before: "It was the first raid since May"."""

from __future__ import annotations

import pytest

import builders
from reportedly.linking.link import link
from reportedly.linking.said_of import said_of

FIRST = "Gunmen raided Kara at dawn."


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It was the first raid since May.", True),
        ("This attack marks the deadliest raid of the year.", True),
        ("It was another raid.", False),
        ("It was a raid.", False),
        ("It was after the first raid that tea was dear.", False),
        ("It was calm; the first raid came later.", False),
        ("The first raid came in May.", False),
    ],
)
def test_what_it_was(sentence: str, told: bool) -> None:
    page = builders.article(FIRST, sentence)
    claims = [
        builders.claim(page, FIRST, "raided", "ASSAULT"),
        builders.claim(page, sentence, "raid", "ASSAULT"),
    ]

    assert said_of(claims) == ({1: 0} if told else {})


@pytest.mark.parametrize(
    ("type_", "status", "actor", "told"),
    [
        ("ASSAULT", "happened", "Gunmen", True),
        ("COERCE", "happened", "Gunmen", False),
        ("ASSAULT", "negated", "Gunmen", False),
        ("ASSAULT", "happened", "Togo", False),
    ],
)
def test_it_is_of_one_type_and_done_and_by_somebody_of_the_same(
    type_: str, status: str, actor: str, told: bool
) -> None:
    then = f"It was the first raid of {actor} since May."
    page = builders.article(FIRST, then)
    claims = [
        builders.claim(page, FIRST, "raided", "ASSAULT", actors=["Gunmen"]),
        builders.claim(page, then, "raid", type_, status=status, actors=[actor]),
    ]

    assert bool(said_of(claims)) is told


def test_it_is_one_event_with_what_it_is_said_of() -> None:
    around = "Ferries left Lome while dockers in Togo counted the crates of tea."
    first, then = "Chad met Togo in Kara.", "It was the first summit of Chad with a neighbour."
    page = builders.article(first, then, around, published="2024-05-02")
    claims = [
        builders.claim(page, first, "met", "CONSULT", actors=["Chad", "Togo"]),
        builders.claim(page, then, "summit", "CONSULT", actors=["Chad", "neighbour"]),
    ]

    assert [len(event.claims) for event in link([(page, claims)])] == [2]
