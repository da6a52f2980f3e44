"""Whose a text or a plan is: who speaks by it, and who made what is backed or turned down."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.deeper import authors
from reportedly.coding.grammar.phrases import has_to
from reportedly.coding.participants.draft import distinct
from reportedly.coding.predicates.evidence import Evidence

#: how a text hangs on whoever brings it out
BROUGHT_OUT = frozenset({"dobj", "nsubjpass"})
#: types of acts that answer what somebody else has made
ANSWERS = frozenset({"ACCUSE", "CONCEDE", "REJECT", "SUPPORT"})


def speaking_by(evidence: Evidence, i: int) -> tuple[Party, ...]:
    """Return who speaks by the text that is the subject of i: "put out a report accusing Mali"."""
    s = evidence.sentence
    tokens = [t for t in evidence.slots.slot(i, "subject") if s.among(t, "texts")]
    return _parties(evidence, [k for t in tokens for k in _behind(evidence, t)])


def makers(evidence: Evidence, type_: str | None, tokens: Sequence[int]) -> tuple[Party, ...]:
    """Return who made what an act of that type answers: "backed a plan drafted by Oslo"."""
    if type_ not in ANSWERS:
        return ()
    return _parties(evidence, [k for t in tokens for k in authors(evidence.sentence, t)])


def _behind(evidence: Evidence, t: int) -> list[int]:
    s, up = evidence.sentence, evidence.sentence.heads[t]
    if made := authors(s, t):
        return made
    if s.deps[t] in BROUGHT_OUT and s.among(up, "issuing_verbs") and not has_to(s, up):
        return evidence.slots.slot(up, "subject")
    return []


def _parties(evidence: Evidence, tokens: Sequence[int]) -> tuple[Party, ...]:
    return distinct([p for k in tokens for p in evidence.who(k, "by")])
