"""How many, as the words of a party say: "nine people" 9, "at least 23 pirates" 23."""

from __future__ import annotations

import re
from collections.abc import Iterator

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


def _number(token: str, word: str) -> float | None:
    if word in _WORDS:
        return float(_WORDS[word])
    found = _FIGURES.fullmatch(token)
    return float(found[1].replace(",", "") + (found[2] or "")) if found else None
