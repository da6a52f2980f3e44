"""`reportedly export`: stored claims in the formats of the field."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly import exporting
from reportedly.cli.asking import asked
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import filters, store_option
from reportedly.cli.output import stdout
from reportedly.exporting import EventOptions, ExportCounts
from reportedly.exporting.destination import Destination
from reportedly.store import ClaimFilter, Store


@click.command()
@click.argument("destination", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True))
@click.option(
    "--to",
    "shape",
    type=click.Choice(["plover", "polecat", "csv", "parquet"]),
    required=True,
    help="plover: JSON lines. polecat: 40 columns and date_basis, the rest in NAME.details.tsv. "
    "csv, parquet: every field of every claim.",
)
@click.option(
    "--collapse",
    type=click.Choice(["plover"]),
    help="For plover and polecat: a planned CONSULT is AGREE.",
)
@click.option(
    "--stated-dates-only",
    is_flag=True,
    help="For plover and polecat: leave out what has no date but its day of publication.",
)
@store_option
@filters(comments=True, to=False)
def export(
    destination: Path,
    shape: str,
    collapse: str | None,
    stated_dates_only: bool,
    store: Path,
    chosen: ClaimFilter,
) -> None:
    """Write stored claims to DESTINATION (- for standard output); says what was left out.

    plover and polecat want a date of every event. date_basis says what it rests on: the text
    (stated, relative), or only the publication.

    The file is written whole or not at all. Here --to names the format; the days are chosen
    with --from and --until.

    \b
    Example:
        reportedly export --to polecat events.tsv --party Russia
    """
    options = EventOptions(
        collapse=collapse == "plover",
        statuses=chosen.status,
        publication_dates=not stated_dates_only,
    )
    with asked(store, chosen) as opened:
        done = _export(opened, chosen, shape, destination, options)
    tell(f"{destination}: {count(done.written, 'claim')} written")
    for reason, number in done.left_out.items():
        tell(f"  {number:,} left out: {reason}")


def _export(
    store: Store, chosen: ClaimFilter, shape: str, path: Path, options: EventOptions
) -> ExportCounts:
    to: Destination = stdout() if str(path) == "-" else path
    found = store.claims(chosen)
    if shape == "plover":
        return exporting.to_plover_jsonl(found, store.article, to, options=options)
    if shape == "polecat":
        return exporting.to_polecat_tsv(found, store.article, to, options=options)
    write = exporting.to_csv if shape == "csv" else exporting.to_parquet
    return write(found, store.article, to)
