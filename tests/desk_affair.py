"""A store of the affair of tests/linking: wires, copies, a denial, plans kept and called off."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "linking"))

import affair

import reportedly
from reportedly.linking import stored
from reportedly.store import Store


def fill_affair(path: Path) -> Path:
    """Code the affair into a store, link it, and return its path."""
    coder = reportedly.load()
    with Store.open(path) as store:
        store.add_many(((one, coder.code(one)) for one in affair.articles()), coder=coder.info)
        stored.update(store)
    return path
