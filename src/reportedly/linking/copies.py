"""Which texts hold one another's sentences: near-duplicates, shortened copies, borrowed parts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

from rensa import RMinHash

from reportedly.linking.spans import UNDATED, near

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
#: of the shorter text's keys one in so many is in the other one, or the two are not compared. Of
#: 30,000 pairs of synthetic reports with a key in common every copy had half of them
ONE_KEY_OF = 20
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


def copies_among(
    sketches: Mapping[str, Sketch], spans: Mapping[str, int] | None = None
) -> list[Shared]:
    """Return every two texts of which one copies the other, by their ids, in order.

    spans: as spans.copied_in has them; None where all appeared about one time.
    """
    found = []
    for one, other in _candidates(sketches, spans or dict.fromkeys(sketches, UNDATED)):
        share = shared(sketches[one], sketches[other])
        if share >= COPY:
            found.append(Shared(one, other, share))
    return found


def enough(common: int, one: int, other: int) -> bool:
    """Tell whether texts with so many keys, so many of them in common, may be copies.

    A line gives four keys at most, so one that stands under many texts makes no candidates of the
    longer ones among them.
    """
    return common * ONE_KEY_OF >= min(one, other)


def _candidates(
    sketches: Mapping[str, Sketch], spans: Mapping[str, int]
) -> Iterator[tuple[str, str]]:
    """Yield two texts that have enough keys in common and appeared about one time."""
    by_key: dict[int, list[str]] = defaultdict(list)
    for name in sorted(sketches):
        for key in sketches[name].keys:
            by_key[key].append(name)
    common = Counter(
        pair
        for names in by_key.values()
        for pair in combinations(names, 2)
        if near(spans[pair[0]], spans[pair[1]])
    )
    for (one, other), keys in sorted(common.items()):
        if enough(keys, len(sketches[one].keys), len(sketches[other].keys)):
            yield one, other


def _shingles(words: Sequence[str]) -> list[str]:
    return [" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)]


def _hash(shingle: str) -> int:
    return int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest(), "little", signed=True)


def _key(band: int, rows: Sequence[int]) -> int:
    digest = blake2b(repr((band, tuple(rows))).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
