"""Web archives (WARC, as CC-NEWS has them): each archived page is an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecordType

from reportedly.errors import ReadingError, TooLarge
from reportedly.reading.limits import MAX_BYTES, MAX_RESPONSE
from reportedly.reading.single import read_bytes
from reportedly.records import Article

Found = Article | ReadingError

_KINDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_HTML = ("text/html", "application/xhtml+xml")
_GZIP, _PLAIN = b"\x1f\x8b\x08", b"WARC/1."
_CHUNK = 1 << 20  # bytes looked through at once for the next record


class _Broken(ReadingError):
    """A record behind which the archive cannot simply be read on."""


def read_warc(path: Path, where: str) -> Iterator[Found]:
    """Yield the article of every archived page, in the archive's order, gzip or not.

    A record that cannot be read is one problem, and the next one is looked for. What is no page
    (images, redirects) is counted, a problem a reason, at the end. One record is in memory at a
    time.
    """
    left_out = Counter[str]()
    nothing, told = True, ""
    try:
        with path.open("rb") as file:
            for found in _found(file, where, left_out):
                nothing = False
                if isinstance(found, _Broken):  # looked for from its start, it is found again
                    if found.where == told:
                        continue
                    told = found.where
                yield found
    except OSError as problem:
        nothing = False
        yield ReadingError(where, f"cannot be read to its end: {problem}")
    for reason, times in sorted(left_out.items()):
        yield ReadingError(where, f"{times:,} left out: {reason}")
    if nothing and not left_out:
        yield ReadingError(where, "there is no page in this web archive")


def _found(file: BinaryIO, where: str, left_out: Counter[str]) -> Iterator[Found]:
    """Yield what each record gives, beginning anew behind one that is broken."""
    mark = _GZIP if file.read(2) == _GZIP[:2] else _PLAIN
    number, start = 0, _next(file, 0, mark)
    while start is not None:
        file.seek(start)
        last = start
        try:
            for record in ArchiveIterator(file, record_types=_KINDS, auto_decode="all"):
                number += 1
                last = start + record.stream_pos
                found = _read(record, f"{where}:{number}", left_out)
                if found is not None:
                    yield found
                if isinstance(found, TooLarge | _Broken):
                    break  # what is left of it would be unpacked to get past it
            else:
                return
        except (OSError, ValueError) as problem:
            yield _Broken(f"{where}:{number + 1}", f"broken record: {problem}")
        start = _next(file, last + 1, mark)


def _read(record: Any, at: str, left_out: Counter[str]) -> Found | None:
    """Return the article of a record or its problem; None for what is no page, counted."""
    if record.headers.get("Content-Length") is None:
        return _Broken(at, "broken record: it does not say how long it is (Content-Length)")
    kind, status = _kind(record), _status(record)
    if status != 200:
        left_out[f"the server answered {status}"] += 1
        return None
    if kind not in (*_HTML, "text/plain"):
        left_out[f"content of type {kind or 'unknown'}; only pages are read"] += 1
        return None
    try:
        return read_bytes(
            _payload(record, at),
            at,
            url=record.headers.get("WARC-Target-URI"),
            charset=record.http_charset,
            kind="html" if kind in _HTML else "text",
        )
    except ReadingError as problem:
        return problem
    except (OSError, ValueError) as problem:
        return _Broken(at, f"its content cannot be unpacked: {problem}")


def _payload(record: Any, at: str) -> bytes:
    """Return the content of a record. Raises TooLarge, and _Broken where some is missing."""
    said: int = record.content_length
    if said > MAX_RESPONSE:
        raise TooLarge(at, f"{said:,} bytes; at most {MAX_BYTES:,} are read")
    data: bytes = record.reader.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise TooLarge(at, f"over {MAX_BYTES:,} bytes")
    headers = record.http_headers
    encoded = headers is not None and (
        headers.get("Content-Encoding") or headers.get("Transfer-Encoding")
    )
    if not encoded and len(data) < said:
        raise _Broken(at, f"the record breaks off after {len(data):,} of {said:,} bytes")
    if not data:
        raise ReadingError(at, "the page is empty")
    return data


def _kind(record: Any) -> str:
    said = record.http_content_type if record.http_headers is not None else None
    if said is None and record.record_type != WarcRecordType.response:
        said = record.headers.get("Content-Type")
    return str(said or "").split(";")[0].strip().lower()


def _status(record: Any) -> int | None:
    if record.http_headers is None:
        return None if record.record_type == WarcRecordType.response else 200
    code: int | None = record.http_headers.status_code
    return code


def _next(file: BinaryIO, start: int, mark: bytes) -> int | None:
    """Return where the next record seems to begin, from start on; None where none does."""
    file.seek(start)
    at, kept = start, b""
    while chunk := file.read(_CHUNK):
        window = kept + chunk
        found = window.find(mark)
        if found >= 0:
            return at - len(kept) + found
        at += len(chunk)
        kept = window[1 - len(mark) :]
    return None
