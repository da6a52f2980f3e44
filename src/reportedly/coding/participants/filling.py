"""From a mention to its draft: parties, goods and content out of its slots."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.mentions.goods import Found
from reportedly.coding.mentions.noun_phrases import counted
from reportedly.coding.participants.defaults import defaults_of
from reportedly.coding.participants.draft import Draft
from reportedly.coding.participants.places_hit import as_places
from reportedly.coding.participants.sides import sides_of
from reportedly.coding.participants.transfers import directed
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.mention import Mention
from reportedly.coding.predicates.senses import Chosen
from reportedly.coding.presentation.mood import Reading
from reportedly.lexicons import Predicate
from reportedly.records import ClaimKind

#: types in which nothing changes hands, unless an entry says so
NO_GOODS = frozenset({"ASSAULT", "ACCUSE", "PROTEST", "CONSULT", "SUPPORT", "MOBILIZE"})
#: types that are acts of a will
WILLED = frozenset({"ASSAULT", "COERCE"})


def draft_of(chosen: Chosen, mention: Mention, reading: Reading) -> Draft:
    """Return the draft of a mention that is presented so."""
    evidence, entry, i = chosen.evidence, mention.entry, mention.i
    actors, recipients = sides_of(chosen, i, entry)
    content = () if entry.kind is ClaimKind.EVENT else _content(evidence, i, entry)
    return Draft(
        mention=mention,
        reading=reading,
        type=entry.type,
        mode=entry.mode,
        cameo=entry.cameo,
        actors=actors,
        recipients=as_places(evidence, i, entry, recipients),
        goods=_goods(evidence, i, entry, content),
        content=content,
        rules=(entry.id, *mention.also),
        dropped=not actors and _inanimate(evidence, i, entry),
    )


def _inanimate(evidence: Evidence, i: int, entry: Predicate) -> bool:
    """Return whether an act of force is laid to something that acts by no will: a virus.

    A weapon or another event may stand for whoever is behind it.
    """
    s = evidence.sentence
    if entry.type not in WILLED or not s.is_verb(i):
        return False
    doers = [counted(s, t) for t in evidence.slots.slot(i, "subject")]
    return bool(doers) and all(
        s.is_noun(t)
        and evidence.goods.at(t) is None
        and not evidence.vocabulary.senses(s, t)
        and not s.is_proper(t)
        and not s.among(t, "blamed_weapons")
        for t in doers
    )


def _goods(
    evidence: Evidence, i: int, entry: Predicate, content: Sequence[int]
) -> tuple[Found, ...]:
    """Return the goods in the entry's slots, else in what is wanted or prevented."""
    if not evidence.goods.found or (entry.goods is None and entry.type in NO_GOODS):
        return ()
    slots = defaults_of(evidence.sentence, i).goods if entry.goods is None else entry.goods
    tokens = [t for slot in slots if slot != "complement" for t in evidence.slots.slot(i, slot)]
    found = evidence.goods.under(tokens)
    if not found and content and entry.goods is None:
        inner = [t for k in content for t in evidence.slots.slot(k, "object")]
        found = evidence.goods.under([*content, *inner])
    if _acts_besides(evidence, entry, content):
        return found
    returned = evidence.goods.under(evidence.slots.slot(i, "for")) if found else ()
    return directed(found, entry, returned)


def _acts_besides(evidence: Evidence, entry: Predicate, content: Sequence[int]) -> bool:
    """Return whether what is wanted is some act with the goods and not to have them: "wants to
    scrap its tanks". An act that the lexicons know tells its own sides."""
    s = evidence.sentence
    verbs = [k for k in content if s.is_verb(k) and not s.among(k, "getting_verbs")]
    return entry.kind is ClaimKind.WANT and bool(verbs)


def _content(evidence: Evidence, i: int, entry: Predicate) -> tuple[int, ...]:
    slots = (evidence.slots.slot(i, slot) for slot in entry.content)
    return next((tuple(found) for found in slots if found), ())
