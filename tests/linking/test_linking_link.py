"""Claims → events: what is joined, what is kept apart, and what an event says of itself."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

import builders
from reportedly import Coder
from reportedly.linking.decisions import Said
from reportedly.linking.link import link
from reportedly.linking.points import points
from reportedly.records import Article, Claim, Event, Verdict
from reportedly.records.schema import json_schema

Item = tuple[Article, Sequence[Claim]]

SENT = "North Korea sent shells to Russia on Monday."
SHIPPED = "Russia received shells that North Korea sent by rail from Rajin."
DENIED = "Moscow denied that North Korea had sent Russia shells from Rajin."
TRADE = "Trains left Rajin for Tumangang, officials in Seoul said of the artillery trade."
AGAIN = "Another cargo had come by ship to Vladivostok, where dockers counted 40 crates."
MET = "Japan met Iran in Geneva over the price of oil."


def told(sentence: str, trigger: str = "sent", **changes: object) -> Item:
    """Return an article that tells of a shipment of shells, with its one claim."""
    values: dict[str, object] = {
        "publisher": "The Wire", "published": "2023-09-14", "actors": ["North Korea"],
        "recipients": ["Russia"], "type": "AID", "mode": None, "around": TRADE,
    } | changes  # fmt: skip
    page = builders.article(
        sentence,
        values.pop("around"),  # type: ignore[arg-type]
        publisher=values.pop("publisher"),  # type: ignore[arg-type]
        published=values.pop("published"),  # type: ignore[arg-type]
    )
    return page, [builders.claim(page, sentence, trigger, **values)]  # type: ignore[arg-type]


def members(events: Sequence[Event]) -> list[int]:
    return [len(event.claims) for event in events]


def test_two_reports_of_one_shipment_are_one_event() -> None:
    one, other = told(SENT), told(SHIPPED, publisher="The Post", published="2023-09-15")
    (event,) = link([one, other])

    assert event.claims == (one[1][0].id, other[1][0].id)
    assert event.outlets == ("The Post", "The Wire")
    assert (event.reports, event.first_reported, event.last_reported) == (
        2,
        "2023-09-14",
        "2023-09-15",
    )
    (decision,) = event.decisions
    assert (decision.verdict, decision.by) == (Verdict.SAME, "score")
    assert decision.score == pytest.approx(
        sum(reason.points for reason in decision.reasons), abs=0.05
    )
    assert "actor in common" in [reason.what for reason in decision.reasons]


@pytest.mark.parametrize(
    "other",
    [
        told(MET, "met", type="CONSULT", actors=["Japan"], recipients=["Iran"]),
        told(SHIPPED, published="2024-06-02"),
        told("Iran sent shells to Russia on Monday.", actors=["Iran"], around=AGAIN),
    ],
    ids=["another act", "another year", "another giver"],
)
def test_what_is_not_the_same_is_kept_apart(other: Item) -> None:
    assert members(link([told(SENT), other])) == [1, 1]


def test_the_days_that_texts_give_decide_over_those_of_publication() -> None:
    monday = told(SENT, when=("2023-09-11", "2023-09-11"))
    retold = told(SHIPPED, published="2024-09-11", when=("2023-09-11", "2023-09-11"))
    anew = told(SHIPPED, published="2023-09-15", when=("2023-09-15", "2023-09-15"),
                around=AGAIN)  # fmt: skip

    assert members(link([monday, retold])) == [2]
    assert members(link([monday, anew])) == [1, 1]


def test_a_denial_joins_what_it_denies_and_contests_it() -> None:
    said = told(SENT, voices=[("North Korea", "sent")])
    denial = told(DENIED, "sent", status="negated", voices=[("Moscow", "denied")])
    (event,) = link([said, denial])

    assert (event.contested, event.status, event.status_by) == (True, "happened", ("North Korea",))
    (contradiction,) = event.contradictions
    assert contradiction.field == "status"
    assert {told.value: told.claims for told in contradiction.values} == {
        "affirmed": (said[1][0].id,),
        "denied": (denial[1][0].id,),
    }
    assert (event.voices_named, event.voices_unnamed) == (2, 0)


def test_who_is_dead_is_a_list_and_no_mean() -> None:
    nine = told("Iran shelled nine people in Rajin.", "shelled", type="ASSAULT", actors=["Iran"],
                recipients=["nine people"])  # fmt: skip
    twelve = told("Iran shelled 12 people at Rajin.", "shelled", type="ASSAULT", actors=["Iran"],
                  recipients=["12 people"])  # fmt: skip
    (event,) = link([nine, twelve])

    (contradiction,) = event.contradictions
    assert contradiction.field == "number of recipients"
    assert [told.value for told in contradiction.values] == ["9", "12"]


def test_the_fullest_claim_gives_the_fields_and_says_so() -> None:
    plain = told(SENT, recipients=[])
    full = told(SHIPPED, goods=[("shells", "arms.ammunition")])
    (event,) = link([plain, full])

    assert [actor.name for actor in event.recipients] == ["Russia"]
    assert event.taken_from["recipients"] == event.taken_from["goods"] == full[1][0].id
    assert "place" not in event.taken_from
    assert event.place is None


def test_mentions_of_one_act_in_one_article_are_one_event() -> None:
    head, body = "North Korea sent shells.", "North Korea sent shells to Russia by train."
    page = builders.article(head, body)
    claims = [
        builders.claim(page, head, "sent", "AID", actors=["North Korea"]),
        builders.claim(page, body, "sent", "AID", actors=["North Korea"], recipients=["Russia"]),
    ]
    (event,) = link([(page, claims)])

    assert (len(event.claims), event.reports) == (2, 1)


def test_readers_comments_and_wants_are_in_no_event() -> None:
    page = builders.article(SENT, comment="They sent shells, all right.")
    claims = [
        builders.claim(page, SENT, "sent", "AID", kind="want", content="shells"),
        builders.claim(page, "They sent shells, all right.", "sent", "AID"),
    ]

    assert link([(page, claims)]) == []


def test_a_person_has_the_last_word() -> None:
    one, other, third = (
        told(SENT),
        told(SHIPPED),
        told(MET, "met", type="CONSULT", actors=["Japan"], recipients=["Iran"]),
    )
    a, b, c = (item[1][0].id for item in (one, other, third))

    split = link([one, other], said=[Said(b, a, False)])
    assert members(split) == [1, 1]
    assert [d.verdict for d in split[0].decisions if d.by == "person"] == [Verdict.DIFFERENT]
    joined = link([one, third], said=[Said(a, c, False), Said(c, a, True)])
    assert members(joined) == [2]
    assert [d.verdict for d in joined[0].decisions] == [Verdict.SAME]


def test_order_and_repetition_are_nothing() -> None:
    items = [
        told(SENT), told(SHIPPED, published="2023-09-15"), told(DENIED, status="negated"),
        told(MET, "met", type="CONSULT", actors=["Japan"], recipients=["Iran"]),
        told("Iran sent shells to Russia on Monday.", actors=["Iran"]),
    ]  # fmt: skip
    first = link(items)

    for seed in range(5):
        random.Random(seed).shuffle(items)
        assert link([*items, items[0]]) == first


def test_an_event_keeps_its_id_while_later_reports_join() -> None:
    one, later = told(SENT), told(SHIPPED, published="2023-09-15")

    assert link([one])[0].id == link([one, later])[0].id


def test_an_event_fits_its_schema() -> None:
    schema = json_schema("event")
    (event,) = link([told(SENT)])

    properties = schema["$defs"]["Event"]["properties"]

    assert set(event.to_dict()) == set(properties)


RAID = "A frigate of India repelled a raid in the Gulf of Aden on Saturday and took 23 raiders."
LATER = "India captured 26 raiders when sailors in the Gulf of Aden drove off boats on Thursday."
ASHORE = "The prisoners are to be brought ashore at Mumbai, where a court waits for the case."
ESCORT = "Ships from Kochi have guarded tankers since spring, and owners pay less for insurance."
RETOLD = "India took the raiders after a frigate repelled the raid in the Gulf of Aden."


def raid(sentence: str, publisher: str = "The Post") -> Item:
    return told(
        sentence,
        "captured" if "captured" in sentence else "took",
        type="COERCE",
        mode="arrest",
        actors=["India"],
        recipients=["raiders"],
        around=ESCORT if publisher == "The Post" else ASHORE,
        publisher=publisher,
        published=None,
    )


def test_two_alike_of_whom_the_articles_count_otherwise_are_kept_apart() -> None:
    first = raid(RAID, "The Wire")

    assert members(link([first, raid(LATER)])) == [1, 1]
    assert members(link([first, raid(LATER.replace("26", "23"))])) == [2]
    assert members(link([first, raid(LATER.replace("26", "twenty-three"))])) == [2]
    assert members(link([first, raid(RETOLD)])) == [2]


def test_points_speak_for_what_is_the_same() -> None:
    assert points().never < points().unsure < 0
    assert points().base < 0 < points().articles.likeness


@pytest.mark.parser
def test_the_coder_links_what_it_codes(coder: Coder) -> None:
    texts = [
        "Norway sent rice to Togo on Sunday after floods in Kara. The rice went by ship to Lome.",
        "Floods in Kara: Norway shipped rice to Togo. The rice reached Lome, Togo said.",
        "Chad expelled the envoy of France. The envoy left Abeche.",
    ]
    events = coder.link(coder.code_many(texts))

    assert sorted(event.reports for event in events if event.type == "AID") == [2]
    assert [event.reports for event in events if event.type == "SANCTION"] == [1]


def test_what_a_copy_hardens_is_not_what_the_event_says() -> None:
    said = f"{SENT[:-1]}, officials said."
    more = {"around": f"{TRADE} {AGAIN} {MET}"}
    wire = told(said, voices=[("officials", "said")], status="possible", factuality="PS+", **more)
    copy = told(SENT, publisher="The Post", published="2023-09-15", **more)
    (event,) = link([wire, copy])

    assert event.told_by[1].copy_of == wire[0].id
    assert (event.status, event.status_by) == ("possible", ("officials",))
    own = told(SHIPPED, publisher="The Herald", published="2023-09-16")
    (event,) = link([wire, copy, own])
    assert (event.status, event.status_by) == ("happened", ())
