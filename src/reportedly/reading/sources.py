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
from reportedly.reading.decode import unpack
from reportedly.reading.limits import MAX_BYTES
from reportedly.reading.single import load, read_bytes, read_file
from reportedly.reading.tables import Found, read_csv, read_json, read_jsonl, read_parquet

_HEAD = 65_536  # bytes: enough to tell JSON lines from a page


def read_many(
    sources: Iterable[str | Path], *, stdin: BinaryIO | None = None, fetch: bool = False
) -> Iterator[Found]:
    """Yield every source's articles, and its problems in their place; raises nothing for them.

    A source is a path, a folder (read whole, in sorted order), a pattern with * ? or [, "-" for
    stdin (a page, a text or JSON lines), or an http(s) address, which is fetched only with
    fetch=True. Nothing more than one article, or one batch of rows, is held in memory.
    """
    return (found for _, found in read_named(sources, stdin=stdin, fetch=fetch))


def read_named(
    sources: Iterable[str | Path], *, stdin: BinaryIO | None = None, fetch: bool = False
) -> Iterator[tuple[str, Found]]:
    """Yield what read_many yields, each with the file or address that it came from."""
    for source in sources:
        yield from _read_source(source, stdin, fetch)


def _read_source(
    source: str | Path, stdin: BinaryIO | None, fetch: bool
) -> Iterator[tuple[str, Found]]:
    name = str(source)
    if isinstance(source, str) and name == "-":
        yield from ((name, found) for found in _read_stdin(stdin))
    elif isinstance(source, str) and name.lower().startswith(("http://", "https://")):
        yield name, _read_address(name, fetch)
    else:
        for path in _paths(name):
            if isinstance(path, ReadingError):
                yield path.where, path
            else:
                yield from ((str(path), found) for found in _read_path(path))


def _read_address(url: str, fetch: bool) -> Found:
    if not fetch:
        return RefusedAddress(url, "addresses are fetched only when asked for (fetch=True)")
    from reportedly.reading.fetch import read_url  # here: most runs fetch nothing

    try:
        return read_url(url)
    except ReadingError as problem:
        return problem


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


def _read_path(path: Path) -> Iterator[Found]:
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
        try:
            yield read_file(path)
        except ReadingError as problem:
            yield problem


def _read_stdin(stdin: BinaryIO | None) -> Iterator[Found]:
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
