"""Counts by document, and the rates that they give, with intervals by drawing documents anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from bench.measure import Tally

DRAWS, SEED = 1000, 17
#: what Pearson's r is made of: n, sums, sums of squares and of products
MOMENTS = ("n", "x", "y", "xx", "yy", "xy")

Numbers = np.ndarray[Any, np.dtype[np.float64]]


class Counts(Counter[tuple[str, str, str]]):
    """Sums of one document by group, measure and part; of a share, `right` and `every`."""

    def share(self, groups: Sequence[str], measure: str, right: float, every: float = 1) -> None:
        """Count items of a share in each group."""
        for group in groups:
            self[group, measure, "right"] += right  # type: ignore[assignment]
            self[group, measure, "every"] += every  # type: ignore[assignment]

    def match(self, groups: Sequence[str], name: str, tally: Tally) -> None:
        """Count precision, recall and F1 of what is matched, under `name P` and so on."""
        self.share(groups, f"{name} P", tally.right, tally.given)
        self.share(groups, f"{name} R", tally.right, tally.wanted)
        self.share(groups, f"{name} F1", tally.right, (tally.given + tally.wanted) / 2)

    def correlate(self, groups: Sequence[str], measure: str, x: float, y: float) -> None:
        """Count one pair of numbers in each group."""
        for group in groups:
            for part, value in zip(MOMENTS, (1, x, y, x * x, y * y, x * y), strict=True):
                self[group, measure, part] += value  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Rate:
    """A share or a correlation: its value, the middle 95 % of the draws, what it rests on."""

    value: float | None
    interval: tuple[float, float] | None
    count: int


def rates(
    documents: Sequence[Counts], draws: int = DRAWS, seed: int = SEED
) -> dict[tuple[str, str], Rate]:
    """Return every measure of every group; the interval is by whole documents drawn anew."""
    keys = list(dict.fromkeys(key for one in documents for key in one))
    if not keys:
        return {}
    table = np.array([[one[key] for key in keys] for one in documents], dtype=np.float64)
    drawn = np.random.default_rng(seed).multinomial(
        len(documents), [1 / len(documents)] * len(documents), size=draws
    )
    sums = np.vstack([table.sum(axis=0), drawn @ table])
    columns: dict[tuple[str, str], dict[str, Numbers]] = {}
    for at, (group, measure, part) in enumerate(keys):
        columns.setdefault((group, measure), {})[part] = sums[:, at]
    return {key: _rate(parts) for key, parts in columns.items()}


def _rate(parts: Mapping[str, Numbers]) -> Rate:
    with np.errstate(divide="ignore", invalid="ignore"):
        values = _pearson(parts) if "n" in parts else parts["right"] / parts["every"]
    count = int(parts["n"][0] if "n" in parts else parts["every"][0])
    spread = values[1:][np.isfinite(values[1:])]
    if not np.isfinite(values[0]) or not len(spread):
        return Rate(None, None, count)
    low, high = np.percentile(spread, [2.5, 97.5])
    return Rate(float(values[0]), (float(low), float(high)), count)


def _pearson(parts: Mapping[str, Numbers]) -> Numbers:
    n, x, y, xx, yy, xy = (parts[name] for name in MOMENTS)
    spread: Numbers = (n * xx - x * x) * (n * yy - y * y)
    found: Numbers = (n * xy - x * y) / np.sqrt(np.maximum(spread, 0.0))
    return found
