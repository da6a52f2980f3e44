"""Flat CSV: one row a line, one plain value a cell, for spreadsheets and statistics."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from msgspec import Struct

from reportedly.exporting.destination import Destination, text
from reportedly.views.flat import Cell, cells, columns

#: what a spreadsheet would take for a formula: the words are those of hostile pages
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_flat_csv(
    rows: Iterable[Struct], destination: Destination, kind: type[Struct] | None = None
) -> int:
    """Write the rows under their columns and return how many there were.

    UTF-8, every cell quoted, lines end in CR LF (RFC 4180); null is an empty cell, true and false
    are words. Text that a spreadsheet would take for a formula begins with an apostrophe.

    kind: of the rows; without it, nothing is written where there is none.
    """
    written = 0
    with text(destination) as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        if kind is not None:
            writer.writerow(columns(kind))
        for row in rows:
            if kind is None and not written:
                writer.writerow(columns(type(row)))
            writer.writerow(_written(cells(row)))
            written += 1
    return written


def _written(values: Iterable[Cell]) -> Iterator[str]:
    for value in values:
        if value is None:
            yield ""
        elif isinstance(value, bool):
            yield "true" if value else "false"
        elif isinstance(value, str):
            yield f"'{value}" if value.startswith(_FORMULA) else value
        else:
            yield repr(value)
