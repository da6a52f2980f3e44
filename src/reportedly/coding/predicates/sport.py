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
    """Return whether the sentence tells of a game: by a word or phrase of sport, or by a score.

    phrases: in lower case, a space on either side.
    """
    tokens = range(len(s)) if "sport_words" in s.kinds else ()
    if any(s.among(i, "sport_words") and not s.is_verb(i) for i in tokens):
        return True
    text = f" {' '.join(s.words).lower()} "
    if any(_stands(s, text, phrase) for phrase in phrases):
        return True
    if "counting_of_votes" in s.kinds:
        return False
    return any(not _counts(s, text, found) for found in SCORE.finditer(text))


def _stands(s: Sentence, text: str, phrase: str) -> bool:
    """Return whether a phrase of sport is there: not "the first half of May", "the final week"."""
    at = text.find(phrase)
    if at < 0:
        return False
    last = text.count(" ", 0, at + len(phrase) - 1) - 1
    after = last + 1
    if after >= len(s):
        return True
    goes_on = s.tags[last].startswith("JJ") and s.is_noun(after)
    return not (s.words[after].lower() == "of" or goes_on)


def _counts(s: Sentence, text: str, found: re.Match[str]) -> bool:
    """Return whether two figures are a range that counts something: "30-40 trucks"."""
    low, high = (int(figure) for figure in re.findall(r"\d+", found[0]))
    behind = text[: found.end()].count(" ")
    return low < high and behind < len(s) and s.tags[behind] == "NNS"


def contest(slots: Slots, i: int) -> bool:
    """Return whether token i tells how a game went, and no harm done to people beside it."""
    s = slots.sentence
    charge = s.among(i, "charges_at_games") and "violence_words" not in s.kinds
    if not (charge or s.among(i, "contest_words")):
        return False
    return not any(s.among(t, "harm_at_games") for slot in SIDES for t in slots.slot(i, slot))
