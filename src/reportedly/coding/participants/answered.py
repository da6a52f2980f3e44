"""Who made what is turned down, denied or taken up, where only another act of the sentence tells.

"Chad offered a truce, but Mali rejected the offer", "Mali accused Chad of spying, a charge that
Chad denied". And whose charges are dropped: of whoever was arrested before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from reportedly.coding.grammar.slots import Slots
from reportedly.coding.participants.draft import Draft, others
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import ClaimKind

#: types that answer what somebody else has offered, asked or said
ANSWERS = frozenset({"REJECT", "SUPPORT", "AGREE"})
#: types of acts that are answered, by what they are taken up as
OFFERS = frozenset({"AGREE", "REQUEST", "THREATEN"})
CHARGES = frozenset({"ACCUSE"})
#: how an arrest is coded
ARREST = ("COERCE", "arrest")


def with_makers(by_token: Mapping[int, Draft], slots: Slots) -> dict[int, Draft]:
    """Return the drafts by token, answers without a recipient given whoever made what they
    answer."""
    found = dict(by_token)
    for i, draft in by_token.items():
        if draft.recipients or draft.dropped or draft.entry.kind is not ClaimKind.EVENT:
            continue
        if draft.type in ANSWERS:
            made = next(_answered(i, draft, slots, by_token), None)
            whole = others(made.actors, draft.actors) if made else ()
        else:
            charged = _charged(i, draft, slots, by_token)
            whole = charged.recipients if charged else ()
        if whole:
            found[i] = replace(draft, recipients=whole)
    return found


def _answered(i: int, draft: Draft, slots: Slots, by_token: Mapping[int, Draft]) -> Iterator[Draft]:
    """Yield the acts before answer i that its object takes up, the nearest first."""
    s = slots.sentence
    for t in slots.slot(i, "object"):
        charge = s.among(t, "charge_nouns")
        noun = charge or s.among(t, "answered_nouns")
        if not (noun or s.tags[t] in {"PRP", "WDT"} or _is_clause(s, i)) or _is_told(s, t):
            continue
        types = CHARGES if charge else OFFERS
        for k in sorted((k for k in by_token if k < i and k != t), reverse=True):
            act = by_token[k]
            if act.type not in types or not act.actors or not act.reading.positive:
                continue
            if not others(act.actors, draft.actors):
                return  # nobody answers himself
            if noun or _is_within(s, i, k) or _is_addressed(draft, act):
                yield act


def _is_clause(s: Sentence, i: int) -> bool:
    """Return whether the verb answers what the clause above says: "…, which Togo rejected"."""
    return s.deps[i] == "relcl" and any(s.tags[k] == "WDT" for k in s.kids(i, "dobj", "nsubjpass"))


def _is_told(s: Sentence, t: int) -> bool:
    """Return whether the noun itself says whose it is, or is one not told of before: "a demand"."""
    if s.tags[t] == "PRP":
        return s.lemmas[t] != "it" and s.words[t].lower() != "it"
    fresh = any(s.words[k].lower() in {"a", "an", "any"} for k in s.kids(t, "det"))
    if fresh and not s.kids(t, "relcl"):
        return True
    own = s.kids(t, "poss") or any(s.words[p].lower() in {"by", "from"} for p in s.kids(t, "prep"))
    return bool(own)


def _is_within(s: Sentence, i: int, k: int) -> bool:
    """Return whether answer i is told in a relative clause about act k, or about its object."""
    return _is_clause(s, i) and k in s.path(i)


def _is_addressed(draft: Draft, act: Draft) -> bool:
    """Return whether whoever answers is the one to whom act was done."""
    return bool(draft.actors) and not others(draft.actors, act.recipients)


def _charged(i: int, draft: Draft, slots: Slots, by_token: Mapping[int, Draft]) -> Draft | None:
    """Return the arrest or charge before dropping i that says whose charges they are."""
    s = slots.sentence
    if draft.type != "CONCEDE" or not any(
        s.among(t, "charge_nouns") for t in slots.slot(i, "object")
    ):
        return None
    before = [by_token[k] for k in sorted(by_token) if k < i]
    held = [d for d in before if (d.type, d.mode) == ARREST or d.type in CHARGES]
    told = [d for d in held if d.recipients and not d.dropped]
    return told[-1] if told and len({p.name for d in told for p in d.recipients}) == 1 else None
