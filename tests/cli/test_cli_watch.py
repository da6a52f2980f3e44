"""A watched folder on the command line."""

from __future__ import annotations

import json

import pytest

from reportedly.store import Store

pytestmark = pytest.mark.parser
PAGE = "OSLO, 4 March 2024 - Norway sent rice to Togo on Sunday after floods in Kara."


def test_what_comes_is_added_and_its_events_are_printed(run, tmp_path):
    folder, store = tmp_path / "incoming", tmp_path / "own.duckdb"
    folder.mkdir()
    (folder / "rice.txt").write_text(f"Rice for Kara\n\n{PAGE}\n", encoding="utf-8")
    result = run("watch", folder, "--store", store, "--once", "--format", "jsonl")
    assert result.exit_code == 0, result.output
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["type"] for one in found] == ["AID"]
    assert "1 article added" in result.stderr
    again = run("watch", folder, "--store", store, "--once", "--format", "jsonl")
    assert (again.exit_code, again.stdout) == (0, "")
    with Store.open(store, read_only=True) as opened:
        assert len(list(opened.article_ids())) == 1
