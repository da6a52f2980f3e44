"""Write coded articles: each with all of its claims, in one transaction, or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import duckdb
import msgspec
import pyarrow as pa
from msgspec import Struct

from reportedly.errors import StoreError
from reportedly.records import Article, Claim, CoderInfo
from reportedly.store import facts
from reportedly.store.rows import (
    ARTICLE_SCHEMA,
    SECTION_SCHEMA,
    STORED_CLAIM_SCHEMA,
    Row,
    article_row,
    claim_row,
    coder_digest,
    section_rows,
)


class Counts(Struct, frozen=True, kw_only=True):
    """What adding did. added, replaced, unchanged and failed count articles; claims, rows written.

    replaced   the article was there, from another coder: its claims were exchanged
    unchanged  the article was there, from the same coder: nothing was done
    failed     cannot be stored; each is a row in problems
    """

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    failed: int = 0
    claims: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(**{field: getattr(self, field) + getattr(other, field) for field in _COUNTED})


_COUNTED = Counts.__struct_fields__


class Coded(NamedTuple):
    """An article on its way into the store; source says where it was read from."""

    article: Article
    claims: Sequence[Claim]
    coder: CoderInfo
    source: str | None


def coded(
    article: Article,
    claims: Sequence[Claim],
    *,
    coder: CoderInfo | None = None,
    source: str | None = None,
) -> Coded:
    """Return article and claims as one unit. Raises StoreError when they do not belong together.

    coder is needed only for an article that carries none and has no claim.
    """
    maker = article.coder or coder or (claims[0].coder if claims else None)
    if maker is None:
        raise StoreError(f"article {article.id}: has no coder; code it first, or pass coder=")
    for claim in claims:
        if claim.article != article.id:
            raise StoreError(f"claim {claim.id} is of article {claim.article}, not {article.id}")
        if claim.coder != maker:
            raise StoreError(f"claim {claim.id} has another coder than its article {article.id}")
    return Coded(article, claims, maker, source)


def write_batch(
    connection: duckdb.DuckDBPyConnection, batch: Sequence[Coded], *, force: bool = False
) -> Counts:
    """Write the batch in one transaction and return what it did.

    An article that is there from the same coder is left alone, unless force is set. One that
    is there from another coder keeps its place in the order and gets the new claims.
    """
    connection.begin()
    try:
        counts = _write(connection, batch, force)
        connection.commit()
    except duckdb.Error as problem:
        connection.rollback()
        raise StoreError(f"{len(batch)} articles were not written: {problem}") from problem
    except BaseException:
        connection.rollback()
        raise
    return counts


def write_problem(
    connection: duckdb.DuckDBPyConnection, row: tuple[str, str, str, str | None, str | None]
) -> bool:
    """Write (source, step, message, article, seen); False when that problem is there already."""
    clean = [None if value is None else _encodable(value) for value in row]
    found = connection.execute(
        "INSERT INTO problems VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING source",
        clean,
    ).fetchall()
    return bool(found)


def _write(connection: duckdb.DuckDBPyConnection, batch: Sequence[Coded], force: bool) -> Counts:
    present = _present(connection, [unit.article.id for unit in batch])
    following = _next_number(connection)
    fresh: dict[str, tuple[Coded, int]] = {}
    replaced: list[str] = []
    unchanged = failed = 0
    for unit in batch:
        key = unit.article.id
        digest, number = present.get(key, (None, None))
        if key in fresh or (digest == coder_digest(unit.coder) and not force):
            unchanged += 1
        elif (fault := _fault(unit)) is not None:
            failed += 1
            write_problem(connection, (unit.source or key, "store", fault, key, None))
        elif number is not None:
            replaced.append(key)
            fresh[key] = (unit, number)
        else:
            fresh[key] = (unit, following)
            following += 1
    _remove(connection, replaced)
    return Counts(
        added=len(fresh) - len(replaced),
        replaced=len(replaced),
        unchanged=unchanged,
        failed=failed,
        claims=_insert(connection, list(fresh.values())),
    )


def _present(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> dict[str, tuple[str, int]]:
    """Return (coder digest, number) of those articles that are there."""
    found = connection.execute(
        "SELECT id, coder_digest, added FROM articles WHERE id IN (SELECT unnest($ids::VARCHAR[]))",
        {"ids": ids},
    ).fetchall()
    return {key: (digest, number) for key, digest, number in found}


def _next_number(connection: duckdb.DuckDBPyConnection) -> int:
    ((number,),) = connection.execute("SELECT coalesce(max(added), 0) + 1 FROM articles").fetchall()
    return int(number)


def _remove(connection: duckdb.DuckDBPyConnection, ids: list[str]) -> None:
    if not ids:
        return
    facts.forget(connection, ids)
    for table, column in (("claims", "article"), ("sections", "article"), ("articles", "id")):
        connection.execute(
            f"DELETE FROM {table} WHERE {column} IN (SELECT unnest($ids::VARCHAR[]))",
            {"ids": ids},
        )


def _insert(connection: duckdb.DuckDBPyConnection, fresh: Sequence[tuple[Coded, int]]) -> int:
    """Append the rows of the articles and return the number of claims."""
    connection.execute("DELETE FROM identities_made")
    articles = [article_row(u.article, u.coder, u.source, number) for u, number in fresh]
    sections = [row for unit, _ in fresh for row in section_rows(unit.article)]
    claims = [
        claim_row(claim) | {"position": position, "added": number}
        for unit, number in fresh
        for position, claim in enumerate(unit.claims)
    ]
    _append(connection, "articles", articles, ARTICLE_SCHEMA)
    _append(connection, "sections", sections, SECTION_SCHEMA)
    _append(connection, "claims", claims, STORED_CLAIM_SCHEMA)
    return len(claims)


def _append(
    connection: duckdb.DuckDBPyConnection, table: str, rows: list[Row], schema: Any
) -> None:
    if not rows:
        return
    # One Arrow table a batch: 17,000 claims/s all told, where executemany gave 380.
    connection.register("incoming", pa.Table.from_pylist(rows, schema=schema))
    try:
        connection.execute(f"INSERT INTO {table} BY NAME SELECT * FROM incoming")
    finally:
        connection.unregister("incoming")


def _fault(unit: Coded) -> str | None:
    """Return why the unit cannot be stored, or None: text that UTF-8 cannot hold."""
    try:
        msgspec.json.encode((unit.article, unit.claims, unit.source))
    except UnicodeEncodeError:
        return "holds a lone surrogate, which no UTF-8 text can; not stored"
    return None


def _encodable(value: str) -> str:
    return value.encode("utf-8", "replace").decode("utf-8")
