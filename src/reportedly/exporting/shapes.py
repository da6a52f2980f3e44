"""Events for programs that draw maps: GeoJSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from reportedly.exporting.destination import Destination, ExportCounts, binary, counts
from reportedly.records import Event
from reportedly.views import event_row


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
