"""Goods in a sentence, with quantity and unit: "more than 20,000 containers of shells"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.coding.gazetteer import Match
from reportedly.coding.phrases import COUNTERS, window
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Good as GoodEntry
from reportedly.records import Good

SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
}
SMALL = dict(
    zip(
        [
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ],
        range(1, 13),
        strict=True,
    )
)
CURRENCY = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₩": "KRW"}
CURRENCY_WORDS = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "ruble": "RUB", "rouble": "RUB"}
CURRENCY_WORDS |= {"yen": "JPY", "yuan": "CNY", "won": "KRW"}
_NUMBER = re.compile(r"^\d[\d,]*(\.\d+)?$")
_GLUED = re.compile(r"^(\d[\d,]*(?:\.\d+)?)(k|m|mn|bn|tn)$")
#: nouns that only measure the good in their "of" phrase: "barrels of oil", "a range of benefits"
MEASURES = COUNTERS | frozenset(
    [
        "barrel",
        "ton",
        "tonne",
        "container",
        "crate",
        "truckload",
        "load",
        "box",
        "case",
        "bag",
        "kilo",
        "kilogram",
        "gram",
        "litre",
        "gallon",
        "piece",
        "item",
        "form",
        "array",
        "stock",
        "stockpile",
        "cache",
        "fleet",
        "squadron",
        "unit",
        "worth",
        "share",
        "amount",
        "consignment",
        "shipment",
        "cargo",
        "truck",
        "planeload",
        "tranche",
        "package",
        "supply",
        "delivery",
        "billion",
    ]
)
#: clauses are not searched for the goods of the verb above them
CLAUSES = frozenset({"relcl", "ccomp", "advcl", "xcomp", "parataxis", "csubj"})


@dataclass(frozen=True, slots=True)
class Found:
    """A good at tokens first..last, head the noun that counts; None as entry for bare money."""

    first: int
    last: int
    head: int
    category: str
    rule: str
    quantity: float | None
    unit: str | None


class Goods:
    """The goods of one sentence."""

    def __init__(self, sentence: Sentence, matches: list[Match]) -> None:
        self.sentence = sentence
        self.found = [self._good(m) for m in matches if isinstance(m.entry, GoodEntry)]
        taken = {t for good in self.found for t in range(good.first, good.last + 1)}
        self.found += [money for money in self._money() if money.head not in taken]
        self.found.sort(key=lambda good: good.first)

    def at(self, i: int) -> Found | None:
        """Return the good whose head, or whose unit ("barrels of oil"), is token i."""
        for good in self.found:
            if good.first <= i <= good.last:
                return good
        if self.sentence.lemmas[i] not in MEASURES:
            return None
        inside = [k for p in self.sentence.kids(i, "prep") for k in self.sentence.kids(p, "pobj")]
        return next((good for good in self.found if good.head in inside), None)

    def under(self, tokens: Iterable[int]) -> tuple[Found, ...]:
        """Return the goods in the noun phrases headed by tokens, clauses below them left out."""
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

    def _good(self, match: Match) -> Found:
        entry = match.entry
        assert isinstance(entry, GoodEntry)
        quantity, unit = self._quantity(match.last)
        return Found(match.first, match.last, match.last, entry.category, entry.id, quantity, unit)

    def _quantity(self, i: int) -> tuple[float | None, str | None]:
        """Return how much of the good headed by i, and what the number counts."""
        s = self.sentence
        own = self._number(i)
        if own is not None:
            return own, None
        up = s.heads[i]
        if s.deps[i] == "pobj" and s.words[up].lower() == "of":
            counted = s.heads[up]
            number = self._number(counted)
            if number is not None:
                return number, s.lemmas[counted]
        return None, None

    def _number(self, i: int) -> float | None:
        """Return the number that modifies token i; None without one."""
        s = self.sentence
        value, scale = None, 1.0
        first, _ = window(s, i)
        inside = set(s.subtree(i))
        for k in range(first, i):
            if k not in inside or s.deps[k] == "poss":
                continue
            word = s.words[k].lower()
            if _NUMBER.match(word):
                value = float(word.replace(",", ""))
            elif glued := _GLUED.match(word):
                value = float(glued[1].replace(",", "")) * SCALES.get(glued[2], 1e3)
            elif word in SMALL and s.tags[k] == "CD":
                value = float(SMALL[word])
            elif word in SCALES and s.tags[k] == "CD":
                scale = SCALES[word]
                value = value if value is not None else 1.0
        return None if value is None else value * scale

    def _money(self) -> list[Found]:
        s, found = self.sentence, []
        for i, word in enumerate(s.words):
            currency = CURRENCY.get(word) or CURRENCY_WORDS.get(s.lemmas[i])
            if currency is None:
                continue
            number, last = self._amount(i + 1) if word in CURRENCY else (self._number(i), i)
            if number is not None:
                first = i if word in CURRENCY else window(s, i)[0]
                head = self._head(first, last)
                found.append(Found(first, last, head, "money.cash", "good.money", number, currency))
        return found

    def _amount(self, i: int) -> tuple[float | None, int]:
        """Return the amount that begins at token i and its last token."""
        s = self.sentence
        if i >= len(s):
            return None, i - 1
        word = s.words[i].lower()
        glued = _GLUED.match(word)
        if glued:
            return float(glued[1].replace(",", "")) * SCALES.get(glued[2], 1e3), i
        if not _NUMBER.match(word):
            return None, i - 1
        value = float(word.replace(",", ""))
        if i + 1 < len(s) and s.words[i + 1].lower() in SCALES:
            return value * SCALES[s.words[i + 1].lower()], i + 1
        return value, i

    def _head(self, first: int, last: int) -> int:
        inside = range(first, last + 1)
        return next((k for k in inside if self.sentence.heads[k] not in inside), last)


def good_of(found: Found, sentence: Sentence) -> Good:
    """Return the record of a found good."""
    return Good(
        start=sentence.starts[found.first],
        end=sentence.ends[found.last],
        text=sentence.slice(found.first, found.last),
        category=found.category,
        quantity=found.quantity,
        unit=found.unit,
    )
