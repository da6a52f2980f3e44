"""The store: one DuckDB file that holds articles, claims and problems, and finds them again."""

from reportedly.store.database import Problem, Store, StoreCounts
from reportedly.store.filter import ClaimFilter
from reportedly.store.opening import Limits
from reportedly.store.remembering import RememberingStore
from reportedly.store.rows import coder_digest
from reportedly.store.writing import Counts

__all__ = [
    "ClaimFilter",
    "Counts",
    "Limits",
    "Problem",
    "RememberingStore",
    "Store",
    "StoreCounts",
    "coder_digest",
]
