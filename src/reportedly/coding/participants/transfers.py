"""Who hands goods over and who ends up with them, whatever the grammar says.

An entry says it (`transfer`), else its type, where that can mean only one thing; else the record
does not tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.coding.cast.party import Party
from reportedly.coding.mentions.goods import Found
from reportedly.coding.participants.draft import Draft
from reportedly.lexicons import Predicate
from reportedly.records import ClaimKind, Side

#: who ends up with the goods of a type and mode, where its entries leave it open: only where
#: nearly all marked news agree. AGREE, SANCTION and COOPERATE go both ways
BY_TYPE = {
    ("AID", None): "to_recipient",
    ("RETREAT", "release"): "to_recipient",
    ("COERCE", "seize"): "to_actor",
    ("COERCE", "withhold"): "to_recipient",
    ("REQUEST", "assist"): "to_actor",
    ("REQUEST", "change"): "to_actor",
    ("REQUEST", None): "to_actor",
    ("REJECT", "assist"): "to_recipient",
}
#: types in which people are moved or set free
MOVING = frozenset({"RETREAT", "MOBILIZE", "COOPERATE"})
SIDES = {
    "to_actor": (Side.RECIPIENT, Side.ACTOR),
    "to_recipient": (Side.ACTOR, Side.RECIPIENT),
}


def transfer_of(entry: Predicate) -> str:
    """Return which way the entry's goods go: to_actor, to_recipient, exchange or none."""
    if entry.transfer is not None:
        return entry.transfer
    if entry.kind is ClaimKind.WANT:
        return "to_actor"
    return BY_TYPE.get((str(entry.type), entry.mode), "none")


def directed(
    found: Iterable[Found], entry: Predicate, returned: Sequence[Found]
) -> tuple[Found, ...]:
    """Return the goods with the sides that the entry gives them.

    returned: those in the entry's "for", which an exchange brings the actor.
    """
    way = transfer_of(entry)
    given = []
    for good in found:
        own = way
        if way == "exchange":
            own = "to_actor" if good in returned else "to_recipient"
        giver, receiver = SIDES.get(own, (None, None))
        given.append(replace(good, giver=giver, receiver=receiver))
    return tuple(given)


def taken_over(inner: Draft, actors: Sequence[Party], recipients: Sequence[Party]) -> list[Found]:
    """Return the goods of an event as its matrix with these parties has them.

    "Asked Rome to send grain": Rome gives as actor of the sending, as recipient of the asking.
    """
    sides = {Side.ACTOR: inner.actors, Side.RECIPIENT: inner.recipients}

    def above(side: Side | None) -> Side | None:
        parties = sides[side] if side else ()
        for mine, whole in ((Side.ACTOR, actors), (Side.RECIPIENT, recipients)):
            if parties and all(any(p.same(q) for q in whole) for p in parties):
                return mine
        return None

    return [
        replace(good, giver=above(good.giver), receiver=above(good.receiver))
        for good in inner.goods
    ]


def settled_sides(draft: Draft) -> tuple[Found, ...]:
    """Return the goods of a finished draft, without sides that name nobody.

    What is itself a party does not part with itself ("seized two boats"); who is set free is
    handed to nobody ("freed 300 prisoners"), and who is helped or arrested is no good at all.
    """
    sides = {Side.ACTOR: draft.actors, Side.RECIPIENT: draft.recipients}
    found = []
    for good in draft.goods:
        itself = [side for side in sides if _among(good, sides[side])]
        if itself and good.category.startswith("people") and draft.type not in MOVING:
            continue
        giver, receiver = (
            side if side and sides[side] and side not in itself else None
            for side in (good.giver, good.receiver)
        )
        if good.receiver in itself:
            giver = None
        found.append(replace(good, giver=giver, receiver=receiver))
    return tuple(found)


def _among(good: Found, parties: Sequence[Party]) -> bool:
    """Return whether the good, or what counts it, stands in the words of one of the parties."""
    return any(p.first <= t <= p.last for p in parties for t in (good.head, good.counted))
