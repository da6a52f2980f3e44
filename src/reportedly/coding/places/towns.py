"""Names of towns by what stands around them: "Paris, Texas" is no France."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reportedly.coding.cast.scene import CountryAt
from reportedly.coding.mentions.match import Match
from reportedly.coding.places.gazetteer import Gazetteer
from reportedly.coding.places.spans import following_region
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import State


def without_towns(names: Sequence[Match], s: Sentence, gazetteer: Gazetteer) -> list[Match]:
    """Return the names without those of states that are another place's here.

    A town's ("Rome, Georgia") or part of a region's ("British Columbia").
    """

    def elsewhere(match: Match) -> bool:
        return _is_town(match, s, gazetteer) or _in_area(match, s, gazetteer)

    return [m for m in names if not (isinstance(m.entry, State) and elsewhere(m))]


def country_at(gazetteer: Gazetteer) -> CountryAt:
    """Return what tells the country of the town or region named by some tokens."""
    return partial(_country, gazetteer)


def _country(gazetteer: Gazetteer, s: Sentence, first: int, last: int) -> str | None:
    """Return the country that the name alone tells, or with the region behind it; else None."""
    name, region = s.slice(first, last), _region(s, last)
    town = gazetteer.town_in(name, region) if region else None
    area = town or gazetteer.area_of(name)
    return area.country if area else gazetteer.country_of(name)


def _is_town(match: Match, s: Sentence, gazetteer: Gazetteer) -> bool:
    """Return whether the match is a town elsewhere: "Tripoli, Lebanon", "Peru, Indiana".

    Between two countries a comma makes a list: "attacking Taiwan, China".
    """
    assert isinstance(match.entry, State)
    region = _region(s, match.last) if match.form in {"name", "capital", "place"} else None
    if region is None or (match.form != "capital" and gazetteer.area_of(region) is None):
        return False
    town = gazetteer.town_in(s.slice(match.first, match.last), region)
    return town is not None and town.country != match.entry.code


def _in_area(match: Match, s: Sentence, gazetteer: Gazetteer) -> bool:
    """Return whether the match is a word of a region in another country: "British Columbia"."""
    assert isinstance(match.entry, State)
    first, last = match.first, match.last
    if first > 0 and s.is_proper(first - 1) and s.starts[first] == s.ends[first - 1] + 1:
        first -= 1
    elif last + 1 < len(s) and s.is_proper(last + 1) and s.starts[last + 1] == s.ends[last] + 1:
        last += 1
    if (first, last) == (match.first, match.last):
        return False
    area = gazetteer.area_of(s.slice(first, last))
    return area is not None and area.country != match.entry.code


def _region(s: Sentence, last: int) -> str | None:
    """Return the region named behind token last; None in a list: "Jordan, Lebanon and Iraq"."""
    region = following_region(s.text, s.ends[last] - s.offset)
    if region is None:
        return None
    behind = last + 2
    while behind < len(s) and s.ends[behind] - s.ends[last] <= len(region) + 1:
        behind += 1
    joined = behind < len(s) and s.words[behind] in {"and", "or", "&"}
    return None if joined or s.kid(last, "conj") is not None else region
