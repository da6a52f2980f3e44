"""Members of a group that stand beside it: "officers including Keller", "two of whom"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.phrases import antecedents, prepositions
from reportedly.coding.participants.draft import thing
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence


def instances(s: Sentence, i: int, t: int) -> list[int]:
    """Return the members told with the group at t: "groups including the union and the guild".

    The parser hangs them on the group, on what counts it, or on its verb i.
    """
    words = [p for k in (t, i) for p in s.kids(k, "prep") if s.among(p, "instancing")]
    if s.tags[t] == "NNS":  # "states like Togo", "states such as Togo"
        words += [p for p in s.kids(t, "prep") if _exemplifies(s, p)]
    words = [p for p in words if s.heads[p] == t or (s.deps[t] == "dobj" and p > t)]
    found = [c for p in words for k in s.kids(p, "pobj") for c in s.conjuncts(k)]
    return [name for k in found for name in _names(s, k)]


def _exemplifies(s: Sentence, p: int) -> bool:
    such = s.words[p].lower() == "as" and any(
        s.words[k].lower() == "such" for k in s.kids(p, "amod")
    )
    names = s.kids(p, "pobj")
    return (such or s.words[p].lower() == "like") and bool(names) and s.is_proper(names[0])


def _names(s: Sentence, k: int) -> list[int]:
    """Return the names behind a noun for several: "the doctors Tom Hale and Ann Price"."""
    behind = [a for a in s.kids(k, "appos") if s.is_proper(a) and s.tags[k] == "NNS"]
    return [c for a in behind for c in s.conjuncts(a) if s.is_proper(c)] or [k]


def some_of(evidence: Evidence, t: int) -> tuple[Party, ...]:
    """Return the part of a group that number t counts: "rebels, two of whom were jailed"; or those
    of whom only the clause behind tells who they are."""
    s = evidence.sentence
    if s.among(t, "bare_people") and s.kid(t, "relcl", "acl") is not None:
        return (replace(thing(s, t), plural=True),)  # "those who had fled"
    whose = [k for k in prepositions(s, t, "of") if s.among(k, "relative_pronouns")]
    if not whose or s.is_verb(t):
        return ()
    whole = [p for k in antecedents(s, whose[0]) for p in evidence.who(k, "of")]
    bare = replace(thing(s, t), first=t, last=whose[0], name=s.slice(t, whose[0]))
    if not whole:
        return (bare,)
    one = whole[0]
    return (replace(bare, country=one.country, sectors=one.sectors, role=one.role, plural=True),)
