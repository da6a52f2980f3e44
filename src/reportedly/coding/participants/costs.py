"""What a whole deal costs: "for $300 million", "in a deal worth $2bn", "a $2bn contract"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.mentions.amounts import Amount
from reportedly.coding.mentions.goods import Found
from reportedly.coding.mentions.prices import valued
from reportedly.coding.predicates.evidence import Evidence

#: rule of a bare sum of money
MONEY = "good.money"
#: types in which a sum beside "deal" is its price; beside an aid package it is the aid itself
BARGAINS = frozenset({"AGREE", "COOPERATE", "REJECT", "SANCTION", "CONSULT"})


def cost_of(evidence: Evidence, i: int, type_: str | None) -> Amount | None:
    """Return the sum that the goods of predicate i cost by its clause, or None."""
    s, slots = evidence.sentence, evidence.slots
    sums = [good for good in evidence.goods.found if good.rule == MONEY]
    if not sums:
        return None
    paid = slots.slot(i, "for")
    priced = [t for t in slots.slot(i, "at") if s.among(t, "price_nouns")]
    nouns = [i, *slots.slot(i, "in"), *(slots.slot(i, "object") if type_ in BARGAINS else ())]
    bargains = [t for t in nouns if s.among(t, "bargain_nouns")]
    below = evidence.goods.under([*priced, *bargains])
    for good in sums:
        worth = any(good.amount and valued(s, good.amount, t) for t in bargains)
        if worth or good.head in paid or good in below:
            return good.amount
    return None


def priced(goods: Sequence[Found], cost: Amount | None, type_: str | None) -> tuple[Found, ...]:
    """Return the goods with what they cost; of several none is told what its part was.

    A sum beside nothing else is what is asked for ("asks for $1,500"), not a price.
    """
    kept = [good for good in goods if good.amount is not cost]
    if cost is None or (not kept and type_ not in BARGAINS):
        return tuple(goods)
    if len(kept) == 1 and kept[0].price is None and not kept[0].category.startswith("money"):
        return (replace(kept[0], price=cost),)
    return tuple(kept)
