"""The web application: screens, downloads, API, static files, and what becomes of errors."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path

import msgspec
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException
from starlette.staticfiles import StaticFiles

import reportedly
from reportedly import Coder
from reportedly.desk import (
    actor_judging,
    adding_routes,
    api,
    correct_routes,
    dossier_route,
    downloads,
    event_api,
    event_judging,
    event_routes,
    figure_routes,
    routes,
)
from reportedly.desk.adding import Adding
from reportedly.desk.guard import Guard
from reportedly.desk.office import ROOMS, DeskShown, Office, RoomShown, Settings
from reportedly.desk.openapi import Failed, Trouble, openapi_of
from reportedly.desk.query import UnknownValue
from reportedly.desk.rendering import render
from reportedly.desk.watching import Watcher
from reportedly.errors import ReportedlyError, StoreError, UsageError

_STATIC = Path(__file__).parent / "static"


def create_app(settings: Settings, load: Callable[[], Coder] = reportedly.load) -> FastAPI:
    """Return the desk of one store. It opens the store when it is asked for the first time, and
    loads the coder when something is added for the first time."""
    office = Office(settings)
    adding = Adding(office, load)
    watcher = Watcher(adding, settings.watch, settings.poll) if settings.watch else None

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        if watcher is not None:
            watcher.start()
        yield
        if watcher is not None:
            watcher.close()
        adding.close()
        office.close()

    app = FastAPI(
        title="Reportedly",
        version=version("reportedly"),
        docs_url=None,  # both pages load scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=lifespan,
    )
    app.state.office = office
    app.state.adding = adding
    app.state.watcher = watcher
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    for room in (
        api,
        event_api,
        downloads,
        event_judging,
        actor_judging,
        dossier_route,
        adding_routes,
        correct_routes,
        figure_routes,
        event_routes,
        routes,
    ):
        app.include_router(room.router)
    app.openapi = lambda: openapi_of(app)  # type: ignore[method-assign]
    app.add_middleware(Guard, host=settings.host, token=settings.token)
    app.add_exception_handler(ReportedlyError, _ours)
    app.add_exception_handler(HTTPException, _theirs)
    app.add_exception_handler(RequestValidationError, _unread)
    return app


def _ours(request: Request, problem: Exception) -> Response:
    """Answer an error of the package: a wrong value is 422, a store that is away 503."""
    if isinstance(problem, UnknownValue):
        trouble = Trouble(
            code="unknown_value",
            message=str(problem),
            field=problem.field,
            value=problem.value,
            near=problem.near,
        )
        return _failed(request, 422, trouble, "No such value")
    if isinstance(problem, UsageError):
        return _failed(request, 422, Trouble(code="wrong_usage", message=str(problem)), "Not so")
    if isinstance(problem, StoreError):
        trouble = Trouble(code="store_away", message=str(problem))
        return _failed(request, 503, trouble, "The store cannot be opened")
    return _failed(request, 500, Trouble(code="failed", message=str(problem)), "That failed")


def _theirs(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, HTTPException)
    code = {404: "not_found", 405: "method_not_allowed"}.get(problem.status_code, "refused")
    words = "There is no such page." if problem.detail == "Not Found" else str(problem.detail)
    found = _failed(request, problem.status_code, Trouble(code=code, message=words), "Not found")
    found.headers.update(problem.headers or {})
    return found


def _unread(request: Request, problem: Exception) -> Response:
    assert isinstance(problem, RequestValidationError)
    first = problem.errors()[0]
    where = ".".join(str(part) for part in first.get("loc", ())[1:])
    trouble = Trouble(code="wrong_usage", message=f"{where}: {first.get('msg')}", field=where)
    return _failed(request, 422, trouble, "Not so")


def _failed(request: Request, status: int, trouble: Trouble, heading: str) -> Response:
    """Return the error as JSON to a program, as a page to a person."""
    if request.url.path.startswith("/api"):
        body = msgspec.json.encode(Failed(error=trouble))
        return Response(body, status, media_type="application/json")
    path = request.url.path
    others = [pair for pair in request.query_params.multi_items() if pair[0] != trouble.field]
    near = [
        (one, f"{path}?{routes.encoded([*others, (trouble.field or '', one)])}")
        for one in trouble.near
    ]
    page = render(
        "desk_message.html",
        desk=_bare(request),
        room="",
        heading=heading,
        message=trouble.message,
        near=near,
        back="/claims",
        back_words="To the claims",
    )
    return HTMLResponse(page, status)


def _bare(request: Request) -> DeskShown:
    """Return what a page says of the desk where the store may be what is wrong."""
    office: Office = request.app.state.office
    try:
        with office.open() as (_, shown):
            return shown
    except StoreError:
        return DeskShown(
            name=office.settings.path.name,
            articles=0,
            claims=0,
            taken="",
            behind=False,
            read_only=office.settings.read_only,
            rooms=tuple(RoomShown(*room) for room in ROOMS),
        )
