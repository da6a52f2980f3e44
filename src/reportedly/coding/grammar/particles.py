"""Particles: "called off", "sent in the army"."""

from __future__ import annotations

from reportedly.coding.grammar.phrases import says_when
from reportedly.coding.sentences.sentence import Sentence


def particle(s: Sentence, i: int, word: str) -> int | None:
    """Return the token of verb i's particle word, None where it has none."""
    for k in s.kids(i, "prt", "advmod", "prep", "npadvmod", "dative"):
        if k > i and s.words[k].lower() == word:
            # a preposition with an object of its own further off is no particle
            object_ = s.kid(k, "pobj") if s.deps[k] == "prep" else None
            if object_ is not None and (k > i + 1 or says_when(s, object_)):
                continue
            return k
    near = i + 1 if i + 1 < len(s) and s.words[i + 1].lower() == word else None
    dated = near is not None and any(says_when(s, k) for k in s.kids(near, "pobj"))
    return None if dated else near


def governed_by(s: Sentence, i: int, at: int) -> list[int]:
    """Return the object that the parser hung on verb i's particle: "sent in the army", else []."""
    if at != i + 1 or s.deps[at] != "prep" or s.kid(i, "dobj") is not None:
        return []
    return [c for k in s.kids(at, "pobj") for c in s.conjuncts(k)]
