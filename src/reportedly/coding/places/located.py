"""Places of an article: every span that may name one, resolved together.

The article's places decide between namesakes, so all sentences are looked at before the
first claim gets its place.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.coding.places.candidate import Candidate
from reportedly.coding.places.gazetteer import WIDE, Gazetteer
from reportedly.coding.places.telling import Told, called_after
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Place

#: how a place hangs on what it locates, or on another place
GOVERNED = frozenset({"pobj", "conj", "appos", "npadvmod", "nmod", "ROOT"})


@dataclass(frozen=True, slots=True)
class Located:
    """A span of the article, in offsets, and what it was resolved to; None when unknown.

    scene        the preposition above it says where something is or happens
    destination  it says where somebody goes: a place only for a visit
    placed       the words around it, or what is done to it, say that it is a place
    passing      it says what somebody goes through
    above        it says over what something flies
    origin       it says where somebody comes or is driven from: a place for that
    within       country of a known place that it is said to lie in: "Baghuz, eastern Syria"
    """

    start: int
    end: int
    text: str
    candidate: Candidate | None
    scene: bool = False
    destination: bool = False
    origin: bool = False
    passing: bool = False
    above: bool = False
    placed: bool = True
    within: str | None = None

    def record(self) -> Place:
        """Return the record: the gazetteer's facts, or the text alone where it has none."""
        found = self.candidate
        return Place(
            start=self.start,
            end=self.end,
            text=self.text,
            name=found.name if found else self.text,
            country=found.country if found else self.within,
            latitude=found.latitude if found else None,
            longitude=found.longitude if found else None,
            geonames_id=found.geonames_id if found else None,
        )


def locate_all(
    told: Told, gazetteer: Gazetteer, outlet: str | None = None
) -> dict[int, list[Located]]:
    """Return where acts may lie, by the offset of their sentence, in text order.

    outlet: the country of whoever prints the article, where that is known
    """
    meant = told.meanings(gazetteer, outlet)
    called = {id(spot.one): called_after(spot.one) for spot in told.spots}
    found: dict[int, list[Located]] = {}
    for one, first, last, placed in told.spots:
        s = one.sentence
        candidate = _of_its_kind(s, first, last, meant.get(s.slice(first, last)), gazetteer)
        above = _preposition(s, first, last)
        named = candidate is not None and (first, last) in called[id(one)]
        located = Located(
            start=s.starts[first],
            end=s.ends[last],
            text=s.slice(first, last),
            candidate=candidate,
            scene=named or (above is not None and _says_where(s, above)),
            destination=above is not None and s.among(above, "arrival_prepositions"),
            origin=above is not None and s.words[above].lower() in {"from", "of"},
            passing=above is not None and s.words[above].lower() in {"through", "along"},
            above=above is not None and s.words[above].lower() == "over",
            placed=placed,
        )
        here = found.setdefault(s.offset, [])
        if here and _is_in_town(s, located, here[-1]):
            here[-1:] = reversed(_narrowed(located, here[-1]))
        elif here and _holds(s, located, here[-1]):
            here[-1:] = _narrowed(here[-1], located)
        else:
            here.append(located)
    return found


def _says_where(s: Sentence, above: int) -> bool:
    """Return whether what stands above a place says that something is there: "south of Kori"."""
    return s.among(above, "scene_prepositions") or s.among(above, "sides_of_places")


def _of_its_kind(
    s: Sentence, first: int, last: int, found: Candidate | None, gazetteer: Gazetteer
) -> Candidate | None:
    """Return the region where the word behind the name says that it is one: "Plateau state".

    A town of the same name may be another place.
    """
    kind = last + 1
    if found is None or found.feature in WIDE or kind >= len(s) or not s.words[kind].islower():
        return found
    if not s.among(kind, "kinds_of_region"):
        return found
    named = gazetteer.candidates(f"{s.slice(first, last)} {s.words[kind].capitalize()}")
    return next((one for one in named if one.feature in WIDE), found)


def _holds(s: Sentence, outer: Located, inner: Located) -> bool:
    """Return whether a place only says where the one before it lies: "Bangor, Maine"."""
    if outer.candidate is None or outer.candidate.feature not in WIDE:
        return False
    known = inner.candidate
    if known and (known.country != outer.candidate.country or known == outer.candidate):
        return False
    if known is None and not (inner.scene or inner.destination):
        return False
    return _beside(s, inner, outer)


def _is_in_town(s: Sentence, town: Located, site: Located) -> bool:
    """Return whether a place that no gazetteer knows has its town beside it: "Republic Square in
    Yerevan"."""
    known = town.candidate is not None and town.candidate.feature not in WIDE
    return known and site.candidate is None and _beside(s, site, town)


def _beside(s: Sentence, inner: Located, outer: Located) -> bool:
    """Return whether nothing stands between two places but what puts one into the other."""
    between = s.covered(inner.end, outer.start)
    return bool(between) and all(
        s.words[k] in {",", "in", "the", "of"} or s.among(k, "sides_of_places") for k in between
    )


def _narrowed(inner: Located, outer: Located) -> list[Located]:
    """Return both, the inner one where the act lies."""
    scene, destination = inner.scene or outer.scene, inner.destination or outer.destination
    within = outer.candidate.country if outer.candidate else None
    return [
        replace(inner, scene=scene, destination=destination, within=within),
        replace(outer, scene=False, destination=False),
    ]


def _preposition(s: Sentence, first: int, last: int) -> int | None:
    """Return the preposition above the span, past those that only narrow it ("the city of")."""
    inside = range(first, last + 1)
    top = next((t for t in inside if s.heads[t] not in inside), last)
    if s.deps[top] in {"compound", "nmod", "amod"} and s.among(s.heads[top], "kinds_of_place"):
        top = s.heads[top]  # "at Manchester airport"
    if s.deps[top] not in GOVERNED:
        return None  # "Russia's army", "the Idlib offensive": whose, not where
    for up in s.path(top):
        if s.deps[up] == "advmod" and s.among(up, "sides_of_places"):
            return up  # "south of Kori"
        if s.deps[up] in {"prep", "agent", "dative"}:
            if s.words[up].lower() == "of" and s.words[up - 1].lower() != "out":
                continue
            return up
        if s.is_verb(up):
            break
    return None


def listed(told: Told, gazetteer: Gazetteer, outlet: str | None = None) -> list[Located]:
    """Return every place that the article names, acts at it or not, in text order.

    Adjectives and peoples tell of a country and name none.
    """
    meant = told.meanings(gazetteer, outlet)
    found = []
    for s, name in told.named:
        if not name.weak:
            text = s.slice(name.first, name.last)
            found.append(Located(s.starts[name.first], s.ends[name.last], text, meant.get(text)))
    return found
