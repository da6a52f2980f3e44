"""The semantic fallback: which type a predicate has that no lexicon entry knows.

A linear model over the phrase's features (`phrasing.py`) and the language model's word vectors.
It is trained by `python -m corpus train` on our own corpus and the lexicons' sentences only,
and shipped as `data/semantics.npz`; `data/semantics.toml` says how sure it must be, and how often
it was right when it had never seen the word (measured with the predicates' lemmas held out).
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Vector = Callable[[str], Floats]

#: what the model says of a word that presents no event
NO_EVENT = "NONE"
#: how many phrases are remembered
REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Guess:
    """A type for a phrase, and the share of such guesses that were right in the measurement."""

    type: str
    sure: float


class Semantics:
    """Scores phrases. vector: lemma → word vector, all zeros where the model has none."""

    def __init__(self, vector: Vector) -> None:
        with as_file(files("reportedly.coding") / "data" / "semantics.npz") as path:
            stored = np.load(path)
            self.classes = [str(name) for name in stored["classes"]]
            self._at = {str(name): n for n, name in enumerate(stored["features"])}
            self._weights: Floats = stored["weights"].astype(np.float32)
            self._dense: Floats = stored["dense"].astype(np.float32)
            self._bias: Floats = stored["bias"].astype(np.float32)
        table = _measured()
        self.least = float(table["least"])
        self._steps = [(float(low), float(share)) for low, share in table["right"]]
        self._vector = vector
        self._meaning = lru_cache(REMEMBERED)(self._meaning_of)

    def scores(self, features: Sequence[str], core: tuple[str, ...]) -> Floats:
        """Return the probability of each class, in the order of `classes`."""
        known = [self._at[f] for f in features if f in self._at]
        total = self._bias + self._meaning(core)
        if known:
            total = total + self._weights[known].sum(axis=0) / np.sqrt(len(known))
        powers = np.exp(total - total.max())
        found: Floats = (powers / powers.sum()).astype(np.float32)
        return found

    def guess(self, features: Sequence[str], core: tuple[str, ...]) -> Guess | None:
        """Return the type of the phrase; None when it is unsure, or holds it for no event."""
        found = self.scores(features, core)
        best = int(found.argmax())
        if self.classes[best] == NO_EVENT or found[best] < self.least:
            return None
        return Guess(self.classes[best], self.share(float(found[best])))

    def best(self, features: Sequence[str], core: tuple[str, ...]) -> Guess:
        """Return the likeliest type, however unsure: for a pair that is known to be joined."""
        found = self.scores(features, core)
        order = [n for n in np.argsort(-found) if self.classes[int(n)] != NO_EVENT]
        name = self.classes[int(order[0])]
        return Guess(name, self.share(float(found[int(order[0])])))

    def share(self, probability: float) -> float:
        """Return how often guesses of that probability were right on words never seen."""
        return next((share for low, share in reversed(self._steps) if probability >= low), 0.0)

    def _meaning_of(self, core: tuple[str, ...]) -> Floats:
        return meaning(core, self._vector) @ self._dense


def meaning(core: Sequence[str], vector: Vector) -> Floats:
    """Return the two unit vectors of a phrase side by side: its word, and what it governs."""
    head = vector(core[0])
    below = [vector(word) for word in core[1:]]
    mean = np.mean(below, axis=0) if below else np.zeros_like(head)
    sides = [side / (np.linalg.norm(side) + 1e-6) for side in (head, mean)]
    return np.concatenate(sides).astype(np.float32)


def _measured() -> dict[str, Any]:
    text = files("reportedly.coding").joinpath("data", "semantics.toml").read_text("utf-8")
    return tomllib.loads(text)
