"""Conditions: clauses that open one, and what hangs on it.

"if it attacks", "had Iran attacked", "were China to invade", "until it withdraws".
"""

from __future__ import annotations

from reportedly.coding.presentation.mood import Mood, Reading
from reportedly.coding.presentation.negation import negates
from reportedly.coding.sentences.sentence import Sentence

_PRESENT = frozenset({"VBZ", "VBP", "VB"})


def is_condition(s: Sentence, clause: int) -> bool:
    """Return whether a clause is opened by "if", "unless", "whether", "lest" or by inversion."""
    if s.among(s.subtree(clause)[0], "strict_conditions"):  # "if and when"
        return True
    if any(s.among(k, "condition_marks") for k in s.kids(clause, "mark", "advmod")):
        return True
    return inverted(s, clause) or _proviso(s, clause)


def _proviso(s: Sentence, clause: int) -> bool:
    """Return whether a clause hangs on "provided that", "assuming" or "as long as"."""
    up = s.heads[clause]
    long = s.words[up].lower() == "long" and s.kid(up, "advmod") is not None
    stated = s.among(up, "proviso_words") and up != s.root and s.kid(up, "aux") is None
    return s.deps[clause] in {"ccomp", "pcomp", "advcl", "dobj"} and (long or stated)


def contingent(s: Sentence, top: int) -> bool:
    """Return whether noun top makes what stands behind it a mere case: "in case of"."""
    above = s.words[s.heads[top]].lower() == "in" and s.deps[top] == "pobj"
    bare = s.kid(top, "det", "amod", "nummod") is None or s.words[top - 1].lower() == "the"
    return above and bare and s.among(top, "contingencies")


def inverted(s: Sentence, i: int) -> bool:
    """Return whether clause i is a condition by its order alone: "had Iran attacked, …"."""
    if i == s.root or any(s.words[k] == "?" for k in s.children[s.root]):
        return False
    subject = s.kid(i, "nsubj", "nsubjpass")
    first = next((k for k in s.kids(i, "aux", "auxpass") if s.among(k, "inverting_words")), None)
    if first is None and s.words[i].lower() == "were" and s.kid(i, "xcomp") is not None:
        return s.deps[i] in {"advcl", "conj", "ccomp"} and (subject is None or subject > i)
    before = first is not None and subject is not None and first < subject
    return before and s.deps[i] in {"advcl", "ccomp", "conj", "parataxis"}


def contrary(s: Sentence, i: int) -> bool:
    """Return whether condition i speaks of what did not come: "had Iran attacked"."""
    perfect = any(s.words[k].lower() in {"had", "'d"} for k in s.kids(i, "aux"))
    head = s.heads[i]
    outcome = any(s.tags[k] == "MD" for k in s.kids(head, "aux")) and any(
        s.lemmas[k] == "have" for k in s.kids(head, "aux")
    )
    return perfect and (outcome or inverted(s, i))


def under_conditions(s: Sentence, i: int, reading: Reading) -> Reading:
    """Return the reading under the conditions that open clause i or hang on it."""
    ordered = inverted(s, i) or _proviso(s, i)
    if s.deps[i] in {"ccomp", "acl", "relcl"} and is_condition(s, i) and not ordered:
        return reading.after("uncommitted")  # "asked whether", "decide if"
    if is_condition(s, i) and (s.deps[i] == "advcl" or ordered):
        return reading.after("contrary" if contrary(s, i) else "conditional")
    without = (s.deps[k] == "mark" and s.words[k].lower() == "without" for k in s.children[i])
    if s.deps[i] == "advcl" and any(without):
        return reading.after("negated")
    for k in s.kids(i, "advcl") if reading.mood >= Mood.FUTURE else ():
        strict = any(s.among(m, "strict_conditions") for m in s.kids(k, "mark", "advmod"))
        if strict or inverted(s, k):
            return reading.after("conditional")
    return reading


def awaited(s: Sentence, i: int) -> str:
    """Return what waiting makes of clause i in the present tense, "" where nobody waits for it.

    "Not until it leaves": that may never come; "before they meet": that is ahead.
    """
    present = any(s.tags[k] in _PRESENT for k in (i, *s.kids(i, "aux", "auxpass")))
    marks = s.kids(i, "mark", "advmod")
    if s.deps[i] != "advcl" or not present:
        return ""
    if any(s.among(k, "waiting_words") for k in marks):
        return "conditional"
    ahead = any(s.among(k, "awaiting_words") for k in marks)
    return ("conditional" if negates(s, s.heads[i]) else "planned") if ahead else ""


def ahead(s: Sentence, i: int) -> bool:
    """Return whether clause i says when another act will be: "when it arrives"."""
    finite = s.tags[i] in {"VBZ", "VBP", "VBD"} or s.kid(i, "aux", "auxpass") is not None
    marks = [*s.kids(i, "mark", "advmod"), s.heads[i]]
    return s.deps[i] == "advcl" and finite and any(s.among(k, "temporal_words") for k in marks)
