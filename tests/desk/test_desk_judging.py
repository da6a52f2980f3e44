"""Judging: rows of their own, nothing overwritten; precision by field; JSON lines."""

from __future__ import annotations

import json
import re

import duckdb
import pytest
from msgspec.structs import replace

from builders import NEWER
from desk_store import desk_on, fill
from reportedly import views
from reportedly.errors import UsageError
from reportedly.store import Store
from reportedly.store.carrying import Told, heir
from reportedly.store.judging import FIELDS, Judgement, judge, judgements, of_claim


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "news.duckdb"
    with Store.open(found) as store:
        fill(store)
    return found


@pytest.fixture
def desk(path):
    with desk_on(path) as client:
        yield client


def next_form(desk, query=""):
    """Return the address of the next claim's form, its page, and its token."""
    address = desk.get(f"/correct/next{query}").headers["location"]
    page = desk.get(address).text
    return address, page, re.search(r'name="form" value="([^"]+)"', page)[1]


def test_a_claim_is_judged_field_by_field(desk, path):
    address, page, token = next_form(desk, "?status=negated")
    assert "did not give shells" in page
    answer = desk.post(
        address,
        data={"form": token, "who": "Ann Lee", "v_claim": "right", "v_status": "wrong",
              "r_status": "possible", "reason": "nobody denies", "v_time": "unsure"},
    )  # fmt: skip
    assert answer.headers["location"].startswith("/correct/next?status=negated&after=")
    made = [json.loads(line) for line in desk.get("/judgements.jsonl").text.splitlines()]
    assert [(one["field"], one["verdict"], one["rather"], one["who"]) for one in made] == [
        ("claim", "right", None, "Ann Lee"),
        ("status", "wrong", "possible", "Ann Lee"),
        ("time", "unsure", None, "Ann Lee"),
    ]
    assert made[1]["says"] == "did not happen"
    assert made[1]["reason"] == "nobody denies"
    assert made[0]["reason"] is None
    shown = desk.get("/correct").text
    assert "1 claim" in shown
    assert "nobody denies" in shown
    assert f'<a href="{address.partition("?")[0]}">did not happen</a>' in shown
    assert "Saved" not in shown
    # nothing else of that filter is left
    assert desk.get(answer.headers["location"]).headers["location"] == (
        "/correct?status=negated&saved=3"
    )
    assert "Saved: 3 judgements." in desk.get("/correct?status=negated&saved=3").text
    with Store.open(path, read_only=True) as store:
        assert len(list(judgements(store))) == 3


def test_a_second_opinion_is_a_row_more(desk):
    address, _, token = next_form(desk)
    for verdict in ("right", "wrong"):
        desk.post(address, data={"form": token, "who": "Ann", "v_type": verdict})
    desk.post(address, data={"form": token, "who": "Bo", "v_type": "right"})
    desk.post(address, data={"form": token, "who": "Bo", "v_type": "right"})  # as before: no row
    found = desk.get("/api/judgements").json()
    assert [(one["who"], one["verdict"]) for one in found["items"]] == [
        ("Ann", "right"), ("Ann", "wrong"), ("Bo", "right")
    ]  # fmt: skip
    row = desk.get("/api/precision").json()["items"][0]
    assert (row["field"], row["right"], row["wrong"], row["readers"]) == ("type", 1, 1, 2)
    assert "50 %" in desk.get("/correct").text


def test_what_was_judged_shows_on_the_claim(desk):
    address, _, token = next_form(desk)
    article = address.split("/")[-2]
    pages = ("/claims", f"/articles/{article}")
    assert not any("judged:" in desk.get(page).text for page in pages)
    desk.post(
        address,
        data={"form": token, "who": "Ann", "v_actors": "wrong", "r_actors": "protesters",
              "v_claim": "right", "v_time": "unsure", "reason": "see above"},
    )  # fmt: skip
    for page in pages:
        text = desk.get(page).text
        assert ">actor wrong, rather protesters</span>; " in text
        assert ">time can’t tell</span>; " in text
        assert ">claim right</span>" in text
        assert re.search(r'title="Ann, [^"]*; the record said: Russia; see above"', text)
        assert text.count("judged:</b>") == 1
    desk.post(address, data={"form": token, "who": "Bo", "v_actors": "right"})
    for page in pages:  # the newest of each field
        assert "rather protesters" not in desk.get(page).text
        assert ">2 fields right</span>" in desk.get(page).text


def withdrawal(desk, address, token, field, **more):
    to = f"{address.partition('?')[0]}/withdraw"
    return desk.post(to, data={"form": token, "field": field, **more})


def test_a_judgement_is_taken_back_by_a_row_more(desk, path):
    address, _, token = next_form(desk)
    claim = address.partition("?")[0].split("/")[-1]
    for verdict in ("right", "wrong"):
        desk.post(address, data={"form": token, "who": "Ann", "v_type": verdict})
    assert next_form(desk)[0] != address
    shown = desk.get("/claims").text
    assert "judged:" in shown
    assert 'aria-label="withdraw: type"' in shown
    for page in ("/correct", address):  # of two the last, which counts
        assert desk.get(page).text.count('aria-label="withdraw: type"') == 1
    answer = withdrawal(desk, address, token, "type", back="/claims?kind=event")
    assert answer.headers["location"] == "/claims?kind=event"
    assert "judged:" not in desk.get("/claims").text
    for where in ("/api/precision", "/api/judgements"):
        assert desk.get(where).json()["all"] == 0
    assert desk.get("/judgements.jsonl").text == ""
    assert "No claim has been judged so far." in desk.get("/correct").text
    assert next_form(desk)[0] == address  # to be judged again
    assert not re.search(r'name="v_type"[^>]* checked', desk.get(address).text)
    withdrawal(desk, address, token, "type")  # nothing stands: no row
    with Store.open(path, read_only=True) as store:
        made = [(one.verdict, one.claim, one.who) for one in judgements(store)]
    assert made == [(one, claim, "Ann") for one in ("right", "wrong", "withdrawn")]
    desk.post(address, data={"form": token, "who": "Ann", "v_type": "right"})
    assert [one["verdict"] for one in desk.get("/api/judgements").json()["items"]] == ["right"]


def test_it_is_withdrawn_in_the_form_too(desk):
    address, page, token = next_form(desk)
    assert 'value="withdrawn"' not in page
    both = {"form": token, "who": "Ann", "v_type": "wrong", "r_type": "AID", "v_time": "right"}
    desk.post(address, data=both)
    assert desk.get(address).text.count('value="withdrawn"') == 2
    gone = {**both, "v_type": "withdrawn", "v_place": "withdrawn"}  # the place was not judged
    desk.post(address, data=gone)
    assert [one["field"] for one in desk.get("/api/judgements").json()["items"]] == ["time"]


def test_only_who_judged_takes_it_back(desk):
    address, _, token = next_form(desk)
    desk.post(address, data={"form": token, "who": "Ann", "v_type": "wrong"})
    desk.post(address, data={"form": token, "who": "Bo"})
    assert "withdraw: type" not in desk.get("/claims").text + desk.get("/correct").text
    for back in ("https://evil.example/", "//evil.example", "/\\evil.example", ""):
        answer = withdrawal(desk, address, token, "type", back=back)
        assert answer.headers["location"] == address.partition("?")[0]
    assert desk.get("/api/judgements").json()["all"] == 1
    assert withdrawal(desk, address, "x", "type").status_code == 403
    desk.cookies.clear()
    assert withdrawal(desk, address, token, "type").status_code == 422


def test_all_right_and_no_claim(desk):
    address, _, token = next_form(desk)
    desk.post(
        address,
        data={"form": token, "who": "Ann", "all": "right", "v_place": "wrong", "r_place": "x"},
    )
    rows = {row["field"]: row for row in desk.get("/api/precision").json()["items"]}
    assert (rows["place"]["wrong"], rows["claim"]["right"]) == (1, 1)
    assert all(row["right"] + row["wrong"] == 1 for row in rows.values())
    address, _, token = next_form(desk)
    desk.post(address, data={"form": token, "who": "Ann", "all": "none"})
    rows = {row["field"]: row for row in desk.get("/api/precision").json()["items"]}
    assert rows["claim"]["wrong"] == 1


def test_it_is_said_whose_name_is_required_and_what_was_saved(desk):
    address, page, token = next_form(desk)
    assert "Your name (required)" in page
    assert "Saved" not in page
    for given, words in (({"v_type": "right"}, "Saved: 1 judgement."), ({}, "nothing was saved")):
        to = desk.post(address, data={"form": token, "who": "Ann", **given}).headers["location"]
        assert words in desk.get(desk.get(to).headers["location"]).text
    assert "Saved" not in desk.get("/correct?saved=<b>").text


def test_a_claim_can_be_left_out(desk):
    seen = []
    address, page, _ = next_form(desk)
    while address.startswith("/correct/"):
        seen.append(address)
        skip = re.search(r'href="(/correct/next[^"]*)">Skip', page)[1].replace("&amp;", "&")
        address = desk.get(skip).headers["location"]
        page = desk.get(address).text
    assert len(seen) == len(set(seen)) == 10


@pytest.mark.parametrize(
    "data", [{"who": "Ann", "v_claim": "right"}, {"form": "x", "who": "Ann"}, {"who": ""}]
)
def test_forms_of_others_are_refused(desk, data):
    address, _, _ = next_form(desk)
    assert desk.post(address, data=data).status_code == 403


def test_somebody_judges(desk):
    address, _, token = next_form(desk)
    assert desk.post(address, data={"form": token, "v_claim": "right"}).status_code == 422
    wrong = {"form": token, "who": "Ann", "v_claim": "perhaps"}
    assert desk.post(address, data=wrong).status_code == 422
    assert desk.get("/api/judgements").json()["all"] == 0
    assert desk.get("/correct/none/none").status_code == 404


def test_judgements_stay_when_the_article_is_coded_anew(path):
    with Store.open(path) as store:
        first = next(iter(store.claims()))
        judge(store, [judgement(first)])
        page = store.article(first.article)
        newer = replace(page, coder=NEWER)
        again = replace(first, id="f" * 32, coder=NEWER)
        store.recode(newer, [again])
        assert [one.claim for one in judgements(store)] == [first.id]
        left = views.next_unjudged(store, "Ann")
        assert left is not None
        assert left.id != again.id  # the same words are judged already
        assert views.next_unjudged(store, "Bo") is not None


def coded_anew(path, **changed):
    """Code the first article anew: every claim has another id; return the new first claim."""
    with Store.open(path) as store:
        claims = [one for one in store.claims() if one.article == next(store.article_ids())]
        page = replace(store.article(claims[0].article), coder=NEWER)
        new = [replace(one, id=f"{n:032x}", coder=NEWER) for n, one in enumerate(claims)]
        new[0] = replace(new[0], **changed)
        store.recode(page, new)
        return claims[0], new[0]


def test_what_was_judged_shows_on_the_claim_that_was_coded_anew(desk, path):
    with Store.open(path) as store:
        judge(store, [judgement(next(iter(store.claims())), field="status", says="happened")])
    _, new = coded_anew(path)
    for page in ("/claims", f"/articles/{new.article}"):
        assert ">status right</span>" in desk.get(page).text
        assert "coded anew" not in desk.get(page).text
    _, _, token = next_form(desk)
    address = f"/correct/{new.article}/{new.id}"
    desk.post(address, data={"form": token, "who": "Ann"})
    form = desk.get(address).text
    assert 'name="v_status" value="right" checked' in form
    assert f'href="/correct/{new.article}/{new.id}">happened</a>' in desk.get("/correct").text


def test_it_is_said_where_the_record_says_otherwise_now(desk, path):
    with Store.open(path) as store:
        first = next(iter(store.claims()))
        more = {"field": "status", "says": "happened", "verdict": "wrong", "rather": "planned"}
        judge(store, [judgement(first, **more), judgement(first, says="yes: event")])
    _, new = coded_anew(path, status="planned")
    words = "status wrong, rather planned (judged before it was coded anew)"
    for page in ("/claims", f"/articles/{new.article}"):
        assert f">{words}</span>" in desk.get(page).text
        assert ">claim right</span>" in desk.get(page).text
    address = f"/correct/{new.article}/{new.id}"
    _, _, token = next_form(desk)
    desk.post(address, data={"form": token, "who": "Ann"})
    form = desk.get(address).text
    assert "judged before it was coded anew: wrong: happened" in form
    assert not re.search(r'name="v_status"[^>]* checked', form)
    desk.post(address, data={"form": token, "who": "Ann", "v_status": "right"})
    assert ">2 fields right</span>" in desk.get("/claims").text
    withdrawal(desk, address, token, "status")  # of the new claim, and of what it was
    assert ">claim right</span>" in desk.get("/claims").text
    with Store.open(path, read_only=True) as store:
        kept = [(one.claim, one.verdict) for one in judgements(store) if one.field == "status"]
    assert kept == [(first.id, "wrong"), (new.id, "right"), (first.id, "withdrawn"),
                    (new.id, "withdrawn")]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "type", "moved", "found"),
    [
        ("event", "CONSULT", 0, True),
        ("event", "AID", 0, True),  # the trigger is the same
        (None, None, 0, True),
        ("event", "CONSULT", 1, True),
        ("event", "AID", 1, False),
        (None, None, 1, False),
        ("want", "CONSULT", 1, False),
        ("event", "CONSULT", 3, False),  # beside it
    ],
)
def test_what_claim_a_judgement_is_about_now(path, kind, type, moved, found):
    with Store.open(path) as store:
        first = next(iter(store.claims()))
        start, end = first.trigger.start - moved, first.trigger.end - moved
        more = {"kind": kind, "type": type, "trigger_start": start, "trigger_end": end}
        one = replace(judgement(first, **more), claim="gone")
        told = Told(first.id, first.article, "event", "CONSULT", *_span(first))
        assert (heir(one, [told]) == told) is found
        assert heir(one, [told._replace(article="other")]) is None
        like = told._replace(id="like", type="AID", start=told.start - moved)
        if found:
            assert heir(one, [like, told]).id == (told.id if type == "CONSULT" else "like")


def _span(claim):
    return claim.trigger.start, claim.trigger.end


def judgement(claim, **changed):
    given = {"made": "2024-01-01T00:00:00+00:00", "who": "Ann", "field": "claim",
             "verdict": "right", "says": "yes", **of_claim(claim), **changed}  # fmt: skip
    return Judgement(**given)


@pytest.mark.parametrize(
    "changed", [{"field": "colour"}, {"verdict": "maybe"}, {"who": " "}, {"rather": "x" * 3_000}]
)
def test_what_is_no_judgement(path, changed):
    with Store.open(path) as store:
        first = next(iter(store.claims()))
        with pytest.raises(UsageError):
            judgement(first, **changed)


def test_all_or_none_are_kept(path):
    with Store.open(path) as store:
        first = next(iter(store.claims()))
        assert judge(store, [judgement(first, field=field) for field in FIELDS]) == len(FIELDS)
        assert judge(store, []) == 0
        row = next(iter(views.precision(store)))
        assert row.share == 1.0
        low, high = row.interval
        assert 0.2 < low < 0.3
        assert high == 1.0


def test_hostile_judgements_show_as_text(desk):
    address, _, token = next_form(desk)
    bad = "<script>window.ran=1</script>"
    desk.post(
        address,
        data={"form": token, "who": bad, "v_actors": "wrong", "r_actors": bad, "reason": bad},
    )
    for where in ("/correct", address, "/claims"):
        assert "<script>window" not in desk.get(where).text
        assert "&lt;script&gt;" in desk.get(where).text


def test_what_an_older_version_kept_gets_its_kind_where_the_claim_is_there(path):
    with Store.open(path) as store:
        first = next(iter(store.claims()))
        judge(store, [judgement(first), replace(judgement(first), claim="gone")])
    with duckdb.connect(str(path)) as connection:
        for name in ("kind", "type"):
            connection.execute(f'ALTER TABLE judgements DROP COLUMN "{name}"')
        connection.execute("DELETE FROM schema_migrations WHERE number > 20")
    with Store.open(path) as store:
        assert [(one.kind, one.type) for one in judgements(store)] == [
            ("event", "CONSULT"), (None, None)
        ]  # fmt: skip
