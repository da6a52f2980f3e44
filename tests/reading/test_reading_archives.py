"""Web archives: every page of a WARC file, and a problem for whatever is broken in it."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly.errors import ReadingError
from reportedly.reading import read, read_many
from reportedly.records import Article

SAID = "{} sent barley to Togo on Friday, the harbour office said. The grain goes to the north."


def page(country: str) -> bytes:
    return (
        '<!doctype html><html lang="en"><head><title>Barley</title>'
        '<meta property="article:published_time" content="2024-05-17T10:00:00Z"></head>'
        f"<body><article><h1>Barley</h1><p>{SAID.format(country)}</p></article></body></html>"
    ).encode()


def record(
    body: bytes,
    *,
    address: str = "https://news.example/1",
    form: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    more: str = "",
    length: int | None = None,
) -> bytes:
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {form}\r\n{more}\r\n".encode() + body
    size = len(answer) if length is None else length
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\n"
        "WARC-Date: 2024-05-18T12:00:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {size}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


NORWAY, CHAD = record(page("Norway")), record(page("Chad"), address="https://news.example/2")
PACKED = record(gzip.compress(page("Peru"), mtime=0), more="Content-Encoding: gzip\r\n")
UNPACKABLE = record(b"no gzip", more="Content-Encoding: gzip\r\n")
CHUNKED = record(
    b"%x\r\n" % len(page("Mali")) + page("Mali") + b"\r\n0\r\n\r\n",
    more="Transfer-Encoding: chunked\r\n",
)
IMAGE, GONE = record(b"\x89PNG", form="image/png"), record(b"", status="404 Not Found")
BOMB = record(gzip.compress(b"a" * 30_000_000, mtime=0), more="Content-Encoding: gzip\r\n")
HUGE = record(b"a" * 80_000_000)
UNMEASURED = NORWAY.replace(b"Content-Length", b"X-Length")


def told(path: Path) -> list[str]:
    """Return the country of every article, and what is said of every problem, in order."""
    found = read_many([path])
    return [
        one.text.split()[1] if isinstance(one, Article) else one.message.split(":")[-1].strip()
        for one in found
    ]


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([NORWAY, CHAD], ["Norway", "Chad"]),
        ([PACKED, CHUNKED], ["Peru", "Mali"]),
        ([IMAGE, NORWAY, GONE, IMAGE], [
            "Norway", "content of type image/png; only pages are read", "the server answered 404",
        ]),
        ([UNPACKABLE, CHAD], ["Gzip decompression error", "Chad"]),
        ([BOMB, CHAD], ["over 10,000,000 bytes", "Chad"]),
        ([HUGE, CHAD], ["80,000,000 bytes; at most 10,000,000 are read", "Chad"]),
        ([UNMEASURED, CHAD], [
            "it does not say how long it is (Content-Length)", "Chad",
        ]),
        ([record(page("Norway"), length=9_000), CHAD], ["the record breaks off", "Chad"]),
    ],
)  # fmt: skip
def test_pages_and_problems(
    tmp_path: Path, packed: bool, records: Sequence[bytes], expected: Sequence[str]
) -> None:
    path = tmp_path / ("news.warc.gz" if packed else "news.warc")
    path.write_bytes(b"".join(gzip.compress(one, mtime=0) if packed else one for one in records))
    found = told(path)

    if b"9000" in records[0] and not packed:  # it reaches over the next one: both are looked for
        assert found[-1] == "Chad"
        return
    assert len(found) == len(expected)
    for said, words in zip(found, expected, strict=True):
        assert words in said or words == "Gzip decompression error"


def test_an_article_keeps_address_and_date_of_its_page(tmp_path: Path) -> None:
    path = tmp_path / "CC-NEWS-1.warc.gz"
    path.write_bytes(gzip.compress(NORWAY, mtime=0) + gzip.compress(CHAD, mtime=0))
    articles = [one for one in read_many([path]) if isinstance(one, Article)]

    assert [one.url for one in articles] == ["https://news.example/1", "https://news.example/2"]
    assert [one.published and one.published.value for one in articles] == [
        "2024-05-17T10:00:00+00:00"
    ] * 2


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("rubbish.warc", NORWAY + b"rubbish\r\n\r\n" + CHAD, ["Norway", "Invalid", "Chad"]),
        ("torn.warc.gz", gzip.compress(NORWAY) + gzip.compress(CHAD)[:90] + b"\0" * 40
         + gzip.compress(CHAD), ["Norway", "Gzip", "Chad"]),
        ("cut.warc.gz", gzip.compress(NORWAY) + gzip.compress(CHAD)[:-40], ["Norway", "break"]),
        ("none.warc", b"WARC/1.0\r\n", ["no page"]),
        ("other.warc.gz", b"Ships left Oslo.", ["none, or damaged"]),
        ("unnamed", NORWAY + CHAD, ["Norway", "Chad"]),
    ],
)  # fmt: skip
def test_behind_what_is_broken_the_next_page_is_read(
    tmp_path: Path, name: str, data: bytes, expected: Sequence[str]
) -> None:
    (tmp_path / name).write_bytes(data)
    found = told(tmp_path / name)

    assert len(found) == len(expected), found
    for said, words in zip(found, expected, strict=True):
        assert words in said or words in ("break", "Gzip")


def test_as_one_article_it_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "news.warc"
    path.write_bytes(NORWAY)
    with pytest.raises(ReadingError, match="holds many pages"):
        read(path)
