"""How soon every screen of the desk answers, with many claims in the store."""

from __future__ import annotations

import statistics
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import NamedTuple

import duckdb
from fastapi import FastAPI
from fastapi.testclient import TestClient

from bench.scale.affairs import items
from bench.scale.linking import fill, link
from reportedly.desk.app import create_app
from reportedly.desk.office import Settings
from reportedly.store import Store

#: seconds in which a screen answers: half of the times, and nineteen of twenty
MEDIAN, NINETEENTH = 0.3, 1.0
#: articles that are made one by one; the rest repeat them under other ids and later days
_MADE, _LATER = 13_200, 100
_FILTERS = (
    "",
    "?party=AGO",
    "?status=negated",
    "?type=AID&since=2016-01-01",
    "?voice=any&good=food",
)
_SCREENS = ("/claims", "/timeline", "/ledger", "/network", "/map", "/series", "/sources")
_OTHERS = (
    "/", "/events", "/events?party=AGO", "/promises", "/problems", "/correct",
    "/copies", "/copies?change=any&party=AGO", "/claims?text=Angola", "/series?text=harbour",
    "/articles", "/articles?text=Angola",
    "/dossier?a=AGO&b=BTN", "/claims?sort=when&down=1&page=50", "/find?q=Angola",
)  # fmt: skip


class Took(NamedTuple):
    """A screen's address, and the seconds by the clock and of the processor that each try took."""

    address: str
    tries: tuple[tuple[float, float], ...]

    @property
    def seconds(self) -> list[float]:
        """By the clock."""
        return [clock for clock, _ in self.tries]

    @property
    def cpu(self) -> float:
        """Of the processor, at the median."""
        return statistics.median(cpu for _, cpu in self.tries)


def filled(path: Path, times: int) -> None:
    """Write a store of some 50,000 claims with their events, so many times over.

    Its events cost four minutes of the processor, once.
    """
    fill(path, items(_MADE))
    link(path)
    repeated(path, times)


def repeated(path: Path, times: int) -> None:
    """Add what the store holds so often that it is there so many times."""
    with duckdb.connect(str(path)) as connection:
        ((number,),) = connection.execute("SELECT max(added) + 1 FROM articles").fetchall()
        for at in range(1, times):
            for sql in _again(at, at * number):
                connection.execute(sql, [number] if "$1" in sql else None)
        connection.execute("DELETE FROM identities_made")
        _packed(connection)
    Store.open(path).close()


def _packed(connection: duckdb.DuckDBPyConnection) -> None:
    """Pack the records of the events, as linking does: those of the repeated ones name others."""

    def packed(record: str) -> bytes:
        return zlib.compress(record.encode(), 1)

    connection.create_function("packed_of", packed, ["VARCHAR"], "BLOB")
    connection.execute("UPDATE events SET packed = packed_of(record)")
    connection.remove_function("packed_of")


def _again(at: int, added: int) -> Iterator[str]:
    """Yield what adds the first articles, claims and events once more."""
    yield f"""INSERT INTO articles SELECT * REPLACE (id || '-{at}' AS id, added + {added} AS added,
        url || '-{at}' AS url, {_later("published_value", at)} AS published_value)
        FROM articles WHERE added < $1"""
    own = "NOT contains(article, '-')"
    yield f"""INSERT INTO sections SELECT * REPLACE (article || '-{at}' AS article)
        FROM sections WHERE {own}"""
    yield f"""INSERT INTO claims SELECT * REPLACE (id || '-{at}' AS id,
        article || '-{at}' AS article, added + {added} AS added) FROM claims WHERE {own}"""
    yield f"""INSERT INTO linked SELECT * REPLACE (article || '-{at}' AS article)
        FROM linked WHERE {own}"""
    yield f"""INSERT INTO event_claims SELECT event || '-{at}', claim || '-{at}', article || '-{at}'
        FROM event_claims WHERE {own}"""
    changes = f"""list_transform(changes, lambda c: {{'change': c.change, 'was': c.was,
        'now': c.now, 'claim': c.claim || '-{at}', 'from_claim': c.from_claim || '-{at}'}})"""
    yield f"""INSERT INTO event_copies SELECT * REPLACE (event || '-{at}' AS event,
        article || '-{at}' AS article, from_article || '-{at}' AS from_article,
        {changes} AS changes, {_later("published", at)} AS published)
        FROM event_copies WHERE NOT contains(event, '-')"""
    yield f"""INSERT INTO plan_actors SELECT * REPLACE (event || '-{at}' AS event)
        FROM plan_actors WHERE NOT contains(event, '-')"""
    yield f"""INSERT INTO event_stances SELECT * REPLACE (event || '-{at}' AS event,
        claim || '-{at}' AS claim) FROM event_stances WHERE NOT contains(event, '-')"""
    yield f"""INSERT INTO decisions SELECT * REPLACE (nextval('decision_numbers') AS number,
        one || '-{at}' AS one, other || '-{at}' AS other)
        FROM decisions WHERE NOT contains(one, '-')"""
    days = ("first_reported", "last_reported", "turned", "due_to")
    later = ", ".join(f"{_later(name, at)} AS {name}" for name in days)
    record = f"""regexp_replace(record, '"([0-9a-f]{{32}})"', '"\\1-{at}"', 'g')"""
    yield f"""INSERT INTO events SELECT * REPLACE (id || '-{at}' AS id,
        first_claim || '-{at}' AS first_claim, {record} AS record, {later})
        FROM events WHERE NOT contains(id, '-')"""


def _later(column: str, at: int) -> str:
    """Return the day of a column so much later, in SQL."""
    day = f"CAST(CAST(left({column}, 10) AS DATE) + INTERVAL {at * _LATER} DAY AS DATE)"
    return f"{day}::VARCHAR || substr({column}, 11)"


def timed(path: Path, tries: int) -> list[Took]:
    """Ask for every screen under every filter, so many times each, and return what it took.

    Every time as if nobody had asked before: what the desk remembers is dropped.
    """
    addresses = [screen + chosen for screen in _SCREENS for chosen in _FILTERS]
    app = create_app(Settings(path=path))
    client = TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
    found = []
    with client:
        client.get("/problems")  # takes the copy
        for address in (*addresses, *_OTHERS):
            found.append(Took(address, tuple(_once(client, address, app) for _ in range(tries))))
            print(".", end="", file=sys.stderr, flush=True)
    return found


def _once(client: TestClient, address: str, app: FastAPI) -> tuple[float, float]:
    with app.state.office.snapshots.reading() as copy:
        copy.store.forget()
    before = perf_counter(), process_time()
    answer = client.get(address)
    took = perf_counter() - before[0], process_time() - before[1]
    if answer.status_code not in (200, 303):
        raise RuntimeError(f"{address}: {answer.status_code}")
    return took


def report(found: list[Took]) -> str:
    """Return a line a screen: its median and its slowest, over the two limits."""
    lines = [f"{'address':48} median/{MEDIAN} s  slowest/{NINETEENTH} s  processor/{MEDIAN} s"]
    for one in sorted(found, key=lambda took: -statistics.median(took.seconds)):
        middle, most = statistics.median(one.seconds), max(one.seconds)
        lines.append(
            f"{one.address:48} {middle / MEDIAN:12.2f} {most / NINETEENTH:14.2f}"
            f" {one.cpu / MEDIAN:14.2f}"
        )
    every = sorted(second for one in found for second in one.seconds)
    light = sum(one.cpu <= MEDIAN for one in found)
    within = sum(statistics.median(one.seconds) <= MEDIAN for one in found)
    lines.append(
        f"all: median {statistics.median(every) / MEDIAN:.2f} of {MEDIAN} s, 19 of 20 within"
        f" {every[int(0.95 * (len(every) - 1))] / NINETEENTH:.2f} of {NINETEENTH} s;"
        f" {within} of {len(found)} addresses below {MEDIAN} s at the median"
        f" ({light} by the processor)"
    )
    return "\n".join(lines)
