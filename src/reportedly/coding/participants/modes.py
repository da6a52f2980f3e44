"""The mode of an act by the words around it: with what it is done, to whom, what is left undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.cast.countries import OFFICIAL
from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.participants.draft import Draft, distinct

#: classes of what an attack is done with, by its mode
MEANS = (
    ("explosives", "means_explosives"),
    ("drone", "means_drone"),
    ("aerial", "means_aerial"),
    ("heavy-weapons", "means_heavy"),
    ("firearms", "means_firearms"),
    ("primitive", "means_primitive"),
)
#: where an attack names what it is done with
WITH = ("by", "with", "in")
#: sectors of those who may send somebody out of a country
SENDING = OFFICIAL | {"PRM", "REB", "UAF"}
#: how many sides are many
MANY = 3


def with_mode(draft: Draft, slots: Slots) -> Draft:
    """Return the draft with the mode that the words around it give, or take away."""
    mode = _mode(draft, slots)
    return draft if mode == draft.mode else replace(draft, mode=mode)


def _mode(draft: Draft, slots: Slots) -> str | None:
    if draft.type == "REQUEST" and draft.mode == draft.entry.mode:
        return _asked(draft, slots)
    if draft.type == "REJECT" and slots.sentence.is_verb(draft.mention.i):
        return draft.mode or "change"
    if draft.type == "ASSAULT" and draft.mode is None:
        return _means(draft, slots)
    if draft.type == "COERCE" and draft.mode == "deport" and not _may_deport(draft.actors):
        return None
    if draft.type == "SANCTION" and draft.mode == "expel" and _only_firms(draft.recipients):
        return "discontinue"
    if draft.type == "ACCUSE" and draft.mode == "disapprove" and _says_what_was_done(draft, slots):
        return "allege"
    if draft.type == "CONSULT" and draft.mode is None:
        sides = distinct([*draft.actors, *draft.recipients])
        return "multilateral" if len(sides) >= MANY and all(p.country for p in sides) else None
    return draft.mode


def _asked(draft: Draft, slots: Slots) -> str | None:
    """Return the mode of a request whose entry has one: to leave something undone is no help and
    no meeting; to leave off fighting is to yield."""
    s = slots.sentence
    if draft.mode in {None, "change"}:
        return draft.mode
    undone = [k for k in slots.slot(draft.mention.i, "complement") if s.kids(k, "neg")]
    if not undone:
        return draft.mode
    objects = [t for k in undone for t in (k, *slots.slot(k, "object"), *slots.slot(k, "to"))]
    return "yield" if any(s.among(t, "hostilities") for t in objects) else "change"


def _means(draft: Draft, slots: Slots) -> str | None:
    """Return the mode by what an attack is done with: "killed in a drive-by shooting"."""
    s, i = slots.sentence, draft.mention.i
    if not s.is_verb(i):
        return None
    heads = [t for slot in (*WITH, "subject") for t in slots.slot(i, slot)]
    told = {c for t in heads for c in s.conjuncts(t)} | set(heads)
    modes = [mode for mode, name in MEANS if any(s.among(t, name) for t in told)]
    return modes[0] if len(modes) == 1 else None


def _may_deport(actors: Sequence[Party]) -> bool:
    """Return whether the doers, where they are told, can send somebody out of a country."""
    known = [p for p in actors if not p.unknown]
    return not known or any(p.is_state or SENDING & set(p.sectors) for p in known)


def _only_firms(parties: Sequence[Party]) -> bool:
    """Return whether it is firms that are shut out: from orders, not from membership."""
    return bool(parties) and all(p.person is not True and "BUS" in p.sectors for p in parties)


def _says_what_was_done(draft: Draft, slots: Slots) -> bool:
    """Return whether a complaint tells a deed: "complained that Chad had moved the posts"."""
    s, i = slots.sentence, draft.mention.i
    clauses = s.kids(i, "ccomp") if s.among(i, "complaining_verbs") else []
    return any(s.tags[k] in {"VBD", "VBN"} for k in clauses)
