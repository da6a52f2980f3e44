"""What is kept beside an event and follows from it: its copies, and who affirms and denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reportedly.linking.drift import copied
from reportedly.records import Claim, Event
from reportedly.records.spans import together


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
