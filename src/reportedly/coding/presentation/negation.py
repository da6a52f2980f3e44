"""What negates a clause: "not", "never", "no longer", "no faction", "neither … nor", "nor did"."""

from __future__ import annotations

from reportedly.coding.grammar.phrases import has_no, verdicts
from reportedly.coding.sentences.sentence import Sentence

_SUBJECTS = ("nsubj", "nsubjpass")
#: behind them stands what is more than was said: "did not just arm them, it trained them"
_BREAKS = frozenset({",", ";", "–", "—", "--", ":"})


def negates(s: Sentence, i: int) -> bool:
    """Return whether verb i stands under a negation, of its own or shared with a coordinate."""
    return negates_itself(s, i) or shares_negation(s, i)


def negates_itself(s: Sentence, i: int) -> bool:
    """Return whether verb i stands under a negation of its own clause."""
    if _only_then(s, i):
        return False
    marks = [k for k in s.kids(i, "neg", "advmod", "preconj") if s.among(k, "negations")]
    if any(not _adds(s, k) for k in marks) or _opened_by_nor(s, i) or _on_no_account(s, i):
        return True
    if _set_aside(s, i):
        return True
    if s.kid(i, "advmod") is not None and any(_no_longer(s, k) for k in s.children[i]):
        return True
    if any(s.kid(k, "neg") is not None for k in verdicts(s, i)):
        return True  # "pleaded not guilty"
    if any(s.words[k].lower() == "nobody" for k in _given(s, i)):
        return True  # "gave money to nobody"
    return lacks_object(s, i) or any(
        # the last: "No deal as Chad invades" has two, of which the first is another clause's
        _is_nobody(s, k)
        for k in s.kids(i, *_SUBJECTS)[-1:]
    )


def _given(s: Sentence, i: int) -> list[int]:
    """Return to and for whom verb i is done."""
    behind = [p for p in s.kids(i, "prep", "dative") if s.words[p].lower() in {"to", "for", "with"}]
    return [k for p in behind for k in s.kids(p, "pobj")]


def lacks_object(s: Sentence, i: int) -> bool:
    """Return whether verb i is negated by its object alone: "showed no remorse"."""
    return any(_is_nobody(s, k) for k in s.kids(i, "dobj"))


def shares_negation(s: Sentence, i: int) -> bool:
    """Return whether verb i is denied with the one before it: "did not confirm or deny"."""
    head = s.heads[i]
    if s.deps[i] != "conj" or not s.is_verb(head) or s.kid(i, *_SUBJECTS) is not None:
        return False
    joined = any(s.among(k, "joining_alternatives") for k in _links(s, i))
    return joined and (shares_negation(s, head) or negates_itself(s, head))


def contrasts(s: Sentence, i: int) -> bool:
    """Return whether conjunct i is set against the one before it: "not freed but moved"."""
    return any(s.among(k, "contrasting_words") for k in _links(s, i))


def denied(s: Sentence, up: int) -> bool:
    """Return whether a word that governs others is negated, by itself or by the verb above it."""
    if s.is_verb(up):
        return negates(s, up)
    if has_no(s, up) or s.kid(up, "neg") is not None:
        return True
    return s.deps[up] in {"acomp", "attr", "dobj"} and negates(s, s.heads[up])


def _links(s: Sentence, i: int) -> list[int]:
    """Return the conjunctions between conjunct i and the one before it."""
    return [k for k in s.kids(s.heads[i], "cc") if s.heads[i] < k < i]


def _opened_by_nor(s: Sentence, i: int) -> bool:
    """Return whether "nor" opens clause i: "nor did it send troops"."""
    own = s.kid(i, *_SUBJECTS) is not None
    before = [k for k in s.kids(i, "cc", "preconj", "mark") if k < i]
    if s.deps[i] == "conj" and own:
        before += _links(s, i)
    return any(s.words[k].lower() == "nor" for k in before)


def _on_no_account(s: Sentence, i: int) -> bool:
    """Return whether an adverbial denies verb i: "at no time", "under no circumstances"."""
    inside = [k for p in s.kids(i, "prep") for k in s.kids(p, "pobj")]
    return any(s.among(k, "denied_adverbials") and has_no(s, k) for k in inside)


def _only_then(s: Sentence, i: int) -> bool:
    """Return whether a past clause tells by "not until" when it did happen.

    "It was not until May that", "troops were not sent until May", "not until May did Peru",
    "could not be saved until dawn".
    """
    until = [k for k in s.children[i] if s.among(k, "waiting_words")]
    until += [
        k for c in s.kids(i, "advcl") for k in s.kids(c, "mark") if s.among(k, "waiting_words")
    ]
    if not until:
        return False
    told = (i, *s.kids(i, "aux", "auxpass"))
    return (
        s.lemmas[i] == "be"
        or (any(s.tags[k] == "VBD" for k in told) and not any(s.tags[k] == "MD" for k in told))
        or any(s.words[k].lower() == "could" for k in told)
    )


def _set_aside(s: Sentence, i: int) -> bool:
    """Return whether another act is done "rather than" that of verb i."""
    near = s.kids(i, "mark")
    if s.deps[i] == "conj":
        near += [k for k in s.kids(s.heads[i], "cc", "prep") if s.heads[i] < k < i]
    than = (k for k in near if s.words[k].lower() == "than")
    return any(k > 0 and s.among(k - 1, "denying_adverbs") for k in than)


def _adds(s: Sentence, k: int) -> bool:
    """Return whether a negation only adds to what is asserted: "not only … but also"."""
    near = {*s.children[k], *range(k + 1, min(k + 2, len(s)))}
    if any(s.among(t, "adding_words") for t in near):
        return True
    rest = range(k + 1, len(s))
    goes_on = any(s.among(t, "continuing_words") for t in rest)
    goes_on = goes_on or any(s.tags[t] == "PRP" and s.words[t - 1] in _BREAKS for t in rest)
    return goes_on and any(s.among(t, "merely_words") for t in near)


def _is_nobody(s: Sentence, k: int) -> bool:
    neither = any(s.among(c, "negations") and not _adds(s, c) for c in s.kids(k, "preconj"))
    return neither or s.among(k, "no_determiners") or has_no(s, k) or _not_all(s, k)


def _not_all(s: Sentence, k: int) -> bool:
    """Return whether "not" stands before the words for a party: "not all states", "not a soul"."""
    counting = [k, *s.kids(k, "det", "predet", "nummod", "amod")]
    marks = [m for t in counting for m in s.kids(t, "neg", "advmod") if s.among(m, "negations")]
    return any(m < k and not _adds(s, m) for m in marks)  # not "Chad, not Mali, did"


def _no_longer(s: Sentence, k: int) -> bool:
    return s.words[k].lower() == "longer" and any(s.words[c].lower() == "no" for c in s.kids(k))
