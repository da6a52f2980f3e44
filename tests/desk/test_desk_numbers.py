"""Numbers and links lead to just what they count."""

from __future__ import annotations

import re

from test_desk_screens import page

from builders import article
from desk_store import desk_on
from reportedly.store import Store


def links(desk, address, pattern):
    return [one.replace("&amp;", "&") for one in re.findall(pattern, desk.get(address).text)]


def all_of(desk, address):
    return desk.get(address.replace("#outlets", "").replace("/", "/api/", 1)).json()["all"]


def test_the_ledger_leads_to_the_events_that_have_goods(desk):
    (to,) = links(desk, "/ledger", r'href="(/events[^"]*)">As events')
    found = desk.get(to.replace("/events", "/api/events")).json()
    assert 0 < found["all"] < desk.get("/api/events").json()["all"]
    assert all(one["goods"] for one in found["items"])
    assert desk.get("/api/ledger?good=any").json()["all"] == desk.get("/api/ledger").json()["all"]
    # who gives is no filter of events
    assert not links(desk, "/ledger?giver=PRK", r'href="(/events[^"]*)">As events')


def test_articles_and_outlets_of_a_voice_are_those(desk):
    row = next(one for one in desk.get("/api/sources").json()["items"] if one["voice"] == "Moscow")
    text = desk.get("/sources").text
    (to,) = re.findall(r'data-l="Articles"><a href="(/articles\?voice=%3DMoscow)">(\d+)', text)
    assert all_of(desk, to[0]) == int(to[1]) == row["articles"]
    assert page(desk, to[0]).text.count("A summit") == row["articles"]
    assert "/sources?voice=%3DMoscow#outlets" in text


def test_articles_are_asked_for_by_their_claims(desk):
    assert all_of(desk, "/articles") == 2
    assert all_of(desk, "/articles?party=IRN") == 1
    assert all_of(desk, "/articles?party=IRN&outlet=The+Wire") == 0
    assert "Neighbours talk" in page(desk, "/articles?party=IRN").text


def test_new_is_new_since_a_day(desk):
    (to,) = links(desk, "/events", r'href="(/events\?[^"]*only=new[^"]*)"')
    stretch = desk.get("/api/today").json()["since"]
    assert (f"reported={stretch}" in to) is (stretch is not None)
    assert "Most is told of" in desk.get("/dossier").text


def test_a_chosen_voice_is_not_asked_who_it_is(desk):
    assert "Who says so" in page(desk, "/claims").text
    assert "Who says so" not in page(desk, "/claims?voice=%3DMoscow").text
    assert "Who says so" in page(desk, "/claims?voice=named").text


def test_the_choice_of_a_dossier_counts_acts(desk):
    assert re.search(r"\d acts?<", desk.get("/dossier").text)


def test_what_was_added_last_stands_apart_from_what_appeared(tmp_path):
    path = tmp_path / "late.duckdb"
    with Store.open(path) as store:
        for day in ("2024-05-02", "2024-05-03", "2019-01-01"):
            one = article(f"Japan met Iran before {day}.", title=f"Of {day}", published=day)
            store.add(one, [])
    with desk_on(path) as client:
        text = client.get("/").text
        part = text[text.index('id="added"') : text.index('id="due"')]
        assert re.findall(r"Of (\S+)</a>", part) == ["2019-01-01", "2024-05-03", "2024-05-02"]
        assert "of 1 Jan 2019" in part
        order = re.findall(r"Of (\S+)</a>", client.get("/articles?sort=added").text)
        assert order == ["2019-01-01", "2024-05-03", "2024-05-02"]
        assert re.findall(r"Of (\S+)</a>", client.get("/articles").text)[0] == "2024-05-03"
