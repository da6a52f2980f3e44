"""`claims` and `dossier`: every stored claim, and all that is known of two parties."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly import views
from reportedly.cli import ink
from reportedly.cli.asking import asked
from reportedly.cli.dossiers import dossier_html, print_dossier
from reportedly.cli.inputs import tell
from reportedly.cli.options import filters, format_option, store_option
from reportedly.cli.output import chosen as form_chosen
from reportedly.cli.output import stdout, write_json
from reportedly.desk.names import term
from reportedly.exporting import to_csv
from reportedly.store import ClaimFilter, Store


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
