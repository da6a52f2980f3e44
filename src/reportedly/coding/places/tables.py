"""The room's own tables of facts; `data/README.md` says what they hold and where it is from."""

from __future__ import annotations

import csv
from importlib import resources

DATA = resources.files("reportedly.coding.places") / "data"


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the tables."""
    text = (DATA / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def middles(name: str, key: str) -> dict[str, tuple[float, float]]:
    """Return the latitude and longitude of each row of a table, by one of its columns."""
    return {row[key]: (float(row["latitude"]), float(row["longitude"])) for row in read_table(name)}
