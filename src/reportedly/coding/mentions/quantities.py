"""Numbers, amounts and currencies in a sentence."""

from __future__ import annotations

import re

from reportedly.coding.mentions.noun_phrases import window
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Numerals

_NUMBER = re.compile(r"^\d[\d,]*(\.\d+)?$")
_GLUED = re.compile(r"^(\d[\d,]*(?:\.\d+)?)(k|m|mn|bn|tn)$")


def currency_of(s: Sentence, i: int, numerals: Numerals) -> str | None:
    """Return the currency (ISO 4217) that token i is a sign or word of, else None."""
    return numerals.signs.get(s.words[i]) or numerals.currencies.get(s.lemmas[i])


def number(s: Sentence, i: int, numerals: Numerals) -> float | None:
    """Return the number that modifies token i; None without one."""
    value, scale = None, 1.0
    first, _ = window(s, i)
    inside = set(s.subtree(i)) if first < i else set()
    for k in range(first, i):
        if k not in inside or s.deps[k] == "poss":
            continue
        word = s.words[k].lower()
        if _NUMBER.match(word):
            value = float(word.replace(",", ""))
        elif glued := _GLUED.match(word):
            value = float(glued[1].replace(",", "")) * numerals.scales.get(glued[2], 1e3)
        elif word in numerals.small and s.tags[k] == "CD":
            value = numerals.small[word]
        elif word in numerals.scales and s.tags[k] == "CD":
            scale = numerals.scales[word]
            value = value if value is not None else 1.0
    return None if value is None else value * scale


def amount(s: Sentence, i: int, numerals: Numerals) -> tuple[float | None, int]:
    """Return the amount that begins at token i and its last token; None, i - 1 without one."""
    if i >= len(s):
        return None, i - 1
    word = s.words[i].lower()
    glued = _GLUED.match(word)
    if glued:
        return float(glued[1].replace(",", "")) * numerals.scales.get(glued[2], 1e3), i
    if not _NUMBER.match(word):
        return None, i - 1
    value = float(word.replace(",", ""))
    if i + 1 < len(s) and s.words[i + 1].lower() in numerals.scales:
        return value * numerals.scales[s.words[i + 1].lower()], i + 1
    return value, i
