"""How long linking takes, and how much memory: articles of small stores against large ones."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random
from time import perf_counter, process_time
from typing import NamedTuple

from bench.scale.affairs import Item, items
from bench.throughput import peak_megabytes
from reportedly.linking import stored
from reportedly.store import Store

#: articles to a transaction while a store is filled: filling is not what is measured
_FILL = 2_000


class Cost(NamedTuple):
    """What linking a store took: seconds of the processor and by the clock, megabytes at most."""

    articles: int
    claims: int
    events: int
    decisions: int
    cpu: float
    clock: float
    megabytes: float


def fill(path: Path, given: Iterable[Item]) -> None:
    """Write the articles with their claims into a new store."""
    path.unlink(missing_ok=True)
    with Store.open(path) as store:
        store.add_many(given, batch=_FILL)


def link(path: Path) -> Cost:
    """Link the store in this process and return what it took."""
    with Store.open(path) as store:
        cpu, clock = process_time(), perf_counter()
        stored.update(store, Batches())
        took = process_time() - cpu, perf_counter() - clock
        counts = store.counts()
        sql = "SELECT (SELECT count(*) FROM events) AS e, (SELECT count(*) FROM decisions) AS d"
        (row,) = store.rows(sql)
        return Cost(
            counts.articles, counts.claims, row["e"], row["d"], *took, round(peak_megabytes(), 1)
        )


class Batches:
    """Tells of every batch what it took: whether an article costs more in a larger store."""

    def __init__(self) -> None:
        self._done, self._from = 0, process_time()

    def __call__(self, articles: int) -> None:
        """Tell of a batch of so many articles, to standard error."""
        now = process_time()
        self._done += articles
        each = 1000 * (now - self._from) / max(1, articles)
        words = f"{self._done:8,} articles  {each:6.1f} ms each  peak {peak_megabytes():,.0f} MB"
        print(words, file=sys.stderr, flush=True)
        self._from = now


def measured(number: int, seed: int, shuffled: bool = False) -> Cost:
    """Return the cost of linking so many articles, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="scale-") as folder:
        path = Path(folder) / "news.duckdb"
        fill(path, in_order(number, seed, shuffled))
        return linked_apart(path)


def in_order(number: int, seed: int, shuffled: bool) -> Iterable[Item]:
    """Return the articles as they come, or in an order drawn by the seed."""
    if not shuffled:
        return items(number, seed)
    given = list(items(number, seed))
    Random(seed).shuffle(given)
    return given


def linked_apart(path: Path) -> Cost:
    """Link the store in a process of its own, whose memory is all linking's."""
    words = [sys.executable, "-m", "bench.scale", "only-link", str(path)]
    done = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
    return Cost(*json.loads(done.stdout.splitlines()[-1]))


def event_sets(path: Path) -> list[str]:
    """Return the records of the store's events, sorted: equal lists are equal events."""
    with Store.open(path, read_only=True) as store:
        return sorted(row["record"] for row in store.rows("SELECT record FROM events"))


def table(costs: Iterable[Cost]) -> str:
    """Return what was measured, each line against the first."""
    lines, first = ["articles   claims   events  cpu/article  of the first  peak MB"], None
    for cost in costs:
        each = cost.cpu / cost.articles
        first = first or each
        lines.append(
            f"{cost.articles:8,} {cost.claims:8,} {cost.events:8,} {1000 * each:9.1f} ms"
            f" {each / first:12.2f}x {cost.megabytes:9,.0f}   ({cost.clock:,.0f} s by the clock)"
        )
    return "\n".join(lines)
