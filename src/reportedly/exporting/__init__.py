"""The field's formats. Each takes claims and a look-up of articles, and counts what it left out."""

from reportedly.exporting.destination import ExportCounts
from reportedly.exporting.events import Event, EventOptions, event_of
from reportedly.exporting.ftm import to_ftm
from reportedly.exporting.plover import to_plover_jsonl
from reportedly.exporting.polecat import to_polecat_tsv
from reportedly.exporting.tables import to_csv, to_parquet

__all__ = [
    "Event",
    "EventOptions",
    "ExportCounts",
    "event_of",
    "to_csv",
    "to_ftm",
    "to_parquet",
    "to_plover_jsonl",
    "to_polecat_tsv",
]
