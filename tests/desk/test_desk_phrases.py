"""Headlines in the mood of their status; days in words."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builders import article, claim
from reportedly import ontology
from reportedly.desk.lines import does, said, several
from reportedly.desk.phrases import amount, basis, dated_how, headline, moment, verbs, when
from reportedly.records import Actor, Good


@pytest.mark.parametrize(
    ("start", "end", "grain", "words"),
    [
        ("2015-01-01", None, "year", "since 2015"),
        ("2015-05-01", None, "month", "since May 2015"),
        ("2015-01-01", None, "day", "since 1 Jan 2015"),
        ("2015-03-02", None, "week", "since 2 Mar 2015"),
        (None, "2023-12-31", "year", "until the end of 2023"),
        (None, "2023-10-31", "month", "until the end of Oct 2023"),
        (None, "2023-10-31", "day", "until 31 Oct 2023"),
    ],
)
def test_an_open_side_is_no_more_exact_than_the_text(start, end, grain, words):
    assert when(start, end, grain) == words


@pytest.mark.parametrize(
    ("sentence", "actor", "trigger", "words"),
    [
        ("Neither government agreed.", "Neither government", "agreed", "agreed"),
        ("Nobody agreed.", "Nobody", "agreed", "agreed"),
        ("Japan did not agree.", "Japan", "agree", "did not agree"),
    ],
)
def test_who_denies_by_its_name_does_not_deny_twice(sentence, actor, trigger, words):
    page = article(sentence)
    assert does(claim(page, sentence, trigger, "AGREE", actors=[actor], status="negated")) == words


def test_support_needs_nobody_beside_it():
    assert headline("event", "SUPPORT", None, "planned", several=True) == "are to give support"


def test_who_denied_something_else_is_not_said_to_allege_it():
    page = article("Officials denied delays and shipped grain.")
    one = claim(page, "Officials denied delays and shipped grain.", "shipped", "AID",
                voices=[("Officials", "denied")])  # fmt: skip
    assert said(one.voices, "happened")[0].verb == "told by"
    assert said(one.voices, "negated")[0].verb == "denied by"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("happened", "visited"),
        ("ongoing", "is visiting"),
        ("planned", "is to visit"),
        ("possible", "may visit"),
        ("conditional", "would visit"),
        ("negated", "did not visit"),
    ],
)
def test_moods(status, words):
    assert headline("event", "CONSULT", "visit", status) == words


def test_what_is_no_event_keeps_its_own_words():
    assert headline("want", None, None, "ongoing", content="peace") == "wants: peace"
    assert headline("want", None, None, "negated", content="war") == "did not want: war"
    assert headline("consequence", None, None, "conditional", content="a breach") == (
        "would follow: a breach"
    )


def test_every_type_has_its_verb_and_no_verb_is_of_none():
    types = ontology.load().types
    known = set(types) | {f"{name} {mode}" for name, type in types.items() for mode in type.modes}
    assert set(types) <= set(verbs())
    assert set(verbs()) <= known | {"REJECT denial"}
    assert {len(forms) for forms in verbs().values()} <= {4, 5}


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-09-12", "2023-09-12", "12 Sep 2023"),
        ("2023-09-01", "2023-09-30", "Sep 2023"),
        ("2023-01-01", "2023-12-31", "2023"),
        ("2020-01-01", "2022-12-31", "2020–2022"),
        ("2023-05-03", "2023-05-05", "3–5 May 2023"),
        ("2023-05-30", "2023-06-02", "30 May – 2 Jun 2023"),
        ("2022-12-30", "2023-01-02", "30 Dec 2022 – 2 Jan 2023"),
        ("2023-04-01", "2023-06-30", "Apr–Jun 2023"),
        ("2020-01-01", None, "since 1 Jan 2020"),
        (None, "2020-01-01", "until 1 Jan 2020"),
        (None, None, "undated"),
    ],
)
def test_days(start, end, words):
    assert when(start, end) == words


def test_moments():
    assert moment("2023-09-14T08:10:00+09:00") == "14 Sep 2023, 08:10"
    assert moment("2023-09-14") == "14 Sep 2023"
    assert moment("soon") == "soon"
    assert moment(None) == ""


@pytest.mark.parametrize(
    ("fields", "words", "known"),
    [
        ({"quantity": 1000.0, "unit": "container"}, "1,000 containers", "stated"),
        (
            {"quantity": 1000.0, "unit": "container", "at_least": True},
            "at least 1,000 containers",
            "stated, at least",
        ),
        ({"upper": 30.0}, "up to 30", "stated, at most"),
        ({"quantity": 2.0, "upper": 3.0}, "2–3", "stated, between two"),
        ({"quantity": 1.0, "unit": "barrel"}, "1 barrel", "stated"),
        ({"quantity": 5.0, "approximate": True}, "about 5", "stated, not exact"),
        ({"approximate": True}, "", "not exact"),
    ],
)
def test_amounts_keep_their_bounds(fields, words, known):
    good = Good(start=0, end=5, text="goods", category="goods", **fields)
    assert (amount(good), basis(good)) == (words, known)


def test_what_days_rest_on_is_told_in_words():
    assert dated_how("relative") == "worked out"
    assert dated_how("stated") == "stated"


@pytest.mark.parametrize(
    ("name", "role", "many"),
    [
        ("Commanders", "commander", True),
        ("Four American senators", "senator", True),
        ("residents", None, True),
        ("Alan Jones", "minister", False),
        ("Paris", None, False),
        ("United States", None, False),
        ("commander", "commander", False),
    ],
)
def test_one_name_may_be_many(name, role, many):
    one = Actor(start=0, end=len(name), text=name, name=name, role=role)
    assert several([one]) is many
    assert several([one, one]) is many
    assert several([one, replace(one, name="Oslo")])


def test_what_would_follow_is_told_with_its_own_word():
    page = article("Selling shells would violate a resolution.")
    told = {"kind": "consequence", "status": "conditional"}
    one = claim(page, page.text, "violate", content="a resolution", **told)
    assert does(one) == "would follow: violate a resolution"
    noun = claim(page, page.text, "resolution", content="a resolution", **told)
    assert does(noun) == "would follow: a resolution"
