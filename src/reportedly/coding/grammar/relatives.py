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


def is_relative(s: Sentence, i: int) -> bool:
    """Return whether clause i belongs to a noun and takes no complement's place.

    The parser calls some relative clauses `acl`: those whose "that" is a party of their verb.
    """
    if s.deps[i] == "relcl":
        return True
    parties = s.kids(i, "nsubj", "nsubjpass", "dobj")
    return s.deps[i] == "acl" and any(s.among(k, "relative_pronouns") for k in parties)
