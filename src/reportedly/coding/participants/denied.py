"""Whose words are denied, where no slot of the denial says so.

"Mali says Chad burned the mill, which Chad denies"; "Mali accused Chad. Chad denies it."
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.taken_up import summed_up, takes_up
from reportedly.coding.mentions.noun_phrases import left_edge
from reportedly.coding.participants.draft import distinct, others
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate

#: before what is known: "the claim", and no claim in general
_KNOWN = frozenset({"the", "this", "that", "these", "those", "both", "such"})


def claimants(
    evidence: Evidence, i: int, entry: Predicate, deniers: tuple[Party, ...]
) -> tuple[Party, ...]:
    """Return who said what denial i takes up: of its sentence, else of the one before."""
    s = evidence.sentence
    plain = "@told" in entry.needs.get("object", ())
    taken = [t for t in evidence.slots.slot(i, "object") if takes_up(s, t)]
    taken = [t for t in taken if plain or s.among(t, "told_nouns")]
    if entry.type != "REJECT" or not taken:
        return ()
    at = summed_up(s, i)
    if at is not None:
        return others(_speakers(evidence, at, i), deniers)
    if any(_is_owned(s, t) for t in taken) or evidence.slots.slot(i, "speaker"):
        return ()
    before = [one for one in evidence.slots.spoken if one.cue < i]
    if before:
        return others(distinct(evidence.who(before[-1].source, "speaker")), deniers)
    told = evidence.resolver.scene.memory.claimants
    first, t = left_edge(s, taken[0]), taken[0]
    return others(tuple(replace(p, first=first, last=t, head=t) for p in told), deniers)


def _speakers(evidence: Evidence, at: int, i: int) -> tuple[Party, ...]:
    """Return who says what stands at token at, or says it by that word; i: the denial."""
    spoken = [one for one in evidence.slots.spoken if one.cue != i]
    told = [one.source for one in spoken if at in one.content or at == one.cue]
    return distinct([p for k in told[-1:] for p in evidence.who(k, "speaker")])


def _is_owned(s: Sentence, t: int) -> bool:
    """Return whether noun t itself says whose it is or what it says: "the claim that", "any"."""
    if s.kids(t, "poss", "acl", "relcl", "prep"):
        return True
    return s.is_noun(t) and not any(s.words[k].lower() in _KNOWN for k in s.kids(t, "det"))
