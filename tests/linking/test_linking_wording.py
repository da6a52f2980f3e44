"""How acts are worded decides too: what is known, what is another one, what is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

import builders
from reportedly.linking.clusters import Groups
from reportedly.linking.link import link
from reportedly.linking.tellings import Telling, account_of, tellings_of
from reportedly.records import Article, Claim, Event

AROUND = "Ferries left Lome for Kara while dockers in Togo counted the crates of tea."


def told(*acts: tuple[str, str], **changes: object) -> tuple[Article, list[Claim]]:
    """Return a dated article of these sentences and one more, with a claim a trigger."""
    page = builders.article(*(text for text, _ in acts), AROUND, published="2024-05-02")
    values: dict[str, object] = {"type": "ASSAULT", "mode": None} | changes
    return page, [builders.claim(page, text, word, **values) for text, word in acts]  # type: ignore[arg-type]


def tellings(*acts: tuple[str, str], **changes: object) -> Sequence[Telling]:
    page, claims = told(*acts, **changes)
    return tellings_of(account_of(page), page, claims)


def members(events: Sequence[Event]) -> list[int]:
    return [len(event.claims) for event in events]


@pytest.mark.parametrize(
    ("text", "word", "known", "further", "plural"),
    [
        ("The raid on Kara cost nine lives.", "raid", True, False, False),
        ("Togo's raid on Kara cost nine lives.", "raid", True, False, False),
        ("A raid on Kara cost nine lives.", "raid", False, False, False),
        ("Another raid on Kara cost nine lives.", "raid", False, True, False),
        ("Officials in Kara spoke of raids.", "raids", False, False, True),
    ],
)
def test_how_an_act_is_taken_up(
    text: str, word: str, known: bool, further: bool, plural: bool
) -> None:
    (one,) = tellings((text, word))

    assert (one.wording.known, one.wording.further, one.wording.plural) == (known, further, plural)


def test_the_article_of_a_party_is_not_that_of_its_act() -> None:
    (one,) = tellings(("The gunmen raided Kara at night.", "raided"), actors=["gunmen"])

    assert not one.wording.known


def test_the_parties_own_names_do_not_make_two_acts_alike() -> None:
    text = "On Monday Chad praised Togo for its calm."
    (one,) = tellings((text, "praised"), type="SUPPORT", actors=["Chad"], recipients=["Togo"])

    assert "calm" in one.wording.content.weights
    assert not {"chad", "togo"} & set(one.wording.content.weights)


def test_what_is_known_is_told_again_and_another_one_is_another() -> None:
    known = told(("The raid on Kara began at dawn.", "raid"), ("Tea burned in the raid.", "raid"))
    another = told(
        ("A raid on Kara began at dawn.", "raid"), ("Tea burned in another raid.", "raid")
    )

    assert members(link([known])) == [2]
    assert members(link([another])) == [1, 1]


def test_one_firm_pair_brings_in_what_is_not_too_far_from_the_rest() -> None:
    near, far = {(0, 1): 300, (1, 2): 20, (0, 2): -120}, {(0, 1): 300, (1, 2): 20, (0, 2): -170}

    assert Groups(3, near, -250, loose=-60).join() == [[0, 1, 2]]
    assert Groups(3, far, -250, loose=-60).join() == [[0, 1], [2]]
    assert Groups(2, {(0, 1): -10}, -250, loose=-60).join() == [[0], [1]]
