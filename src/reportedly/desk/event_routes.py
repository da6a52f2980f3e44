"""Today, events, one event, promises and copies as addresses."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse
from starlette.exceptions import HTTPException

from reportedly import views
from reportedly.desk.event_lines import EventLine, event_lines
from reportedly.desk.office import Office
from reportedly.desk.query import Query
from reportedly.desk.reader import who_of
from reportedly.desk.rendering import render
from reportedly.desk.routes import TheOffice, TheQuery, choices
from reportedly.desk.screens import claims as claim_screen
from reportedly.desk.screens.copies import CopiesShown, copies_shown
from reportedly.desk.screens.event import event_shown
from reportedly.desk.screens.promises import PromisesShown, promises_shown
from reportedly.desk.screens.today import today_shown
from reportedly.desk.watching import Watcher
from reportedly.store import Store

_GONE = "There is no such event in the store; where its articles were coded anew it has another id."
router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_CAME = 10  # articles, and events, that came in last
_SORTS = (
    ("new", "new"),
    ("changed", "changed status"),
    ("contested", "contested"),
    ("denied", "denied"),
    ("differing", "told differently"),
    ("copied", "copied, one origin"),
    ("single", "one origin only"),
)
#: what other screens lead to; a chip only while it is chosen
_SELDOM = (("contradicted", "a voice affirms it, others deny it"), ("plans", "plans"))
#: what a sort counts, where its name alone would leave that open
_MEANS = {
    "contested": "Some claims tell each of these as happened, ongoing or planned, others deny it."
    " A dossier's “Said and denied” has more: its lines that are only possible and denied, or"
    " doubted, and wants and rules.",
    "contradicted": "Some voice tells each of these as happened, ongoing or planned, and another"
    " voice, or an outlet itself, denies it.",
    "differing": "The reports of each of these give other days, places, numbers or amounts.",
    "copied": "Two reports or more tell each of these, and all have it from one origin.",
    "single": "All reports that tell each of these have it from one origin; a denial counts apart.",
    "denied": "Nobody tells these but those who say that it is not so.",
}
_ORDERS = (
    ("last", "last told"),
    ("first", "first told"),
    ("reports", "reports"),
    ("origins", "origins"),
)


@router.get("/")
def today(office: TheOffice, query: TheQuery, request: Request) -> str:
    """Show what is new, changed, contested and due."""
    watcher: Watcher | None = request.app.state.watcher
    with office.open() as (store, desk):
        return render(
            "desk_today.html",
            desk=desk,
            room="/",
            shown=today_shown(store, query),
            stretches=(*views.STRETCHES, "all"),
            watcher=watcher,
            lines=_came_in(store, watcher),
        )


@router.get("/watch/items")
def came_in(office: TheOffice, request: Request) -> str:
    """Return the part of the first screen that changes while a folder is watched."""
    watcher: Watcher | None = request.app.state.watcher
    if watcher is None:
        raise HTTPException(404, "No folder is watched.")
    with office.reading() as store:
        lines = _came_in(store, watcher)
        return render("desk_watch_items.html", watcher=watcher, lines=lines)


def _came_in(store: Store, watcher: Watcher | None) -> list[EventLine]:
    """Return the events of the articles that came in last."""
    articles = watcher.articles[:_CAME] if watcher else []
    claims = [claim.id for _, found in store.items(articles) for claim in found]
    ids = list(dict.fromkeys(views.events_of(store, claims).values()))[:_CAME]
    return event_lines(store, views.events_named(store, ids))


@router.get("/events")
def events(office: TheOffice, query: TheQuery) -> str:
    """Show a page of events."""
    with office.open() as (store, desk):
        order = query.sort if query.sort in views.EVENT_ORDERS else "last"
        chosen = query.events()
        down = query.down or not query.sort
        page, number = views.event_part(store, chosen, query.part, order, down)
        lines = event_lines(store, page)
        return render(
            "desk_events.html",
            desk=desk,
            room="/events",
            query=query,
            lines=lines,
            order=order,
            sorts=(*_SORTS, *(one for one in _SELDOM if one[0] == query.only)),
            orders=_ORDERS,
            fresh=query.reported or views.first_day(store),
            means=_MEANS.get(query.only or "", ""),
            choices=choices(),
            chips_=claim_screen.chips(query),
            hidden=[("only", query.only)] if query.only else [],
            page=claim_screen.pager(query, number, len(lines)),
            waiting=0 if lines else views.waiting(store),
        )


@router.get("/events/{key}")
def event(office: TheOffice, request: Request, key: str) -> str:
    """Show one event: whose reports, whose voices, what they disagree about, its life."""
    with office.open() as (store, desk):
        shown = event_shown(store, key, who_of(request))
        if shown is None:
            raise HTTPException(404, _GONE)
        return render("desk_event.html", desk=desk, room="/events", shown=shown)


@router.get("/promises")
def promises(office: TheOffice, query: TheQuery) -> str:
    """Show what was announced and what became of it, and who keeps what is promised."""
    return _narrowed(office, query, "promises", promises_shown, "outcome")


@router.get("/copies")
def copies(office: TheOffice, query: TheQuery) -> str:
    """Show which reports copy another one, and what each changed."""
    return _narrowed(office, query, "copies", copies_shown, "change")


def _narrowed(
    office: Office,
    query: Query,
    name: str,
    found: Callable[[Store, Query], PromisesShown | CopiesShown],
    field: str,
) -> str:
    """Return a screen whose list one field narrows besides the filters of claims."""
    with office.open() as (store, desk):
        shown, value = found(store, query), getattr(query, field)
        return render(
            f"desk_{name}.html",
            desk=desk,
            room=f"/{name}",
            shown=shown,
            query=query,
            choices=choices(),
            chips_=claim_screen.chips(query),
            hidden=[(field, value)] if value else [],
            page=claim_screen.pager(query, shown.number, shown.shown),
        )
