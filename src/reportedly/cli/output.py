"""Rows to standard output: a table, JSON lines, CSV, or Markdown."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import click
import msgspec
from msgspec import Struct
from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.desk.wording import plain

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|#])")


class Column(NamedTuple):
    """A column of a table: its head, what it shows of a row, whether it may grow."""

    head: str
    show: Callable[[Any], str | Text]
    wide: bool = False


def chosen(form: str | None) -> str:
    """Return the format: as asked for, else table on a terminal and jsonl when piped."""
    return form or ("table" if sys.stdout.isatty() else "jsonl")


def console() -> Console:
    """Return a console on standard output that takes no text for markup."""
    return Console(markup=False, emoji=False, highlight=False)


def write(rows: Iterable[Struct], columns: Sequence[Column], form: str | None) -> int:
    """Print the rows and return their number. JSON lines and CSV hold every field of a row,
    tables and Markdown the columns."""
    form = chosen(form)
    if form == "jsonl":
        return write_json(rows)
    if form == "csv":
        return _write_csv(rows)
    if form == "md":
        return _write_markdown(rows, columns)
    return _write_table(rows, columns)


def write_json(records: Iterable[object]) -> int:
    """Print each record as one line of JSON; return their number."""
    stream = click.get_binary_stream("stdout")
    encoder, number = msgspec.json.Encoder(), 0
    for number, record in enumerate(records, 1):
        stream.write(encoder.encode(record) + b"\n")
    stream.flush()
    return number


def _write_csv(rows: Iterable[Struct]) -> int:
    """Print the rows under their field names; nested fields are JSON, null is an empty cell."""
    buffer = io.StringIO(newline="")
    writer, number = csv.writer(buffer, quoting=csv.QUOTE_ALL), 0
    stream = click.get_binary_stream("stdout")
    for number, row in enumerate(rows, 1):
        if number == 1:
            writer.writerow(row.__struct_fields__)
        writer.writerow([_cell(getattr(row, name)) for name in row.__struct_fields__])
        stream.write(buffer.getvalue().encode("utf-8"))
        buffer.seek(0)
        buffer.truncate()
    stream.flush()
    return number


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode("utf-8")


def _write_table(rows: Iterable[Struct], columns: Sequence[Column]) -> int:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column.head, ratio=1 if column.wide else None, overflow="fold")
    number = 0
    for number, row in enumerate(rows, 1):
        table.add_row(*(_text(column.show(row)) for column in columns))
    console().print(table if number else "nothing found")
    return number


def _text(shown: str | Text) -> Text:
    return shown if isinstance(shown, Text) else Text(plain(shown))


def _write_markdown(rows: Iterable[Struct], columns: Sequence[Column]) -> int:
    click.echo("| " + " | ".join(column.head for column in columns) + " |")
    click.echo("|" + "---|" * len(columns))
    number = 0
    for number, row in enumerate(rows, 1):
        cells = (markdown(str(column.show(row))) for column in columns)
        click.echo("| " + " | ".join(cells) + " |")
    return number


def markdown(text: str) -> str:
    """Return text as one line of Markdown that means nothing but itself."""
    return _MARKDOWN.sub(r"\\\1", plain(text))
