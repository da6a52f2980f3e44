"""A claim being put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.cast.party import Party
from reportedly.coding.mentions.amounts import Amount
from reportedly.coding.mentions.goods import Found
from reportedly.coding.mentions.noun_phrases import window
from reportedly.coding.predicates.mention import Mention
from reportedly.coding.presentation.mood import Reading
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One mention and what has been found for it so far.

    type, mode   as the entry gives them, or as composition changed them
    cameo        a code finer than type and mode, from the entry or from composition
    cost         what its goods cost together, where its clause tells
    content      head tokens of what is wanted, prevented or would follow
    dropped      True when a matrix predicate has taken the event up
    """

    mention: Mention
    reading: Reading
    type: str | None
    mode: str | None
    cameo: str | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    goods: tuple[Found, ...] = ()
    cost: Amount | None = None
    content: tuple[int, ...] = ()
    rules: tuple[str, ...] = ()
    dropped: bool = False

    @property
    def entry(self) -> Predicate:
        """The lexicon entry that fired."""
        return self.mention.entry


def distinct(parties: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties in order, nobody twice."""
    found: list[Party] = []
    for party in parties:
        if not any(party.same(other) for other in found):
            found.append(party)
    return tuple(found)


def others(parties: Sequence[Party], than: Sequence[Party]) -> tuple[Party, ...]:
    """Return the parties that are none of the second ones.

    Words that mean two of whom one is there ("Oslo asked the two countries") mean neither.
    """
    there = {p.head for p in parties if any(p.same(one) for one in than)}
    return tuple(p for p in parties if p.head not in there)


def thing(s: Sentence, t: int) -> Party:
    """Return an unresolved party: its words, and nothing else known."""
    first, last = window(s, t)
    return Party(first=first, last=last, head=t, name=s.slice(first, last), named=False)


def holds(party: Party, one: Party) -> bool:
    """Return whether a party's words hold those of another: "Court of Cassation", "Court"."""
    return party.first == one.first and one.last < party.last
