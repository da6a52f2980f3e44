"""`reportedly mentions`: who the pages speak of, and by which words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from msgspec import Struct

import reportedly
from reportedly.cli.each_page import each_page
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import actors_option, format_option, lexicon_option, sources_argument
from reportedly.cli.output import Column, chosen, markdown, write, write_json
from reportedly.desk.wording import plain
from reportedly.errors import ReadingError
from reportedly.records import Article, Chain, MentionForm

Cast = tuple[Article, list[Chain]]


class Spoken(Struct, frozen=True, kw_only=True):
    """A chain in a row: whom it means, how often the article speaks of them, and first how.

    article     id of the article; title as on the page, null when it has none
    mentions    how many
    start, end  of the first mention, in code points of the article's text; first is its words
    """

    article: str
    title: str | None
    name: str
    kind: str | None
    country: str | None
    sector: str | None
    role: str | None
    actor_id: str | None
    mentions: int
    start: int
    end: int
    first: str


_COLUMNS = (
    Column("name", lambda row: plain(row.name), wide=True),
    Column("kind", lambda row: row.kind or ""),
    Column("country", lambda row: row.country or ""),
    Column("role", lambda row: plain(row.role or "")),
    Column("mentions", lambda row: f"{row.mentions:,}"),
    Column("first words", lambda row: plain(row.first), wide=True),
)


@click.command()
@sources_argument
@format_option
@lexicon_option
@actors_option
@click.option("--named", is_flag=True, help="Only whoever a name is given at least once.")
@click.option("--articles", is_flag=True, help="As JSON lines: each article before its chains.")
def mentions(
    sources: tuple[str, ...],
    form: str | None,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    named: bool,
    articles: bool,
) -> None:
    """Print who and what places the pages speak of, by first mention; nothing is stored.

    PATH is as for `code`. One row for each person, state, body, group and place: its fullest
    name, what the article tells of it, how many mentions it has, the words of the first. As
    JSON lines: one chain a line, with every mention and its reason.

    \b
    Example:
        reportedly mentions page.html
        reportedly mentions pages/ --named --format csv > cast.csv
    """
    coder = reportedly.load(lexicons, actors=actors)
    problems: list[ReadingError] = []
    casts: Iterable[Cast] = each_page(coder, sources, problems, "reading", coder.mentions)
    if named:
        casts = ((article, [one for one in chains if _named(one)]) for article, chains in casts)
    _print(casts, chosen(form), articles)
    if problems:
        tell(f"{count(len(problems), 'problem')}")
        raise SystemExit(1)


def _named(chain: Chain) -> bool:
    return any(mention.form == MentionForm.NAME for mention in chain)


def _print(casts: Iterable[Cast], form: str, articles: bool) -> None:
    if form == "jsonl":
        write_json(_records(casts, articles))
    elif form == "csv":
        write((row for cast in casts for row in _rows(*cast)), (), form)
    else:
        for article, chains in casts:
            if form == "md":
                click.echo(f"## {markdown(article.title or article.url or article.id)}\n")
            else:
                click.echo(plain(article.title or article.url or "(no title)"))
            write(_rows(article, chains), _COLUMNS, form)
            click.echo()


def _records(casts: Iterable[Cast], articles: bool) -> Iterator[Article | Chain]:
    for article, chains in casts:
        if articles:
            yield article
        yield from chains


def _rows(article: Article, chains: Iterable[Chain]) -> Iterator[Spoken]:
    for chain in chains:
        entity, first = chain.entity, chain.mentions[0]
        yield Spoken(
            article=article.id,
            title=article.title,
            name=entity.name,
            kind=entity.kind,
            country=entity.country,
            sector=entity.sector,
            role=entity.role,
            actor_id=entity.actor_id,
            mentions=len(chain),
            start=first.start,
            end=first.end,
            first=first.text,
        )
