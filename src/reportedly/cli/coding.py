"""`reportedly code`: the claims of pages, nothing stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

import reportedly
from reportedly.cli.each_page import each_page
from reportedly.cli.inputs import count, tell
from reportedly.cli.options import (
    actors_option,
    format_option,
    lexicon_option,
    sources_argument,
    strict_option,
)
from reportedly.cli.output import chosen, markdown, stdout, write_json
from reportedly.coding.coder import collapsed
from reportedly.errors import ReadingError
from reportedly.records import Article, Claim

Coded = tuple[Article, list[Claim]]


@click.command()
@sources_argument
@format_option
@lexicon_option
@actors_option
@strict_option
@click.option("--articles", is_flag=True, help="Print each article before its claims.")
@click.option(
    "--collapse",
    type=click.Choice(["plover", "cameo"]),
    help="Types of an edition without statuses. plover: a planned CONSULT is AGREE, by the"
    " manual 2.0. cameo: by CAMEO's roots, where refusal is REJECT and intent AGREE or THREATEN.",
)
def code(
    sources: tuple[str, ...],
    form: str | None,
    lexicons: tuple[Path, ...],
    actors: tuple[Path, ...],
    strict: bool,
    articles: bool,
    collapse: str | None,
) -> None:
    """Print the claims of pages, in text order; nothing is stored.

    PATH is a page, a text, a file of many (JSON lines, CSV, Parquet, a feed, a WARC file), a
    folder, a pattern, an http(s) address of a page or a feed, or - for standard input. As JSON
    lines: one claim a line, with --articles the article first. On a terminal: a sign for the
    status, a colour for the quad class, the voice, and the sentence.

    \b
    Example:
        reportedly code page.html
        cat page.html | reportedly code - --format jsonl --articles
    """
    coder = reportedly.load(lexicons, strict, actors)
    problems: list[ReadingError] = []

    def claims_of(article: Article) -> list[Claim]:
        claims = coder.code(article)
        return [collapsed(claim, collapse) for claim in claims] if collapse else claims

    _print(each_page(coder, sources, problems, "coding", claims_of), chosen(form), articles)
    if problems:
        tell(f"{count(len(problems), 'problem')}")
        raise SystemExit(1)


def _print(coded: Iterable[Coded], form: str, articles: bool) -> None:
    if form == "jsonl":
        write_json(_records(coded, articles))
        return
    if form == "csv":
        _print_csv(coded)
        return
    from reportedly.cli import ink  # here, like the others below: piped output needs none of it

    if form == "md":
        for article, claims in coded:
            click.echo(f"## {markdown(article.title or article.url or article.id)}\n")
            for line in ink.markdown_lines(claims):
                click.echo(line)
            click.echo()
    else:
        for article, claims in coded:
            ink.print_cards(article, claims)


def _records(coded: Iterable[Coded], articles: bool) -> Iterator[Article | Claim]:
    for article, claims in coded:
        if articles:
            yield article
        yield from claims


def _print_csv(coded: Iterable[Coded]) -> None:
    """Print the columns of `export --to csv`; one article at a time is kept for the look-up."""
    from reportedly.exporting import to_csv

    here: dict[str, Article] = {}

    def claims() -> Iterator[Claim]:
        for article, found in coded:
            here.clear()
            here[article.id] = article
            yield from found

    to_csv(claims(), here.get, stdout())
