"""Rows to standard output: a table, JSON lines, CSV, or Markdown."""

from __future__ import annotations

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
    from rich.table import Table
    from rich.text import Text

#: characters: no row of a table is as long
_ENDLESS = 1_000_000
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


def write(
    rows: Iterable[Struct],
    columns: Sequence[Column],
    form: str | None,
    kind: type[Struct] | None = None,
) -> None:
    """Print the rows. JSON lines hold every field of a row as it is, CSV every field flat, tables
    and Markdown the columns.

    kind: of the rows, so that CSV has its line of names even where there is no row.
    """
    form = chosen(form)
    if form == "jsonl":
        write_json(rows)
    elif form == "csv":
        from reportedly.exporting.flat import to_flat_csv  # here: it needs the store's room

        to_flat_csv(rows, stdout(), kind)
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


def _write_table(rows: Iterable[Struct], columns: Sequence[Column]) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    piped = not sys.stdout.isatty()
    for column in columns:
        wide = 1 if column.wide and not piped else None
        table.add_column(column.head, ratio=wide, overflow="fold", no_wrap=piped)
    for row in rows:
        table.add_row(*(_text(column.show(row)) for column in columns))
    if not table.row_count:
        console().print("nothing found")
    elif piped:
        _print_lines(table)
    else:
        console().print(table)


def _print_lines(table: Table) -> None:
    """Print a table for other programs: a line a row, however long, and no blanks at its end."""
    out = console()
    out.width = _ENDLESS
    with out.capture() as printed:
        out.print(table)
    for line in printed.get().splitlines():
        click.echo(line.rstrip())


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
