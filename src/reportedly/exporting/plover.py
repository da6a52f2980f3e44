"""PLOVER's exchange format: one JSON object a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec

from reportedly.exporting.destination import (
    Destination,
    ExportCounts,
    Lookup,
    binary,
    counts,
    with_articles,
)
from reportedly.exporting.events import PUBLICATION, Event, EventOptions, event_of
from reportedly.records import Actor, Article, Claim, Place


def to_plover_jsonl(
    claims: Iterable[Claim],
    articles: Lookup,
    destination: Destination,
    *,
    options: EventOptions | None = None,
) -> ExportCounts:
    """Write the claims that are events by PLOVER, one a line, and return what was left out.

    Left out: comments, claims that are no events, statuses not asked for, events without an
    actor or a date, and COOPERATE, AID and SANCTION without a recipient. Keys whose value is
    unknown are absent. coded_date is never given: the same claims give the same bytes.
    """
    options = options or EventOptions()
    written, left_out = 0, Counter[str]()
    encoder = msgspec.json.Encoder()
    with binary(destination) as stream:
        for claim, article in with_articles(iter(claims), articles):
            event = event_of(claim, article, options, needs_actor=True)
            if isinstance(event, str):
                left_out[event] += 1
                continue
            stream.write(encoder.encode(_record(claim, article, event)) + b"\n")
            written += 1
    return counts(written, left_out)


def _record(claim: Claim, article: Article | None, event: Event) -> dict[str, Any]:
    record = {
        "id": claim.id,
        "date": event.date,
        "date_basis": event.date_basis,
        "enddate": event.end,
        "actor": [_party(actor) for actor in claim.actors],
        "recipient": [_party(actor) for actor in claim.recipients],
        "event": event.type,
        "mode": event.mode,
        "context": list(claim.contexts),
        "quad_code": event.quad,
        "event_scale": event.intensity,
        "event_loc": _place(claim.place) if claim.place else None,
        "event_text": claim.trigger.text,
        "link": [{"relation": link.relation, "id": link.claim} for link in claim.links],
        "text": claim.sentence.text,
        "text_info": _known(
            {
                "article": claim.article,
                "section": claim.section,
                "start": claim.sentence.start,
                "end": claim.sentence.end,
                "language": article.language if article else None,
            }
        ),
        "cite_info": _citation(article) if article else None,
        "coder": f"{claim.coder.name} {claim.coder.version} ({claim.coder.lexicons})",
        "comment": _comment(claim, event),
    }
    return _known(record)


def _party(actor: Actor) -> dict[str, Any]:
    return _known(
        {
            "name": actor.name,
            "code": actor.country,
            "sector": list(actor.sectors or ((actor.sector,) if actor.sector else ())),
            "title": actor.role,
            "text": actor.text,
        }
    )


def _place(place: Place) -> dict[str, Any]:
    return _known(
        {
            "name": place.name,
            "country": place.country,
            "lat": place.latitude,
            "lon": place.longitude,
            "geonames_id": place.geonames_id,
        }
    )


def _citation(article: Article) -> dict[str, Any]:
    return _known(
        {
            "publisher": article.publisher,
            "title": article.title,
            "url": article.url,
            "date": article.published.value if article.published else None,
        }
    )


def _comment(claim: Claim, event: Event) -> str:
    """Return what the format has no key for, in words."""
    parts = [f"status: {claim.status}"]
    if event.type != claim.type:
        parts.append(f"coded as {claim.type}, collapsed")
    if event.date_basis == PUBLICATION:
        parts.append("date: of publication only")
    for voice in claim.voices:
        parts.append(f"says: {voice.name or voice.text or 'unnamed'} ({voice.cue})")
    return "; ".join(parts)


def _known(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record without keys whose value is null or empty."""
    return {key: value for key, value in record.items() if value not in (None, [], {})}
