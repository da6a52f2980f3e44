"""`map`, `network` and `series`: events for programs that draw and count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from reportedly import views
from reportedly.cli.asking import asked
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import filters, format_option, store_option
from reportedly.cli.output import Column, stdout, write
from reportedly.exporting.destination import Destination, ExportCounts
from reportedly.exporting.shapes import to_geojson, to_graphml
from reportedly.records import Event
from reportedly.store import ClaimFilter
from reportedly.views import EventSeriesRow

#: how long the longest bar of a table is
_BAR = 18

_destination = click.argument(
    "destination", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True)
)


@click.command("map")
@_destination
@store_option
@filters()
def map(destination: Path, store: Path, chosen: ClaimFilter) -> None:
    """Write events that have coordinates to DESTINATION (- for standard output) as GeoJSON.

    The properties of each point are those of `events --format csv`.

    \b
    Example:
        reportedly map events.geojson --type ASSAULT
    """
    _write(destination, store, chosen, to_geojson)


@click.command()
@_destination
@store_option
@filters()
def network(destination: Path, store: Path, chosen: ClaimFilter) -> None:
    """Write who does what to whom to DESTINATION (- for standard output) as GraphML.

    A node is a party, an edge a type of event from the one to the other, with the number of events,
    how many happened and are contested, and the first and last day of a report.

    \b
    Example:
        reportedly network ties.graphml --from 2023-01-01
    """
    _write(destination, store, chosen, to_graphml)


def _write(
    destination: Path,
    store: Path,
    chosen: ClaimFilter,
    shape: Callable[[Iterator[Event], Destination], ExportCounts],
) -> None:
    to: Destination = stdout() if str(destination) == "-" else destination
    with asked(store, chosen) as opened:
        done = shape(views.events(opened, chosen), to)
    tell(f"{destination}: {count(done.written, 'event')} written")
    for reason, number in done.left_out.items():
        tell(f"  {number:,} left out: {reason}")


@click.command()
@click.option(
    "--every",
    type=click.Choice(["day", "week", "month"]),
    default="week",
    show_default=True,
    help="How long a span is; weeks begin on Monday.",
)
@click.option(
    "--by",
    type=click.Choice(["all", "type", "status", "dyad"]),
    default="all",
    show_default=True,
    help="What is told apart.",
)
@store_option
@format_option
@filters()
def series(every: str, by: str, store: Path, form: str | None, chosen: ClaimFilter) -> None:
    """Print how many events there are a week, by type, status or dyad; a table shows them as bars.

    An event lies on the first day that its texts give, else on that of its first report; how many
    are placed by their report alone is counted.

    \b
    Example:
        reportedly series --party Russia --every month --by type --format csv > series.csv
    """
    with asked(store, chosen) as opened:
        rows = views.event_series(opened, chosen, every=every, by=by)
    most = max((row.events for row in rows), default=1)
    write(rows, _columns(most), form)


def _columns(most: int) -> tuple[Column, ...]:
    def bar(row: EventSeriesRow) -> str:
        return "█" * max(1, round(_BAR * row.events / most))

    return (
        Column("from", lambda row: row.start),
        Column("group", lambda row: row.group),
        Column("events", lambda row: str(row.events)),
        Column("", bar),
        Column("happened", lambda row: str(row.happened)),
        Column("reports", lambda row: str(row.reports)),
        Column("by report only", lambda row: str(row.published)),
    )
