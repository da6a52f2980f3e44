"""Conditions: clauses that open one, and what hangs on it.

"if it attacks", "had Iran attacked", "were China to invade", "until it withdraws".
"""

from __future__ import annotations

from reportedly.coding.grammar.phrases import has_to
from reportedly.coding.presentation.mood import CERTAIN, Mood, Reading
from reportedly.coding.presentation.negation import negates
from reportedly.coding.sentences.sentence import Sentence

_PRESENT = frozenset({"VBZ", "VBP", "VB"})
#: labels by which a word is told of inside a clause
_INSIDE = frozenset(
    {
        "relcl",
        "advcl",
        "dobj",
        "nsubj",
        "nsubjpass",
        "attr",
        "prep",
        "pobj",
        "conj",
        "acl",
        "npadvmod",
    }
)


def is_condition(s: Sentence, clause: int) -> bool:
    """Return whether a clause is opened by "if", "unless", "whether", "lest" or by inversion."""
    if s.among(s.subtree(clause)[0], "strict_conditions"):  # "if and when"
        return True
    if any(s.among(k, "condition_marks") for k in s.kids(clause, "mark", "advmod")):
        return True
    return inverted(s, clause) or _proviso(s, clause)


def _asks_if(s: Sentence, clause: int) -> bool:
    """Return whether "if" only opens what nobody knows: "it is not known if it left"."""
    up = s.heads[clause]
    opened = any(s.words[k].lower() == "if" and k > up for k in s.kids(clause, "mark"))
    unknown = s.among(up, "knowing_words") or any(
        s.among(k, "knowing_words") for k in s.kids(up, "acomp")
    )
    return s.deps[clause] == "advcl" and opened and unknown


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
    inner = (k for p in s.kids(top, "prep") for k in s.kids(p, "pobj"))
    court = s.words[top].lower() == "case" and s.words[top - 1].lower() == "the"
    if court and any(s.words[d].lower() == "the" for k in inner for d in s.kids(k, "det")):
        return False  # "arrested in the case of the murder"
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
    asked = s.deps[i] in {"ccomp", "acl", "relcl", "pcomp"} or _asks_if(s, i)
    if asked and is_condition(s, i) and not ordered:
        return reading.after("uncommitted")  # "asked whether", "decide if"
    if is_condition(s, i) and (s.deps[i] == "advcl" or ordered):
        return reading.after("contrary" if contrary(s, i) else "conditional")
    without = (s.deps[k] == "mark" and s.words[k].lower() == "without" for k in s.children[i])
    if s.deps[i] == "advcl" and any(without):
        return reading.after("negated")
    loose = reading.open and (has_to(s, i) or s.heads[i] == i)  # "stop me if you know it"
    unsettled = loose or reading.mood >= Mood.FUTURE or reading.certainty < CERTAIN
    unsettled |= s.among(i, "facing_verbs")  # "faces ten years if convicted"
    return reading.after("conditional") if unsettled and hangs_on_condition(s, i) else reading


def hangs_on_condition(s: Sentence, i: int) -> bool:
    """Return whether a clause of verb i states a condition: "will leave if they pay"."""
    for k in s.kids(i, "advcl", "prep", "ccomp"):
        strict = any(s.among(m, "strict_conditions") for m in s.kids(k, "mark", "advmod"))
        strict = strict and s.deps[k] == "advcl"
        stated = s.among(k, "proviso_words") and s.kid(k, "ccomp", "pcomp") is not None
        if (strict and not _concedes(s, k)) or inverted(s, k) or stated:
            return True
    return False


def _concedes(s: Sentence, k: int) -> bool:
    """Return whether clause k changes nothing: "even if they pay"."""
    first = s.subtree(k)[0]
    return any(s.words[m].lower() == "even" for m in (first, max(first - 1, 0)))


def within_condition(s: Sentence, i: int) -> bool:
    """Return whether i is told only of what a condition brings up.

    "If a day comes when they cannot pay"; not of what is known: "if it takes the town they hold".
    """
    for k in (i, *s.path(i)):
        if s.deps[k] == "advcl" and is_condition(s, k):
            return k != i and not _concedes(s, k)
        if s.deps[k] not in _INSIDE or (s.deps[k] == "relcl" and not _unknown(s, s.heads[k])):
            return False
        if s.is_noun(k) and not _unknown(s, k):
            return False
    return False


def _unknown(s: Sentence, k: int) -> bool:
    """Return whether noun k is nothing that the reader knows: "a day", "raids"."""
    definite = (d for d in s.kids(k, "det", "poss") if not s.among(d, "indefinite_articles"))
    return not s.is_proper(k) and next(definite, None) is None


def awaited(s: Sentence, i: int) -> str:
    """Return what waiting makes of clause i in the present tense, "" where nobody waits for it.

    "Not until it leaves": that may never come; "before they meet": that is ahead.
    """
    present = any(s.tags[k] in _PRESENT for k in (i, *s.kids(i, "aux", "auxpass")))
    marks = s.kids(i, "mark", "advmod")
    waits = any(s.among(k, "waiting_words") for k in marks)
    shifted = any(s.words[k].lower() in {"would", "'d"} for k in s.kids(s.heads[i], "aux"))
    denied = shifted and waits and negates(s, s.heads[i])  # "would not rest until they freed him"
    if s.deps[i] != "advcl" or not (present or denied):
        return ""
    if waits:
        return "conditional"
    ahead = any(s.among(k, "awaiting_words") for k in marks)
    return ("conditional" if negates(s, s.heads[i]) else "planned") if ahead else ""


def _is_over(s: Sentence, i: int) -> bool:
    """Return whether clause i tells in the past after what something else will be."""
    told = [
        k for k in (i, *s.kids(i, "aux", "auxpass")) if s.tags[k] in {"VBD", "VBZ", "VBP", "MD"}
    ]
    behind = any(s.words[k].lower() in {"after", "since"} for k in s.kids(i, "mark"))
    up = s.heads[i]
    backshifted = any(s.among(k, "backshifted_modals") for k in s.kids(up, "aux"))
    return behind and bool(told) and s.tags[told[-1]] == "VBD" and not backshifted


def ahead(s: Sentence, i: int) -> bool:
    """Return whether clause i says when another act will be: "when it arrives".

    "Will stay after a judge sentenced him": that is past; "would leave after the firm paid" is not.
    """
    if _is_over(s, i):
        return False
    finite = s.tags[i] in {"VBZ", "VBP", "VBD"} or s.kid(i, "aux", "auxpass") is not None
    marks = [*s.kids(i, "mark", "advmod"), s.heads[i]]
    return s.deps[i] == "advcl" and finite and any(s.among(k, "temporal_words") for k in marks)
