"""A word that presents something, with the sense chosen for it."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.lexicons import Predicate


@dataclass(frozen=True, slots=True)
class Mention:
    """A predicate found at token i; last is its particle, or i. entry is the sense chosen.

    also  ids of entries that say the same thing at another word ("signed" the "accord")
    sure  for a predicate that no entry knows, how often such guesses were right; else None
    """

    i: int
    last: int
    entry: Predicate
    also: tuple[str, ...] = ()
    sure: float | None = None
