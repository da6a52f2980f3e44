"""The map: where the text puts claims. Own outline; nothing is set on a capital."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from reportedly import views
from reportedly.desk.lines import Mark, mark
from reportedly.desk.names import title
from reportedly.desk.query import Query
from reportedly.desk.screens.map_room import HEIGHT, WIDTH, Box, Spot, leader, placed
from reportedly.desk.wording import plain
from reportedly.records import Status
from reportedly.store import Store

#: degrees that a map shows at least, and what is left free around the outermost place
_LEAST, _FREE = 14.0, 0.14
_PLACES, _TALLIES = 60, 3
#: places and part of the claims that are drawn at least, and how much larger that makes them
_GATHERED, _MOST, _WORTH = 5, 0.75, 1.4
#: pixels of a letter of a name
_TOWN, _STATE = 7.0, 10.5
_STATUSES = [str(one) for one in Status]
#: how far east and how far south a place lies
_SIDES: tuple[Callable[[Place], float], ...] = (
    lambda one: one.longitude or 0.0,
    lambda one: -(one.latitude or 0.0),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """So many claims of one status and colour."""

    mark: Mark
    claims: int
    query: Query


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its tallies. region: a country; it is named, not pointed at."""

    name: str
    country: str
    region: bool
    claims: int
    tallies: tuple[Tally, ...]
    query: Query
    latitude: float | None
    longitude: float | None


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on the map. left: where its marks begin; top: their upper edge; name, anchor: where
    its name stands; leader: the end of the line that leads to them, None where they are beside it;
    quiet: no room."""

    place: Place
    x: float
    y: float
    left: float
    top: float
    name: float
    anchor: str
    leader: tuple[float, float] | None
    quiet: bool

    @property
    def words(self) -> str:
        """What is told to those who do not see the map."""
        told = ", ".join(f"{one.claims} {one.mark.words}" for one in self.place.tallies)
        return f"{self.place.name}: {told}"


@dataclass(frozen=True, slots=True)
class MapShown:
    """The screen. scale, east, south: how land's units become pixels. quiet: pins without room;
    outside: places with few claims far from the others, beyond the edge."""

    pins: tuple[Pin, ...]
    places: tuple[Place, ...]
    scale: float
    east: float
    south: float
    claims: int
    without: int
    left: int
    quiet: int
    outside: int = 0
    outside_claims: int = 0

    @property
    def middle(self) -> float:
        """Where, from the left, marks stand closest: that part is shown where all is too wide."""
        across = sorted(pin.x for pin in self.pins if not pin.quiet) or [WIDTH / 2]
        near = [sum(abs(one - x) < WIDTH / 5 for one in across) for x in across]
        return round(across[near.index(max(near))] / WIDTH, 3)


@cache
def land() -> tuple[str, ...]:
    """Return the outlines of countries as SVG paths, in tenths of degrees; see land.txt."""
    text = files("reportedly.desk").joinpath("land.txt").read_text(encoding="utf-8")
    return tuple(line.split(" ", 1)[1] for line in text.splitlines() if not line.startswith("#"))


def map_shown(store: Store, query: Query, whole: bool = False) -> MapShown:
    """Return the places of the chosen claims; whole: the world, else what they need of it."""
    every = _places(views.places(store, query.reports()), query.only_filters())
    drawn = [one for one in every if one.latitude is not None and one.longitude is not None]
    drawn = drawn[:_PLACES]
    near = drawn if whole else gathered(drawn)
    scale, east, south = _window(near, whole)
    pins = _pinned(near, scale, east, south)
    claims = sum(one.claims for one in every)
    return MapShown(
        pins=tuple(pins),
        places=tuple(every[:_PLACES]),
        scale=round(scale / 10, 5),
        east=round(east, 2),
        south=round(south, 2),
        claims=claims,
        without=views.extent(store, query.reports()).claims - claims,
        left=max(0, len(every) - _PLACES),
        quiet=sum(pin.quiet for pin in pins),
        outside=len(drawn) - len(near),
        outside_claims=sum(one.claims for one in drawn) - sum(one.claims for one in near),
    )


def _places(rows: Iterable[views.PlaceRow], query: Query) -> list[Place]:
    found: dict[str, list[views.PlaceRow]] = {}
    for row in rows:
        found.setdefault(row.place, []).append(row)
    made = [_place(key, same, query) for key, same in found.items()]
    return sorted(made, key=lambda one: (-one.claims, one.name))


def _place(key: str, rows: list[views.PlaceRow], query: Query) -> Place:
    first = rows[0]
    mine = query.but(place=key)
    country = title(first.country) if first.country else ""
    counts: dict[tuple[str, str, bool], int] = {}
    for row in rows:
        css = mark(row.type, row.status, row.alleged).css
        counts[row.status, css, row.alleged] = (
            counts.get((row.status, css, row.alleged), 0) + row.claims
        )
    ordered = sorted(counts, key=lambda one: (-counts[one], _STATUSES.index(one[0]), one[1:]))
    return Place(
        name=plain(first.name),
        country=country,
        region=first.name == country,
        claims=sum(counts.values()),
        tallies=tuple(
            Tally(
                Mark(status, css, said),
                counts[status, css, said],
                mine.but(status=(status,), voice="any" if said else "none"),
            )
            for status, css, said in ordered
        ),
        query=mine,
        latitude=first.latitude,
        longitude=first.longitude,
    )


def gathered(places: list[Place]) -> list[Place]:
    """Return the places without those at the edge that have few of the claims, where the rest is
    then drawn much larger; else all of them."""
    every = sum(one.claims for one in places)
    best, kept = places, places
    largest = _window(places, False)[0] * _WORTH
    while len(kept) > _GATHERED:
        far = {
            key(kept, key=side).query: key(kept, key=side) for key in (min, max) for side in _SIDES
        }
        rest = [[one for one in kept if one is not other] for other in far.values()]
        kept = max(rest, key=lambda some: (_window(some, False)[0], sum(o.claims for o in some)))
        if sum(one.claims for one in kept) < every * _MOST:
            break
        scale = _window(kept, False)[0]
        if scale > largest:
            best, largest = kept, scale
    return best


def _window(places: list[Place], whole: bool) -> tuple[float, float, float]:
    """Return pixels a degree, and the pixels by which east and south are moved."""
    if whole or not places:
        scale = WIDTH / 360
        return scale, WIDTH / 2, 84 * scale
    east = [one.longitude or 0.0 for one in places]
    south = [-(one.latitude or 0.0) for one in places]
    wide = max((max(east) - min(east)) * (1 + 2 * _FREE), _LEAST)
    high = max((max(south) - min(south)) * (1 + 2 * _FREE), _LEAST * HEIGHT / WIDTH)
    scale = max(min(WIDTH / wide, HEIGHT / high), WIDTH / 360)
    middle = ((max(east) + min(east)) / 2, (max(south) + min(south)) / 2)
    return scale, WIDTH / 2 - middle[0] * scale, HEIGHT / 2 - middle[1] * scale


def _pinned(places: list[Place], scale: float, east: float, south: float) -> list[Pin]:
    """Return the places with room for their marks; those that most is told of choose first."""
    spots = [
        Spot(
            x=(place.longitude or 0.0) * scale + east,
            y=-(place.latitude or 0.0) * scale + south,
            signs=min(len(place.tallies), _TALLIES),
            dot=not place.region,
            name=len(place.name) * (_STATE if place.region else _TOWN),
        )
        for place in places
    ]
    rooms = placed(spots)
    return [_pin(*each) for each in zip(places, spots, rooms, strict=True)]


def _pin(place: Place, spot: Spot, box: Box | None) -> Pin:
    x, y = round(spot.x, 1), round(spot.y, 1)
    if box is None:
        return Pin(place, x, y, x, y, x, "start", None, True)
    return Pin(
        place,
        x,
        y,
        round(box.signs, 1),
        round(box.top, 1),
        round(box.name, 1),
        box.anchor,
        leader(spot, box),
        False,
    )
