"""Acts whose possessor suffers them: "his arrest", "Malik's murder"; and parties told twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.phrases import possessors, prepositions
from reportedly.coding.participants.draft import distinct
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate

#: before a noun for what somebody dies in
WITHIN = ("in", "during", "from")
#: types of what a court does
COURT = frozenset({"ACCUSE", "SANCTION"})
#: who grants pardons, by sector
OFFICES = frozenset({"GOV", "LEG"})
#: who does such things to others, by sector: "the army's killings"
DOING = frozenset({"MIL", "COP", "SPY", "REB", "PRM", "UAF", "CRM"})


def suffered(evidence: Evidence, i: int) -> tuple[Party, ...]:
    """Return whom the possessor of noun i shows to suffer it, () where they may do it.

    Not where somebody else is told to suffer it ("Chad's arrest of a priest"), and no state, army
    or gang.
    """
    s = evidence.sentence
    struck, imposed = s.among(i, "struck_acts"), s.among(i, "imposed_acts")
    if s.is_noun(i) and s.among(i, "granted_acts"):
        return _granted(evidence, i)
    if not s.is_noun(i) or not (struck or imposed or s.among(i, "suffered_acts")):
        return ()
    if evidence.slots.slot(i, "of") or (struck and _aimed(evidence, i)):
        return ()
    parties = [p for k in possessors(s, i) for p in evidence.who(k, "possessive")]
    if imposed or any(evidence.who(k, "by") for k in prepositions(s, i, "by")):
        return tuple(parties)  # "Chad's invasion by Mali"
    if struck:
        towns = all(evidence.resolver.town(p.head) for p in parties)
        return tuple(parties) if towns else ()  # "Kharkiv's bombardment"
    alone = s.tags[i] == "NN" or s.among(i, "court_acts") or not any(p.plural for p in parties)
    several = s.tags[i] == "NNS" and any("GOV" in p.sectors for p in parties)  # "Tito's arrests"
    one = any(kind is not None and kind.gender for kind in map(evidence.pronoun, possessors(s, i)))
    if not alone or several or (not one and any(_does_such_things(p) for p in parties)):
        return ()
    return tuple(parties)


def _granted(evidence: Evidence, i: int) -> tuple[Party, ...]:
    """Return whose pardon noun i is: they get it, unless theirs is the office that grants it:
    "protest at his pardon", not "the king's pardon"."""
    if any(evidence.slots.slot(i, slot) for slot in ("of", "for", "to")):
        return ()
    parties = [p for k in possessors(evidence.sentence, i) for p in evidence.who(k, "possessive")]
    held = any(p.is_state or OFFICES & set(p.sectors) for p in parties)
    return () if held else tuple(parties)


def _aimed(evidence: Evidence, i: int) -> bool:
    """Return whether noun i tells whom it hits: "Keller's attacks on migrants"."""
    aims = [t for slot in ("on", "against") for t in evidence.slots.slot(i, slot)]
    s = evidence.sentence
    return any(not (s.among(t, "months") or s.among(t, "weekdays")) for t in aims)


def fallen(evidence: Evidence, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return who died by the act of force that noun i names: "nine soldiers died in the raid"."""
    s, up = evidence.sentence, evidence.sentence.heads[i]
    if entry.type != "ASSAULT" or s.deps[i] != "pobj" or s.words[up].lower() not in WITHIN:
        return ()
    verb = s.heads[up]
    dead = evidence.slots.slot(verb, "subject") if s.among(verb, "dying_verbs") else []
    return distinct([p for t in dead for p in evidence.who(t, "of")])


def charged(evidence: Evidence, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return who is held, stopped or tried on the charges that noun i names: "held four drivers on
    charges of theft"; or awaits what it names bare: "is awaiting trial"."""
    s, up = evidence.sentence, evidence.sentence.heads[i]
    if entry.type in COURT and s.deps[i] == "dobj" and s.among(up, "awaiting_verbs"):
        bare = not (s.kids(i, "det", "poss") or evidence.slots.slot(i, "of"))
        waiting = evidence.slots.slot(up, "subject") if bare else []
        return distinct([p for t in waiting for p in evidence.who(t, "of")])
    if entry.type != "ACCUSE" or not s.among(i, "charge_nouns") or s.words[up].lower() != "on":
        return ()
    held = evidence.slots.slot(s.heads[up], "object") if s.is_verb(s.heads[up]) else []
    return distinct([p for t in held for p in evidence.who(t, "of") if p.head != i])


def undergoes(s: Sentence, k: int, owner: bool = True) -> bool:
    """Return whether noun k is who would be freed, dismissed or tried: "demanded X's release".

    owner: whether a possessor is; of what has been done, "Togo's executions", it may be the doer.
    """
    if s.deps[k] == "poss" and not owner:
        return False
    for up in s.path(k):
        if s.is_noun(up) and s.deps[up] != "conj":
            return s.among(up, "undergone_nouns")
        if s.deps[up] == "prep" and s.words[up].lower() not in {"of", "for"}:
            return False
        if s.is_verb(up):
            return False
    return False


def _does_such_things(party: Party) -> bool:
    known = bool(party.sectors) or party.is_state or party.name[:1].isupper()
    body = (party.person is False or party.collective) and known  # not "the team's arrest"
    return body or (party.person is not True and bool(DOING & set(party.sectors)))


def of_one_body(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties before a noun, a state that only says whose the next is taken into it.

    "The Syrian air force onslaught": the air force, and not Syria as well.
    """
    found = list(parties)
    for state, body in pairwise(parties):
        if state.is_state and body.role and state.last + 1 == body.first:
            country = body.country or state.country
            own = replace(body, first=state.first, country=country)
            found = [own if p is body else p for p in found if p is not state]
    return tuple(found)
