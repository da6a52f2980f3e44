"""Rows to standard output: a table, JSON lines, CSV, or Markdown."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

import click
import msgspec
from msgspec import Struct

from reportedly.desk.wording import plain

if TYPE_CHECKING:  # only tables need it
    from rich.console import Console
    from rich.text import Text

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
    from rich.console import Console

    return Console(markup=False, emoji=False, highlight=False)


def stdout() -> BinaryIO:
    """Return standard output for bytes."""
    return sys.stdout.buffer


def write(rows: Iterable[Struct], columns: Sequence[Column], form: str | None) -> None:
    """Print the rows. JSON lines and CSV hold every field of a row, tables and Markdown the
    columns."""
    form = chosen(form)
    if form == "jsonl":
        write_json(rows)
    elif form == "csv":
        _write_csv(rows)
    elif form == "md":
        _write_markdown(rows, columns)
    else:
        _write_table(rows, columns)


def write_json(records: Iterable[object]) -> None:
    """Print each record as one line of JSON."""
    stream, encoder = stdout(), msgspec.json.Encoder()
    for record in records:
        stream.write(encoder.encode(record) + b"\n")
    stream.flush()


def _write_csv(rows: Iterable[Struct]) -> None:
    """Print the rows under their field names; nested fields are JSON, null is an empty cell."""
    buffer = io.StringIO(newline="")
    writer, stream = csv.writer(buffer, quoting=csv.QUOTE_ALL), stdout()
    for number, row in enumerate(rows):
        if number == 0:
            writer.writerow(row.__struct_fields__)
        writer.writerow([_cell(getattr(row, name)) for name in row.__struct_fields__])
        stream.write(buffer.getvalue().encode("utf-8"))
        buffer.seek(0)
        buffer.truncate()
    stream.flush()


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else msgspec.json.encode(value).decode("utf-8")


def _write_table(rows: Iterable[Struct], columns: Sequence[Column]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column.head, ratio=1 if column.wide else None, overflow="fold")
    for row in rows:
        table.add_row(*(_text(column.show(row)) for column in columns))
    console().print(table if table.row_count else "nothing found")


def _text(shown: str | Text) -> Text:
    from rich.text import Text

    return shown if isinstance(shown, Text) else Text(plain(shown))


def _write_markdown(rows: Iterable[Struct], columns: Sequence[Column]) -> None:
    click.echo("| " + " | ".join(column.head for column in columns) + " |")
    click.echo("|" + "---|" * len(columns))
    for row in rows:
        cells = (markdown(str(column.show(row))) for column in columns)
        click.echo("| " + " | ".join(cells) + " |")


def markdown(text: str) -> str:
    """Return text as one line of Markdown that means nothing but itself."""
    return _MARKDOWN.sub(r"\\\1", plain(text))
