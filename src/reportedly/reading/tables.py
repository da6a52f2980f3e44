"""Rows of JSON lines, CSV and Parquet: one article a row, streamed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from reportedly.errors import ReadingError, TooLarge
from reportedly.reading.containers import refuse_container
from reportedly.reading.dates import read_stamp
from reportedly.reading.html.jsonld import names_of, plain
from reportedly.reading.html.reader import read_html
from reportedly.reading.limits import MAX_BYTES
from reportedly.reading.parts import Facts, stated
from reportedly.reading.single import looks_like_html
from reportedly.reading.text.bylines import names_in
from reportedly.reading.text.reader import read_text
from reportedly.records import Article

Found = Article | ReadingError
Row = Mapping[str, object]

_FIELDS: dict[str, tuple[str, ...]] = {
    # maintext, date_publish: news-please; plain_text, publishing_date: fundus; publish_date:
    # newspaper; sitename: trafilatura
    "text": (
        "text", "body", "content", "articlebody", "article_text", "full_text", "maintext",
        "main_text", "plain_text", "raw_text", "cleaned_text", "article",
    ),
    "html": ("html", "raw_html"),
    "title": ("title", "headline"),
    "url": ("url", "link", "canonical_url", "source_url", "requested_url"),
    "published": (
        "published", "date", "published_at", "publication_date", "datepublished", "pubdate",
        "date_published", "published_date", "publish_date", "date_publish", "publishing_date",
        "pub_date", "publication_time", "published_time", "publish_time", "published_on",
    ),
    "modified": (
        "modified", "updated", "modified_at", "updated_at", "datemodified", "date_modify",
        "date_modified", "modified_date", "last_modified", "updated_date",
    ),
    "authors": ("authors", "author", "byline"),
    "publisher": (
        "publisher", "source", "outlet", "site_name", "sitename", "source_domain", "hostname",
    ),
}  # fmt: skip
_BATCH = 64  # rows of a Parquet file in memory at once


def read_row(row: Row, where: str) -> Article:
    """Return the article of one row. Unknown fields are not looked at.

    Raises ReadingError when the row has no text, and what reading the text raises.
    """
    fields = _fields(row)
    facts = Facts(
        url=plain(fields.get("url")) or None,
        title=" ".join(plain(fields.get("title")).split()) or None,
        authors=_authors(fields.get("authors")),
        publisher=next(iter(names_of(fields.get("publisher"))), None),
        published=stated(read_stamp(fields.get("published"))),
        modified=stated(read_stamp(fields.get("modified"))),
    )
    text = fields.get("text")
    if isinstance(text, str):
        refuse_container(text, where)
        if "text" not in _lower(row) and text.lstrip().startswith("<") and looks_like_html(text):
            return read_html(text, where, url=facts.url, facts=facts)
        return read_text(text, where, facts)
    html = fields.get("html")
    if isinstance(html, str):
        return read_html(html, where, url=facts.url, facts=facts)
    known = ", ".join((*_FIELDS["text"][:4], "html"))
    raise ReadingError(where, f"no text in this row; a field of it must be one of {known}")


def _lower(row: Row) -> dict[str, object]:
    return {str(name).strip().lower(): value for name, value in row.items() if name}


def _fields(row: Row) -> dict[str, object]:
    """Return the row's values under our names; of several spellings the first that holds any."""
    given = _lower(row)
    return {
        field: next((given[name] for name in names if _holds(field, given.get(name))), None)
        for field, names in _FIELDS.items()
    }


def _holds(field: str, value: object) -> bool:
    """Return whether a value says something: a text that is no string has another field."""
    if field in {"text", "html"}:
        return isinstance(value, str) and bool(value.strip())
    return value not in (None, "")


def _authors(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return names_in(value)
    return tuple(dict.fromkeys(names_of(value))) if isinstance(value, list | dict) else ()


def read_row_safely(row: object, where: str) -> Found:
    """Return the article of one row, or its problem."""
    if not isinstance(row, Mapping):
        return ReadingError(where, f"a row must be an object with fields, not {row!r:.40}")
    try:
        return read_row(row, where)
    except ReadingError as problem:
        return problem


def read_jsonl(stream: BinaryIO, where: str) -> Iterator[Found]:
    """Yield the article of every line; a bad line is one problem, and empty lines are none."""
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        at = f"{where}:{number}"
        if len(line) > MAX_BYTES:
            yield TooLarge(at, f"a line over {MAX_BYTES:,} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
        elif line.strip():
            yield _read_line(line, at)


def _read_line(line: bytes, at: str) -> Found:
    try:
        row = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        return ReadingError(at, f"not a line of JSON in UTF-8: {problem}")
    return read_row_safely(row, at)


def read_json(data: bytes, where: str) -> Iterator[Found]:
    """Yield the articles of a JSON file: one object, or a list of them."""
    try:
        value = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as problem:
        yield ReadingError(where, f"not JSON in UTF-8: {problem}")
        return
    if isinstance(value, list):
        for number, row in enumerate(value, start=1):
            yield read_row_safely(row, f"{where}:{number}")
    else:
        yield read_row_safely(value, where)


def read_csv(stream: BinaryIO, where: str) -> Iterator[Found]:
    """Yield the article of every row of a CSV file with a header; comma, semicolon or tab."""
    # the module's own limit of 131,072 characters a cell is less than a long report
    csv.field_size_limit(MAX_BYTES)
    # what is not UTF-8 in an English table is nearly always Windows-1252
    text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
    rows = csv.reader(_mended(text), delimiter=",")
    try:
        first = text.readline(100_000)
        if not first.strip():
            yield ReadingError(where, "the table is empty")
            return
        delimiter = max(",;\t", key=first.count)
        header = next(csv.reader([first], delimiter=delimiter))
        rows = csv.reader(_mended(text), delimiter=delimiter)
        for row in rows:
            if row:
                at = f"{where}:{rows.line_num + 1}"
                yield read_row_safely(dict(zip(header, row, strict=False)), at)
    except (csv.Error, UnicodeError, OSError, EOFError) as problem:
        yield ReadingError(f"{where}:{rows.line_num + 1}", f"the table breaks off: {problem}")


def _mended(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line.isascii() or not any("\udc80" <= sign <= "\udcff" for sign in line):
            yield line
        else:
            yield line.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def read_parquet(path: Path, where: str) -> Iterator[Found]:
    """Yield the article of every row of a Parquet file, a batch in memory at a time."""
    # the library takes a third of a second to load: only those who need it wait
    import pyarrow as pa
    import pyarrow.parquet as pq

    known = {name for names in _FIELDS.values() for name in names}
    number = 0
    try:
        with pq.ParquetFile(path) as file:
            names = [name for name in file.schema_arrow.names if name.strip().lower() in known]
            for batch in file.iter_batches(batch_size=_BATCH, columns=names):
                for row in batch.to_pylist():
                    number += 1
                    yield read_row_safely(row, f"{where}:{number}")
    except (pa.ArrowException, OSError, ValueError) as problem:
        yield ReadingError(f"{where}:{number + 1}", f"not a readable Parquet file: {problem}")
