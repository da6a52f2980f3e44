"""Copies: which reports copy another one, and what each changed, by the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import batched
from typing import Any

from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.linking.drift import Kind
from reportedly.records import Claim, Record
from reportedly.store import ClaimFilter, Store
from reportedly.views.asked import Page, looked_up, paged, rows
from reportedly.views.event_pages import EventFilter, event_where

#: copies that changed something; besides each kind of change alone
CHANGED = "any"
_AT_ONCE = 200
#: a row a copy, of the chosen rows of event_copies; number: of its changes
_ARTICLES = """
SELECT
    article, from_article, any_value(outlet) AS outlet, any_value(published) AS published,
    any_value(from_outlet) AS from_outlet, any_value(reason) AS reason,
    any_value("share") AS "share", list(event) AS events, sum(len(kinds)) AS number,
    flatten(list(list_transform(changes, lambda c: {
        'event': event, 'change': c.change, 'was': c.was, 'now': c.now, 'claim': c.claim,
        'from_claim': c.from_claim
    }) ORDER BY event)) AS changes
FROM event_copies WHERE {where}
GROUP BY article, from_article
"""


class CopyFilter(Struct, frozen=True, kw_only=True):
    """Which copies; None asks nothing.

    events  the copy tells of one of these events
    outlet  of the copy, whole; event: id of the event
    change  it changed so much as this, one of Kind; "any": it changed something

    Raises UsageError for a change that there is not.
    """

    events: EventFilter | None = None
    outlet: str | None = None
    event: str | None = None
    change: str | None = None

    def __post_init__(self) -> None:
        if self.change not in (None, CHANGED, *map(str, Kind)):
            raise UsageError(f"no change {self.change!r}; there are {', '.join(map(str, Kind))}")


class CopyChange(Record, frozen=True, kw_only=True):
    """One thing that a copy changed; fields as in DriftRow."""

    event: str
    change: str
    was: str
    now: str
    sentence: str | None
    from_sentence: str | None
    claim: str | None
    from_claim: str | None


class CopyRow(Record, frozen=True, kw_only=True):
    """One article that tells of events as a copy of another one.

    article, title, outlet, published  of the copy; null when unknown
    from_article, from_title, from_outlet  of the report that it copies
    reason     how it is known as a copy
    share      how much of the shorter one's words both have; null when not compared
    events     ids of the chosen events that both tell, sorted
    changes    what it changed of them; empty where no claim is another
    """

    article: str
    title: str | None
    outlet: str | None
    published: str | None
    from_article: str
    from_title: str | None
    from_outlet: str | None
    reason: str
    share: float | None
    events: tuple[str, ...]
    changes: tuple[CopyChange, ...]


class CopyingOutlet(Record, frozen=True, kw_only=True):
    """How often an outlet copies; outlet null: the ones that are not known, together.

    copies    how many of its articles copy; faithful: how many of them change nothing
    changes   how many changes there are in the others
    """

    outlet: str | None
    copies: int
    faithful: int
    changes: int


def copy_page(
    store: Store, chosen: CopyFilter | None = None, page: Page | None = None
) -> Iterator[CopyRow]:
    """Yield a page of the chosen copies, or all: those that changed something come first, those
    that appeared last before others."""
    where, values = _where(store, chosen or CopyFilter())
    sql = f"""
    SELECT * EXCLUDE (number) FROM ({_ARTICLES.replace("{where}", where)})
    ORDER BY number = 0, published DESC NULLS LAST, article, from_article
    """
    if page is not None:
        sql, values = paged(sql, values, page)
    for some in batched(store.rows(sql, values), _AT_ONCE):
        yield from _whole(store, some)


def copy_count(store: Store, chosen: CopyFilter | None = None) -> int:
    """Return how many copies are chosen."""
    where, values = _where(store, chosen or CopyFilter())
    sql = f"SELECT count(*) AS copies FROM ({_ARTICLES.replace('{where}', where)})"
    return int(next(store.rows(sql, values))["copies"])


def change_counts(store: Store, chosen: CopyFilter | None = None) -> dict[str, int]:
    """Return kind of change → how many of the chosen copies made one, the most frequent first."""
    where, values = _where(store, chosen or CopyFilter())
    sql = f"""
    SELECT kind, count(DISTINCT (article, from_article)) AS copies
    FROM (
        SELECT article, from_article, unnest(list_distinct(kinds)) AS kind
        FROM event_copies WHERE {where}
    )
    GROUP BY kind ORDER BY copies DESC, kind
    """
    return {row["kind"]: row["copies"] for row in store.rows(sql, values)}


def copying_outlets(store: Store, chosen: CopyFilter | None = None) -> Iterator[CopyingOutlet]:
    """Yield the outlets of the chosen copies, the one with most changes first."""
    where, values = _where(store, chosen or CopyFilter())
    sql = f"""
    SELECT
        outlet, count(*) AS copies, count(*) FILTER (number = 0) AS faithful,
        sum(number)::BIGINT AS changes
    FROM ({_ARTICLES.replace("{where}", where)})
    GROUP BY outlet ORDER BY changes DESC, copies DESC, outlet NULLS LAST
    """
    return rows(store, sql, CopyingOutlet, values)


def _where(store: Store, chosen: CopyFilter) -> tuple[str, dict[str, Any]]:
    parts, values = ["true"], dict[str, Any]()
    if chosen.events is not None and chosen.events != EventFilter(claims=ClaimFilter()):
        where, values = event_where(store, chosen.events)
        parts.append(f"event IN (SELECT id FROM events WHERE {where})")
    for name in ("outlet", "event"):
        if value := getattr(chosen, name):
            parts.append(f"{name} = $copy_{name}")
            values[f"copy_{name}"] = value
    if chosen.change == CHANGED:
        parts.append("len(kinds) > 0")
    elif chosen.change:
        parts.append("list_contains(kinds, $copy_change)")
        values["copy_change"] = chosen.change
    return " AND ".join(parts), values


def _whole(store: Store, found: Iterable[dict[str, Any]]) -> Iterator[CopyRow]:
    """Yield the rows with the titles of the articles and the sentences of the claims."""
    found = list(found)
    pages = (row[name] for row in found for name in ("article", "from_article"))
    sql = "SELECT id, title FROM articles WHERE {among}"
    titles = {row["id"]: row["title"] for row in looked_up(store, sql, "id", pages)}
    every = [one for row in found for one in row["changes"]]
    told = (one[name] for one in every for name in ("claim", "from_claim"))
    ids = tuple(dict.fromkeys(key for key in told if key))
    claims = {one.id: one for one in store.claims(ClaimFilter(ids=ids))} if ids else {}
    for row in found:
        made = {
            **row,
            "title": titles.get(row["article"]),
            "from_title": titles.get(row["from_article"]),
            "events": tuple(sorted(row["events"])),
            "changes": tuple(_change(one, claims) for one in row["changes"]),
        }
        yield CopyRow(**made)


def _change(one: dict[str, Any], claims: dict[str, Claim]) -> CopyChange:
    ours, theirs = (claims.get(one[name] or "") for name in ("claim", "from_claim"))
    return CopyChange(
        **one,
        sentence=ours.sentence.text if ours else None,
        from_sentence=theirs.sentence.text if theirs else None,
    )
