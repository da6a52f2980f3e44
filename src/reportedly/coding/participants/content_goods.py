"""Goods that the clause below an act tells: "asked Oslo to hand over its boats", "agreed to buy"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reportedly.coding.mentions.goods import Found
from reportedly.coding.predicates.evidence import Evidence
from reportedly.lexicons import Predicate
from reportedly.records import Side

#: types of acts whose goods are those of what is promised, asked for or refused
AHEAD = frozenset({"AGREE", "REQUEST", "REJECT"})


def goods_below(
    evidence: Evidence, i: int, entry: Predicate, firing: Collection[int]
) -> tuple[Found, ...]:
    """Return what the clause below token i gives or gets, with the sides that this leaves.

    Not of clauses that present an act of their own: those goods come with it. firing: tokens that
    present something.
    """
    if entry.type not in AHEAD or entry.goods is not None:
        return ()
    s, slots = evidence.sentence, evidence.slots
    for k in slots.slot(i, "complement"):
        if k in firing:
            continue
        gives, gets = s.among(k, "handing_verbs"), s.among(k, "getting_verbs")
        found = evidence.goods.under(slots.slot(k, "object")) if gives or gets else ()
        if found:
            told = bool(slots.slot(k, "dative") or slots.slot(k, "to"))
            return tuple(_sided(good, entry, gives and not gets, told) for good in found)
    return ()


def _sided(good: Found, entry: Predicate, gives: bool, told: bool) -> Found:
    """Return the good with its sides: who is asked to give gives, who agrees to buy receives.

    told: whether the clause names who receives, who is no side of what is asked
    """
    if entry.type == "REQUEST":
        asked = Side.RECIPIENT
        receiver = (None if told else Side.ACTOR) if gives else asked
        return replace(good, giver=asked if gives else None, receiver=receiver)
    if gives:
        return replace(good, giver=Side.ACTOR, receiver=Side.RECIPIENT if told else None)
    return replace(good, giver=None, receiver=Side.ACTOR)
