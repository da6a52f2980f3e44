"""The closed lists of words that fields of lexicon entries are chosen from."""

from __future__ import annotations

#: what an operator or a reporting cue does to the event in its reach (coding/presentation/mood.py)
EFFECTS = (
    "keep",
    "happened",
    "ongoing",
    "planned",
    "probable",
    "possible",
    "conditional",
    "wanted",
    "negated",
    "denied",
    "doubted",
    "improbable",
    "uncommitted",
    "contrary",
)
#: which side of a predicate ends up with its goods
TRANSFERS = ("to_actor", "to_recipient", "exchange", "none")
#: where a reader's comment can stand; the last is no stance, but turns one around
STANCES = (
    *("alarm", "doubt", "approval", "blame", "hope", "surprise", "scorn", "appeal"),
    "negation",
)
POS = ("verb", "noun", "adjective", "adverb", "modal")
#: what the words of a class may be besides
CLASS_POS = (*POS, "preposition", "pronoun", "determiner", "conjunction", "number")
