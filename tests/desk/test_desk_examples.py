"""What the desk shows of the bundled examples: Moscow denies what the White House tells."""

from __future__ import annotations

import csv
import io

import pytest
from test_desk_screens import page

from desk_store import desk_on
from reportedly.cli.demo import examples_folder
from reportedly.linking.stored import update
from reportedly.store import Store

pytestmark = pytest.mark.parser
CONTESTED = "/events?only=contested"


@pytest.fixture(scope="module")
def examples(tmp_path_factory, coder):
    path = tmp_path_factory.mktemp("examples") / "examples.duckdb"
    with Store.open(path) as store:
        for one in sorted(examples_folder().iterdir()):
            article = coder.read(one)
            store.add(coder.coded(article), coder.code(article))
        update(store)
    with desk_on(path) as desk:
        yield desk


def test_what_one_tells_and_another_denies_is_contested_on_every_screen(examples):
    assert ">1 contested</a>" in examples.get("/").text
    assert examples.get("/api/today").json()["contested"] == 1
    assert "1 event : what several" in " ".join(page(examples, CONTESTED).text.split())
    (event,) = examples.get(f"/api{CONTESTED}").json()["items"]
    assert (event["contested"], event["status_by"]) == (True, ["United States"])
    assert (event["actors"][0]["name"], event["recipients"][0]["name"]) == ("North Korea", "Russia")
    assert (event["origins"], event["origins_denying"]) == (
        ["The Northern Ledger"],
        ["Capital Dispatch"],
    )


def test_the_page_the_files_and_the_sources_say_who_denies_it(examples):
    (event,) = examples.get(f"/api{CONTESTED}").json()["items"]
    shown = " ".join(page(examples, f"/events/{event['id']}").text.split())
    assert "Contested: alleged by United States" in shown
    assert "denied by Russia" in shown
    assert examples.get(f"/api/events/{event['id']}").json()["event"]["contested"]
    answer = examples.get(CONTESTED.replace("events", "events.csv"))
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["contested"], row["disputed"]) == ("True", "status: denied, affirmed")
    voices = {one["voice"]: one for one in examples.get("/api/sources").json()["items"]}
    assert voices["United States"]["contradicted_by"] == ["Russia"]
    assert page(examples, "/sources").text.count("1 event") == 1
