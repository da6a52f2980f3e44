"""The desk and `add` in another process do not keep each other out."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from builders import article, claim
from desk_store import desk_on, fill
from reportedly import views
from reportedly.desk.snapshot import Snapshots
from reportedly.errors import StoreError
from reportedly.store import ClaimFilter, RememberingStore, Store

HOLD = """
import sys
from reportedly.store import Store
with Store.open(sys.argv[1]) as store:
    print("open", flush=True)
    sys.stdin.readline()
"""
HERE = Path(__file__).parents[1]
ADD = """
import sys
sys.path.insert(0, ".")
from desk.test_desk_snapshot import add_one
add_one(sys.argv[1], int(sys.argv[2]))
"""
TEXT = "Japan met Iran."


def add_one(path, number=0):
    page = article(f"{TEXT} {number}", title=f"Number {number}")
    with Store.open(path) as store:
        store.add(page, [claim(page, TEXT, "met", "CONSULT", actors=["Japan"])])


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "news.duckdb"
    with Store.open(found) as store:
        fill(store)
    return found


def test_what_is_added_is_there_at_the_next_question(path):
    snapshots = Snapshots(path)
    with snapshots.reading() as copy:
        assert copy.counts.articles == 2
        add_one(path)  # the desk does not hold the file
        snapshots.refresh()
        with snapshots.reading() as newer:
            assert newer.counts.articles == 3
        assert copy.store.counts().articles == 2  # a question sees one state to its end
    snapshots.close()


def test_while_another_writes_the_last_state_is_shown(path):
    with desk_on(path) as desk:
        assert "2 articles" in desk.get("/claims").text
        add_one(path)
        with subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        ) as other:
            other.stdout.readline()
            desk.app.state.office.snapshots.refresh()
            text = desk.get("/claims").text
            assert "being written by another program" in text
            assert "2 articles" in text
            other.stdin.write(b"\n")
            other.stdin.close()
        desk.app.state.office.snapshots.refresh()
        text = desk.get("/claims").text
        assert "being written" not in text
        assert "3 articles" in text


def test_a_store_that_was_taken_from_the_start_is_an_error_that_says_so(path):
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        other.stdout.readline()
        with desk_on(path) as desk:
            assert desk.get("/claims").status_code == 503
            body = desk.get("/api/claims").json()
            assert body["error"]["code"] == "store_away"
        other.stdin.close()


def test_many_readers_while_somebody_adds(path):
    snapshots = Snapshots(path)
    failures: list[BaseException] = []

    def read():
        try:
            for _ in range(15):
                snapshots.refresh()
                with snapshots.reading() as copy:
                    assert sum(1 for _ in copy.store.claims()) >= 10
        except (StoreError, AssertionError) as problem:
            failures.append(problem)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in range(4):
        subprocess.run(
            [sys.executable, "-c", ADD, str(path), str(number)], check=True, cwd=str(HERE)
        )
    for reader in readers:
        reader.join()
    assert failures == []
    snapshots.refresh()
    with snapshots.reading() as copy:
        assert copy.counts.articles == 6
    folder = copy.path.parent
    assert len(list(folder.glob("*.duckdb"))) == 1
    snapshots.close()
    assert not folder.exists()


def test_words_are_looked_for_once_and_find_the_same(store_path):
    words = ["Russia", "shells", "JAPAN", "nothing like it", "'", "%", "met", "a", "e", "North", ""]
    with Store.open(store_path, read_only=True) as plain:
        expected = [_found(plain, text) for text in words]
    with RememberingStore.open(store_path, read_only=True) as store:
        assert [_found(store, text) for text in [*words, *words]] == [*expected, *expected]
        store.forget()
        assert [_found(store, text) for text in words] == expected


def _found(store, text):
    chosen = ClaimFilter(text=text)
    listed = [row.claim.id for row in views.claim_page(store, chosen, views.Page(0, 50))]
    return views.count(store, chosen), listed, list(views.facets(store, chosen))
