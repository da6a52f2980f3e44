"""A deed and what it did are one claim: "shelled a mill, killing nine", "killed in the raid".

The deed's word keeps it; whoever the effect hit is among its recipients.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.participants.draft import Draft, distinct, others
from reportedly.coding.presentation.mood import CERTAIN, Mood
from reportedly.coding.sentences.sentence import Sentence

#: how a word for an effect hangs on the deed's verb: "…, killing nine", "… and killed nine"
BESIDE = frozenset({"advcl", "conj"})
#: sectors of those who are killed where they strike
UNLAWFUL = frozenset({"REB", "UAF", "CRM", "PRM"})
#: before a noun for the deed, under the verb for its effect
WITHIN = ("in", "by", "during")


def with_effects(by_token: Mapping[int, Draft], slots: Slots) -> dict[int, Draft]:
    """Return the drafts by token, a deed joined with its effects, these marked dropped."""
    found = dict(by_token)
    for i in list(found):
        if found[i].type != "ASSAULT" or not slots.sentence.is_verb(i):
            continue
        for k in slots.slot(i, "subject"):
            _by_deed(found, i, k)
        deed = _deed_of(found, i, slots)
        if deed is None:
            found[i] = _by_scene(found, i, slots)
            continue
        noun = slots.sentence.is_noun(deed)
        if noun and _is_open(found[i]) and not _is_open(found[deed]):
            found[deed] = replace(found[deed], dropped=True)  # "a plot to kill the king in a raid"
        elif found[deed].reading.status is found[i].reading.status:
            found[deed], found[i] = _joined(found[deed], found[i], slots.sentence)
    return found


def _by_deed(found: dict[int, Draft], i: int, k: int) -> None:
    """Join verb i with the act of force at k that is its subject: "an air strike killed ten"."""
    verb, noun = found[i], found.get(k)
    if noun is None or noun.type != "ASSAULT" or noun.dropped:
        return
    doers = verb.actors or noun.actors
    goes = not noun.recipients and bool(verb.recipients)
    found[i] = replace(verb, actors=doers, dropped=not verb.recipients)
    found[k] = replace(noun, actors=doers, dropped=goes)


def _by_scene(found: Mapping[int, Draft], i: int, slots: Slots) -> Draft:
    """Return a passive effect with whoever did the deed that its "when" tells: "two clerks were
    killed when gunmen opened fire"; not where both fight."""
    s, effect = slots.sentence, found[i]
    hit = effect.recipients
    if effect.actors or not hit or not (s.among(i, "effect_verbs") and slots.clauses.passive(i)):
        return effect
    row = [i, *(k for k in s.path(i) if s.deps[i] == "conj" and s.is_verb(k))]
    row += [k for k in s.kids(i, "conj") if s.among(k, "effect_verbs")]
    for k in (k for verb in row for k in s.kids(verb, "advcl")):
        deed = found.get(k)
        when = any(s.among(m, "scene_openers") for m in s.kids(k, "mark", "advmod"))
        if deed is None or deed.type != "ASSAULT" or not when or not deed.reading.positive:
            continue
        told = all(s.is_noun(p.head) for p in deed.actors)
        fight = {a for p in hit for a in p.sectors} & UNLAWFUL
        apart = len(others(hit, deed.actors)) == len(hit)
        if deed.actors and told and apart and not fight and not _is_open(deed):
            return replace(effect, actors=deed.actors)
    return effect


def _deed_of(found: Mapping[int, Draft], i: int, slots: Slots) -> int | None:
    """Return the token of the deed whose effect verb i tells, None where it stands alone."""
    s, effect = slots.sentence, found[i]
    if effect.dropped or not s.among(i, "effect_verbs") or not effect.recipients:
        return None
    within = [k for word in WITHIN for k in slots.slot(i, word)]
    if slots.clauses.passive(i) or any(s.is_noun(k) and k in found for k in within):
        near = within
    elif s.deps[i] in BESIDE and s.kid(i, "nsubj", "mark") is None and s.heads[i] < i:
        near = [_first_of_row(s, s.heads[i])]
    else:
        return None
    return next((k for k in near if k in found and _is_deed(found[k], effect, s)), None)


def _first_of_row(s: Sentence, i: int) -> int:
    """Return the deed's verb, past other effects in its row: "bombed it, killing and wounding"."""
    while s.among(i, "effect_verbs") and s.deps[i] in BESIDE and s.heads[i] < i:
        i = s.heads[i]
    return i


def _is_deed(deed: Draft, effect: Draft, s: Sentence) -> bool:
    """Return whether a draft is an act of force that may have had the effect."""
    force = deed.type == "ASSAULT" and not deed.dropped
    own = s.among(deed.mention.i, "effect_verbs")
    same = not (deed.actors and effect.actors) or bool(
        len(others(effect.actors, deed.actors)) < len(effect.actors)
    )
    return force and not own and same


def _is_open(draft: Draft) -> bool:
    """Return whether an act is only planned, feared or supposed."""
    return draft.reading.mood >= Mood.FUTURE or draft.reading.certainty < CERTAIN


def _only_tells_where(party: Party, verb: int, s: Sentence) -> bool:
    """Return whether a thing behind "at" is where people were hit, and nothing aimed at: "opened
    fire at an office, killing two"."""
    sites = (k for p in s.kids(verb, "prep") if s.words[p].lower() == "at"
             for k in s.kids(p, "pobj") if s.among(k, "sites_of_acts"))  # fmt: skip
    return any(party.head == k or party.head in s.subtree(k) for k in sites)


def _joined(deed: Draft, effect: Draft, s: Sentence) -> tuple[Draft, Draft]:
    """Return the deed with whoever the effect hit, and the effect dropped."""
    doers = deed.actors or effect.actors
    shots = deed.mode == "firearms"  # but a bomb thrown at a mosque hits it
    targets = [
        p for p in deed.recipients if not (shots and _only_tells_where(p, deed.mention.i, s))
    ]
    hit = distinct([*targets, *others(effect.recipients, doers)])
    whole = replace(
        deed,
        actors=doers,
        recipients=hit,
        mode=deed.mode or effect.mode,
        rules=(*deed.rules, *effect.rules[:1]),
    )
    return whole, replace(effect, dropped=True)
