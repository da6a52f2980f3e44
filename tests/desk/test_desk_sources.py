"""Sources: who says what, who is contradicted and by whom, as the terminal tells it too."""

from __future__ import annotations

import csv
import io

import pytest
from msgspec.structs import replace
from test_desk_screens import page

import reportedly
from builders import NEWER, article
from desk_store import desk_on
from reportedly import views
from reportedly.linking import stored
from reportedly.store import ClaimFilter, Store, opening

pytestmark = pytest.mark.parser
_ARTICLES = (
    ("The Wire", "2023-05-01",
     "Ghana sold 4,000 rifles to a militia in Togo on 28 April, Benin said.",
     "Ghana sold 4,000 rifles to the militia on 28 April, the harbour master of Lome said."),
    ("The Post", "2023-05-02",
     "Ghana denied on Tuesday that it had sold 4,000 rifles to a militia in Togo on 28 April."),
    ("The Sun", "2023-05-03",
     "Benin said on Wednesday that Ghana had sold 4,000 rifles to a militia in Togo on 28 April.",
     "But the government denied that Ghana had sold any rifles."),
)  # fmt: skip
#: who affirms the one event of _ARTICLES, who denies it
_AFFIRM, _DENY = {"Benin", "harbour master"}, ("Ghana", "government")


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("sources") / "sources.duckdb"
    coder = reportedly.load()
    with Store.open(path) as store:
        for outlet, day, *words in _ARTICLES:
            one = article(*words, title="Rifles", publisher=outlet, published=day, coder=None)
            store.add(one, coder.code(one), coder=coder.info)
        stored.update(store)
    return path


@pytest.fixture(scope="module")
def sources(path):
    with desk_on(path) as client:
        yield client


def test_it_is_told_who_is_contradicted_by_whom_and_where(sources):
    rows = {row["voice"]: row for row in sources.get("/api/sources").json()["items"]}
    denied = {name: row["contradicted_by"] for name, row in rows.items() if row["contradicted"]}
    assert denied == {name: list(_DENY) for name in _AFFIRM}
    found = page(sources, "/sources")
    assert "2 are contradicted by others" in found.text
    assert "Ghana; government" in found.text
    for name in _AFFIRM:
        address = next(
            link for link in found.links if "only=contradicted" in link and name[:5] in link
        )
        assert f"{rows[name]['contradicted']} event" in page(sources, address).text
        listed = sources.get(f"/api{address}").json()
        assert listed["all"] == rows[name]["contradicted"]
        assert all(one["contested"] for one in listed["items"])
    lines = csv.DictReader(io.StringIO(sources.get("/sources.csv").text))
    told = {line["voice"]: (line["contradicted"], line["contradicted_by"]) for line in lines}
    assert told["Benin"] == ("1", "Ghana; government")
    assert told["Ghana"] == ("0", "")


def test_who_denies_is_not_contradicted_by_whoever_affirms(sources):
    assert not sources.get("/api/events?only=contradicted&voice=%3DGhana").json()["items"]
    assert sources.get("/api/events?only=contradicted").json()["all"] == 1


@pytest.mark.parametrize(
    "asked",
    [{}, {"voice": "=Benin"}, {"status": ("negated",)}, {"outlet": "The Sun"}, {"party": "TGO"},
     {"published_from": "2023-05-03"}],
)  # fmt: skip
def test_terminal_desk_and_list_agree_on_who_is_contradicted(path, asked):
    chosen = ClaimFilter(**asked)
    with Store.open(path, read_only=True) as store:
        desk = {row.voice: row for row in views.voices(store, chosen) if row.contradicted}
        terminal = [row for row in views.sources(store, chosen) if row.contradicted]
        assert {row.voice for row in terminal} == set(desk)
        for row in terminal:
            assert row.contradicted == desk[row.voice].contradicted
            assert row.contradicted_by == desk[row.voice].contradicted_by
        for name, row in desk.items():
            mine = ClaimFilter(**{**asked, "voice": f"={name}", "published_from": None})
            since = asked.get("published_from")
            wanted = views.EventFilter(claims=mine, sort="contradicted", since=since)
            assert views.event_count(store, wanted) == row.contradicted


def test_an_older_store_learns_who_stands_where_from_its_events(path, tmp_path):
    older = tmp_path / "older.duckdb"
    older.write_bytes(path.read_bytes())
    whole = next(sql for number, _, sql in opening.migrations() if number == 17)
    filled = next(one for one in whole.split(";") if "INSERT INTO event_stances" in one)
    with Store.open(older) as store:
        made = sorted(map(str, store.rows("SELECT * FROM event_stances")))
        assert len(made) == 5
        with store.transaction() as connection:
            connection.execute("DELETE FROM event_stances")
            connection.execute(filled)
        assert sorted(map(str, store.rows("SELECT * FROM event_stances"))) == made


def test_stances_go_with_the_article_that_holds_them(path, tmp_path):
    fewer = tmp_path / "fewer.duckdb"
    fewer.write_bytes(path.read_bytes())
    with Store.open(fewer) as store:
        items = store.items(list(store.article_ids()))
        one = next(found for found, _ in items if found.publisher == "The Post")
        store.recode(replace(one, coder=NEWER), [])
        stored.update(store)
        event = next(iter(views.events(store)))
        left = next(store.rows("SELECT count(*) AS n FROM event_stances WHERE denied"))["n"]
        assert (event.contested, left) == (True, 1)
