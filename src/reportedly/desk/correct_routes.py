"""Judging claims, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException

from reportedly import views
from reportedly.desk.correct_fields import FieldShown, fields_of, meant
from reportedly.desk.forms import check_writable, form_of, words
from reportedly.desk.lines import anchor, line
from reportedly.desk.office import Office
from reportedly.desk.query import Query, read
from reportedly.desk.reader import remember, who_of
from reportedly.desk.rendering import render
from reportedly.desk.routes import TheOffice, TheQuery, choices
from reportedly.desk.screens.claims import chips
from reportedly.linking import stored
from reportedly.records import Claim
from reportedly.store import ClaimFilter, Store
from reportedly.store.carrying import claims_now, held_of
from reportedly.store.judging import (
    WITHDRAWN,
    Judgement,
    judge,
    judgements,
    of_claim,
    standing,
    withdraw,
)

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)
_SHOWN = 40  # of the last judgements


@router.get("/correct")
def overview(office: TheOffice, query: TheQuery, request: Request) -> str:
    """Show how often each field is right, and the last judgements."""
    with office.open() as (store, desk):
        made = list(judgements(store))
        last = list(islice(reversed(made), _SHOWN))
        held = list(standing(store))
        return render(
            "desk_correct.html",
            desk=desk,
            room="/correct",
            query=query,
            choices=choices(),
            chips_=chips(query),
            rows=list(views.precision(store)),
            last=last,
            now=claims_now(store, last),
            number=len(made),
            standing=len(held),
            readers=len({one.who for one in held}),
            claims=len({(one.article, one.claim) for one in held}),
            stands=_stands(held, who_of(request)),
            anchor=anchor,
            who=who_of(request),
            saved=_saved(request),
        )


@router.get("/correct/next")
def following(office: TheOffice, query: TheQuery, request: Request) -> RedirectResponse:
    """Lead to the claim of which the coder is least sure that this reader has not judged."""
    check_writable(office)
    with office.reading() as store:
        after = request.query_params.get("after")
        found = views.next_unjudged(store, who_of(request), query.chosen(), after)
    rest = _with(query.only_filters(), saved=_saved(request))
    if found is None:
        return RedirectResponse(f"/correct{rest}", 303)
    return RedirectResponse(f"/correct/{found.article}/{found.id}{rest}", 303)


@router.get("/correct/{article}/{claim}")
def form(office: TheOffice, query: TheQuery, request: Request, article: str, claim: str) -> str:
    """Show one claim with its fields."""
    check_writable(office)
    with office.open() as (store, desk):
        row = _row(store, article, claim)
        held = held_of(store, {claim: article}).get(claim, [])
        known = {claim, *(one.claim for one in held)}
        made = [one for one in judgements(store, article) if one.claim in known]
        return render(
            "desk_judge.html",
            desk=desk,
            room="/correct",
            query=query,
            line=line(row.claim, row),
            fields=fields_of(row.claim, held, who_of(request)),
            made=made,
            stands=_stands(held, who_of(request)),
            who=who_of(request),
            chips_=chips(query.only_filters()),
            skip=next_address(query.only_filters(), claim),
            saved=_saved(request),
        )


@router.post("/correct/{article}/{claim}")
async def save(office: TheOffice, request: Request, article: str, claim: str) -> RedirectResponse:
    """Keep the judgements and lead to the next claim."""
    given = await form_of(request, office)
    who = words(given, "who")[:80]
    if not who:
        raise HTTPException(422, "A judgement says whose it is: give your name.")
    number = await run_in_threadpool(_save, office, given, article, claim, who)
    query = read(request.query_params.multi_items()).only_filters()
    return remember(RedirectResponse(next_address(query, claim, number), 303), who)


@router.post("/correct/{article}/{claim}/withdraw")
async def take_back(
    office: TheOffice, request: Request, article: str, claim: str
) -> RedirectResponse:
    """Take back what the reader said of one field, and lead back to where that was asked."""
    given = await form_of(request, office)
    who, field = who_of(request), words(given, "field")
    if not who:
        raise HTTPException(422, "Who judged takes it back: this desk knows no name of yours.")
    await run_in_threadpool(_withdraw, office, who, article, claim, field)
    back = words(given, "back")
    own = re.fullmatch(r"/(?![/\\])[^\s\\]*", back)
    return RedirectResponse(back if own else f"/correct/{article}/{claim}", 303)


def next_address(query: Query, claim: str, saved: int | None = None) -> str:
    """Return the address of the claim after this one; saved: judgements that were just kept."""
    return f"/correct/next{_with(query, after=claim, saved=saved)}"


def _with(query: Query, **more: str | int | None) -> str:
    """Return the query string with more in it; None is left out."""
    rest, added = (
        str(query),
        urlencode({name: one for name, one in more.items() if one is not None}),
    )
    return f"{rest}{'&' if rest else '?'}{added}" if added else rest


@router.get("/judgements.jsonl")
def download(office: TheOffice) -> StreamingResponse:
    """Give every judgement that was not withdrawn, one a line, in order."""

    def lines() -> Iterator[bytes]:
        with office.reading() as store:
            for one in standing(store):
                yield msgspec.json.encode(one) + b"\n"

    return StreamingResponse(
        lines(),
        media_type="application/x-ndjson",
        headers={"content-disposition": 'attachment; filename="judgements.jsonl"'},
    )


def _save(office: Office, given: FormData, article: str, key: str, who: str) -> int:
    """Keep what the form judges, and return how many judgements that are."""
    with office.reading() as store:
        claim = _row(store, article, key).claim
        held = held_of(store, {key: article}).get(key, [])
    found = list(_judged(given, claim, fields_of(claim, held, who), who))
    gone = [one for one in held if one.who == who and _is_taken_back(given, one.field)]
    if not found and not gone:
        return 0
    with office.writing() as store:
        number = judge(store, found) + withdraw(store, gone, _now())
        _make_anew(store, key, (*found, *gone))
        return number


def _is_taken_back(given: FormData, field: str) -> bool:
    return words(given, f"v_{field}") == WITHDRAWN and words(given, "all") != "none"


def _withdraw(office: Office, who: str, article: str, claim: str, field: str) -> None:
    with office.reading() as store:
        held = held_of(store, {claim: article}).get(claim) or standing(store, [claim])
        gone = [one for one in held if (one.who, one.field) == (who, field)]
    with office.writing() as store:
        withdraw(store, gone, _now())
        _make_anew(store, claim, gone)


def _make_anew(store: Store, claim: str, made: Iterable[Judgement]) -> None:
    """Let the claim's event rest on it, or no more, where it was judged whether it is one."""
    if any(one.field == "claim" for one in made):
        stored.make_anew(store, [claim])


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _judged(
    given: FormData, claim: Claim, fields: list[FieldShown], who: str
) -> Iterator[Judgement]:
    """Yield a judgement of each field that the form judges otherwise than before."""
    now = _now()
    reason = words(given, "reason") or None
    everything = words(given, "all")
    for field in fields:
        verdict = words(given, f"v_{field.key}")
        rather = meant(field.key, words(given, f"r_{field.key}"))
        if everything == "right" and verdict not in ("wrong", "unsure", WITHDRAWN):
            verdict = "right"
        if everything == "none":
            verdict, rather = ("wrong", None) if field.key == "claim" else ("", None)
        same = (verdict, rather or "") == (field.verdict, field.rather)
        if same or verdict in ("", WITHDRAWN):
            continue
        yield Judgement(
            made=now,
            who=who,
            field=field.key,
            verdict=verdict,
            says=field.says,
            rather=rather,
            reason=reason if verdict == "wrong" else None,
            **of_claim(claim),
        )


def _row(store: Store, article: str, claim: str) -> views.ClaimRow:
    chosen = ClaimFilter(article=article, ids=(claim,), include_comments=True)
    found = next(views.claim_page(store, chosen, views.Page(0, 1)), None)
    if found is None:
        raise HTTPException(404, "There is no such claim in the store.")
    return found


def _stands(held: list[Judgement], who: str) -> set[Judgement]:
    """Return the last word of the reader on each field, which they may take back."""
    last = {(one.claim, one.field): one for one in held if one.who == who}
    return set(last.values())


def _saved(request: Request) -> int | None:
    """Return how many judgements were just kept; None where the page comes of no saving."""
    given = request.query_params.get("saved", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) <= len("999") else None
