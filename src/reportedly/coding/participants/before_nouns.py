"""Names before an act's noun that tell where it was, and not who did it: "the Paris attacks"."""

from __future__ import annotations

from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import covering
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.predicates.evidence import Evidence
from reportedly.lexicons import State

#: types of acts that are called after the place where they happen, as investigations are after
#: what they are about
LOCAL = FORCE | {"PROTEST", "CONSULT"}
#: slots of a noun that hold who it is aimed at
AIMED = ("on", "against")


def tells_where(evidence: Evidence, i: int, name: int) -> bool:
    """Return whether the name at a token before the event noun at i only tells where it was.

    A town or capital always does; a state by its name unless the noun says at whom: "the Sri
    Lanka bombings", "Turkey strikes on Syria". What is written in capitals stands for whose: "US
    raids".
    """
    s = evidence.sentence
    known = covering(evidence.resolver.scene.names, name)
    if known is None or not isinstance(known.entry, State) or s.words[name].isupper():
        return False
    senses = evidence.vocabulary.senses(s, i)
    if not any(one.type in LOCAL or one.mode == "investigate" for one in senses):
        return False
    if known.form in {"capital", "place"} or _seat_in_town(evidence, known):
        return True
    return known.form == "name" and not any(evidence.slots.slot(i, slot) for slot in AIMED)


def _seat_in_town(evidence: Evidence, known: Match) -> bool:
    """Return whether a seat of government is a town by its name: Tobruk, not the Kremlin."""
    country = evidence.resolver.scene.city_country(evidence.sentence, known.first, known.last)
    return known.form == "seat" and country is not None
