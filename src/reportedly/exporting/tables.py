"""CSV and Parquet: every field of every claim, and the article's address beside it."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable
from itertools import batched
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.exporting.destination import (
    Destination,
    ExportCounts,
    Lookup,
    binary,
    counts,
    text,
    with_articles,
)
from reportedly.records import Article, Claim
from reportedly.store.rows import CLAIM_SCHEMA, Row, claim_row

ARTICLE_FIELDS = ("url", "title", "publisher", "published", "published_basis")

#: every field of a claim, its time with basis, then five of its article; null when unknown
TABLE_SCHEMA = pa.schema(
    [*CLAIM_SCHEMA, *(pa.field(f"article_{name}", pa.string()) for name in ARTICLE_FIELDS)]
)
#: rows a Parquet row group; keeps memory flat
_GROUP = 20_000


def to_csv(claims: Iterable[Claim], articles: Lookup, destination: Destination) -> ExportCounts:
    """Write one line a claim, comments too (section says so), under a line of column names.

    Nested fields are JSON; null is an empty cell, and so is an empty text. Every cell is quoted,
    lines end in CR LF (RFC 4180), the encoding is UTF-8.

    Cells that begin with = + - or @ are not altered: the file is for programs, and an added
    apostrophe would break the text's agreement with its offsets. In a spreadsheet, import the
    columns as text; opened by a double click, a cell of a hostile page could act as a formula.
    """
    written = 0
    with text(destination) as stream:
        writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
        writer.writerow(TABLE_SCHEMA.names)
        for claim, article in with_articles(iter(claims), articles):
            row = _row(claim, article)
            writer.writerow([_cell(row[name]) for name in TABLE_SCHEMA.names])
            written += 1
    return counts(written, Counter())


def to_parquet(claims: Iterable[Claim], articles: Lookup, destination: Destination) -> ExportCounts:
    """Write one row a claim, comments too, with nested fields as typed structs and lists."""
    written = 0
    with (
        binary(destination) as stream,
        pq.ParquetWriter(stream, TABLE_SCHEMA, compression="zstd") as writer,
    ):
        for group in batched(with_articles(iter(claims), articles), _GROUP):
            rows = [_row(claim, article) for claim, article in group]
            writer.write_table(pa.Table.from_pylist(rows, schema=TABLE_SCHEMA))
            written += len(rows)
    return counts(written, Counter())


def _row(claim: Claim, article: Article | None) -> Row:
    row = claim_row(claim)
    row.update(dict.fromkeys(TABLE_SCHEMA.names[-len(ARTICLE_FIELDS) :]))
    if article is not None:
        row["article_url"], row["article_title"] = article.url, article.title
        row["article_publisher"] = article.publisher
        dated = article.published
        row["article_published"] = dated.value if dated else None
        row["article_published_basis"] = dated.basis if dated else None
    return row


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return msgspec.json.encode(value).decode("utf-8")
