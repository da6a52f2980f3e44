"""What articles of a store are found by: keys of their words, of dated claims, of sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import NamedTuple

import duckdb
import pyarrow as pa

from reportedly.linking.blocking import keys_of
from reportedly.linking.copies import ONE_KEY_OF
from reportedly.linking.pages import Page
from reportedly.linking.spans import copied_in, span_of

_KEYS = pa.schema(
    [("article", pa.string()), ("kind", pa.string()), ("span", pa.int32()), ("key", pa.int64())]
)
Row = tuple[str, str, int, int]


class Beside(NamedTuple):
    """Articles → those fresh ones that share enough keys with them, by kind."""

    words: dict[str, set[str]]
    dated: dict[str, set[str]]
    copies: dict[str, set[str]]


def add(connection: duckdb.DuckDBPyConnection, pages: Iterable[Page]) -> Beside:
    """Keep what the articles are found by, and return all that lie beside them, they themselves
    among them."""
    columns = list(zip(*(row for page in pages for row in _rows(page)), strict=True))
    found = Beside({}, {}, {})
    if not columns:
        return found
    connection.register("fresh", pa.table(columns, schema=_KEYS))
    try:
        connection.execute("INSERT INTO link_keys BY NAME SELECT * FROM fresh")
        rows = connection.execute(_sql(), {"one_key_of": ONE_KEY_OF}).fetchall()
    finally:
        connection.unregister("fresh")
    by_kind = {"words": found.words, "dated": found.dated, "copy": found.copies}
    for kind, one, other in rows:
        by_kind[kind].setdefault(other, set()).add(one)
    return found


def _rows(page: Page) -> Iterator[Row]:
    name, span = page.article.id, span_of(page.account.day)
    for words in keys_of(page.account):
        yield name, "words", span, _number(words)
    for dated in sorted(set[tuple[str, ...]]().union(*page.dated)):
        yield name, "dated", 0, _number(dated)
    copied = copied_in(page.article)
    for key in sorted(page.sketch.keys):
        yield name, "copy", copied, key


def _number(key: Iterable[str]) -> int:
    text = "\n".join(key)
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)


@cache
def _sql() -> str:
    return files(__package__).joinpath("sql", "neighbours.sql").read_text(encoding="utf-8")
