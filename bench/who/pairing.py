"""Mentions of ours beside marked ones: which is which. Pure functions.

A marked mention is found where one of ours has half of its characters in common with it, or
begins where it begins and ends inside it: where relative clauses and appositions are marked as
parts of a mention, ours are shorter. One to one, the likest first.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bench.measure import Pair, overlap

HALF = 0.5
#: an article and a space before our first word
ARTICLE = 4


def paired(gold: Collection[Pair], ours: Sequence[Pair]) -> dict[Pair, int]:
    """Return the index of our mention for each marked one that is found."""
    likely = []
    for at, own in enumerate(ours):
        for mark in gold:
            if mark[0] < own[1] and own[0] < mark[1]:
                common = overlap([mark], [own])
                if common >= HALF:
                    likely.append((common, mark, at))
                elif own[1] <= mark[1] and 0 <= own[0] - mark[0] <= ARTICLE:
                    likely.append((common * HALF, mark, at))
    found: dict[Pair, int] = {}
    taken: set[int] = set()
    for _, mark, at in sorted(likely, key=lambda one: (-one[0], one[1], one[2])):
        if mark not in found and at not in taken:
            found[mark] = at
            taken.add(at)
    return found
