"""What is kept beside an event and follows from it: word, copies, who affirms and who denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.linking.drift import copied
from reportedly.records import Claim, Event, Stage, Status
from reportedly.records.spans import together

#: status → the steps of a history that tell it
_STEPS = {
    Status.HAPPENED: (Stage.HAPPENED,),
    Status.ONGOING: (Stage.ONGOING,),
    Status.PLANNED: (Stage.ANNOUNCED, Stage.PLANNED),
    Status.NEGATED: (Stage.DENIED, Stage.CANCELLED),
}


def word_of(event: Event, told: Mapping[str, Claim]) -> dict[str, str]:
    """Return the text's own word for the event, and the entries that fired for it."""
    claim = told[_telling(event)]
    return {"word": claim.trigger.text, "word_rules": " ".join(claim.rules)}


def _telling(event: Event) -> str:
    """Return the claim that tells the event as its status has it, as far as its record knows."""
    steps = [one.claim for one in event.history if one.status in _STEPS.get(event.status, ())]
    said = [
        side.claims[0]
        for each in event.contradictions
        if each.field == "status"
        for side in each.values
        if side.value == "affirmed"
    ]
    return next(iter([*steps, *said, *event.claims]))


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
    """Yield the claims that affirm or deny a contested event, each with who answers for it."""
    for disagreement in event.contradictions:
        for side in disagreement.values if disagreement.field == "status" else ():
            for claim in side.claims:
                voices = told[claim].voices
                holders = [n for n, one in enumerate(voices, 1) if together(one, voices[-1])]
                denied = side.value == "denied"
                yield {"event": event.id, "claim": claim, "denied": denied, "holders": holders}
