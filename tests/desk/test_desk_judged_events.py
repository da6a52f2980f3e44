"""What a reader says of a claim is seen wherever it counts: events, promises, what is contested."""

from __future__ import annotations

import csv
import io
import re

import pytest

from builders import article, claim
from desk_store import desk_on
from reportedly import views
from reportedly.linking import stored
from reportedly.store import Store

PLAN = "Japan will visit South Korea in October."
DONE = "Japan visited South Korea on 5 October."
NOT = "Japan never visited South Korea, Seoul said."


def told(day, sentence, trigger, status, publisher, **more):
    page = article(sentence, publisher=publisher, published=day, title=publisher)
    return page, [
        claim(page, sentence, trigger, "CONSULT", "visit", actors=["Japan"],
              recipients=["South Korea"], status=status, **more)
    ]  # fmt: skip


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "news.duckdb"
    pages = [
        told("2023-09-20", PLAN, "visit", "planned", "Gazette", when=("2023-10-01", "2023-10-31")),
        told("2023-10-06", DONE, "visited", "happened", "Herald", when=("2023-10-05",) * 2),
        told("2023-10-08", NOT, "visited", "negated", "Post", voices=[("Seoul", "said")]),
    ]
    with Store.open(found) as store:
        for page, claims in pages:
            store.add(page, claims)
        stored.update(store)
        first, *others = [claims[0].id for _, claims in pages]
        for other in others:
            stored.say(store, first, other, same=True)
    return found


@pytest.fixture
def desk(path):
    with desk_on(path) as client:
        yield client


def judge(desk, path, trigger, **given):
    with Store.open(path, read_only=True) as store:
        key = next(one for one in store.claims() if one.sentence.text == trigger)
    address = f"/correct/{key.article}/{key.id}"
    form = re.search(r'name="form" value="([^"]+)"', desk.get(address).text)[1]
    answer = desk.post(address, data={"form": form, "who": "Ann", **given})
    return address, form, answer


def event(path):
    with Store.open(path, read_only=True) as store:
        (found,) = views.events(store)
        return found


def test_a_claim_judged_to_be_none_keeps_no_promise(desk, path):
    judge(desk, path, NOT, all="none")
    assert "<b>Japan → South Korea</b>" in desk.get("/promises?outcome=kept").text
    before = event(path)
    judge(desk, path, DONE, all="none")
    after = event(path)
    assert (before.id, before.claims) == (after.id, after.claims)
    assert len(after.rejected) == 2
    assert (before.reports, after.reports) == (2, 1)
    assert before.status == "happened"
    assert after.status == "planned"
    assert "Japan → South Korea</b>" not in desk.get("/promises?outcome=kept").text
    for address in ("/events", f"/events/{after.id}", "/promises"):
        assert "2 of 3 claims are none" in desk.get(address).text, address
    page = desk.get(f"/events/{after.id}").text
    assert "Judged to be no claim" in page
    assert "not a claim</span>" in page
    (row,) = csv.DictReader(io.StringIO(desk.get("/events.csv").text))
    assert row["rejected"] == "2"
    assert row["sentence"] == PLAN


def test_what_only_a_rejected_claim_denies_is_not_contested(desk, path):
    assert event(path).contested
    address, form, _ = judge(desk, path, NOT, all="none")
    assert not event(path).contested
    assert desk.get("/api/events?only=contested").json()["all"] == 0
    desk.post(f"{address}/withdraw", data={"form": form, "field": "claim"})
    assert event(path).contested
    assert event(path).rejected == ()


def test_an_event_without_a_claim_counts_nowhere_and_says_so(desk, path):
    for sentence in (PLAN, DONE, NOT):
        judge(desk, path, sentence, all="none")
    found = event(path)
    assert (found.reports, found.origins, found.history, found.contested) == (0, (), (), False)
    assert desk.get("/api/today?stretch=all").json()["new"] == 0
    assert "not a claim; nothing else tells it" in desk.get("/events").text
    assert "not a claim; nothing else tells it" in desk.get(f"/events/{found.id}").text


def test_a_field_judged_wrong_is_told_at_the_event(desk, path):
    judge(desk, path, DONE, v_status="wrong", r_status="possible")
    for address in ("/events", f"/events/{event(path).id}", "/promises"):
        assert "status wrong, rather possible" in desk.get(address).text, address


def test_what_it_should_say_is_a_word_that_records_have(desk, path):
    *_, answer = judge(desk, path, DONE, v_status="wrong", r_status="might happen")
    assert answer.status_code == 422
    assert "might happen" in answer.text
    *_, answer = judge(desk, path, DONE, v_status="wrong", r_status="Did not happen")
    assert answer.status_code == 303
    assert desk.get("/api/judgements").json()["items"][0]["rather"] == "negated"


def test_judgements_of_an_older_store_are_taken_up(path):
    with Store.open(path) as store:
        key = next(one for one in store.claims() if one.sentence.text == DONE)
        from reportedly.store.judging import Judgement, judge, of_claim

        judge(store, [Judgement(made="2024-01-01", who="Ann", field="claim", verdict="wrong",
                                says="yes", **of_claim(key))])  # fmt: skip
        with store.transaction() as connection:
            connection.execute("DELETE FROM schema_migrations WHERE number >= 24")
    with Store.open(path) as store:
        stored.update(store)
    assert event(path).rejected == (key.id,)
