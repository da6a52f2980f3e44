"""Inputs: how fresh each feed, archive or folder is that was given to be read, and whether it
fails."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.records import Record
from reportedly.store import Store
from reportedly.views.asked import question, rows


class InputRow(Record, frozen=True, kw_only=True):
    """One source as it was given to `add`: a feed, an archive, an address, a file, a folder.

    readings   how often it was read
    first_read, last_read  ISO 8601
    last_fresh when it last had an article that the store did not have; null when never
    found, fresh  of the last reading: how many articles it held, and how many the store lacked
    articles   how many new ones all readings brought
    newest     last day of publication among its articles, ISO 8601; null when none has one
    age        days from that to the last reading; null without it
    failures   how many readings gave problems and no article; failing, how many of them in a row,
               up to the last: 0 when that went well
    problems, message  of the last reading: how many inputs could not be read, and why the last one
    """

    source: str
    readings: int
    first_read: str
    last_read: str
    last_fresh: str | None
    found: int
    fresh: int
    articles: int
    newest: str | None
    age: int | None
    failures: int
    failing: int
    problems: int
    message: str | None


def inputs(store: Store) -> Iterator[InputRow]:
    """Yield every source that was given to be read: what fails first, then what was read last."""
    return rows(store, question("inputs"), InputRow)
