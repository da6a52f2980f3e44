"""A watched folder: its pages are added as they come; the first screen shows their events."""

from __future__ import annotations

import time

import pytest

from desk_store import TALKS, desk_on, fill
from reportedly.errors import UsageError
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
    monkeypatch.setattr("reportedly.desk.watching.Watcher.__init__.__defaults__", (0.1,))
    folder = tmp_path / "incoming"
    folder.mkdir()
    path = tmp_path / "own.duckdb"
    with Store.open(path) as store:
        fill(store)
    with desk_on(path, watch=folder) as client:
        assert "0 articles" in client.get("/watch/items").text
        kept = folder / "talks.txt"
        kept.write_text(f"Neighbours talk\n\n{TALKS} They spoke of nets.", encoding="utf-8")
        until = time.monotonic() + 60
        while "/events/" not in client.get("/watch/items").text and time.monotonic() < until:
            time.sleep(0.3)
        assert "/events/" in client.get("/watch/items").text
        assert "Watching" in client.get("/").text
        assert kept.exists()


def test_without_a_folder_nothing_is_watched(desk):
    assert desk.get("/watch/items").status_code == 404
