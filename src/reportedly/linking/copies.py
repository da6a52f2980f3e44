"""Which texts hold one another's sentences: near-duplicates, shortened copies, borrowed parts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

from rensa import RMinHash

#: a stretch that is compared: a sentence or line of so many words at least
LEAST_WORDS = 8
#: words to a shingle
_SHINGLE = 3
#: numbers of a sketch, and how many of them make a key. Of sentences with .8 of their shingles in
#: common, .88 have a key in common; with .5, .23; with .2, .006 – and a copy has many sentences
_SKETCH, _ROWS = 16, 4
_SEED = 11
#: how many shingles two texts have in common at least, if the one is said to copy the other
_LEAST_SHARED = 20
#: from this share of the shorter text's shingles on it is a copy. Of 31,000 pairs of reports of one
#: war the most alike that were no copies had .27; a text of ours cut to a third has .8
COPY = 0.5
_PIECES = re.compile(r"\n+|(?<=[.!?])[\"'”’)]*\s+(?=[A-Z\"“‘'(])")
_WORD = re.compile(r"[^\W_]+")


class Sketch(NamedTuple):
    """A text as copies are found by.

    keys      of its sentences; two sentences that are much alike have one in common
    shingles  hashes of each three words that stand together
    """

    keys: frozenset[int]
    shingles: frozenset[int]


class Shared(NamedTuple):
    """What two texts have in common: the share of the shorter one's shingles, 0.0 to 1.0."""

    one: str
    other: str
    share: float


def pieces_of(text: str) -> list[list[str]]:
    """Return the words of each sentence or line that is long enough to be compared."""
    rows = (_WORD.findall(piece.casefold()) for piece in _PIECES.split(text))
    return [words for words in rows if len(words) >= LEAST_WORDS]


def sketch_of(text: str) -> Sketch:
    """Return what a text is compared by; the same text gives the same, on any machine."""
    rows = [_shingles(words) for words in pieces_of(text)]
    if not rows:
        return Sketch(frozenset(), frozenset())
    digests = RMinHash.digests_from_token_sets(rows, num_perm=_SKETCH, seed=_SEED)
    keys = {
        _key(number, digest[number : number + _ROWS])
        for digest in digests
        for number in range(0, _SKETCH, _ROWS)
    }
    return Sketch(frozenset(keys), frozenset(_hash(one) for row in rows for one in row))


def shared(one: Sketch, other: Sketch) -> float:
    """Return how much of the shorter text stands in the longer one, 0.0 to 1.0."""
    common = len(one.shingles & other.shingles)
    if common < _LEAST_SHARED:
        return 0.0
    return common / min(len(one.shingles), len(other.shingles))


def copies_among(sketches: Mapping[str, Sketch]) -> list[Shared]:
    """Return every two texts of which one copies the other, by their ids, in order."""
    found = []
    for one, other in _candidates(sketches):
        share = shared(sketches[one], sketches[other])
        if share >= COPY:
            found.append(Shared(one, other, share))
    return found


def _candidates(sketches: Mapping[str, Sketch]) -> Iterator[tuple[str, str]]:
    """Yield two texts that have a key in common."""
    by_key: dict[int, list[str]] = defaultdict(list)
    for name in sorted(sketches):
        for key in sketches[name].keys:
            by_key[key].append(name)
    yield from sorted({pair for names in by_key.values() for pair in combinations(names, 2)})


def _shingles(words: Sequence[str]) -> list[str]:
    return [" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "little", signed=True)


def _key(band: int, rows: Sequence[int]) -> int:
    digest = blake2b(repr((band, tuple(rows))).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
