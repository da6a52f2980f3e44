"""What goods cost: "$1.2bn worth of jets", "jets worth $1.2bn", "a $60m arms package"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.mentions.amounts import Amount
from reportedly.coding.mentions.quantities import amount_of
from reportedly.coding.sentences.sentence import Sentence


def price_of(s: Sentence, last: int, sums: Sequence[Amount]) -> Amount | None:
    """Return the sum that the good with head last costs by its own phrase, or None."""
    for money in sums:
        if _worth_of(s, money, last) or valued(s, money, last):
            return money
    around = [last]
    up = s.heads[last]
    if s.deps[last] in {"compound", "nmod"} and s.among(up, "bargain_nouns"):
        around.append(up)
    elif s.deps[last] == "pobj" and s.words[up].lower() in {"of", "for"}:
        around += [s.heads[up]] if s.among(s.heads[up], "bargain_nouns") else []
    return next((m for i in around if (m := amount_of(s, i, sums)) is not None), None)


def _worth_of(s: Sentence, money: Amount, i: int) -> bool:
    """Return whether noun i follows a sum as in "$1.2bn worth of jets"."""
    at = money.last + 1
    words = tuple(word.lower() for word in s.words[at : at + 2])
    return words == ("worth", "of") and at + 1 in s.path(i)


def valued(s: Sentence, money: Amount, i: int) -> bool:
    """Return whether noun i comes right before "worth $1.2bn", "valued at $1.2bn"."""
    at = money.first - 1
    if at >= 1 and s.words[at].lower() == "at":
        at -= 1
    near = 0 < at - i <= 2 and s.words[at - 1] in {s.words[i], ","}
    return near and s.among(at, "valuing_words")
