"""Events for programs that draw maps: GeoJSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from reportedly.exporting.destination import Destination, ExportCounts, binary, counts
from reportedly.records import Event
from reportedly.store import Store
from reportedly.views import EventRow, event_row, event_rows_told


def to_geojson(
    events: Iterable[Event], destination: Destination, store: Store | None = None
) -> ExportCounts:
    """Write a FeatureCollection (RFC 7946): a point an event, its properties those of a flat row.

    Events without coordinates are left out and counted. store: where their sentences are; without
    it `sentence` is null.
    """
    written, left_out = 0, Counter[str]()
    with binary(destination) as stream:
        stream.write(b'{"type":"FeatureCollection","features":[')
        for row in _rows(events, store):
            if row.longitude is None or row.latitude is None:
                left_out["no place with coordinates"] += 1
                continue
            feature = {
                "type": "Feature",
                "id": row.event,
                "geometry": {"type": "Point", "coordinates": [row.longitude, row.latitude]},
                "properties": row.to_dict(),
            }
            stream.write((b",\n" if written else b"\n") + msgspec.json.encode(feature))
            written += 1
        stream.write(b"\n]}\n")
    return counts(written, left_out)


def _rows(events: Iterable[Event], store: Store | None) -> Iterator[EventRow]:
    return event_rows_told(store, events) if store else map(event_row, events)
