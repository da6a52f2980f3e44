"""What texts have in common, and how many a party is."""

from __future__ import annotations

import pytest

from reportedly.linking.numbers import counted_in, numbers_of
from reportedly.linking.words import heaviest, likeness, root_of, roots_of, weighed

QUAKE = "Quakes shook Nepal. Rescuers dug for survivors in Gorkha, the minister told Reuters."
AFTER = "Rescuers in Gorkha still dig for survivors of the quake, a minister in Nepal said."
OTHER = "Quakes shook Chile. Rescuers dug for survivors in Talca, the minister told Reuters."


def test_one_story_is_more_alike_than_another_of_its_kind() -> None:
    one, same, other = map(weighed, (QUAKE, AFTER, OTHER))

    assert likeness(one, same) > likeness(one, weighed("Prices of rice rose in Manila."))
    assert likeness(one, same) > 0.5
    assert likeness(same, other) < 0.5
    assert likeness(one, one) == pytest.approx(1.0)
    assert likeness(one, weighed("")) == 0.0


def test_names_are_those_that_have_a_capital_inside_a_sentence() -> None:
    words = weighed(QUAKE)

    assert words.names == {"nepal", "gorkha", "reuters"}
    assert set(heaviest(words, 3, names_only=True)) == words.names
    assert heaviest(words, 2)[0] in words.names


def test_forms_of_a_word_are_one() -> None:
    assert roots_of("shot") == roots_of("shooting") == roots_of("were shot by")
    assert roots_of("gave") == roots_of("gives")
    assert roots_of("killed") != roots_of("hurt")
    assert roots_of("handed over to") == roots_of("hand")


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("nine people", [9]),
        ("at least 23 Somali pirates", [23]),
        ("twenty-three sailors", [23]),
        ("some 1,200 troops", [1200]),
        ("two hundred thousand marchers", [200_000]),
        ("1.5 million voters", [1_500_000]),
        ("12 miners and three guards", [12, 3]),
        ("the 43-year-old suspect", []),
        ("Ann Moss, 60", []),
        ("a woman aged 31", []),
        ("dozens of villagers", []),
        ("the G7", []),
        ("villagers", []),
    ],
)
def test_numbers(words: str, numbers: list[float]) -> None:
    assert list(numbers_of(words)) == numbers


@pytest.mark.parametrize(
    ("words", "kind", "numbers"),
    [
        ("The navy seized 26 armed Somali raiders and two boats.", "raider", {26}),
        ("The navy seized 26 armed Somali raiders and two boats.", "boat", {2}),
        ("Some 800 to 900 fighters are held.", "fighter", {800, 900}),
        ("Twenty-three raiders were held.", "raider", {23}),
        ("Two dozen raiders were held.", "raider", {24}),
        ("Three million raiders, and 1,200 more raiders.", "raider", {3e6, 1200}),
        ("In 2011 raiders held a 43-year-old raider.", "raider", None),
        ("One raider was held. Nine men fled; raiders followed.", "raider", None),
    ],
)
def test_what_a_text_counts(words: str, kind: str, numbers: set[float] | None) -> None:
    assert counted_in(words).get(root_of(kind)) == numbers
