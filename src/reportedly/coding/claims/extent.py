"""How far a claim's trigger and content reach, as spans of the article."""

from __future__ import annotations

from reportedly.coding.grammar.slots import Slots
from reportedly.coding.participants.draft import Draft
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import ClaimKind, Span

_BEHIND = frozenset({".", ",", ";", '"'})
_BEFORE = frozenset({",", ";", '"'})
#: where a light verb has the act that it names
_NAMING = ("object", "into", "in")


def trigger_of(draft: Draft, slots: Slots) -> Span:
    """Return the trigger with a particle that stands beside it.

    A verb that only lends itself yields to the act that it names: "reached a deal".
    """
    s, i, last = slots.sentence, draft.mention.i, draft.mention.last
    if (noun := _named_act(draft, slots)) is not None:
        return Span(start=s.starts[noun], end=s.ends[noun], text=s.words[noun])
    if last != i + 1:
        last = i  # a particle further off: the verb alone, so that the span stays whole
    return Span(start=s.starts[i], end=s.ends[last], text=s.slice(i, last))


def _named_act(draft: Draft, slots: Slots) -> int | None:
    """Return the noun of an act that the entry of a light verb asks for, None where none is."""
    s, i, entry = slots.sentence, draft.mention.i, draft.entry
    if entry.kind is not ClaimKind.EVENT or not s.among(i, "light_verbs") or entry.particle:
        return None
    if entry.type in FORCE or s.deps[i] in {"acl", "relcl"}:
        return None  # "struck a bridge"; "the deal that they reached"
    for slot, words in entry.needs.items():
        if slot in _NAMING and slot not in (entry.goods or ()):  # "delivered rockets" names none
            named = (k for k in slots.slot(i, slot) if s.is_noun(k) and s.lemmas[k] in words)
            if (noun := next(named, None)) is not None:
                return noun
    return None


def content_of(draft: Draft, s: Sentence) -> Span | None:
    """Return what is wanted, prevented or would follow; None for events."""
    if draft.entry.kind is ClaimKind.EVENT:
        return None
    barred = draft.mention.i
    tokens = sorted({t for k in draft.content for t in _phrase(s, k, barred)})
    after = [t for t in tokens if t > barred] if draft.content[0] > barred else tokens
    tokens = after or tokens
    while len(tokens) > 1 and s.words[tokens[-1]] in _BEHIND:
        tokens.pop()
    while len(tokens) > 1 and s.words[tokens[0]] in _BEFORE:
        tokens.pop(0)
    first, last = tokens[0], tokens[-1]
    return Span(start=s.starts[first], end=s.ends[last], text=s.slice(first, last))


def _phrase(s: Sentence, head: int, barred: int) -> list[int]:
    """Return the words of the phrase of token head, without what only tells more about it.

    barred: the trigger; the clause that it stands in is left out ("the praise that he craves").
    """
    chain = (barred, *s.path(barred))
    own = [chain[chain.index(head) - 1]] if head in chain[1:] else []
    own += [k for k in s.subtree(head) if k != head and _adds(s, k)]
    left_out = {t for k in own for t in s.subtree(k)}
    if s.deps[barred] == "nsubj" and s.heads[barred] == head:  # "the aim has been winning"
        left_out |= set(s.kids(head, "aux"))
    return [t for t in s.subtree(head) if t not in left_out]


def _adds(s: Sentence, k: int) -> bool:
    """Return whether clause k only tells more behind a comma: ", which is closed", ", as"."""
    if s.deps[k] not in {"relcl", "advcl", "appos"}:
        return False
    first = s.subtree(k)[0]
    if first == 0 or s.words[first - 1] not in {",", ";", "–", "—"}:
        return False
    if s.deps[k] == "appos":  # "…, a move that could"
        named = s.is_proper(s.heads[k]) and not s.among(k, "acts_told")
        return s.kid(k, "relcl") is not None and not named
    return s.deps[k] == "relcl" or s.kid(k, "mark") is not None
