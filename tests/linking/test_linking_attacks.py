"""The attack that an article is about goes by one name; how such acts are taken up."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec import structs

import builders
from reportedly.linking.scoring import score
from reportedly.linking.tellings import Telling, account_of, tellings_of

AROUND = "Dockers in Togo counted the crates of tea."


def tellings(*acts: tuple[str, str], **changes: object) -> Sequence[Telling]:
    page = builders.article(*(text for text, _ in acts), AROUND, published="2024-05-02")
    values: dict[str, object] = {"type": "ASSAULT", "mode": None} | changes
    claims = [builders.claim(page, text, word, **values) for text, word in acts]  # type: ignore[arg-type]
    return tellings_of(account_of(page), page, claims)


def names(telling: Telling) -> frozenset[str]:
    assert telling.attack
    return telling.attack.names


def reasons(one: Telling, other: Telling) -> dict[str, float]:
    return dict(score(one, other).parts)


def test_what_is_known_goes_by_the_name_that_most_attacks_of_its_article_have() -> None:
    named, again, known, new = tellings(
        ("Police say the massacre in Lome was planned.", "massacre"),
        ("Vigils followed the Lome massacre.", "massacre"),
        ("He spoke at length of the attack.", "attack"),
        ("They fear a massacre.", "massacre"),
    )

    assert [one.attack.main for one in (named, known, new) if one.attack] == [{"lome"}] * 3
    assert names(again) == {"lome"}
    assert names(known) == {"lome"}
    assert not names(new)
    assert reasons(named, known)["an attack by one name"] > 0


def test_attacks_of_two_names_are_no_one_attack_that_an_article_is_about() -> None:
    first, other, known = tellings(
        ("Gunmen prepared the attack in Lome.", "attack"),
        ("Others prepared the attack in Kara.", "attack"),
        ("He spoke at length of the attack.", "attack"),
    )

    assert names(first) != names(other)
    assert not names(known)


def test_two_articles_about_attacks_by_one_name() -> None:
    (one,) = tellings(("Vigils followed the attack in Lome.", "attack"))
    (other,) = tellings(("Mourners wept after the massacre in Lome.", "massacre"))

    assert reasons(one, other)["both articles are about an attack by one name"] > 0


def test_other_acts_are_no_attacks() -> None:
    (seized,) = tellings(("Guards seized the mill in Lome.", "seized"), type="COERCE")
    (shelled,) = tellings(("Guards shelled the mill in Lome.", "shelled"))

    assert seized.attack is None
    assert shelled.attack is None


@pytest.mark.parametrize(
    ("text", "word", "lasting"),
    [
        ("The attack cost nine lives.", "attack", False),
        ("An attack cost nine lives.", "attack", False),
        ("Rebels attack convoys.", "attack", True),
        ("The fight cost nine lives.", "fight", True),
    ],
)
def test_an_attack_told_with_its_article_is_one(text: str, word: str, lasting: bool) -> None:
    (one,) = tellings((text, word))

    assert one.wording.lasting is lasting


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Women were among those fighting in Kara.", "fighting"),
        ("He called them ‘names’ or excuses for raids.", "raids"),
    ],
)
def test_people_and_quoted_words_make_nothing_known(text: str, word: str) -> None:
    (one,) = tellings((text, word))

    assert not one.wording.known


def test_what_was_done_already_is_another_one() -> None:
    (one,) = tellings(("Togo had already raided the port.", "raided"))

    assert one.wording.further


def test_deeds_told_as_known_twice_are_less_likely_one_than_attacks() -> None:
    siege, again = tellings(
        ("Children starved in the siege.", "siege"),
        ("Envoys deplored the siege.", "siege"),
        type="COERCE",
    )

    assert reasons(siege, again)["deeds, both told as known"] < 0


def test_two_who_speak_in_one_article_tell_of_one_deed_sooner() -> None:
    acts = {"Ama": "Guards burned the mill, Ama said.", "Kofi": "Guards burned it, Kofi said."}
    page = builders.article(*acts.values(), AROUND, published="2024-05-02")
    claims = [
        builders.claim(page, text, "burned", "ASSAULT", voices=[(name, "said")])
        for name, text in acts.items()
    ]
    one, other = tellings_of(account_of(page), page, claims)

    assert reasons(one, other)["told by two in one article"] > 0


def test_two_words_for_deeds_of_one_mode_in_two_articles() -> None:
    (one,) = tellings(("Guards shelled the mill.", "shelled"), mode="heavy-weapons")
    (other,) = tellings(("The mill was bombarded.", "bombarded"), mode="heavy-weapons")

    assert reasons(one, other)["two words for one mode"] > 0


def test_a_sentence_that_takes_up_what_it_told() -> None:
    told = {
        "Kara mourned a raid on its port and deplored the raid.": True,
        "Kara mourned a raid on its port and feared a raid.": False,
    }
    for text, taken_up in told.items():
        page = builders.article(text, AROUND, published="2024-05-02")
        first = builders.claim(page, text, "raid", "ASSAULT")
        at = page.text.rindex("raid")
        trigger = structs.replace(first.trigger, start=at, end=at + 4)
        then = structs.replace(first, trigger=trigger, id="then")
        one, other = tellings_of(account_of(page), page, [first, then])

        assert (reasons(one, other)["one sentence"] > -0.5) is taken_up


def test_an_article_describes_at_its_head_whom_it_names_below() -> None:
    head = "A councillor was arrested at the mayor's house on Tuesday."
    body = "Police said they arrested Ama Mensah after a neighbour called them."
    padding = "The village has a mill, a school and two wells. " * 8
    page = builders.article(head, padding, body, published="2024-05-02")
    one, named = (
        builders.claim(page, text, "arrested", "COERCE", "arrest", recipients=[who])
        for text, who in ((head, "councillor"), (body, "Ama Mensah"))
    )
    first, then = tellings_of(account_of(page), page, [one, named])

    assert reasons(first, then)["described at the head, named below"] > 0
    below = then._replace(lead=first.lead)
    assert "described at the head, named below" not in reasons(first, below)


def test_an_inquiry_is_told_of_again_and_again() -> None:
    inquiry = tellings(("The inquiry goes on.", "inquiry"), type="ACCUSE", mode="investigate")
    other = tellings(
        ("Kofi said the inquiry was slow.", "inquiry"), type="ACCUSE", mode="investigate"
    )

    assert reasons(inquiry[0], other[0])["both investigate"] > 0


def test_support_in_one_article_is_many_sorts_of_it() -> None:
    one, other = tellings(
        ("Support for Togo grew.", "Support"), ("She won his support.", "support"), type="SUPPORT"
    )

    assert reasons(one, other)["one of many stands"] < 0


def test_a_name_that_the_other_report_never_has_speaks_against_an_act_by_none() -> None:
    (lome,) = tellings(("Envoys deplored the strike in Lome.", "strike"))
    (bare,) = tellings(("They fear the strike.", "strike"))
    (knows,) = tellings(("Dockers from Lome fear the strike.", "strike"))

    assert reasons(lome, bare)["by a name unknown to the other"] < 0
    assert "by a name unknown to the other" not in reasons(lome, knows)
