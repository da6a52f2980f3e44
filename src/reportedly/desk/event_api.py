"""Events, promises and drift as JSON."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from reportedly import views
from reportedly.desk.api import answer, asked, listed, whole
from reportedly.desk.openapi import described
from reportedly.desk.query import Query
from reportedly.desk.routes import TheOffice, office_of
from reportedly.desk.screens.today import since_of
from reportedly.linking.judged import EventJudgement, event_judgements
from reportedly.records import Claim, Event
from reportedly.store import ClaimFilter, Store
from reportedly.store.actors import actor_judgements
from reportedly.store.identity import ActorJudgement

router = APIRouter(prefix="/api")


class EventFound(msgspec.Struct, frozen=True, kw_only=True):
    """An event with its claims, and what copies of its reports changed."""

    event: Event
    claims: tuple[Claim, ...]
    drift: tuple[views.DriftRow, ...]


@router.get("/today", **described("today", "one", views.Today))
def today(request: Request) -> Response:
    """How much appeared of late, and how many events it makes new or changes."""
    query = asked(request)
    with office_of(request).reading() as store:
        return answer(views.today(store, since_of(store, query)))


@router.get("/events", **described("events", "page", Event))
def events(request: Request) -> Response:
    """Events, whole, the one that was told last first."""

    def found(store: Store, query: Query) -> Iterable[Event]:
        order = query.sort if query.sort in views.EVENT_ORDERS else "last"
        down = query.down or not query.sort
        return views.event_page(store, query.events(), query.part, order, down)

    return listed(request, found, lambda store, query: views.event_count(store, query.events()))


@router.get("/events/{key}", **described("event", "one", EventFound))
def event(office: TheOffice, key: str) -> Response:
    """One event, by its id or by that of one of its claims, with its claims."""
    with office.reading() as store:
        found = views.event(store, key)
        if found is None:
            raise HTTPException(404, f"no event {key!r}")
        claims = tuple(store.claims(ClaimFilter(ids=found.claims)))
        drift = tuple(views.drift_of(found, {one.id: one for one in claims}))
        return answer(EventFound(event=found, claims=claims, drift=drift))


@router.get("/promises", **described("promises", "page", views.PromiseRow))
def promises(request: Request) -> Response:
    """What was announced or planned, and what became of it, by the last day named."""

    def found(store: Store, query: Query) -> Iterable[views.PromiseRow]:
        until = views.last_day(store) or "0001-01-01"
        chosen = query.but(only="plans").events()
        page = views.event_page(store, chosen, query.part, "due", down=False)
        rows = (views.promise_of(one, until) for one in page)
        return (row for row in rows if row is not None)

    def number(store: Store, query: Query) -> int:
        return views.event_count(store, query.but(only="plans").events())

    return listed(request, found, number)


@router.get("/follow-through", **described("claims", "page", views.FollowThrough))
def follow_through(request: Request) -> Response:
    """How often the plans of each actor are kept, the one with most plans first."""
    return whole(request, views.kept_by_actor)


@router.get("/drift", **described("claims", "page", views.DriftRow))
def drift(request: Request) -> Response:
    """What copies changed of the reports that they copy."""
    return whole(request, views.drift)


@router.get("/copies", **described("copies", "page", views.CopyRow))
def copies(request: Request) -> Response:
    """Articles that copy another one, and what each changed, those that appeared last first."""
    every: list[int] = []

    def found(store: Store, query: Query) -> Iterable[views.CopyRow]:
        page = views.copies(store, query.copies(), query.part)
        every.append(page.all)
        return page.rows

    return listed(request, found, lambda *_: every[0])


@router.get("/event-judgements", **described("none", "page", EventJudgement))
def judged(request: Request) -> Response:
    """What persons judged of events, in order; the last word on a pair of claims counts."""
    return whole(request, lambda store, _: event_judgements(store))


@router.get("/actor-judgements", **described("none", "page", ActorJudgement))
def judged_actors(request: Request) -> Response:
    """What persons judged of who is who, in order; what was undone, too."""
    return whole(request, lambda store, _: actor_judgements(store))
