"""The claims of one occurrence → the event: its fullest fields, whose they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any

from msgspec.structs import replace

from reportedly import ontology
from reportedly.linking.answering import answering
from reportedly.linking.contradicting import contested, contradictions_of, denies
from reportedly.linking.drift import source_of
from reportedly.linking.history import history_of
from reportedly.linking.origins import Source, reports_of
from reportedly.linking.tellings import Telling
from reportedly.records import (
    Actor,
    Article,
    Basis,
    Claim,
    Contradiction,
    Decision,
    Event,
    Good,
    Grain,
    Place,
    Report,
    Status,
    Time,
    Voice,
)

#: what is the strongest that can be said, first
_STRENGTH = (
    *(Status.HAPPENED, Status.ONGOING, Status.PLANNED),
    *(Status.POSSIBLE, Status.CONDITIONAL, Status.NEGATED),
)
_EXACT = tuple(Grain)
#: what an event has of which a person says that none of its claims is one
_NOTHING_TOLD: dict[str, Any] = {
    "contested": False, "reports": 0, "outlets": (), "origins": (), "origins_denying": (),
    "voices_named": 0, "voices_unnamed": 0, "contradictions": (), "history": (),
}  # fmt: skip


def event_of(
    tellings: Sequence[Telling],
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    decisions: tuple[Decision, ...] = (),
    rejected: Collection[str] = (),
) -> Event:
    """Return the event of these claims, which are in the order of Telling.order.

    rejected: ids of claims that a person judged to be none; the event does not rest on them.
    """
    every = tuple(telling.claim.id for telling in tellings)
    refused = tuple(key for key in every if key in rejected)
    sound = [telling for telling in tellings if telling.claim.id not in rejected]
    event = _resting_on(sound or tellings, articles, sources, decisions)
    event = replace(event, id=_id(tellings[0].claim), claims=every, rejected=refused)
    return event if sound else replace(event, **_NOTHING_TOLD)


def _resting_on(
    tellings: Sequence[Telling],
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    decisions: tuple[Decision, ...],
) -> Event:
    claims = [telling.claim for telling in tellings]
    told_by = reports_of(claims, articles, sources)
    days = sorted(report.published[:10] for report in told_by if report.published)
    fields, taken_from = _fullest(claims)
    own = _own(tellings, told_by)
    status, holders = _strongest(own)
    disagreed = contradictions_of(tellings)
    return Event(
        **fields,
        **_kind(tellings),
        id=_id(claims[0]),
        taken_from=taken_from,
        status=status,
        status_by=holders,
        contested=contested(tellings),
        claims=tuple(claim.id for claim in claims),
        told_by=told_by,
        reports=len({sources[report.article].page for report in told_by}),
        outlets=tuple(sorted({report.outlet for report in told_by if report.outlet})),
        origins=_origins(telling(told_by, disagreed)),
        origins_denying=_origins(_denying(told_by, disagreed)),
        **_voices(claims),
        first_reported=days[0] if days else None,
        last_reported=days[-1] if days else None,
        contradictions=disagreed,
        history=history_of(own),
        decisions=decisions,
    )


def telling(told_by: Iterable[Report], disagreed: Iterable[Contradiction]) -> list[Report]:
    """Return the reports that do more than deny what others tell; all where nobody denies it."""
    denied = _denials(disagreed)
    return [report for report in told_by if not denied.issuperset(report.claims)]


def _denying(told_by: Iterable[Report], disagreed: Iterable[Contradiction]) -> list[Report]:
    """Return the reports that deny what others tell, whatever else they do."""
    denied = _denials(disagreed)
    return [report for report in told_by if not denied.isdisjoint(report.claims)]


def _origins(reports: Iterable[Report]) -> tuple[str, ...]:
    return tuple(sorted({report.origin for report in reports}))


def _denials(disagreed: Iterable[Contradiction]) -> frozenset[str]:
    """Return the claims that deny what others affirm."""
    sides = [side for one in disagreed if one.field == "status" for side in one.values]
    return frozenset(key for side in sides if side.value == "denied" for key in side.claims)


def _id(first: Claim) -> str:
    return blake2b(f"event of {first.id}".encode(), digest_size=16).hexdigest()


def _kind(tellings: Sequence[Telling]) -> dict[str, Any]:
    """Return type and mode of most claims (then of the surest, then of the first)."""
    kinds = Counter((telling.type, telling.mode) for telling in tellings)
    sure: dict[tuple[str | None, str | None], float] = {}
    for telling in tellings:
        key = (telling.type, telling.mode)
        sure[key] = max(sure.get(key, 0.0), telling.claim.confidence)
    kind, mode = max(kinds, key=lambda key: (kinds[key], sure[key]))
    contexts = sorted({context for telling in tellings for context in telling.claim.contexts})
    quad = ontology.quad(kind) if kind else None
    return {"type": kind, "mode": mode, "quad": quad, "contexts": tuple(contexts)}


def _fullest(claims: Sequence[Claim]) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the fields of the claims that tell most of each, and whose they are."""
    known: dict[str, Callable[[Any], tuple[float, ...]]] = {
        "actors": _of_parties,
        "recipients": _of_parties,
        "goods": _of_goods,
        "time": _of_time,
        "place": _of_place,
    }
    fields: dict[str, Any] = {}
    taken_from: dict[str, str] = {}
    for name, much in known.items():
        having = [claim for claim in claims if getattr(claim, name)]
        if having:
            best = max(having, key=lambda claim: (*much(getattr(claim, name)), claim.confidence))
            fields[name], taken_from[name] = getattr(best, name), best.id
    return fields, taken_from


def _of_parties(parties: Sequence[Actor]) -> tuple[float, ...]:
    known = sum(2 * (party.actor_id is not None) + (party.country is not None) for party in parties)
    return known, sum(party.name[:1].isupper() for party in parties), len(parties)


def _of_goods(goods: Sequence[Good]) -> tuple[float, ...]:
    counted = sum(good.quantity is not None or good.upper is not None for good in goods)
    return counted, sum(good.price is not None for good in goods), len(goods)


def _of_time(time: Time) -> tuple[float, ...]:
    dated = time.start is not None or time.end is not None
    return dated, -_EXACT.index(time.grain), time.basis is Basis.STATED


def _of_place(place: Place) -> tuple[float, ...]:
    return place.geonames_id is not None, place.country is not None


def _own(tellings: Sequence[Telling], told_by: Iterable[Report]) -> list[Telling]:
    """Return the tellings without what a copy made of a sentence of the report that it copies: how
    firmly that is said, and by whom, is for the original to say; the rest is drift."""
    claims = {telling.claim.id: telling.claim for telling in tellings}
    reports = {report.article: report for report in told_by}
    copied: set[str] = set()
    for report in reports.values():
        original = reports.get(report.copy_of or "")
        theirs = [claims[key] for key in original.claims] if original else []
        copied |= {key for key in report.claims if source_of(claims[key], theirs)}
    return [telling for telling in tellings if telling.claim.id not in copied] or list(tellings)


def _strongest(tellings: Sequence[Telling]) -> tuple[Status, tuple[str, ...]]:
    """Return the strongest status and who holds it; nobody where an article itself does."""
    status = min((telling.status for telling in tellings), key=_STRENGTH.index)
    claims = [telling.claim for telling in tellings if telling.status is status]
    holders = [_told(claim.voices, denies(claim)) for claim in claims]
    if not all(holders):
        return status, ()
    return status, tuple(sorted({_name(voice) for voices in holders for voice in voices}))


def _told(voices: tuple[Voice, ...], denied: bool) -> tuple[Voice, ...]:
    """Return who answers for it, of those that have a word: "officials", who say it is believed."""
    worded = tuple(one for one in voices if one.name or one.text)
    return answering(worded or voices, denied)


def _voices(claims: Iterable[Claim]) -> dict[str, Any]:
    """Return how many different voices there are, with and without a name."""
    voices = {(voice.named, _name(voice)) for claim in claims for voice in claim.voices}
    named = sum(1 for has_name, _ in voices if has_name)
    return {"voices_named": named, "voices_unnamed": len(voices) - named}


def _name(voice: Voice) -> str:
    return voice.name or voice.text or "(not named)"
