"""Where an export goes: a path, written whole or not at all, or an open binary stream."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.records import Article, Claim

Destination = str | Path | BinaryIO
#: gives the article of an id, None when it has none: store.article, or a dict's get
Lookup = Callable[[str], Article | None]


class ExportCounts(Struct, frozen=True, kw_only=True):
    """What an export wrote.

    written   claims that are in the file
    left_out  claims that are not, by reason; empty when none was left out
    """

    written: int
    left_out: Mapping[str, int] = {}


def counts(written: int, left_out: Counter[str]) -> ExportCounts:
    """Return the counts, reasons sorted."""
    return ExportCounts(written=written, left_out=dict(sorted(left_out.items())))


@contextmanager
def binary(destination: Destination) -> Iterator[BinaryIO]:
    """Yield a binary stream. A path gets the file only when all of it is written; a stream that
    the caller opened stays open. Raises UsageError when the path's folder is not there."""
    if not isinstance(destination, str | Path):
        yield destination
        return
    path = Path(destination)
    if not path.parent.is_dir():
        raise UsageError(f"{path}: there is no folder {path.parent}")
    part = path.with_name(path.name + ".part")
    try:
        with part.open("wb") as stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def text(destination: Destination) -> Iterator[io.TextIOWrapper]:
    """Yield a UTF-8 text stream over binary(destination); line ends are written as given."""
    with binary(destination) as stream:
        wrapped = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        try:
            yield wrapped
        finally:
            wrapped.flush()
            wrapped.detach()


def with_articles(
    claims: Iterator[Claim], articles: Lookup
) -> Iterator[tuple[Claim, Article | None]]:
    """Yield each claim with its article; looked up once for a run of claims of one article."""
    last: tuple[str, Article | None] | None = None
    for claim in claims:
        if last is None or last[0] != claim.article:
            last = (claim.article, articles(claim.article))
        yield claim, last[1]
