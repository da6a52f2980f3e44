"""The screens as addresses: reads the query, asks the store, renders. No logic of its own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.exceptions import HTTPException

from reportedly import views
from reportedly.desk.finding import articles_asked, found_address
from reportedly.desk.judged_shown import judged_of
from reportedly.desk.marking import linkable
from reportedly.desk.office import Office
from reportedly.desk.phrases import SIGNS, when
from reportedly.desk.query import Query, allowed, read
from reportedly.desk.reader import who_of
from reportedly.desk.rendering import render
from reportedly.desk.screens import claims as claim_screen
from reportedly.desk.screens import timeline as time_screen
from reportedly.desk.screens import words as word_screen
from reportedly.desk.screens.article import article_shown
from reportedly.desk.screens.ledger import dossier_address, ledger_lines, matrix_shown
from reportedly.desk.screens.network import network_shown
from reportedly.desk.screens.sources import sources_shown
from reportedly.desk.unknown import name_of
from reportedly.desk.wares import categories
from reportedly.desk.why import why
from reportedly.desk.wording import plain
from reportedly.store import Store

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_INPUTS = 200  # that are shown: those that fail first, then those read last


def office_of(request: Request) -> Office:
    """Return the desk that the request came to."""
    office: Office = request.app.state.office
    return office


def query_of(request: Request) -> Query:
    """Return the query of the address."""
    return read(request.query_params.multi_items())


TheOffice = Annotated[Office, Depends(office_of)]
TheQuery = Annotated[Query, Depends(query_of)]


def choices() -> dict[str, tuple[str, ...]]:
    """Return the values of the filters that have a closed list."""
    return {**{name: allowed(name) for name in ("kind", "type", "mode")}, "goods": categories()}


def listed(store: Store, query: Query, shown: int, number: int) -> dict[str, Any]:
    """Return what every list needs: its chips, its pager, and why it is empty."""
    return {
        "query": query,
        "choices": choices(),
        "chips_": claim_screen.chips(query),
        "page": claim_screen.pager(query, number, shown),
        "why": None if shown else claim_screen.nothing(store, query),
    }


@router.get("/find")
def find(office: TheOffice, q: str = "") -> RedirectResponse:
    """Lead from words to claims, from a party to its claims, from two to their dossier."""
    with office.reading() as store:
        return RedirectResponse(found_address(store, q[:300]), 303)


@router.get("/claims")
def claims(office: TheOffice, query: TheQuery, request: Request, all: str = "") -> str:
    """Show a page of claims beside their facets."""
    with office.open() as (store, desk):
        lines = claim_screen.lines(store, query)
        number = views.count(store, query.chosen())
        pages = {one.id: one.article for one in lines}
        return render(
            "desk_claims.html",
            desk=desk,
            room="/claims",
            lines=lines,
            judged=judged_of(store, pages, who_of(request)),
            facets=claim_screen.facets(store, query, all),
            heads=claim_screen.sort_heads(query),
            told=views.told_as(store, pages),
            only_text=Query(text=query.text, body=True),
            extent=views.extent(store, query.reports()),
            **listed(store, query, len(lines), number),
        )


@router.get("/timeline")
def timeline(office: TheOffice, query: TheQuery) -> str:
    """Show claims in order of time under an axis."""
    with office.open() as (store, desk):
        query = query.but(comments=False, page=query.page)
        lines = claim_screen.lines(store, query, "when")
        shared = listed(store, query, len(lines), views.count(store, query.chosen()))
        extent = views.extent(store, query.reports())
        return render(
            "desk_timeline.html",
            desk=desk,
            room="/timeline",
            days=time_screen.by_day(lines),
            events=views.events_of(store, [one.id for one in lines]),
            axis=time_screen.axis(store, query),
            extent=extent,
            reach=when(extent.first, extent.last) if extent.first else "",
            **shared,
        )


@router.get("/articles")
def articles(office: TheOffice, query: TheQuery) -> str:
    """Show a page of articles."""
    with office.open() as (store, desk):
        chosen = articles_asked(query)
        rows = list(views.article_page(store, query.part, chosen))
        number = views.article_count(store, chosen)
        return render(
            "desk_articles.html",
            desk=desk,
            room="/articles",
            rows=rows,
            query=query,
            chips_=claim_screen.chips(query),
            page=claim_screen.pager(query, number, len(rows)),
        )


@router.get("/articles/{key}")
def article(office: TheOffice, query: TheQuery, request: Request, key: str) -> str:
    """Show an article with its claims in place."""
    with office.open() as (store, desk):
        shown = article_shown(store, key, query)
        if shown is None:
            raise HTTPException(404, "There is no such article in the store.")
        page = shown.article
        about = (page.publisher, ", ".join(page.authors) and f"by {', '.join(page.authors)}")
        dated = f"published {shown.published} ({page.published.basis})" if page.published else ""
        notes = [note for group in shown.groups for note in group.notes]
        pages = {one.line.id: key for one in notes}
        told = views.told_as(store, pages)
        return render(
            "desk_article.html",
            desk=desk,
            room="/articles",
            shown=shown,
            query=query,
            path=f"/articles/{page.id}",
            facts=[plain(one) for one in (*about, dated or "date not known") if one],
            original=page.url if page.url and linkable(page.url) else None,
            events={claim: one.event for claim, one in told.items()},
            copied=next((one for one in told.values() if one.copied), None),
            judged=judged_of(store, pages, who_of(request)),
            whys={note.anchor: why(note.line.rules) for note in notes},
        )


@router.get("/ledger")
def ledger(office: TheOffice, query: TheQuery) -> str:
    """Show who parts with what to whom."""
    with office.open() as (store, desk):
        lines, number, claims = ledger_lines(store, query)
        both = {query.giver, query.receiver}.isdisjoint((None, views.NOT_TOLD))
        return render(
            "desk_ledger.html",
            desk=desk,
            room="/ledger",
            lines=lines,
            matrix=matrix_shown(store, query),
            told=claims,
            end_name=lambda one: "not told" if one == views.NOT_TOLD else name_of(one),
            pair_dossier=dossier_address(query.giver or "", query.receiver or "") if both else "",
            **listed(store, query, len(lines), number),
        )


@router.get("/network")
def network(office: TheOffice, query: TheQuery) -> str:
    """Show who acts towards whom."""
    with office.open() as (store, desk):
        shown = network_shown(store, query)
        return render(
            "desk_network.html",
            desk=desk,
            room="/network",
            shown=shown,
            **listed(store, query, len(shown.table), len(shown.table)),
        )


@router.get("/sources")
def sources(office: TheOffice, query: TheQuery) -> str:
    """Show who says what."""
    with office.open() as (store, desk):
        shown = sources_shown(store, query)
        shared = listed(store, query, len(shown.voices), shown.all_voices)
        shared["why"] = None if shown.outlets else claim_screen.nothing(store, query)
        return render("desk_sources.html", desk=desk, room="/sources", shown=shown, **shared)


@router.get("/words")
def words(office: TheOffice) -> str:
    """Say what the words, signs and codes of the screens mean."""
    with office.open() as (_, desk):
        return render(
            "desk_words.html",
            desk=desk,
            room="/words",
            words=word_screen.words(),
            types=word_screen.types_shown(),
            signs=SIGNS,
        )


@router.get("/problems")
def problems(office: TheOffice) -> str:
    """Show what could not be read, and how each input does that was read."""
    with office.open() as (store, desk):
        rows = list(views.problems(store))
        inputs = list(islice(views.inputs(store), _INPUTS))
        return render("desk_problems.html", desk=desk, room="/problems", rows=rows, inputs=inputs)


def encoded(pairs: Iterable[tuple[str, str]]) -> str:
    """Return names and values as a query string, without its question mark."""
    return urlencode(list(pairs))


def with_pairs(path: str, **pairs: str) -> str:
    """Return a path with a query string."""
    return f"{path}?{encoded(pairs.items())}"
