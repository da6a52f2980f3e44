"""By what an event hangs on the word above it, and what its own phrase says of it."""

from __future__ import annotations

from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import verdicts
from reportedly.coding.sentences.sentence import Sentence

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PHRASE = ("det", "poss", "amod", "compound", "nummod", "prep")


def relation_of(s: Sentence, i: int, label: str) -> str:
    """Return the relation by which i hangs on its head, in the words of the operators' `reach`."""
    if label in {"dobj", "nsubjpass", "attr", "oprd"}:
        return "object"
    if label == "nsubj" and passive(s, s.heads[i]):
        return "object"
    if label in {"nsubj", "csubj"}:
        return "subject"
    reduced = label == "acl" and s.tags[i] == "VBN" and s.kid(i, "mark", "aux") is None
    if label in {"xcomp", "ccomp", "acl", "csubjpass"} and not reduced:
        return "complement"  # "sanctions imposed on" is no clause that sanctions take
    return label


def governor(s: Sentence, top: int) -> int:
    """Return the verb that a phrase under top belongs to, where the parser hung it lower.

    "cleared [the mayor] of attacking", "found [guilty] of killing".
    """
    up = s.heads[top]
    if s.deps[top] == "dobj" and s.among(up, "blaming_verbs"):
        return up
    above = (up, s.heads[up]) if s.among(top, "verdict_words") else ()
    return next((v for v in above if s.is_verb(v) and top in verdicts(s, v)), top)


def instead_of(s: Sentence, p: int) -> bool:
    """Return whether preposition p belongs to "instead of", "short of" or "far from"."""
    near = (s.heads[p], *s.children[p], max(p - 1, 0))
    return any(s.among(k, "denying") for k in near)


def is_definite(s: Sentence, i: int) -> bool:
    """Return whether noun i speaks of something known: "the raid", "its raid"."""
    return any(
        s.deps[k] == "poss" or s.words[k].lower() in _DEFINITE for k in s.kids(i, "det", "poss")
    )


def names_an_act(s: Sentence, i: int) -> bool:
    """Return whether noun i has a phrase of its own: then its act is taken for granted.

    The parser takes some commands for nouns: "contact the office".
    """
    if s.tags[i] not in {"NN", "NNS"} or s.kid(i, "dobj", "nsubj") is not None:
        return False
    return s.kid(i, *_PHRASE) is not None
