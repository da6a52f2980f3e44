"""How a source is named: by a name, as a body, by an office alone, or not at all."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from reportedly.lexicons import load
from reportedly.lexicons.schema import Role


class Naming(StrEnum):
    """How the text names a source."""

    NAME = "name"
    BODY = "body"
    ROLE = "role"
    NONE = "none"


def naming_of(name: str, named: bool) -> Naming:
    """Return how a voice of that name is named.

    name: "Bo Tinda", "Norway", also where only the claim's cast has it. body: an institution that
    the text calls by what it is ("its foreign ministry"). role: somebody of whom only the office or
    trade is given ("the agriculture minister"). none: as the coder has it, who hides who it is
    ("officials", "a source").
    """
    if not named:
        return Naming.NONE
    words = name.casefold().split()
    offices = _offices()
    whole = offices.get(" ".join(words))
    if whole is None and any(letter.isupper() for letter in name):
        return Naming.NAME
    ends = (" ".join(words[at:]) for at in range(len(words)))
    person = next((offices[end] for end in ends if end in offices), None)
    if person is None:
        return Naming.NAME
    return Naming.ROLE if person else Naming.BODY


@cache
def _offices() -> dict[str, bool]:
    """Return what roles are called → whether a person is called so."""
    found: dict[str, bool] = {}
    for role in load().table(Role):
        for word in (role.name, *role.names, *([role.plural] if role.plural else ())):
            found[word.casefold()] = found.get(word.casefold(), False) or role.person
    return found
