"""Sources that the user names, read one by one, each article with where it came from."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

import click

from reportedly import reading
from reportedly.errors import ReadingError
from reportedly.records import Article

Read = tuple[str, Article | ReadingError]


def read_sources(sources: Iterable[str], follow: bool = False) -> Iterator[Read]:
    """Yield (file or address, article or problem) in order. Addresses typed here are fetched;
    follow: those that feeds link to, too."""
    return reading.read_named(sources, stdin=sys.stdin.buffer, fetch=True, follow=follow)


def complain(problem: ReadingError) -> None:
    """Say on standard error what went wrong with one input."""
    click.echo(f"problem: {problem.step}: {problem}", err=True)


def tell(message: str) -> None:
    """Say something on standard error."""
    click.echo(message, err=True)


def count(number: int, one: str, many: str | None = None) -> str:
    """Return "1 article", "2,000 articles"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
