"""Why a claim came out as it did: what the entries that fired are."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportedly.desk.wording import plain
from reportedly.lexicons import load


@cache
def _entries() -> dict[str, str]:
    """Return id → a few words, of every built-in entry: its kind, and a sentence that it is for."""
    lexicons = load()
    found: dict[str, str] = {}
    for entry in (entry for table in lexicons.tables.values() for entry in table):
        example = plain(entry.yes[0]) if entry.yes else ""
        kind = type(entry).__name__
        kind = "".join(f" {c.lower()}" if c.isupper() else c for c in kind).strip()
        found[entry.id] = f"{kind}, as in “{example}”" if example else kind
    return found


def why(rules: Iterable[str]) -> list[tuple[str, str]]:
    """Return (id, what it is) of the entries, in order; "" for what the lexicons do not hold."""
    known = _entries()
    return [(rule, known.get(rule, "")) for rule in rules]
