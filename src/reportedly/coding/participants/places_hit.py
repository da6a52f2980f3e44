"""Towns and countries that something is done to: "bombed Aleppo", "visited Ankara"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.cast.party import Party
from reportedly.coding.mentions.noun_phrases import covering, name_tokens
from reportedly.coding.predicates.evidence import Evidence
from reportedly.lexicons import Predicate, State

#: types whose recipient may be a place that is struck, taken or closed in
STRUCK = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


def as_places(
    evidence: Evidence, i: int, entry: Predicate, parties: Sequence[Party]
) -> tuple[Party, ...]:
    """Return the recipients, those that are places told as such.

    A town has the country that it lies in; a capital that is shelled is no government.
    """
    if entry.type in STRUCK and evidence.sentence.among(i, "acts_on_places"):
        return tuple(_town(evidence, party) for party in parties)
    if entry.type == "CONSULT" and entry.mode == "visit":
        return tuple(_host(evidence, party) for party in parties)
    return tuple(parties)


def _town(evidence: Evidence, party: Party) -> Party:
    s, scene = evidence.sentence, evidence.resolver.scene
    known = covering(scene.names, party.head)
    if known is not None and isinstance(known.entry, State):
        if known.form not in {"capital", "place"}:
            return party
        name = s.slice(known.first, known.last)
        return replace(party, name=name, actor_id=None, sectors=(), person=False, place=True)
    return _named_town(evidence, party)


def _named_town(evidence: Evidence, party: Party) -> Party:
    bare = party.country is None and party.role is None and party.actor_id is None
    bare = bare and not (party.person or party.gender)  # "fired at Jane Corbin": no town
    country = evidence.resolver.town(party.head) if bare else None
    if country is None:
        return party
    scene = evidence.resolver.scene
    first, last = name_tokens(evidence.sentence, party.head, [*scene.names, *scene.roles])
    name = evidence.sentence.slice(first, last)
    return replace(party, first=first, last=last, name=name, country=country, place=True)


def _host(evidence: Evidence, party: Party) -> Party:
    """Return the party visited, told as a place where it is a state, a capital or a town."""
    known = covering(evidence.resolver.scene.names, party.head)
    if known is not None and isinstance(known.entry, State):
        return replace(party, place=known.form in {"name", "capital", "place"})
    return _named_town(evidence, party)
