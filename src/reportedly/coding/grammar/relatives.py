"""Relative clauses: whether the noun above is what is done there."""

from __future__ import annotations

from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import RELATIVE
from reportedly.coding.sentences.sentence import Sentence


def is_relative_object(s: Sentence, i: int) -> bool:
    """Return whether the noun above relative clause i is its object: "the deal Iran signed"."""
    if passive(s, i):
        return True
    subjects = s.kids(i, "nsubj")
    if not subjects or s.words[subjects[0]].lower() in RELATIVE:
        return False
    full = s.kids(i, "dobj", "dative")
    return not full or s.words[full[0]].lower() in RELATIVE
