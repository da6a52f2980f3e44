"""A want, constraint or consequence with the act that its content tells: "wants Rome to send"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.coding.grammar.slots import Slots
from reportedly.coding.participants.draft import Draft, others
from reportedly.coding.participants.transfers import taken_over
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.presentation.mood import CERTAIN, Mood
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import ClaimKind


def with_content(here: Draft, slots: Slots, by_token: Mapping[int, Draft]) -> dict[int, Draft]:
    """Return a want, constraint or consequence filled by the events of its content, and those
    dropped."""
    verbs = carried(slots, by_token)
    heads = [verbs.get(k, k) for k in here.content]
    if _is_kept_from(here, heads, slots, by_token):
        return {here.mention.i: replace(here, dropped=True)}
    if _stands_for_itself(here, heads, slots.sentence, by_token):
        return {here.mention.i: replace(here, dropped=True)}
    changed = {here.mention.i: _filled(here, heads, by_token, slots.sentence)}
    for k in heads:
        inner = changed.get(k) or by_token.get(k)
        if inner is not None and (inner.type is not None or _wish_of_wish(here, inner)):
            changed[k] = replace(inner, dropped=True)
    return changed


def _wish_of_wish(here: Draft, inner: Draft) -> bool:
    """Return whether both are wants: "hopes to send Mali a signal" is one."""
    wants = here.entry.kind is ClaimKind.WANT and inner.entry.kind is ClaimKind.WANT
    return wants and inner.mention.i != here.mention.i


def _is_kept_from(
    here: Draft, heads: Sequence[int], slots: Slots, by_token: Mapping[int, Draft]
) -> bool:
    """Return whether somebody keeps somebody else from an act of force: "prevented gunmen from
    abducting pupils". That the act did not come about is the claim, and no limit of the gunmen."""
    inner = next((by_token[k] for k in heads if k in by_token), None)
    if here.entry.kind is not ClaimKind.CONSTRAINT or inner is None or not here.actors:
        return False
    others_act = bool(others(inner.actors, here.actors)) and not inner.dropped
    foils = slots.sentence.among(here.mention.i, "foiling_verbs")
    return foils and others_act and inner.type in FORCE and not inner.reading.positive


def _stands_for_itself(
    here: Draft, heads: Sequence[int], sentence: Sentence, by_token: Mapping[int, Draft]
) -> bool:
    """Return whether a consequence is an act that is told as done: "forced them to flee".

    What is only foreseen or feared is the consequence, typed as that act.
    """
    inner = next((by_token[k] for k in heads if k in by_token), None)
    if here.entry.kind is not ClaimKind.CONSEQUENCE or inner is None or inner.type is None:
        return False
    reading = inner.reading
    done = reading.mood < Mood.FUTURE and reading.certainty == CERTAIN and reading.positive
    return done and not inner.dropped and sentence.is_verb(inner.mention.i)


def _filled(
    draft: Draft, heads: Sequence[int], by_token: Mapping[int, Draft], sentence: Sentence
) -> Draft:
    """Return a want, constraint or consequence with the event that its content holds."""
    for k in heads:
        inner = by_token.get(k)
        if inner is not None and inner.type is not None:
            if sentence.among(k, "rules") and named_by(draft, inner, sentence):
                return draft  # "in breach of sanctions": they are a rule here
            asked = draft.entry.kind is ClaimKind.WANT and others(inner.actors, draft.actors)
            theirs = asked or others(inner.recipients, draft.actors)
            recipients = draft.recipients or theirs  # of a want: who is to act
            own = taken_over(inner, draft.actors, recipients)
            rest = [g for g in draft.goods if not any(g.head == one.head for one in own)]
            return replace(
                draft,
                type=inner.type,
                mode=inner.mode,
                goods=tuple(sorted([*own, *rest], key=lambda good: good.first)),
                recipients=recipients,
            )
    return draft


def carried(slots: Slots, by_token: Mapping[int, Draft]) -> dict[int, int]:
    """Return verb → the event noun that it carries, of those that have a draft."""
    carriers = slots.lending.carriers
    return {verb: noun for noun, verb in carriers.items() if noun in by_token}


def named_by(draft: Draft, inner: Draft, sentence: Sentence) -> bool:
    """Return whether the matrix entry itself asks for the inner word: "call off talks"."""
    lemma = sentence.lemmas[inner.mention.i]
    if not sentence.is_noun(inner.mention.i):
        return False
    return any(lemma in words for words in draft.entry.needs.values())
