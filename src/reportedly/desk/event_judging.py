"""What a reader says of events: two are one, two are apart, one claim stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from reportedly import views
from reportedly.desk.forms import form_of, words
from reportedly.desk.office import Office
from reportedly.desk.reader import remember, who_of
from reportedly.desk.routes import TheOffice
from reportedly.linking import stored
from reportedly.linking.judged import event_judgements

router = APIRouter(include_in_schema=False)
_ID = re.compile(r"[0-9a-f]{32}")


@router.post("/events/{key}/decide")
async def decide(office: TheOffice, request: Request, key: str) -> RedirectResponse:
    """Keep the judgement and lead to the event as it is now."""
    given = await form_of(request, office)
    one, other = (_id(words(given, name)) for name in ("one", "other"))
    verdict = words(given, "verdict")
    if verdict not in ("same", "different", "alone"):
        raise HTTPException(422, "Say same, different, or alone.")
    who = (words(given, "who") or who_of(request))[:80]
    because = words(given, "because") or None
    claim = await run_in_threadpool(_keep, office, (key, one, other), verdict, who, because)
    return remember(RedirectResponse(f"/events/{claim}#linked", 303), who)


def _keep(
    office: Office, ids: tuple[str, str, str], verdict: str, who: str, because: str | None
) -> str:
    """Keep it; return a claim by which the event is found again, whatever its id is now."""
    key, one, other = ids
    with office.reading() as store:
        event = views.event(store, key)
    if event is None:
        raise HTTPException(404, "There is no such event in the store.")
    with office.writing() as store:
        if verdict == "alone":
            stored.split_off(store, one, who=who, because=because)
            return next(claim for claim in event.claims if claim != one)
        stored.say(store, one, other, same=verdict == "same", who=who, because=because)
    return event.claims[0]


def _id(given: str) -> str:
    """Return the last id in what was given, which may be an address; else what was given."""
    found = _ID.findall(given)
    return found[-1] if found else given[:300]


@router.get("/event-judgements.jsonl")
def download(office: TheOffice) -> StreamingResponse:
    """Give every judgement of events, one a line, in order."""

    def lines() -> Iterator[bytes]:
        with office.reading() as store:
            for one in event_judgements(store):
                yield msgspec.json.encode(one) + b"\n"

    return StreamingResponse(
        lines(),
        media_type="application/x-ndjson",
        headers={"content-disposition": 'attachment; filename="event-judgements.jsonl"'},
    )
