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
from reportedly.desk.dossier_page import claim_ids, page
from reportedly.desk.names import title
from reportedly.desk.wording import GLYPHS, bargain, bargains, days, goods, label, plain, said, who
from reportedly.records import Claim, Good
from reportedly.store import ClaimFilter, Store
from reportedly.views import ContestedRow, Dossier, LedgerRow, TimelineRow

Row = TimelineRow | LedgerRow | ContestedRow
#: part → its heading; {a} and {b} are the names of the two
PARTS = {
    "did": "What is reported between them",
    "wants_a": "{a} wants",
    "wants_b": "{b} wants",
    "exchanges": "Exchanges",
    "obstacles": "What stands in the way",
    "consequences": "Rules at stake, and what would follow",
    "plans": "Plans",
    "contested": "Contested",
    "reactions": "Reactions of others",
}


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
        click.echo(f"# {markdown(title(found.a))} — {markdown(title(found.b))}")
        for _, heading, rows in _parts(found):
            click.echo(f"\n## {markdown(heading)}\n")
            for row, named in _joined(rows):
                sign, line, more = described(row, named)
                click.echo(f"- {sign} **{markdown(line)}** — {markdown(more)}")
    else:
        _print_text(found)


def _parts(found: Dossier) -> Iterator[tuple[str, str, tuple[Row, ...]]]:
    """Yield (part, heading, rows) of the parts that hold something."""
    for part, heading in PARTS.items():
        if rows := getattr(found, part):
            yield part, heading.format(a=title(found.a), b=title(found.b)), rows


def _joined(rows: tuple[Row, ...]) -> list[tuple[Row, tuple[Good, ...]]]:
    """Return the rows, each with its goods; a deal over several goods is one row."""
    deals = bargains(row for row in rows if isinstance(row, LedgerRow))
    return [*deals, *((row, ()) for row in rows if not isinstance(row, LedgerRow))]


def _print_text(found: Dossier) -> None:
    out = console()
    out.print(Text(f"{plain(title(found.a))} — {plain(title(found.b))}", style="bold underline"))
    empty = True
    for _, heading, rows in _parts(found):
        empty = False
        out.print(Text(f"\n{plain(heading)}", style="bold"))
        for row, named in _joined(rows):
            sign, line, more = described(row, named)
            kind = row.type
            colour = ink.COLOURS[ontology.quad(kind)] if kind else ""
            text = Text(f"{sign} ", style=colour).append(line, style="default not dim")
            out.print(text.append(f"  {more}", style="dim"))
    if empty:
        out.print("nothing found")


def described(row: Row, named: tuple[Good, ...] = ()) -> tuple[str, str, str]:
    """Return a row's sign, what it says in a line, and code, days and voice. named: the goods of
    a deal, when there are more than the row's own."""
    if isinstance(row, ContestedRow):
        sides = [f"{len(row.affirmed)} say so", f"{len(row.denied)} deny it"]
        by = ", ".join(plain(name) for name in row.denied_by)
        return (
            GLYPHS["negated"],
            f"{row.type} ({row.direction})",
            " · ".join([*sides, *([f"denied by {by}"] if by else [])]),
        )
    when = days(row.day_from, row.day_to, row.dated)
    code = label(row.kind, row.type, row.mode)
    voice = said(row.voices, row.status)
    if isinstance(row, LedgerRow):
        line = bargain(row, named or (row.good,))
    else:
        line = f"{who(row.actors, row.recipients)} · {plain(row.content or row.trigger)}"
        code = " · ".join(part for part in (code, goods(row.goods)) if part)
    return GLYPHS[row.status], line, " · ".join(part for part in (code, when, voice) if part)


def _print_csv(found: Dossier) -> None:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_ALL)
    writer.writerow(("part", "status", "what", "details", "sentence", "claim", "article"))
    for part, _, rows in _parts(found):
        for row in rows:
            _, line, more = described(row)
            if isinstance(row, ContestedRow):
                ids = " ".join((*row.affirmed, *row.denied))
                writer.writerow((part, "", line, more, "", ids, ""))
            else:
                cells = (row.status, line, more, row.sentence, row.claim, row.article)
                writer.writerow((part, *cells))
    stdout().write(buffer.getvalue().encode("utf-8"))
