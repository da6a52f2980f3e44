"""Lists by the page, in the order asked for."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from reportedly.errors import UsageError
from reportedly.store import ClaimFilter, Store
from reportedly.store.filter import chosen_sql
from reportedly.store.rows import claim_of
from reportedly.views.asked import Page, ask, paged, question, rows
from reportedly.views.ledger import LedgerRow
from reportedly.views.reports import ArticleRow, ClaimRow

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


class Count(Struct, frozen=True):
    """How many rows a question has."""

    lines: int


def claim_page(
    store: Store, chosen: ClaimFilter, page: Page, order: str = "read", down: bool = False
) -> Iterator[ClaimRow]:
    """Yield a page of the chosen claims, whole, by one of ORDERS; down: the last first.

    Comments are in it only where the filter asks for them: a list counts nothing.
    """
    if order not in ORDERS:
        raise UsageError(f"no order {order!r}; there are {', '.join(ORDERS)}")
    condition, values = chosen_sql(chosen)
    direction = "DESC" if down else "ASC"
    sql = (
        f"SELECT * FROM ({condition})"
        f" ORDER BY {ORDERS[order]} {direction} NULLS LAST, added, position"
    )
    sql, values = paged(sql, values, page)
    fields = [name for name in ClaimRow.__struct_fields__ if name != "claim"]
    return (
        ClaimRow(claim=claim_of(row), **{name: row[name] for name in fields})
        for row in store.rows(sql, values)
    )


def count(store: Store, chosen: ClaimFilter) -> int:
    """Return how many claims are chosen, comments too where the filter asks for them."""
    condition, values = chosen_sql(chosen)
    found = next(store.rows(f"SELECT count(*) AS claims FROM ({condition})", values))
    return int(found["claims"])


def ledger_page(
    store: Store,
    chosen: ClaimFilter,
    page: Page | None = None,
    giver: str | None = None,
    receiver: str | None = None,
) -> Iterator[LedgerRow]:
    """Yield deals in the order of a timeline; giver and receiver are terms as in a matrix."""
    values = {"giver": giver, "receiver": receiver}
    return ask(store, "ledger_lines", LedgerRow, chosen, values, page)


def ledger_count(
    store: Store, chosen: ClaimFilter, giver: str | None = None, receiver: str | None = None
) -> int:
    """Return how many rows ledger_page has in all."""
    values = {"giver": giver, "receiver": receiver}
    return next(ask(store, "ledger_count", Count, chosen, values)).lines


def article_count(
    store: Store, text: str | None = None, outlet: str | None = None, since: str | None = None
) -> int:
    """Return how many rows article_page has in all."""
    sql = f"SELECT count(*) AS lines FROM ({question('article_list')})"
    return next(rows(store, sql, Count, {"text": text, "outlet": outlet, "since": since})).lines


def article_page(
    store: Store,
    page: Page | None = None,
    text: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
) -> Iterator[ArticleRow]:
    """Yield articles, the newest first: all, or those with the words in title, outlet or address,
    of that outlet, or that appeared on that day or later."""
    sql, values = question("article_list"), {"text": text, "outlet": outlet, "since": since}
    if page is not None:
        sql, values = paged(sql, values, page)
    return rows(store, sql, ArticleRow, values)
