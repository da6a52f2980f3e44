"""Where an act is said to lie."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import belongs, nearest
from reportedly.coding.participants.draft import Draft
from reportedly.coding.places.located import Located
from reportedly.lexicons import Organisation
from reportedly.records import Place


def place_of(draft: Draft, analysis: Analysis, located: Sequence[Located]) -> Place | None:
    """Return where the draft's act is said to lie, or None where the text is silent.

    What is struck or visited is where it happens, too. located: the places of its sentence.
    """
    found = [place for place in located if _says_where(place, draft, analysis)]
    spans = [(p.start, p.end) for p in found]
    ties = [belongs(draft.mention.i, analysis, span) for span in spans]
    best = nearest(draft.mention.i, analysis, spans, ties)
    if best is not None:
        return found[best].record()
    s = analysis.sentence
    hit = [s.starts[party.head] for party in draft.recipients if party.place]
    at = (p for p in located if p.candidate and any(p.start <= h < p.end for h in hit))
    return next((place.record() for place in at), None)


def _says_where(place: Located, draft: Draft, analysis: Analysis) -> bool:
    """Return whether the place tells where, and is not one of the claim's own parties."""
    visit = draft.type == "CONSULT" and draft.mode == "visit"
    if not place.scene and not (visit and place.destination):
        return False
    if place.candidate is None and not visit:
        return False
    s = analysis.sentence
    for match in analysis.resolver.scene.names:
        inside = s.starts[match.first] <= place.start < s.ends[match.last]
        if inside and isinstance(match.entry, Organisation):
            return False  # "in Nato" is no place
    parties = draft.actors if visit else (*draft.actors, *draft.recipients)
    return not any(s.starts[p.head] < place.end and place.start < s.ends[p.head] for p in parties)
