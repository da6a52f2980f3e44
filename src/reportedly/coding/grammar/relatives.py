"""Relative clauses: whether the noun above is what is done there."""

from __future__ import annotations

from reportedly.coding.grammar.passive import passive
from reportedly.coding.sentences.sentence import Sentence


def is_relative_object(s: Sentence, i: int) -> bool:
    """Return whether the noun above relative clause i is its object: "the deal Iran signed"."""
    if passive(s, i):
        return True
    subjects = s.kids(i, "nsubj")
    if not subjects or s.among(subjects[0], "relative_pronouns"):
        return False
    full = s.kids(i, "dobj", "dative")
    return not full or s.among(full[0], "relative_pronouns")
