"""Measures of who is who: MUC, B³, CEAF-e, CoNLL and pairs. Pure functions.

Clusters are sets of mentions; a mention stands in one cluster of a side at most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from bench.measure import Tally

#: whatever tells one mention from another
Mention = Hashable
Clusters = Sequence[frozenset[Any]]


class Score(NamedTuple):
    """Precision and recall, 0.0 to 1.0; 0.0 where there is nothing to count."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def grouped[M: Hashable](keys: Mapping[M, Hashable]) -> list[frozenset[M]]:
    """Return the mentions with equal keys as clusters, in the order of their first mentions."""
    groups: dict[Hashable, list[M]] = {}
    for mention, key in keys.items():
        groups.setdefault(key, []).append(mention)
    return [frozenset(group) for group in groups.values()]


def muc(gold: Clusters, found: Clusters) -> Score:
    """Return the links kept of those that hold the clusters together."""
    return Score(_links(found, gold), _links(gold, found))


def _links(wanted: Clusters, given: Clusters) -> float:
    where = _places(given)
    kept = every = 0
    for cluster in wanted:
        parts = {where.get(mention, mention) for mention in cluster}
        kept += len(cluster) - len(parts)
        every += len(cluster) - 1
    return kept / every if every else 0.0


def b_cubed(gold: Clusters, found: Clusters) -> Score:
    """Return the mean over mentions of how much of a mention's cluster is shared."""
    return Score(_mean_shared(found, gold), _mean_shared(gold, found))


def _mean_shared(wanted: Clusters, given: Clusters) -> float:
    where = _places(given)
    total = mentions = 0.0
    for cluster in wanted:
        parts = Counter(where[mention] for mention in cluster if mention in where)
        total += sum(n * n for n in parts.values()) / len(cluster)
        mentions += len(cluster)
    return total / mentions if mentions else 0.0


def ceaf_e(gold: Clusters, found: Clusters) -> Score:
    """Return how alike the clusters are, one to one, in the pairing that makes it most."""
    alike = 0.0
    for rows, columns in _touching(gold, found):
        table = [[_likeness(gold[r], found[c]) for c in columns] for r in rows]
        alike += best_sum(table)
    return Score(alike / len(found) if found else 0.0, alike / len(gold) if gold else 0.0)


def _likeness(one: frozenset[Mention], other: frozenset[Mention]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _touching(gold: Clusters, found: Clusters) -> Iterable[tuple[list[int], list[int]]]:
    """Yield the groups of clusters that share mentions, as indices of both sides.

    Clusters that share none are nothing alike: the groups can be paired each by itself.
    """
    of_gold, of_found = _places(gold), _places(found)
    free = set(range(len(gold)))
    while free:
        rows, columns, ahead = set[int](), set[int](), [min(free)]
        while ahead:
            row = ahead.pop()
            if row in rows:
                continue
            rows.add(row)
            fresh = {of_found[m] for m in gold[row] if m in of_found} - columns
            columns |= fresh
            ahead += [of_gold[m] for c in fresh for m in found[c] if m in of_gold]
        free -= rows
        if columns:
            yield sorted(rows), sorted(columns)


def best_sum(table: Sequence[Sequence[float]]) -> float:
    """Return the largest sum of cells, no two in one row or column (the Hungarian method)."""
    if not table or not table[0]:
        return 0.0
    if len(table) > len(table[0]):
        table = list(zip(*table, strict=True))
    rows, columns = len(table), len(table[0])
    of_row, of_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)  # the row of each column; 0 is none, rows count from 1
    for row in range(1, rows + 1):
        _seat(row, table, of_row, of_column, taken)
    return sum(table[row - 1][c] for c, row in enumerate(taken[1:]) if row)


def _seat(
    row: int,
    table: Sequence[Sequence[float]],
    of_row: list[float],
    of_column: list[float],
    taken: list[int],
) -> None:
    """Give one more row a column along the cheapest path; costs are the cells' negatives."""
    columns = len(of_column) - 1
    least, back, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
    taken[0], at = row, 0
    while taken[at]:
        seen[at], here, step, following = True, taken[at], float("inf"), 0
        for c in range(1, columns + 1):
            if seen[c]:
                continue
            cost = -table[here - 1][c - 1] - of_row[here] - of_column[c]
            if cost < least[c]:
                least[c], back[c] = cost, at
            if least[c] < step:
                step, following = least[c], c
        for c in range(columns + 1):
            if seen[c]:
                of_row[taken[c]] += step
                of_column[c] -= step
            else:
                least[c] -= step
        at = following
    while at:
        taken[at], at = taken[back[at]], back[at]


def conll(gold: Clusters, found: Clusters) -> float:
    """Return the mean of the three F1."""
    return sum(measure(gold, found).f1 for measure in (muc, b_cubed, ceaf_e)) / 3


def pairs(gold: Clusters, found: Clusters) -> Tally:
    """Return the tally of pairs of mentions in one cluster."""
    where = _places(found)
    right = sum(
        _pairs(n)
        for cluster in gold
        for n in Counter(where[m] for m in cluster if m in where).values()
    )
    return Tally(right, sum(_pairs(len(c)) for c in found), sum(_pairs(len(c)) for c in gold))


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _places(clusters: Clusters) -> dict[Mention, int]:
    return {mention: at for at, cluster in enumerate(clusters) for mention in cluster}
