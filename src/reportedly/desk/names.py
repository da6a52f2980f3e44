"""Names of countries as a user types them, against the codes that claims carry."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from reportedly.lexicons import State
from reportedly.lexicons.entries import read_file
from reportedly.lexicons.load import built_in


@cache
def _states() -> tuple[dict[str, str], dict[str, str]]:
    """Return name (folded) → code, and code → name, of the built-in states."""
    codes: dict[str, str] = {}
    names: dict[str, str] = {}
    for path in sorted((built_in() / "states").glob("*.toml")):
        for _, entry in read_file(path, path.name)[0]:
            if isinstance(entry, State) and entry.sector is None:
                names.setdefault(entry.code, entry.name)
                for name in (entry.name, *entry.names):
                    codes.setdefault(name.casefold(), entry.code)
    return codes, names


def term(words: str) -> str:
    """Return the country code where words are a country's name, else words as they are.

    A name alone would miss those who are known by other names: "Moscow", "Mr Putin".
    """
    return _states()[0].get(words.strip().casefold(), words)


def title(words: str) -> str:
    """Return the country's name where words are its code or name, else words as they are."""
    return _states()[1].get(term(words), words)


def near(value: str, known: Iterable[str], number: int = 3) -> list[str]:
    """Return the known words nearest to value, the case not minded, best first."""
    from difflib import get_close_matches

    folded: dict[str, str] = {}
    for word in known:
        folded.setdefault(word.casefold(), word)
    found = get_close_matches(value.casefold(), list(folded), n=number, cutoff=0.6)
    return [folded[word] for word in found]
