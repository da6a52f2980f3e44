"""How far a claim's trigger and content reach, as spans of the article."""

from __future__ import annotations

from reportedly.coding.participants.draft import Draft
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import ClaimKind, Span

_BEHIND = frozenset({".", ",", ";", '"'})
_BEFORE = frozenset({",", ";", '"'})


def trigger_of(draft: Draft, s: Sentence) -> Span:
    """Return the trigger with a particle that stands beside it."""
    i, last = draft.mention.i, draft.mention.last
    if last != i + 1:
        last = i  # a particle further off: the verb alone, so that the span stays whole
    return Span(start=s.starts[i], end=s.ends[last], text=s.slice(i, last))


def content_of(draft: Draft, s: Sentence) -> Span | None:
    """Return what is wanted, prevented or would follow; None for events."""
    if draft.entry.kind is ClaimKind.EVENT:
        return None
    barred = draft.mention.i
    tokens = sorted({t for k in draft.content for t in s.subtree(k) if t != barred})
    after = [t for t in tokens if t > barred] if draft.content[0] > barred else tokens
    tokens = after or tokens
    while len(tokens) > 1 and s.words[tokens[-1]] in _BEHIND:
        tokens.pop()
    while len(tokens) > 1 and s.words[tokens[0]] in _BEFORE:
        tokens.pop(0)
    first, last = tokens[0], tokens[-1]
    return Span(start=s.starts[first], end=s.ends[last], text=s.slice(first, last))
