"""Map and series as addresses."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from reportedly import views
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
            **listed(store, query, number, number),
        )
