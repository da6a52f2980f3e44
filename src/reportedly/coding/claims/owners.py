"""Whose somebody is by whoever owns them: "its spokesman", "his own party", "the council's men"."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.countries import AT_HOME
from reportedly.coding.cast.party import Party, actor_of
from reportedly.records import Actor, Claim, Voice


def owners_of(claim: Claim, analysis: Analysis) -> dict[int, Actor]:
    """Return the owners that the text names of parties without a country, by where these start.

    Only of bodies and holders of an office: friends, relatives and a private person's doctor may
    be of any country, and so may a firm's staff.
    """
    parties: Iterable[Actor | Voice] = (*claim.actors, *claim.recipients, *claim.voices)
    found = {}
    for party in parties:
        if party.country is None and party.start is not None and party.end is not None:
            owner = _owner(party.start, party.end, analysis)
            if owner is not None:
                found[party.start] = actor_of(owner, analysis.sentence)
    return found


def _owner(start: int, end: int, analysis: Analysis) -> Party | None:
    s = analysis.sentence
    for i in reversed(s.covered(start, end)):
        owning = s.kids(i, "poss")
        if not owning:
            continue
        if s.among(i, "related_people"):
            return None
        found = analysis.resolver.resolve(owning[0])
        return next((one for one in found if _tells(one)), None)
    return None


def _tells(owner: Party) -> bool:
    """Return whether an owner's people are of the owner's country."""
    return not owner.unknown and bool(AT_HOME & set(owner.sectors))
