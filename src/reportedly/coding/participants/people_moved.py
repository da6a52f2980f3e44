"""People that are sent, massed or placed: "sent 300 officers", "60,000 guards were placed"."""

from __future__ import annotations

from reportedly.coding.mentions.goods import Found
from reportedly.coding.mentions.noun_phrases import counted, covering, window
from reportedly.coding.mentions.quantities import quantity_of
from reportedly.coding.predicates.evidence import Evidence
from reportedly.lexicons import Predicate, Role

#: sectors of those who are troops
ARMED = frozenset({"MIL", "REB"})


def people_moved(evidence: Evidence, i: int, entry: Predicate) -> tuple[Found, ...]:
    """Return whom a mobilizing verb moves, as goods with their number; () for other acts.

    Who moves by themselves are no goods: "troops advanced".
    """
    s = evidence.sentence
    if entry.type != "MOBILIZE" or not s.is_verb(i) or entry.goods not in (None, ("-",)):
        return ()
    found = evidence.goods.under(evidence.slots.slot(i, "object"))
    if found:
        return tuple(good for good in found if good.rule != "good.money")
    tokens = [counted(s, t) for t in evidence.slots.slot(i, "object")]
    return tuple(good for t in tokens if (good := _people(evidence, t)) is not None)


def _people(evidence: Evidence, t: int) -> Found | None:
    """Return the people that noun t names, None where it names none."""
    s = evidence.sentence
    role = covering(evidence.resolver.scene.roles, t)
    entry = role.entry if role is not None else None
    if not isinstance(entry, Role) or not (entry.person or ARMED & set(entry.sector)):
        return None
    first, last = window(s, t)
    numbers = [a for a in evidence.goods.amounts if a.currency is None]
    much, unit, at = quantity_of(s, t, numbers)
    category = "people.troops" if ARMED & set(entry.sector) else "people"
    head = first if first == last else (role.first if role is not None else first)
    return Found(min(head, t), last, t, category, entry.id, much, unit, at)
