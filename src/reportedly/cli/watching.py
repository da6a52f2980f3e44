"""`reportedly watch`: folders and feeds whose new pages are added as they come, their events
printed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

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
    poll_option,
    store_option,
    strict_option,
)
from reportedly.cli.output import write
from reportedly.cli.progress import Meter
from reportedly.linking import stored
from reportedly.reading.watching import Watched, is_address
from reportedly.records import Article, Claim, Event
from reportedly.store import Limits, Store
from reportedly.store.readings import keep_reading, reading_of

if TYPE_CHECKING:
    from reportedly.reading.polling import Polled

type Item = tuple[Article, list[Claim], str]

_PATIENCE = Limits(patience=60.0)


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="FOLDER_OR_FEED...")
@click.option(
    "--every",
    type=click.FloatRange(min=0.2),
    default=10.0,
    show_default=True,
    metavar="SECONDS",
    help="How long between two looks at a folder. A file counts when two looks find it the same.",
)
@poll_option
@click.option("--follow", is_flag=True, help="Fetch the pages that feeds link to, each once.")
@click.option("--once", is_flag=True, help="Look once, take what is there, and end.")
@store_option
@format_option
@lexicon_option
@actors_option
@strict_option
def watch(
    sources: tuple[str, ...],
    every: float,
    poll: float,
    follow: bool,
    once: bool,
    store: Path,
    form: str | None,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    strict: bool,
) -> None:
    """Add the pages of folders, and the entries of RSS and Atom feeds, as they come, and print the
    events that they tell.

    What is there already is left alone, as with `add`; the store is open only while pages are
    added. A desk on the same store shows them at the next click. A feed is asked for what is new
    alone where its server knows; `reportedly inputs` shows how fresh each is. Ctrl-C ends it.

    \b
    Example:
        reportedly watch incoming/ --store news.duckdb
        reportedly watch https://example.org/world/rss.xml --poll 900
    """
    folders = [Watched(Path(one)) for one in sources if not is_address(one)]
    from reportedly.reading.polling import Polled  # here: folders alone ask no network

    feeds = [Polled(one, poll, follow=follow) for one in sources if is_address(one)]
    coder = reportedly.load(lexicons, strict, actors)
    try:
        while True:
            paths = [path for one in folders for path in one.look(settled=once)]
            if paths:
                write(_added(coder, store, list(map(str, paths))), COLUMNS, form)
            for feed in feeds:
                if feed.due(time.monotonic()):
                    write(_polled(coder, store, feed), COLUMNS, form)
            sys.stdout.flush()
            if once:
                return
            time.sleep(every)
    except KeyboardInterrupt:
        tell("stopped")


def _added(coder: Coder, store: Path, paths: Sequence[str]) -> list[Event]:
    """Add the files and return the events that the new articles tell, by their first report."""
    return _told(coder, store, lambda run: run.items(tuple(paths)))


def _polled(coder: Coder, store: Path, feed: Polled) -> list[Event]:
    """Ask the feed, add what is new, and return its events. Where all is as before, the store is
    not opened."""
    failed = feed.state.failing
    found = feed.ask(time.monotonic())
    if not found and not failed:
        return []
    read = [(feed.address, one) for one in found]
    events = _told(coder, store, lambda run: run.coded(read), feed)
    state = feed.state
    newest = f", the newest of {state.newest}" if state.newest else ""
    tell(f"{feed.address}: {state.message or count(state.found, 'entry', 'entries') + newest}")
    return events


def _told(
    coder: Coder, store: Path, items: Callable[[Adding], Iterator[Item]], feed: Polled | None = None
) -> list[Event]:
    """Add the items and return the events that the new articles tell, by their first report."""
    with Store.open(store, limits=_PATIENCE) as opened, Meter("adding") as meter:
        before = set(opened.article_ids())
        run = Adding(coder, opened, meter, processes=1)
        done = opened.add_many(items(run))
        if feed is not None:
            keep_reading(opened, reading_of(feed.address, feed.state, done.added))
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
