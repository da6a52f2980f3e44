"""One place that a name may stand for."""

from __future__ import annotations

import math
from dataclasses import dataclass

EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place of the gazetteer, as one possible meaning of a name.

    name         the gazetteer's name
    country      ISO 3166-1 alpha-3, Kosovo as KOS; None for seas and regions of several countries
    region       first-level division: the postal code of a US state, else GeoNames' admin1 code
    latitude, longitude  degrees, WGS 84
    geonames_id  None for places that are the project's own
    population   0 where unknown
    feature      country, capital, city, state, county, region, sea, island, facility, continent
    main         false when the name asked for is one of the place's other names
    """

    name: str
    country: str | None
    region: str | None
    latitude: float
    longitude: float
    geonames_id: int | None
    population: int
    feature: str
    main: bool = True

    @property
    def point(self) -> tuple[float, float]:
        """Latitude and longitude."""
        return (self.latitude, self.longitude)


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the great-circle distance of two points (latitude, longitude) in kilometres."""
    lat1, lon1, lat2, lon2 = map(math.radians, (*one, *other))
    half = math.sin((lat2 - lat1) / 2) ** 2
    half += math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(half)))
