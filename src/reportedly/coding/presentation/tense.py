"""Which tense holds for a word, and what goes on by it: "are banned", "has backed since 2014"."""

from __future__ import annotations

from reportedly.coding.grammar.passive import passive
from reportedly.coding.sentences.sentence import Sentence

PRESENT = frozenset({"VBZ", "VBP"})
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})


def bearer(s: Sentence, i: int) -> int | None:
    """Return the finite verb or auxiliary whose tense holds for token i, None where none does.

    That of the verb above for a predicate adjective and for a participle beside the verb.
    """
    k = _verb_of(s, i)
    for _ in range(len(s)):
        if k is None:
            return None
        auxiliaries = [a for a in s.kids(k, "aux", "auxpass") if s.tags[a] in FINITE]
        if auxiliaries or s.tags[k] in FINITE:
            return auxiliaries[0] if auxiliaries else k
        k = _above(s, k)
    return None


def is_present(s: Sentence, i: int) -> bool:
    """Return whether token i is told in the present tense, "is banned" included."""
    at = bearer(s, i)
    return at is not None and s.tags[at] in PRESENT and s.lemmas[at] != "have"


def is_state(s: Sentence, i: int) -> bool:
    """Return whether the present of token i is a state, whatever it says: "is accused of"."""
    if not s.is_verb(i) or s.among(i, "standing_verbs"):
        return True
    return passive(s, i) and s.kid(i, "auxpass") is not None


def lasts(s: Sentence, i: int) -> bool:
    """Return whether a perfect tells what still goes on: "has backed them since 2014"."""
    at = bearer(s, i)
    if at is None or s.lemmas[at] != "have" or s.tags[at] not in PRESENT:
        return False
    near = [*s.kids(i, "prep", "advmod"), *s.kids(s.heads[at], "prep", "advmod")]
    clauses = [m for c in s.kids(s.heads[at], "advcl") for m in s.kids(c, "mark")]
    return any(s.among(k, "lasting_words") for k in (*near, *clauses))


def shifted(s: Sentence, i: int) -> bool:
    """Return whether a past tense is a present that was reported: "said he wanted"."""
    at, verb = bearer(s, i), _verb_of(s, i)
    if at is None or verb is None or s.tags[at] != "VBD" or s.lemmas[at] == "have":
        return False
    while s.deps[verb] == "conj" and s.is_verb(s.heads[verb]):
        verb = s.heads[verb]
    return s.deps[verb] == "ccomp" and s.tags[s.heads[verb]] == "VBD"


def _verb_of(s: Sentence, i: int) -> int | None:
    if s.is_verb(i):
        return i
    up = s.heads[i]
    if s.deps[i] in {"acomp", "oprd"} and s.is_verb(up):
        return up
    in_it = s.deps[i] == "pobj" and s.words[up].lower() == "in" and s.lemmas[s.heads[up]] == "be"
    return s.heads[up] if in_it else None  # "is in talks"


def _above(s: Sentence, k: int) -> int | None:
    """Return the verb whose tense verb k shares, None where it shares none."""
    up = s.heads[k]
    if up == k or not s.is_verb(up):
        return None
    if s.deps[k] == "conj" or (s.deps[k] == "advcl" and s.tags[k] == "VBG"):
        return up
    return None
