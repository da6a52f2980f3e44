"""Files, folders, tables, standard input: every article and every problem, in order."""

from __future__ import annotations

import csv
import gzip
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from reportedly.errors import ReadingError, RefusedAddress, TooLarge
from reportedly.reading import read, read_many
from reportedly.reading.decode import decode, unpack
from reportedly.reading.limits import MAX_BYTES
from reportedly.reading.tables import read_row
from reportedly.records import Article

TEXT = "Norland accused Estmark of arming the rebels in the eastern hills on Monday."
HTML = f"<!doctype html><html><body><p>{TEXT}</p></body></html>"
QUOTED = "The envoy said “no” to the café’s owner — and left the town on Monday."


def told(found: list[Article | ReadingError]) -> list[str]:
    """Return "article" or the name of the problem, each with where it came from."""
    return [
        f"{type(one).__name__}:{Path(one.where).name}" if isinstance(one, ReadingError) else "ok"
        for one in found
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(QUOTED.encode(), QUOTED, id="utf-8"),
        pytest.param(b"\xef\xbb\xbf" + QUOTED.encode(), QUOTED, id="utf-8-mark"),
        pytest.param(QUOTED.encode("utf-16"), QUOTED, id="utf-16-mark"),
        pytest.param(QUOTED.encode("utf-16-le"), QUOTED, id="utf-16-no-mark"),
        pytest.param(QUOTED.encode("utf-16-be"), QUOTED, id="utf-16-be-no-mark"),
        pytest.param(QUOTED.encode("utf-32"), QUOTED, id="utf-32-mark"),
        pytest.param(QUOTED.encode("cp1252"), QUOTED, id="cp1252"),
        pytest.param(
            ("é” " * 9 + QUOTED).encode() + b" It\x92s over.", "é” " * 9 + QUOTED + " It’s over.",
            id="utf-8-with-strays",
        ),
    ],
)  # fmt: skip
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data, "x") == text


@pytest.mark.parametrize(
    ("head", "charset", "text"),
    [
        (b'<meta charset="windows-1250">', None, "\u0159"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', None, "ø"),
        (b"", "cp1250", "\u0159"),
        (b'<meta charset="no-such-thing">', None, "ø"),
        (b'<meta charset="utf-8">', None, "ø"),
        (b'<meta charset="base64">', None, "ø"),
    ],
)
def test_declared_encodings(head: bytes, charset: str | None, text: str) -> None:
    data = head + b"The town of S\xf8 stands on the river, and its mayor resigned."
    assert decode(data, "x", charset=charset).endswith(
        f"The town of S{text} stands on the river, and its mayor resigned."
    )


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n...", "PNG"),
        (b"PK\x03\x04....", "office"),
        (b"PAR1....", "Parquet"),
        (b"\x28\xb5\x2f\xfd....", "unzstd"),
        (bytes(range(32)) * 40, "binary"),
        (b"\x1f\x8bnot gzip at all", "gzip"),
        (gzip.compress(b"x" * 2000, mtime=0)[:-12], "gzip"),
        (b"", "empty"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n\r\n" + HTML.encode(), "WARC"),
        (gzip.compress(b"WARC/1.1\r\nWARC-Type: warcinfo\r\n", mtime=0), "many pages"),
        (b"filedesc://a.arc 0.0.0.0 20240515 text/plain 77\n", "ARC"),
        (b'<?xml version="1.0"?>\n<!-- a --><rss version="2.0"><channel>', "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><entry>', "Atom"),
        (b'<?xml version="1.0"?><urlset><url>', "sitemap"),
        (b"From: <Saved>\r\nSubject: Raid\r\nMIME-Version: 1.0\r\n"
         b"Content-Type: multipart/related;\r\n boundary=x\r\n", "MHTML"),
        (b"From a@b.example Wed May 15 10:00:00 2024\nSubject: Raid\n", "mailbox"),
    ],
)  # fmt: skip
def test_what_is_no_text_says_what_it_is(data: bytes, says: str) -> None:
    with pytest.raises(ReadingError, match=says):
        read(data)


@pytest.mark.parametrize(
    "text",
    [
        f"WARC files hold pages. {TEXT}",
        f"From Monday the port is shut. {TEXT}",
        f"Feed is short in the north. {TEXT}",
        f"Location: Kori\nSource: the ministry\n\n{TEXT}",
    ],
)
def test_what_only_begins_like_a_container_is_read(text: str) -> None:
    assert read(text.encode()).text == text


@pytest.mark.parametrize("name", ["a.warc.gz", "a.wacz", "a.mht", "a.rss", "a.mbox"])
def test_containers_are_known_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(TEXT.encode())
    with pytest.raises(ReadingError, match="this is a"):
        read(tmp_path / name)


def test_a_row_may_hold_no_container() -> None:
    with pytest.raises(ReadingError, match="feed"):
        read_row({"text": "<rss version='2.0'><channel><title>News</title>"}, "x")


def test_a_bomb_is_stopped() -> None:
    with pytest.raises(TooLarge):
        unpack(gzip.compress(b"\0" * (MAX_BYTES + 1)), "x")
    assert unpack(gzip.compress(b"a") + gzip.compress(b"b"), "x") == b"ab"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.html", HTML.encode()),
        ("a.htm.gz", gzip.compress(HTML.encode(), mtime=0)),
        ("a.txt", TEXT.encode()),
        ("a.txt.gz", gzip.compress(TEXT.encode(), mtime=0)),
        ("a", TEXT.encode()),
        ("a.php", HTML.encode()),
    ],
)
def test_files(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    article = read(tmp_path / name, url="https://wire.example/a")
    assert (article.text, article.url) == (TEXT, "https://wire.example/a")


@pytest.mark.parametrize(
    ("name", "says"), [("none.txt", "no file"), ("", "folder"), ("t.csv", "read_many")]
)
def test_paths_that_are_no_page(tmp_path: Path, name: str, says: str) -> None:
    with pytest.raises(ReadingError, match=says):
        read(tmp_path / name)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"text": TEXT, "title": "Arms"}, {"text": TEXT, "title": "Arms"}),
        ({"Body": TEXT, "Headline": "Arms"}, {"text": TEXT, "title": "Arms"}),
        ({"text": TEXT, "link": "https://a.example/1"}, {"url": "https://a.example/1"}),
        ({"text": TEXT, "author": "Ann Lee and Bo Li"}, {"authors": ("Ann Lee", "Bo Li")}),
        ({"text": TEXT, "authors": ["Ann Lee", {"name": "Bo Li"}]},
         {"authors": ("Ann Lee", "Bo Li")}),
        ({"text": TEXT, "author": "Ruiz, Ana; Li, Bo"}, {"authors": ("Ana Ruiz", "Bo Li")}),
        ({"text": TEXT, "authors": [{"given_name": "Ana", "family_name": "Ruiz"}]},
         {"authors": ("Ana Ruiz",)}),
        ({"text": TEXT, "byline": "By The Associated Press"},
         {"authors": ("The Associated Press",)}),
        ({"text": TEXT, "outlet": "Wire"}, {"publisher": "Wire"}),
        ({"maintext": TEXT, "source_domain": "wire.example"},
         {"text": TEXT, "publisher": "wire.example"}),
        ({"plain_text": TEXT, "body": {"summary": []}}, {"text": TEXT}),
        ({"text": TEXT, "url": "https://a.example/1?utm_source=x&id=2&fbclid=y#top"},
         {"url": "https://a.example/1?id=2"}),
        ({"html": HTML, "title": "Arms"}, {"title": "Arms"}),
        ({"content": HTML}, {"text": TEXT}),
        ({"text": HTML}, {"text": HTML}),
        ({"text": TEXT, "id": 7, "unknown": [1]}, {"publisher": None, "authors": ()}),
    ],
)  # fmt: skip
def test_rows(row: dict[str, object], expected: dict[str, object]) -> None:
    article = read_row(row, "x")
    assert {name: getattr(article, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("value", "stamp"),
    [
        ("2024-03-04", "2024-03-04"),
        ("2024-03-04T10:00:00+02:00", "2024-03-04T10:00:00+02:00"),
        (date(2024, 3, 4), "2024-03-04"),
        (datetime(2024, 3, 4, 10, tzinfo=UTC), "2024-03-04T10:00:00+00:00"),
        ("yesterday or so", None),
    ],
)
def test_row_dates(value: object, stamp: str | None) -> None:
    published = read_row({"text": TEXT, "date": value}, "x").published
    assert (published.value if published else None) == stamp
    assert published is None or published.basis == "stated"


@pytest.mark.parametrize("name", ["publish_date", "date_publish", "publishing_date", "pub_date"])
def test_dates_by_the_names_of_other_collectors(name: str) -> None:
    published = read_row({"content": TEXT, name: "2024-05-15 10:00:00"}, "x").published
    assert published is not None
    assert published.value == "2024-05-15T10:00:00"


def test_a_copy_at_an_address_with_tracking_is_one_article() -> None:
    rows = [{"text": TEXT, "url": f"https://a.example/1{tail}"} for tail in ("", "?utm_source=x")]
    other = read_row({"text": TEXT, "url": "https://a.example/1?id=2"}, "x")

    assert len({read_row(row, "x").id for row in rows}) == 1
    assert other.id != read_row(rows[0], "x").id


def test_a_title_beside_the_text_leaves_the_text_alone() -> None:
    article = read_row({"text": TEXT, "title": "Arms for rebels"}, "x")
    assert [s.kind.value for s in article.sections] == ["body"]
    same = read_row({"text": f"Arms for rebels\n\n{TEXT}", "title": "Arms for rebels"}, "x")
    assert [s.kind.value for s in same.sections] == ["headline", "body"]


def test_half_a_character_in_a_title_is_a_problem() -> None:
    with pytest.raises(ReadingError, match="surrogate"):
        read_row({"text": TEXT, "title": "Half \ud800"}, "x")


def jsonl(*rows: object) -> bytes:
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows).encode()


def test_json_lines_go_on_after_a_bad_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(jsonl({"text": TEXT}, "{broken", "", [1], {"title": "x"}, {"text": TEXT}))
    found = list(read_many([path]))
    assert told(found) == [
        "ok", "ReadingError:a.jsonl:2", "ReadingError:a.jsonl:4", "ReadingError:a.jsonl:5", "ok",
    ]  # fmt: skip


def test_a_line_without_end_is_one_problem() -> None:
    stdin = io.BytesIO(b'{"text":"' + b"x" * (2 * MAX_BYTES) + b'"}\n' + jsonl({"text": TEXT}))
    assert told(list(read_many(["-"], stdin=stdin))) == ["TooLarge:-:1", "ok"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_csv(tmp_path: Path, delimiter: str, encoding: str) -> None:
    long = " ".join([TEXT] * 3000)
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding=encoding) as file:
        rows = csv.writer(file, delimiter=delimiter)
        rows.writerow(["id", "title", "text", "published"])
        rows.writerow([1, "One", f"{QUOTED}\n\n{TEXT}", "2024-03-04"])
        rows.writerow([2, "Two", "", ""])
        rows.writerow([3, "Three", long, ""])
    found = list(read_many([path]))
    assert told(found) == ["ok", "ReadingError:a.csv:5", "ok"]
    assert isinstance(found[0], Article)
    assert found[0].text == f"{QUOTED}\n\n{TEXT}"
    assert isinstance(found[2], Article)
    assert len(found[2].text) == len(long)


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    moment = datetime(2024, 3, 4, 10, tzinfo=UTC)
    table = pa.table(
        {
            "text": [TEXT] * 150 + [None],
            "published_at": [moment] * 151,
            "authors": [["Ann Lee"]] * 151,
            "weight": [1.5] * 151,
        }
    )
    pq.write_table(table, path)
    found = list(read_many([path]))
    assert told(found) == ["ok"] * 150 + ["ReadingError:a.parquet:151"]
    first = found[0]
    assert isinstance(first, Article)
    assert first.published is not None
    assert (first.published.value, first.authors) == ("2024-03-04T10:00:00+00:00", ("Ann Lee",))
    path.write_bytes(b"PAR1 broken")
    assert told(list(read_many([path]))) == ["ReadingError:a.parquet:1"]


def test_a_folder_is_read_whole_and_in_order(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "c.bin").write_bytes(bytes(range(256)) * 9)
    (tmp_path / "sub" / "d.json").write_bytes(b"[" + jsonl({"text": TEXT}) + b",3]")
    (tmp_path / "sub" / "e.jsonl.gz").write_bytes(gzip.compress(jsonl({"text": TEXT}), mtime=0))
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    found = list(read_many([str(tmp_path)]))
    assert told(found) == ["ok", "ok", "ReadingError:c.bin", "ok", "ReadingError:d.json:2", "ok"]
    assert list(map(str, read_many([tmp_path]))) == list(map(str, found))


def test_patterns_and_missing_paths(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c.html"):
        (tmp_path / name).write_text(TEXT if name.endswith("txt") else HTML)
    (tmp_path / "empty").mkdir()
    sources = [f"{tmp_path}/*.txt", f"{tmp_path}/*.pdf", f"{tmp_path}/x", f"{tmp_path}/empty"]
    found = list(read_many(sources))
    assert told(found) == [
        "ok", "ok", "ReadingError:*.pdf", "ReadingError:x", "ReadingError:empty",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (TEXT.encode(), ["ok"]),
        (HTML.encode(), ["ok"]),
        (gzip.compress(HTML.encode(), mtime=0), ["ok"]),
        (b"\xef\xbb\xbf" + jsonl({"text": TEXT}, {"html": HTML}), ["ok", "ok"]),
        (gzip.compress(jsonl({"text": TEXT}, {"html": HTML}), mtime=0), ["ok", "ok"]),
        (b"%PDF-1.7", ["ReadingError:-"]),
        (b"", ["ReadingError:-"]),
        (gzip.compress(HTML.encode(), mtime=0)[:-9], ["ReadingError:-"]),
    ],
    ids=["text", "html", "gzip", "lines", "gzip-lines", "pdf", "empty", "cut"],
)
def test_standard_input(data: bytes, expected: list[str]) -> None:
    assert told(list(read_many(["-"], stdin=io.BytesIO(data)))) == expected


def test_many_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    stream = read_many([path, tmp_path / "later.txt"])
    assert isinstance(next(stream), Article)
    (tmp_path / "later.txt").write_text(TEXT)
    assert isinstance(next(stream), Article)


def test_addresses_are_fetched_only_when_asked() -> None:
    (found,) = read_many(["https://wire.example/a"])
    assert isinstance(found, RefusedAddress)
    assert "fetch=True" in found.message
    (found,) = read_many(["http://127.0.0.1/a"], fetch=True)
    assert isinstance(found, RefusedAddress)
