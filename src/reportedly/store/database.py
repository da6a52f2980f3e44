"""The store: one DuckDB file with articles, their claims, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import batched
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Any, Self

import duckdb
from msgspec import Struct
from msgspec.structs import replace

from reportedly.errors import StoreError
from reportedly.records import Article, Claim, CoderInfo
from reportedly.store import identity
from reportedly.store.facts import among_numbers, among_sql, among_words, facts_sql, of_articles
from reportedly.store.filter import ClaimFilter
from reportedly.store.opening import Limits, connect
from reportedly.store.rows import Row, article_of, claim_of, coder_digest
from reportedly.store.selecting import ARTICLES, AS_CODED, CLAIM_COLUMNS, COUNTS
from reportedly.store.writing import Coded, Counts, coded, write_batch, write_problem

#: an article with its claims, and where it was read from
Item = tuple[Article, Sequence[Claim]] | tuple[Article, Sequence[Claim], str | None]

#: rows fetched at a time: keeps memory flat however many there are
_STEP = 2_000
#: claims that are looked up one by one, and by one query
_FEW, _AT_ONCE = 2_000, 100


class Problem(Struct, frozen=True, kw_only=True):
    """One thing that went wrong. article is null when the input never became one; seen is
    ISO 8601, null when the caller gave no time."""

    source: str
    step: str
    message: str
    article: str | None = None
    seen: str | None = None


class StoreCounts(Struct, frozen=True, kw_only=True):
    """How much the store holds. claims counts those of comments too; comment_claims, only them."""

    articles: int
    sections: int
    claims: int
    comment_claims: int
    problems: int


class Store:
    """One store, open. Use it as a context manager.

    A file is written by one process at a time; several may read it meanwhile only if none
    writes. Every read sees what was committed when it began.
    """

    def __init__(self, connection: duckdb.DuckDBPyConnection, path: str, read_only: bool) -> None:
        self._connection = connection
        self._lock = RLock()
        self._busy = self._closed = self._identified = False
        self.path = path
        self.read_only = read_only

    @classmethod
    def open(
        cls, path: str | Path, read_only: bool = False, *, limits: Limits | None = None
    ) -> Self:
        """Return the store at path, made or brought up to date when it may be written.

        Raises StoreError: no DuckDB file, another program's, locked by another process, a
        schema newer than this version, or (read only) missing. An older store is
        brought up to date first, for reading too.
        """
        return cls(connect(str(path), read_only, limits or Limits()), str(path), read_only)

    def close(self) -> None:
        """Close the file. Closing twice does nothing."""
        if not self._closed:
            self._identify()
        self._closed = True
        self._connection.close()

    def _identify(self) -> None:
        """Make anew who is who where claims or judgements have come in since."""
        if self.read_only:
            return
        with self._lock:  # many threads may read, and wait for the one that makes it
            if self._busy:
                return
            if not self._identified and not identity.made(self._connection):
                with self.transaction() as connection:
                    identity.make(connection)
            self._identified = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # ------------------------------------------------------------------ writing

    def add(
        self,
        article: Article,
        claims: Sequence[Claim],
        *,
        source: str | None = None,
        coder: CoderInfo | None = None,
    ) -> Counts:
        """Add one article with all of its claims; see add_many."""
        self._writable()
        return write_batch(self._connection, [coded(article, claims, coder=coder, source=source)])

    def add_many(
        self, items: Iterable[Item], *, batch: int = 200, coder: CoderInfo | None = None
    ) -> Counts:
        """Add articles, batch at a time in one transaction, and return what was done.

        Each article lands together with all of its claims. Adding again changes nothing; an
        article that is there from another coder gets the new claims. When items raises, what
        came before is written first. coder is for articles that carry none. Measured, claims
        a second: 9,000 in batches of 20 articles, 21,000 of 200, 26,000 of 1,000.

        Raises StoreError when a claim is not of its article or coder.
        """
        self._writable()
        total, waiting = Counts(), list[Coded]()
        try:
            for article, claims, *rest in items:
                source = rest[0] if rest else None
                waiting.append(coded(article, claims, coder=coder, source=source))
                if len(waiting) >= batch:
                    ready, waiting = waiting, []
                    total += write_batch(self._connection, ready)
        finally:
            if waiting:
                total += write_batch(self._connection, waiting)
        return total

    def recode(
        self,
        article: Article,
        claims: Sequence[Claim],
        *,
        source: str | None = None,
        coder: CoderInfo | None = None,
    ) -> Counts:
        """Replace the article and its claims in one transaction, whoever coded it before."""
        self._writable()
        unit = coded(article, claims, coder=coder, source=source)
        return write_batch(self._connection, [unit], force=True)

    def add_problem(
        self,
        source: str,
        step: str,
        message: str,
        *,
        article: str | None = None,
        when: str | None = None,
    ) -> bool:
        """Keep one problem; False when the same problem of the same source is there already."""
        self._writable()
        return write_problem(self._connection, (source, step, message, article, when))

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Yield the connection inside a transaction, for rooms that keep tables of their own."""
        self._writable()
        self._connection.begin()
        self._busy, self._identified = True, False
        try:
            yield self._connection
            self._connection.commit()
        except BaseException:
            self._connection.rollback()
            raise
        finally:
            self._busy = False

    # ------------------------------------------------------------------ reading

    def rows(self, sql: str, values: Mapping[str, Any] | None = None) -> Iterator[Row]:
        """Yield the rows of a query as dicts; values are bound to $name. Memory stays flat.

        Who is who over all articles is found anew first where claims have come in.
        """
        self._identify()
        yield from self._rows(sql, values)

    def _rows(self, sql: str, values: Mapping[str, Any] | None = None) -> Iterator[Row]:
        with self._connection.cursor() as cursor:
            cursor.execute(sql, dict(values or {}))
            names = [column[0] for column in cursor.description or ()]
            while found := cursor.fetchmany(_STEP):
                for values_of_row in found:
                    yield dict(zip(names, values_of_row, strict=True))

    def has(self, article: str, coder: CoderInfo) -> bool:
        """Tell whether the article of that id is there, coded by exactly this coder."""
        values = {"article": article, "digest": coder_digest(coder)}
        sql = "SELECT 1 FROM articles WHERE id = $article AND coder_digest = $digest"
        return any(True for _ in self._rows(sql, values))

    def article_ids(self) -> Iterator[str]:
        """Yield the ids of the articles, in the order in which they came in."""
        return (row["id"] for row in self._rows("SELECT id FROM articles ORDER BY added"))

    def articles(self) -> Iterator[Article]:
        """Yield the articles with their sections, in the order in which they came in."""
        for row in self._rows(ARTICLES + " ORDER BY added"):
            yield article_of(row, row["sections"])

    def article(self, article: str) -> Article | None:
        """Return the article of that id, None when there is none."""
        for row in self._rows(ARTICLES + " WHERE a.id = $article", {"article": article}):
            return article_of(row, row["sections"])
        return None

    def items(self, ids: Sequence[str]) -> Iterator[tuple[Article, list[Claim]]]:
        """Yield those of the articles that are there, each with all of its claims."""
        if not ids:  # DuckDB would read through all of them for none
            return
        among, values = "IN (SELECT unnest($ids::VARCHAR[]))", {"ids": list(ids)}
        pages = list(self._rows(f"{ARTICLES} WHERE a.id {among} ORDER BY added", values))
        claims: dict[str, list[Claim]] = {}
        added = of_articles([row["added"] for row in pages])
        sql = f"SELECT {CLAIM_COLUMNS} FROM claims WHERE {added} ORDER BY article, position"
        for row in self._rows(sql):
            claims.setdefault(row["article"], []).append(claim_of(row))
        for row in pages:
            yield article_of(row, row["sections"]), claims.get(row["id"], [])

    def claims(self, chosen: ClaimFilter | None = None) -> Iterator[Claim]:
        """Yield the chosen claims, articles in the order in which they came in, then text order.

        The claims of comments are left out unless the filter asks for them. They come as they
        were coded; who somebody is over all articles only counts in choosing them.
        """
        chosen = chosen or ClaimFilter()
        if 0 < len(chosen.ids) <= _FEW:
            return self._looked_up(chosen)
        sql, values = facts_sql(chosen)
        return (claim_of(row) for row in self.rows(AS_CODED.replace("{chosen}", sql), values))

    def _looked_up(self, chosen: ClaimFilter) -> Iterator[Claim]:
        """Yield the claims of the few ids that are asked for."""
        numbers = []
        for ids in batched(chosen.ids, _AT_ONCE):
            sql = f"SELECT number FROM claim_facts WHERE {among_words('id', ids)}"
            numbers += [row["number"] for row in self.rows(sql)]
        sql, values = facts_sql(replace(chosen, ids=()))
        among = f"SELECT number FROM ({sql}) WHERE {among_numbers(numbers)}"
        numbers = [row["number"] for row in self.rows(among, values)]
        sql = f"SELECT {CLAIM_COLUMNS} FROM claims WHERE {among_sql(numbers)}"
        return (claim_of(row) for row in self.rows(f"{sql} ORDER BY added, position"))

    def outdated(self, coder: CoderInfo) -> list[str]:
        """Return the ids of the articles that another coder coded, in the order they came in."""
        sql = "SELECT id FROM articles WHERE coder_digest <> $digest ORDER BY added"
        return [row["id"] for row in self._rows(sql, {"digest": coder_digest(coder)})]

    def source(self, article: str) -> str | None:
        """Return where the article was read from, None when unknown."""
        sql = "SELECT source FROM articles WHERE id = $article"
        return next((row["source"] for row in self._rows(sql, {"article": article})), None)

    def problems(self) -> Iterator[Problem]:
        """Yield the problems, by source, step and message."""
        sql = "SELECT * FROM problems ORDER BY source, step, message"
        return (Problem(**row) for row in self._rows(sql))

    def counts(self) -> StoreCounts:
        """Return how much the store holds."""
        return StoreCounts(**next(self._rows(COUNTS)))

    def _writable(self) -> None:
        if self.read_only:
            raise StoreError(f"{self.path}: is open for reading only; open it for writing")
        self._identified = False
