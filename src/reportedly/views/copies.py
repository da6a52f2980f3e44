"""Copies: which reports copy another one, and what each changed, by the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import batched
from typing import Any

from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.linking.drift import Kind
from reportedly.records import Record
from reportedly.store import ClaimFilter, Store
from reportedly.store.facts import among_words
from reportedly.views.asked import Page, looked_up, question, sentences_of
from reportedly.views.event_pages import EventFilter, event_where

#: copies that changed something, or nothing; besides each kind of change alone
CHANGED, FAITHFUL = "any", "none"
_AT_ONCE = 200


class CopyFilter(Struct, frozen=True, kw_only=True):
    """Which copies; None asks nothing.

    events  the copy tells of one of these events
    outlet  of the copy, whole; event: id of the event
    change  it changed so much as this, one of Kind; "any": it changed something; "none": nothing

    Raises UsageError for a change that there is not.
    """

    events: EventFilter | None = None
    outlet: str | None = None
    event: str | None = None
    change: str | None = None

    def __post_init__(self) -> None:
        if self.change not in (None, CHANGED, FAITHFUL, *map(str, Kind)):
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


class Copies(Record, frozen=True, kw_only=True):
    """A page of copies, and what there is to choose from whatever they changed.

    all       how many copies are chosen
    changed   kind of change → how many copies made one, the most frequent first
    outlets   of the copies, the one with most changes first
    """

    rows: tuple[CopyRow, ...]
    all: int
    changed: dict[str, int]
    outlets: tuple[CopyingOutlet, ...]


def copies(store: Store, chosen: CopyFilter, page: Page) -> Copies:
    """Return a page of the chosen copies, and how many there are of what."""
    sql, values = _asked(store, chosen)
    parts: dict[str, list[dict[str, Any]]] = {}
    for row in store.rows(*_paged(sql, values, page)):
        parts.setdefault(row["part"], []).append(row)
    outlets = (
        CopyingOutlet(
            outlet=row["name"], copies=row["copies"], faithful=row["faithful"],
            changes=row["changes"],
        )
        for row in parts.get("outlet", ())
    )  # fmt: skip
    return Copies(
        rows=tuple(_whole(store, chosen.change, parts.get("copy", ()))),
        all=parts["all"][0]["copies"],
        changed={row["name"]: row["copies"] for row in parts.get("change", ())},
        outlets=tuple(outlets),
    )


def copy_page(store: Store, chosen: CopyFilter) -> Iterator[CopyRow]:
    """Yield all chosen copies: those that changed something come first, those that appeared last
    before others."""
    sql, values = _asked(store, chosen)
    found = store.rows(*_paged(sql, values, Page(0, 1 << 40)))
    places = [row for row in found if row["part"] == "copy"]
    for some in batched(places, _AT_ONCE):
        yield from _whole(store, chosen.change, some)


def _paged(sql: str, values: dict[str, Any], page: Page) -> tuple[str, dict[str, Any]]:
    """Return the query with its page, which is that of a part of it."""
    return sql, {**values, "rows": page.rows, "first": page.first}


def _asked(store: Store, chosen: CopyFilter) -> tuple[str, dict[str, Any]]:
    where, values = _where(store, chosen)
    sql = question("copies").replace("{where}", where)
    return sql, {**values, "change": chosen.change}


def _where(store: Store, chosen: CopyFilter) -> tuple[str, dict[str, Any]]:
    parts, values = ["true"], dict[str, Any]()
    if chosen.events is not None and chosen.events != EventFilter(claims=ClaimFilter()):
        where, values = event_where(store, chosen.events)
        parts.append(f"event IN (SELECT id FROM events WHERE {where})")
    for name in ("outlet", "event"):
        if value := getattr(chosen, name):
            parts.append(f"{name} = $copy_{name}")
            values[f"copy_{name}"] = value
    return " AND ".join(parts), values


def _whole(store: Store, change: str | None, places: Sequence[dict[str, Any]]) -> Iterator[CopyRow]:
    """Yield the copies at these places of the list, in this order."""
    keys = {(row["name"], row["source"]): set(row["events"]) for row in places}
    pages = dict.fromkeys(article for article, _ in keys)
    sql = f"SELECT * FROM event_copies WHERE {among_words('article', pages)} ORDER BY event"
    rows: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for row in store.rows(sql) if keys else ():
        key = (row["article"], row["from_article"])
        if row["event"] in keys.get(key, ()) and _fits(row["kinds"], change):
            rows.setdefault(key, []).append(row)
    titles = _titles(store, (one for key in keys for one in key))
    every = (one for found in rows.values() for row in found for one in row["changes"])
    told = sentences(store, every)
    return (_row(rows[key], titles, told) for key in keys if key in rows)


def _fits(kinds: Sequence[str], change: str | None) -> bool:
    if change in (None, FAITHFUL):
        return True
    return bool(kinds) if change == CHANGED else change in kinds


def _titles(store: Store, articles: Iterable[str]) -> dict[str, str | None]:
    sql = "SELECT id, title FROM articles WHERE {among}"
    return {row["id"]: row["title"] for row in looked_up(store, sql, "id", articles)}


def sentences(store: Store, changes: Iterable[dict[str, Any]]) -> dict[str, str]:
    """Return id → sentence of the claims that the changes are of."""
    every = (one[name] for one in changes for name in ("claim", "from_claim"))
    return sentences_of(store, (key for key in every if key))


def _row(
    found: Sequence[dict[str, Any]], titles: dict[str, str | None], sentences: dict[str, str]
) -> CopyRow:
    first = found[0]
    names = ("article", "outlet", "published", "from_article", "from_outlet", "reason", "share")
    return CopyRow(
        **{name: first[name] for name in names},
        title=titles.get(first["article"]),
        from_title=titles.get(first["from_article"]),
        events=tuple(row["event"] for row in found),
        changes=tuple(
            _change({"event": row["event"], **one}, sentences)
            for row in found
            for one in row["changes"]
        ),
    )


def _change(one: dict[str, Any], sentences: dict[str, str]) -> CopyChange:
    ours, theirs = (sentences.get(one[name] or "") for name in ("claim", "from_claim"))
    return CopyChange(**one, sentence=ours, from_sentence=theirs)
