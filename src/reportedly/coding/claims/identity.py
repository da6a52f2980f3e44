"""Who it is: ids for parties with a name that no lexicon knows, the same through the article.

They are given last: what comes before asks whether a lexicon knows a party.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from msgspec.structs import replace

from reportedly.coding.analysis import Analysis
from reportedly.coding.cast.party import Party
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Lexicons, Organisation, Person
from reportedly.records import Actor, Claim
from reportedly.records.identity import coined, spelling

#: letters of the longest word without a capital that a name may have inside: "van", "and"
_SMALL = 3
#: where a party stands, and what it is called
Mention = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Known:
    """Whom the lexicons know by a full name, by its spelling, and the titles before names."""

    entries: Mapping[str, Person | Organisation]
    titles: frozenset[str]

    @staticmethod
    def of(lexicons: Lexicons) -> Known:
        """Return them as these lexicons have them; a name of two entries is nobody's."""
        found: dict[str, set[Person | Organisation]] = {}
        entries: list[Person | Organisation] = [*lexicons.table(Person)]
        for entry in (*entries, *lexicons.table(Organisation)):
            for name in (entry.name, *entry.names):
                if " " in name or "-" in name:
                    found.setdefault(spelling(name), set()).add(entry)
        alone = {name: bearers.pop() for name, bearers in found.items() if len(bearers) == 1}
        titles = lexicons.words("titles") | lexicons.words("courtesy_titles")
        return Known(alone, frozenset(title.lower() for title in titles))

    def untitled(self, name: str) -> str:
        """Return the name without the titles before it."""
        words = name.split()
        while len(words) > 1 and words[0].lower() in self.titles:
            words = words[1:]
        return " ".join(words)


class Told(NamedTuple):
    """What one mention tells of somebody with a name; country empty and sectors () when unknown."""

    kind: str
    country: str
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Identities:
    """Who the parties of one article are.

    names  mention → name without titles
    told   spelling of a name → what its mentions tell, in text order
    """

    known: Known
    names: Mapping[Mention, str]
    told: Mapping[str, Sequence[Told]]

    def identified(self, claim: Claim) -> Claim:
        """Return the claim with the ids of its actors and recipients."""
        actors = tuple(map(self._who, claim.actors))
        recipients = tuple(map(self._who, claim.recipients))
        if (actors, recipients) == (claim.actors, claim.recipients):
            return claim
        return replace(claim, actors=actors, recipients=recipients)

    def _who(self, actor: Actor) -> Actor:
        name = self.names.get(_mention(actor)) if actor.actor_id is None else None
        if name is None:
            return actor
        told = self.told[spelling(name)]
        countries = {one.country for one in told} - {""}
        country = actor.country or (min(countries) if len(countries) == 1 else None)
        entry = self.known.entries.get(spelling(name))
        if entry is not None and country in (None, entry.country):
            return replace(actor, name=entry.name, country=entry.country, actor_id=entry.id)
        kind = next((one.kind for one in told if one.kind != "name"), "name")
        sectors = tuple(sector for one in told for sector in one.sectors)
        if " " not in name and not (country and sectors and kind == "person"):
            return actor  # a surname alone is many people's
        return replace(actor, actor_id=coined(kind, name, country, sectors).id)


def identities_of(
    claims: Iterable[Claim], analysed: Sequence[Analysis], known: Known
) -> Identities:
    """Return who the parties of the article's claims are."""
    named = {mention: (name, kind) for mention, name, kind in _named(analysed, known)}
    told: dict[str, list[Told]] = {}
    for claim in claims:
        for actor in (*claim.actors, *claim.recipients):
            if actor.actor_id is None and (mention := _mention(actor)) in named:
                name, kind = named[mention]
                here = Told(kind, actor.country or "", actor.sectors)
                told.setdefault(spelling(name), []).append(here)
    names = {mention: name for mention, (name, _) in named.items() if spelling(name) in told}
    return Identities(known, names, told)


def _mention(actor: Actor) -> Mention:
    return actor.start, actor.end, actor.name


def _named(analysed: Iterable[Analysis], known: Known) -> Iterator[tuple[Mention, str, str]]:
    """Yield mention, name without titles, and kind of every party that has a name."""
    for one in analysed:
        s = one.sentence
        for draft in one.drafts:
            for party in (*draft.actors, *draft.recipients):
                name = known.untitled(party.name)
                if _has_name(party, name):
                    mention = s.starts[party.first], s.ends[party.last], party.name
                    yield mention, name, _kind(party, name, s)


def _has_name(party: Party, name: str) -> bool:
    """Return whether a party is somebody by a name, no description and no place."""
    if party.actor_id or party.unknown or party.plural or party.place or not party.named:
        return False
    words = name.split()
    inside = all(_capital(word) or len(word) <= _SMALL for word in words[:-1])
    return bool(words) and _capital(words[0]) and _capital(words[-1]) and inside


def _capital(word: str) -> bool:
    """Return whether a word is a name's: "Keller", "al-Sham", "A.", "Jr."."""
    return any(part[:1].isupper() for part in word.split("-")) and word.rstrip(".")[-1:].isalnum()


def _kind(party: Party, name: str, s: Sentence) -> str:
    """Return person, org, or name where nothing tells: neither title nor first name nor a body."""
    if s.among(party.head, "bodies"):
        return "org"
    first = range(party.first, party.last)
    called = any(s.among(k, "masculine_names") or s.among(k, "feminine_names") for k in first)
    if party.person or party.gender or name != party.name or called:
        return "person"
    return "org" if party.collective or party.person is False else "name"
