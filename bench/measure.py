"""The measures themselves: precision, recall, F1, correlations, distances. Pure functions."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: an interval of characters, end excluded
Pair = tuple[int, int]
#: what stands for "no answer" among the labels
NONE = "NONE"
EARTH_KM = 6371.0088


@dataclass(frozen=True, slots=True)
class Tally:
    """Right answers, answers given, answers wanted."""

    right: int = 0
    given: int = 0
    wanted: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.given + other.given, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """Share of the answers given that are right; None when none was given."""
        return self.right / self.given if self.given else None

    @property
    def recall(self) -> float | None:
        """Share of the answers wanted that were found; None when none was wanted."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; None when nothing was given and nothing wanted."""
        both = self.given + self.wanted
        return 2 * self.right / both if both else None


def tallies(gold: Sequence[str], found: Sequence[str]) -> dict[str, Tally]:
    """Return a tally per gold label, sorted by label. NONE among found is no answer."""
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    given, wanted = Counter(found), Counter(gold)
    return {label: Tally(right[label], given[label], wanted[label]) for label in sorted(wanted)}


def macro_f1(gold: Sequence[str], found: Sequence[str]) -> float | None:
    """Return the mean F1 over the labels that gold holds; None without items."""
    scores = [tally.f1 or 0.0 for tally in tallies(gold, found).values()]
    return sum(scores) / len(scores) if scores else None


def accuracy(gold: Sequence[str], found: Sequence[str]) -> float | None:
    """Return the share of items with the gold label; None without items."""
    same = sum(g == f for g, f in zip(gold, found, strict=True))
    return same / len(gold) if gold else None


def confusion(gold: Sequence[str], found: Sequence[str]) -> dict[str, dict[str, int]]:
    """Return how often each gold label was answered by each label, both sorted."""
    table: dict[str, Counter[str]] = {}
    for g, f in zip(gold, found, strict=True):
        table.setdefault(g, Counter())[f] += 1
    return {g: dict(sorted(table[g].items())) for g in sorted(table)}


def shared(one: Iterable[Pair], other: Iterable[Pair]) -> int:
    """Return how many characters two lists of intervals have in common."""
    others = list(other)
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in one for b in others)


def overlap(one: Sequence[Pair], other: Sequence[Pair]) -> float:
    """Return shared characters over all characters, 0.0 to 1.0 (Jaccard)."""
    both = shared(one, other)
    every = sum(b - a for a, b in (*one, *other)) - both
    return both / every if every else 0.0


def pearson(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Return Pearson's r; None for fewer than two pairs or a constant side."""
    n = len(xs)
    if n < 2:
        return None
    mx, my = sum(xs) / n, sum(ys) / n
    dx, dy = [x - mx for x in xs], [y - my for y in ys]
    spread = math.sqrt(sum(d * d for d in dx) * sum(d * d for d in dy))
    if not spread:
        return None
    return sum(a * b for a, b in zip(dx, dy, strict=True)) / spread


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Return Spearman's rank correlation, ties at their mean rank; None as for pearson."""
    return pearson(_ranks(xs), _ranks(ys))


def _ranks(values: Sequence[float]) -> list[float]:
    order = sorted(range(len(values)), key=lambda i: values[i])
    ranks = [0.0] * len(values)
    at = 0
    while at < len(order):
        last = at
        while last + 1 < len(order) and values[order[last + 1]] == values[order[at]]:
            last += 1
        for i in order[at : last + 1]:
            ranks[i] = (at + last) / 2
        at = last + 1
    return ranks


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two (latitude, longitude) in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, half)))
