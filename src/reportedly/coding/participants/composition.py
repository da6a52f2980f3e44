"""Matrix predicates with their complement: "threatened to attack", "refused to supply".

What a matrix makes of the event below it is a data table (composition/*.toml); here the
parties and goods of the two are joined.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.coding.grammar.deeper import measured
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.participants.answered import with_makers
from reportedly.coding.participants.content_acts import carried, named_by, with_content
from reportedly.coding.participants.costs import priced
from reportedly.coding.participants.draft import Draft, others
from reportedly.coding.participants.effects import with_effects
from reportedly.coding.participants.modes import with_mode
from reportedly.coding.participants.transfers import taken_over
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.presentation.relations import instead_of
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Composition

#: acts that one is thanked for
HELP = frozenset({"AID", "SUPPORT"})
#: acts that one is blamed for
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
#: slots of a matrix in which stands what somebody is blamed for; the last of an accusation
BLAMED_FOR = ("for", "of", "with")
#: modes of acts of a court that holds somebody to have done it
TRIED = frozenset({"convict"})
#: slots of a matrix in which stands what is asked for or refused
ASKED_SLOTS = ("complement", "object", "for", "of", "on", "with")
#: types that hand nothing over, whatever the act below did: "accused them of looting wheat";
#: nor do troops pulled back go to anybody, or people set free
HANDS_NOTHING = frozenset({"ACCUSE", "PROTEST"})
#: categories of goods that are no help
INTANGIBLE = ("support", "territory", "information")
#: acts in which something changes hands
HANDED = frozenset({"AID", "COOPERATE"})
#: what only doing something makes of a promise
MADE_OF_DEEDS = frozenset({"THREATEN", "SUPPORT", "CONCEDE"})
NOUN_SLOTS = ("object", "for", "to", "of", "on", "against", "from", "with", "about", "over")


def composed(
    drafts: Sequence[Draft], slots: Slots, table: Sequence[Composition]
) -> tuple[Draft, ...]:
    """Return the drafts with matrix claims completed and absorbed events marked dropped."""
    blamed = {draft.mention.i: draft for draft in _blamed(drafts, slots)}
    by_token = with_effects(blamed, slots)
    by_token |= _of_their_goods(by_token, slots)
    for i in list(by_token):
        here = by_token[i]
        if here.type is None:
            by_token |= with_content(here, slots, by_token)
        elif below := _below(here, slots, by_token):
            by_token |= _with_complement(here, below, slots.sentence, table)
        elif here.mode is None and not here.dropped:
            by_token[i] = _alone(here, slots, table)
    by_token = with_makers(by_token, slots)
    return tuple(with_mode(by_token[draft.mention.i], slots) for draft in drafts)


def _with_complement(
    here: Draft, below: Sequence[Draft], sentence: Sentence, table: Sequence[Composition]
) -> dict[int, Draft]:
    """Return a matrix joined with the events below it, and those that it takes up dropped."""
    rule = _rule(here, below[0], sentence, table)
    if rule is None:
        return {}
    joined = _joined(here, below, rule, sentence)
    if joined.type == "REJECT" and rule.mode and _is_of_a_word(here, sentence):
        joined = replace(joined, mode="change")
    changed = {here.mention.i: joined}
    never = here.type == "SANCTION" and not here.reading.positive  # "never stopped supplying"
    for inner in below if not never else ():
        gone = inner.dropped or rule.embedded == "drop" or named_by(here, inner, sentence)
        cost = inner.cost or here.cost
        known = replace(inner, goods=priced(inner.goods, cost, inner.type), dropped=gone)
        changed[inner.mention.i] = known
    return changed


def _is_of_a_word(draft: Draft, s: Sentence) -> bool:
    """Return whether what is turned down is what somebody says: "dismissed reports of sales"
    refuses no goods."""
    return any(s.among(k, "told_nouns") for k in s.kids(draft.mention.i, "dobj"))


def _of_their_goods(by_token: Mapping[int, Draft], slots: Slots) -> dict[int, Draft]:
    """Return the nouns that only name what another hands over, dropped: "a shipment of aid",
    "gave $2 million in aid"."""
    s, found = slots.sentence, {}
    for i, outer in by_token.items():
        if outer.type not in HANDED:
            continue
        sums = [k for noun in s.kids(i, "dobj", "nsubjpass") for k in measured(s, noun)]
        for k in slots.slot(i, "of") if s.is_noun(i) else sums:
            inner = by_token.get(k)
            if inner is not None and inner.type == outer.type:
                found[k] = replace(inner, dropped=True)
    return found


def _blamed(drafts: Sequence[Draft], slots: Slots) -> list[Draft]:
    """Return the drafts with whoever is blamed for an act as its actor: "blamed X for the raid",
    "charged X with murder"."""
    found = {draft.mention.i: draft for draft in drafts}
    for draft in drafts:
        if not (draft.type == "ACCUSE" or draft.mode in TRIED) or not draft.recipients:
            continue
        where = BLAMED_FOR if draft.mode == "allege" else BLAMED_FOR[:2]
        for k in (k for slot in where for k in slots.slot(draft.mention.i, slot)):
            inner = found.get(k)
            if inner is not None and inner.type in DEEDS and not inner.actors:
                rest = others(inner.recipients, draft.recipients)
                found[k] = replace(inner, actors=draft.recipients, recipients=rest)
    return [found[draft.mention.i] for draft in drafts]


def _below(draft: Draft, slots: Slots, by_token: Mapping[int, Draft]) -> list[Draft]:
    """Return the events in the complement of a matrix, else those its noun slots name."""
    i = draft.mention.i
    verbs = carried(slots, by_token)
    s = slots.sentence
    said = [k for k in slots.slot(i, "complement") if not instead_of(s, s.heads[k])]
    heads = [verbs.get(k, k) for k in said]
    found = [by_token[k] for k in heads if k in by_token and k != i]
    if not found:
        tokens = [k for slot in NOUN_SLOTS for k in slots.slot(i, slot)]
        nouns = [k for k in tokens if k != i and slots.sentence.is_noun(k)]
        found = [by_token[k] for k in nouns if k in by_token]
    return [other for other in found if other.type is not None]


def _alone(here: Draft, slots: Slots, table: Sequence[Composition]) -> Draft:
    """Return a matrix under which no event was found, with the mode that its complement gives:
    "asked Rome to step in". Who asks that something be left undone asks for no help, and where
    it is not told what is asked for, the mode is unknown."""
    s, i = slots.sentence, here.mention.i
    heads = [k for slot in ASKED_SLOTS for k in slots.slot(i, slot)]
    if not heads:
        return here
    undone = any(s.kids(k, "neg") for k in heads)
    words = () if undone else [s.lemmas[k] for k in heads]
    given = not undone and any(not good.category.startswith(INTANGIBLE) for good in here.goods)
    for rule in table:
        if (
            not rule.complement
            and here.type in rule.matrix
            and (not rule.lemmas or s.lemmas[i] in rule.lemmas)
            and (not rule.words or any(word in rule.words for word in words))
            and (given or not rule.goods)
        ):
            return replace(here, mode=rule.mode, rules=(*here.rules, rule.id))
    return here


def _rule(
    draft: Draft, inner: Draft, sentence: Sentence, table: Sequence[Composition]
) -> Composition | None:
    lemma = sentence.lemmas[draft.mention.i]
    for rule in table:
        if rule.type == "THREATEN" and not sentence.is_verb(inner.mention.i):
            continue  # who promises an answer to an attack threatens nobody
        if rule.type in MADE_OF_DEEDS and _refrained(inner):
            continue  # who promises *not* to ban, to back or to free
        if (
            draft.type in rule.matrix
            and inner.type in rule.complement
            and (not rule.lemmas or lemma in rule.lemmas)
        ):
            return rule
    return None


def _joined(draft: Draft, below: Sequence[Draft], rule: Composition, s: Sentence) -> Draft:
    inner = below[0]
    own = draft.type == "THREATEN" and rule.type is None
    mode = (own and draft.mode) or rule.mode
    if draft.type == "REQUEST" and _refrained(inner):
        mode = "yield" if inner.type == "ASSAULT" else "change"  # asked not to fight, not to sell
    recipients = draft.recipients or others(inner.actors, draft.actors)
    against = draft.type == "ACCUSE" or (draft.type == "PROTEST" and inner.type in FORCE)
    against |= s.among(draft.mention.i, "judging_verbs") and inner.type in HELP  # thanked for help
    against |= draft.type in {"SUPPORT", "REJECT"} and inner.type in FORCE  # nor backed
    against |= draft.type == "REJECT" and inner.mode == "release"  # nor did whoever is kept ask
    against |= draft.type == "REQUEST"  # nor is whoever would gain by it asked for it
    if not recipients and not against:  # the victim of an act is not who is accused of it
        hit = inner.recipients
        if draft.type == "THREATEN":  # no bridge is threatened
            hit = tuple(p for p in hit if p.rules or p.named)
        recipients = others(hit, draft.actors)
    goods = draft.goods or tuple(
        good for other in below for good in taken_over(other, draft.actors, recipients)
    )
    pulled_back = draft.type in {"CONCEDE", "REQUEST"} and inner.type == "RETREAT"
    if draft.type in HANDS_NOTHING or pulled_back:
        goods = ()
    cost = draft.cost or next((other.cost for other in below if other.cost), None)
    return replace(
        draft,
        type=rule.type or draft.type,
        mode=mode or (draft.mode if rule.type in (None, draft.type) else None),
        cameo=rule.cameo,
        recipients=recipients,
        goods=priced(goods, cost, draft.type),
        rules=(*draft.rules, rule.id, *inner.rules[:1]),
    )


def _refrained(inner: Draft) -> bool:
    """Return whether the inner event is to be left undone."""
    return not inner.reading.positive
