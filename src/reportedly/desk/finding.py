"""The box at the head of every page: words, a party, or two parties."""

from __future__ import annotations

import re

from reportedly import views
from reportedly.desk.names import term
from reportedly.desk.query import Query
from reportedly.desk.screens.ledger import dossier_address
from reportedly.desk.unknown import name_of
from reportedly.store import Store

_BETWEEN = re.compile(r"\s*(?:,|;|—|–|→|->|\bvs?\b\.?|\band\b|\bto\b)\s*", re.IGNORECASE)


def found_address(store: Store, words: str) -> str:
    """Return where the words lead: a dossier of two known parties, the claims of one, or the
    claims with these words in their sentence."""
    words = " ".join(words.split())
    if not words:
        return "/claims"
    sides = [side for side in _BETWEEN.split(words) if side]
    known = _known(store)
    if len(sides) == 2 and all(_party(side, known) for side in sides):
        a, b = (_party(side, known) or side for side in sides)
        return dossier_address(a, b)
    if one := _party(words, known):
        return f"/claims{Query(party=one)}"
    if two := _side_by_side(words.split(), known):
        return dossier_address(*two)
    return f"/claims{Query(text=words)}"


def _side_by_side(words: list[str], known: dict[str, str]) -> tuple[str, str] | None:
    """Return two parties that stand side by side, as in "Hungary Sweden"; None where these are
    other words. A name is written with capitals in the store: "officials" may be just a word."""
    for at in range(1, len(words)):
        a, b = (_party(" ".join(part), known) for part in (words[:at], words[at:]))
        if a and b and a.casefold() != b.casefold() and a != a.lower() and b != b.lower():
            return a, b
    return None


def _known(store: Store) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in views.parties(store):
        found.setdefault(name_of(row.party).casefold(), row.party)
    return found


def _party(words: str, known: dict[str, str]) -> str | None:
    code = term(words)
    if code != words:
        return code
    return known.get(words.casefold())
