"""Times that cannot be those of the verb on which the parser hung them."""

from __future__ import annotations

from reportedly.coding.circumstances.candidate import Candidate
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Grain


def misfit(one: Candidate) -> bool:
    """Return whether the time is another event's: of the subject, or of what lies before or after.

    "News of the raid last week has stirred the town", "left after the fall of the king in 2011".
    """
    return _of_subject(one) or _of_other(one)


def _of_subject(one: Candidate) -> bool:
    """Return whether a past time stands before the "has" of a perfect, which takes none."""
    s, governor = one.s, one.governor
    if governor is None or not one.over or one.found.limit or one.vague:
        return False
    perfect = [k for k in s.kids(governor, "aux") if s.words[k].lower() in {"has", "have"}]
    subject = s.kid(governor, "nsubj", "nsubjpass")
    if not perfect or subject is None or not subject < one.top < perfect[0]:
        return False
    return one.i not in s.subtree(subject)


def _of_other(one: Candidate) -> bool:
    """Return whether the time hangs on an event that comes before or after the act."""
    s = one.s
    carrier = one.analysis.slots.lending.carriers.get(one.i, one.i)
    inside = set(s.covered(*one.span))
    below = one.top
    for up in (up for up in s.path(one.top) if up not in inside):
        if up in (one.i, carrier) or s.is_verb(up):
            return False
        if s.among(up, "order_prepositions") and s.deps[below] == "pobj" and below not in inside:
            return not (_soon_after(s, up, one) and s.lemmas[s.heads[one.top]] != "of")
        below = up
    return False


def _soon_after(s: Sentence, order: int, one: Candidate) -> bool:
    """Return whether what comes after falls on the same day: "held after a raid on Monday"."""
    short = one.found.grain in {Grain.DAY, Grain.MINUTE}
    return short and s.among(order, "after_prepositions")


def moved_up(one: Candidate) -> int | None:
    """Return the verb that has the time instead of a relative clause before it, or None.

    A clause in the present has no past day; one in the past progressive only gives the scene:
    "stopped a lorry that was carrying rice on Monday".
    """
    s, governor = one.s, one.governor
    if governor is None or one.found.limit or one.vague or s.deps[governor] not in _WITHIN:
        return None
    clause = governor
    while s.deps[clause] not in {"relcl", "ROOT"} and s.heads[clause] != clause:
        clause = s.heads[clause]
    if s.deps[clause] != "relcl" or not (_now(s, clause, one) or _scene(s, clause, one)):
        return None
    if one.top < clause:
        return None
    return next((up for up in s.path(s.heads[clause]) if s.is_verb(up)), None)


_WITHIN = frozenset({"relcl", "ccomp", "xcomp"})


def _now(s: Sentence, verb: int, one: Candidate) -> bool:
    """Return whether the verb tells of now, and the time is over."""
    helped = s.kids(verb, "aux", "auxpass")
    return one.over and not helped and s.tags[verb] in {"VBZ", "VBP"}


def put_in(one: Candidate) -> int | None:
    """Return the verb whose time the parser gave to a saying put in or set behind.

    "On Monday, he said, rebels struck", "rebels struck Monday, he said".
    """
    s, governor = one.s, one.governor
    if governor is None:
        return None
    subject, last = s.kid(governor, "nsubj"), max(s.covered(*one.span))
    apart = last + 1 < len(s) and s.words[last + 1] == ","
    if subject is None or not apart or last >= subject:
        return None
    if s.deps[governor] == "parataxis" and governor < s.heads[governor]:
        return s.heads[governor]
    said = any(cue.cue[0] <= governor <= cue.cue[1] for cue in one.analysis.said)
    content = s.kid(governor, "ccomp")
    return content if said and content is not None and content < one.top else None


def _scene(s: Sentence, verb: int, one: Candidate) -> bool:
    """Return whether the verb stands in the past progressive, and the time is a day."""
    was = any(s.words[k].lower() in {"was", "were"} for k in s.kids(verb, "aux"))
    short = one.found.grain in {Grain.DAY, Grain.MINUTE}
    return was and s.tags[verb] == "VBG" and short and one.past
