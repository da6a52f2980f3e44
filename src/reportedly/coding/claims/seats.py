"""Organs of state whose country a place beside them tells: "In Lima, the court", "told reporters in
Ottawa"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.places.located import Located
from reportedly.records import Actor, Claim, Span, Voice

#: words at most between "told" and the capital where it was told, "reporters in" among them
NEAR = 4


def behind(party: Actor | Voice, located: Sequence[Located], sentence: Span) -> str | None:
    """Return the country of the place that opens a clause right before a party: "In Lima, the
    court ordered"."""
    for place in located:
        if not place.scene or place.candidate is None or party.start is None:
            continue
        between = sentence.text[place.end - sentence.start : max(party.start - sentence.start, 0)]
        before = sentence.text[: place.start - sentence.start].split()
        opens = len(before) < 2 or before[-2][-1] in ",;:" or before[-2] in {"and", "but"}
        right_before = between.strip().lower() in {"", ",", "the", ", the"}
        if opens and place.end < party.start and right_before:
            return place.candidate.country
    return None


def at_seat(party: Actor | Voice, located: Sequence[Located], claim: Claim) -> str | None:
    """Return the country of the capital where a party says it: "the minister told reporters in
    Ottawa". None where a comma stands between, or more than a few words."""
    text, role = (party.text or "").lower(), party.role or ""
    if not role or role not in text or f"{role}s" in text:
        return None  # "the two prime ministers"
    cues = [v.cue_end for v in claim.voices if v.start == party.start and party.start is not None]
    for place in located:
        seat = place.scene and place.candidate is not None and place.candidate.feature == "capital"
        if not cues or not seat or place.start < cues[0]:
            continue
        between = claim.sentence.text[cues[0] - claim.sentence.start :][: place.start - cues[0]]
        if len(between.split()) <= NEAR and not set(between) & set(",;:"):
            return place.candidate.country if place.candidate is not None else None
    return None
