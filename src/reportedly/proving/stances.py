"""Whether a stance shows in a sentence: by its own words, and the built-in negations."""

from __future__ import annotations

from functools import cache

from reportedly.coding.remarks.stances import Stances
from reportedly.lexicons import Stance, load


def shows(entry: Stance, text: str) -> bool:
    """Return whether the entry shows its stance in the text, or turns one around there."""
    others = (one for one in _negations() if one.id != entry.id)
    return Stances([*others, entry]).fires(entry.id, text)


@cache
def _negations() -> tuple[Stance, ...]:
    return tuple(one for one in load().table(Stance) if one.stance == "negation")
