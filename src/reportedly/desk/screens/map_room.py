"""Room on the map: where the signs and the name of a place stand, and what leads to the place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

WIDTH, HEIGHT = 900.0, 520.0
#: pixels of one sign with its number, across, and of signs above their name, upright
_SIGN, _HIGH = 36.0, 36.0
#: how far off signs may stand beside their place, and where else they find room, with a line then
_BESIDE = 10.0
_DOT = 3.0  # of a place itself
_FAR = (24.0, 40.0, 58.0)


class Box(NamedTuple):
    """Where signs and name stand. signs: where the first sign begins, from the left; name: where
    the name is anchored, at its "start", "middle" or "end"."""

    left: float
    top: float
    right: float
    bottom: float
    signs: float
    name: float
    anchor: str


class Spot(NamedTuple):
    """A place on the map, in pixels; signs: how many; name: how wide; dot: it is a point."""

    x: float
    y: float
    signs: int
    name: float
    dot: bool = True


def placed(spots: Iterable[Spot]) -> Iterator[Box | None]:
    """Yield where each stands, none over another, and where there is room over no other place;
    those that come first choose first. None: no room, not even further off."""
    spots, taken = list(spots), list[Box]()
    for spot in spots:
        dots = [other for other in spots if other.dot]
        beside = [box for box in _beside(spot) if _free(box, taken)]
        off = [box for box in _further(spot) if _free(box, taken)] if not beside else []
        free = beside or off
        bare = (box for box in free if not any(_over(box, dot) for dot in dots))
        found = next(bare, free[0] if free else None)
        if found is not None:
            taken.append(found)
        yield found


def leader(spot: Spot, box: Box) -> tuple[float, float] | None:
    """Return the point of the box that a line from its place leads to; None where it is beside."""
    x = min(max(spot.x, box.left), box.right)
    y = min(max(spot.y, box.top), box.bottom)
    far = ((x - spot.x) ** 2 + (y - spot.y) ** 2) ** 0.5
    return (round(x, 1), round(y, 1)) if far > _BESIDE else None


def _beside(spot: Spot) -> Iterator[Box]:
    """Yield where marks and name may stand: on what is no point, else right, left, above, below."""
    x, y = spot.x, spot.y
    if not spot.dot:
        yield _middle(spot, x, y - _HIGH / 2)
    yield _right(spot, x + 6, y - 14)
    yield _left(spot, x - 6, y - 14)
    yield _middle(spot, x, y - _HIGH - 4)
    yield _middle(spot, x, y + 6)


def _further(spot: Spot) -> Iterator[Box]:
    x, y = spot.x, spot.y
    for far in _FAR:
        for down in (-far - _HIGH / 2, far - _HIGH / 2):
            yield _right(spot, x + far / 2, y + down)
            yield _left(spot, x - far / 2, y + down)
        yield _right(spot, x + far, y - 14)
        yield _left(spot, x - far, y - 14)


def _right(spot: Spot, at: float, top: float) -> Box:
    return Box(at, top, at + _wide(spot), top + _HIGH, at, at + 3, "start")


def _left(spot: Spot, at: float, top: float) -> Box:
    return Box(at - _wide(spot), top, at, top + _HIGH, at - _signs(spot), at - 3, "end")


def _middle(spot: Spot, at: float, top: float) -> Box:
    half = _wide(spot) / 2
    return Box(at - half, top, at + half, top + _HIGH, at - _signs(spot) / 2, at, "middle")


def _signs(spot: Spot) -> float:
    return _SIGN * spot.signs


def _wide(spot: Spot) -> float:
    return max(_signs(spot), spot.name) + 4


def _over(box: Box, spot: Spot) -> bool:
    return (
        box.left - _DOT < spot.x < box.right + _DOT and box.top - _DOT < spot.y < box.bottom + _DOT
    )


def _free(box: Box, taken: Iterable[Box]) -> bool:
    inside = box.left >= 0 and box.top >= 0 and box.right <= WIDTH and box.bottom <= HEIGHT
    return inside and all(
        box.right <= other.left
        or other.right <= box.left
        or box.bottom <= other.top
        or other.bottom <= box.top
        for other in taken
    )
