"""Where an act is said to lie."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import Party
from reportedly.coding.circumstances.belonging import nearest
from reportedly.coding.circumstances.reaching import reaches
from reportedly.coding.circumstances.sites import LEADING, STRUCK, leads, lies_at, site_of
from reportedly.coding.participants.draft import Draft
from reportedly.coding.places.located import Located
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import before_noun, title_case
from reportedly.lexicons import Organisation, Person
from reportedly.records import ClaimKind, Place


def place_of(draft: Draft, analysis: Analysis, located: Sequence[Located]) -> Place | None:
    """Return where the draft's act is said to lie, or None where the text is silent.

    What is struck or visited is where it happens, too. located: the places of its sentence.
    """
    if draft.entry.kind is ClaimKind.WANT and draft.type is None:
        return None  # a wish lies nowhere; what "needs rain in May" names is part of the wish
    s = analysis.sentence
    if bound := before_noun(s, draft.mention.i):  # "freed the jailed editor in Lima"
        located = [p for p in located if _in_phrase(p, s, s.heads[draft.mention.i])]
    found = [place for place in located if _says_where(place, draft, analysis)]
    spans = [(p.start, p.end) for p in found]
    ties = [lies_at(draft, analysis, span) for span in spans]
    best = nearest(draft.mention.i, analysis, spans, ties)
    if best is not None:
        return found[best].record()
    hit = [s.starts[party.head] for party in draft.recipients if party.place]
    at = (p for p in located if p.candidate and any(p.start <= h < p.end for h in hit))
    known = next((place.record() for place in at), None)
    return known or (None if hit or bound else site_of(draft, analysis))


def _in_phrase(place: Located, s: Sentence, noun: int) -> bool:
    """Return whether the place stands in the noun's own phrase: "the besieged town of Kori"."""
    return any(place.start <= s.starts[k] < place.end for k in s.subtree(noun))


def _says_where(place: Located, draft: Draft, analysis: Analysis) -> bool:
    """Return whether the place tells where, and is not one of the claim's own parties."""
    unknown = place.candidate is None
    if unknown and (not place.text[0].isupper() or title_case(analysis.sentence)):
        return False
    left = place.origin and _leaves(draft, analysis)
    moved = left or (place.destination and _arrives(draft))
    span = (place.start, place.end)
    if moved and not _is_visit(draft):
        moved = leads(analysis, draft.mention.i, span)
    struck = draft.type in STRUCK
    aloft = place.above and analysis.sentence.among(draft.mention.i, "air_verbs")
    here = place.scene or moved or aloft or (place.passing and _passes(draft))
    if not (here or reaches(draft, analysis, span, struck)):
        return False
    s = analysis.sentence
    for match in analysis.resolver.scene.names:
        inside = s.starts[match.first] <= place.start < s.ends[match.last]
        if inside and isinstance(match.entry, Organisation | Person):
            return False  # "in Nato" is no place
    own = moved or struck or aloft or _is_visit(draft)
    people = [p for p in draft.recipients if not p.place and _is_somebody(p)]
    others = people if own else draft.recipients
    parties = (*draft.actors, *others)
    return not any(s.starts[p.head] < place.end and place.start < s.ends[p.head] for p in parties)


def _is_somebody(party: Party) -> bool:
    """Return whether the party is a person, by office or by first name and surname."""
    return party.person is True or (party.gender is not None and party.first < party.last)


def _is_visit(draft: Draft) -> bool:
    return draft.type == "CONSULT" and draft.mode == "visit"


def _arrives(draft: Draft) -> bool:
    """Return whether the act ends where it leads to: a visit, a march, troops or captives moved."""
    return _is_visit(draft) or draft.type in LEADING


def _passes(draft: Draft) -> bool:
    """Return whether the act lies where it leads through: a march, a convoy."""
    return draft.type in {"PROTEST", "MOBILIZE", "AID"}


def _leaves(draft: Draft, analysis: Analysis) -> bool:
    """Return whether the act lies where it leads away from: a withdrawal, an expulsion."""
    withdrawn = draft.type == "RETREAT" and draft.mode == "withdraw"
    return withdrawn or analysis.sentence.among(draft.mention.i, "driving_out_verbs")
