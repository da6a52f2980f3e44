"""Pairs → groups, by the best pair of two groups and the mean over all. Order is nothing."""

from __future__ import annotations

import heapq
from collections.abc import Collection, Iterable, Mapping

Pair = tuple[int, int]
#: sum of the scores of two groups' pairs, how many there are, and the best one
_Pairs = tuple[int, int, int]
_NONE = (0, 0, -1_000_000)


def components(number: int, edges: Iterable[Pair]) -> list[list[int]]:
    """Return the members that edges join, one by another, in order; each one is in one list.

    Two groups are joined only where some pair of theirs has 0 or more: what no such pair joins can
    be grouped apart from the rest.
    """
    head = list(range(number))

    def root(member: int) -> int:
        while head[member] != member:
            head[member] = member = head[head[member]]
        return member

    for one, other in edges:
        a, b = sorted((root(one), root(other)))
        head[b] = a
    found: dict[int, list[int]] = {}
    for member in range(number):
        found.setdefault(root(member), []).append(member)
    return list(found.values())


class Groups:
    """Groups that grow by joining the two whose mean score is the highest.

    They are joined while some pair of theirs has 0 or more and the mean is not below `loose`: one
    pair may bring in what is told too briefly to be alike to all, unless it is unlike the rest.

    Scores are whole numbers, and ties go to the groups with the smaller members, so the result
    depends on the scores alone. Every member is a group of one at first.
    """

    def __init__(
        self,
        number: int,
        scores: Mapping[Pair, int],
        never: int,
        apart: Collection[Pair] = (),
        loose: int = 0,
        means: Mapping[Pair, int] | None = None,
    ) -> None:
        """number: how many members; never: what a pair counts that has no score; means: what a pair
        counts in a mean, its score where it is not given."""
        self._never, self._loose = never, loose
        self._members = {member: [member] for member in range(number)}
        #: group → other group → (sum, how many pairs, the best one)
        self._beside: dict[int, dict[int, _Pairs]] = {g: {} for g in range(number)}
        self._foes: dict[int, set[int]] = {}
        self._heap: list[tuple[float, int, int]] = []
        for (one, other), score in scores.items():
            counted = (means or scores).get((one, other), score)
            self._put(one, other, (counted, 1, score))
        for one, other in apart:
            self._foes.setdefault(one, set()).add(other)
            self._foes.setdefault(other, set()).add(one)

    def join(self, together: Collection[Pair] = ()) -> list[list[int]]:
        """Return the groups, members in order; those `together` names are joined first."""
        where = {member: member for member in self._members}
        for one, other in sorted(together):
            a, b = sorted((where[one], where[other]))
            if a != b:
                where.update(dict.fromkeys(self._members[b], a))
                self._merge(a, b)
        for one, beside in self._beside.items():
            for other in beside:
                self._offer(one, other)
        while self._heap:
            cost, one, other = heapq.heappop(self._heap)
            if self._stands(-cost, one, other):
                self._merge(one, other)
        return sorted(sorted(group) for group in self._members.values())

    def _put(self, one: int, other: int, part: _Pairs) -> None:
        self._beside[one][other] = part
        self._beside[other][one] = part

    def _mean(self, one: int, other: int) -> float:
        total, pairs, _ = self._beside[one].get(other, _NONE)
        every = len(self._members[one]) * len(self._members[other])
        return (total + self._never * (every - pairs)) / every

    def _offer(self, one: int, other: int) -> None:
        """Keep in mind that the two could be joined. A group is named by its smallest member."""
        mean = self._mean(one, other)
        firm = self._beside[one].get(other, _NONE)[2] >= 0
        if firm and mean >= self._loose and other not in self._foes.get(one, ()):
            heapq.heappush(self._heap, (-mean, min(one, other), max(one, other)))

    def _stands(self, mean: float, one: int, other: int) -> bool:
        """Tell whether an offer still stands: neither side has grown or gone since."""
        if one not in self._members or other not in self._beside[one]:
            return False
        return other not in self._foes.get(one, ()) and mean == self._mean(one, other)

    def _merge(self, one: int, other: int) -> None:
        keep, gone = min(one, other), max(one, other)
        self._members[keep] += self._members.pop(gone)
        foes = self._foes.pop(gone, set())
        self._foes.setdefault(keep, set()).update(foes)
        for foe in foes:
            self._foes[foe].discard(gone)
            self._foes[foe].add(keep)
        taken = self._beside.pop(gone)
        for third, (total, pairs, best) in taken.items():
            del self._beside[third][gone]
            if third != keep:
                old = self._beside[keep].get(third, _NONE)
                self._put(keep, third, (old[0] + total, old[1] + pairs, max(old[2], best)))
        for third in self._beside[keep]:
            self._offer(keep, third)
