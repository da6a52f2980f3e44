"""The words of whoever acts or is acted upon: names of somebody, and what kind they are."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.linking.words import root_of, words_of
from reportedly.records import Actor

#: letters: "men", "two" and the like are counted differently in one report
_SHORT = 3


def words_named(parties: Iterable[Actor]) -> frozenset[str]:
    """Return the words of the parties' own names, in lower case."""
    return frozenset(word for party in parties for word in words_of(own_name(party.name)))


def own_name(name: str) -> str:
    """Return the words of a party's name that are its own: "Mr Kodjo's aide" is not Mr Kodjo."""
    whose, _, own = name.replace("’", "'").rpartition("'s ")
    return own if whose and own else name


def kinds_of(parties: Iterable[Actor]) -> frozenset[str]:
    """Return the roots of the words that tell what the parties are: pirates, soldiers."""
    words = words_named(parties)
    return frozenset(root_of(word) for word in words if word.isalpha() and len(word) > _SHORT)


def names_of(parties: Iterable[Actor], names: frozenset[str]) -> frozenset[str]:
    """Return those words of the parties that name somebody: "Jamal Williams", not "the suspect"."""
    found = set[str]()
    for party in parties:
        words = words_of(own_name(party.name))
        found |= words if party.actor_id else words & names
    return frozenset(found)
