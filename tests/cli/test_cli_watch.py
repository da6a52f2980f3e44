"""A watched folder, a watched feed, on the command line."""

from __future__ import annotations

import json

import pytest

from reportedly import views
from reportedly.errors import ReadingError
from reportedly.reading.fetch import Fetched
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


FEED = f"""<rss version="2.0"><channel><title>Harbour</title><item><title>Rice for Kara</title>
<link>https://harbour.example/rice</link><description>{PAGE}</description></item></channel></rss>"""


def test_a_feed_is_asked_its_events_are_printed_and_how_it_did_is_kept(run, tmp_path, monkeypatch):
    def get(url, **_):
        if "down" in url:
            raise ReadingError(url, "the server answered 503")
        return Fetched(url=url, data=FEED.encode(), charset=None, kind=None)

    monkeypatch.setattr("reportedly.reading.polling.fetch", get)
    store, feeds = tmp_path / "own.duckdb", ("https://harbour.example/rss", "https://down.example/")
    result = run("watch", *feeds, "--store", store, "--once", "--format", "jsonl")
    assert result.exit_code == 0, result.output
    assert [json.loads(line)["type"] for line in result.stdout.splitlines()] == ["AID"]
    assert "rss: 1 entry" in result.stderr
    assert "the server answered 503" in result.stderr
    with Store.open(store, read_only=True) as opened:
        found = {row.source: (row.found, row.fresh, row.failing) for row in views.inputs(opened)}
    assert found == {feeds[0]: (1, 1, 0), feeds[1]: (0, 0, 1)}
    assert run("watch", tmp_path / "nowhere", "--once").exit_code == 2
