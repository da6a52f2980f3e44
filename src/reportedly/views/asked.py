"""Run a question's SQL file and turn its rows into records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import batched
from typing import Any

import msgspec
from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.store import ClaimFilter, Store
from reportedly.store.facts import among_sql, among_words, facts_sql
from reportedly.store.filter import chosen_sql
from reportedly.views.entries import entries

#: keys that are looked up by one query: of more DuckDB reads through all rows
_AT_ONCE = 100


class Page(Struct, frozen=True):
    """So many rows, from the row of that number on, counted from 0."""

    first: int
    rows: int


@cache
def question(name: str) -> str:
    """Return the text of sql/NAME.sql."""
    text = files(__package__).joinpath("sql", f"{name}.sql").read_text(encoding="utf-8")
    return text.replace("{denials}", ", ".join(f"'{one}'" for one in sorted(entries("denials"))))


def ask[R: Struct](
    store: Store,
    name: str,
    row: type[R],
    chosen: ClaimFilter | None = None,
    values: Mapping[str, Any] | None = None,
    page: Page | None = None,
    besides: str = "",
    parts: Mapping[str, str] | None = None,
) -> Iterator[R]:
    """Yield the rows of a question, in its order, over the chosen claims; a page of them, or all.

    values are bound beside those of the filter. besides: see chosen_sql; parts: SQL
    for what stands in braces. Raises UsageError when the filter would let
    comments in: what readers wrote is no report.
    """
    chosen = reports_only(chosen)
    sql, bound = asked(name, chosen, besides)
    for part, text in (parts or {}).items():
        sql = sql.replace(f"{{{part}}}", text)
    bound |= values or {}
    if page is not None:
        sql, bound = paged(sql, bound, page)
    return rows(store, sql, row, bound)


def asked(name: str, chosen: ClaimFilter, besides: str = "") -> tuple[str, dict[str, Any]]:
    """Return a question's SQL with all that it is put together from, and the filter's values."""
    sql = question(name)
    for part in ("marked", "ledger", "fact_deals", "tied"):
        sql = sql.replace(f"{{{part}}}", question(part))
    over = "FROM ways" if "{fact_deals}" in question(name) else "{chosen}"
    sql = sql.replace("{deals}", question("deals").replace("{of}", over))
    facts, bound = facts_sql(chosen)
    if "{chosen}" in sql:
        claims, bound = chosen_sql(chosen, besides)
        sql = sql.replace("{chosen}", claims)
    return sql.replace("{facts}", facts), bound


def paged(sql: str, values: Mapping[str, Any], page: Page) -> tuple[str, dict[str, Any]]:
    """Return a query that ends with its order, cut to a page, and its values."""
    return f"{sql}\nLIMIT $rows OFFSET $first", {**values, "rows": page.rows, "first": page.first}


def rows[R: Struct](
    store: Store, sql: str, row: type[R], values: Mapping[str, Any] | None = None
) -> Iterator[R]:
    """Yield the rows of a query as records; columns that the record lacks are dropped."""
    return (msgspec.convert(found, row) for found in store.rows(sql, values))


def looked_up(store: Store, sql: str, column: str, keys: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Yield the rows of a query that have one of the keys in a column that has an index; {among}
    in it stands for that. An order holds among so many keys alone."""
    for some in batched(dict.fromkeys(keys), _AT_ONCE):
        yield from store.rows(sql.replace("{among}", among_words(column, some)))


def numbers_of(store: Store, claims: Iterable[str]) -> list[int]:
    """Return the numbers, in claim_facts, of the claims of these ids."""
    found = looked_up(store, "SELECT number FROM claim_facts WHERE {among}", "id", claims)
    return [row["number"] for row in found]


def sentences_of(store: Store, claims: Iterable[str]) -> dict[str, str]:
    """Return claim → its sentence, of those of the claims that are there."""
    numbers = numbers_of(store, claims)
    sql = f'SELECT id, sentence."text" AS words FROM claims WHERE {among_sql(numbers)}'
    return {row["id"]: row["words"] for row in store.rows(sql)} if numbers else {}


def reports_only(chosen: ClaimFilter | None) -> ClaimFilter:
    """Return the filter, or one that asks nothing. Raises UsageError for include_comments."""
    chosen = chosen or ClaimFilter()
    if chosen.include_comments:
        raise UsageError(
            "comments are not reports, so no view counts them; read them with store.claims()"
        )
    return chosen
