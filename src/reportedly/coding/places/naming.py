"""Which names of an article are places: in any slot, and inside the names of bodies too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.places.candidate import Candidate
from reportedly.coding.places.gazetteer import WIDE, Gazetteer
from reportedly.coding.places.known_names import (
    Known,
    Outlined,
    in_region,
    is_first_name,
    known_of,
)
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import State

#: inhabitants from which a name of one word is a town's without anything around that says so
TOWN = 15_000
#: letters of capitals that are hardly a name: "SWAT"
ABBREVIATION = 5
#: forms of a state's names that only say whose something is
OF_SOMEBODY = frozenset({"adjective", "people", "one"})
#: features of areas: their names are hardly anybody's
AREAS = WIDE - {"county"}


@dataclass(frozen=True, slots=True)
class Named:
    """A name at tokens first..last of its sentence, both included.

    weak  an adjective or a people's name: it tells of a country and names no place
    """

    first: int
    last: int
    weak: bool = False


def named_places(
    outlined: Sequence[Outlined], gazetteer: Gazetteer
) -> list[tuple[Sentence, Named]]:
    """Return the names of places in the article with their sentences, in text order."""
    known = known_of(outlined, gazetteer)
    return [(one[0].sentence, name) for one in outlined for name in _named(one, known, gazetteer)]


def _named(outlined: Outlined, known: Known, gazetteer: Gazetteer) -> list[Named]:
    """Return the names of places in a sentence, in text order; none overlaps another."""
    one, outline = outlined
    s = one.sentence
    names = one.resolver.scene.names
    states = [m for m in names if isinstance(m.entry, State) and m.form != "seat"]
    others = [(m.first, m.last) for m in names if m not in states]
    found = [Named(m.first, m.last, m.form in OF_SOMEBODY) for m in states]
    kinds = {(first, last): kind for first, last, kind in outline.placed}
    for first, last in outline.runs:
        run = _Run(s, first, last, kinds.get((first, last)), known, gazetteer)
        anothers = any(a <= first and last <= b for a, b in others) and not run.in_region
        place = None if anothers else run.place()
        if place and all(place[1] < name.first or name.last < place[0] for name in found):
            found.append(Named(*place))
    return sorted(found, key=lambda name: name.first)


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of proper nouns; kind: how it stands in its sentence as a place's name, or None."""

    s: Sentence
    first: int
    last: int
    kind: str | None
    known: Known
    gazetteer: Gazetteer

    @property
    def in_region(self) -> bool:
        return in_region(self.s, self.first, self.last, self.gazetteer)

    def place(self) -> tuple[int, int] | None:
        """Return the run or the part of it that is a place's name, or None."""
        name = self.s.slice(self.first, self.last)
        found = self.gazetteer.candidates(name)
        if found:
            return (self.first, self.last) if self._is_place(name, found[0]) else None
        if self.s.among(self.last, "ways_and_waters") and self.last > self.first:
            return self.first, self.last
        return self._part()

    def _is_place(self, name: str, first: Candidate) -> bool:
        """Return whether the run, which a place is called by, is that place's name here."""
        if self.in_region:
            return True
        if self.first < self.last:
            return not self._is_saint()
        if name in self.known.surnames or not name[0].isupper() or self._is_short(name):
            return False
        town = first.feature in {"city", "capital"} and first.population >= TOWN
        if self.s.among(self.first, "ordinary_words"):
            return self.kind is not None and town and not self._is_one_of_many()
        if first.feature in AREAS:
            return True
        placed = name in self.known.placed and self.kind is not None
        return (town or placed) and not self._is_one_of_many()

    def _is_saint(self) -> bool:
        """Return whether a church or a day is called so: "St. Patrick's"."""
        s, after = self.s, self.last + 1
        return s.among(self.first, "saints") and after < len(s) and s.tags[after] == "POS"

    def _is_short(self, word: str) -> bool:
        """Return whether the word is an abbreviation, and none of a state."""
        if word.endswith("."):
            return not self.gazetteer.shortens(word) and word.count(".") < 2
        if not word.isupper() or len(word) > ABBREVIATION or self.kind == "dateline":
            return False
        return self.kind is None or word.title() not in self.known.placed

    def _is_one_of_many(self) -> bool:
        """Return whether an article stands before the name and it says what: "the Hall"."""
        s, before = self.s, self.first - 1
        return before >= 0 and s.tags[before] == "DT" and s.heads[before] == self.first

    def _part(self) -> tuple[int, int] | None:
        """Return the place that the longer name of a body begins with: "Harris County Sheriff"."""
        for last in range(self.last - 1, self.first - 1, -1):
            name = self.s.slice(self.first, last)
            found = self.gazetteer.candidates(name)
            if found and self._begins(name, last, found[0]):
                return self.first, last
        return self._behind_side()

    def _begins(self, name: str, last: int, first: Candidate) -> bool:
        """Return whether the name, up to token last, is a place's before the rest of the run."""
        s = self.s
        if s.words[last + 1] == "-" or not name[0].isupper():
            return False
        if first.feature == "county" and last > self.first:
            return True
        if is_first_name(s, self.first) or s.words[self.last] in self.known.surnames:
            return False
        if first.feature in AREAS:
            return last > self.first or first.main
        return name in self.known.placed and not s.among(self.first, "ordinary_words")

    def _behind_side(self) -> tuple[int, int] | None:
        """Return the area of which the run tells a side: "North Texas"."""
        if not self.s.among(self.first, "compass_sides") or self.first == self.last:
            return None
        found = self.gazetteer.candidates(self.s.slice(self.first + 1, self.last))
        return (self.first + 1, self.last) if found and found[0].feature in WIDE else None
