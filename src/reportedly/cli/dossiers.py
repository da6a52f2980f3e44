"""A dossier on the terminal, as JSON, CSV or Markdown, and as a page."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import click
from rich.text import Text

from reportedly import ontology
from reportedly.cli import ink
from reportedly.cli.output import chosen, console, markdown, stdout, write_json
from reportedly.cli.time_axis import axis
from reportedly.desk import matters
from reportedly.desk.dossier_page import claim_ids, page
from reportedly.desk.names import title
from reportedly.desk.wording import GLYPHS, plain
from reportedly.records import Claim
from reportedly.store import ClaimFilter, Store
from reportedly.views import ContestedRow, Dossier, ExchangeRow, Matter

Row = Matter | ExchangeRow | ContestedRow
_NOTE = "A claim is what a text says, not what is so. Readers’ comments are left out."


def dossier_html(store: Store, found: Dossier) -> str:
    """Return the dossier as one page, each row with its highlighted sentence."""
    ids = tuple(claim_ids(found))
    claims: dict[str, Claim] = {}
    if ids:
        claims = {claim.id: claim for claim in store.claims(ClaimFilter(ids=ids))}
    return page(found, claims, title(found.a), title(found.b))


def print_dossier(found: Dossier, form: str | None) -> None:
    """Print the dossier: one JSON object, CSV with a part a line, Markdown, or coloured text."""
    form = chosen(form)
    if form == "jsonl":
        write_json([found])
    elif form == "csv":
        _print_csv(found)
    elif form == "md":
        for line in markdown_lines(found):
            click.echo(line)
    else:
        _print_text(found)


def markdown_lines(found: Dossier) -> Iterator[str]:
    """Yield the dossier as Markdown; lines are numbered, so that one can point at another."""
    a, b, at = title(found.a), title(found.b), matters.numbers(found)
    yield f"# {markdown(a)} — {markdown(b)}"
    if not any(True for _ in _parts(found)):
        yield "\nnothing found"
        return
    only = matters.only_source(found)
    yield f"\n{matters.extent(found)}. {_NOTE}"
    if only:
        yield f"\nAll of it is from: {markdown(only)}"
    if drawn := axis(found, at):
        yield "\n```text"
        yield from drawn
        yield "```"
    for part, heading, rows in _parts(found):
        yield f"\n## {markdown(heading)}\n"
        for row in rows:
            sign, head, more = described(part, row, found, at)
            number = f"{at[row.claim]}." if isinstance(row, Matter) else "-"
            yield f"{number} {sign} **{markdown(head)}** — {markdown(' · '.join(more))}".rstrip(
                " —"
            )
            for words, where in _quoted(row):
                yield f"   {markdown(words)}" + (f" ({markdown(where)})" if where != only else "")


def _quoted(row: Row) -> Iterator[tuple[str, str]]:
    """Yield the sentences of a row, each with where it was read."""
    if isinstance(row, Matter):
        yield f"“{plain(row.sentence)}”", matters.source(row)
    elif isinstance(row, ContestedRow):
        for one in row.against:
            yield f"{matters.denial(one)}: “{plain(one.sentence)}”", matters.source(one)


def _parts(found: Dossier) -> Iterator[tuple[str, str, tuple[Row, ...]]]:
    """Yield (part, heading, rows) of the parts that hold something."""
    for part, heading in matters.PARTS.items():
        if rows := getattr(found, part):
            yield part, heading.format(a=title(found.a), b=title(found.b)), rows


def _print_text(found: Dossier) -> None:
    out = console()
    at = matters.numbers(found)
    names = f"{plain(title(found.a))} — {plain(title(found.b))}"
    out.print(Text(names, style="bold underline"))
    empty = True
    for part, heading, rows in _parts(found):
        if empty:
            out.print(Text(f"{matters.extent(found)}. {_NOTE}", style="dim"))
            for line in axis(found, at):
                out.print(Text(line, no_wrap=True))
        empty = False
        out.print(Text(f"\n{plain(heading)}", style="bold"))
        for row in rows:
            out.print(_text(part, row, found, at))
    if empty:
        out.print("nothing found")


def _text(part: str, row: Row, found: Dossier, at: dict[str, int]) -> Text:
    """Return a line with its sentence below it."""
    sign, head, more = described(part, row, found, at)
    colour = ink.COLOURS[ontology.quad(row.type)] if row.type else ""
    number = f"{at[row.claim]:>3} " if isinstance(row, Matter) else "    "
    text = Text(number, style="dim").append(f"{sign} ", style=colour or "default not dim")
    text.append(head, style="default not dim").append(f"  {' · '.join(more)}", style="dim")
    for words, where in _quoted(row):
        text.append(f"\n      {words} {where}", style="dim italic")
    return text


def described(
    part: str, row: Row, found: Dossier, at: dict[str, int]
) -> tuple[str, str, tuple[str, ...]]:
    """Return a row's sign, what it says in a line, and what stands beside it."""
    a, b = title(found.a), title(found.b)
    if isinstance(row, ContestedRow):
        line, more = matters.contested(row, at)
        head = " ".join(word for word in (row.type or "", matters.way(row.direction, a, b)) if word)
        return GLYPHS["negated"], f"{line}: {head}" if line else head, (more,)
    if isinstance(row, ExchangeRow):
        return GLYPHS[row.status], plain(matters.exchanged(row, a, b)), matters.deals(row, at)
    return GLYPHS[row.status], plain(matters.lead(row, part)), matters.beside(row, at)


def _print_csv(found: Dossier) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    at = matters.numbers(found)
    writer.writerow(("part", "status", "what", "details", "sentence", "claim", "article", "claims"))
    for part, _, rows in _parts(found):
        for row in rows:
            _, line, more = described(part, row, found, at)
            details = " · ".join(more)
            if isinstance(row, ContestedRow):
                ids = " ".join((*row.affirmed, *row.denied))
                writer.writerow((part, "", line, details, "", row.claim, "", ids))
            else:
                cells = (row.status, line, details, row.sentence, row.claim, row.article)
                writer.writerow((part, *cells, " ".join(row.claims)))
    stdout().write(buffer.getvalue().encode("utf-8"))
