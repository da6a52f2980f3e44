"""Today, events, one event and promises: every number leads to events, they to their claims."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET

import pytest
from msgspec.structs import replace
from test_desk_screens import page

from builders import NEWER
from desk_affair import fill_affair
from desk_store import desk_on
from reportedly import views
from reportedly.desk.lines import anchor
from reportedly.linking import stored
from reportedly.linking.judged import event_judgements
from reportedly.store import ClaimFilter, Store, opening

pytestmark = pytest.mark.parser
SEIZED = "seized a freighter"


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return fill_affair(tmp_path_factory.mktemp("affair") / "affair.duckdb")


@pytest.fixture(scope="module")
def affair(path):
    with desk_on(path) as client:
        yield client


@pytest.fixture(scope="module")
def biggest(path):
    with Store.open(path, read_only=True) as store:
        return next(views.event_page(store, order="reports"))


def test_today_says_what_is_new_changed_and_contested(affair):
    found = page(affair, "/?stretch=all")
    assert found.text.count("Contested") >= 1
    for words in ("30 articles", "12 outlets", "22 new events", "2 changed status", "1 contested"):
        assert words in found.text
    assert "was told as planned, now happened" in found.text
    counts = affair.get("/api/today?stretch=all").json()
    assert (counts["new"], counts["changed"], counts["contested"]) == (22, 2, 1)
    assert sum(one["articles"] for one in counts["outlets"]) == counts["articles"] == 30


def test_every_number_of_today_is_that_of_the_list_behind_it(affair):
    counts = affair.get("/api/today").json()
    for only in ("new", "changed", "contested", "denied", "copied"):
        address = f"/events?only={only}&reported={counts['since']}"
        assert f"{counts[only]} event" in page(affair, address).text
        assert affair.get(f"/api{address}").json()["all"] == counts[only]
    for outcome in ("open", "overdue"):
        assert affair.get(f"/api/promises?outcome={outcome}").json()["all"] == counts[outcome]


@pytest.mark.parametrize(
    "address",
    ["/?stretch=all", "/events", "/events?only=copied", "/promises", "/copies", "/events/{}"],
)
def test_every_link_leads_somewhere(affair, biggest, address):
    found = page(affair, address.format(biggest.id))
    assert len(found.ids) == len(set(found.ids))
    for link in sorted(set(found.links)):
        where, _, place = link.partition("#")
        if link.startswith("https://") or not where:
            continue
        answer = affair.get(where)
        assert answer.status_code == 200, link
        if place and where.startswith("/articles/"):
            assert f'id="{place}"' in answer.text, link


def test_an_event_shows_origins_copies_and_what_they_changed(affair, biggest):
    text = page(affair, f"/events/{biggest.id}").text
    assert f"{biggest.reports} reports, {len(biggest.origins)} origins" in text
    for origin in biggest.origins:
        assert origin in text
    assert "copies" in text
    assert "in common" in text
    with_drift = affair.get("/api/drift").json()["items"]
    assert with_drift
    told = page(affair, f"/events/{with_drift[0]['event']}").text
    assert with_drift[0]["change"] in told


def test_copies_and_what_they_changed_are_listed(affair, path):
    with Store.open(path, read_only=True) as store:
        drift = [
            (row.event, row.article, row.change, row.was, row.now) for row in views.drift(store)
        ]
        copies = {
            one.article for event in views.events(store) for one in event.told_by if one.copy_of
        }
    rows = affair.get("/api/copies").json()["items"]
    assert {row["article"] for row in rows} == copies
    told = [
        (one["event"], row["article"], one["change"], one["was"], one["now"])
        for row in rows
        for one in row["changes"]
    ]
    assert sorted(told) == sorted(drift)
    found = page(affair, "/copies")
    changed = sum(bool(row["changes"]) for row in rows)
    assert f"{len(rows)} copies" in found.text
    assert f"{changed} changed something" in found.text
    for one in (one for row in rows for one in row["changes"] if one["claim"]):
        assert one["sentence"] in found.text
        assert any(link.endswith(f"#{anchor(one['claim'])}") for link in found.links)
    lines = list(csv.DictReader(io.StringIO(affair.get("/copies.csv").text)))
    assert len(lines) == sum(max(1, len(row["changes"])) for row in rows)


def test_copies_are_chosen_by_event_outlet_and_change(affair):
    rows = affair.get("/api/copies?change=any").json()["items"]
    one = rows[0]["changes"][0]
    for name, value in (
        ("change", one["change"]), ("event", one["event"]), ("outlet", rows[0]["outlet"]),
    ):  # fmt: skip
        some = affair.get("/api/copies", params={name: value}).json()
        assert rows[0]["article"] in {row["article"] for row in some["items"]}
        text = affair.get("/copies", params={name: value}).text
        assert f"<b>{some['all']} " in text
        file = affair.get("/copies.csv", params={name: value}).text
        lines = list(csv.DictReader(io.StringIO(file)))
        assert {line["article"] for line in lines} == {row["article"] for row in some["items"]}
    assert affair.get("/copies?change=improved").status_code == 422
    none = affair.get("/copies?outlet=Nowhere")
    assert "No copy fits" in none.text


def test_copies_narrowed_are_told_beside_all_of_them(affair):
    every = affair.get("/api/copies").json()["all"]
    some = affair.get("/api/copies?change=any").json()["all"]
    whole = page(affair, "/copies").text.replace(" ,", ",")
    assert f"{every} copies, of which {some} changed something" in whole
    found = page(affair, "/copies?change=any").text
    assert f"{some} of {every} copies are shown: those that changed something" in found


def test_it_is_said_what_contested_events_and_lines_said_and_denied_are(affair):
    assert "told as happened" not in page(affair, "/events").text
    found = page(affair, "/events?only=contested").text
    assert "tell each of these as happened, ongoing or planned, others deny it" in found
    assert "Said and denied" in found
    dossier = affair.get("/dossier?a=SRB&b=TCD").text
    assert "of this dossier that some claim denies or doubts" in dossier
    assert 'href="/events?only=contested"' in dossier


def test_an_event_is_found_by_a_claim_too(affair, biggest):
    assert affair.get(f"/events/{biggest.claims[-1]}").text.count(biggest.id) > 1
    assert affair.get("/events/none").status_code == 404
    assert affair.get("/api/events/none").json()["error"]["code"] == "not_found"
    found = affair.get(f"/api/events/{biggest.id}").json()
    assert {one["id"] for one in found["claims"]} == set(biggest.claims)
    lines = affair.get(f"/claims?event={biggest.id}&rows=200").text
    assert f"<b>{len(biggest.claims)}</b> of" in lines


def test_a_contested_event_shows_both_sides(affair, path):
    with Store.open(path, read_only=True) as store:
        event = next(views.event_page(store, views.EventFilter(sort="contested")))
    text = page(affair, f"/events/{event.id}").text
    assert "Contested:" in text
    assert "denied by" in text
    assert "Contradictions" in text


def test_promises_say_what_became_of_them(affair):
    text = page(affair, "/promises").text
    assert "5 plans" in text
    assert "happened" in text
    assert "over, no report" in text
    assert "95 % interval" in text
    assert "2 overdue" not in page(affair, "/promises?outcome=kept").text
    assert affair.get("/promises?outcome=broken").status_code == 422


@pytest.mark.parametrize("name", ["events", "promises"])
def test_downloads_hold_what_the_screen_lists(affair, name):
    rows = list(csv.DictReader(io.StringIO(affair.get(f"/{name}.csv").text)))
    assert len(rows) == affair.get(f"/api/{name}").json()["all"]
    assert rows[0]["event"]


@pytest.mark.parametrize(
    "address",
    ["/network.svg", "/timeline.svg", "/series.svg", "/promises.svg", "/map.svg", "/events/{}.svg",
     "/dossier.svg?a=SRB&b=TCD"],
)  # fmt: skip
def test_drawings_are_whole_files(affair, biggest, address):
    answer = affair.get(address.format(biggest.id))
    assert answer.status_code == 200, address
    assert answer.headers["content-type"].startswith("image/svg+xml")
    tree = ET.fromstring(answer.content)
    assert tree.tag.endswith("svg")
    assert b"<script" not in answer.content
    assert b"var(--" not in answer.content
    assert b"light-dark" not in answer.content
    assert len(list(tree.iter())) > 25


def test_a_drawing_keeps_how_its_links_are_drawn(affair):
    drawn = affair.get("/network.svg").text
    assert '<g class="node"' in drawn
    assert "<a " not in drawn


def test_events_of_one_origin_are_found(affair):
    rows = affair.get("/api/events?only=single").json()["items"]
    assert rows
    assert {len(row["origins"]) for row in rows} == {1}


def _form(client, address):
    return re.search(r'name="form" value="([^"]+)"', client.get(address).text)[1]


def test_two_events_are_split_and_joined_and_it_survives_a_recode(tmp_path):
    path = fill_affair(tmp_path / "own.duckdb")
    with Store.open(path, read_only=True) as store:
        event = next(views.event_page(store, order="reports"))
    last = event.claims[-1]
    with desk_on(path) as client:
        address = f"/events/{event.id}"
        given = {"form": _form(client, address), "one": last, "verdict": "alone", "who": "Ann"}
        answer = client.post(f"{address}/decide", data=given)
        assert answer.status_code == 303
        alone = client.get(f"/api/events/{last}").json()["event"]
        assert alone["claims"] == [last]
        assert alone["id"] not in client.get(answer.headers["location"]).text.split("near")[0]
        made = [json.loads(one) for one in client.get("/event-judgements.jsonl").text.splitlines()]
        assert {(one["verdict"], one["who"]) for one in made} == {("different", "Ann")}
        assert len(made) == len(event.claims) - 1
        given |= {"one": event.claims[0], "other": f"http://x/events/{last}", "verdict": "same"}
        assert client.post(f"{address}/decide", data=given).status_code == 303
        assert client.get(f"/api/events/{last}").json()["event"]["claims"] == list(event.claims)
        refused = client.post(f"{address}/decide", data=given | {"form": "x"})
        assert refused.status_code == 403
    assert len(made) < _recoded(path)


def _recoded(path):
    """Give every claim another id, as another coder would, link, and count the judgements."""
    with Store.open(path) as store:
        for article, claims in list(store.items(list(store.article_ids()))):
            newer = replace(article, coder=NEWER)
            store.recode(newer, [_renamed(one) for one in claims])
        stored.update(store)
        made = list(event_judgements(store))
        event = views.event(store, made[-1].one[::-1])
        assert event is not None
        assert {made[-1].one[::-1], made[-1].other[::-1]} <= set(event.claims)
        return len(made)


def _renamed(claim):
    links = tuple(replace(one, claim=one.claim[::-1]) for one in claim.links)
    return replace(claim, id=claim.id[::-1], links=links, coder=NEWER)


def test_who_keeps_promises_is_counted_alike_without_the_whole_events(path):
    with Store.open(path, read_only=True) as store:
        rows = views.follow_through(views.promises(store), "actor")

        assert rows
        assert views.kept_by_actor(store) == rows


@pytest.mark.parametrize(
    "asked", [{}, {"party": "SRB"}, {"outlet": "Daily Plumb"}, {"status": ("happened",)}]
)
def test_drift_is_read_from_what_linking_kept_as_the_events_give_it(path, asked):
    chosen = ClaimFilter(**asked)
    with Store.open(path, read_only=True) as store:
        claims = {one.id: one for one in store.claims()}
        every = [row for one in views.events(store, chosen) for row in views.drift_of(one, claims)]

        assert list(views.drift(store, chosen)) == every
        told = {row.outlet: (row.changes, row.kinds) for row in views.outlet_drift(store, chosen)}
        for outlet, (changes, kinds) in told.items():
            mine = [row.change for row in every if row.outlet == outlet]
            assert (changes, kinds) == (len(mine), {kind: mine.count(kind) for kind in kinds})
        assert {row.outlet for row in every} <= set(told)


def test_a_list_shows_the_word_of_a_claim_that_tells_the_event_as_it_stands(path):
    with Store.open(path, read_only=True) as store:
        found = list(views.event_page(store))
        words = views.event_words(store, found)
        assert set(words) == {one.id for one in found}
        for one in found:
            claims = list(store.claims(ClaimFilter(ids=one.claims)))
            telling = [claim for claim in claims if claim.status == one.status]
            assert words[one.id].trigger in {claim.trigger.text for claim in telling}, one.id


def test_the_word_is_part_of_the_event_s_link(path, affair):
    with Store.open(path, read_only=True) as store:
        words = views.event_words(store, list(views.event_page(store)))
    text = affair.get("/events").text
    for key, word in words.items():
        link = re.search(rf'<a class="e" href="/events/{key}">(.*?)</a>', text)[1]
        assert f"“{word.trigger}”" in link


def test_an_older_store_learns_the_words_of_its_events(path, tmp_path):
    older = tmp_path / "older.duckdb"
    older.write_bytes(path.read_bytes())
    whole = next(sql for number, _, sql in opening.migrations() if number == 19)
    filled = "UPDATE events" + whole.partition("UPDATE events")[2]
    asked = "SELECT id, word, word_rules FROM events ORDER BY id"
    with Store.open(older) as store:
        made = list(store.rows(asked))
        assert all(row["word"] and row["word_rules"] for row in made)
        with store.transaction() as connection:
            connection.execute("UPDATE events SET word = NULL, word_rules = NULL")
        assert not views.event_words(store, views.event_page(store))
        with store.transaction() as connection:
            connection.execute(filled)
        assert list(store.rows(asked)) == made
