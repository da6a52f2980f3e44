"""The names of an article that may be places, and what each of them means there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import Party
from reportedly.coding.places.candidate import Candidate
from reportedly.coding.places.gazetteer import Gazetteer, Mention
from reportedly.coding.places.naming import Named, named_places
from reportedly.coding.places.spans import Outline, find_places, following_region
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Role

#: sectors of those who act in their own country
HOME = frozenset({"COP", "JUD", "LEG"})
#: types of acts that are called after the place where they happen
LOCAL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "CONSULT"})


class Spot(NamedTuple):
    """Tokens that may tell where an act lies; placed: the words around say so."""

    one: Analysis
    first: int
    last: int
    placed: bool


@dataclass(frozen=True, slots=True)
class Told:
    """The names of an article that may be places.

    mentions  (start, end, (name, region)) of each, in offsets
    homes     by name, the countries of those who act there and act at home
    unsure    names that are hardly a place's, and say nothing about others
    spots     what may tell where an act lies, in text order
    named     names of places with their sentences, acts there or not
    """

    mentions: Sequence[tuple[int, int, Mention]]
    homes: Mapping[str, frozenset[str]]
    unsure: frozenset[str]
    spots: Sequence[Spot]
    named: Sequence[tuple[Sentence, Named]]

    def meanings(
        self,
        gazetteer: Gazetteer,
        outlet: str | None = None,
        asked: tuple[int, int, Mention] | None = None,
    ) -> dict[str, Candidate | None]:
        """Return the place that each name means, all resolved together.

        asked: a mention to be told, too; those that share a character with it are left out
        """
        told = self.mentions
        if asked is not None:
            told = [one for one in told if one[1] <= asked[0] or asked[1] <= one[0]]
            told.append(asked)
        mentions = [mention for _, _, mention in told]
        found = gazetteer.resolve_all(mentions, homes=self.homes, outlet=outlet, unsure=self.unsure)
        return {name: place for (name, _), place in zip(mentions, found, strict=True)}


def told_of(analysed: Sequence[Analysis], gazetteer: Gazetteer) -> Told:
    """Return the names of the article that may be places."""
    outlined = [(one, find_places(one.sentence)) for one in analysed]
    named = named_places(outlined, gazetteer)
    heard = [_mentioned(s, one.first, one.last) for s, one in named]
    names: dict[int, list[tuple[int, int]]] = {}
    for s, one in named:
        if not one.weak:
            names.setdefault(s.offset, []).append((one.first, one.last))
    spots = [
        spot
        for judged, outline in outlined
        for spot in _spots(judged, outline, names.get(judged.sentence.offset, ()))
    ]
    where = [_mentioned(spot.one.sentence, spot.first, spot.last) for spot in spots]
    homes: dict[str, frozenset[str]] = {}
    for spot, (_, _, (name, _)) in zip(spots, where, strict=True):
        if spot.placed:
            home = home_of(spot.one) | _told(spot.one, spot.first)
            homes[name] = home | homes.get(name, frozenset())
    unsure = {name for _, _, (name, _) in where} - {name for _, _, (name, _) in heard}
    unsure |= _seats(analysed) - homes.keys()
    return Told([*where, *heard], homes, frozenset(unsure), spots, named)


def _seats(analysed: Sequence[Analysis]) -> set[str]:
    """Return the capitals that the article names: where none is said to be in or near it, it
    stands for its government and tells of no place beside it ("Washington said")."""
    return {
        one.sentence.slice(match.first, match.last)
        for one in analysed
        for match in one.resolver.scene.names
        if match.form in {"capital", "seat"}
    }


def _mentioned(s: Sentence, first: int, last: int) -> tuple[int, int, Mention]:
    """Return a name in offsets, with the region behind it."""
    region = following_region(s.text, s.ends[last] - s.offset)
    return s.starts[first], s.ends[last], (s.slice(first, last), region)


def _spots(one: Analysis, outline: Outline, named: Sequence[tuple[int, int]]) -> list[Spot]:
    """Return what may name a place: by the words around, by what is done to it, by its name."""
    found = [Spot(one, first, last, True) for first, last, _ in outline.placed]
    done_to = [(party.first, party.last) for party in _done_to(one)]
    told = [(*span, True) for span in dict.fromkeys((*done_to, *called_after(one)))]
    for first, last, placed in (*told, *((*span, False) for span in named)):
        if all(last < spot.first or spot.last < first for spot in found):
            found.append(Spot(one, first, last, placed))
    return sorted(found, key=lambda spot: spot.first)


def called_after(one: Analysis) -> list[tuple[int, int]]:
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
