"""What people ask of a store: timeline, dossier, ledger, sources, claims."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly import ontology, views
from reportedly.cli import ink
from reportedly.cli.asking import asked
from reportedly.cli.dossiers import dossier_html, print_dossier
from reportedly.cli.inputs import tell
from reportedly.cli.options import filters, format_option, store_option
from reportedly.cli.output import Column, stdout, write, write_json
from reportedly.cli.output import chosen as form_chosen
from reportedly.desk.names import term
from reportedly.desk.wording import days, good, goods, label, parties, said, who
from reportedly.exporting import to_csv
from reportedly.store import ClaimFilter, Store

TIMELINE_COLUMNS = (
    Column("when", lambda row: days(row.day_from, row.day_to, row.dated)),
    Column("", lambda row: ink.glyph(row.status, _quad(row.type))),
    Column("who", lambda row: who(row.actors, row.recipients), wide=True),
    Column("what", lambda row: row.content or row.trigger, wide=True),
    Column("code", lambda row: label(row.kind, row.type, row.mode)),
    Column("goods", lambda row: goods(row.goods)),
    Column("voice", lambda row: said(row.voices, row.status), wide=True),
)
_LEDGER_COLUMNS = (
    Column("when", lambda row: days(row.day_from, row.day_to, row.dated)),
    Column("from", lambda row: parties(row.givers) or "(not named)", wide=True),
    Column("deal", lambda row: row.deal),
    Column("to", lambda row: parties(row.receivers) or "(not named)", wide=True),
    Column("good", lambda row: good(row.good), wide=True),
    Column("voice", lambda row: said(row.voices, row.status), wide=True),
)
_SOURCE_COLUMNS = (
    Column("claims", lambda row: str(row.claims)),
    Column("articles", lambda row: str(row.articles)),
    Column("voice", lambda row: _source(row), wide=True),
    Column("country", lambda row: row.country or ""),
    Column("sector", lambda row: row.sector or ""),
    Column("about", lambda row: row.about or ""),
    Column("says", lambda row: row.type or row.kind),
)


def _source(row: views.SourceRow) -> str:
    """Return the name of the voice; a voice that the text hides has none, yet is no article."""
    return row.voice or ("(the articles themselves)" if row.named is None else "(not named)")


def _quad(type: str | None) -> int | None:
    return ontology.quad(type) if type else None


@click.command()
@store_option
@format_option
@filters()
def timeline(store: Path, form: str | None, chosen: ClaimFilter) -> None:
    """Print claims by the time that the text gives, else by day of publication.

    \b
    Example:
        reportedly timeline --party "North Korea" --from 2023-07-01 --status happened
    """
    with asked(store, chosen) as opened:
        write(views.timeline(opened, chosen), TIMELINE_COLUMNS, form)


@click.command()
@store_option
@format_option
@filters()
def ledger(store: Path, form: str | None, chosen: ClaimFilter) -> None:
    """Print who gives, offers, seeks, promises, withholds or denies which goods to whom.

    \b
    Example:
        reportedly ledger --good arms --format csv > arms.csv
    """
    with asked(store, chosen) as opened:
        write(views.ledger(opened, chosen), _LEDGER_COLUMNS, form)


@click.command()
@store_option
@format_option
@filters()
def sources(store: Path, form: str | None, chosen: ClaimFilter) -> None:
    """Print who says how often what about whom, the most frequent first.

    \b
    Example:
        reportedly sources --voice any --party Russia
    """
    with asked(store, chosen) as opened:
        write(views.sources(opened, chosen), _SOURCE_COLUMNS, form)


@click.command()
@store_option
@format_option
@filters(comments=True)
def claims(store: Path, form: str | None, chosen: ClaimFilter) -> None:
    """Print stored claims, whole; the formats are those of `code`.

    What readers wrote in comments is left out unless --include-comments asks for it.

    \b
    Example:
        reportedly claims --type AID --status negated --voice any
    """
    with asked(store, chosen) as opened:
        _print_claims(opened, chosen, form)


def _print_claims(store: Store, wanted: ClaimFilter, form: str | None) -> None:
    found = store.claims(wanted)
    form = form_chosen(form)
    if form == "jsonl":
        write_json(found)
    elif form == "csv":
        to_csv(found, store.article, stdout())
    elif form == "md":
        for line in ink.markdown_lines(found):
            click.echo(line)
    else:
        ink.print_cards(None, found)


@click.command()
@click.argument("a")
@click.argument("b")
@store_option
@format_option
@filters()
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write one HTML page that needs nothing else; - for standard output.",
)
def dossier(
    a: str, b: str, store: Path, form: str | None, chosen: ClaimFilter, html: Path | None
) -> None:
    """Print all that the store knows of A and B, one line a matter: what happened, is planned, is
    alleged or denied; wants, exchanges, obstacles, rules at stake, reactions, what is contested.

    A and B are country names or codes, actor ids, or parts of names.

    \b
    Example:
        reportedly dossier Russia "North Korea" --html dossier.html
    """
    with asked(store, chosen, *(ClaimFilter(party=term(side)) for side in (a, b))) as opened:
        found = views.dossier(opened, term(a), term(b), chosen)
        if html is None:
            print_dossier(found, form)
            return
        page = dossier_html(opened, found)
    if str(html) == "-":
        click.echo(page, nl=False)
    else:
        html.write_text(page, encoding="utf-8")
        tell(f"{html} written")
