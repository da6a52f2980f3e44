"""What must hold however articles come in: any order, and a process that is killed anywhere."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from itertools import batched
from pathlib import Path
from random import Random

from bench.scale.affairs import items
from bench.scale.linking import event_sets, fill, in_order, link
from reportedly.linking import stored
from reportedly.store import Store

#: articles that are added before the next are linked; linking takes them in one transaction
STEP = 60
#: in how many parts articles come in when their order is looked at
_PARTS = 5


def same_in_any_order(number: int, seed: int) -> bool:
    """Tell whether so many articles make the same events all at once, and shuffled in parts."""
    with tempfile.TemporaryDirectory(prefix="scale-") as folder:
        whole, parts = Path(folder) / "whole.duckdb", Path(folder) / "parts.duckdb"
        fill(whole, in_order(number, seed, False))
        link(whole)
        with Store.open(parts) as store:
            for some in batched(in_order(number, seed, True), -(-number // _PARTS)):
                store.add_many(some, batch=len(some))
                stored.update(store)
        found = event_sets(whole)
        return bool(found) and found == event_sets(parts)


def add_and_link(path: Path, number: int, seed: int, step: int = STEP) -> None:
    """Add so many articles and link them, a step at a time: what is killed, and taken up again."""
    given = list(items(number, seed))
    with Store.open(path) as store:
        for first in range(0, number, step):
            store.add_many(given[first : first + step], batch=step // 3)
            stored.update(store)


def survives(number: int, times: int, seed: int, step: int = STEP) -> bool:
    """Kill a process that adds and links at random moments; tell whether the end is the same.

    Every time it is started again on the same store, until it has been killed so often; then it
    may end. Nothing may be lost or there twice.
    """
    with tempfile.TemporaryDirectory(prefix="scale-") as folder:
        whole, cut = Path(folder) / "whole.duckdb", Path(folder) / "cut.duckdb"
        before = time.monotonic()
        _child(whole, number, seed, step).wait()
        took, draw = time.monotonic() - before, Random(seed)
        killed = 0
        while killed < times:
            child = _child(cut, number, seed, step)
            try:
                child.wait(timeout=draw.uniform(0.05, 1.0) * took)
                cut.unlink()  # it ended before its time: from the start
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
                killed += 1
        add_and_link(cut, number, seed, step)
        return _content(whole) == _content(cut) and event_sets(whole) == event_sets(cut)


def _child(path: Path, number: int, seed: int, step: int) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "bench.scale", "--seed", str(seed)]
    return subprocess.Popen([*words, "only-add", str(path), str(number), str(step)])


def _content(path: Path) -> list[tuple[object, ...]]:
    """Return every article, claim, and claim in an event, sorted."""
    sql = """
    SELECT 'article' AS a, id AS b, '' AS c FROM articles
    UNION ALL SELECT 'claim', id, article FROM claims
    UNION ALL SELECT 'event', claim, event FROM event_claims
    """
    with Store.open(path, read_only=True) as store:
        return sorted(tuple(row.values()) for row in store.rows(sql))
