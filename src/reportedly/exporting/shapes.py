"""Events for programs that draw: a map as GeoJSON, a network as GraphML."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from xml.sax.saxutils import escape, quoteattr

import msgspec

from reportedly.exporting.destination import Destination, ExportCounts, binary, counts, text
from reportedly.records import Actor, Event
from reportedly.views import event_row, wikidata_of

#: what XML 1.0 cannot hold, however it is written
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: attribute of a node or an edge → (what it belongs to, type)
_KEYS = {
    "name": ("node", "string"),
    "country": ("node", "string"),
    "sector": ("node", "string"),
    "wikidata": ("node", "string"),
    "type": ("edge", "string"),
    "events": ("edge", "int"),
    "happened": ("edge", "int"),
    "contested": ("edge", "int"),
    "origins": ("edge", "int"),
    "first": ("edge", "string"),
    "last": ("edge", "string"),
}
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def to_geojson(events: Iterable[Event], destination: Destination) -> ExportCounts:
    """Write a FeatureCollection (RFC 7946): a point an event, its properties those of a flat row.

    Events without coordinates are left out and counted.
    """
    written, left_out = 0, Counter[str]()
    with binary(destination) as stream:
        stream.write(b'{"type":"FeatureCollection","features":[')
        for event in events:
            place = event.place
            if place is None or place.longitude is None or place.latitude is None:
                left_out["no place with coordinates"] += 1
                continue
            feature = {
                "type": "Feature",
                "id": event.id,
                "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
                "properties": event_row(event).to_dict(),
            }
            stream.write((b",\n" if written else b"\n") + msgspec.json.encode(feature))
            written += 1
        stream.write(b"\n]}\n")
    return counts(written, left_out)


class _Tie(NamedTuple):
    """From whom to whom, and the type of event."""

    source: str
    target: str
    type: str


class _Network:
    """Parties and what they do to one another, counted."""

    def __init__(self) -> None:
        self.nodes: dict[str, Actor] = {}
        self.ties: dict[_Tie, list[Event]] = {}

    def add(self, event: Event) -> bool:
        """Take in an event between two parties; False for one that names fewer."""
        pairs = list(_pairs(event))
        for one, other in pairs:
            self.nodes.setdefault(_node(one), one)
            self.nodes.setdefault(_node(other), other)
            tie = _Tie(_node(one), _node(other), event.type or "")
            self.ties.setdefault(tie, []).append(event)
        return bool(pairs)


def to_graphml(events: Iterable[Event], destination: Destination) -> ExportCounts:
    """Write a directed graph: a node a party, an edge a type of event from the one to the other.

    Actors without a recipient ("Russia and Iran met") are tied both ways. An edge says how many
    events it stands for, how many of them happened and are contested, the most independent origins
    of one, and the first and last day on which one was reported. Events that name fewer than two
    parties are left out and counted.
    """
    network, left_out, written = _Network(), Counter[str](), 0
    for event in events:
        if network.add(event):
            written += 1
        else:
            left_out["fewer than two parties"] += 1
    with text(destination) as stream:
        for line in _lines(network):
            stream.write(line + "\n")
    return counts(written, left_out)


def _pairs(event: Event) -> Iterator[tuple[Actor, Actor]]:
    others = event.recipients or event.actors
    seen: set[tuple[str, str]] = set()
    for one in event.actors:
        for other in others:
            pair = (_node(one), _node(other))
            if pair[0] != pair[1] and pair not in seen:
                seen.add(pair)
                yield one, other


def _node(actor: Actor) -> str:
    return actor.actor_id or f"{actor.name.casefold()}|{actor.country or ''}"


def _lines(network: _Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<graphml xmlns="{_NAMESPACE}">'
    for name, (owner, kind) in _KEYS.items():
        yield f'<key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph id="events" edgedefault="directed">'
    for key, actor in sorted(network.nodes.items()):
        values = {
            "name": actor.name,
            "country": actor.country,
            "sector": actor.sector,
            "wikidata": wikidata_of(actor.actor_id),
        }
        yield f"<node id={quoteattr(_clean(key))}>{_data(values)}</node>"
    for tie, found in sorted(network.ties.items(), key=lambda pair: pair[0]):
        ends = f"source={quoteattr(_clean(tie.source))} target={quoteattr(_clean(tie.target))}"
        yield f"<edge {ends}>{_data(_summed(tie, found))}</edge>"
    yield "</graph>"
    yield "</graphml>"


def _summed(tie: _Tie, found: list[Event]) -> dict[str, Any]:
    first = [event.first_reported for event in found if event.first_reported]
    last = [event.last_reported for event in found if event.last_reported]
    return {
        "type": tie.type,
        "events": len(found),
        "happened": sum(event.status == "happened" for event in found),
        "contested": sum(event.contested for event in found),
        "origins": max(len(event.origins) for event in found),
        "first": min(first, default=None),
        "last": max(last, default=None),
    }


def _data(values: dict[str, Any]) -> str:
    return "".join(
        f'<data key="{name}">{escape(_clean(str(value)))}</data>'
        for name, value in values.items()
        if value is not None
    )


def _clean(words: str) -> str:
    return _NO_XML.sub(" ", words)
