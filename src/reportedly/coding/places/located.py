"""Places of an article: every span that may name one, resolved together.

The article's places decide between namesakes, so all sentences are looked at before the
first claim gets its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.coding.places import Candidate, Gazetteer, find_places, following_region
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Place

#: how a place hangs on what it locates, or on another place
GOVERNED = frozenset({"pobj", "conj", "appos", "npadvmod", "nmod", "ROOT"})


@dataclass(frozen=True, slots=True)
class Located:
    """A span of the article, in offsets, and what it was resolved to; None when unknown.

    scene        the preposition above it says where something is or happens
    destination  it says where somebody goes: a place only for a visit
    """

    start: int
    end: int
    text: str
    candidate: Candidate | None
    scene: bool = False
    destination: bool = False

    def record(self) -> Place:
        """Return the record: the gazetteer's facts, or the text alone where it has none."""
        found = self.candidate
        return Place(
            start=self.start,
            end=self.end,
            text=self.text,
            name=found.name if found else self.text,
            country=found.country if found else None,
            latitude=found.latitude if found else None,
            longitude=found.longitude if found else None,
            geonames_id=found.geonames_id if found else None,
        )


def locate_all(sentences: Iterable[Sentence], gazetteer: Gazetteer) -> dict[int, list[Located]]:
    """Return the places of an article by the offset of their sentence, in text order."""
    spans = [(s, first, last) for s in sentences for first, last, _ in find_places(s)]
    mentions = [
        (s.slice(first, last), following_region(s.text, s.ends[last] - s.offset))
        for s, first, last in spans
    ]
    resolved: Sequence[Candidate | None] = gazetteer.resolve_all(mentions)
    found: dict[int, list[Located]] = {}
    for (s, first, last), candidate in zip(spans, resolved, strict=True):
        above = _preposition(s, first, last)
        located = Located(
            start=s.starts[first],
            end=s.ends[last],
            text=s.slice(first, last),
            candidate=candidate,
            scene=above is not None and s.among(above, "scene_prepositions"),
            destination=above is not None and s.among(above, "arrival_prepositions"),
        )
        found.setdefault(s.offset, []).append(located)
    return found


def _preposition(s: Sentence, first: int, last: int) -> int | None:
    """Return the preposition above the span, past those that only narrow it ("the city of")."""
    inside = range(first, last + 1)
    top = next((t for t in inside if s.heads[t] not in inside), last)
    if s.deps[top] not in GOVERNED:
        return None  # "Russia's army", "the Idlib offensive": whose, not where
    for up in s.path(top):
        if s.deps[up] in {"prep", "agent", "dative"}:
            if s.words[up].lower() == "of":
                continue
            return up
        if s.is_verb(up):
            break
    return None
