"""Where the marks of lines stand on a network: on their line, and on no other mark or name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reportedly.desk.graph import RADIUS, Curve, Point

#: shares of a line at which its mark may stand, in the order in which they are tried
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_LETTER = 6.8  # pixels of a name's letters


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the figure that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def over(self, other: Box) -> float:
        """Return on how many square pixels two boxes lie over each other."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(wide, 0.0) * max(high, 0.0)


def name_boxes(name: str, at: Point, label_y: float, anchor: str) -> tuple[Box, Box]:
    """Return the boxes of a node and of its name."""
    wide = _LETTER * len(name)
    left = at.x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return (
        Box(at.x - RADIUS, at.y - RADIUS, at.x + RADIUS, at.y + RADIUS),
        Box(left, label_y - 12, left + wide, label_y + 4),
    )


def with_marks(curves: Sequence[Curve], said: Iterable[bool], taken: Iterable[Box]) -> list[Curve]:
    """Return the lines, each with its mark where it lies over the least that stands already: at
    first nothing, or the nearest to its middle. said: those with a quotation mark, wider."""
    boxes = list(taken)
    found = []
    for one, wider in zip(curves, said, strict=True):
        places = [_on(one, share) for share in _SHARES]
        over = [sum(_mark(at, wider).over(box) for box in boxes) for at in places]
        at = places[min(range(len(places)), key=lambda n: (over[n], n))]
        boxes.append(_mark(at, wider))
        found.append(replace(one, middle=at))
    return found


def _mark(at: Point, said: bool) -> Box:
    return Box(at.x - 13, at.y - 10, at.x + (30 if said else 22), at.y + 10)


def _on(one: Curve, share: float) -> Point:
    """Return the point at a share of the line."""
    first, control, last = one.bow
    a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
    return Point(
        round(a * first.x + b * control.x + c * last.x, 1),
        round(a * first.y + b * control.y + c * last.y, 1),
    )
