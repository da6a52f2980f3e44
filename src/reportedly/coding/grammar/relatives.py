"""Relative clauses: whether the noun above is what is done there."""

from __future__ import annotations

from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import antecedents, not_such
from reportedly.coding.sentences.sentence import Sentence


def is_relative_object(s: Sentence, i: int) -> bool:
    """Return whether the noun above relative clause i is its object: "the deal Iran signed"."""
    if passive(s, i):
        return True
    subjects = s.kids(i, "nsubj")
    if not subjects or s.among(subjects[0], "relative_pronouns"):
        return False
    if any(s.tags[k] == "WP$" for k in s.subtree(subjects[0])):
        return False  # "Chad, whose troops fought"
    full = s.kids(i, "dobj", "dative")
    return not full or s.among(full[0], "relative_pronouns")


def judges_an_act(s: Sentence, i: int) -> bool:
    """Return whether relative clause i judges what is told, and not the place it stands behind:
    "a raid in Mali, which France condemned"."""
    top = s.heads[i] if s.deps[i] == "conj" else i
    head = s.heads[top]
    between = range(head + 1, top)
    which = any(s.words[k].lower() == "which" and s.deps[k] == "dobj" for k in between)
    placed = s.deps[head] == "pobj" and s.among(s.heads[head], "place_prepositions")
    return s.deps[top] == "relcl" and which and placed and s.is_proper(head)


def told_of(s: Sentence, k: int) -> list[int]:
    """Return whoever noun k only tells more of: "Ana and Leo were the only Danes to resign".

    k itself where it tells of nobody: "it was the Danes who resigned".
    """
    verb = s.heads[k]
    named = s.is_proper(k) and s.tags[k] == "NNP"
    if s.deps[k] != "attr" or s.lemmas[verb] != "be" or named:
        return [k]
    subjects = [c for n in s.kids(verb, "nsubj") for c in s.conjuncts(n)]
    if subjects and not_such(s, k) is not None:  # "they are not rebels who kidnap nuns"
        return [c for n in subjects for c in antecedents(s, n)]
    empty = any(s.tags[n] in {"DT", "EX", "PRP", "WDT", "WP"} for n in subjects)
    return subjects if subjects and not empty else [k]
