"""How acts are worded decides too: what is known, what is another one, what is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

import builders
from reportedly.linking.clusters import Groups
from reportedly.linking.link import link
from reportedly.linking.scoring import score
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
        ("Others call the raid on Kara a blunder.", "raid", True, False, False),
        ("Tea burned in last Friday's raid.", "raid", True, False, False),
        ("The other raid on Kara cost nine lives.", "raid", True, True, False),
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


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("The Lome strike began at dawn.", "strike", {"lome"}),
        ("The strike on Lome began at dawn.", "strike", {"lome"}),
        ("The strike of dockers began at dawn.", "strike", set()),
        ("The strike, Lome said, began at dawn.", "strike", set()),
    ],
)
def test_what_an_act_is_named_by(text: str, word: str, named: set[str]) -> None:
    (one, *_) = tellings((text, word), ("Ships stayed in Lome.", "stayed"))

    assert one.wording.named == named


def test_acts_named_by_one_place_are_liker_than_by_two() -> None:
    lome, again, kara = tellings(
        ("The Lome strike began at dawn.", "strike"),
        ("Dockers joined the strike in Lome.", "strike"),
        ("Dockers joined the strike in Kara.", "strike"),
    )

    assert "called by one name" in reasons(lome, again)
    assert "named apart" in reasons(lome, kara)


def reasons(one: Telling, other: Telling) -> set[str]:
    return {what for what, _ in score(one, other).parts}


def test_what_an_article_tells_at_its_head_it_tells_again() -> None:
    head, _, body, later = tellings(
        ("Togo raided Kara.", "raided"),
        ("Dockers waited and " + "counted crates and " * 20 + "went home.", "waited"),
        ("Tea burned after Togo raided Kara.", "raided"),
        ("Ferries stayed in Lome after Togo raided Kara.", "raided"),
    )

    assert "at the head of the article" in reasons(head, body)
    assert "at the head of the article" not in reasons(body, later)


def test_told_and_then_as_known() -> None:
    raided, raid = tellings(
        ("Gunmen raided Kara.", "raided"), ("Tea burned in the raid.", "raid")
    )  # fmt: skip
    first, then = tellings(("The raid ended.", "raid"), ("Gunmen raided Kara.", "raided"))

    assert "told, and then as known" in reasons(raided, raid)
    assert "told, and then as known" not in reasons(first, then)


def test_somebody_elses_act_is_another_one() -> None:
    text = "Other envoys raided Kara."
    (one,) = tellings((text, "raided"), actors=["Other envoys"])
    (two,) = tellings(("Two other envoys raided Kara.", "raided"), actors=["Two other envoys"])
    (same,) = tellings(("Envoys raided Kara.", "raided"), actors=["Envoys"])

    assert one.wording.further
    assert two.wording.further
    assert not same.wording.further


def test_an_aide_is_not_whom_he_serves() -> None:
    (aide,) = tellings(("Chad's envoy raided Kara.", "raided"), actors=["Chad's envoy"])
    (self_,) = tellings(("Chad raided Kara.", "raided"), actors=["Chad"])

    assert aide.actors == {"envoy"}
    assert self_.actors == {"chad"}


def test_sides_reversed_speak_against_it() -> None:
    (one,) = tellings(("Chad raided Togo.", "raided"), actors=["Chad"], recipients=["Togo"])
    (other,) = tellings(("Togo raided Chad.", "raided"), actors=["Togo"], recipients=["Chad"])

    assert "sides reversed" in reasons(one, other)
    assert "sides reversed" not in reasons(one, one)


def test_another_sentence_of_a_copy_is_another_act() -> None:
    text = ("Dockers in Lome sold the rifles to Chad.", "sold"), ("A ship carried tea.", "carried")
    page, claims = told(*text)
    other = tellings_of(account_of(replace(page, id="copy")), page, claims)
    first = tellings(*text)

    assert "another sentence of a copy" in reasons(first[0], other[1])
    assert "another sentence of a copy" not in reasons(first[0], other[0])


@pytest.mark.parametrize(
    ("text", "word", "definite"),
    [
        ("The inquiry will take weeks.", "inquiry", True),
        ("Togo's inquiry will take weeks.", "inquiry", True),
        ("An order that quietly blamed Kara was read.", "blamed", False),
        ("An inquiry will take weeks.", "inquiry", False),
    ],
)
def test_what_has_its_own_article(text: str, word: str, definite: bool) -> None:
    (one,) = tellings((text, word))

    assert one.wording.definite is definite


@pytest.mark.parametrize(
    ("text", "word", "ordinals"),
    [
        ("It was the fifth raid of the year.", "raid", {"fifth"}),
        ("It was the 21st raid of the year.", "raid", {"21st"}),
        ("On the fifth day a raid began.", "raid", set()),
    ],
)
def test_which_one_of_a_row(text: str, word: str, ordinals: set[str]) -> None:
    (one,) = tellings((text, word))

    assert one.wording.ordinals == ordinals


def test_the_fifth_is_not_the_sixth() -> None:
    fifth, again, sixth = tellings(
        ("It was the fifth raid of the year.", "raid"),
        ("The fifth raid began at dawn.", "raid"),
        ("The sixth raid began at dawn.", "raid"),
    )

    assert "another one of a row" in reasons(fifth, sixth)
    assert "another one of a row" not in reasons(fifth, again)


def test_one_name_in_two_countries_is_one_place() -> None:
    (one,) = tellings(("Togo raided Kara.", "raided"))
    here, there = (one._replace(place="Kara", country=code) for code in ("TGO", "SYR"))
    lome = one._replace(place="Lome", country="BEN")

    assert "other country" not in reasons(here, there)
    assert "other country" in reasons(here, lome)
