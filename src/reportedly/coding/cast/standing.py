"""Who stands at which words of a sentence, by the whole article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.coding.cast.memory import has_name
from reportedly.coding.cast.party import Party


@dataclass(frozen=True, slots=True)
class Standing:
    """Who is meant at a head, as parties without rules: one, or several named side by side.

    sure  whether a claim may rest on it
    own   whether the words themselves name it, so that the article only adds what they leave out
    told  whether words of the article name it as a party; False for "users", "a crane driver"
    country  of whoever is meant, where that is sure though it is not who
    """

    parties: tuple[Party, ...]
    sure: bool
    own: bool
    told: bool = True
    country: str | None = None

    def at(self, first: int, last: int) -> tuple[Party, ...]:
        """Return the parties as named by the tokens from first to the head last."""
        return tuple(party.at(first, last, last) for party in self.parties)

    def placing(self, party: Party) -> Party:
        """Return a party of whom it is open who it is, and sure whose."""
        of_one = party.unknown or not party.plural
        return replace(party, country=self.country) if of_one and not party.country else party

    def completing(self, party: Party) -> Party:
        """Return a party that words of their own name, with what the article tells besides."""
        known = self.parties[0]
        other = known.person is not party.person or party.actor_id is not None or party.is_state
        if other or len(self.parties) > 1:
            return party
        apart = None not in (party.country, known.country) and party.country != known.country
        longer = has_name(known) and len(known.name) > len(party.name) and not apart
        return replace(
            party,
            name=known.name if longer else party.name,
            named=party.named or longer,
            country=party.country or known.country,
            sectors=party.sectors or known.sectors,
            role=party.role or known.role,
            actor_id=party.actor_id or known.actor_id,
            gender=party.gender or known.gender,
        )
