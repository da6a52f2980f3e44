"""Bare denials: "Mali denies it" is a denial of the deed that is told of Mali right before."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from reportedly.coding.coder import bare_article
from reportedly.linking.coder import Coder
from reportedly.records import Article, DateBasis, Dated, Event
from reportedly.views.promises import promise_of

DENIED = "denies what is told of the denier"


def events_of(coder: Coder, text: str) -> dict[str | None, Event]:
    """Return the events of one article by their type."""
    return {event.type: event for event in coder.link(coder.code_many([text]))}


@pytest.mark.parser
@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Chad accused Mali of burning the mill near Kori. Mali denied it.", "ASSAULT"),
        ("Peru says Romania shot down its plane. Romania denied it.", "ASSAULT"),
        ("Chad says Mali burned the mill, which Mali denies.", "ASSAULT"),
        ("Washington says Mali sold rifles to Chad. Both countries deny it.", "COOPERATE"),
        ("Britain was accused of shelling the port. Britain denied the accusation.", "ASSAULT"),
    ],
)
def test_a_bare_denial_is_one_of_what_is_told_of_the_denier(
    coder: Coder, text: str, type_: str
) -> None:
    event = events_of(coder, text)[type_]
    assert event.contested
    assert [str(step.status) for step in event.history] == ["happened", "denied"]
    assert len(event.claims) == 2
    reasons = [reason.what for one in event.decisions for reason in one.reasons]
    assert DENIED in reasons


@pytest.mark.parser
def test_who_denies_is_no_party_of_the_deed(coder: Coder) -> None:
    text = "Washington says Mali sold rifles to Chad. Both countries deny it."
    event = events_of(coder, text)["COOPERATE"]
    assert [actor.name for actor in event.actors] == ["Mali"]
    assert [actor.name for actor in event.recipients] == ["Chad"]


@pytest.mark.parser
@pytest.mark.parametrize(
    "text",
    [
        "Chad arrested three men. Mali met the envoy of Peru. Togo denied it.",  # not of Togo
        "Mali burned the mill and expelled the envoy of Peru. Mali denied it.",  # which of two?
        "Mali says it burned the mill. Mali denied it.",  # whoever says so does not mean that
        # who flew is not known, and so not of Togo
        "They burned the mill near Kori. Togo denied it.",
    ],
)
def test_a_denial_of_nobody_knows_what_stays_by_itself(coder: Coder, text: str) -> None:
    events = events_of(coder, text)
    assert "REJECT" in events
    assert not any(event.contested for event in events.values())


def _dated(text: str, day: str) -> Article:
    published = Dated(value=day, basis=DateBasis.STATED)
    return replace(bare_article(text), published=published)


@pytest.mark.parser
@pytest.mark.parametrize(
    ("later", "joined"), [("2023-09-04", True), ("2023-08-12", False), ("2024-03-04", False)]
)
def test_a_visit_that_was_not_made_meets_its_plan(coder: Coder, later: str, joined: bool) -> None:
    plan = _dated("Vladimir Putin will visit Turkey in August, the Kremlin said.", "2023-07-10")
    undone = _dated("Vladimir Putin did not make that journey to Turkey.", later)
    events = coder.link([(one, coder.code(one)) for one in (plan, undone)])
    visits = [event for event in events if event.mode == "visit"]
    assert (len(visits) == 1) is joined
    if joined:
        row = promise_of(visits[0], "2024-01-01")
        assert row is not None
        assert row.outcome == "denied"
