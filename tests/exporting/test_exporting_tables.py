"""CSV and Parquet hold every field, and give the record back."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from builders import article, claim
from reportedly.exporting import ExportCounts, to_csv, to_parquet
from reportedly.exporting.tables import TABLE_SCHEMA
from reportedly.records import Claim
from reportedly.store.rows import claim_of

TEXT = '=SUM(1) "quoted", Washington said Russia gave Iran oil.'
NOTE = "Iran\nstruck!"


@pytest.fixture
def pages():
    page = article(TEXT, comment=NOTE)
    bare = article("Iran met Russia.", published=None, publisher=None, title=None)
    return {page.id: page, bare.id: bare}, [
        claim(page, TEXT, "gave", "AID", actors=["Russia"], recipients=["Iran"],
              goods=[("oil", "energy.oil")], voices=[("Washington", "said")],
              when=("2023-05-03", None)),
        claim(page, NOTE, "struck", "ASSAULT", actors=["Iran"]),
        claim(bare, "Iran met Russia.", "met", kind="want", content="Russia"),
    ]  # fmt: skip


def test_parquet_gives_the_claims_back(pages, tmp_path: Path) -> None:
    articles, claims = pages
    assert to_parquet(claims, articles.get, tmp_path / "c.parquet") == ExportCounts(written=3)
    table = pq.read_table(tmp_path / "c.parquet")
    rows = table.to_pylist()
    assert [claim_of(row) for row in rows] == claims
    assert rows[0]["article_published"] == "2023-09-14T08:00:00+00:00"
    assert rows[0]["article_published_basis"] == "stated"
    assert rows[2]["article_title"] is None
    assert table.schema.field("actors").type.value_type.field("country") is not None


def test_csv_gives_the_claims_back(pages) -> None:
    articles, claims = pages
    stream = io.BytesIO()
    assert to_csv(claims, articles.get, stream) == ExportCounts(written=3)
    rows = list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8"), newline="")))
    assert list(rows[0]) == TABLE_SCHEMA.names
    read = []
    for row in rows:
        cells = {
            name: (value or None)
            if TABLE_SCHEMA.field(name).type == "string"
            else json.loads(value or "null")
            for name, value in row.items()
        }
        read.append(claim_of(cells))
    assert read == claims
    assert json.loads(rows[0]["sentence"])["text"].startswith("=SUM")
    assert stream.getvalue().startswith(b'"id","article","section"')


def test_every_field_of_the_record_has_a_column() -> None:
    fields = {field.name for field in msgspec.structs.fields(Claim)} - {"coder"}
    assert fields < set(TABLE_SCHEMA.names)
    assert sum(name.startswith("coder_") for name in TABLE_SCHEMA.names) == 6


def test_same_claims_same_bytes(pages, tmp_path: Path) -> None:
    articles, claims = pages
    for write, name in ((to_csv, "csv"), (to_parquet, "parquet")):
        for path in (tmp_path / f"1.{name}", tmp_path / f"2.{name}"):
            write(claims, articles.get, path)
        assert (tmp_path / f"1.{name}").read_bytes() == (tmp_path / f"2.{name}").read_bytes()


def test_nothing_to_write_still_gives_a_readable_file(tmp_path: Path) -> None:
    assert to_parquet([], lambda _: None, tmp_path / "c.parquet").written == 0
    assert pq.read_table(tmp_path / "c.parquet").schema.names == TABLE_SCHEMA.names
    assert to_csv([], lambda _: None, tmp_path / "c.csv").written == 0
