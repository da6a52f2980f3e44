"""`add`, `recode` and `problems`: pages into the store, and what went wrong."""

from __future__ import annotations

from pathlib import Path

import click

import reportedly
from reportedly import views
from reportedly.cli.adding import Adding
from reportedly.cli.events import update
from reportedly.cli.inputs import complain, count, tell
from reportedly.cli.options import (
    actors_option,
    format_option,
    lexicon_option,
    processes_option,
    sources_argument,
    store_option,
    strict_option,
)
from reportedly.cli.output import Column, write
from reportedly.cli.progress import Meter
from reportedly.errors import CodingError, ReadingError
from reportedly.store import Counts, Store

#: articles to a transaction: what a kill can cost, against a commit's price
_BATCH = 50
_INPUT_COLUMNS = (
    Column("source", lambda row: row.source, wide=True),
    Column("last read", lambda row: row.last_read[:16]),
    Column("found", lambda row: str(row.found)),
    Column("new", lambda row: str(row.fresh)),
    Column("newest", lambda row: row.newest or ""),
    Column("days old", lambda row: "" if row.age is None else str(row.age)),
    Column("failing", lambda row: str(row.failing or "")),
    Column("last problem", lambda row: row.message or "", wide=True),
)
_PROBLEM_COLUMNS = (
    Column("step", lambda row: row.step),
    Column("inputs", lambda row: str(row.inputs)),
    Column("message", lambda row: row.message, wide=True),
    Column("where", lambda row: ", ".join(row.sources[:3]), wide=True),
)


@click.command()
@sources_argument
@click.option(
    "--follow",
    is_flag=True,
    help="Fetch the pages that feeds link to, instead of reading what the feed holds of them.",
)
@store_option
@lexicon_option
@actors_option
@strict_option
@processes_option
def add(
    sources: tuple[str, ...],
    follow: bool,
    store: Path,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    strict: bool,
    processes: int,
) -> None:
    """Code pages and keep them in the store. PATH as for `code`.

    What is there already from the same coder is left alone, so a run that was stopped is
    taken up by giving the command again. An input that cannot be read becomes a row of
    `problems`; the run goes on, ends with the counts, and exits with 1. `reportedly inputs` shows
    how fresh each PATH is and whether it fails. A feed is read once; give it again to poll it.

    \b
    Example:
        reportedly add pages/ --store news.duckdb --processes 2
        reportedly add https://example.org/world/rss.xml CC-NEWS-20240601-00001.warc.gz
    """
    coder = reportedly.load(lexicons, strict, actors)
    with Store.open(store) as opened, Meter("adding") as meter:
        run = Adding(coder, opened, meter, processes)
        before = opened.counts()
        try:
            done = opened.add_many(run.items(sources, follow), batch=_BATCH)
            meter.close()
            update(opened)
        except KeyboardInterrupt:
            meter.close()
            now = opened.counts()
            tell(
                f"stopped: {count(now.articles - before.articles, 'article')} more in {store};"
                " give the same command again to go on"
            )
            raise SystemExit(1) from None
    _report_add(done, run, store)


def _report_add(done: Counts, run: Adding, store: Path) -> None:
    there = run.there + done.unchanged
    tell(
        f"{store}: {count(done.added, 'article')} added, {done.replaced:,} coded anew,"
        f" {there:,} there already, {count(done.claims, 'claim')}"
    )
    number = run.problems.total() + done.failed
    if not number:
        return
    tell(f"{count(number, 'problem')} (reportedly problems shows them all):")
    for (step, message), times in run.problems.most_common(10):
        tell(f"  {times} × {step}: {message}")
    raise SystemExit(1)


@click.command()
@store_option
@lexicon_option
@actors_option
@strict_option
@processes_option
@click.option("--all", "everything", is_flag=True, help="Recode what is up to date, too.")
def recode(
    store: Path,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    strict: bool,
    processes: int,
    everything: bool,
) -> None:
    """Code the stored articles again where another version or other lexicons coded them.

    Each article and its claims are exchanged together; a run that was stopped is taken up
    by giving the command again.

    \b
    Example:
        reportedly recode --store news.duckdb --lexicon my-lexicons
    """
    coder = reportedly.load(lexicons, strict, actors)
    if not store.is_file():
        Store.open(store, read_only=True).close()  # says what is wrong with the path
    with Store.open(store) as opened:
        ids = list(opened.article_ids()) if everything else opened.outdated(coder.info)
        articles = (one for key in ids if (one := opened.article(key)) is not None)
        claims, failed = 0, 0
        with Meter("recoding", total=len(ids)) as meter:
            for article, result in coder.try_many(articles, processes):
                if isinstance(result, CodingError):
                    opened.add_problem(article.id, "code", result.message, article=article.id)
                    complain(ReadingError(article.url or article.id, result.message))
                    failed += 1
                    meter.step(0, problem=True)
                    continue
                source = opened.source(article.id)
                for cut in coder.left_out(article, source or article.url or article.id):
                    opened.add_problem(cut.where, cut.step, cut.message, article=article.id)
                    complain(cut)
                claims += opened.recode(article, result, source=source).claims
                meter.step(len(result))
        update(opened)
    tell(f"{store}: {count(len(ids) - failed, 'article')} recoded, {count(claims, 'claim')}")
    if failed:
        raise SystemExit(1)


@click.command()
@store_option
@format_option
def problems(store: Path, form: str | None) -> None:
    """Print what could not be read, coded or stored, the most frequent first.

    \b
    Example:
        reportedly problems --store news.duckdb
    """
    with Store.open(store, read_only=True) as opened:
        write(views.problems(opened), _PROBLEM_COLUMNS, form, views.ProblemRow)


@click.command()
@store_option
@format_option
def inputs(store: Path, form: str | None) -> None:
    """Print what was given to `add`: when it was read, how fresh it is, whether it fails.

    Failing: so many readings in a row gave problems and no article. These come first.

    \b
    Example:
        reportedly inputs --format csv > inputs.csv
    """
    with Store.open(store, read_only=True) as opened:
        write(views.inputs(opened), _INPUT_COLUMNS, form, views.InputRow)
