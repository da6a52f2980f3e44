"""A store that does not change, and so answers from memory what it has been asked before."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Mapping
from itertools import count, islice
from threading import Lock
from typing import Any

import duckdb
import msgspec

from reportedly.store.database import Store
from reportedly.store.facts import WITH_WORDS
from reportedly.store.rows import Row

#: rows of an answer that is kept, and of all that are
_LONGEST, _MOST = 20_000, 200_000
#: words of which the claims that have them are kept
_TEXTS = 8


class RememberingStore(Store):
    """A store, open for reading, whose file nobody writes: a copy. Safe for several threads.

    Answers are kept, up to so many rows; those go first that were asked for longest ago. One that
    is open for writing keeps none. A screen asks several things of the claims that have some words
    in their sentence: which these are is found out once, and kept in memory for the last few words.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: str, read_only: bool) -> None:
        super().__init__(connection, path, read_only)
        self._kept: OrderedDict[tuple[str, bytes], list[Row]] = OrderedDict()
        self._number = 0
        self._keeping = Lock()
        self._words: OrderedDict[str, str] = OrderedDict()
        self._tables = count()
        self._finding = Lock()

    def rows(self, sql: str, values: Mapping[str, Any] | None = None) -> Iterator[Row]:
        """Yield the rows of a query, as Store.rows; every asker gets dicts of their own."""
        if not self.read_only:
            yield from super().rows(sql, values)
            return
        if WITH_WORDS in sql:
            sql, values = self._with_words(sql, dict(values or {}))
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

    def _with_words(self, sql: str, values: dict[str, Any]) -> tuple[str, dict[str, Any]]:
        """Return the query with the claims that have $text looked up instead of searched for."""
        with self._finding, self._connection.cursor() as cursor:
            text = str(values["text"])
            if not self._words:
                cursor.execute("ATTACH IF NOT EXISTS ':memory:' AS found (READ_WRITE)")
            if text not in self._words:
                table = f"found.with_{next(self._tables)}"
                made = f"CREATE TABLE {table} AS {WITH_WORDS}"
                cursor.execute(made, {"text": text})
                self._words[text] = table
                if len(self._words) > _TEXTS:
                    cursor.execute(f"DROP TABLE {self._words.popitem(last=False)[1]}")
            self._words.move_to_end(text)
            sql = sql.replace(WITH_WORDS, f"SELECT number FROM {self._words[text]}")
        if "$text" not in sql:
            del values["text"]
        return sql, values

    def forget(self) -> None:
        """Drop every answer."""
        with self._finding, self._connection.cursor() as cursor:
            for table in self._words.values():
                cursor.execute(f"DROP TABLE {table}")
            self._words.clear()
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
