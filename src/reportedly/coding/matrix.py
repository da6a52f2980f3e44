"""Matrix predicates with their complement: "threatened to attack", "refused to supply".

What a matrix makes of the event below it is a data table (composition/*.toml); here the
parties and goods of the two are joined.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.frames import Frames
from reportedly.coding.party import Party
from reportedly.coding.sentence import Sentence
from reportedly.coding.slots import Draft
from reportedly.lexicons import Composition

#: acts that one is blamed for
DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
NOUN_SLOTS = ("object", "for", "to", "of", "on", "against", "from", "with", "about", "over")


def compose(
    drafts: Sequence[Draft],
    sentence: Sentence,
    frames: Frames,
    table: Sequence[Composition],
) -> list[Draft]:
    """Return the drafts with matrix claims completed and absorbed events marked dropped."""
    by_token = {draft.mention.i: draft for draft in _blamed(drafts, frames)}
    _merge_subjects(by_token, sentence, frames)
    for draft in list(by_token.values()):
        here = by_token[draft.mention.i]
        if here.type is None:
            carried = {verb: noun for noun, verb in frames.support.items() if noun in by_token}
            heads = [carried.get(k, k) for k in here.content]
            by_token[draft.mention.i] = _filled_by_content(here, heads, by_token)
            for k in heads:
                if k in by_token and by_token[k].type is not None:
                    by_token[k] = replace(by_token[k], dropped=True)
            continue
        below = _below(here, sentence, frames, by_token)
        if not below:
            continue
        rule = _rule(here, below[0], sentence, table)
        if rule is None:
            continue
        by_token[draft.mention.i] = _joined(here, below, rule)
        never = here.type == "SANCTION" and not here.reading.positive  # "never stopped supplying"
        for inner in below if not never else ():
            if rule.embedded == "drop" or _named_by(here, inner, sentence):
                by_token[inner.mention.i] = replace(by_token[inner.mention.i], dropped=True)
    return [by_token[draft.mention.i] for draft in drafts]


def _merge_subjects(by_token: dict[int, Draft], sentence: Sentence, frames: Frames) -> None:
    """Make one claim of an act and what it did: "an air strike by Mali killed ten people"."""
    for i, verb in list(by_token.items()):
        if verb.type != "ASSAULT" or not sentence.is_verb(i):
            continue
        for k in frames.slot(i, "subject"):
            noun = by_token.get(k)
            if noun is None or noun.type != "ASSAULT" or noun.dropped:
                continue
            doers = verb.actors or noun.actors
            goes = not noun.recipients and bool(verb.recipients)
            by_token[i] = replace(verb, actors=doers, dropped=not verb.recipients)
            by_token[k] = replace(noun, actors=doers, dropped=goes)


def _blamed(drafts: Sequence[Draft], frames: Frames) -> list[Draft]:
    """Return the drafts with whoever is blamed for an act as its actor: "blamed X for the raid"."""
    found = {draft.mention.i: draft for draft in drafts}
    for draft in drafts:
        if draft.type != "ACCUSE" or not draft.recipients:
            continue
        for slot in ("for", "of"):
            for k in frames.slot(draft.mention.i, slot):
                inner = found.get(k)
                if inner is not None and inner.type in DEEDS and not inner.actors:
                    others = tuple(
                        p for p in inner.recipients if not any(p.same(r) for r in draft.recipients)
                    )
                    found[k] = replace(inner, actors=draft.recipients, recipients=others)
    return [found[draft.mention.i] for draft in drafts]


def _below(
    draft: Draft, sentence: Sentence, frames: Frames, by_token: dict[int, Draft]
) -> list[Draft]:
    """Return the events in the complement of a matrix, else those its noun slots name."""
    i = draft.mention.i
    carried = {verb: noun for noun, verb in frames.support.items() if noun in by_token}
    heads = [carried.get(k, k) for k in frames.slot(i, "complement")]
    found = [by_token[k] for k in heads if k in by_token and k != i]
    if not found:
        tokens = [k for slot in NOUN_SLOTS for k in frames.slot(i, slot)]
        found = [by_token[k] for k in tokens if k in by_token and k != i and sentence.is_noun(k)]
    return [other for other in found if other.type is not None]


def _rule(
    draft: Draft, inner: Draft, sentence: Sentence, table: Sequence[Composition]
) -> Composition | None:
    lemma = sentence.lemmas[draft.mention.i]
    for rule in table:
        if (
            draft.type in rule.matrix
            and inner.type in rule.complement
            and (not rule.lemmas or lemma in rule.lemmas)
        ):
            return rule
    return None


def _named_by(draft: Draft, inner: Draft, sentence: Sentence) -> bool:
    """Return whether the matrix entry itself asks for the inner word: "call off talks"."""
    lemma = sentence.lemmas[inner.mention.i]
    if not sentence.is_noun(inner.mention.i):
        return False
    return any(lemma in words for words in draft.entry.needs.values())


def _joined(draft: Draft, below: Sequence[Draft], rule: Composition) -> Draft:
    inner = below[0]
    own = draft.type == "THREATEN" and rule.type is None
    mode = (own and draft.mode) or rule.mode
    if draft.type == "REQUEST" and _refrained(inner):
        mode = "change"  # asked *not* to sell
    recipients = (
        draft.recipients or _others(inner.actors, draft) or _others(inner.recipients, draft)
    )
    goods = draft.goods or tuple(good for other in below for good in other.goods)
    return replace(
        draft,
        type=rule.type or draft.type,
        mode=mode or (draft.mode if rule.type in (None, draft.type) else None),
        cameo=rule.cameo,
        recipients=recipients,
        goods=goods,
        rules=(*draft.rules, rule.id, *inner.rules[:1]),
    )


def _refrained(inner: Draft) -> bool:
    """Return whether the inner event is to be left undone."""
    return not inner.reading.positive


def _others(parties: Sequence[Party], draft: Draft) -> tuple[Party, ...]:
    return tuple(p for p in parties if not any(p.same(actor) for actor in draft.actors))


def _filled_by_content(draft: Draft, heads: Sequence[int], by_token: dict[int, Draft]) -> Draft:
    """Return a want, constraint or consequence with the event that its content holds."""
    for k in heads:
        inner = by_token.get(k)
        if inner is not None and inner.type is not None:
            return replace(
                draft,
                type=inner.type,
                mode=inner.mode,
                goods=draft.goods or inner.goods,
                recipients=draft.recipients or _others(inner.recipients, draft),
            )
    return draft
