"""The life of an event, and what became of plans."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from msgspec.structs import replace

import builders
from reportedly.errors import UsageError
from reportedly.linking import stored
from reportedly.linking.link import link
from reportedly.linking.plans import last_turn
from reportedly.records import Article, Claim, Event, Stage, Step
from reportedly.store import Store
from reportedly.views import follow_through, promises
from reportedly.views.promises import promise_of

Item = tuple[Article, list[Claim]]

WILL = "Iran will send rice to Japan in June."
AGAIN = "Iran will send rice to Japan, as it said."
SENT = "Iran sent rice to Japan by ship."
NEVER = "Iran never sent rice to Japan."
OFF = "Iran postponed the talks with Japan on rice."
JUNE = ("2023-06-01", "2023-06-30")


def told(
    sentence: str, day: str, trigger: str = "send", *, rules: Sequence[str] = (), **more: Any
) -> Item:
    page = builders.article(
        sentence, "Dockers in Kobe wait for the rice.", published=day, title=None
    )
    given: dict[str, Any] = {"type": "AID", "actors": ["Iran"], "recipients": ["Japan"]} | more
    claim = builders.claim(page, sentence, trigger, **given)
    return page, [replace(claim, rules=(*claim.rules, *rules))]


def planned(day: str = "2023-05-20", **more: Any) -> Item:
    return told(WILL, day, status="planned", **{"when": JUNE} | more)


def sent(day: str = "2023-06-20", **more: Any) -> Item:
    return told(SENT, day, "sent", **{"when": ("2023-06-18", "2023-06-18")} | more)


def life(event: Event) -> list[tuple[str, str | None, str | None]]:
    return [(step.status, step.when, step.basis) for step in event.history]


def test_planned_and_done_is_one_event_with_a_life() -> None:
    (event,) = link([sent(), planned()])

    assert event.status == "happened"
    assert life(event) == [
        ("planned", "2023-06-01/2023-06-30", "stated"),
        ("happened", "2023-06-18", "stated"),
    ]


def test_a_plan_without_a_day_is_announced_and_said_once() -> None:
    (event,) = link([planned(when=None), told(AGAIN, "2023-05-21", status="planned")])

    assert life(event) == [("announced", "2023-05-20", "published")]


def test_what_goes_on_is_told_so_and_what_was_done_then_is_no_turn() -> None:
    going = told("Iran is sending rice to Japan.", "2023-06-10", "sending", status="ongoing")
    (event,) = link([going, planned()])
    assert event.status == "ongoing"
    assert [status for status, *_ in life(event)] == ["planned", "ongoing"]
    assert last_turn(event).after.status == "ongoing"
    plan = promise_of(event, "2023-07-30")
    assert plan is not None
    assert plan.outcome == "kept"

    (event,) = link([going, sent()])
    assert event.status == "happened"
    assert [status for status, *_ in life(event)] == ["ongoing", "happened"]
    assert last_turn(event) is None


def test_to_call_off_is_not_to_deny() -> None:
    talks: dict[str, Any] = {"type": "CONSULT", "when": None}
    plan = told(
        "Iran will hold talks with Japan on rice.", "2023-05-20", "talks", status="planned", **talks
    )
    off = told(OFF, "2023-05-21", "postponed", type="REJECT", mode="meet",
               rules=["en.verb.postpone", "en.noun.talk"])  # fmt: skip
    (event,) = link([plan, off])

    assert [status for status, *_ in life(event)] == ["announced", "postponed"]
    assert (event.type, event.status, event.contested) == ("CONSULT", "planned", False)
    assert event.contradictions == ()


def test_what_a_verb_calls_off_without_an_act_is_no_plan() -> None:
    treaty = told(OFF, "2023-05-21", "postponed", type="REJECT", rules=["en.verb.cancel.treaties"])

    assert [status for status, *_ in life(link([treaty])[0])] == ["happened"]


@pytest.mark.parametrize(
    ("items", "as_of", "outcome", "when", "late"),
    [
        ([planned(), sent()], "2023-07-01", "kept", "2023-06-18", 0),
        ([planned()], "2023-06-15", "open", None, None),
        ([planned()], "2023-07-01", "overdue", None, None),
        ([planned(), told(NEVER, "2023-06-20", "sent", status="negated", when=JUNE)], "2023-07-01",
         "denied", "2023-06-01/2023-06-30", None),
        ([planned(when=None)], "2024-01-01", "open", None, None),
    ],
    ids=["kept", "open", "overdue", "denied", "without a day"],
)  # fmt: skip
def test_what_became_of_a_plan(
    items: list[Item], as_of: str, outcome: str, when: str | None, late: int | None
) -> None:
    (event,) = link(items)
    row = promise_of(event, as_of)

    assert row is not None
    assert (row.outcome, row.outcome_when, row.days_late) == (outcome, when, late)
    assert (row.announced, row.actors, row.recipients) == ("2023-05-20", "Iran", "Japan")


def test_what_was_never_announced_is_no_promise() -> None:
    assert promise_of(link([sent()])[0], "2024-01-01") is None


def test_a_store_tells_how_often_plans_are_kept() -> None:
    other = told("Iran will send tents to Japan in June.", "2023-05-20", status="planned",
                 type="COOPERATE", when=JUNE, goods=[("tents", "aid.shelter")])  # fmt: skip
    with Store.open(":memory:") as store:
        rice = [("rice", "food.grain")]
        store.add_many([planned(goods=rice), sent("2023-07-02", goods=rice), other])
        stored.update(store)
        rows = list(promises(store))
        with pytest.raises(UsageError, match="no ISO date"):
            next(promises(store, as_of="June"))

    assert sorted((row.outcome, row.as_of) for row in rows) == [
        ("kept", "2023-07-02"),
        ("overdue", "2023-07-02"),
    ]
    (iran,) = follow_through(rows, "actor")
    assert (iran.by, iran.plans, iran.kept, iran.overdue, iran.share) == ("Iran", 2, 1, 1, 0.5)
    assert iran.low is not None
    assert iran.high is not None
    assert 0.0 < iran.low < 0.5 < iran.high < 1.0
    assert [row.by for row in follow_through(rows, "type")] == ["AID", "COOPERATE"]


@pytest.mark.parametrize(
    ("words", "quantity", "shown"),
    [
        ("rice", None, "rice"),
        ("rice", 2_500_000.0, "2,500,000 × rice"),
        ("$5bn", 5e9, "$5bn"),
    ],
)
def test_the_good_of_a_promise_is_counted_once(
    words: str, quantity: float | None, shown: str
) -> None:
    sentence = f"Iran will send {words} to Japan in June."
    (page, (claim,)) = told(
        sentence, "2023-05-20", status="planned", when=JUNE, goods=[(words, "food.grain")]
    )
    counted = replace(claim, goods=(replace(claim.goods[0], quantity=quantity),))
    (event,) = link([(page, [counted])])
    row = promise_of(event, "2023-06-01")

    assert row is not None
    assert row.good == shown


def test_large_amounts_that_differ_are_disputed() -> None:
    told_twice = []
    for number, sentence in (
        (2_500_000.0, SENT),
        (2_500_001.0, "Iran sent rice to Japan by ship, it said."),
    ):
        page, (claim,) = told(sentence, "2023-07-02", "sent", goods=[("rice", "food.grain")])
        goods = (replace(claim.goods[0], quantity=number),)
        told_twice.append((page, [replace(claim, goods=goods)]))
    (event,) = link(told_twice)

    (found,) = [one for one in event.contradictions if one.field == "quantity"]
    assert [one.value for one in found.values] == ["2500000 food.grain", "2500001 food.grain"]


def test_as_many_arms_and_as_much_of_their_kind_do_not_disagree() -> None:
    told_twice = []
    for category, sentence in (
        ("food", SENT),
        ("food.grain", "Iran sent rice to Japan by ship, it said."),
    ):
        page, (claim,) = told(sentence, "2023-07-02", "sent", goods=[("rice", category)])
        goods = (replace(claim.goods[0], quantity=1_000.0),)
        told_twice.append((page, [replace(claim, goods=goods)]))
    (event,) = link(told_twice)

    assert "quantity" not in [one.field for one in event.contradictions]


def test_what_has_happened_is_no_plan_again() -> None:
    def step(stage: Stage, claim: str) -> Step:
        return Step(status=stage, when=None, basis=None, claim=claim)

    def turned(*stages: Stage) -> tuple[str, str] | None:
        steps = tuple(step(stage, f"c{number}") for number, stage in enumerate(stages))
        found = last_turn(SimpleNamespace(history=steps, told_by=()))  # type: ignore[arg-type]
        return (str(found.before.status), str(found.after.status)) if found else None

    assert turned(Stage.HAPPENED, Stage.ANNOUNCED) is None
    assert turned(Stage.HAPPENED, Stage.DENIED) == ("happened", "denied")
    assert turned(Stage.PLANNED, Stage.HAPPENED, Stage.PLANNED) == ("planned", "happened")


@pytest.mark.parametrize(
    ("plan", "deed", "together"),
    [
        (told("Iran's envoy will visit Japan, Tehran said.", "2023-05-20", "visit", type="CONSULT",
              mode="visit", status="planned"),
         told("Iran's envoy came to Japan on Sunday.", "2023-06-05", "came", type="CONSULT",
              mode="visit", when=("2023-06-04", "2023-06-04")), True),
        (told("Iran's envoy will visit Japan, Tehran said.", "2023-05-20", "visit", type="CONSULT",
              mode="visit", status="planned"),
         told("Iran's envoy came to Japan on Sunday.", "2023-11-05", "came", type="CONSULT",
              mode="visit", when=("2023-11-04", "2023-11-04")), False),
        (told("Iran will send 14 cranes to Japan by the end of June.", "2023-05-02", "send",
              status="planned", goods=[("cranes", "machinery")], when=(None, "2023-06-30")),
         told("Iran delivered cranes to Japan on Monday.", "2023-06-27", "delivered",
              goods=[("cranes", "machinery")], when=("2023-06-26", "2023-06-26")), True),
        (told("Iran plans to send more rice to Japan.", "2023-06-21", status="planned"),
         told(SENT, "2023-06-20", "sent"), False),
    ],
    ids=["soon after", "months after", "until a day", "more of it"],
)  # fmt: skip
def test_a_plan_and_its_fulfilment_are_one_event(plan: Item, deed: Item, together: bool) -> None:
    assert len(link([plan, deed])) == (1 if together else 2)
