"""Sport: a game between two countries is no act of theirs ("Germany defeated Brazil 7-1")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.coding.grammar.slots import Slots
from reportedly.coding.sentences.sentence import Sentence

#: two figures with a dash: a score, unless votes are counted
SCORE = re.compile(r"(?<![\d.,-])\d{1,3}(?: ?[-–—] ?)\d{1,3}(?![\d%-]|[.,]\d)")
#: where those stand who play, or who are hurt in earnest
SIDES = ("subject", "object", "with", "between", "against", "by")


def sporting(s: Sentence, phrases: Iterable[str]) -> bool:
    """Return whether the sentence tells of a game: by a word or phrase of sport, or by a score."""
    tokens = range(len(s))
    if any(s.among(i, "sport_words") and not s.is_verb(i) for i in tokens):
        return True
    text = f" {' '.join(s.words).lower()} "
    if any(f" {phrase} " in text for phrase in phrases):
        return True
    return SCORE.search(text) is not None and not any(
        s.among(i, "counting_of_votes") for i in tokens
    )


def contest(slots: Slots, i: int) -> bool:
    """Return whether token i tells how a game went, and no harm done to people beside it."""
    s = slots.sentence
    if not s.among(i, "contest_words"):
        return False
    return not any(s.among(t, "harm_at_games") for slot in SIDES for t in slots.slot(i, slot))
