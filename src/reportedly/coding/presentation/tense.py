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
    return at is not None and s.tags[at] in PRESENT and not _is_perfect(s, at)


def _is_perfect(s: Sentence, at: int) -> bool:
    """Return whether auxiliary at is "have", "he's been fired" included."""
    been = any(s.words[k].lower() == "been" for k in s.kids(s.heads[at], "aux", "auxpass"))
    helps = s.deps[at] in {"aux", "auxpass"}
    return (s.lemmas[at] == "have" and helps) or (helps and been and s.words[at].lower() != "been")


def has_been(s: Sentence, i: int) -> bool:
    """Return whether token i is told in the present perfect: "has held them up"."""
    at = bearer(s, i)
    return at is not None and s.tags[at] in PRESENT and _is_perfect(s, at)


def is_state(s: Sentence, i: int) -> bool:
    """Return whether the present of token i is a state, whatever it says: "is accused of"."""
    if not s.is_verb(i) or s.among(i, "standing_verbs") or s.lemmas[i] == "be":
        return True  # "is in talks"
    return passive(s, i) and s.kid(i, "auxpass") is not None


def lasts(s: Sentence, i: int) -> bool:
    """Return whether a perfect tells what still goes on: "has backed them since 2014"."""
    at = bearer(s, i)
    if at is None or s.tags[at] not in PRESENT or not _is_perfect(s, at):
        return False
    near = [*s.kids(i, "prep", "advmod"), *s.kids(s.heads[at], "prep", "advmod")]
    clauses = [m for c in s.kids(s.heads[at], "advcl") for m in s.kids(c, "mark")]
    bare = [k for k in near if s.words[k].lower() == "since" and not s.children[k]]
    told = [k for k in (*near, *clauses) if s.among(k, "lasting_words") and k not in bare]
    once = s.among(i, "momentary_verbs")  # "28 people have been killed since May"
    if any(not once or s.words[k].lower() != "since" for k in told):
        return True
    return s.among(i, "holding_verbs") and any(_for_a_while(s, k) for k in near)


def _for_a_while(s: Sentence, p: int) -> bool:
    """Return whether preposition p tells how long it lasts by now: "held for two years"."""
    spans = (k for k in s.kids(p, "pobj") if s.words[p].lower() in {"for", "over"})
    return any(s.among(k, "lengths_of_time") for k in spans)


def holds_beside(s: Sentence, i: int) -> bool:
    """Return whether participle i tells where somebody is kept now: "men held in Hama want"."""
    if s.tags[i] != "VBN" or s.deps[i] not in {"acl", "advcl"} or not s.among(i, "confining_verbs"):
        return False
    dated = [k for k in s.kids(i, "prep") if s.among(k, "outlasting_prepositions")]
    if s.kid(i, "aux", "auxpass", "advcl") or any(s.words[k].lower() != "since" for k in dated):
        return False
    above = next((k for k in s.path(i) if s.is_verb(k) and bearer(s, k) is not None), None)
    at = None if above is None else bearer(s, above)
    if at is None:
        return False
    return s.lemmas[at] == "will" or (s.tags[at] in PRESENT and not _is_perfect(s, at))


def is_habit(s: Sentence, i: int) -> bool:
    """Return whether the present of verb i is told as done again and again: "often criticises"."""
    told = s.kids(i, "advmod", "npadvmod")
    return s.tags[i] in PRESENT and any(s.among(k, "repeating_adverbs") for k in told)


def shifted(s: Sentence, i: int) -> bool:
    """Return whether a past tense is a present that was reported: "said he wanted"."""
    at, verb = bearer(s, i), _verb_of(s, i)
    if at is None or verb is None or s.tags[at] != "VBD" or _is_perfect(s, at):
        return False
    while s.deps[verb] == "conj" and s.is_verb(s.heads[verb]):
        verb = s.heads[verb]
        if any(s.words[k].lower() == "had" for k in s.kids(verb, "aux")):
            return False  # "said it had been asked and opposed it"
    until = any(s.among(k, "waiting_words") for k in s.kids(_verb_of(s, i) or i, "prep"))
    up = s.heads[verb]
    helped = any(s.lemmas[k] == "have" for k in s.kids(up, "aux"))  # "has said it wanted"
    said = s.tags[up] == "VBD" or helped
    return s.deps[verb] == "ccomp" and said and not until


def in_the_past(s: Sentence, i: int) -> bool:
    """Return whether the verb next above word i is past, and no reported present: "they fled"."""
    above = next((k for k in s.path(i) if s.is_verb(k) and bearer(s, k) is not None), None)
    if above is None:
        return False
    at = bearer(s, above)
    return at is not None and s.tags[at] == "VBD" and not shifted(s, above)


def describes(s: Sentence, i: int) -> bool:
    """Return whether verb i tells how things stand, whatever its tense: "was ready", "knew"."""
    main = s.lemmas[i] in {"be", "have"} and s.deps[i] not in {"aux", "auxpass"}
    return main or s.among(i, "stative_verbs") or s.among(i, "standing_verbs")


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
