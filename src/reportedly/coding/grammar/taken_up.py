"""What takes up something told before, to deny it: "which Chad denies", "a claim that Chad called
baseless", "Chad denied this"."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Sentence

_CLAUSES = frozenset({"relcl", "acl"})
#: how the parser hangs a noun that sums up the clause before it
_LOOSE = frozenset({"appos", "npadvmod", "dobj", "dep", "attr", "conj"})


def takes_up(s: Sentence, t: int) -> bool:
    """Return whether object t of a denial is what was told: "it", "the claim", a whole clause."""
    return s.among(t, "taking_up_words") or s.among(t, "told_nouns") or _is_clause(s, t)


def _is_clause(s: Sentence, t: int) -> bool:
    """Return whether "which" behind a comma may mean the clause that ends with noun t."""
    which = (k for c in s.kids(t, "relcl") for k in s.kids(c, "dobj", "nsubjpass"))
    return any(s.tags[k] == "WDT" and k and s.words[k - 1] == "," for k in which)


def summed_up(s: Sentence, i: int) -> int | None:
    """Return where that stands which denial i takes up in its own sentence, None where it does not.

    "Mali says Chad burned the mill, a claim that Chad denies": at "mill", or at the verb.
    """
    up = s.heads[i]
    if s.deps[i] not in _CLAUSES or up > i:
        return None
    if s.among(up, "told_nouns") or s.among(up, "taking_up_words"):
        loose = s.deps[up] in _LOOSE and s.words[s.subtree(up)[0] - 1] in {",", "–", "—", "-"}
        return s.heads[up] if loose else None
    return up if _is_clause(s, up) else None
