"""What page builders and newsrooms call things: the hints file, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_PARTS = re.compile(r"[-_]+|(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Hints:
    """zones: names by zone. lines: patterns by kind of line. no_name: words that no name
    begins with. posts: words that end a post, such as "editor". bodies: words that only the
    names of organisations hold. tracking: parameters of an address that only tell how a reader
    came to it; one with * at its end stands for all that begin so."""

    zones: dict[str, frozenset[str]]
    lines: dict[str, re.Pattern[str]]
    no_name: frozenset[str]
    posts: frozenset[str]
    bodies: frozenset[str]
    tracking: frozenset[str]

    def names_zone(self, zone: str, names: Iterable[str]) -> bool:
        """Say whether one of the class or id names is one of that zone."""
        return not self.zones[zone].isdisjoint(names)

    def is_line(self, kind: str, line: str) -> bool:
        """Say whether the whole line is of that kind."""
        return len(line) <= 300 and self.lines[kind].fullmatch(line.strip()) is not None


@cache
def hints() -> Hints:
    """Return the hints, read once."""
    path = files("reportedly.reading") / "data" / "hints.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    lines = dict(data["lines"])
    no_name, posts, bodies = (frozenset(lines.pop(name)) for name in ("no_name", "posts", "bodies"))
    return Hints(
        {zone: frozenset(names) for zone, names in data["zones"].items()},
        {
            kind: re.compile("|".join(f"(?:{one})" for one in patterns), re.IGNORECASE)
            for kind, patterns in lines.items()
        },
        no_name,
        posts,
        bodies,
        frozenset(data["addresses"]["tracking"]),
    )


def whole_names(*attributes: str | None) -> frozenset[str]:
    """Return the names of class and id attributes, lower case: "a b-c" gives a, b-c."""
    return frozenset(" ".join(one for one in attributes if one).lower().split())


def name_parts(*attributes: str | None) -> frozenset[str]:
    """Return the names and their parts: "main-nav relatedBox" gives main, nav, related, box …"""
    found: set[str] = set()
    for name in " ".join(one for one in attributes if one)[:500].split():
        found.add(name.lower())
        found.update(part.lower() for part in _PARTS.split(name) if part)
    return frozenset(found)


def listed(names: str) -> tuple[str, ...]:
    """Return the names in a line of names."""
    return tuple(names.split())
