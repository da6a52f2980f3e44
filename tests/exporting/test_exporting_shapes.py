"""Events as a map and as a network, and counted by week."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec.structs import replace

import builders
from reportedly.exporting.networks import to_gexf, to_graphml
from reportedly.exporting.shapes import to_geojson
from reportedly.linking import stored
from reportedly.linking.link import link
from reportedly.records import Article, Claim, Event, Place
from reportedly.store import ClaimFilter, Store
from reportedly.views import EventRow, event_series

GRAPH = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"
GENEVA = Place(start=0, end=6, text="Geneva", name="Geneva", country="CHE", latitude=46.2,
               longitude=6.14, geonames_id=2660646)  # fmt: skip


def told(sentence: str, trigger: str, day: str, **more: Any) -> tuple[Article, list[Claim]]:
    page = builders.article(sentence, published=day, title=None)
    place = more.pop("place", None)
    return page, [replace(builders.claim(page, sentence, trigger, **more), place=place)]


ITEMS = [
    told("Iran sent shells to Russia.", "sent", "2023-09-13", type="AID", actors=["Iran"],
         recipients=["Russia"]),
    told("Japan met Iran in Geneva.", "met", "2023-09-14", type="CONSULT",
         actors=["Japan", "Iran"], place=GENEVA),
    told("Japan <b>condemned\u0007 it & left.", "condemned", "2023-10-02", type="ACCUSE",
         actors=["Japan <b>"]),
    told("Moscow denied that Russia met Japan.", "met", "2023-10-03", type="CONSULT",
         actors=["Russia"], recipients=["Japan"], status="negated",
         when=("2023-09-11", "2023-09-11")),
]  # fmt: skip


@pytest.fixture
def events() -> Sequence[Event]:
    return link(ITEMS)


def test_a_map_has_a_point_for_every_event_with_a_place(events: Sequence[Event]) -> None:
    stream = io.BytesIO()
    done = to_geojson(events, stream)
    found = json.loads(stream.getvalue())

    assert (done.written, done.left_out) == (1, {"no place with coordinates": 3})
    (feature,) = found["features"]
    assert feature["geometry"] == {"type": "Point", "coordinates": [6.14, 46.2]}
    assert tuple(feature["properties"]) == EventRow.__struct_fields__
    assert json.loads(_written(to_geojson, []))["features"] == []


def test_a_network_has_parties_and_what_they_do(events: Sequence[Event]) -> None:
    stream = io.BytesIO()
    done = to_graphml(events, stream)
    graph = ElementTree.fromstring(stream.getvalue().decode("utf-8")).find(f"{GRAPH}graph")

    assert (done.written, done.left_out) == (3, {"fewer than two parties": 1})
    assert graph is not None
    ties = {
        (edge.get("source"), edge.get("target"), _of(edge, "type"), _of(edge, "happened"))
        for edge in graph.findall(f"{GRAPH}edge")
    }
    assert ties == {
        ("state.IRN", "state.RUS", "AID", "1"),
        ("state.JPN", "state.IRN", "CONSULT", "1"),
        ("state.IRN", "state.JPN", "CONSULT", "1"),
        ("state.RUS", "state.JPN", "CONSULT", "0"),
    }
    names = {_of(node, "name") for node in graph.findall(f"{GRAPH}node")}
    assert names == {"Iran", "Japan", "Russia"}


def test_the_same_network_is_written_as_gexf(events: Sequence[Event]) -> None:
    root = ElementTree.fromstring(_written(to_gexf, events))
    titles = {one.get("id"): one.get("title") for one in root.iter(f"{GEXF}attribute")}
    ties = {
        (edge.get("source"), edge.get("target"), edge.get("kind"), edge.get("weight"))
        for edge in root.iter(f"{GEXF}edge")
    }

    assert root.get("version") == "1.3"
    assert ties == {
        ("state.IRN", "state.RUS", "AID", "1"),
        ("state.JPN", "state.IRN", "CONSULT", "1"),
        ("state.IRN", "state.JPN", "CONSULT", "1"),
        ("state.RUS", "state.JPN", "CONSULT", "1"),
    }
    assert {node.get("label") for node in root.iter(f"{GEXF}node")} == {"Iran", "Japan", "Russia"}
    named = {titles[value.get("for")] for value in root.iter(f"{GEXF}attvalue")}
    assert named >= {"name", "country", "events", "happened", "origins", "first", "last"}


def test_a_hostile_name_stays_a_name() -> None:
    page, claims = told("Japan <b>condemned\u0007 Iran.", "condemned", "2023-10-02", type="ACCUSE",
                        actors=["Japan <b>condemned\u0007"], recipients=["Iran"])  # fmt: skip
    graph = ElementTree.fromstring(_written(to_graphml, link([(page, claims)])))

    names = {data.text for data in graph.iter(f"{GRAPH}data") if data.get("key") == "name"}
    assert names == {"Japan <b>condemned ", "Iran"}


@pytest.mark.parametrize(
    ("every", "by", "expected"),
    [
        ("week", (), [
            ("2023-09-11", "2023-09-17", "all", 3, 2),
            ("2023-10-02", "2023-10-08", "all", 1, 1),
        ]),
        ("month", ("type",), [
            ("2023-09-01", "2023-09-30", "AID", 1, 1),
            ("2023-09-01", "2023-09-30", "CONSULT", 2, 1),
            ("2023-10-01", "2023-10-31", "ACCUSE", 1, 1),
        ]),
        ("month", ("dyad", "status"), [
            ("2023-09-01", "2023-09-30", "IRN – JPN · happened", 1, 1),
            ("2023-09-01", "2023-09-30", "IRN → RUS · happened", 1, 1),
            ("2023-09-01", "2023-09-30", "RUS → JPN · negated", 1, 0),
        ]),
        ("day", ("dyad",), [
            ("2023-09-11", "2023-09-11", "RUS → JPN", 1, 0),
            ("2023-09-13", "2023-09-13", "IRN → RUS", 1, 1),
            ("2023-09-14", "2023-09-14", "IRN – JPN", 1, 1),
        ]),
    ],
)  # fmt: skip
def test_series_count_events(
    every: str, by: Sequence[str], expected: list[tuple[object, ...]]
) -> None:
    with Store.open(":memory:") as store:
        store.add_many(ITEMS)
        stored.update(store)
        rows = event_series(store, every=every, by=by)

    assert [(row.start, row.end, row.group, row.events, row.happened) for row in rows] == expected


def test_what_began_before_the_days_that_are_asked_for_is_not_of_them() -> None:
    item = told("Iran has armed Russia since 1959.", "armed", "2023-09-14", type="AID",
                actors=["Iran"], recipients=["Russia"], when=("1959-01-01", None))  # fmt: skip
    with Store.open(":memory:") as store:
        store.add_many([*ITEMS, item])
        stored.update(store)
        rows = event_series(store, ClaimFilter(date_from="2023-09-01"), every="month")
        every = event_series(store, every="month")

    assert rows[0].start == "2023-09-01"
    assert every[0].start == "1959-01-01"


def test_series_say_what_only_a_report_dates() -> None:
    with Store.open(":memory:") as store:
        store.add_many(ITEMS)
        stored.update(store)
        assert [(row.events, row.published) for row in event_series(store)] == [(3, 2), (1, 1)]


def _of(element: ElementTree.Element, key: str) -> str | None:
    return next((d.text for d in element.findall(f"{GRAPH}data") if d.get("key") == key), None)


def _written(shape: Any, events: Sequence[Event]) -> str:
    stream = io.BytesIO()
    shape(events, stream)
    return stream.getvalue().decode("utf-8")
