"""The resolved party: who a noun phrase names, before it becomes an Actor or a Voice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Actor


class Sort(Enum):
    """What somebody or something is; people are several persons, a body acts as one."""

    PERSON = "person"
    PEOPLE = "people"
    BODY = "body"
    STATE = "state"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody named by tokens first..last of a sentence, head the noun that counts.

    sectors  primary first; empty when unknown
    named    False for "officials", "sources" and other nouns that hide who it is
    person   True for one person, False for bodies, states and groups; None when unknown
    plural   True when several are meant
    collective  True for a body of people that is "it" or "they": a government, the police
    place    True for a town or country that something is done to: where it is done, too
    still    True for a thing that stands where it is hit: a mill, a road
    unknown  True for a pronoun of which nobody knows whom it means
    bare     True for people or a body of whom no more is known than their word: "a baker"
    gender   "m" or "f" where a title or a word such as "wife" tells; None when unknown
    rules    ids of the entries that resolved it
    """

    first: int
    last: int
    head: int
    name: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    former: bool = False
    actor_id: str | None = None
    named: bool = True
    person: bool | None = None
    plural: bool = False
    collective: bool = False
    place: bool = False
    still: bool = False
    unknown: bool = False
    bare: bool = False
    gender: str | None = None
    rules: tuple[str, ...] = ()

    @property
    def is_state(self) -> bool:
        """Whether the party is a state by its own name, not its officials or groups."""
        return bool(self.actor_id and self.actor_id.startswith("state."))

    def at(self, first: int, last: int, head: int) -> Party:
        """Return the same party as named by other tokens."""
        return replace(self, first=first, last=last, head=head)

    def same(self, other: Party) -> bool:
        """Return whether both name the same party, as far as can be told."""
        return (self.name, self.country, self.role) == (other.name, other.country, other.role)


def actor_of(party: Party, sentence: Sentence) -> Actor:
    """Return the record of a party in its sentence."""
    start, end = sentence.starts[party.first], sentence.ends[party.last]
    return Actor(
        start=start,
        end=end,
        text=sentence.slice(party.first, party.last),
        name=party.name,
        country=party.country,
        sector=party.sectors[0] if party.sectors else None,
        sectors=party.sectors,
        role=party.role,
        former=party.former,
        actor_id=party.actor_id,
    )
