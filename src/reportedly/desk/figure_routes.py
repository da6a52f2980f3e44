"""Map and series as addresses, and every drawing as a file."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from reportedly import views
from reportedly.desk import dossier_route, event_routes, routes
from reportedly.desk.figures import svg_file
from reportedly.desk.office import Office
from reportedly.desk.query import Query
from reportedly.desk.rendering import render
from reportedly.desk.routes import TheOffice, TheQuery, listed
from reportedly.desk.screens.map import land, map_shown
from reportedly.desk.screens.series import series_shown

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


@router.get("/map")
def map_screen(office: TheOffice, query: TheQuery, world: str = "") -> str:
    """Show where the text puts claims."""
    with office.open() as (store, desk):
        shown = map_shown(store, query, bool(world))
        return render(
            "desk_map.html",
            desk=desk,
            room="/map",
            shown=shown,
            land=land(),
            world=bool(world),
            **listed(store, query, len(shown.places), len(shown.places)),
        )


@router.get("/series")
def series(office: TheOffice, query: TheQuery) -> str:
    """Show how many claims begin when, by one of several divisions."""
    with office.open() as (store, desk):
        query = query.but(comments=False)
        shown = series_shown(store, query)
        number = views.count(store, query.chosen())
        return render(
            "desk_series.html",
            desk=desk,
            room="/series",
            shown=shown,
            splits=tuple(views.SPLITS),
            extent=views.extent(store, query.reports()),
            **listed(store, query, number, number),
        )


@router.get("/events/{key}.svg")
def event_drawing(office: TheOffice, request: Request, key: str) -> Response:
    """Give an event's reports on their time axis as a file."""
    return svg_file(event_routes.event(office, request, key), "event")


@router.get("/dossier.svg")
def dossier_drawing(
    office: TheOffice, query: TheQuery, a: str, b: str, whole: str = ""
) -> Response:
    """Give a dossier's axis as a file."""
    return svg_file(dossier_route.dossier(office, query, a, b, whole), "dossier")


@router.get("/{name}.svg")
def drawing(office: TheOffice, query: TheQuery, name: str, world: str = "") -> Response:
    """Give the drawing of a screen as a file."""
    if name == "map":
        return svg_file(map_screen(office, query, world), name)
    if name not in _DRAWN:
        raise HTTPException(404, "There is no such drawing.")
    return svg_file(_DRAWN[name](office, query), name)


_DRAWN: dict[str, Callable[[Office, Query], str]] = {
    "network": routes.network,
    "timeline": routes.timeline,
    "series": series,
    "promises": event_routes.promises,
}
