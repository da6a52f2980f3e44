"""Figures at first view: the map where most is told, bars in their own stretch, on a phone too."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from builders import article, claim
from desk_store import desk_on
from reportedly.records import Place
from reportedly.store import Store

NEAR = [("Lome", 6.1, 1.2), ("Kara", 9.5, 1.2), ("Kpalime", 6.9, 0.6), ("Aneho", 6.2, 1.6),
        ("Sokode", 9.0, 1.1), ("Tsevie", 6.4, 1.2)]  # fmt: skip
FAR = [("Oslo", 59.9, 10.7)]


def told(page, at, sentence, town, day):
    name, latitude, longitude = town
    place = Place(start=page.text.index(name), end=page.text.index(name) + len(name), text=name,
                  name=name, country="TGO", latitude=latitude, longitude=longitude,
                  geonames_id=at + 1)  # fmt: skip
    one = claim(page, sentence, "met", "CONSULT", actors=["Japan"], when=(day, day))
    return replace(one, place=place)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("figures") / "news.duckdb"
    towns = [*NEAR, *FAR]
    sentences = [f"Japan met envoys in {name}." for name, *_ in towns]
    page = article(*sentences)
    days = ["1953-01-01", "2009-03-01", *(f"2019-0{n}-01" for n in range(1, 6))]
    claims = [
        told(page, at, *each) for at, each in enumerate(zip(sentences, towns, days, strict=True))
    ]
    with Store.open(path) as store:
        store.add(page, claims)
    with desk_on(path) as client:
        yield client


def test_the_map_shows_where_most_is_told_and_says_what_lies_beyond(desk):
    text = desk.get("/map").text
    assert 'aria-label="Lome: ' in text
    assert 'aria-label="Oslo: ' not in text
    assert "1 place far from these with 1 claim lies beyond the edge" in text
    assert ">Oslo<" in text  # in the list
    assert 'aria-label="Oslo: ' in desk.get("/map?world=1").text


def test_bars_stand_in_their_own_stretch(desk):
    for address in ("/timeline?by=month", "/series?by=month"):
        text = desk.get(address).text
        bars = [float(x) for x in re.findall(r'class="bar-happened" x="([\d.]+)"', text)]
        assert len(bars) == len(set(bars)), address
        assert "Not drawn: " in text, address


def test_a_narrow_frame_opens_where_something_is_told(desk):
    text = desk.get("/timeline?since=1950-01-01&by=year").text
    middle = float(
        re.search(r'data-middle="([\d.]+)" tabindex="0" role="group" aria-label="Time', text)[1]
    )
    assert middle > 0.8
