"""Where the nodes of a network stand, and how the lines between them run."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

type Array = NDArray[np.float64]

WIDTH, HEIGHT = 900.0, 620.0
_MARGIN_X, _MARGIN_Y = 90.0, 48.0
_ROUNDS, _CLEARED = 150, 30
_NEAREST = 92.0  # pixels between two nodes
RADIUS = 11.0
_ASIDE = 26.0  # pixels between a node and a line between two others


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the figure."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A line from one node to another. path, head: SVG; middle: where its mark stands; bow: its
    first, control and last point."""

    path: str
    head: str
    middle: Point
    strokes: str
    bow: tuple[Point, Point, Point]


def placed(names: Sequence[str], ties: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """Return a place for each node: as far from each other as there are steps between them.

    Stress majorisation (Gansner, Koren and North 2004) from a circle, then nodes that are too
    near are moved apart: the same input gives the same figure.
    """
    number = len(names)
    if not number:
        return {}
    beside = _beside(names, ties)
    steps = _steps(beside)
    angle = np.linspace(0, 2 * math.pi, number, endpoint=False)
    at = np.column_stack([np.cos(angle), np.sin(angle)]) * max(1.0, steps.max() / 2)
    weight = 1 / np.maximum(steps, 0.5) ** 2
    np.fill_diagonal(weight, 0)
    for _ in range(_ROUNDS):
        apart = at[:, None, :] - at[None, :, :]
        far = np.maximum(np.linalg.norm(apart, axis=2), 0.01)
        wish = at[None, :, :] + apart * (steps / far)[:, :, None]
        total = np.maximum(weight.sum(axis=1, keepdims=True), 1e-9)
        at = (wish * weight[:, :, None]).sum(axis=1) / total if number > 1 else at
    need = np.minimum(_NEAREST + 17 * np.maximum(beside - 1, 0), 200)
    found = _apart(_scaled(at), need)
    for _ in range(_CLEARED):
        cleared = _clear(found, beside)
        if cleared is found:
            break
        found = _apart(cleared, need, 8)
    return {
        name: Point(round(float(x), 1), round(float(y), 1))
        for name, (x, y) in zip(names, found, strict=True)
    }


def _beside(names: Sequence[str], ties: Iterable[tuple[str, str]]) -> Array:
    """Return how many lines run between each two nodes."""
    index = {name: n for n, name in enumerate(names)}
    found = np.zeros((len(names), len(names)))
    for a, b in ties:
        if a != b and a in index and b in index:
            found[index[a], index[b]] += 1
            found[index[b], index[a]] += 1
    return found


def _steps(beside: Array) -> Array:
    """Return how far each two nodes are to stand apart: more for many lines beside each other;
    where no way leads over, three steps."""
    steps = np.where(beside > 0, np.minimum(1 + 0.2 * (beside - 1), 2.2), np.inf)
    np.fill_diagonal(steps, 0)
    for middle in range(len(steps)):
        steps = np.minimum(steps, steps[:, middle, None] + steps[None, middle, :])
    return np.where(np.isinf(steps), 3.0, steps)


def _apart(at: Array, need: Array, rounds: int = 200) -> Array:
    """Return the places with no two nearer than their labels, and the marks between, need."""
    low = np.array([_MARGIN_X, _MARGIN_Y])
    high = np.array([WIDTH - _MARGIN_X, HEIGHT - _MARGIN_Y])
    for _ in range(rounds):
        apart = at[:, None, :] - at[None, :, :]
        # labels are wider than they are high
        far = np.maximum(np.linalg.norm(apart * np.array([0.75, 1.0]), axis=2), 0.01)
        push = np.maximum(need - far, 0) * 0.25
        np.fill_diagonal(push, 0)
        if not push.any():
            break
        at = np.clip(at + (apart / far[:, :, None] * push[:, :, None]).sum(axis=1), low, high)
    return at


def _clear(at: Array, beside: Array) -> Array:
    """Return the places with each node a step further off the lines between others that run over
    it or its name; the same where none do."""
    ones, others = np.nonzero(np.triu(beside))
    start, along = at[ones], at[others] - at[ones]
    length = np.maximum((along**2).sum(axis=1), 1.0)
    apart = at[:, None, :] - start[None, :, :]
    share = (apart * along).sum(axis=2) / length
    off = apart - share[:, :, None] * along
    far = np.maximum(np.linalg.norm(off, axis=2), 0.01)
    room = _ASIDE + 10 * beside[ones, others]
    number = np.arange(len(at))[:, None]
    near = (far < room) & (share > 0) & (share < 1) & (number != ones) & (number != others)
    if not near.any():
        return at
    across = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.sqrt(length)[:, None]
    aside = np.where((far > 1)[:, :, None], off / far[:, :, None], across[None, :, :])
    moved = at + (aside * ((room - far) * near)[:, :, None]).sum(axis=1) * 0.4
    low = np.array([_MARGIN_X, _MARGIN_Y])
    return np.asarray(np.clip(moved, low, np.array([WIDTH, HEIGHT]) - low))


def _scaled(at: Array) -> Array:
    low, high = at.min(axis=0), at.max(axis=0)
    if len(at) == 1:
        return np.array([[WIDTH / 2, HEIGHT / 2]])
    reach = np.where(high - low > 1e-6, high - low, 1.0)
    room = np.array([WIDTH - 2 * _MARGIN_X, HEIGHT - 2 * _MARGIN_Y])
    return np.asarray((at - low) / reach * room + np.array([_MARGIN_X, _MARGIN_Y]))


def curve(start: Point, end: Point, bend: float, width: float, status: str) -> Curve:
    """Return the line from start to end, bent to its left by so many pixels."""
    dx, dy = end.x - start.x, end.y - start.y
    far = math.hypot(dx, dy) or 1.0
    control = Point(
        (start.x + end.x) / 2 - dy / far * bend * 2, (start.y + end.y) / 2 + dx / far * bend * 2
    )
    first = _towards(start, control, RADIUS + 3)
    size = 8 + width
    tip = _towards(end, control, RADIUS + 3)
    foot = _towards(tip, control, size * 0.8)
    middle = Point((first.x + 2 * control.x + foot.x) / 4, (first.y + 2 * control.y + foot.y) / 4)
    path = f"M{_xy(first)}Q{_xy(control)} {_xy(foot)}"
    strokes = "" if status != "negated" else _strokes(first, control, foot)
    bow = (first, control, foot)
    return Curve(path, _head(tip, foot, size, status), middle, strokes, bow)


def _head(tip: Point, foot: Point, size: float, status: str) -> str:
    """Return the arrow's head: a triangle, or a fork for what would follow only if."""
    angle = math.atan2(tip.y - foot.y, tip.x - foot.x)
    wing = size * 0.42
    left = Point(foot.x + math.sin(angle) * wing, foot.y - math.cos(angle) * wing)
    right = Point(foot.x - math.sin(angle) * wing, foot.y + math.cos(angle) * wing)
    if status == "conditional":
        ahead = Point(2 * foot.x - tip.x + (tip.x - foot.x), 2 * foot.y - tip.y + (tip.y - foot.y))
        left = Point(tip.x + math.sin(angle) * wing, tip.y - math.cos(angle) * wing)
        right = Point(tip.x - math.sin(angle) * wing, tip.y + math.cos(angle) * wing)
        return f"M{_xy(left)}L{_xy(ahead)}L{_xy(right)}"
    return f"M{_xy(tip)}L{_xy(left)}L{_xy(right)}Z"


def _strokes(first: Point, control: Point, last: Point) -> str:
    """Return two strokes across the line, which say: not so."""
    found = []
    for share in (0.3, 0.7):
        x, y = (_at(share, a, b, c) for a, b, c in _axes(first, control, last))
        found.append(f"M{x - 5:.1f} {y + 6:.1f}L{x + 5:.1f} {y - 6:.1f}")
    return "".join(found)


def _axes(a: Point, b: Point, c: Point) -> tuple[tuple[float, float, float], ...]:
    return (a.x, b.x, c.x), (a.y, b.y, c.y)


def _at(share: float, a: float, b: float, c: float) -> float:
    return (1 - share) ** 2 * a + 2 * share * (1 - share) * b + share**2 * c


def _towards(start: Point, end: Point, far: float) -> Point:
    dx, dy = end.x - start.x, end.y - start.y
    length = math.hypot(dx, dy) or 1.0
    return Point(start.x + dx / length * far, start.y + dy / length * far)


def _xy(point: Point) -> str:
    return f"{point.x:.1f} {point.y:.1f}"
