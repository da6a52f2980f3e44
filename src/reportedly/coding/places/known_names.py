"""What an article tells of its names before any is resolved: who is a person, what is a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.analysis import Analysis
from reportedly.coding.places.gazetteer import Gazetteer
from reportedly.coding.places.spans import Outline, following_region
from reportedly.coding.sentences.sentence import Sentence

#: a sentence with the outline of its names
Outlined = tuple[Analysis, Outline]
#: an age behind a name is no more than this
OLDEST = 119


@dataclass(frozen=True, slots=True)
class Known:
    """What the whole article tells of its names.

    surnames  last words of its persons' names
    placed    names that stand somewhere as a place's, or with their region behind them
    """

    surnames: frozenset[str]
    placed: frozenset[str]


def known_of(outlined: Sequence[Outlined], gazetteer: Gazetteer) -> Known:
    """Return what the article tells of its names."""
    surnames: set[str] = set()
    likely: set[str] = set()
    placed: set[str] = set()
    for one, outline in outlined:
        s = one.sentence
        for first, last in outline.runs:
            if _is_person(s, first, last, gazetteer):
                surnames.add(s.words[last])
            elif in_region(s, first, last, gazetteer):
                placed.add(s.slice(first, last))
            elif _is_somebody(s, first, last, gazetteer):
                likely.add(s.words[last])
        spans = (s.slice(first, last) for first, last, _ in outline.placed)
        placed.update(name for name in spans if gazetteer.candidates(name))
    surnames |= likely - {name.split()[-1] for name in placed}
    people = outlined[-1][0].resolver.scene.memory.people if outlined else {}
    surnames.update(name.split()[-1] for name in people)
    return Known(frozenset(surnames), frozenset(placed))


def in_region(s: Sentence, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Return whether the region behind the name holds a town of that name: "Paris, Texas"."""
    region = following_region(s.text, s.ends[last] - s.offset)
    return region is not None and gazetteer.town_in(s.slice(first, last), region) is not None


def is_first_name(s: Sentence, i: int) -> bool:
    """Return whether token i is a known first name."""
    return s.among(i, "masculine_names") or s.among(i, "feminine_names")


def _is_person(s: Sentence, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Return whether the run is somebody: by a title, a first name, or the age behind it."""
    if first > 0 and s.among(first - 1, "titles_before_names"):
        return True
    if first == last:
        return False
    if last + 2 < len(s) and s.words[last + 1] == "," and s.words[last + 2].isdecimal():
        return int(s.words[last + 2]) <= OLDEST and not s.among(first, "months")
    return is_first_name(s, first) and not gazetteer.candidates(s.slice(first, last))


def _is_somebody(s: Sentence, first: int, last: int, gazetteer: Gazetteer) -> bool:
    """Return whether a run of two or three words that no gazetteer knows is likely a person."""
    inside = range(first, last + 1)
    if not 1 <= last - first <= 2 or s.among(first, "compass_sides"):
        return False
    if any(s.among(k, "ordinary_words") or s.among(k, "ways_and_waters") for k in inside):
        return False
    return not any(gazetteer.candidates(s.slice(first, k)) for k in inside)
