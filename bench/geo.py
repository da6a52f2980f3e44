"""LGL: places in local news, found and laid on the map."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Pair, Tally, kilometres, overlap
from bench.outcome import Figure, Outcome, digest, missing, progress
from reportedly.records import Place

FILE = Path("benchmarks/geo/lgl.xml")
#: 100 miles, the distance that the field counts as near enough
NEAR_KM = 161.0


@dataclass(frozen=True, slots=True)
class Toponym:
    """A marked place; at is (latitude, longitude) in degrees, None where none was given."""

    start: int
    end: int
    text: str
    at: tuple[float, float] | None


@dataclass(frozen=True, slots=True)
class Story:
    """One article with its marked places."""

    key: str
    text: str
    places: tuple[Toponym, ...]


def parse(source: str) -> list[Story]:
    """Return the stories of the set's XML."""
    stories = []
    for node in ET.fromstring(source).iter("article"):
        places = tuple(_toponym(item) for item in node.iter("toponym"))
        stories.append(Story(node.get("docid", ""), node.findtext("text") or "", places))
    return stories


def _toponym(node: ET.Element) -> Toponym:
    lat, lon = node.findtext("gaztag/lat"), node.findtext("gaztag/lon")
    return Toponym(
        int(node.findtext("start") or 0),
        int(node.findtext("end") or 0),
        node.findtext("phrase") or "",
        (float(lat), float(lon)) if lat and lon else None,
    )


def distance(gold: Toponym, found: Place | None) -> float | None:
    """Return the kilometres between the two; None when ours has no coordinates."""
    if gold.at is None or found is None or found.latitude is None or found.longitude is None:
        return None
    return kilometres(gold.at, (found.latitude, found.longitude))


def finding(gold: Sequence[Pair], found: Sequence[Pair], how: str) -> Tally:
    """Return the tally of found places, exact or by overlap, one to one in text order."""
    free = sorted(set(found))
    given, right = len(free), 0
    for span in sorted(gold):
        same = [f for f in free if (f == span if how == "exact" else overlap([span], [f]) > 0)]
        if same:
            right += 1
            free.remove(max(same, key=lambda f: overlap([span], [f])))
    return Tally(right, given, len(gold))


def located(distances: Sequence[float | None]) -> list[Figure]:
    """Return the share within 161 km, and the share that got a position at all."""
    n = len(distances)
    near = sum(d is not None and d <= NEAR_KM for d in distances)
    some = sum(d is not None for d in distances)
    of = "mentions with coordinates"
    return [
        Figure(name="within 161 km", value=near / n if n else None, count=n, of=of),
        Figure(name="given a position", value=some / n if n else None, count=n, of=of),
    ]


def run(coder: Any, shared_folder: Path) -> Outcome:
    """Score coder.places and coder.locate; what the coder does not have yet is skipped."""
    path = shared_folder / FILE
    if not path.is_file():
        return missing("geo", f"no {FILE}")
    stories = parse(path.read_text(encoding="utf-8"))
    figures: list[Figure] = []
    skipped, lists = [], {}
    if hasattr(coder, "locate"):
        made, lists["geo-misses"] = _locate(coder, stories)
        figures += made
    else:
        skipped.append("coder.locate is not there")
    if hasattr(coder, "places"):
        figures += _places(coder, stories)
    else:
        skipped.append("coder.places is not there")
    return Outcome(
        scorer="geo", figures=tuple(figures), skipped=tuple(skipped), lists=lists,
        corpus=digest(story.text for story in stories),
    )  # fmt: skip


def _locate(coder: Any, stories: Sequence[Story]) -> tuple[list[Figure], list[dict[str, Any]]]:
    distances: list[float | None] = []
    wrong: list[dict[str, Any]] = []
    for at, story in enumerate(stories, 1):
        for gold in story.places:
            if gold.at is None:
                continue
            place = coder.locate(story.text, (gold.start, gold.end))
            far = distance(gold, place)
            distances.append(far)
            if far is None or far > NEAR_KM:
                found = f"{place.name}, {place.country}" if place else ""
                wrong.append(
                    {
                        "story": story.key, "text": gold.text, "gold": gold.at, "found": found,
                        "kilometres": far,
                    }
                )  # fmt: skip
        progress("geo locate", at, len(stories))
    return located(distances), wrong


def _places(coder: Any, stories: Sequence[Story]) -> list[Figure]:
    counts = {"exact": Tally(), "overlap": Tally()}
    for at, story in enumerate(stories, 1):
        found = [(place.start, place.end) for place in coder.places(story.text)]
        gold = [(p.start, p.end) for p in story.places]
        for how in counts:
            counts[how] += finding(gold, found, how)
        progress("geo places", at, len(stories))
    return [
        Figure(name=f"finding {how} F1", value=t.f1, count=t.wanted, of="marked places")
        for how, t in counts.items()
    ]
