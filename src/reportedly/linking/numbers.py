"""How many, as the words of a party say: "nine people" 9, "at least 23 pirates" 23."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportedly.linking.words import root_of

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
_TENS = dict(
    zip(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(),
        range(20, 100, 10),
        strict=True,
    )
)
_WORDS = {word: number for number, word in enumerate(_ONES)} | _TENS
_SCALES = {"hundred": 100.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_FIGURES = re.compile(r"(?<![\w.])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w.]*\d)")
_TOKEN = re.compile(r"(?<!\w)\d[\d,.]*\d(?!\w)|(?<!\w)\d(?!\w)|[a-z]+", re.I)
_WORDS_AND_SIGNS = re.compile(r"[a-z]+|\d[\d,.]*\d|\d|[^\w\s]", re.I)
_LARGE = _SCALES | {"dozen": 12.0}
#: what stands between the ends of a range
_JOINS = frozenset({"to", "or", "and", "-", "–"})
#: how many words may stand between a number and what it counts
_BETWEEN = 2
#: the number is an age, no count: "the 43-year-old", "aged 60"
_AGE = re.compile(r"\d+-year-old|\b[a-z]+-year-old|\baged \w+|, \d{1,3}\b", re.I)


def numbers_of(text: str) -> Iterator[float]:
    """Yield the numbers that a party's words count by, in text order; ages are none."""
    value: float | None = None
    for token in _TOKEN.findall(_AGE.sub(" ", text)):
        word = token.casefold()
        if word in _SCALES and value is not None:
            value *= _SCALES[word]
        elif word in _WORDS and value in _TENS.values() and _WORDS[word] < 10:
            value = (value or 0.0) + _WORDS[word]
        else:
            if value is not None:
                yield value
            value = _number(token, word)
    if value is not None:
        yield value


def counted_in(text: str) -> Mapping[str, frozenset[float]]:
    """Return what a text counts: root of a word → the numbers, from 2 on, that stand before it
    with two words between at most ("26 armed Somali pirates"), both ends of "800 to 900 fighters".
    Ages and years count nothing."""
    found: dict[str, set[float]] = {}
    values: list[float] = []
    left, before = 0, ""
    for token in _WORDS_AND_SIGNS.findall(_AGE.sub(" ", text)):
        word = token.casefold()
        number = _number(token, word)
        if number is not None:
            values = _joined(values if before == "join" else [], number, token)
            left, before = _BETWEEN + 1, "number"
        elif word in _LARGE and before == "number":
            values = [value * _LARGE[word] for value in values]
        elif word in _JOINS and before == "number":
            before = "join"
        elif word[0].isalpha() and left and word not in _JOINS:
            for value in values:
                found.setdefault(root_of(word), set()).add(value)
            left, before = left - 1, ""
        else:
            left, values, before = 0, [], ""
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _joined(before: list[float], number: float, token: str) -> list[float]:
    """Return the numbers of "800 to 900", "twenty-three" or one alone; none of what counts
    nothing."""
    if before and before[-1] in _TENS.values() and number < 10 and token.isalpha():
        return [*before[:-1], before[-1] + number]
    return [*before, number] if _counts(number, token) else before


def _counts(number: float, token: str) -> bool:
    return number > 1 and not (token.isdigit() and 1900 <= number <= 2100)


def _number(token: str, word: str) -> float | None:
    if word in _WORDS:
        return float(_WORDS[word])
    found = _FIGURES.fullmatch(token)
    return float(found[1].replace(",", "") + (found[2] or "")) if found else None
