"""`map`, `network` and `series`: events for programs that draw and count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from reportedly import views
from reportedly.cli.asking import asked
from reportedly.cli.event_lines import tell_waiting
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import filters, format_option, store_option
from reportedly.cli.output import Column, stdout, write
from reportedly.exporting.destination import Destination, ExportCounts
from reportedly.exporting.networks import to_gexf, to_graphml
from reportedly.exporting.plot import to_svg
from reportedly.exporting.shapes import to_geojson
from reportedly.records import Event
from reportedly.store import ClaimFilter, Store
from reportedly.views import EventSeriesRow

#: how long the longest bar of a table is
_BAR = 18

_destination = click.argument(
    "destination", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True)
)


@click.command("map")
@_destination
@store_option
@filters(events=True)
def map(destination: Path, store: Path, chosen: ClaimFilter, origins: int) -> None:
    """Write events that have coordinates to DESTINATION (- for standard output) as GeoJSON.

    The properties of each point are those of `events --format csv`.

    \b
    Example:
        reportedly map events.geojson --type ASSAULT
    """
    _write(destination, store, chosen, origins, lambda found, to, of: to_geojson(found, to, of))


@click.command()
@_destination
@click.option(
    "--as",
    "shape",
    type=click.Choice(["graphml", "gexf"]),
    help="What to write.  [default: gexf where DESTINATION ends so, else graphml]",
)
@store_option
@filters(events=True)
def network(
    destination: Path, shape: str | None, store: Path, chosen: ClaimFilter, origins: int
) -> None:
    """Write who does what to whom to DESTINATION (- for standard output) as GraphML or GEXF.

    A node is a party, an edge a type of event from the one to the other, with the number of events,
    how many happened and are contested, and the first and last day of a report.

    \b
    Example:
        reportedly network ties.graphml --from 2023-01-01
        reportedly network ties.gexf --origins 2
    """
    shape = shape or ("gexf" if destination.suffix.lower() == ".gexf" else "graphml")
    drawn = to_gexf if shape == "gexf" else to_graphml
    _write(destination, store, chosen, origins, lambda found, to, _: drawn(found, to))


def _write(
    destination: Path,
    store: Path,
    chosen: ClaimFilter,
    origins: int,
    shape: Callable[[Iterator[Event], Destination, Store], ExportCounts],
) -> None:
    to: Destination = stdout() if str(destination) == "-" else destination
    with asked(store, chosen) as opened:
        tell_waiting(opened)
        done = shape(views.events(opened, chosen, origins=origins), to, opened)
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
    multiple=True,
    help="What is told apart; repeatable.  [default: all together]",
)
@click.option(
    "--plot",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    metavar="FILE.svg",
    help="Draw it instead, as SVG; - for standard output.",
)
@store_option
@format_option
@filters(events=True)
def series(
    every: str,
    by: tuple[str, ...],
    plot: Path | None,
    store: Path,
    form: str | None,
    chosen: ClaimFilter,
    origins: int,
) -> None:
    """Print how many events there are a week, by type, status or dyad; a table shows them as bars.

    An event lies on the first day that its texts give, else on that of its first report; how many
    are placed by their report alone is counted.

    \b
    Example:
        reportedly series --party Russia --every month --by type --format csv > series.csv
        reportedly series --by dyad --by type --plot series.svg
    """
    apart = tuple(dict.fromkeys(one for one in by if one != "all"))
    with asked(store, chosen) as opened:
        tell_waiting(opened)
        rows = views.event_series(opened, chosen, every=every, by=apart, origins=origins)
    if plot is None:
        write(rows, _columns(max((row.events for row in rows), default=1)), form, EventSeriesRow)
        return
    title = f"Events by {every}" + (f", by {' and '.join(apart)}" if apart else "")
    to_svg(rows, title, stdout() if str(plot) == "-" else plot)
    tell(f"{plot} written")


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
