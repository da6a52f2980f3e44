"""Places of an article: every span that may name one, resolved together.

The article's places decide between namesakes, so all sentences are looked at before the
first claim gets its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import Party
from reportedly.coding.places import Candidate, Gazetteer, find_places, following_region
from reportedly.coding.places.gazetteer import WIDE
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Role
from reportedly.records import Place

#: sectors of those who act in their own country
HOME = frozenset({"COP", "JUD", "LEG"})
#: types of acts that are called after the place where they happen
LOCAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT"})
#: how a place hangs on what it locates, or on another place
GOVERNED = frozenset({"pobj", "conj", "appos", "npadvmod", "nmod", "ROOT"})


@dataclass(frozen=True, slots=True)
class Located:
    """A span of the article, in offsets, and what it was resolved to; None when unknown.

    scene        the preposition above it says where something is or happens
    destination  it says where somebody goes: a place only for a visit
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


def locate_all(analysed: Iterable[Analysis], gazetteer: Gazetteer) -> dict[int, list[Located]]:
    """Return the places of an article by the offset of their sentence, in text order."""
    found_in = [(one, first, last) for one in analysed for first, last in _spans(one)]
    called = {id(one): _called_after(one) for one, _, _ in found_in}
    spans = [(one.sentence, first, last) for one, first, last in found_in]
    mentions = [
        (s.slice(first, last), following_region(s.text, s.ends[last] - s.offset))
        for s, first, last in spans
    ]
    homes: dict[str, frozenset[str]] = {}
    for (one, first, _), (name, _) in zip(found_in, mentions, strict=True):
        homes[name] = homes.get(name, frozenset()) | home_of(one) | _told(one, first)
    resolved: Sequence[Candidate | None] = gazetteer.resolve_all(mentions, homes=homes)
    found: dict[int, list[Located]] = {}
    for (one, first, last), candidate in zip(found_in, resolved, strict=True):
        s = one.sentence
        above = _preposition(s, first, last)
        named = candidate is not None and (first, last) in called[id(one)]
        located = Located(
            start=s.starts[first],
            end=s.ends[last],
            text=s.slice(first, last),
            candidate=candidate,
            scene=named or (above is not None and s.among(above, "scene_prepositions")),
            destination=above is not None and s.among(above, "arrival_prepositions"),
            origin=above is not None and s.words[above].lower() in {"from", "of"},
        )
        here = found.setdefault(s.offset, [])
        if here and _is_in_town(s, located, here[-1]):
            here[-1:] = reversed(_narrowed(located, here[-1]))
        elif here and _holds(s, located, here[-1]):
            here[-1:] = _narrowed(here[-1], located)
        else:
            here.append(located)
    return found


def _spans(one: Analysis) -> list[tuple[int, int]]:
    """Return the spans that may name a place: by the words around, or by what is done to it."""
    found = [(first, last) for first, last, _ in find_places(one.sentence)]
    done_to = ((party.first, party.last) for party in _done_to(one))
    for first, last in dict.fromkeys((*done_to, *_called_after(one))):
        if all(last < a or b < first for a, b in found):
            found.append((first, last))
    return sorted(found)


def _called_after(one: Analysis) -> list[tuple[int, int]]:
    """Return the capitals and towns that the sentence's acts are called after: "Paris attacks"."""
    s = one.sentence
    nouns = {d.mention.i for d in one.drafts if d.type in LOCAL and s.is_noun(d.mention.i)}
    names = (m for m in one.resolver.scene.names if m.form in {"capital", "place"})
    return [
        (m.first, m.last)
        for m in names
        if s.deps[m.last] in {"compound", "nmod"} and s.heads[m.last] in nouns
    ]


def _done_to(one: Analysis) -> Iterator[Party]:
    """Yield the places that something is done to."""
    yield from (p for draft in one.drafts for p in draft.recipients if p.place)


def _told(one: Analysis, first: int) -> frozenset[str]:
    """Return the country of a town at token first that a claim has as its recipient."""
    towns = (p for p in _done_to(one) if p.first == first and p.actor_id is None)
    return frozenset(p.country for p in towns if p.country)


def home_of(one: Analysis) -> frozenset[str]:
    """Return the country whose police, courts or officials the sentence names, if it is one.

    They act at home, so a name in their sentence is a place of theirs before a namesake abroad.
    """
    resolver = one.resolver
    roles = [m for m in resolver.scene.roles if isinstance(m.entry, Role)]
    at_home = [m for m in roles if isinstance(m.entry, Role) and HOME & set(m.entry.sector)]
    told = {p.country for m in at_home for p in resolver.resolve(m.last) if p.country}
    return frozenset(told) if len(told) == 1 else frozenset()


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
    if s.deps[top] in {"compound", "nmod"} and s.among(s.heads[top], "kinds_of_place"):
        top = s.heads[top]  # "at Manchester airport"
    if s.deps[top] not in GOVERNED:
        return None  # "Russia's army", "the Idlib offensive": whose, not where
    for up in s.path(top):
        if s.deps[up] in {"prep", "agent", "dative"}:
            if s.words[up].lower() == "of" and s.words[up - 1].lower() != "out":
                continue
            return up
        if s.is_verb(up):
            break
    return None
