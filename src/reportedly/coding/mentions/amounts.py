"""Numbers as the words of a sentence write them: "half a million", "between 300 and 400", "$2tn".

An amount is read off the words alone; what it counts is for `quantities`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import PART_OPENERS, RANGE_OPENERS, Numerals

_DIGITS = r"\d[\d,]*(?:\.\d+)?"
_NUMBER = re.compile(rf"^({_DIGITS})([a-z]*)$")
_RANGE = re.compile(rf"^({_DIGITS})[-–—]({_DIGITS})([a-z]*)$")
_DASHES = frozenset({"-", "–", "—"})
#: "two or three", but not "20 or 500"
_NEAR = 3.0


@dataclass(frozen=True, slots=True)
class Amount:
    """A number at tokens first..last, with the words that loosen it and with its currency.

    number        where it begins behind the words that loosen it
    lower, upper  both ends of a range, or the bound that there is; lower alone for a number.
                  None for both: "dozens"
    approximate, at_least  as records.Good has them
    currency      ISO 4217, or the word of a currency that several states have; None otherwise
    """

    first: int
    number: int
    last: int
    lower: float | None
    upper: float | None = None
    approximate: bool = False
    at_least: bool = False
    currency: str | None = None

    def covers(self, i: int) -> bool:
        """Return whether token i is part of the number."""
        return self.first <= i <= self.last


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that ends in token last; value None for "dozens"; bare: without a scale word."""

    last: int
    value: float | None
    bare: bool = True
    scale: float = 1.0
    currency: str | None = None


def amounts(s: Sentence, numerals: Numerals) -> tuple[Amount, ...]:
    """Return the amounts of a sentence in text order, none overlapping."""
    found: list[Amount] = []
    k = 0
    while k < len(s):
        one = _amount(s, k, numerals) if _may_open(s.words[k], numerals) else None
        if one is not None:
            found.append(one)
        k = k + 1 if one is None else one.last + 1
    return tuple(found)


def _may_open(word: str, numerals: Numerals) -> bool:
    """Return whether a number may begin with the word: most words are passed over at once."""
    return word[0].isdecimal() or word in numerals.signs or word.lower() in numerals.first_words


def _amount(s: Sentence, k: int, numerals: Numerals) -> Amount | None:
    """Return the amount that begins at token k, loosening words included."""
    at, marks = k, set[str]()
    while opener := _phrase(s, at, numerals, numerals.openers):
        at, marks = at + opener[0], marks | {opener[1]}
    one = _spanned(s, at, numerals)
    if one is None:
        return None
    if closer := _phrase(s, one.last + 1, numerals, numerals.closers):
        one, marks = replace(one, last=one.last + closer[0]), marks | {closer[1]}
    one = replace(one, first=k)
    if "high" in marks and one.upper is None:
        one = replace(one, lower=None, upper=one.lower)
    below = "low" in marks and one.lower is not None and one.upper is None
    return replace(one, approximate=one.approximate or "about" in marks, at_least=below)


def _phrase(
    s: Sentence, k: int, numerals: Numerals, table: Mapping[tuple[str, ...], str]
) -> tuple[int, str] | None:
    """Return the length and the meaning of the longest phrase of the table that begins at k."""
    if k >= len(s) or s.words[k].lower() not in numerals.beginnings:
        return None
    for length in (4, 3, 2, 1):
        words = tuple(word.lower() for word in s.words[k : k + length])
        if len(words) == length and words in table:
            return length, table[words]
    return None


def _spanned(s: Sentence, k: int, numerals: Numerals) -> Amount | None:
    """Return a number or a range that begins at token k."""
    if k < len(s) and (double := _RANGE.match(s.words[k].lower())):
        scale = numerals.scales.get(double[3], 1.0)
        start, end = _plain(double[1]) * scale, _plain(double[2]) * scale
        return Amount(k, k, k, start, end) if start < end else None
    opened = k < len(s) and s.words[k].lower() in RANGE_OPENERS
    first = _money(s, k + opened, numerals)
    if first is None:
        return None
    joints = {"between": {"and"}, "from": {"to"}}.get(s.words[k].lower()) if opened else None
    second = _money(s, first.last + 2, numerals)
    if second is not None and s.words[first.last + 1].lower() in (joints or {"to", "or", *_DASHES}):
        low, high = _ends(first, second)
        near = s.words[first.last + 1].lower() != "or" or (low and high and high <= low * _NEAR)
        if low is not None and high is not None and low < high and near:
            currency = second.currency or first.currency
            return Amount(k, k, second.last, low, high, currency=currency)
    if opened:
        return None
    vague = first.value is None
    return Amount(k, k, first.last, first.value, approximate=vague, currency=first.currency)


def _ends(first: _Number, second: _Number) -> tuple[float | None, float | None]:
    """Return both ends; "2 to 3 million" are two millions."""
    low, high = first.value, second.value
    if low is not None and high is not None and first.bare and not second.bare:
        low = low * second.scale if low * second.scale < high else low
    return low, high


def _money(s: Sentence, k: int, numerals: Numerals) -> _Number | None:
    """Return the number at token k with the currency before or behind it."""
    sign = numerals.signs.get(s.words[k]) if k < len(s) else None
    one = _number(s, k + (sign is not None), numerals, bool(sign))
    if one is None or sign is not None or one.currency:
        return one and replace(one, currency=sign or one.currency)
    behind = one.last + 1
    if behind < len(s) and (code := currency_at(s, behind, numerals)) and not _glued(s, behind):
        return replace(one, last=behind, currency=code)
    return one


def currency_at(s: Sentence, i: int, numerals: Numerals) -> str | None:
    """Return the currency (ISO 4217) that token i is a sign, code or word of, else None."""
    word = s.words[i]
    if word in numerals.codes or word in numerals.signs:
        return numerals.signs.get(word, word)
    return numerals.currencies.get(s.lemmas[i].lower()) if not s.is_verb(i) else None


def _number(s: Sentence, k: int, numerals: Numerals, money: bool) -> _Number | None:
    """Return the number that begins at token k: digits, words, "half a million", "dozens"."""
    if k >= len(s):
        return None
    word = s.words[k].lower()
    if vague := _vague(s, k, numerals):
        return vague
    if word in PART_OPENERS or word in numerals.fractions:
        return _part(s, k, numerals)
    digits = _NUMBER.match(word)
    if digits:
        scale = numerals.scales.get(digits[2], 1e3 if digits[2] == "k" else None)
        if digits[2] and scale is None:
            return None  # "152mm"
        value = _plain(digits[1]) * (scale or 1.0)
        return _scaled(s, _Number(k, value, not scale, scale or 1.0), numerals, money)
    return _in_words(s, k, numerals)


def _vague(s: Sentence, k: int, numerals: Numerals) -> _Number | None:
    """Return "dozens", "tens of thousands", "several hundred": a number without a value."""
    word = s.words[k].lower()
    if word in numerals.vague and k + 1 < len(s) and s.words[k + 1].lower() in numerals.scales:
        return _Number(k + 1, None)
    if word not in numerals.plurals:
        return None
    last = k
    while _is(s, last + 1, "of") and last + 2 < len(s):
        if s.words[last + 2].lower() in numerals.plurals:
            last += 2
        elif code := currency_at(s, last + 2, numerals):
            return _Number(last + 2, None, currency=code)
        else:
            break
    return _Number(last, None)


def _part(s: Sentence, k: int, numerals: Numerals) -> _Number | None:
    """Return "a million", "half a million", "a quarter of a million", "half a dozen"."""
    at, value = k + (s.words[k].lower() in {"a", "an"}), 1.0
    if at < len(s) and s.words[at].lower() in numerals.fractions:
        value = numerals.fractions[s.words[at].lower()]
        at += 1 + _is(s, at + 1, "of")
        if not (_is(s, at, "a") or _is(s, at, "an")):
            return None
        at += 1
    if at == k or at >= len(s) or s.words[at].lower() not in numerals.scales:
        return None
    if s.lemmas[at] == s.words[at].lower() == "m":
        return None
    return _scaled(s, _Number(at - 1, value), numerals, False)


def _in_words(s: Sentence, k: int, numerals: Numerals) -> _Number | None:
    """Return "twenty-five", "two hundred and fifty", "three thousand"."""
    one = _below_hundred(s, k, numerals)
    return one and _scaled(s, one, numerals, False)


def _below_hundred(s: Sentence, k: int, numerals: Numerals) -> _Number | None:
    total, last = 0.0, k - 1
    at = k
    while at < len(s) and s.words[at].lower() in numerals.small and s.tags[at] != "PRP":
        total, last = total + numerals.small[s.words[at].lower()], at
        joined = s.words[at + 1 : at + 2] == ("-",) and total % 10 == 0
        at += 2 if joined else 1
        if not joined and not (total % 10 == 0 and total >= 20):
            break
    return _Number(last, total) if last >= k else None


def _scaled(s: Sentence, one: _Number, numerals: Numerals, money: bool) -> _Number:
    """Return the number times the scale words behind it: "two hundred and fifty thousand"."""
    at = one.last + 1
    if _is(s, at, "and") and _is(s, at + 1, "a") and _is(s, at + 2, "half") and one.value:
        one, at = replace(one, last=at + 2, value=one.value + 0.5), at + 3
    if at < len(s) and s.words[at] == "-" and _glued(s, at) and _scale(s, at + 1, numerals, True):
        at += 1
    scale = _scale(s, at, numerals, money)
    if scale is None or one.value is None:
        return one
    grown = _Number(at, one.value * scale, False, one.scale * scale)
    behind = at + 1 + _is(s, at + 1, "and")
    if scale == 100.0 or _is(s, at, "thousand"):
        rest = (_below_hundred if scale == 100.0 else _in_words)(s, behind, numerals)
        if rest is not None and rest.value is not None and rest.value < scale:
            value = (grown.value or 0.0) + rest.value
            grown = replace(grown, last=rest.last, value=value)
    return _scaled(s, grown, numerals, money) if grown.last > one.last else grown


def _scale(s: Sentence, k: int, numerals: Numerals, money: bool) -> float | None:
    """Return what a scale word at token k multiplies by; "m" only where it is glued, or money."""
    if k >= len(s):
        return None
    word = s.words[k].lower().rstrip(".")  # "for $40m."
    if word == "k":
        return 1e3 if _glued(s, k) else None
    if word == "m" and not money and not _glued(s, k):
        return None
    return numerals.scales.get(word)


def _glued(s: Sentence, k: int) -> bool:
    """Return whether no space stands before token k."""
    return 0 < k < len(s) and s.starts[k] == s.ends[k - 1]


def _is(s: Sentence, k: int, word: str) -> bool:
    return k < len(s) and s.words[k].lower() == word


def _plain(digits: str) -> float:
    return float(digits.replace(",", ""))
