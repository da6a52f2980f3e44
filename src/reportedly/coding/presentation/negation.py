"""What negates a clause: "not", "never", "no longer", "no faction", "neither … nor"."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Sentence


def negates(s: Sentence, i: int) -> bool:
    """Return whether verb i stands under a negation of its own clause."""
    if s.lemmas[i] == "be" and any(s.words[k].lower() == "until" for k in s.children[i]):
        return False  # "it was not until May that …": it did happen
    marks = [k for k in s.kids(i, "neg", "advmod", "preconj") if s.among(k, "negations")]
    if any(not _adds(s, k) for k in marks):
        return True
    if s.kid(i, "advmod") is not None and any(_no_longer(s, k) for k in s.children[i]):
        return True
    return any(_is_nobody(s, k) for k in s.kids(i, "nsubj", "nsubjpass", "dobj"))


def has_no(s: Sentence, i: int) -> bool:
    """Return whether noun i is denied by its own determiner: "no evidence"."""
    return any(s.among(k, "no_determiners") for k in s.kids(i, "det", "neg", "advmod"))


def denied(s: Sentence, up: int) -> bool:
    """Return whether a word that governs others is negated, by itself or by the verb above it."""
    if s.is_verb(up):
        return negates(s, up)
    if has_no(s, up):
        return True
    return s.deps[up] in {"acomp", "attr", "dobj"} and negates(s, s.heads[up])


def _adds(s: Sentence, k: int) -> bool:
    """Return whether a negation only adds to what is asserted: "not only … but also"."""
    near = [*s.children[k], *range(k + 1, min(k + 2, len(s)))]
    return any(s.among(t, "adding_words") for t in near)


def _is_nobody(s: Sentence, k: int) -> bool:
    neither = any(s.among(c, "negations") for c in s.kids(k, "preconj"))
    return neither or s.among(k, "no_determiners") or has_no(s, k)


def _no_longer(s: Sentence, k: int) -> bool:
    return s.words[k].lower() == "longer" and any(s.words[c].lower() == "no" for c in s.kids(k))
