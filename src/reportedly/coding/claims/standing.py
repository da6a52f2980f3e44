"""Things that are hit and of which no words say whose they are: of the country they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.cast.party import Party
from reportedly.records import Place

#: sectors of those who act where they are
STAYING = frozenset({"COP", "JUD"})


def standing(
    parties: Sequence[Party], doers: Sequence[Party], place: Place | None, home: str | None
) -> tuple[Party, ...]:
    """Return the parties, still things among them given the country where the act lies.

    Where its place is not told, the article's own, unless somebody did it whose state, army or
    name is known: what these strike stands abroad as often.

    home: the country that the article is about, None where that is open
    """
    country = place.country if place is not None else None
    if country is None and not any(_may_reach_abroad(p, home) for p in doers):
        country = home
    if country is None:
        return tuple(parties)
    return tuple(replace(p, country=p.country or country) if p.still else p for p in parties)


def _may_reach_abroad(party: Party, home: str | None) -> bool:
    if party.unknown or party.bare:
        return True
    stays = party.country == home and bool(STAYING & set(party.sectors))
    return party.country is not None and not stays
