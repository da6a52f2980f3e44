"""A store of two articles built by hand, and a desk on it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pytest

from desk_store import desk_on, fill
from reportedly.store import Store


@pytest.fixture(scope="session")
def store_path(tmp_path_factory):
    """A store that no test changes."""
    path = tmp_path_factory.mktemp("desk") / "news.duckdb"
    with Store.open(path) as store:
        fill(store)
    return path


@pytest.fixture(scope="session")
def desk(store_path):
    with desk_on(store_path) as client:
        yield client
