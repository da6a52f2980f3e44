"""Who is who, said from the desk: kept apart from the claims, taken back, exported."""

from __future__ import annotations

import json
import re

import pytest
from test_desk_screens import page

from desk_store import desk_on, fill
from reportedly.store import Store


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.duckdb"
    with Store.open(path) as store:
        fill(store)
    with desk_on(path) as client:
        yield client


def say(client, **given):
    form = re.search(r'name="form" value="([^"]+)"', client.get("/actors").text)[1]
    return client.post("/actors", data={"form": form, "who": "Ann", **given})


def test_a_name_is_given_once_for_all_and_taken_back(own):
    assert "Russia" in page(own, "/actors?q=russia").text
    answer = say(own, verdict="named", one="state.RUS", other="Russian Federation", because="UN")
    assert answer.status_code == 303
    assert "Russian Federation" in page(own, "/claims").text
    made = [json.loads(one) for one in own.get("/actor-judgements.jsonl").text.splitlines()]
    assert [(one["verdict"], one["who"], one["name"]) for one in made] == [
        ("named", "Ann", "Russian Federation")
    ]
    assert own.get("/api/actor-judgements").json()["items"] == made
    assert say(own, verdict="undone", one="1").status_code == 303
    assert "Russian Federation" not in page(own, "/claims").text
    assert "taken back" in page(own, "/actors").text


def test_two_names_are_merged(own):
    assert say(own, verdict="same", one="state.JPN", other="state.KOR").status_code == 303
    assert "South Korea" not in page(own, "/events").text
    assert say(own, verdict="same", one="state.JPN", other="state.JPN").status_code == 422
    assert say(own, verdict="same", one="nobody at all", other="state.JPN").status_code == 422
    assert say(own, verdict="named", one="state.JPN", other=" ").status_code == 422


def test_a_form_of_elsewhere_says_nothing(own):
    given = {"form": "x", "who": "Ann", "verdict": "named", "one": "state.RUS", "other": "X"}
    assert own.post("/actors", data=given).status_code == 403
    assert own.get("/actor-judgements.jsonl").text == ""
