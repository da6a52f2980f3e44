"""Looks names up in the place index and tells namesakes apart."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reportedly.coding.places.build import build, index_path
from reportedly.coding.places.candidate import Candidate
from reportedly.coding.places.names import PlaceNames
from reportedly.coding.places.scoring import (
    AT_HOME,
    IN_REGION,
    OUTLET,
    Belief,
    in_context,
    weight,
)

MOST = 80  # candidates of one name that are looked at, the weightiest first
_FIND = """
SELECT p.name, p.country, p.region, p.latitude, p.longitude, p.geonames_id, p.population,
       p.feature, n.main
FROM name n JOIN place p ON p.id = n.place WHERE n.key = ? ORDER BY p.id
"""

#: a name with the region that follows it ("Paris", "Texas"), or None
Mention = tuple[str, str | None]


#: features that hold towns
WIDE = frozenset({"country", "state", "county", "region", "sea", "continent"})
#: inhabitants from which a name alone tells the country, and how much larger than a namesake,
#: and than a town that is also called so
CITY, CLEAR, CLEARER = 30_000, 5, 2


class Gazetteer:
    """Names → places. Open it once; lookups are cached."""

    def __init__(self, path: Path, names: PlaceNames) -> None:
        self._names = names
        self._base = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        self._find = lru_cache(maxsize=20_000)(self._look_up)

    @classmethod
    def open(cls, names: PlaceNames) -> Gazetteer:
        """Return the gazetteer; its index is built first where it is not there yet (seconds).

        names: how names of places are written
        """
        path = index_path(names)
        return cls(path if path.exists() else build(names, path), names)

    def close(self) -> None:
        """Close the index."""
        self._base.close()

    def shortens(self, name: str) -> bool:
        """Return whether the name is a known short form: "Tex."."""
        return self._names.long(name) != name

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Return the places that the name may stand for, weightiest first; empty when unknown."""
        return self._find(name)

    def country_of(self, name: str) -> str | None:
        """Return the country of a city that hardly anybody would take for another, else None."""
        found = [c for c in self.candidates(name) if c.feature in {"city", "capital"}]
        first = max(found, key=lambda c: c.population, default=None)
        if first is None or first.population < CITY:
            return None
        abroad = (c for c in self.candidates(name) if c.country != first.country)
        others = [c for c in abroad if c.feature not in {"state", "county"}]
        rivals = [c.population * (CLEAR if c.main else CLEARER) for c in others]
        return first.country if first.population >= max(rivals, default=0) else None

    def town_in(self, name: str, region: str) -> Candidate | None:
        """Return the town of that name in the region named after it: "Paris", "Texas"."""
        options = [c for c in self.candidates(name) if c.feature not in WIDE]
        inside = zip(self._in_region(options, region), options, strict=True)
        return next((option for bonus, option in inside if bonus), None)

    def area_of(self, name: str) -> Candidate | None:
        """Return the state or region of that name; None where the name is a country's, too."""
        found = self.candidates(name)
        first = found[0] if found else None
        return first if first and first.main and first.feature in {"state", "region"} else None

    def _look_up(self, name: str) -> tuple[Candidate, ...]:
        name = self._names.long(name)
        if len(name) < 3 and not name.isupper():  # "in" is no name, "IN" may be Indiana
            return ()
        for variant in self._names.variants(name):
            rows = self._base.execute(_FIND, (self._names.fold(variant),)).fetchall()
            found = [c for c in map(_candidate, rows) if self._names.allows(name, variant, c)]
            if found:
                found.sort(key=lambda c: -weight(c))
                return tuple(found[:MOST])
        return ()

    def resolve(
        self,
        name: str,
        *,
        countries: Collection[str] = (),
        near: Sequence[tuple[float, float]] = (),
        region: str | None = None,
    ) -> Candidate | None:
        """Return the place most likely meant, or None for an unknown name.

        countries  codes that the document names        near  points of its other places
        region     what follows the name: "Texas" in "Paris, Texas"
        """
        options = self.candidates(name)
        if not options:
            return None
        bonus = self._in_region(options, region)
        scores = [in_context(c, countries, near) + b for c, b in zip(options, bonus, strict=True)]
        return options[scores.index(max(scores))]

    def resolve_all(
        self,
        mentions: Sequence[Mention],
        *,
        countries: Collection[str] = (),
        homes: Mapping[str, Collection[str]] = MappingProxyType({}),
        outlet: str | None = None,
        unsure: Collection[str] = (),
    ) -> list[Candidate | None]:
        """Return one place a mention, each chosen in the light of all the others.

        A name that occurs several times is resolved once, with any region that follows it or
        another form of it. homes: by name, the countries of those who act there and act at home.
        outlet: the country of whoever prints it. unsure: names that say nothing about others.
        """
        stems = {name: self._names.stem(name) for name, _ in mentions}
        regions: dict[str, str] = {}
        for name, region in mentions:
            if region and self._area(region):
                regions.setdefault(stems[name], region)
        names = [n for n in stems if self.candidates(n)]
        if not names:
            return [None] * len(mentions)
        options = [self.candidates(name) for name in names]
        base = []
        for name, places in zip(names, options, strict=True):
            bonus = self._in_region(places, regions.get(stems[name]))
            home = homes.get(name, ())
            plain = [in_context(c, countries, ()) + AT_HOME * (c.country in home) for c in places]
            plain = [p + OUTLET * (c.country == outlet) for p, c in zip(plain, places, strict=True)]
            base.append([p + b for p, b in zip(plain, bonus, strict=True)])
        numbers = {stem: n for n, stem in enumerate(dict.fromkeys(stems[n] for n in names))}
        groups = [numbers[stems[name]] for name in names]
        scores = Belief(options, base, groups, [n not in unsure for n in names]).settle()
        best = {
            name: places[found.index(max(found))]
            for name, places, found in zip(names, options, scores, strict=True)
        }
        return [best.get(name) for name, _ in mentions]

    def _area(self, region: str) -> Candidate | None:
        """Return the state, country or region of that name, or None."""
        found = (c for c in self.candidates(region) if c.feature in {"state", "country", "region"})
        return next(found, None)

    def _in_region(self, options: Sequence[Candidate], region: str | None) -> list[float]:
        """Return the bonus of each candidate that lies in the region named after it."""
        areas = (
            [c for c in self.candidates(region) if c.feature in {"state", "country", "region"}]
            if region
            else []
        )
        states = {(a.country, a.region) for a in areas if a.feature == "state"}
        countries = {a.country for a in areas if a.feature != "state"}
        return [
            IN_REGION * ((c.country, c.region) in states or c.country in countries) for c in options
        ]


def _candidate(row: Sequence[Any]) -> Candidate:
    name, country, region, latitude, longitude, identity, people, feature, main = row
    return Candidate(
        name, country, region, latitude, longitude, identity, people, feature, bool(main)
    )
