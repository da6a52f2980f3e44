"""Of two nouns before "who", the one that agrees with its verb: "sons of a rebel who were shot".

Number alone tells here: a name, a group or a row may go with either.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Sentence

_SINGULAR = frozenset({"was", "is", "has", "does"})
_PLURAL = frozenset({"were", "are", "have", "do"})


def agreeing(s: Sentence, top: int, clause: int, opens: int) -> int:
    """Return the noun that the clause opened by a relative pronoun tells of: top, or the one above.

    The clause goes with top unless its verb is of the other number and the noun above fits.
    """
    if s.deps[opens] not in {"nsubj", "nsubjpass"} or s.deps[top] != "pobj":
        return top
    above = s.heads[s.heads[top]]
    several = _verb_of_several(s, clause)
    if s.words[s.heads[top]].lower() != "of" or not s.is_noun(above):
        return top
    if _of_the_lost(s, top, clause, above):
        return above
    mine, other = _several(s, top), _several(s, above)
    if several is None:
        return top
    return above if mine is (not several) and other is several else top


def _of_the_lost(s: Sentence, top: int, clause: int, above: int) -> bool:
    """Return whether the clause tells what people do about those who no longer can: "parents of
    missing boys who marched", not "of dead boys who had marched"."""
    lost = any(s.among(k, "lost_people") for k in s.kids(top, "amod"))
    before = s.kid(clause, "aux", "auxpass", "nsubjpass") is not None
    return lost and not before and s.is_verb(clause) and s.among(above, "people_nouns")


def _verb_of_several(s: Sentence, clause: int) -> bool | None:
    """Return whether the clause's verb is one of several; None where its form does not tell."""
    for k in (*s.kids(clause, "aux", "auxpass"), clause):
        word = s.words[k].lower()
        if word in _SINGULAR or s.tags[k] == "VBZ":
            return False
        if word in _PLURAL or s.tags[k] == "VBP":
            return True
    return None


def _several(s: Sentence, k: int) -> bool | None:
    """Return whether noun k stands for several; None where it may for either."""
    if len(s.conjuncts(k)) > 1 or s.deps[k] == "conj":
        return None
    if s.among(k, "groups_of_people") or s.among(k, "bodies") or s.among(k, "counters"):
        return None
    return {"NNS": True, "NN": False, "NNP": False}.get(s.tags[k])
