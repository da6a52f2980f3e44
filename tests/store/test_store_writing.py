"""Adding: idempotent, all or nothing, resumable; recoding; problems; what is refused."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import msgspec
import pytest

from builders import CODER, LATER_TABLES, NEWER, article, claim
from reportedly.errors import StoreError
from reportedly.records import Article, Claim
from reportedly.store import ClaimFilter, Counts, Store, StoreCounts
from reportedly.views import ledger

Item = tuple[Article, list[Claim], str]


def items(count: int) -> list[Item]:
    made = []
    for number in range(count):
        sentence = f"Russia gave Iran food in case {number}."
        page = article(sentence, comment="Japan attacked Iran!")
        made.append(
            (
                page,
                [
                    claim(
                        page,
                        sentence,
                        "gave",
                        "AID",
                        actors=["Russia"],
                        recipients=["Iran"],
                        goods=[("food", "food")],
                    ),
                    claim(page, "Japan attacked Iran!", "attacked", "ASSAULT", actors=["Japan"]),
                ],
                f"in/{number}.txt",
            )
        )
    return made


def content(store: Store) -> dict[str, list[str]]:
    return {
        table: sorted(str(row) for row in store.rows(f"SELECT * FROM {table}"))
        for table in ("articles", "sections", "claims", "problems")
    }


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as store:
        assert store.add_many(items(5), batch=2) == Counts(added=5, claims=10)
        before = content(store)
        assert store.add_many(items(5), batch=3) == Counts(unchanged=5)
        assert store.add(items(1)[0][0], items(1)[0][1]) == Counts(unchanged=1)
        assert content(store) == before
        assert store.counts() == StoreCounts(
            articles=5, sections=10, claims=10, comment_claims=5, problems=0
        )


def test_a_duplicate_in_one_batch_is_stored_once() -> None:
    with Store.open(":memory:") as store:
        assert store.add_many(items(1) * 3) == Counts(added=1, unchanged=2, claims=2)


def test_batch_size_does_not_matter(tmp_path: Path) -> None:
    stores = []
    for batch in (1, 3, 100):
        with Store.open(tmp_path / f"{batch}.duckdb") as store:
            store.add_many(items(7), batch=batch)
            stores.append(content(store))
    assert stores[0] == stores[1] == stores[2]


def test_what_came_before_an_exception_is_kept() -> None:
    def broken():
        yield from items(3)
        raise KeyboardInterrupt

    with Store.open(":memory:") as store:
        with pytest.raises(KeyboardInterrupt):
            store.add_many(broken(), batch=2)
        assert store.counts().articles == 3


def test_recoding_replaces_the_claims_and_keeps_the_place() -> None:
    pages = items(3)
    page = pages[0][0]
    newer = claim(page, page.text.split("\n")[0], "gave", "COOPERATE", coder=NEWER)
    recoded = Article(
        **{f: getattr(page, f) for f in page.__struct_fields__ if f != "coder"}, coder=NEWER
    )
    with Store.open(":memory:") as store:
        store.add_many(pages)
        assert store.has(page.id, CODER)
        assert not store.has(page.id, NEWER)
        assert store.outdated(NEWER) == [unit[0].id for unit in pages]

        assert store.add(recoded, [newer]) == Counts(replaced=1, claims=1)

        assert list(store.claims(ClaimFilter(article=page.id))) == [newer]
        assert store.outdated(NEWER) == [unit[0].id for unit in pages[1:]]
        assert store.has(page.id, NEWER)
        assert next(store.article_ids()) == page.id
        assert store.recode(recoded, []) == Counts(replaced=1)
        assert list(store.claims(ClaimFilter(article=page.id))) == []


def test_an_article_without_a_coder_takes_that_of_its_claims() -> None:
    page = article("Russia gave aid.", coder=None)
    with Store.open(":memory:") as store:
        with pytest.raises(StoreError, match="code it first"):
            store.add(page, [])
        store.add(page, [claim(page, "Russia gave aid.", "gave", "AID")])
        assert store.has(page.id, CODER)
        assert store.add(page, [], coder=CODER) == Counts(unchanged=1)


def test_foreign_claims_are_refused() -> None:
    (one, claims, _), (other, _, _) = items(2)
    with Store.open(":memory:") as store:
        with pytest.raises(StoreError, match="not"):
            store.add(other, claims)
        with pytest.raises(StoreError, match="another coder"):
            store.add(one, [claim(one, one.text.split("\n")[0], "gave", "AID", coder=NEWER)])


def test_text_that_cannot_be_stored_is_a_problem_and_the_rest_goes_on() -> None:
    bad = Article(id="bad", text="a \ud800 b", coder=CODER)
    with Store.open(":memory:") as store:
        assert store.add_many([(bad, [], "in/bad.txt"), *items(1)]) == Counts(
            added=1, failed=1, claims=2
        )
        (problem,) = store.problems()
        assert (problem.source, problem.step, problem.article) == ("in/bad.txt", "store", "bad")


def test_a_problem_is_kept_once() -> None:
    with Store.open(":memory:") as store:
        assert store.add_problem("b.html", "read", "empty", when="2023-01-01T00:00:00Z")
        assert store.add_problem("a.html", "read", "empty\ud800")
        assert not store.add_problem("b.html", "read", "empty", when="2024-01-01T00:00:00Z")
        found = list(store.problems())
        assert [problem.source for problem in found] == ["a.html", "b.html"]
        assert found[1].seen == "2023-01-01T00:00:00Z"
        assert found[0].article is None


def test_reading_goes_on_while_the_store_is_written(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as store:
        store.add_many(items(5))
        seen = 0
        for page in store.articles():
            store.recode(page, [])
            seen += 1
        assert (seen, store.counts().claims) == (5, 0)


def test_many_threads_may_read(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as store:
        store.add_many(items(30))
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: len(list(store.claims())), range(40)))
    assert set(found) == {30}


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as store:
        with pytest.raises(duckdb.Error), store.transaction() as connection:
            connection.execute("CREATE TABLE pairs (a VARCHAR); SELECT 1 FROM nowhere")
        assert list(store.rows("SELECT 1 FROM duckdb_tables() WHERE table_name = 'pairs'")) == []


def test_a_read_only_store_refuses_to_write(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.duckdb") as store:
        store.add_many(items(2))
    with Store.open(tmp_path / "s.duckdb", read_only=True) as store:
        assert store.counts().claims == 4
        with pytest.raises(StoreError, match="for reading only"):
            store.add_many(items(3))


KILLED = """
import sys, time
sys.path[:0] = sys.argv[2:]
from test_store_writing import items
from reportedly.store import Store
def slowly():
    for number, item in enumerate(items(40)):
        if number == 23:
            print("half", flush=True)
            time.sleep(60)
        yield item
with Store.open(sys.argv[1]) as store:
    store.add_problem("in/x", "read", "empty")
    store.add_many(slowly(), batch=5)
"""


def test_a_killed_run_is_taken_up_and_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    here = Path(__file__).parent
    command = [sys.executable, "-c", KILLED, str(tmp_path / "k.duckdb"), str(here)]
    command += [str(here.parent), str(here.parents[1] / "src")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline().strip() == "half"
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
    with Store.open(tmp_path / "k.duckdb") as store:
        assert store.counts() == StoreCounts(
            articles=20, sections=40, claims=40, comment_claims=20, problems=1
        )
        store.add_problem("in/x", "read", "empty")
        assert store.add_many(items(40), batch=5) == Counts(added=20, unchanged=20, claims=40)
        resumed = content(store)
    with Store.open(tmp_path / "whole.duckdb") as store:
        store.add_problem("in/x", "read", "empty")
        store.add_many(items(40), batch=7)
        assert content(store) == resumed


HELD = "import duckdb, sys, time; c = duckdb.connect(sys.argv[1]); print('x', flush=True); {}"


def test_a_store_that_another_process_writes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "s.duckdb"
    Store.open(path).close()
    command = [sys.executable, "-c", HELD.format("time.sleep(60)"), str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        run.stdout.readline()
        with pytest.raises(StoreError, match="another process"):
            Store.open(path)
        run.kill()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            Store.open(path).close()
            break
        except StoreError:
            time.sleep(0.1)


def _text(path: Path) -> None:
    path.write_text("no store, a page" * 400, encoding="utf-8")


def _foreign(path: Path) -> None:
    with duckdb.connect(str(path)) as connection:
        connection.execute("CREATE TABLE birds (name VARCHAR)")


def _newer(path: Path) -> None:
    Store.open(path).close()
    with duckdb.connect(str(path)) as connection:
        connection.execute("INSERT INTO schema_migrations VALUES (9999, 'from the future')")


@pytest.mark.parametrize(
    ("prepare", "read_only", "message"),
    [
        (_text, False, "not a DuckDB file"),
        (_foreign, False, r"something else \(birds\)"),
        (_newer, False, "schema is number 9999"),
        (_newer, True, "schema is number 9999"),
        (lambda _: None, True, "no store here"),
        (Path.mkdir, False, "cannot be opened"),
        (lambda path: duckdb.connect(str(path)).close(), True, "open it once for writing"),
    ],
)
def test_what_cannot_be_opened_says_why(tmp_path: Path, prepare, read_only, message) -> None:
    path = tmp_path / "s.duckdb"
    prepare(path)
    with pytest.raises(StoreError, match=message) as caught:
        Store.open(path, read_only=read_only)
    assert str(path) in str(caught.value)


#: goods before they had sides
OLD_GOODS = """STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR, category VARCHAR,
quantity DOUBLE, unit VARCHAR)[] USING list_transform(goods, lambda g: {'start': g."start",
'end': g."end", 'text': g."text", 'category': g.category, 'quantity': g.quantity,
'unit': g.unit})"""


def _first_version(path: Path) -> tuple[Article, list[Claim]]:
    """Make a store as the first schema had it, with one coded article, and return that."""
    page, claims, _ = items(1)[0]
    with Store.open(path) as store:
        store.add(page, claims)
    with duckdb.connect(str(path)) as connection:
        connection.execute("DROP INDEX claims_added")
        for table in ("articles", "claims"):
            connection.execute(f"ALTER TABLE {table} DROP COLUMN coder_places")
        connection.execute("ALTER TABLE claims DROP COLUMN added")
        connection.execute(f"ALTER TABLE claims ALTER goods SET DATA TYPE {OLD_GOODS}")
        for table in LATER_TABLES:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP SEQUENCE decision_numbers")
        connection.execute("DELETE FROM schema_migrations WHERE number > 1")
    return page, claims


@pytest.mark.parametrize("read_only", [False, True])
def test_what_an_older_version_stored_opens(tmp_path: Path, read_only: bool) -> None:
    path = tmp_path / "s.duckdb"
    page, claims = _first_version(path)
    with Store.open(path, read_only=read_only) as store:
        assert list(store.articles()) == [page]
        (sided,) = (good for good in claims[0].goods)
        bare = msgspec.structs.replace(sided, giver=None, receiver=None)
        # the second claim is of a comment
        assert list(store.claims()) == [msgspec.structs.replace(claims[0], goods=(bare,))]
        assert [(row.givers, row.receivers) for row in ledger(store)] == [((), ())]
        assert [claim.coder.places for claim in store.claims()] == [None]
        assert store.has(page.id, CODER)
        assert store.outdated(msgspec.structs.replace(CODER, places="geonames 1")) == [page.id]


def test_every_table_and_column_is_commented() -> None:
    with Store.open(":memory:") as store:
        tables = list(store.rows("SELECT table_name AS t, comment FROM duckdb_tables()"))
        columns = list(
            store.rows(
                "SELECT table_name || '.' || column_name AS t, comment, is_nullable"
                " FROM duckdb_columns() WHERE NOT internal"
            )
        )
    assert {row["t"] for row in tables} == {
        "articles", "sections", "claims", "problems", "schema_migrations", *LATER_TABLES,
    }  # fmt: skip
    assert [row["t"] for row in tables + columns if not row["comment"]] == []
    # The comment says what absence means: "never null" exactly where the column is NOT NULL.
    lists = ("authors", "contexts", "actors", "recipients", "goods", "voices", "links", "rules")
    for row in columns:
        if row["t"].split(".")[1] in lists:
            assert "empty" in row["comment"], row["t"]
        else:
            assert ("never null" in row["comment"]) is not row["is_nullable"], row["t"]
