"""Lists by the page, in the order asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.store import ClaimFilter, Store
from reportedly.store.facts import facts_sql, numbered_sql, of_articles
from reportedly.store.filter import all_words, chosen_sql
from reportedly.store.rows import claim_of
from reportedly.views.asked import Page, ask, paged, question, rows
from reportedly.views.ends import counted_ends, listed_ends
from reportedly.views.ledger import LedgerRow
from reportedly.views.reports import ArticleRow, ClaimRow

#: rows of a page that are looked up one by one; more of them are read through
_WHOLE = 2_000
#: word → by what claims are sorted; what is unknown stands last, equals as they came in
ORDERS = {
    "read": "added",
    "when": "coalesce(day_from, day_to)",
    "type": "coalesce(type, kind)",
    "status": "list_position(['happened', 'ongoing', 'planned', 'possible', 'conditional',"
    " 'negated'], status)",
    "outlet": "publisher",
    "good": "list_extract(goods, 1).category",
    "sure": "confidence",
}
#: the same over claim_facts: what is kept once is looked up
_RANKS = {
    "read": "added",
    "when": '"day"',
    "type": "(SELECT coalesce(type, kind) FROM fact_manners AS m WHERE m.id = manner)",
    "status": f"(SELECT {ORDERS['status']} FROM fact_manners AS m WHERE m.id = manner)",
    "outlet": "(SELECT publisher FROM fact_outlets AS o WHERE o.id = outlet)",
    "good": "(SELECT g.goods[1].category FROM fact_goods AS g WHERE g.id = wares)",
    "sure": "confidence",
}


class Count(Struct, frozen=True):
    """How many rows a question has."""

    lines: int


class _Part(Struct, frozen=True):
    """The place of one row of a ledger; lines: how many there are, of how many claims."""

    number: int
    good_number: int
    lines: int
    claims: int


def claim_page(
    store: Store, chosen: ClaimFilter, page: Page, order: str = "read", down: bool = False
) -> Iterator[ClaimRow]:
    """Yield a page of the chosen claims, whole, by one of ORDERS; down: the last first.

    Comments are in it only where the filter asks for them: a list counts nothing.
    """
    if order not in ORDERS:
        raise UsageError(f"no order {order!r}; there are {', '.join(ORDERS)}")
    ends = f"{'DESC' if down else 'ASC'} NULLS LAST, added, position"
    by = f"ORDER BY {ORDERS[order]} {ends}"
    if page.rows <= _WHOLE:
        facts, values = facts_sql(chosen)
        sql, values = paged(
            f"SELECT number FROM ({facts}) ORDER BY {_RANKS[order]} {ends}", values, page
        )
        numbers = [row["number"] for row in store.rows(sql, values)]
        sql, values = f"SELECT * FROM ({numbered_sql(numbers)}) {by}", {}
    else:
        claims, values = chosen_sql(chosen)
        sql, values = paged(f"SELECT * FROM ({claims}) {by}", values, page)
    fields = [name for name in ClaimRow.__struct_fields__ if name != "claim"]
    return (
        ClaimRow(claim=claim_of(row), **{name: row[name] for name in fields})
        for row in store.rows(sql, values)
    )


def count(store: Store, chosen: ClaimFilter) -> int:
    """Return how many claims are chosen, comments too where the filter asks for them."""
    facts, values = facts_sql(chosen)
    found = next(store.rows(f"SELECT count(*) AS claims FROM ({facts})", values))
    return int(found["claims"])


def ledger_page(
    store: Store,
    chosen: ClaimFilter,
    page: Page | None = None,
    giver: str | None = None,
    receiver: str | None = None,
) -> Iterator[LedgerRow]:
    """Yield deals in the order of a timeline; giver and receiver are terms as in a matrix, or words
    of which names of such are made."""
    if page is None or page.rows > _WHOLE:
        ends = listed_ends(giver, receiver, chosen.good)
        return ask(store, "ledger_lines", LedgerRow, chosen, ends.values, page, parts=ends.parts)
    ends = counted_ends(giver, receiver, chosen.good)
    parts = ask(store, "ledger_part", _Part, chosen, ends.values, page, parts=ends.parts)
    return _ledger_rows(store, list(parts))


def ledger_part(
    store: Store, chosen: ClaimFilter, page: Page, giver: str | None, receiver: str | None
) -> tuple[list[LedgerRow], int, int]:
    """Return what ledger_page and ledger_count do, asked for at once, and how many claims that is
    (0 on a page behind the last)."""
    ends = counted_ends(giver, receiver, chosen.good)
    parts = list(ask(store, "ledger_part", _Part, chosen, ends.values, page, parts=ends.parts))
    if not parts:
        return [], ledger_count(store, chosen, giver, receiver) if page.first else 0, 0
    return list(_ledger_rows(store, parts)), parts[0].lines, parts[0].claims


def _ledger_rows(store: Store, parts: Sequence[_Part]) -> Iterator[LedgerRow]:
    """Yield the deals at these places, in this order."""
    whole = numbered_sql([part.number for part in parts])
    sql = question("ledger").replace("{deals}", question("deals").replace("{of}", whole))
    found = {
        (row["added"] * 1_048_576 + row["position"], row["good_number"]): row
        for row in store.rows(sql)
    }
    return (msgspec.convert(found[part.number, part.good_number], LedgerRow) for part in parts)


def ledger_count(
    store: Store, chosen: ClaimFilter, giver: str | None = None, receiver: str | None = None
) -> int:
    """Return how many rows ledger_page has in all."""
    ends = counted_ends(giver, receiver, chosen.good)
    found = ask(store, "ledger_count", Count, chosen, ends.values, parts=ends.parts)
    return next(found).lines


class ArticleFilter(Struct, frozen=True, kw_only=True):
    """Which articles, and in what order; None asks nothing.

    text    words of title, outlet or address; body: or all of them somewhere in the text, where
            no claim may stand
    outlet  publisher, whole; since: the article appeared on that ISO day or later
    claims  one of its claims is one of these
    order   published: the newest first; added: what came in last first, whenever it appeared
    """

    text: str | None = None
    outlet: str | None = None
    since: str | None = None
    body: bool = False
    claims: ClaimFilter = ClaimFilter()
    order: str = "published"


_EVERY = ArticleFilter()
_ARTICLE_ORDERS = {
    "published": "published_value DESC NULLS LAST, added DESC",
    "added": "added DESC",
}


def article_count(store: Store, chosen: ArticleFilter = _EVERY) -> int:
    """Return how many rows article_page has in all."""
    sql, values = _articles(chosen)
    return next(rows(store, f"SELECT count(*) AS lines FROM ({sql})", Count, values)).lines


def _articles(chosen: ArticleFilter) -> tuple[str, dict[str, Any]]:
    """Return the query for the articles, as `added`, and its values."""
    having, values = "true", dict[str, Any]()
    if chosen.claims != ClaimFilter():
        facts, values = facts_sql(chosen.claims)
        having = f"added IN (SELECT f.added FROM ({facts}) AS f)"
    parts = {
        "body": f"({all_words('"text"', 'title_words')})" if chosen.body else "false",
        "having": having,
        "order": _ARTICLE_ORDERS[chosen.order],
    }
    sql = question("article_part")
    for name, part in parts.items():
        sql = sql.replace(f"{{{name}}}", part)
    asked = {"title_words": chosen.text, "publisher": chosen.outlet, "since": chosen.since}
    return sql, {**values, **asked}


def article_page(
    store: Store, page: Page | None = None, chosen: ArticleFilter = _EVERY
) -> Iterator[ArticleRow]:
    """Yield the chosen articles in their order."""
    sql, values = _articles(chosen)
    among = f"added IN ({sql})"
    if page is not None:
        sql, bound = paged(sql, values, page)
        among, values = of_articles([row["added"] for row in store.rows(sql, bound)]), {}
    order = "a." + _ARTICLE_ORDERS[chosen.order].replace(", ", ", a.")
    sql = question("article_list").replace("{articles}", among).replace("{order}", order)
    return rows(store, sql, ArticleRow, values)
