"""Fifty hostile pages show as text: no element, no attribute, no address of theirs is left."""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest

import hostile_pages
from desk_store import desk_on
from reportedly.desk.office import ROOMS
from reportedly.store import Store

#: the desk's own elements; anything else came from a page
OWN = set(
    "html head meta title link script body svg defs g circle path use rect text a header form"
    " label input kbd span button nav ul ol li aside details summary main h1 h2 h3 h4 p b i br div"
    " section table thead tbody tr th td caption blockquote sup select option datalist dl dt dd"
    " figure figcaption code".split()
)


class Strict(HTMLParser):
    """Fails on what the desk never writes."""

    def handle_starttag(self, tag, attrs):
        assert tag in OWN, tag
        for name, value in attrs:
            value = value or ""
            assert not name.startswith("on"), (tag, name)
            assert name != "style", tag
            if name in ("href", "src", "action"):
                assert value.startswith(("/", "#", "https://news.example/")), value
                assert not value.startswith("//"), value
        if tag == "script":
            assert dict(attrs) == {"src": "/static/desk.js"}
        if tag == "meta":
            assert "http-equiv" not in dict(attrs)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "hostile.duckdb"
    with Store.open(path) as store:
        ids = hostile_pages.fill(store)
    with desk_on(path) as desk:
        yield desk, ids


def test_there_are_fifty(hostile):
    assert len(hostile_pages.PAYLOADS) == 50
    assert len(set(hostile[1])) == 50


@pytest.mark.parametrize(
    "address",
    [
        *(f"{href}?rows=200" for href, _, _ in ROOMS),
        "/claims?all=voice",
        "/claims?all=outlet",
        "/actors?everybody=1",
    ],
)
def test_screens(hostile, address):
    answer = hostile[0].get(address)
    assert answer.status_code == 200
    Strict().feed(answer.text)
    assert "\x1b" not in answer.text
    assert "\u202e" not in answer.text
    assert "\x00" not in answer.text


def test_articles(hostile):
    desk, ids = hostile
    for key in ids:
        answer = desk.get(f"/articles/{key}")
        assert answer.status_code == 200
        Strict().feed(answer.text)
        assert "\u202e" not in answer.text


@pytest.mark.parametrize("payload", hostile_pages.PAYLOADS[:46], ids=range(46))
def test_addresses(hostile, payload):
    desk, _ = hostile
    for name in ("party", "text", "outlet", "type", "since", "voice"):
        answer = desk.get("/claims", params={name: payload})
        assert answer.status_code in (200, 422)
        Strict().feed(answer.text)
    for address in ("/dossier", "/find", "/articles"):
        answer = desk.get(address, params={"a": payload, "b": "x", "q": payload, "text": payload})
        assert answer.status_code in (200, 303)
        assert answer.headers.get("location", "/").startswith("/")
        assert "\n" not in answer.headers.get("location", "")
        Strict().feed(answer.text)


def test_a_spreadsheet_gets_no_formula(hostile):
    text = hostile[0].get("/claims.csv").text
    assert "'=HYPERLINK" in text
    assert '"=HYPERLINK' not in text
    assert '"+cmd' not in text


def test_events_and_drawings(hostile):
    client, _ = hostile
    events = client.get("/api/events?rows=200").json()["items"]
    assert sum(len(one["claims"]) for one in events) >= 40
    for one in events:
        page = client.get(f"/events/{one['id']}")
        assert page.status_code == 200
        Strict().feed(page.text)
    for name in ("network", "timeline", "series", "promises", "map"):
        drawn = ElementTree.fromstring(client.get(f"/{name}.svg").content)
        assert not [
            one for one in drawn.iter() if one.tag.endswith(("script", "foreignObject", "}a"))
        ]
