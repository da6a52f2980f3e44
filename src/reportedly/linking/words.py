"""What a text has in common with another: its words, weighed by how rare they are."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from reportedly.lexicons.own_word import root, stem

#: a word, with what follows an apostrophe inside it
WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")
#: nobody in particular, or nothing: they tell no two parties or acts apart
EMPTY = frozenset(
    "a an and at be been by for from he her herself him himself his i in into is it its itself me"
    " of off on or our out over she that the their them themselves they to up us was we were who"
    " with you".split()
)
_POSSESSIVE = re.compile(r"['’]s$")
_SENTENCE_ENDS = frozenset('.!?\n:"“”‘')
#: -ln of the share of running text from which on a word tells what a text is about
_COMMON = 8.5
#: of a word that the table does not hold
_RARE = 13.5
#: a number counts as much as a fairly rare word
_NUMBER = 5.0
#: names tell more of which story it is than other words as rare (measured: docs/linking.md)
_NAME = 2.0


class Weighed(NamedTuple):
    """A text's words with their weights, whose squares add up to 1, and which of them are names."""

    weights: Mapping[str, float]
    names: frozenset[str]


@cache
def _rarity() -> dict[str, float]:
    text = (files(__package__) / "data" / "common_words.toml").read_text(encoding="utf-8")
    return {word: float(rare) for rare, row in tomllib.loads(text).items() for word in row.split()}


def weighed(text: str) -> Weighed:
    """Return the words of text with their weights; the same text always gives the same."""
    counts, capitals, inside = Counter[str](), Counter[str](), Counter[str]()
    for found in WORD.finditer(text):
        word = found[0]
        key = plain(word)
        counts[key] += 1
        if word[:1].isupper():
            capitals[key] += 1
            inside[key] += not _opens(text, found.start())
    names = frozenset(
        key for key, n in counts.items() if 2 * capitals[key] > n and inside[key] and len(key) > 1
    )
    weights: dict[str, float] = {}
    for key, n in sorted(counts.items()):
        weight = _weight(key) * (1.0 + math.log(n))
        if weight > 0 and len(key) > 1:
            name = key in names
            at = key if name else _stem(key)
            weights[at] = weights.get(at, 0.0) + weight * (_NAME if name else 1.0)
    size = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return Weighed({key: weight / size for key, weight in weights.items()}, names)


_stem = lru_cache(maxsize=1 << 16)(stem)


def plain(word: str) -> str:
    """Return a word in lower case, without a possessive ending."""
    return _POSSESSIVE.sub("", word.casefold())


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text that mean somebody or something, in lower case."""
    return frozenset(plain(found[0]) for found in WORD.finditer(text)) - EMPTY


#: what the forms of a word in lower case have in common
root_of = lru_cache(maxsize=1 << 16)(root)


def roots_of(text: str) -> frozenset[str]:
    """Return what the forms of a text's words have in common, "shot" and "shooting" alike."""
    return frozenset(root(word) for word in words_of(text))


def likeness(one: Weighed, other: Weighed) -> float:
    """Return what two texts have in common, 0.0 to 1.0: the cosine of their weights."""
    ours, theirs = one.weights, other.weights
    # fsum: the same in whichever order
    return math.fsum([ours[key] * theirs[key] for key in ours.keys() & theirs.keys()])


def common(word: str) -> bool:
    """Tell whether a word in lower case is too common to tell what a text is about."""
    return _weight(word) < 0 and not word.isdigit()


def rarity(word: str) -> float:
    """Return how rare a word in lower case is, 0.0 (common) to 1.0 (not in the table)."""
    return max(0.0, _weight(word)) / (_RARE - _COMMON)


def heaviest(text: Weighed, number: int, *, names_only: bool = False) -> tuple[str, ...]:
    """Return the words that say most of what a text is about, the heaviest first."""
    words = text.weights.items()
    if names_only:
        words = {key: text.weights[key] for key in text.names if key in text.weights}.items()
    order = sorted(words, key=lambda pair: (-pair[1], pair[0]))
    return tuple(key for key, _ in order[:number])


def _weight(key: str) -> float:
    if key.isdigit():
        return _NUMBER
    return _rarity().get(key, _RARE) - _COMMON


def _opens(text: str, at: int) -> bool:
    """Tell whether a word at that place opens a sentence, where any word has a capital."""
    before = text[max(0, at - 3) : at].rstrip(" \t")
    return not before.strip() or before[-1] in _SENTENCE_ENDS
