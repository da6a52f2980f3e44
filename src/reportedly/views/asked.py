"""Run a question's SQL file and turn its rows into records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.store import ClaimFilter, Store
from reportedly.store.filter import chosen_sql

#: who p is, as a term that a filter takes: a country's code, else "=Name". Nationals are people
#: and not their state; codes that stand for a kind of organisation are nobody's name.
PARTY = (
    "CASE WHEN p.country IS NOT NULL AND p.\"role\" IS DISTINCT FROM 'national'"
    " AND p.country NOT IN ('IGO', 'NGO', 'ISM', 'IMG', 'MNC')"
    " THEN p.country ELSE '=' || p.\"name\" END"
)


class Page(Struct, frozen=True):
    """So many rows, from the row of that number on, counted from 0."""

    first: int
    rows: int


@cache
def question(name: str) -> str:
    """Return the text of sql/NAME.sql."""
    return files(__package__).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")


def ask[R: Struct](
    store: Store,
    name: str,
    row: type[R],
    chosen: ClaimFilter | None = None,
    values: Mapping[str, Any] | None = None,
    page: Page | None = None,
) -> Iterator[R]:
    """Yield the rows of a question, in its order, over the chosen claims; a page of them, or all.

    values are bound beside those of the filter. Raises UsageError when the filter would let
    comments in: what readers wrote is no report.
    """
    chosen = reports_only(chosen)
    claims, bound = chosen_sql(chosen)
    sql = question(name)
    for part in ("marked", "ledger"):
        sql = sql.replace(f"{{{part}}}", question(part))
    sql = sql.replace("{party}", PARTY).replace("{chosen}", claims)
    bound |= values or {}
    if page is not None:
        sql, bound = paged(sql, bound, page)
    return rows(store, sql, row, bound)


def paged(sql: str, values: Mapping[str, Any], page: Page) -> tuple[str, dict[str, Any]]:
    """Return a query that ends with its order, cut to a page, and its values."""
    return f"{sql}\nLIMIT $rows OFFSET $first", {**values, "rows": page.rows, "first": page.first}


def rows[R: Struct](
    store: Store, sql: str, row: type[R], values: Mapping[str, Any] | None = None
) -> Iterator[R]:
    """Yield the rows of a query as records; columns that the record lacks are dropped."""
    return (msgspec.convert(found, row) for found in store.rows(sql, values))


def reports_only(chosen: ClaimFilter | None) -> ClaimFilter:
    """Return the filter, or one that asks nothing. Raises UsageError for include_comments."""
    chosen = chosen or ClaimFilter()
    if chosen.include_comments:
        raise UsageError(
            "comments are not reports, so no view counts them; read them with store.claims()"
        )
    return chosen
