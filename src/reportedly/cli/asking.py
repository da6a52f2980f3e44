"""A store opened to be asked, with a word on what the filter names and nothing in it has."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly import views
from reportedly.cli.inputs import tell
from reportedly.desk.names import title
from reportedly.store import ClaimFilter, Store


@contextmanager
def asked(store: Path, *chosen: ClaimFilter) -> Iterator[Store]:
    """Yield the store, open for reading; say what the filters ask for and it does not know."""
    with Store.open(store, read_only=True) as opened:
        for one in chosen:
            tell_unknown(opened, one)
        yield opened


def tell_unknown(store: Store, chosen: ClaimFilter) -> None:
    """Say on standard error what the filter asks for and no claim of the store has."""
    for message in views.unknown(store, chosen, title):
        tell(message)
