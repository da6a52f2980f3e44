"""Events for programs that draw networks: GraphML and GEXF."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from reportedly.exporting.destination import Destination, ExportCounts, counts, text
from reportedly.records import Actor, Event
from reportedly.views import wikidata_of

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
_GRAPHML = "http://graphml.graphdrawing.org/xmlns"
_GEXF = "http://gexf.net/1.3"

type Values = Mapping[str, str | int | None]


class _Tie(NamedTuple):
    """From whom to whom, and the type of event."""

    source: str
    target: str
    type: str


class _Network:
    """Parties and what they do to one another, counted."""

    def __init__(self) -> None:
        self._nodes: dict[str, Actor] = {}
        self._ties: dict[_Tie, list[Event]] = {}

    def add(self, event: Event) -> bool:
        """Take in an event between two parties; False for one that names fewer."""
        pairs = list(_pairs(event))
        for one, other in pairs:
            self._nodes.setdefault(_node(one), one)
            self._nodes.setdefault(_node(other), other)
            tie = _Tie(_node(one), _node(other), event.type or "")
            self._ties.setdefault(tie, []).append(event)
        return bool(pairs)

    def nodes(self) -> Iterator[tuple[str, Values]]:
        """Yield each party by its key, with its attributes, in order."""
        for key, actor in sorted(self._nodes.items()):
            yield (
                key,
                {
                    "name": actor.name,
                    "country": actor.country,
                    "sector": actor.sector,
                    "wikidata": wikidata_of(actor.actor_id),
                },
            )

    def ties(self) -> Iterator[tuple[_Tie, Values]]:
        """Yield each tie with its attributes, in order."""
        for tie, found in sorted(self._ties.items(), key=lambda pair: pair[0]):
            yield tie, _summed(tie, found)


def to_graphml(events: Iterable[Event], destination: Destination) -> ExportCounts:
    """Write a directed graph: a node a party, an edge a type of event from the one to the other.

    Actors without a recipient ("Russia and Iran met") are tied both ways. An edge says how many
    events it stands for, how many of them happened and are contested, the most independent origins
    of one, and the first and last day on which one was reported. Events that name fewer than two
    parties are left out and counted.
    """
    return _written(events, destination, _graphml)


def to_gexf(events: Iterable[Event], destination: Destination) -> ExportCounts:
    """Write the same graph as GEXF 1.3, for Gephi; an edge weighs as many events as it has."""
    return _written(events, destination, _gexf)


def _written(
    events: Iterable[Event],
    destination: Destination,
    lines: Callable[[_Network], Iterator[str]],
) -> ExportCounts:
    network, left_out, written = _Network(), Counter[str](), 0
    for event in events:
        if network.add(event):
            written += 1
        else:
            left_out["fewer than two parties"] += 1
    with text(destination) as stream:
        for line in lines(network):
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


def _summed(tie: _Tie, found: list[Event]) -> Values:
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


def _graphml(network: _Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<graphml xmlns="{_GRAPHML}">'
    for name, (owner, kind) in _KEYS.items():
        yield f'<key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>'
    yield '<graph id="events" edgedefault="directed">'
    for key, values in network.nodes():
        yield f"<node id={_quoted(key)}>{_data(values)}</node>"
    for tie, values in network.ties():
        ends = f"source={_quoted(tie.source)} target={_quoted(tie.target)}"
        yield f"<edge {ends}>{_data(values)}</edge>"
    yield "</graph>"
    yield "</graphml>"


def _data(values: Values) -> str:
    return "".join(
        f'<data key="{name}">{escape(_clean(str(value)))}</data>'
        for name, value in values.items()
        if value is not None
    )


def _gexf(network: _Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<gexf xmlns="{_GEXF}" version="1.3">'
    yield "<meta><creator>Reportedly</creator></meta>"
    yield '<graph defaultedgetype="directed" mode="static">'
    for owner in ("node", "edge"):
        yield f'<attributes class="{owner}">'
        for name, (of, kind) in _KEYS.items():
            if of == owner:
                sort = "integer" if kind == "int" else kind
                yield f'<attribute id="{owner}.{name}" title="{name}" type="{sort}"/>'
        yield "</attributes>"
    yield "<nodes>"
    for key, values in network.nodes():
        label = _quoted(str(values["name"]))
        yield f"<node id={_quoted(key)} label={label}>{_attributes('node', values)}</node>"
    yield "</nodes>"
    yield "<edges>"
    for number, (tie, values) in enumerate(network.ties()):
        ends = f"source={_quoted(tie.source)} target={_quoted(tie.target)}"
        what = f"label={_quoted(tie.type)} kind={_quoted(tie.type)}"
        edge = f'<edge id="{number}" {ends} {what} weight="{values["events"]}">'
        yield f"{edge}{_attributes('edge', values)}</edge>"
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"


def _attributes(owner: str, values: Values) -> str:
    found = "".join(
        f'<attvalue for="{owner}.{name}" value={_quoted(str(value))}/>'
        for name, value in values.items()
        if value is not None
    )
    return f"<attvalues>{found}</attvalues>"


def _quoted(words: str) -> str:
    return quoteattr(_clean(words))


def _clean(words: str) -> str:
    return _NO_XML.sub(" ", words)
