"""What contradicts itself is taken back, and nothing else is."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest

from reportedly.coding.claims.assemble import assembled
from reportedly.coding.claims.contradictions import RULES
from reportedly.coding.claims.guard import Guarded, guarded
from reportedly.coding.coder import Coder, bare_article
from reportedly.coding.pipeline import analyses, setting_of
from reportedly.records import Actor, Claim, Good, Place, Side, Status, Time

pytestmark = pytest.mark.parser
DAY = dt.date(2024, 5, 15)


def look(coder: Coder, text: str, *changes: tuple[str, dict[str, Any]]) -> tuple[Guarded, Any]:
    """Return the guard's work on the sentence's claims, those of the triggers changed before."""
    article = bare_article(text)
    analysed = list(analyses(article, coder.tools))
    claims = list(assembled(analysed[0], setting_of(article, analysed, coder.tools)))
    for trigger, fields in changes:
        assert any(one.trigger.text == trigger for one in claims), [c.trigger.text for c in claims]
        claims = [
            msgspec.structs.replace(one, **fields) if one.trigger.text == trigger else one
            for one in claims
        ]
    return guarded(claims, analysed[0], DAY), {one.trigger.text: one for one in claims}


def party(text: str, words: str, **more: Any) -> Actor:
    at = text.index(words)
    return Actor(start=at, end=at + len(words), text=words, name=more.pop("name", words), **more)


def kept(found: Guarded, trigger: str) -> Claim:
    return next(one for one in found.claims if one.trigger.text == trigger)


ACCUSED = "Chad accused Libya of arming rebels near the border."
STRUCK = "Peru condemned the attack on Chile."
GAVE = "Norway gave Ghana rice on Monday."


@pytest.mark.parametrize(
    "text",
    [
        ACCUSED,
        STRUCK,
        GAVE,
        "Chad admitted that it had shelled a village in Sudan.",
        "Kenya accused Somalia of rejecting its offer of talks.",
        "After arresting two envoys, Togo accused Benin of spying.",
        "Chad condemned the raid and attacked the rebels.",
        "Police in Lima arrested 20 protesters on Friday.",
    ],
)
def test_what_agrees_with_itself_is_left_alone(text: str, coder: Coder) -> None:
    found, before = look(coder, text)
    assert found.refused == []
    assert found.claims == list(before.values())


def test_the_accuser_did_not_do_it(coder: Coder) -> None:
    chad = party(ACCUSED, "Chad", country="TCD", actor_id="state.tcd")
    found, _ = look(coder, ACCUSED, ("arming", {"actors": (chad,)}))
    assert [one.rule for one in found.refused] == ["guard.accuser_did_it"]
    assert kept(found, "arming").actors == ()
    assert kept(found, "accused").actors


def test_the_attack_that_is_condemned_is_not_by_who_condemns_it(coder: Coder) -> None:
    found, _ = look(coder, STRUCK, ("attack", {"actors": (party(STRUCK, "Peru"),)}))
    assert [(one.field, one.text) for one in found.refused] == [("actors", "Peru")]
    assert kept(found, "attack").recipients


def test_the_victim_is_not_accused(coder: Coder) -> None:
    chile = party(STRUCK, "Chile", country="CHL")
    found, _ = look(coder, STRUCK, ("condemned", {"recipients": (chile,)}))
    assert [one.rule for one in found.refused] == ["guard.victim_accused"]
    assert kept(found, "condemned").recipients == ()
    assert [one.text for one in kept(found, "attack").recipients] == ["Chile"]


def test_nobody_stands_on_both_sides(coder: Coder) -> None:
    norway = party(GAVE, "Norway", country="NOR")
    found, _ = look(coder, GAVE, ("gave", {"recipients": (norway,)}))
    assert [one.rule for one in found.refused] == ["guard.both_sides"]
    assert kept(found, "gave").recipients == ()


@pytest.mark.parametrize(("more", "taken"), [({}, True), ({"country": "GHA"}, False)])
def test_a_day_is_no_party(more: dict[str, Any], taken: bool, coder: Coder) -> None:
    found, _ = look(coder, GAVE, ("gave", {"recipients": (party(GAVE, "Monday", **more),)}))
    assert bool(found.refused) is taken


def test_a_claim_without_any_party_left_goes(coder: Coder) -> None:
    day = (party(GAVE, "Monday"),)
    found, _ = look(coder, GAVE, ("gave", {"actors": (), "recipients": day}))
    assert [one.dropped for one in found.refused] == [True]
    assert found.claims == []


def test_an_act_without_parties_stays_when_it_loses_its_day(coder: Coder) -> None:
    text = "An attack in northern Mali was reported on Sunday."
    at = text.index("Sunday")
    later = Time(text="Sunday", text_start=at, text_end=at + 6, start="2024-05-19",
                 end="2024-05-19", grain="day", basis="relative")  # type: ignore[arg-type]  # fmt: skip
    found, _ = look(coder, text, ("attack", {"time": later}))
    assert [one.dropped for one in found.refused] == [False]
    assert kept(found, "attack").time is None


@pytest.mark.parametrize(
    ("words", "field", "left"), [("police of Lima", "actors", None), ("Lima", "place", "USA")]
)
def test_a_town_is_one_town(words: str, field: str, left: str | None, coder: Coder) -> None:
    text = "The police of Lima arrested 20 protesters."
    at = text.index("Lima")
    place = Place(start=at, end=at + 4, text="Lima", name="Lima", country="PER")
    named = party(text, words, country="USA", sector="COP")
    found, _ = look(coder, text, ("arrested", {"actors": (named,), "place": place}))
    assert [(one.rule, one.field) for one in found.refused] == [
        ("guard.country_against_place", field)
    ]
    assert kept(found, "arrested").actors[0].country == left


def test_a_good_does_not_go_to_where_it_comes_from(coder: Coder) -> None:
    at = GAVE.index("rice")
    rice = Good(start=at, end=at + 4, text="rice", category="food",
                giver=Side.ACTOR, receiver=Side.ACTOR)  # fmt: skip
    found, _ = look(coder, GAVE, ("gave", {"goods": (rice,)}))
    (good,) = kept(found, "gave").goods
    assert (good.giver, good.receiver) == (None, None)


@pytest.mark.parametrize(("sector", "left"), [("REB", 0), (None, 1)])
def test_people_are_no_arms(sector: str | None, left: int, coder: Coder) -> None:
    text = "Troops trained the local fighters."
    at = text.index("fighters")
    jets = Good(start=at, end=at + 8, text="fighters", category="arms.aircraft")
    who = party(text, "local fighters", sector=sector)
    found, _ = look(coder, text, ("trained", {"recipients": (who,), "goods": (jets,)}))
    assert len(kept(found, "trained").goods) == left


@pytest.mark.parametrize(
    ("status", "start", "left"),
    [
        (Status.HAPPENED, "2024-05-20", False),
        (Status.HAPPENED, "2024-05-13", True),
        (Status.PLANNED, "2024-05-20", True),
    ],
)
def test_what_has_happened_was_not_later(
    status: Status, start: str, left: bool, coder: Coder
) -> None:
    at = GAVE.index("Monday")
    day = Time(text="Monday", text_start=at, text_end=at + 6, start=start, end=start,
               grain="day", basis="relative")  # type: ignore[arg-type]  # fmt: skip
    found, _ = look(coder, GAVE, ("gave", {"status": status, "time": day}))
    assert (kept(found, "gave").time is not None) is left


def test_every_rule_has_a_reason() -> None:
    assert all(rule.__doc__ for rule in RULES.values())


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Chad condemned Libya, saying it had shelled a village.", []),
        ("Chad answered Libya, saying it had shelled a village.", ["it"]),
        ("Chad condemned Libya, saying Libya had shelled a village.", ["Libya"]),
        ("Chad expelled Libya's envoy after it shelled a village.", []),
        ("Chad praised Libya after it shelled a village.", ["it"]),
    ],
)
def test_who_condemns_another_hardly_means_itself(
    text: str, actors: list[str], coder: Coder
) -> None:
    found, _ = look(coder, text)
    assert [one.text for one in kept(found, "shelled").actors] == actors


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Teachers were singled out for killing, the envoy said.", None),
        ("Not all teachers were singled out for killing.", None),
        ("Two teachers were jailed for killing a guard.", ["Two teachers"]),
    ],
)
def test_a_target_does_not_do_it(text: str, doers: list[str] | None, coder: Coder) -> None:
    found, _ = look(coder, text)
    killing = [one for one in found.claims if one.trigger.text == "killing"]
    assert [[a.text for a in one.actors] for one in killing] == ([doers] if doers else [])


def test_explain_shows_what_was_taken_back(coder: Coder) -> None:
    (traced,) = coder.trace("Chad condemned Libya, saying it had shelled a village.")
    assert [claim.trigger.text for claim in traced.claims] == ["condemned", "shelled"]
    assert [one.rule for one in traced.refused] == ["guard.accuser_meant"]
