"""`events` and `link`: what several claims are about, and what a person says of that."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly import ontology, views
from reportedly.cli import ink
from reportedly.cli.asking import asked
from reportedly.cli.event_lines import tell_waiting
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import filters, format_option, store_option
from reportedly.cli.output import Column, write
from reportedly.cli.output import chosen as form_chosen
from reportedly.cli.progress import Meter
from reportedly.desk.wording import days, goods, label, who
from reportedly.linking import stored
from reportedly.records import Event
from reportedly.store import ClaimFilter, Store


def _when(event: Event) -> str:
    if event.time and (event.time.start or event.time.end):
        return days(event.time.start, event.time.end, "claim")
    return days(event.first_reported, event.first_reported, views.date_basis(event))


def _reports(event: Event) -> str:
    """Return how many reports there are, and of how many origins where those are fewer."""
    few = len(event.origins)
    return (
        f"{event.reports}" if few == event.reports else f"{event.reports} ({count(few, 'origin')})"
    )


def _disputed(event: Event) -> str:
    return "; ".join(
        f"{one.field}: {', '.join(told.value for told in one.values)}"
        for one in event.contradictions
    )


_COLUMNS = (
    Column("when", _when),
    Column("", lambda event: ink.glyph(event.status, ontology.quad(event.type))),
    Column("who", lambda event: who(event.actors, event.recipients), wide=True),
    Column("code", lambda event: label("event", event.type, event.mode)),
    Column("goods", lambda event: goods(event.goods)),
    Column("reports", _reports),
    Column("disputed", _disputed, wide=True),
)


@click.command()
@store_option
@format_option
@filters(events=True)
def events(store: Path, form: str | None, chosen: ClaimFilter, origins: int) -> None:
    """Print events: claims of one or many articles that are about one occurrence.

    An event is printed when one of its claims is chosen; --status asks for the event's own, the
    strongest. JSON lines hold it whole, with every report, its origin, and the decisions that
    joined the claims; CSV is flat, a value a cell.

    \b
    Example:
        reportedly events --party Russia --origins 2 --format csv > events.csv
    """
    with asked(store, chosen) as opened:
        tell_waiting(opened)
        found = views.events(opened, chosen, origins=origins)
        if form_chosen(form) == "csv":
            write(map(views.event_row, found), (), "csv", views.EventRow)
        else:
            write(found, _COLUMNS, form)


@click.group(invoke_without_command=True)
@store_option
@click.pass_context
def link(context: click.Context, store: Path) -> None:
    """Link the claims of articles that are not linked yet; `add` and `recode` do it by themselves.

    A person's word on two claims, or on two events by their first claims, is kept beside the
    scores and is never undone by one.

    \b
    Example:
        reportedly link
        reportedly link confirm 5f3c… a81d…
        reportedly link split 5f3c… a81d…
    """
    context.obj = store
    if context.invoked_subcommand is None:
        with _open(store) as opened:
            update(opened)


def update(opened: Store) -> None:
    """Link what is not linked yet, and tell how much that was."""
    if waiting := stored.pending(opened):
        with Meter("linking", total=waiting) as meter:
            done = stored.update(opened, lambda number: meter.step(0, inputs=number))
        tell(f"{opened.path}: {count(done, 'article')} linked")


_store = click.option(
    "--store",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="PATH",
    help="The store; else the one given to `link`.",
)


@link.command()
@click.argument("one")
@click.argument("other")
@_store
@click.pass_obj
def confirm(given: Path, one: str, other: str, store: Path | None) -> None:
    """Say that two claims or events are about one occurrence.

    \b
    Example:
        reportedly link confirm 5f3c… a81d…
    """
    _say(store or given, one, other, same=True)


@link.command()
@click.argument("one")
@click.argument("other")
@_store
@click.pass_obj
def split(given: Path, one: str, other: str, store: Path | None) -> None:
    """Say that two claims or events are about two occurrences.

    \b
    Example:
        reportedly link split 5f3c… a81d…
    """
    _say(store or given, one, other, same=False)


def _say(store: Path, one: str, other: str, *, same: bool) -> None:
    with _open(store) as opened:
        decision = stored.say(opened, one, other, same=same)
    tell(f"{store}: {decision.one} and {decision.other} are {decision.verdict}")


def _open(store: Path) -> Store:
    if not store.is_file():
        Store.open(store, read_only=True).close()  # says what is wrong with the path
    return Store.open(store)
