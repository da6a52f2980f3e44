"""`events` and `link`: what several claims are about, and what a person says of that."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly import ontology, views
from reportedly.cli import ink
from reportedly.cli.asking import asked
from reportedly.cli.event_lines import tell_waiting
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import (
    because_option,
    filters,
    format_option,
    store_option,
    who_option,
)
from reportedly.cli.output import Column, write
from reportedly.cli.output import chosen as form_chosen
from reportedly.cli.progress import Meter
from reportedly.desk.phrases import origins_told
from reportedly.desk.wording import days, goods, label, plain
from reportedly.desk.wording import who as told
from reportedly.linking import stored
from reportedly.linking.judged import EventJudgement, event_judgements
from reportedly.records import Decision, Event
from reportedly.store import ClaimFilter, Store


def _when(event: Event) -> str:
    if event.time and (event.time.start or event.time.end):
        return days(event.time.start, event.time.end, "claim")
    return days(event.first_reported, event.first_reported, views.date_basis(event))


def _reports(event: Event) -> str:
    """Return how many reports there are, and of how many origins where those are fewer, or deny."""
    few, denying = len(event.origins), len(event.origins_denying)
    if few == event.reports:
        return f"{event.reports}"
    return f"{event.reports} ({origins_told(few, denying)})"


def _disputed(event: Event) -> str:
    return "; ".join(
        f"{one.field}: {', '.join(told.value for told in one.values)}"
        for one in event.contradictions
    )


COLUMNS = (
    Column("when", _when),
    Column("", lambda event: ink.glyph(event.status, ontology.quad(event.type))),
    Column("who", lambda event: told(event.actors, event.recipients), wide=True),
    Column("code", lambda event: label("event", event.type, event.mode)),
    Column("goods", lambda event: goods(event.goods)),
    Column("reports", _reports),
    Column("disputed", _disputed, wide=True),
)

_JUDGED = (
    Column("made", lambda row: row.made[:16].replace("T", " ")),
    Column("who", lambda row: plain(row.who)),
    Column("verdict", lambda row: row.verdict),
    Column("one", lambda row: row.one),
    Column("other", lambda row: row.other),
    Column("because", lambda row: plain(row.because or ""), wide=True),
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
            write(views.event_rows_told(opened, found), (), "csv", views.EventRow)
        else:
            write(found, COLUMNS, form)


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
@because_option
@who_option
@_store
@click.pass_obj
def confirm(
    given: Path, one: str, other: str, because: str | None, who: str, store: Path | None
) -> None:
    """Say that two claims or events are about one occurrence.

    \b
    Example:
        reportedly link confirm 5f3c… a81d…
    """
    with _open(store or given) as opened:
        _tell(opened, stored.say(opened, one, other, same=True, who=who, because=because))


@link.command()
@click.argument("one")
@click.argument("other", required=False)
@because_option
@who_option
@_store
@click.pass_obj
def split(
    given: Path,
    one: str,
    other: str | None,
    because: str | None,
    who: str,
    store: Path | None,
) -> None:
    """Say that two claims or events are about two occurrences.

    Without OTHER, the claim ONE is about none of what the others of its event are about.

    \b
    Example:
        reportedly link split 5f3c… a81d…
    """
    with _open(store or given) as opened:
        if other is None:
            found = stored.split_off(opened, one, who=who, because=because)
        else:
            found = [stored.say(opened, one, other, same=False, who=who, because=because)]
        for decision in found:
            _tell(opened, decision)


@link.command()
@format_option
@_store
@click.pass_obj
def judgements(given: Path, form: str | None, store: Path | None) -> None:
    """Print what persons judged of events, in order; nothing is ever overwritten.

    \b
    Example:
        reportedly link judgements --format jsonl
    """
    with Store.open(store or given, read_only=True) as opened:
        write(event_judgements(opened), _JUDGED, form, EventJudgement)


def _tell(store: Store, decision: Decision) -> None:
    tell(f"{store.path}: {decision.one} and {decision.other} are {decision.verdict}")


def _open(store: Path) -> Store:
    if not store.is_file():
        Store.open(store, read_only=True).close()  # says what is wrong with the path
    return Store.open(store)
