"""Adding by paste, dropped files or an address, with its progress."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException

from reportedly.desk.adding import Adding, Source
from reportedly.desk.forms import check_writable, form_of, words
from reportedly.desk.rendering import render
from reportedly.desk.routes import TheOffice
from reportedly.desk.wording import plain

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_SUFFIX = re.compile(r"(\.[A-Za-z0-9]{1,8}){1,2}$")
#: addresses that one field may hold, one a line
_ADDRESSES = 50


def adding_of(request: Request) -> Adding:
    """Return the desk's worker."""
    adding: Adding = request.app.state.adding
    return adding


TheAdding = Annotated[Adding, Depends(adding_of)]


@router.get("/add")
def add(office: TheOffice, adding: TheAdding, address: str = "") -> str:
    """Show the form, and what was added so far."""
    check_writable(office)
    with office.open() as (_, desk):
        return render(
            "desk_add.html",
            desk=desk,
            room="/add",
            runs=adding.runs(),
            run=None,
            message="",
            address=address[:2_000],
        )


@router.post("/add")
async def take(office: TheOffice, adding: TheAdding, request: Request) -> RedirectResponse:
    """Take what was given in and lead to its progress."""
    form = await form_of(request, office)
    try:
        sources = await _sources(form, adding)
    finally:
        await form.close()
    if not sources:
        raise HTTPException(422, "There was nothing to read: paste a text, or choose files.")
    run = adding.start(sources)
    return RedirectResponse(f"/add/{run.id}", 303)


@router.get("/add/{key}")
def progress(office: TheOffice, adding: TheAdding, key: str) -> str:
    """Show how far a run is."""
    check_writable(office)
    run = adding.run(key)
    if run is None:
        raise HTTPException(404, "Nothing is known of this run any more.")
    with office.open() as (_, desk):
        return render(
            "desk_add.html",
            desk=desk,
            room="/add",
            runs=adding.runs(),
            run=run,
            message="",
            address="",
        )


@router.get("/add/{key}/items")
def items(adding: TheAdding, key: str) -> str:
    """Return the part of the page that changes, for the script."""
    run = adding.run(key)
    if run is None:
        raise HTTPException(404, "Nothing is known of this run any more.")
    return render("desk_add_items.html", run=run)


async def _sources(form: FormData, adding: Adding) -> list[Source]:
    found: list[Source] = []
    if text := words(form, "text"):
        first = plain(text[:200])
        found.append(Source(f"pasted: {first[:60]}", text=text))
    for address in words(form, "address").split()[:_ADDRESSES]:
        found.append(Source(address, address=_with_scheme(address)))
    for value in form.getlist("files"):
        if isinstance(value, UploadFile) and value.filename:
            found.append(await run_in_threadpool(_kept, value, adding.folder))
    return found


def _with_scheme(address: str) -> str:
    return address if "://" in address else f"https://{address}"


def _kept(upload: UploadFile, folder: Path) -> Source:
    """Write an upload into the desk's own folder. Of its name only the ending is kept there."""
    name = plain(upload.filename or "file")
    ending = _SUFFIX.search(name)
    with NamedTemporaryFile(dir=folder, suffix=ending[0] if ending else "", delete=False) as file:
        while part := upload.file.read(1_000_000):
            file.write(part)
    return Source(name, path=Path(file.name))
