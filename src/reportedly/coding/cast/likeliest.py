"""The likeliest of several figures, by facts whose weights were learnt from marked news."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly.coding.cast.figures import Figure


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure that a mention may mean, and what speaks for and against it."""

    figure: Figure
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The figure that a mention means, None for none of them, and how sure that is.

    shares  how likely each candidate is
    """

    figure: Figure | None
    sure: float = 0.0
    shares: tuple[tuple[Figure, float], ...] = ()


def likeliest(found: Sequence[Candidate], none: Sequence[str], table: str) -> Choice:
    """Return the candidate with the most weight, none of them where `none` has more.

    table: of `data/antecedents.toml`, "pronouns" or "descriptions". A log-linear ranker as in
    Denis and Baldridge (2007), nobody being one of the candidates.
    """
    weights = learnt()[table]
    rows = [*(one.facts for one in found), none]
    scores = [sum([weights.get(fact, 0.0) for fact in row]) for row in rows]
    best = max(range(len(rows)), key=lambda k: scores[k])
    weights_of = [math.exp(score - scores[best]) for score in scores]
    whole = sum(weights_of)
    shares = tuple((one.figure, w / whole) for one, w in zip(found, weights_of, strict=False))
    figure = found[best].figure if best < len(found) else None
    return Choice(figure, round(1 / whole, 2), shares)


@cache
def learnt() -> Mapping[str, Mapping[str, float]]:
    """Return the weights of the facts by table, as fitted on marked news, and the "least"."""
    text = files("reportedly.coding").joinpath("data", "antecedents.toml").read_text("utf-8")
    return {name: dict(rows) for name, rows in tomllib.loads(text).items()}


def least(reason: str) -> float:
    """Return how sure a link of that reason must be for a claim to rest on it."""
    return learnt()["least"].get(reason, 0.9)
