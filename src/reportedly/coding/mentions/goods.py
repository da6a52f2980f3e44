"""Goods in a sentence, with how much of them: "more than 20,000 containers of shells"."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from reportedly.coding.mentions.amounts import Amount, amounts
from reportedly.coding.mentions.goods_left_out import counted_alone
from reportedly.coding.mentions.goods_words import means_none
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.prices import price_of
from reportedly.coding.mentions.quantities import noun_of, quantity_of
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Numerals
from reportedly.lexicons import Good as GoodEntry
from reportedly.records import Good, Price, Quantity, Side

#: of these a sum of money says how much there is; of others, what they cost
MONEYED = ("money", "aid")
#: clauses are not searched for the goods of the verb above them
CLAUSES = frozenset({"relcl", "ccomp", "advcl", "xcomp", "parataxis", "csubj"})
#: nor what tells where the goods are or come from: "shells from the port of Najin"
PLACED = frozenset({"from", "at", "to", "near", "off", "via", "through", "into", "across"})

#: how many words may stand between a sum and its conversion: "dollars (about"
BRACKET = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A good at tokens first..last, head the noun that names it.

    amount           how much of it, None where that is not told
    unit             what the number counts; None where the good itself is counted
    counted          the token that is counted: the head, or its unit ("crates of rifles")
    price            the sum that it costs
    giver, receiver  sides of the claim that it is put into; None before, and where untold
    """

    first: int
    last: int
    head: int
    category: str
    rule: str
    amount: Amount | None
    unit: str | None
    counted: int
    price: Amount | None = None
    giver: Side | None = None
    receiver: Side | None = None


@dataclass(frozen=True, slots=True)
class Goods:
    """The goods of one sentence, in text order."""

    sentence: Sentence
    found: tuple[Found, ...]
    amounts: tuple[Amount, ...] = ()

    def at(self, i: int) -> Found | None:
        """Return the good whose head, or whose unit ("barrels of oil"), is token i."""
        i = self._meant(i)
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
            inside |= set(self._phrase(self._meant(i)))
        return tuple(good for good in self.found if good.head in inside)

    def _meant(self, i: int) -> int:
        """Return what "it" or "them" behind a coordinated verb stands for: the first one's object.

        "Loaded wheat in Odesa and landed it at Mombasa".
        """
        s = self.sentence
        verb = s.heads[i]
        if s.words[i].lower() not in {"it", "them"} or s.deps[verb] != "conj":
            return i
        objects = s.kids(s.heads[verb], "dobj")
        return objects[0] if len(objects) == 1 and s.kid(verb, "nsubj") is None else i

    def _phrase(self, i: int) -> list[int]:
        found, queue = [i], [i]
        s = self.sentence
        while queue:
            for k in s.children[queue.pop()]:
                place = s.deps[k] == "prep" and s.words[k].lower() in PLACED
                clause = s.deps[k] in CLAUSES or (s.deps[k] == "acl" and s.is_verb(k))
                if not place and not clause and s.deps[k] != "poss":
                    found.append(k)
                    queue.append(k)
        return found


def find_goods(
    sentence: Sentence,
    matches: Sequence[Match],
    numerals: Numerals,
    names: Sequence[Match] = (),
) -> Goods:
    """Return the goods that the lexicons' matches name, and sums of money.

    names: of whoever is known; beside a number only a maker's is part of a thing's name.
    """
    numbers = amounts(sentence, numerals)
    spared = {t for m in names if not m.maker for t in range(m.first, m.last + 1)}
    named = {t for m in names for t in range(m.first, m.last + 1)}
    heads = {m.last for m in matches}
    found = [
        _good(sentence, m, m.entry, numbers, spared)
        for m in matches
        if isinstance(m.entry, GoodEntry)
        and not means_none(sentence, m.first, m.last, heads, named)
    ]
    spent = [a for good in found for a in (good.amount, good.price) if a is not None]
    taken = {t for good in found for t in range(good.first, good.last + 1)}
    sums = [
        _sum(sentence, a)
        for a in numbers
        if a.currency is not None and a not in spent and not _converts(sentence, a, numbers)
    ]
    found += [m for m in sums if m.head not in taken and not _sizes(sentence, m.head)]
    found += _left_out(sentence, found, [a for a in numbers if a not in spent])
    return Goods(sentence, tuple(sorted(found, key=lambda good: good.first)), numbers)


def _left_out(s: Sentence, found: Sequence[Found], numbers: Sequence[Amount]) -> list[Found]:
    """Return the goods of numbers without a noun: those that the sentence named last before."""
    more = []
    for one in counted_alone(s, numbers) if found else ():
        named = [g for g in found if g.last < one.amount.first and _is_thing(g)]
        if named:
            known = max(named, key=lambda good: good.last)
            more.append(
                Found(
                    one.amount.first, one.last, one.head, known.category, known.rule, one.amount,
                    one.unit, one.head,
                )
            )  # fmt: skip
    return more


def _is_thing(good: Found) -> bool:
    """Return whether a good can be counted on: no money, nobody, nothing without a shape."""
    shapeless = ("aid", "information", "money", "people", "support", "territory")
    return not good.category.startswith(shapeless)


def _converts(s: Sentence, money: Amount, numbers: Sequence[Amount]) -> bool:
    """Return whether a sum in brackets only tells another over again: "9bn yuan ($1.4bn)"."""
    before = [a for a in numbers if a.currency is not None and a.last < money.first]
    between = s.words[before[-1].last + 1 : money.first] if before else ()
    return 0 < len(between) <= BRACKET and "(" in between and ")" not in between


def _sizes(s: Sentence, i: int) -> bool:
    """Return whether a sum tells how big something is: "a $2bn data centre". Nobody gives it."""
    up = s.heads[i]
    before = s.deps[i] in {"compound", "nmod", "nummod", "amod"} and i < up and s.is_noun(up)
    return before and not s.among(up, "bargain_nouns")


def _good(
    s: Sentence,
    match: Match,
    entry: GoodEntry,
    numbers: Sequence[Amount],
    names: Collection[int],
) -> Found:
    sums = [a for a in numbers if a.currency is not None]
    moneyed = entry.category.startswith(MONEYED)
    counting = numbers if moneyed else [a for a in numbers if a.currency is None]
    much, unit, counted = quantity_of(s, match.last, counting, names)
    if much is not None and much.currency is not None:
        unit = much.currency
    price = None if moneyed else price_of(s, match.last, sums)
    return Found(
        match.first, match.last, match.last, entry.category, entry.id, much, unit, counted, price
    )


def _sum(s: Sentence, money: Amount) -> Found:
    inside = range(money.number, money.last + 1)
    head = next((k for k in inside if s.heads[k] not in inside), money.last)
    return Found(money.number, money.last, head, "money", "good.money", money, money.currency, head)


def quantities(goods: Goods) -> list[Quantity]:
    """Return the numbers of a sentence that count something, and its sums of money."""
    found = []
    for amount in goods.amounts:
        good = next((one for one in goods.found if one.amount is amount), None)
        noun = noun_of(goods.sentence, amount) if good is None else None
        if good is None and noun is None and amount.currency is None:
            continue
        unit = amount.currency or (goods.sentence.lemmas[noun] if noun is not None else None)
        found.append(_quantity(goods.sentence, amount, good.unit if good else unit, good))
    return found


def _quantity(s: Sentence, amount: Amount, unit: str | None, good: Found | None) -> Quantity:
    return Quantity(
        start=s.starts[amount.first],
        end=s.ends[amount.last],
        text=s.slice(amount.first, amount.last),
        lower=amount.lower,
        upper=amount.upper,
        unit=unit,
        approximate=amount.approximate,
        at_least=amount.at_least,
        good=good.category if good else None,
    )


def good_of(found: Found, sentence: Sentence) -> Good:
    """Return the record of a found good."""
    much, cost = found.amount, found.price
    worth = None if cost is None else cost.lower if cost.lower is not None else cost.upper
    return Good(
        start=sentence.starts[found.first],
        end=sentence.ends[found.last],
        text=sentence.slice(found.first, found.last),
        category=found.category,
        quantity=much.lower if much else None,
        upper=much.upper if much else None,
        unit=found.unit,
        approximate=much is not None and much.approximate,
        at_least=much is not None and much.at_least,
        giver=found.giver,
        receiver=found.receiver,
        price=Price(amount=worth, currency=str(cost.currency)) if cost and worth else None,
    )
