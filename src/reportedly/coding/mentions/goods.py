"""Goods in a sentence, with quantity and unit: "more than 20,000 containers of shells"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import window
from reportedly.coding.mentions.quantities import amount, currency_of, number
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Numerals
from reportedly.lexicons import Good as GoodEntry
from reportedly.records import Good, Side

#: clauses are not searched for the goods of the verb above them
CLAUSES = frozenset({"relcl", "ccomp", "advcl", "xcomp", "parataxis", "csubj"})


@dataclass(frozen=True, slots=True)
class Found:
    """A good at tokens first..last, head the noun that names it.

    counted          what the number counts: the head, or its unit ("crates of rifles")
    giver, receiver  sides of the claim that it is put into; None before, and where untold
    """

    first: int
    last: int
    head: int
    category: str
    rule: str
    quantity: float | None
    unit: str | None
    counted: int
    giver: Side | None = None
    receiver: Side | None = None


@dataclass(frozen=True, slots=True)
class Goods:
    """The goods of one sentence, in text order."""

    sentence: Sentence
    found: tuple[Found, ...]

    def at(self, i: int) -> Found | None:
        """Return the good whose head, or whose unit ("barrels of oil"), is token i."""
        for good in self.found:
            if good.first <= i <= good.last:
                return good
        if not self.sentence.among(i, "measures"):
            return None
        inside = [k for p in self.sentence.kids(i, "prep") for k in self.sentence.kids(p, "pobj")]
        return next((good for good in self.found if good.head in inside), None)

    def under(self, tokens: Iterable[int]) -> tuple[Found, ...]:
        """Return the goods in the noun phrases headed by tokens, clauses below them left out."""
        if not self.found:
            return ()
        inside: set[int] = set()
        for i in tokens:
            inside |= set(self._phrase(i))
        return tuple(good for good in self.found if good.head in inside)

    def _phrase(self, i: int) -> list[int]:
        found, queue = [i], [i]
        s = self.sentence
        while queue:
            for k in s.children[queue.pop()]:
                if s.deps[k] not in CLAUSES and not (s.deps[k] == "acl" and s.is_verb(k)):
                    found.append(k)
                    queue.append(k)
        return found


def find_goods(sentence: Sentence, matches: Sequence[Match], numerals: Numerals) -> Goods:
    """Return the goods that the lexicons' matches name, and sums of money."""
    found = [
        _good(sentence, m, m.entry, numerals) for m in matches if isinstance(m.entry, GoodEntry)
    ]
    taken = {t for good in found for t in range(good.first, good.last + 1)}
    found += [money for money in _money(sentence, numerals) if money.head not in taken]
    return Goods(sentence, tuple(sorted(found, key=lambda good: good.first)))


def _good(s: Sentence, match: Match, entry: GoodEntry, numerals: Numerals) -> Found:
    quantity, unit, counted = _quantity(s, match.last, numerals)
    return Found(
        match.first, match.last, match.last, entry.category, entry.id, quantity, unit, counted
    )


def _quantity(s: Sentence, i: int, numerals: Numerals) -> tuple[float | None, str | None, int]:
    """Return how much of the good headed by i, what the number counts, and its token."""
    own = number(s, i, numerals)
    if own is not None:
        return own, None, i
    up = s.heads[i]
    if s.deps[i] == "pobj" and s.words[up].lower() == "of":
        counted = s.heads[up]
        count = number(s, counted, numerals)
        if count is not None:
            return count, s.lemmas[counted], counted
    return None, None, i


def _money(s: Sentence, numerals: Numerals) -> list[Found]:
    found = []
    for i, word in enumerate(s.words):
        currency = currency_of(s, i, numerals)
        if currency is None:
            continue
        sign = word in numerals.signs
        count, last = amount(s, i + 1, numerals) if sign else (number(s, i, numerals), i)
        if count is not None:
            first = i if sign else window(s, i)[0]
            head = _head(s, first, last)
            found.append(
                Found(first, last, head, "money.cash", "good.money", count, currency, head)
            )
    return found


def _head(s: Sentence, first: int, last: int) -> int:
    inside = range(first, last + 1)
    return next((k for k in inside if s.heads[k] not in inside), last)


def good_of(found: Found, sentence: Sentence) -> Good:
    """Return the record of a found good."""
    return Good(
        start=sentence.starts[found.first],
        end=sentence.ends[found.last],
        text=sentence.slice(found.first, found.last),
        category=found.category,
        quantity=found.quantity,
        unit=found.unit,
        giver=found.giver,
        receiver=found.receiver,
    )
