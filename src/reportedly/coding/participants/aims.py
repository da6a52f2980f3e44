"""Whose aim a bare purpose clause tells, and who does what a condition tells."""

from __future__ import annotations

from reportedly.coding.cast.party import Party
from reportedly.coding.participants.draft import distinct
from reportedly.coding.participants.in_slots import parties_in
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate
from reportedly.records import ClaimKind


def bare_aim(s: Sentence, i: int, entry: Predicate) -> bool:
    """Return whether the entry tells an aim by nothing but a purpose clause: "to send a signal"."""
    return entry.kind is ClaimKind.WANT and entry.content == ("word",) and s.deps[i] == "xcomp"


def told_to(evidence: Evidence, i: int) -> bool:
    """Return whether somebody else has it done: "urged Togo to send a signal"."""
    s, up = evidence.sentence, evidence.sentence.heads[i]
    asked = any(one.type == "REQUEST" for one in evidence.vocabulary.senses(s, up))
    return asked or s.among(up, "swaying_verbs")


def aiming_party(evidence: Evidence, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return whose aim a bare purpose clause tells: "moved troops to send Togo a signal"."""
    s, up = evidence.sentence, evidence.sentence.heads[i]
    if not bare_aim(s, i, entry) or not s.is_verb(up) or told_to(evidence, i):
        return ()
    return parties_in(evidence, up, "subject")


def in_condition(evidence: Evidence, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return who acts in the condition of a result, where "it" takes that up: "if Togo buys shells
    from Mali, it would breach the embargo" is not what Mali would do."""
    s = evidence.sentence
    verb = next((k for k in (i, *s.path(i)) if s.is_verb(k)), i)
    subjects = evidence.slots.slot(i, "subject") or s.kids(verb, "nsubj")
    taken = [s.words[k].lower() for k in subjects]
    if entry.kind is not ClaimKind.CONSEQUENCE or taken not in (["it"], ["they"]):
        return ()
    for k in s.kids(verb, "advcl"):
        if k < subjects[0] and any(s.words[m].lower() == "if" for m in s.kids(k, "mark")):
            doers = [d for d in s.kids(k, "nsubj", "nsubjpass") if s.is_noun(d)]
            found = distinct([p for d in doers for p in evidence.who(d, "subject")])
            return tuple(p for p in found if p.actor_id or p.country or p.sectors)
    return ()
