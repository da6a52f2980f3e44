"""`drift`: what copies changed of the reports that they copy."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly import views
from reportedly.cli.asking import asked
from reportedly.cli.options import filters, format_option, store_option
from reportedly.cli.output import Column, write
from reportedly.store import ClaimFilter
from reportedly.views import DriftRow, OutletDrift


def _outlet(name: str | None) -> str:
    return name or "(not known)"


def _from(row: DriftRow) -> str:
    return f"{_outlet(row.outlet)}, from {_outlet(row.from_outlet)}"


def _kinds(row: OutletDrift) -> str:
    return ", ".join(f"{kind} {number}" for kind, number in row.kinds.items())


_COLUMNS = (
    Column("day", lambda row: (row.published or "")[:10]),
    Column("outlet", _from, wide=True),
    Column("change", lambda row: row.change),
    Column("was", lambda row: row.was or "–", wide=True),
    Column("now", lambda row: row.now or "–", wide=True),
    Column("sentence", lambda row: row.sentence or "", wide=True),
)
_OUTLET_COLUMNS = (
    Column("outlet", lambda row: _outlet(row.outlet), wide=True),
    Column("copies", lambda row: str(row.copies)),
    Column("faithful", lambda row: str(row.faithful)),
    Column("changes", lambda row: str(row.changes)),
    Column("kinds", _kinds, wide=True),
)


@click.command()
@click.option(
    "--by",
    type=click.Choice(["event", "outlet"]),
    default="event",
    show_default=True,
    help="Every change, event by event; or how often each outlet copied and what it changed.",
)
@store_option
@format_option
@filters(events=True)
def drift(by: str, store: Path, form: str | None, chosen: ClaimFilter, origins: int) -> None:
    """Print what copies changed of the reports that they copy, claim by claim.

    A voice that was dropped or exchanged, a possibility that became a fact, another number, actor,
    recipient or day, a denial that was left out or added. The filters choose the events.

    \b
    Example:
        reportedly drift --party Serbia
        reportedly drift --by outlet --format csv
    """
    with asked(store, chosen) as opened:
        if by == "outlet":
            found = views.outlet_drift(opened, chosen, origins=origins)
            write(found, _OUTLET_COLUMNS, form, OutletDrift)
        else:
            write(views.drift(opened, chosen, origins=origins), _COLUMNS, form, DriftRow)
