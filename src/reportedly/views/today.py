"""What has come in of late: how much was read, and how many events it makes new or changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.records import Record
from reportedly.records.dates import day_of
from reportedly.store import Store
from reportedly.views.asked import question, rows
from reportedly.views.event_pages import last_day, outcome_counts, sort_counts

#: days that a stretch may have, the shortest first; the first with so many articles is chosen
STRETCHES = {"day": 1, "week": 7, "month": 30, "quarter": 91, "year": 365}
_ENOUGH = 10
_SORTS = ("new", "changed", "contested", "denied", "differing", "copied")


class OutletRead(Record, frozen=True, kw_only=True):
    """How many articles of an outlet appeared, and when the last one did; outlet null: unknown."""

    outlet: str | None
    articles: int
    last: str | None


class Today(Record, frozen=True, kw_only=True):
    """What appeared from one day on.

    since     first day, ISO 8601; null: everything, articles without a day too
    until     last day of publication in the store; null when no article has one
    articles, claims  how many appeared; claims without those of comments
    undated   how many articles of the store have no day and are in no stretch
    outlets   where, the most frequent first
    new, changed, contested, denied, differing, copied  how many events, see SORTS
    open, overdue  how many plans are to come, and how many are past their last day, of all times
    problems  how many inputs could not be read, of all times
    waiting   how many articles are in no event yet
    """

    since: str | None
    until: str | None
    articles: int
    undated: int
    claims: int
    outlets: tuple[OutletRead, ...]
    new: int
    changed: int
    contested: int
    denied: int
    differing: int
    copied: int
    open: int
    overdue: int
    problems: int
    waiting: int


class _Counted(Record, frozen=True, kw_only=True):
    """How much of everything there is; see Today."""

    articles: int
    claims: int
    undated: int
    problems: int


def today(store: Store, since: str | None = None) -> Today:
    """Return what appeared from that day on; None: of all times. Raises UsageError for no date."""
    counts = sort_counts(store, _SORTS, since)
    plans = outcome_counts(store)
    found = next(rows(store, question("today"), _Counted, {"since": since}))
    return Today(
        since=since,
        until=last_day(store),
        articles=found.articles,
        undated=found.undated,
        claims=found.claims,
        outlets=tuple(outlets_read(store, since)),
        open=plans["open"],
        overdue=plans["overdue"],
        problems=found.problems,
        waiting=waiting(store),
        **counts,
    )


def waiting(store: Store) -> int:
    """Return how many articles are in no event yet, as they are now."""
    told = """
    SELECT
        (SELECT (count(*), bit_xor(hash(id, coder_digest))) FROM articles)
            IS NOT DISTINCT FROM
        (SELECT (count(*), bit_xor(hash(article, coder_digest))) FROM linked) AS every
    """
    if next(store.rows(told))["every"]:  # mostly so, and sooner seen than one by one
        return 0
    sql = """
    SELECT count(*) AS articles FROM articles AS a WHERE NOT EXISTS (
        SELECT 1 FROM linked AS l WHERE l.article = a.id AND l.coder_digest = a.coder_digest
    )
    """
    return int(next(store.rows(sql))["articles"])


def outlets_read(store: Store, since: str | None = None) -> Iterator[OutletRead]:
    """Yield where articles appeared from that day on, the outlet with most of them first."""
    sql = """
    SELECT publisher AS outlet, count(*) AS articles, max(published_value) AS last
    FROM articles WHERE $since IS NULL OR left(published_value, 10) >= $since
    GROUP BY publisher ORDER BY articles DESC, outlet NULLS LAST
    """
    return rows(store, sql, OutletRead, {"since": since})


def first_day(store: Store, stretch: str | None = None) -> str | None:
    """Return the first day of a stretch, see STRETCHES, that ends with the last day of publication.

    Without one: of the shortest that makes a page; None where none does, or no article has a day.
    """
    until = day_of(last_day(store))
    chosen = stretch or shortest_stretch(store)
    return _begins(until, STRETCHES[chosen]) if until and chosen else None


def shortest_stretch(store: Store) -> str | None:
    """Return the shortest stretch in which so many articles appeared as make a page; None where
    all of them are not so many, or none has a day."""
    until = day_of(last_day(store))
    if until is None:
        return None
    enough = (
        name
        for name, days in STRETCHES.items()
        if _published(store, _begins(until, days)) >= _ENOUGH
    )
    return next(enough, None)


def _begins(until: date, days: int) -> str:
    return (until - timedelta(days=days - 1)).isoformat()


def _published(store: Store, since: str) -> int:
    sql = "SELECT count(*) AS articles FROM articles WHERE left(published_value, 10) >= $since"
    return int(next(store.rows(sql, {"since": since}))["articles"])
