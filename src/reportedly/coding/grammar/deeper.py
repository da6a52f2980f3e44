"""Slots that the parser hangs one phrase further down: inside the object, in its participle."""

from __future__ import annotations

from reportedly.coding.grammar.passive import agents, passive
from reportedly.coding.grammar.phrases import has_to, prepositions
from reportedly.coding.sentences.sentence import Sentence

#: between a sum and what it is given in: "$2 million in aid to Fiji", "crates of rifles to Mali"
PARTITIVE = ("of", "in")


def under_objects(s: Sentence, i: int, name: str) -> list[int]:
    """Return what stands behind preposition name inside the object of verb i."""
    for noun in s.kids(i, "dobj", "nsubjpass"):
        for k in (*s.conjuncts(noun), *measured(s, noun)):
            if found := prepositions(s, k, name) or _of_participle(s, k, name):
                return found
    return []


def measured(s: Sentence, noun: int) -> list[int]:
    """Return what noun is a measure or a sum of: "crates of rifles", "$2 million in aid"."""
    if not s.among(noun, "measures") and not s.among(noun, "currencies"):
        return []
    return [k for word in PARTITIVE for k in prepositions(s, noun, word)]


def _of_participle(s: Sentence, noun: int, name: str) -> list[int]:
    """Return the slot of a measure's own participle: "sanctions imposed on Mali"."""
    return [
        t
        for k in s.kids(noun, "acl")
        if s.tags[k] == "VBN" and s.among(k, "imposing_verbs")
        for t in prepositions(s, k, name)
    ]


def benefiting(s: Sentence, i: int) -> list[int]:
    """Return who is to do what is made possible: "opened a corridor for miners to leave"."""
    for k in (i, *s.kids(i, "dobj", "nsubjpass")):
        for c in s.kids(k, "advcl", "acl", "relcl", "xcomp", "ccomp"):
            marks = [m for m in s.kids(c, "mark") if s.words[m].lower() == "for"]
            if marks and (found := s.kids(c, "nsubj")):
                return [t for k in found for t in s.conjuncts(k)]
    return []


def stranded(s: Sentence, i: int) -> int | None:
    """Return the preposition that a passive leaves without its object: "was called for"."""
    if not s.among(i, "prepositional_verbs") or not passive(s, i):
        return None
    for k in s.kids(i, "prep"):
        if k == i + 1 and not s.kids(k):
            return k
    return None


def told_to(s: Sentence, i: int) -> list[int]:
    """Return who is to act, where the parser took him for the doer alone: "order him to go"."""
    if not s.among(i, "commanding_verbs"):
        return []
    below = [k for k in s.kids(i, "ccomp", "xcomp") if has_to(s, k)]
    told = [t for k in below if s.kid(k, "mark") is None for t in s.kids(k, "nsubj") if t > i]
    return [c for t in told for c in s.conjuncts(t)]


def authors(s: Sentence, noun: int) -> list[int]:
    """Return who made, drafted or filed the thing that noun names: "a bill tabled by rebels"."""
    for k in s.kids(noun, "acl", "relcl"):
        for verb in s.conjuncts(k):
            made = s.tags[verb] == "VBN" and s.among(verb, "authoring_verbs")
            if made and (found := agents(s, verb)):
                return found
    return []
