"""A store that does not change, and so answers from memory what it has been asked before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from itertools import islice
from threading import Lock
from typing import Any

import duckdb
import msgspec

from reportedly.store.database import Store
from reportedly.store.rows import Row

#: rows of an answer that is kept, and of all that are
_LONGEST, _MOST = 20_000, 200_000


class RememberingStore(Store):
    """A store, open for reading, whose file nobody writes: a copy. Safe for several threads.

    Answers are kept, up to so many rows; those go first that were asked for longest ago. One that
    is open for writing keeps none.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: str, read_only: bool) -> None:
        super().__init__(connection, path, read_only)
        self._kept: OrderedDict[tuple[str, bytes], list[Row]] = OrderedDict()
        self._number = 0
        self._keeping = Lock()

    def rows(self, sql: str, values: Mapping[str, Any] | None = None) -> Iterator[Row]:
        """Yield the rows of a query, as Store.rows; every asker gets dicts of their own."""
        if not self.read_only:
            yield from super().rows(sql, values)
            return
        key = (sql, msgspec.json.encode(dict(values or {})))
        with self._keeping:
            kept = self._kept.get(key)
            if kept is not None:
                self._kept.move_to_end(key)
        if kept is None:
            rest = super().rows(sql, values)
            kept = list(islice(rest, _LONGEST + 1))
            if len(kept) <= _LONGEST:
                self._keep(key, kept)
            else:
                yield from kept
                yield from rest
                return
        yield from map(dict, kept)

    def forget(self) -> None:
        """Drop every answer."""
        with self._keeping:
            self._kept.clear()
            self._number = 0

    def _keep(self, key: tuple[str, bytes], found: list[Row]) -> None:
        with self._keeping:
            if key in self._kept:
                return
            self._kept[key] = found
            self._number += len(found) + 1
            while self._number > _MOST:
                _, oldest = self._kept.popitem(last=False)
                self._number -= len(oldest) + 1
