"""Flat files of just what the screens show."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import batched
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import StreamingResponse

from reportedly import views
from reportedly.desk import flat
from reportedly.desk.finding import articles_asked
from reportedly.desk.names import term
from reportedly.desk.office import Office
from reportedly.desk.routes import TheOffice, TheQuery
from reportedly.store import Store

router = APIRouter(include_in_schema=False)
_EVERYTHING = views.Page(0, 10_000_000)
_AT_ONCE = 500


def _file(
    office: Office,
    name: str,
    columns: Iterable[flat.Column],
    found: Callable[[Store], Iterable[Any]],
) -> StreamingResponse:
    """Answer with a file that is written while it is read; the copy stays lent until its end."""

    def lines() -> Iterator[bytes]:
        with office.reading() as store:
            yield from flat.rows(found(store), columns)

    return StreamingResponse(
        lines(),
        media_type="text/csv; charset=utf-8",
        headers={"content-disposition": f'attachment; filename="{name}.csv"'},
    )


@router.get("/claims.csv")
def claims(office: TheOffice, query: TheQuery, request: Request) -> StreamingResponse:
    """Give the claims in the order of the screen; article: those of one article."""
    from msgspec.structs import replace

    key = request.query_params.get("article")
    chosen = replace(query.chosen(), article=key, include_comments=bool(key) or query.comments)

    def found(store: Store) -> Iterable[views.ClaimRow]:
        return views.claim_page(store, chosen, _EVERYTHING, query.sort or "read", query.down)

    return _file(office, "claims", flat.CLAIMS, found)


@router.get("/timeline.csv")
def timeline(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give the claims in order of time."""

    def found(store: Store) -> Iterable[views.ClaimRow]:
        return views.claim_page(store, query.reports(), _EVERYTHING, "when", query.down)

    return _file(office, "timeline", flat.CLAIMS, found)


@router.get("/articles.csv")
def articles(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give the articles, without their text."""
    return _file(
        office,
        "articles",
        flat.ARTICLES,
        lambda store: views.article_page(store, None, articles_asked(query)),
    )


@router.get("/ledger.csv")
def ledger(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give the ledger's lines, each with its event and whose copy it stands in."""

    def found(store: Store) -> Iterator[tuple[views.LedgerRow, views.ToldAs]]:
        rows = views.ledger_page(store, query.reports(), None, query.giver, query.receiver)
        for some in batched(rows, _AT_ONCE):
            told = views.told_as(store, {row.claim: row.article for row in some})
            yield from ((row, told[row.claim]) for row in some)

    return _file(office, "ledger", flat.LEDGER, found)


@router.get("/network.csv")
def network(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give every tie."""
    return _file(
        office, "network", flat.NETWORK, lambda store: views.network(store, query.reports())
    )


@router.get("/sources.csv")
def sources(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give every voice."""
    return _file(office, "voices", flat.VOICES, lambda store: views.voices(store, query.reports()))


@router.get("/map.csv")
def places(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give every place."""
    return _file(office, "places", flat.PLACES, lambda store: views.places(store, query.reports()))


@router.get("/series.csv")
def series(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give every stretch of the series."""
    split, grain = query.split or "status", query.by or "month"
    return _file(
        office,
        "series",
        flat.SERIES,
        lambda store: views.series(store, split, grain, query.reports()),
    )


@router.get("/problems.csv")
def problems(office: TheOffice) -> StreamingResponse:
    """Give every input that something went wrong with."""
    return _file(
        office,
        "problems",
        flat.PROBLEMS,
        lambda store: ((source, row) for row in views.problems(store) for source in row.sources),
    )


@router.get("/events.csv")
def events(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give the events, one flat row each, in the order of the screen."""
    order = query.sort if query.sort in views.EVENT_ORDERS else "last"

    def found(store: Store) -> Iterable[views.EventRow]:
        page = views.event_page(store, query.events(), None, order, query.down or not query.sort)
        return views.event_rows_told(store, page)

    return _file(office, "events", flat.EVENTS, found)


@router.get("/copies.csv")
def copies(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give every copy, a line a change; one that changed nothing has a line without."""

    def found(store: Store) -> Iterable[tuple[views.CopyRow, views.CopyChange | None]]:
        rows = views.copy_page(store, query.copies())
        return ((row, change) for row in rows for change in row.changes or (None,))

    return _file(office, "copies", flat.COPIES, found)


@router.get("/promises.csv")
def promises(office: TheOffice, query: TheQuery) -> StreamingResponse:
    """Give every plan and what became of it."""

    def found(store: Store) -> Iterable[views.PromiseRow]:
        until = views.last_day(store) or "0001-01-01"
        chosen = query.but(only="plans").events()
        page = views.event_page(store, chosen, None, "due", down=False)
        return (row for one in page if (row := views.promise_of(one, until)))

    return _file(office, "promises", flat.PROMISES, found)


@router.get("/dossier.csv")
def dossier(office: TheOffice, query: TheQuery, a: str, b: str) -> StreamingResponse:
    """Give the rows of a dossier, each with its part."""
    chosen = query.reports()
    with office.reading() as store:
        found = views.dossier(store, term(a), term(b), chosen)
    return _file(office, "dossier", flat.DOSSIER, lambda _: _dossier_rows(found))


def _dossier_rows(found: views.Dossier) -> Iterator[tuple[str, Any]]:
    for part in (*views.LINES, "exchanges"):
        for row in getattr(found, part):
            yield part, row
