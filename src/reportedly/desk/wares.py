"""Goods as a user types them, against the categories that claims carry."""

from __future__ import annotations

from functools import cache

from reportedly.lexicons import Good
from reportedly.lexicons.entries import read_file
from reportedly.lexicons.load import built_in


@cache
def wares() -> dict[str, str]:
    """Return name (folded) → category, of the built-in goods."""
    found: dict[str, str] = {}
    for path in sorted((built_in() / "goods").glob("*.toml")):
        for _, entry in read_file(path, path.name)[0]:
            if isinstance(entry, Good):
                for name in (entry.name, *entry.names):
                    found.setdefault(name.casefold(), entry.category)
    return found


@cache
def categories() -> tuple[str, ...]:
    """Return the categories and what they lie below, sorted."""
    found = set(wares().values())
    return tuple(sorted(found | {one.partition(".")[0] for one in found}))


def category(words: str) -> str:
    """Return the category where words name a good, one or several ("shells", "artillery shell"), or
    end with one ("old shells"); else the words as they are."""
    folded = words.strip().casefold()
    if folded in categories():
        return folded
    parts = folded.split()
    for at in range(len(parts)):
        for one in _singular(" ".join(parts[at:])):
            if one in wares():
                return wares()[one]
    return words


def ware(code: str) -> str:
    """Return a category as a person reads it: "raw materials · gold"."""
    return code.replace("_", " ").replace(".", " · ")


def _singular(words: str) -> tuple[str, ...]:
    """Return the words, and what they may be one of."""
    ends = (("s", ""), ("es", ""), ("ies", "y"))
    found = (words.removesuffix(end) + rest for end, rest in ends if words.endswith(end))
    return (words, *found)
