"""How sure a claim is, and which are too unsure to be made: only where the article tells."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.coding.claims.confidence import measured
from reportedly.coding.coder import bare_article
from reportedly.records import Claim

pytestmark = pytest.mark.parser

UNSURE = "My old teacher backed the plan for a new shed and agreed with my aunt."
GARDEN = (
    "We moved into the old house in spring. The roof leaked and the stairs creaked. "
    f"{UNSURE} You would have laughed at the kitchen. Later we painted the shutters green. "
    "The garden took us two summers."
)
WAR = (
    "Russia shelled the port of Odesa on Monday, officials said. Ukraine condemned the attack. "
    "The president of Ukraine met the foreign minister of Poland in Lviv. "
    "Germany accused Russia of bombing civilians. Poland sent Ukraine 14 tanks. "
    "The United States imposed sanctions on two Russian banks."
)


def coded(text: str) -> list[Claim]:
    return reportedly.load().code(bare_article(text))


def test_what_an_article_is_about_tells_how_sure_its_claims_are() -> None:
    alone = {claim.trigger.text: claim.confidence for claim in coded(UNSURE)}
    garden = {
        refused.trigger
        for one in reportedly.load().trace(bare_article(GARDEN))
        for refused in one.refused
        if refused.rule == "guard.unsure" and refused.dropped
    }

    assert alone
    assert garden
    assert garden & set(alone)
    assert not garden & {claim.trigger.text for claim in coded(GARDEN)}


def test_a_short_text_tells_too_little_to_drop_anything() -> None:
    assert not [one for one in reportedly.load().trace(UNSURE) if one.refused]


def test_news_of_states_is_surer_and_all_of_it_is_kept() -> None:
    claims = coded(WAR)

    assert {"shelled", "condemned", "met", "accused", "sent", "sanctions"} <= {
        claim.trigger.text for claim in claims
    }
    assert min(claim.confidence for claim in claims) >= measured().least
    assert max(claim.confidence for claim in claims) > 0.85
