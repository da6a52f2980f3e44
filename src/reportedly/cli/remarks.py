"""`reportedly comments`: what readers wrote under the articles, kept apart from reports."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import click

from reportedly import lexicons as lexicon_room
from reportedly import views
from reportedly.cli.asking import tell_unknown
from reportedly.cli.inputs import tell
from reportedly.cli.options import format_option, lexicon_option, store_option
from reportedly.cli.output import Column, write
from reportedly.desk.names import term
from reportedly.desk.phrases import moment
from reportedly.desk.remarks import asks, spoken_of, stances
from reportedly.desk.wording import plain
from reportedly.lexicons.terms import STANCES
from reportedly.store import ClaimFilter, Store

_COLUMNS = (
    Column("when", lambda row: moment(row.time) or "undated"),
    Column("reader", lambda row: plain(row.author or "somebody")),
    Column("stance", lambda row: stances(row), wide=True),
    Column("asks", lambda row: asks(row), wide=True),
    Column("of", lambda row: spoken_of(row), wide=True),
    Column("comment", lambda row: plain(row.text), wide=True),
)


@click.command()
@store_option
@format_option
@lexicon_option
@click.option("--article", metavar="ID", help="Of this article only.")
@click.option(
    "--stance",
    type=click.Choice([one for one in STANCES if one != "negation"]),
    help="Only those that show it.",
)
@click.option("--party", metavar="WHO", help="Only those that speak of somebody: name or code.")
def comments(
    store: Path,
    form: str | None,
    lexicons: tuple[Path, ...],
    article: str | None,
    stance: str | None,
    party: str | None,
) -> None:
    """Print readers' comments: who, when, what they ask, where they stand, of whom they speak.

    A comment is no report: nothing else counts it.

    \b
    Example:
        reportedly comments --stance alarm --party Japan
    """
    loaded = lexicon_room.load(lexicons) if lexicons else None
    who = term(party) if party else None
    with Store.open(store, read_only=True) as opened:
        found = views.comments(opened, article=article, stance=stance, party=who, lexicons=loaded)
        first = next(found, None)
        if first is None:
            _tell_why(opened, article, who)
        write(found if first is None else chain((first,), found), _COLUMNS, form)


def _tell_why(store: Store, article: str | None, who: str | None) -> None:
    """Say what of the question the store does not know at all."""
    if article and store.article(article) is None:
        tell(f"no article {article!r} in this store")
    if who:
        tell_unknown(store, ClaimFilter(party=who))
