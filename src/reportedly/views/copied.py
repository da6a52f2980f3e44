"""Which claims stand in a copy, and of which report."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.records import Record
from reportedly.store import Store
from reportedly.views.asked import looked_up


class ToldAs(Record, frozen=True, kw_only=True):
    """Of what event a claim tells, and as whose copy.

    event      id; null for a claim that is in none
    origins    how many independent origins the event has; null without an event
    copy_of    outlet of the report that the claim's article copies, else that report's title, else
               its id; null where it copies none
    copied     id of that report; null with copy_of
    """

    event: str | None = None
    origins: int | None = None
    copy_of: str | None = None
    copied: str | None = None


def told_as(store: Store, claims: Mapping[str, str]) -> dict[str, ToldAs]:
    """Return claim → how it is told. claims: id → id of its article.

    A claim of an event is a copy where its article tells that event as one; one of no event, such
    as a want, where its article tells any event so.
    """
    sql = (
        "SELECT m.claim, m.event, e.origins FROM event_claims AS m"
        " LEFT JOIN events AS e ON e.id = m.event WHERE {among}"
    )
    events = {row["claim"]: row for row in looked_up(store, sql, "m.claim", claims)}
    sql = (
        "SELECT k.event, k.article, k.from_article, coalesce(k.from_outlet, a.title,"
        " k.from_article) AS source FROM event_copies AS k"
        " LEFT JOIN articles AS a ON a.id = k.from_article WHERE {among} ORDER BY k.event"
    )
    copies: dict[tuple[str | None, str], tuple[str, str]] = {}
    for row in looked_up(store, sql, "k.article", claims.values()):
        found = row["source"], row["from_article"]
        copies[row["event"], row["article"]] = found
        copies.setdefault((None, row["article"]), found)
    return {
        claim: _told(events.get(claim, {}), article, copies) for claim, article in claims.items()
    }


def _told(
    event: Mapping[str, object],
    article: str,
    copies: Mapping[tuple[str | None, str], tuple[str, str]],
) -> ToldAs:
    key, origins = event.get("event"), event.get("origins")
    named = key if isinstance(key, str) else None
    copy_of, copied = copies.get((named, article), (None, None))
    number = origins if isinstance(origins, int) else None
    return ToldAs(event=named, origins=number, copy_of=copy_of, copied=copied)
