"""Many sources, one stream: paths, folders, patterns, standard input, addresses."""

from __future__ import annotations

import glob
import gzip
import io
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, cast

from reportedly.errors import ReadingError, RefusedAddress, TooLarge
from reportedly.reading.containers import container
from reportedly.reading.decode import head_of, unpack
from reportedly.reading.limits import MAX_BYTES
from reportedly.reading.single import load, read_bytes, read_file
from reportedly.reading.tables import Found, read_csv, read_json, read_jsonl, read_parquet

_HEAD = 65_536  # bytes: enough to tell JSON lines from a page


def read_many(
    sources: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    fetch: bool = False,
    follow: bool = False,
) -> Iterator[Found]:
    """Yield every source's articles, and its problems in their place; raises nothing for them.

    A source is a path, a folder (read whole, in sorted order), a pattern with * ? or [, "-" for
    stdin (a page, a text, a feed or JSON lines), or an http(s) address of a page or a feed, which
    is fetched only with fetch=True. A feed gives an article an entry, a WARC file one a page;
    follow=True fetches the pages that feeds link to. Nothing more than one article, one batch of
    rows or one feed is held in memory.
    """
    named = read_named(sources, stdin=stdin, fetch=fetch, follow=follow)
    return (found for _, found in named)


def read_named(
    sources: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    fetch: bool = False,
    follow: bool = False,
) -> Iterator[tuple[str, Found]]:
    """Yield what read_many yields, each with the file or address that it came from."""
    for source in sources:
        yield from _read_source(source, stdin, fetch, follow)


def _read_source(
    source: str | Path, stdin: BinaryIO | None, fetch: bool, follow: bool
) -> Iterator[tuple[str, Found]]:
    name = str(source)
    if isinstance(source, str) and name == "-":
        yield from ((name, found) for found in _read_stdin(stdin, follow))
    elif isinstance(source, str) and name.lower().startswith(("http://", "https://")):
        yield from ((name, found) for found in _read_address(name, fetch, follow))
    else:
        for path in _paths(name):
            if isinstance(path, ReadingError):
                yield path.where, path
            else:
                yield from ((str(path), found) for found in _read_path(path, follow))


def _read_address(url: str, fetch: bool, follow: bool) -> Iterator[Found]:
    if not fetch:
        yield RefusedAddress(url, "addresses are fetched only when asked for (fetch=True)")
        return
    from reportedly.reading import fetch as web  # here: most runs fetch nothing

    try:
        page = web.fetch(url)
        if container(head_of(page.data)) != "feed":
            yield web.read_fetched(page, url)
            return
    except ReadingError as problem:
        yield problem
        return
    yield from _read_feed(page.data, url, page.url, follow)


def _read_feed(data: bytes, where: str, address: str | None, follow: bool) -> Iterator[Found]:
    from reportedly.reading.feeds import read_feed  # here: only feeds need the parser

    yield from read_feed(data, where, address=address, follow=follow)


def _paths(name: str) -> Iterator[Path | ReadingError]:
    """Yield the files that a path, folder or pattern names, sorted; a problem when none."""
    try:
        if Path(name).is_dir():
            found = False
            for path in _walk(name):
                found = True
                yield path
            if not found:
                yield ReadingError(name, "the folder holds no file")
        elif os.path.lexists(name) or not glob.has_magic(name):
            yield Path(name)
        else:
            # Path.glob takes no absolute pattern
            matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207
            if not matches:
                yield ReadingError(name, "no file fits this pattern")
            for match in matches:
                yield from _walk(match) if Path(match).is_dir() else [Path(match)]
    except (OSError, ValueError) as problem:
        yield ReadingError(name, f"cannot be opened: {problem}")


def _walk(folder: str) -> Iterator[Path | ReadingError]:
    """Yield a folder's files, deep, sorted; links to folders are not followed: they may circle."""
    problems: list[OSError] = []
    for root, folders, files in os.walk(folder, onerror=problems.append):
        folders.sort()
        for name in sorted(files):
            yield Path(root) / name
        while problems:
            broken = problems.pop()
            yield ReadingError(str(broken.filename), f"cannot be opened: {broken.strerror}")
    for broken in problems:
        yield ReadingError(str(broken.filename), f"cannot be opened: {broken.strerror}")


def _read_path(path: Path, follow: bool) -> Iterator[Found]:
    where = str(path)
    name = path.name.lower()
    inner = name.removesuffix(".gz")
    if not path.is_file():
        yield ReadingError(where, "there is no such file")
    elif name.endswith(".parquet"):
        yield from read_parquet(path, where)
    elif inner.endswith((".jsonl", ".ndjson", ".csv", ".tsv")):
        reader = read_jsonl if inner.endswith(("jsonl", "ndjson")) else read_csv
        try:
            with path.open("rb") as file:
                stream = gzip.GzipFile(fileobj=file) if name.endswith(".gz") else file
                yield from reader(cast(BinaryIO, stream), where)
        except (OSError, EOFError, zlib.error) as problem:
            yield ReadingError(where, f"cannot be read to its end: {problem}")
    elif inner.endswith(".json"):
        try:
            data = unpack(load(path), where)
        except ReadingError as problem:
            yield problem
            return
        yield from read_json(data, where)
    else:
        yield from _read_page(path, where, follow)


def _read_page(path: Path, where: str, follow: bool) -> Iterator[Found]:
    """Yield what a file holds that is no table: a page, or those of a feed or a web archive."""
    try:
        with path.open("rb") as file:
            kind = container(head_of(file.read(_HEAD)))
        if kind == "warc":
            from reportedly.reading.archives import read_warc  # here: only archives need it

            yield from read_warc(path, where)
        elif kind == "feed":
            yield from _read_feed(load(path), where, None, follow)
        elif path.name.lower().removesuffix(".gz").endswith(".warc"):
            yield ReadingError(where, "named as a web archive (WARC), and none, or damaged")
        else:
            yield read_file(path)
    except OSError as problem:
        yield ReadingError(where, f"cannot be opened: {problem}")
    except ReadingError as problem:
        yield problem


def _read_stdin(stdin: BinaryIO | None, follow: bool) -> Iterator[Found]:
    where = "-"
    if stdin is None:
        yield ReadingError(where, "there is no standard input to read")
        return
    try:
        stream = io.BufferedReader(cast(io.RawIOBase, _Plain(stdin)), _HEAD)
        if stream.peek(2)[:2] == b"\x1f\x8b":
            stream = io.BufferedReader(cast(io.RawIOBase, gzip.GzipFile(fileobj=stream)), _HEAD)
        if stream.peek(_HEAD)[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
            yield from read_jsonl(cast(BinaryIO, stream), where)
            return
        data = stream.read(MAX_BYTES + 1)
        if len(data) > MAX_BYTES:
            raise TooLarge(where, f"over {MAX_BYTES:,} bytes")
        if container(head_of(data)) == "feed":
            yield from _read_feed(data, where, None, follow)
        else:
            yield read_bytes(data, where)
    except ReadingError as problem:
        yield problem
    except (OSError, EOFError, zlib.error) as problem:
        yield ReadingError(where, f"cannot be read to its end: {problem}")


class _Plain(io.RawIOBase):
    """A binary stream with nothing but read, so that any kind can be looked ahead in."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer; 0 at the end."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
