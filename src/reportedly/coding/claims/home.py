"""The country that an article is about: whose the police, the minister or the court is.

Reports from one country say "the police" and mean its own. That is read only where the article
leaves no doubt: it names the country often, no other nearly so, and what happens, happens there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.countries import OFFICIAL
from reportedly.coding.cast.memory import Memory
from reportedly.coding.places.gazetteer import WIDE, Gazetteer
from reportedly.coding.places.located import Located
from reportedly.coding.sentences.bounds import pieces
from reportedly.lexicons import Organisation, Person, State
from reportedly.ontology import SUPRANATIONAL
from reportedly.records import Article

#: how often the country is named at least; how much oftener than the next one, than one that is
#: named as often itself, and where all that happens is told to happen elsewhere
OFTEN, CLEARLY, FAR, ABROAD = 3, 2, 2.5, 4
#: a firm may be at home elsewhere than what is told of it; a dateline tells where a report is from
FIRM, DATELINE = 0.5, 2
#: how many sentences, the headline among them, tell what a report is about
LEDE = 3
NOWHERE = SUPRANATIONAL | {None}
#: what a dateline begins with
_TOWN = re.compile(r"[^\W\d_][\w.'’ -]*[^\W\d_]")

Places = Mapping[int, Sequence[Located]]


@dataclass(frozen=True, slots=True)
class Ground:
    """What an article tells of countries.

    named     how often each is named: itself, its places, its officials
    firms     how often bodies of its that hold no office
    places    how often its towns and regions, and its armed groups
    scenes    in which of them it says that things happen
    towns     names of towns and regions that act or are acted upon, with their countries
    dateline  where the report is sent from
    lede      of which its headline and first sentences speak
    """

    named: Counter[str]
    firms: Counter[str]
    places: Counter[str]
    scenes: frozenset[str]
    towns: Mapping[str, str]
    dateline: str | None = None
    lede: frozenset[str] = frozenset()

    def war(self) -> str | None:
        """Return the country that the article's places and armed groups are of, or None."""
        ranked = [*self.places.most_common(2), ("", 0), ("", 0)]
        (first, times), (_, others) = ranked[:2]
        return first if times >= CLEARLY and times >= CLEARLY * others else None

    def home(self) -> str | None:
        """Return the country that the article is about, or None where that is open."""
        codes = self.named.keys() | self.firms.keys()
        every = {code: self.named[code] + FIRM * self.firms[code] for code in codes}
        ranked = sorted(every.items(), key=lambda one: (-one[1], one[0]))
        (first, times), (_, others) = [*ranked, ("", 0.0), ("", 0.0)][:2]
        here = first in self.scenes
        if self.opens_with(first):
            return first
        if not others and (here or self.named[first] >= CLEARLY):
            return first or None
        if self.named[first] < CLEARLY:
            return None
        least = CLEARLY if here and (others <= OFTEN or first == self.dateline) else FAR
        if not here:
            least = ABROAD if self.scenes else OFTEN
        return first if times >= OFTEN and times >= least * others else None

    def between(self, several: int) -> tuple[str, ...]:
        """Return the so many countries that the article is between, in the order of their codes;
        () where it names another one nearly as often, or one of them in passing."""
        ranked = self.named.most_common(several + 1)
        counts = [n for _, n in ranked] + [0, 0]
        if len(ranked) < several or counts[several - 1] < OFTEN:
            return ()
        clear = counts[several - 1] >= CLEARLY * counts[several]
        return tuple(sorted(code for code, _ in ranked[:several])) if clear else ()

    def opens_with(self, country: str) -> bool:
        """Return whether the article opens with that country alone, names it the most, and says
        that something happens there."""
        others = max((n for code, n in self.named.items() if code != country), default=0)
        most = self.named[country] > max(others, 1)
        return most and self.lede == {country} and country in self.scenes


def ground_of(analysed: Sequence[Analysis], located: Places, dateline: str | None) -> Ground:
    """Return what the article tells of countries.

    dateline: the country that the report is sent from, None where that is not told
    """
    named, firms, armed = Counter[str](), Counter[str](), Counter[str]()
    if dateline is not None:
        named[dateline] += DATELINE
    for one in analysed:
        for match in one.resolver.scene.names:
            entry = match.entry
            if isinstance(entry, State):
                named[entry.code] += 1
            elif isinstance(entry, Person | Organisation) and entry.country not in NOWHERE:
                sectors = set(_sectors(entry))
                (named if OFFICIAL & sectors else firms)[entry.country or ""] += 1
                armed[entry.country or ""] += "REB" in sectors
    places = Counter(_placed(analysed, located))
    scenes = {dateline} if dateline is not None else set()
    found = (scene for row in located.values() for scene in scenes_of(row))
    scenes.update(found)
    return Ground(
        named + places,
        firms,
        places + armed,
        frozenset(scenes),
        _towns(analysed, located),
        dateline,
        frozenset(_opening(analysed, located)),
    )


def _opening(analysed: Sequence[Analysis], located: Places) -> Iterator[str]:
    """Yield the countries of which the headline and the first sentences speak."""
    for one in analysed[:LEDE]:
        for match in one.resolver.scene.names:
            entry = match.entry
            if isinstance(entry, State):
                yield entry.code
            elif isinstance(entry, Person | Organisation) and entry.country not in NOWHERE:
                yield entry.country or ""
        places = (p for p in located.get(one.sentence.offset, ()) if p.placed and p.candidate)
        yield from (p.candidate.country for p in places if p.candidate and p.candidate.country)


def _placed(analysed: Sequence[Analysis], located: Places) -> Iterator[str]:
    """Yield the countries of the places that no name of a state covers."""
    for one in analysed:
        s = one.sentence
        spans = [
            (s.starts[match.first], s.ends[match.last])
            for match in one.resolver.scene.names
            if isinstance(match.entry, State)
        ]
        for place in located.get(s.offset, ()):
            free = not any(start < place.end and place.start < end for start, end in spans)
            country = place.candidate.country if place.candidate is not None else None
            if country is not None and place.placed and free:
                yield country


def _towns(analysed: Sequence[Analysis], located: Places) -> dict[str, str]:
    """Return the names that are places wherever the article has them, with their countries.

    None that is somebody's surname in it.
    """
    people = _surnames(analysed)
    every = [one for row in located.values() for one in row if one.candidate is not None]
    return {
        one.text: one.candidate.country
        for one in every
        if one.candidate and one.candidate.country and one.text not in people
        and (one.placed or one.candidate.feature in WIDE)
    }  # fmt: skip


def _surnames(analysed: Sequence[Analysis]) -> set[str]:
    """Return the last words of the names of whoever may be a person in the article."""
    memory = analysed[-1].resolver.scene.memory if analysed else Memory()
    told = (p for _, row in memory.mentions for p in row if p.person is not False)
    return {p.name.split()[-1] for p in told if " " in p.name and p.actor_id is None}


def scene_of(located: Sequence[Located]) -> str | None:
    """Return the one country in which a sentence says that something happens, or None."""
    told = scenes_of(located)
    return next(iter(told)) if len(told) == 1 else None


def scenes_of(located: Sequence[Located]) -> set[str]:
    """Return the countries in which a sentence says that something happens."""
    countries = (p.candidate.country for p in located if p.candidate and p.placed and p.scene)
    return {country for country in countries if country is not None}


def _sectors(entry: Person | Organisation) -> Iterator[str]:
    if isinstance(entry, Organisation):
        yield from entry.sector
    for office in entry.offices:
        yield from office.sectors


def dateline_country(article: Article, datelines: re.Pattern[str], places: Gazetteer) -> str | None:
    """Return the country of the town in the article's first dateline, None without one."""
    for piece in pieces(article):
        line = datelines.match(article.text[piece.start : piece.end])
        town = _TOWN.match(line.group()) if line is not None else None
        if town is not None:
            return places.country_of(town.group().title())
    return None
