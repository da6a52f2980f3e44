"""A watched folder, a watched feed: what is new is added; the first screen shows its events."""

from __future__ import annotations

import time

import pytest

from desk_store import TALKS, desk_on, fill
from reportedly import views
from reportedly.errors import ReadingError, UsageError
from reportedly.reading.fetch import Fetched
from reportedly.reading.watching import Watched
from reportedly.store import Store


def test_a_file_counts_when_two_looks_find_it_the_same(tmp_path):
    watched = Watched(tmp_path)
    page = tmp_path / "below" / "page.txt"
    page.parent.mkdir()
    page.write_text("Half of", encoding="utf-8")
    (tmp_path / ".hidden").write_text("no", encoding="utf-8")
    assert watched.look() == []
    page.write_text("Half of it, and the rest", encoding="utf-8")
    assert watched.look() == []
    assert watched.look() == [page]
    assert watched.look() == []
    page.write_text("Changed since.", encoding="utf-8")
    assert watched.look(settled=True) == [page]
    with pytest.raises(UsageError):
        Watched(page)


def test_the_desk_shows_events_as_they_come(tmp_path, monkeypatch):
    monkeypatch.setattr("reportedly.desk.watching._EVERY", 0.1)
    folder = tmp_path / "incoming"
    folder.mkdir()
    path = tmp_path / "own.duckdb"
    with Store.open(path) as store:
        fill(store)
    with desk_on(path, watch=(str(folder),)) as client:
        assert "0 articles" in client.get("/watch/items").text
        kept = folder / "talks.txt"
        kept.write_text(f"Neighbours talk\n\n{TALKS} They spoke of nets.", encoding="utf-8")
        until = time.monotonic() + 60
        while "/events/" not in client.get("/watch/items").text and time.monotonic() < until:
            time.sleep(0.3)
        assert "/events/" in client.get("/watch/items").text
        assert "Watching" in client.get("/").text
        assert kept.exists()


FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>
<item><title>Neighbours talk</title><link>https://harbour.example/talks</link>
<description>{TALKS} They spoke of nets.</description></item></channel></rss>"""


def test_a_feed_is_asked_and_shows_how_it_does(tmp_path, monkeypatch):
    asked = []

    def get(url, *, known=None):
        asked.append(known)
        if "down" in url:
            raise ReadingError(url, "the server answered 503")
        return Fetched(url=url, data=FEED.encode(), charset=None, kind=None)

    monkeypatch.setattr("reportedly.desk.watching._EVERY", 0.1)
    monkeypatch.setattr("reportedly.reading.polling.fetch", get)
    path = tmp_path / "own.duckdb"
    with Store.open(path) as store:
        fill(store)
    feeds = ("https://harbour.example/rss", "https://down.example/rss")
    with desk_on(path, watch=feeds) as client:
        until = time.monotonic() + 60
        while "/events/" not in client.get("/watch/items").text and time.monotonic() < until:
            time.sleep(0.3)
        shown = client.get("/watch/items").text
        assert "/events/" in shown
        assert "1 new entry" in shown
        assert "the server answered 503" in shown
        while "down.example" not in client.get("/problems").text and time.monotonic() < until:
            time.sleep(0.3)
        page = client.get("/problems").text
        assert "1 time in a row: the server answered 503" in page
    assert len(asked) == 2
    with Store.open(path, read_only=True) as store:
        found = {row.source: (row.found, row.fresh, row.failing) for row in views.inputs(store)}
    assert found == {feeds[0]: (1, 1, 0), feeds[1]: (0, 0, 1)}


def test_without_a_folder_nothing_is_watched(desk):
    assert desk.get("/watch/items").status_code == 404
