"""What is kept beside an event and follows from it: word, copies, who affirms and who denies it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from reportedly.linking.answering import answering, cited
from reportedly.linking.contradicting import denies
from reportedly.linking.drift import copied
from reportedly.records import Claim, Event, Stage, Status, Voice

#: status → the steps of a history that tell it
_STEPS = {
    Status.HAPPENED: (Stage.HAPPENED,),
    Status.ONGOING: (Stage.ONGOING,),
    Status.PLANNED: (Stage.ANNOUNCED, Stage.PLANNED),
    Status.NEGATED: (Stage.DENIED, Stage.CANCELLED),
}


def word_of(event: Event, told: Mapping[str, Claim]) -> dict[str, str]:
    """Return the text's own word for the event, and the entries that fired for it."""
    claim = told[telling_claim(event)]
    return {"word": claim.trigger.text, "word_rules": " ".join(claim.rules)}


def telling_claim(event: Event) -> str:
    """Return the claim that tells the event as its status has it, as far as its record knows."""
    steps = [one.claim for one in event.history if one.status in _STEPS.get(event.status, ())]
    said = [
        side.claims[0]
        for each in event.contradictions
        if each.field == "status"
        for side in each.values
        if side.value == "affirmed"
    ]
    sound = [key for key in event.claims if key not in event.rejected]
    return next(iter([*steps, *said, *sound, *event.claims]))


def copies_of(event: Event, told: Mapping[str, Claim]) -> Iterator[dict[str, Any]]:
    """Yield the rows of the event's reports that copy another one."""
    for report, original, changes in copied(event, told):
        yield {
            "event": event.id,
            "article": report.article,
            "outlet": report.outlet,
            "published": report.published,
            "from_article": original.article,
            "from_outlet": original.outlet,
            "reason": report.reason,
            "share": report.share,
            "kinds": [str(one.kind) for one in changes],
            "changes": [
                {
                    "change": str(one.kind),
                    "was": one.was,
                    "now": one.now,
                    "claim": one.copy.id if one.copy else None,
                    "from_claim": one.original.id if one.original else None,
                }
                for one in changes
            ],
        }


def stances_of(event: Event, told: Mapping[str, Claim]) -> Iterator[dict[str, Any]]:
    """Yield the claims that affirm or deny a contested event, each with who answers for it; and
    those that deny what they cite somebody as telling, who affirms it then."""
    sides = {
        key: side.value == "denied"
        for one in event.contradictions
        for side in (one.values if one.field == "status" else ())
        for key in side.claims
    }
    for key in (one for one in event.claims if one not in event.rejected):
        claim, denied = told[key], denies(told[key])
        inside = cited(claim.voices, denied)
        if key in sides or inside:
            yield _stance(event, claim, denied, answering(claim.voices, denied))
        if inside:
            yield _stance(event, claim, False, inside)


def _stance(event: Event, claim: Claim, denied: bool, who: Collection[Voice]) -> dict[str, Any]:
    holders = [n for n, one in enumerate(claim.voices, 1) if one in who]
    return {"event": event.id, "claim": claim.id, "denied": denied, "holders": holders}
