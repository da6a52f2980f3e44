"""Goods that the clause below an act tells: "asked Oslo to hand over boats", "agreed to buy"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from reportedly.coding.mentions.goods import Found
from reportedly.coding.participants.costs import MONEY, cost_of, priced
from reportedly.coding.predicates.evidence import Evidence
from reportedly.lexicons import Predicate
from reportedly.records import Side

#: types of acts whose goods are those of what is promised, asked for or refused
AHEAD = frozenset({"AGREE", "REQUEST", "REJECT"})
#: types in which a contract is closed
CLOSING = frozenset({"AGREE", "SUPPORT"})


def goods_below(
    evidence: Evidence, i: int, entry: Predicate, firing: Collection[int]
) -> tuple[Found, ...]:
    """Return what the clause below token i gives or gets, with the sides that this leaves.

    Not of a clause right below that presents an act of its own: those goods come with it. firing:
    tokens that present something.
    """
    slots = evidence.slots
    bargains = _bargains(evidence, i, entry)
    if entry.goods is not None and not bargains:
        return ()
    clauses = slots.slot(i, "complement") if entry.type in AHEAD else []
    bargained = [k for noun in bargains for k in slots.slot(noun, "complement")]
    for k in (*(k for k in clauses if k not in firing), *bargained):
        if found := _of_clause(evidence, k, entry):
            return found
    below = [t for noun in bargains for t in slots.slot(noun, "for")]
    return tuple(good for good in evidence.goods.under(below) if good.rule != MONEY)


def _bargains(evidence: Evidence, i: int, entry: Predicate) -> list[int]:
    """Return the contracts and orders that are signed or agreed on: "signed a contract for"."""
    s = evidence.sentence
    if entry.type not in CLOSING or not s.is_verb(i):
        return []
    return [t for t in evidence.slots.slot(i, "object") if s.among(t, "bargain_nouns")]


def _of_clause(evidence: Evidence, k: int, entry: Predicate) -> tuple[Found, ...]:
    """Return what the clause of verb k gives or gets, with what it costs."""
    s, slots = evidence.sentence, evidence.slots
    gives, gets = s.among(k, "handing_verbs"), s.among(k, "getting_verbs")
    found = evidence.goods.under(slots.slot(k, "object")) if gives or gets else ()
    told = bool(slots.slot(k, "dative") or slots.slot(k, "to"))
    sided = [_sided(good, entry, gives and not gets, told) for good in found]
    return priced(sided, cost_of(evidence, k, "COOPERATE"), "COOPERATE")


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
