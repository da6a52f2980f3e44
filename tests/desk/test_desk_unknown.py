"""A value that does not exist is answered with the nearest; an empty list, with ways out."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("type=AIDD", ["AIDD", "type=AID"]),
        ("status=denied", ["denied"]),
        ("kind=wants", ["kind=want"]),
        ("sort=whem", ["sort=when"]),
        ("since=yesterday", ["an ISO date"]),
        ("page=0", ["1 to"]),
        ("page=9999999999", ["1 to"]),
        ("rows=ten", ["1 to"]),
        ("sure=200", ["0 to 100"]),
        ("since=2023-02-01&until=2023-01-01", ["is after"]),
    ],
)
def test_closed_lists(desk, query, words):
    answer = desk.get(f"/claims?{query}")
    assert answer.status_code == 422
    assert [word for word in words if word not in answer.text] == []
    problem = desk.get(f"/api/claims?{query}")
    assert problem.status_code == 422
    assert problem.json()["error"]["code"] in ("unknown_value", "wrong_usage")


@pytest.mark.parametrize(
    ("query", "near"),
    [
        ("party=Rusia", "Russia"),
        ("actor=Japon", "Japan"),
        ("good=arms.amunition", "arms.ammunition"),
        ("outlet=Harbor+Gazette", "Harbour Gazette"),
        ("voice=Moskow", "Moscow"),
    ],
)
def test_names_of_the_store(desk, query, near):
    found = desk.get(f"/claims?{query}")
    assert found.status_code == 200
    assert "Did you mean" in found.text
    assert near in found.text
    error = desk.get(f"/api/claims?{query}").json()["error"]
    assert error["code"] == "unknown_value"
    assert near in error["near"]


def test_ways_out_say_what_is_there_without_a_filter(desk):
    text = desk.get("/claims?party=RUS&status=planned").text
    assert "No claim fits all filters" in text
    assert "status: planned" in text


def test_names_that_the_api_does_not_know(desk):
    error = desk.get("/api/claims?partty=RUS").json()["error"]
    assert (error["field"], error["near"][0]) == ("parameter", "party")
    assert desk.get("/claims?theme=dark").status_code == 200


def test_a_page_beyond_the_end_is_empty(desk):
    assert desk.get("/api/claims?page=900").json()["items"] == []


def test_errors_have_one_form(desk):
    for address in ("/api/nothing", "/api/articles/none", "/api/dossier", "/api/claims?type=x"):
        body = desk.get(address).json()
        assert set(body) == {"error"}
        assert set(body["error"]) == {"code", "message", "field", "value", "near"}
