"""`reportedly watch`: a folder whose new pages are added as they come, and their events printed."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import click

import reportedly
from reportedly import Coder, views
from reportedly.cli.adding import Adding
from reportedly.cli.events import COLUMNS
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import (
    actors_option,
    format_option,
    lexicon_option,
    store_option,
    strict_option,
)
from reportedly.cli.output import write
from reportedly.cli.progress import Meter
from reportedly.linking import stored
from reportedly.reading.watching import Watched
from reportedly.records import Event
from reportedly.store import Limits, Store

_PATIENCE = Limits(patience=60.0)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--every",
    type=click.FloatRange(min=0.2),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="How long between two looks. A file counts when two looks find it the same.",
)
@click.option("--once", is_flag=True, help="Look once, take what is there, and end.")
@store_option
@format_option
@lexicon_option
@actors_option
@strict_option
def watch(
    folder: Path,
    every: float,
    once: bool,
    store: Path,
    form: str | None,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    strict: bool,
) -> None:
    """Add the pages of FOLDER as they come, and print the events that they tell.

    What is there already is left alone, as with `add`; the store is open only while pages are
    added. A desk on the same store shows them at the next click. Ctrl-C ends it.

    \b
    Example:
        reportedly watch incoming/ --store news.duckdb
    """
    coder = reportedly.load(lexicons, strict, actors)
    watched = Watched(folder)
    try:
        while True:
            if paths := watched.look(settled=once):
                write(_added(coder, store, paths), COLUMNS, form)
                sys.stdout.flush()
            if once:
                return
            time.sleep(every)
    except KeyboardInterrupt:
        tell("stopped")


def _added(coder: Coder, store: Path, paths: Sequence[Path]) -> list[Event]:
    """Add the files and return the events that the new articles tell, by their first report."""
    with Store.open(store, limits=_PATIENCE) as opened, Meter("adding") as meter:
        before = set(opened.article_ids())
        run = Adding(coder, opened, meter, processes=1)
        done = opened.add_many(run.items(tuple(map(str, paths))))
        stored.update(opened)
        new = [key for key in opened.article_ids() if key not in before]
        claims = [claim.id for _, claims in opened.items(new) for claim in claims]
        ids = list(dict.fromkeys(views.events_of(opened, claims).values()))
        meter.close()
        problems = run.problems.total() + done.failed
        tell(
            f"{count(done.added, 'article')} added, {count(done.claims, 'claim')},"
            f" {count(len(ids), 'event')}" + (f", {count(problems, 'problem')}" if problems else "")
        )
        return list(views.events_named(opened, ids))
