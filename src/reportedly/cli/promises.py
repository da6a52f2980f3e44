"""`promises`: what was announced or planned, and what became of it."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly import views
from reportedly.cli.asking import asked
from reportedly.cli.options import filters, format_option, store_option
from reportedly.cli.output import Column, write
from reportedly.desk.wording import days, plain
from reportedly.store import ClaimFilter
from reportedly.views import FollowThrough, Outcome, PromiseRow


def _who(row: PromiseRow) -> str:
    to = f" → {plain(row.recipients)}" if row.recipients else ""
    return f"{plain(row.actors) or '(not named)'}{to}"


def _due(row: PromiseRow) -> str:
    return days(row.due_from, row.due_to, "claim") if row.due_from or row.due_to else ""


def _late(row: PromiseRow) -> str:
    return "" if row.days_late is None else f"{row.days_late:+d} days"


def _share(row: FollowThrough) -> str:
    if row.share is None:
        return ""
    told = f"{row.kept} of {row.settled} due"
    if row.overdue:
        told += f", {row.overdue} never reported"
    return f"{told} ({row.low:.0%}–{row.high:.0%})"


_COLUMNS = (
    Column("reported", lambda row: row.announced or ""),
    Column("who", _who, wide=True),
    Column("what", lambda row: " ".join(filter(None, (row.type, row.mode)))),
    Column("good", lambda row: row.good or "", wide=True),
    Column("due", _due),
    Column("outcome", lambda row: row.outcome),
    Column("when", lambda row: row.outcome_when or ""),
    Column("late", _late),
)
_BY_COLUMNS = (
    Column("by", lambda row: row.by, wide=True),
    Column("plans", lambda row: str(row.plans)),
    Column("kept", lambda row: str(row.kept)),
    Column("denied", lambda row: str(row.denied)),
    Column("cancelled", lambda row: str(row.cancelled)),
    Column("postponed", lambda row: str(row.postponed)),
    Column("overdue", lambda row: str(row.overdue)),
    Column("open", lambda row: str(row.open)),
    Column("kept of those due", _share),
)


@click.command()
@click.option(
    "--by",
    type=click.Choice(["event", "actor", "type"]),
    default="event",
    show_default=True,
    help="Every plan; or how often those of an actor or of a type are kept.",
)
@click.option(
    "--outcome",
    "outcomes",
    type=click.Choice([str(one) for one in Outcome]),
    multiple=True,
    help="Only plans of which that became. Repeatable.",
)
@click.option(
    "--as-of",
    metavar="DATE",
    help="The day up to which the store knows.  [default: the last day of publication in it]",
)
@store_option
@format_option
@filters(events=True)
def promises(
    by: str,
    outcomes: tuple[str, ...],
    as_of: str | None,
    store: Path,
    form: str | None,
    chosen: ClaimFilter,
    origins: int,
) -> None:
    """Print what was announced or planned and what became of it, as far as it was reported.

    Kept, denied, cancelled, postponed; overdue when its day is past and nothing more was reported;
    else open. The share that is kept comes with its 95 % interval.

    \b
    Example:
        reportedly promises --type AID --outcome overdue
        reportedly promises --by actor
    """
    with asked(store, chosen) as opened:
        rows = views.promises(opened, chosen, as_of=as_of, origins=origins)
        found = (row for row in rows if not outcomes or row.outcome in outcomes)
        if by == "event":
            write(found, _COLUMNS, form, PromiseRow)
        else:
            write(views.follow_through(found, by), _BY_COLUMNS, form, FollowThrough)
