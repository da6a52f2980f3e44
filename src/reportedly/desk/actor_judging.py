"""Who is who, from the desk: rename, merge, split and undo, as `reportedly actors` does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from typing import Any

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from reportedly import views
from reportedly.desk.forms import form_of, words
from reportedly.desk.office import Office
from reportedly.desk.query import Query
from reportedly.desk.reader import remember, who_of
from reportedly.desk.rendering import render
from reportedly.desk.routes import TheOffice, with_pairs
from reportedly.errors import UsageError
from reportedly.store import Store
from reportedly.store.actors import actor_judgements, judge_actor
from reportedly.store.identity import ActorJudgement

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_SHOWN, _LAST = 50, 40


@router.get("/actors")
def actors(office: TheOffice, request: Request, q: str = "", everybody: str = "") -> str:
    """Show who takes part, under which names, and what persons judged of it."""
    with office.open() as (store, desk):
        found = views.actors(store, query=q[:300], everybody=bool(everybody))
        rows = list(islice(found, _SHOWN))
        made = list(actor_judgements(store))
        undone = {one.undoes for one in made}
        return render(
            "desk_actors.html",
            desk=desk,
            room="/correct",
            rows=[(row, Query(party=_term(row))) for row in rows],
            q=q[:300],
            everybody=bool(everybody),
            full=len(rows) == _SHOWN,
            last=[(one, one.number in undone) for one in reversed(made)][:_LAST],
            number=len(made),
            who=who_of(request),
        )


@router.post("/actors")
async def judge(office: TheOffice, request: Request) -> RedirectResponse:
    """Keep a judgement of who is who and lead back."""
    given = await form_of(request, office)
    who = words(given, "who")[:80] or who_of(request)
    if not who:
        raise HTTPException(422, "A judgement says whose it is: give your name.")
    fields = {name: words(given, name)[:300] for name in ("verdict", "one", "other", "because")}
    await run_in_threadpool(_keep, office, who, fields)
    answer = RedirectResponse(with_pairs("/actors", q=words(given, "q")[:300]), 303)
    return remember(answer, who)


@router.get("/actor-judgements.jsonl")
def download(office: TheOffice) -> StreamingResponse:
    """Give every judgement of who is who, one a line, in order; what was undone, too."""

    def lines() -> Iterator[bytes]:
        with office.reading() as store:
            for one in actor_judgements(store):
                yield msgspec.json.encode(one) + b"\n"

    return StreamingResponse(
        lines(),
        media_type="application/x-ndjson",
        headers={"content-disposition": 'attachment; filename="actor-judgements.jsonl"'},
    )


def _term(row: views.ActorRow) -> str:
    return f"={row.name}" if row.id.startswith(("=", "@")) else row.id


def _keep(office: Office, who: str, given: dict[str, str]) -> None:
    with office.reading() as store:
        made = _judgement(store, who, given)
    with office.writing() as store:
        judge_actor(store, made)


def _judgement(store: Store, who: str, given: dict[str, str]) -> ActorJudgement:
    """Return what the form says; raises UsageError where it means nobody, or one party twice."""
    verdict, because = given["verdict"], given["because"] or None
    shared: dict[str, Any] = {
        "number": 0,
        "made": datetime.now(UTC).isoformat(timespec="seconds"),
        "who": who,
        "because": because,
    }
    if verdict == "undone":
        rows = {str(row.number): row for row in actor_judgements(store)}
        found = rows.get(given["one"])
        if found is None:
            raise UsageError(f"no judgement {given['one']!r}")
        shared |= {"one": found.one, "one_name": found.one_name, "undoes": found.number}
        return ActorJudgement(verdict=verdict, **shared)
    one = views.actor(store, given["one"])
    shared |= {"one": one.id, "one_name": one.name}
    if verdict == "named":
        shared["name"] = given["other"]
    elif verdict == "same":
        other = views.actor(store, given["other"])
        if other.id == one.id:
            raise UsageError(f"{one.name} and {other.name} are one already")
        shared |= {"other": other.id, "other_name": other.name}
    elif verdict == "apart":
        first = views.coded_id(store, one, given["one"])
        other_id = given["other"]
        if other_id not in one.ids or other_id == first:
            raise UsageError(f"{other_id!r} is not shown as {one.name}; give one of its ids")
        shared |= {"one": first, "other": other_id, "other_name": one.name}
    return ActorJudgement(verdict=verdict, **shared)
