"""The same data as JSON: every list by the page, every error in one form, documented."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from reportedly import views
from reportedly.desk.finding import articles_asked
from reportedly.desk.names import term
from reportedly.desk.openapi import described
from reportedly.desk.query import Query, read
from reportedly.desk.routes import TheOffice, office_of
from reportedly.desk.unknown import refuse_unknown
from reportedly.errors import UsageError
from reportedly.records import Article, Claim
from reportedly.store import ClaimFilter, Store
from reportedly.store.judging import Judgement, standing

router = APIRouter(prefix="/api")


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A page of a list. all: rows of all pages; next: address of the page after this, or null."""

    all: int
    page: int
    rows: int
    next: str | None
    items: list[Any]


class ArticleFound(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its claims, those of readers' comments too, and the comments read."""

    article: Article
    claims: tuple[Claim, ...]
    comments: tuple[views.CommentRow, ...] = ()


def answer(value: object) -> Response:
    """Return a value as JSON."""
    return Response(msgspec.json.encode(value), media_type="application/json")


def asked(request: Request, more: Iterable[str] = ()) -> Query:
    """Return the query; a parameter that does not exist is an error."""
    more = set(more)
    return read(
        (pair for pair in request.query_params.multi_items() if pair[0] not in more), strict=True
    )


def listed(
    request: Request,
    found: Callable[[Store, Query], Iterable[Any]],
    number: Callable[[Store, Query], int],
) -> Response:
    """Answer with a page of a list; a value that no claim has is an error where it is empty."""
    query = asked(request)
    with office_of(request).reading() as store:
        rows = list(found(store, query))
        every = number(store, query)
        if not every:
            refuse_unknown(store, query)
    after = query.but(page=query.page + 1) if query.part.first + len(rows) < every else None
    return answer(
        Listed(
            all=every,
            page=query.page,
            rows=query.rows,
            next=f"{request.url.path}{after}" if after else None,
            items=rows,
        )
    )


def whole(request: Request, found: Callable[[Store, ClaimFilter], Iterable[Any]]) -> Response:
    """Answer with a page of a list that has to be made whole."""

    def page(store: Store, query: Query) -> list[Any]:
        rows = list(found(store, query.reports()))
        every.append(len(rows))
        return rows[query.part.first : query.part.first + query.rows]

    every: list[int] = []
    return listed(request, page, lambda *_: every[0])


@router.get("/claims", **described("claims", "page", views.ClaimRow))
def claims(request: Request) -> Response:
    """Claims, whole, with what their article says of itself."""

    def found(store: Store, query: Query) -> Iterable[views.ClaimRow]:
        order = query.sort or "read"
        return views.claim_page(store, query.chosen(), query.part, order, query.down)

    return listed(request, found, lambda store, query: views.count(store, query.chosen()))


@router.get("/timeline", **described("claims", "page", views.TimelineRow))
def timeline(request: Request) -> Response:
    """Claims in order of time."""
    return listed(
        request,
        lambda store, query: views.timeline(store, query.reports(), query.part),
        lambda store, query: views.count(store, query.reports()),
    )


@router.get("/facets", **described("claims", "page", views.FacetRow))
def facets(request: Request) -> Response:
    """Values of every facet, with how many of the chosen claims have them."""
    return whole(request, views.facets)


@router.get("/articles", **described("articles", "page", views.ArticleRow))
def articles(request: Request) -> Response:
    """Articles, without their text, the newest first."""
    return listed(
        request,
        lambda store, query: views.article_page(store, query.part, articles_asked(query)),
        lambda store, query: views.article_count(store, articles_asked(query)),
    )


@router.get("/articles/{key}", **described("article", "one", ArticleFound))
def article(office: TheOffice, key: str) -> Response:
    """One article, whole, with its claims."""
    with office.reading() as store:
        found = store.article(key)
        if found is None:
            raise HTTPException(404, f"no article {key!r}")
        chosen = ClaimFilter(article=key, include_comments=True)
        read = tuple(views.comments(store, article=key))
        claims = tuple(store.claims(chosen))
        return answer(ArticleFound(article=found, claims=claims, comments=read))


@router.get("/dossier", **described("dossier", "one", views.Dossier))
def dossier(request: Request) -> Response:
    """All that is told of two parties."""
    sides = [term(request.query_params.get(name, "").strip()) for name in ("a", "b")]
    if not all(sides):
        raise UsageError("a dossier needs two parties: ?a=RUS&b=PRK")
    query = asked(request, ("a", "b"))
    with office_of(request).reading() as store:
        for side in sides:
            refuse_unknown(store, Query(party=side))
        return answer(views.dossier(store, sides[0], sides[1], query.reports()))


@router.get("/ledger", **described("ledger", "page", views.LedgerRow))
def ledger(request: Request) -> Response:
    """Deals: one row for each claim and good."""
    return listed(
        request,
        lambda store, query: views.ledger_page(
            store, query.reports(), query.part, query.giver, query.receiver
        ),
        lambda store, query: views.ledger_count(
            store, query.reports(), query.giver, query.receiver
        ),
    )


@router.get("/matrix", **described("claims", "page", views.CellRow))
def matrix(request: Request) -> Response:
    """Deals by giver, receiver and good."""
    return whole(request, views.matrix)


@router.get("/network", **described("claims", "page", views.TieRow))
def network(request: Request) -> Response:
    """Who acts towards whom, by quad class and status."""
    return whole(request, views.network)


@router.get("/sources", **described("claims", "page", views.VoiceRow))
def sources(request: Request) -> Response:
    """Voices, the most frequent first."""
    return whole(request, views.voices)


@router.get("/outlets", **described("claims", "page", views.OutletRow))
def outlets(request: Request) -> Response:
    """Outlets, the most frequent first."""
    return whole(request, views.outlets)


@router.get("/parties", **described("claims", "page", views.PartyRow))
def parties(request: Request) -> Response:
    """Who takes part, the most frequent first."""
    return whole(request, views.parties)


@router.get("/places", **described("claims", "page", views.PlaceRow))
def places(request: Request) -> Response:
    """Where the text puts claims, by type and status."""
    return whole(request, views.places)


@router.get("/series", **described("series", "page", views.SeriesRow))
def series(request: Request) -> Response:
    """How many claims begin in each stretch of time, by one of several divisions."""
    query = asked(request)
    split, grain = query.split or "status", query.by or "month"
    return whole(request, lambda store, chosen: views.series(store, split, grain, chosen))


@router.get("/problems", **described("none", "page", views.ProblemRow))
def problems(request: Request) -> Response:
    """What could not be read, coded or stored."""
    return whole(request, lambda store, _: views.problems(store))


@router.get("/judgements", **described("none", "page", Judgement))
def judged(request: Request) -> Response:
    """What readers judged of claims, in order; of the same reader, claim and field the last one
    counts. What a reader withdrew is left out."""
    return whole(request, lambda store, _: standing(store))


@router.get("/precision", **described("none", "page", views.PrecisionRow))
def precision(request: Request) -> Response:
    """How often each field is right, by readers' judgements."""
    return whole(request, lambda store, _: views.precision(store))
