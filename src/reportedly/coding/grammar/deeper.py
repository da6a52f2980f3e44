"""Slots that the parser hangs one phrase further down: inside the object, in its participle."""

from __future__ import annotations

from reportedly.coding.grammar.passive import agents
from reportedly.coding.grammar.phrases import prepositions
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


def authors(s: Sentence, noun: int) -> list[int]:
    """Return who made, drafted or filed the thing that noun names: "a bill tabled by rebels"."""
    for k in s.kids(noun, "acl", "relcl"):
        for verb in s.conjuncts(k):
            made = s.tags[verb] == "VBN" and s.among(verb, "authoring_verbs")
            if made and (found := agents(s, verb)):
                return found
    return []
