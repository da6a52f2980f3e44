"""What the entries that fired for a claim make of it: a rule that is broken, a denial."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def breaks_rule(rules: Iterable[str]) -> bool:
    """Say whether one of the entries says that a rule is or would be broken."""
    return not entries("breaches").isdisjoint(rules)


def turns_down(rules: Iterable[str]) -> bool:
    """Say whether one of the entries says no more than that somebody denies or waves away what is
    told."""
    return not entries("denials").isdisjoint(rules)


@cache
def entries(name: str) -> frozenset[str]:
    """Return the ids of the entries in data/NAME.toml."""
    text = files(__package__).joinpath("data", f"{name}.toml").read_text(encoding="utf-8")
    return frozenset(tomllib.loads(text)["entries"])
