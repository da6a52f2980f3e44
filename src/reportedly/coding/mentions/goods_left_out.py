"""Goods that only a number tells, since the sentence has named them: "and seized 2,400 litres"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.coding.mentions.amounts import Amount
from reportedly.coding.mentions.quantities import noun_of
from reportedly.coding.sentences.sentence import Sentence

#: where a bare number stands for what it counts
OBJECTS = frozenset({"dobj", "nsubjpass"})


@dataclass(frozen=True, slots=True)
class Counted:
    """An amount that tells a good by its number alone: the tokens that stand for it."""

    amount: Amount
    last: int
    head: int
    unit: str | None


def counted_alone(s: Sentence, amounts: Sequence[Amount]) -> Iterator[Counted]:
    """Yield the amounts of which the sentence does not say what they count.

    Bare ("needs twenty", "send two more") or with a measure that no "of" follows.
    """
    for amount in amounts:
        if amount.currency is not None or amount.lower is None:
            continue
        noun, number = noun_of(s, amount), amount.last
        if noun is None and _stands_alone(s, number):
            yield Counted(amount, number, number, None)
        elif noun == number + 1 and _measures_alone(s, noun):
            yield Counted(amount, noun, noun, s.lemmas[noun])


def _stands_alone(s: Sentence, k: int) -> bool:
    bare = s.tags[k] == "CD" and not any(s.is_noun(below) for below in s.children[k])
    return bare and s.deps[k] in OBJECTS


def _measures_alone(s: Sentence, k: int) -> bool:
    alone = s.deps[k] in OBJECTS and s.kid(k, "prep", "compound", "nmod") is None
    return alone and s.among(k, "measures")
