"""The country that an article is about: whose the police, the minister or the court is.

Reports from one country say "the police" and mean its own. That is read only where the article
leaves no doubt: it names the country often, no other nearly so, and something happens there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from reportedly.coding.analysis import Analysis
from reportedly.coding.places.located import Located
from reportedly.lexicons import Lexicons, State
from reportedly.records import Actor, Claim, Span, Voice

#: how often the country is named at least; how much oftener than the next, and than the next
#: where that one is named as often as this itself
OFTEN, CLEARLY, FAR = 3, 2, 3

Places = Mapping[int, Sequence[Located]]


@dataclass(frozen=True, slots=True)
class Organs:
    """Which roles are a state's own, by the last word: police, minister, court.

    abroad   words before one that say that it may be another's: "foreign", "both"
    private  offices that clubs and firms have too; with a person's name they tell no state
    """

    roles: frozenset[str]
    abroad: frozenset[str]
    private: frozenset[str]

    @staticmethod
    def of(lexicons: Lexicons) -> Organs:
        """Return them as these lexicons have them."""
        classes = ("state_organs", "maybe_of_others", "offices_of_many")
        return Organs(*(lexicons.words(name) for name in classes))

    def fits(self, role: str, name: str, text: str, before: str) -> bool:
        """Return whether a role, told by that text with a word before, is a state's own.

        A capital inside the text is a name's: "Kurdish forces".
        """
        last = role.split()[-1] if role else ""
        if last not in self.roles or (last in self.private and last not in name.lower()):
            return False
        own = {part.lower() for part in (*role.split(), *(name if name != text else "").split())}
        others = [word for word in text.split() if word.lower() not in own]
        if any(word.lower().strip("'’") in self.abroad for word in (before, *others)):
            return False
        return not any(word[0].isupper() for word in others[1:] if word.isalpha())


def home_of(analysed: Sequence[Analysis], located: Places) -> str | None:
    """Return the code of the country that the article is about, or None where that is open."""
    named: Counter[str] = Counter()
    scenes: set[str] = set()
    for one in analysed:
        spans = []
        s = one.sentence
        for match in one.resolver.scene.names:
            if isinstance(match.entry, State):
                named[match.entry.code] += 1
                spans.append((s.starts[match.first], s.ends[match.last]))
        for place in located.get(s.offset, ()):
            country = place.candidate.country if place.candidate else None
            if country is None or not place.placed:
                continue
            if place.scene:
                scenes.add(country)
            if not any(start < place.end and place.start < end for start, end in spans):
                named[country] += 1
    ranked = [*named.most_common(2), ("", 0), ("", 0)]
    (first, times), (_, next_times) = ranked[:2]
    clear = times >= OFTEN and times >= (FAR if next_times >= OFTEN else CLEARLY) * next_times
    return first if clear and first in scenes else None


def at_home(claim: Claim, home: str | None, organs: Organs) -> Claim:
    """Return the claim, its organs of state without a country given the article's own.

    Not where the country stands on the other side: "the minister condemned Peru".
    """
    if home is None:
        return claim
    code = home

    def own[P: (Actor, Voice)](parties: Sequence[P]) -> tuple[P, ...]:
        return tuple(_own(party, code, organs, claim.sentence) for party in parties)

    fields: dict[str, object] = {"voices": own(claim.voices)}
    if not _is_met(claim.recipients, home):
        fields["actors"] = own(claim.actors)
    if not _is_met(claim.actors, home):
        fields["recipients"] = own(claim.recipients)
    return msgspec.structs.replace(claim, **fields)


def _is_met(parties: Sequence[Actor], home: str) -> bool:
    """Return whether the state itself, or an official of it, is among the parties."""
    return any(p.country == home and (p.actor_id or p.sector) for p in parties)


def _own[P: (Actor, Voice)](party: P, home: str, organs: Organs, sentence: Span) -> P:
    known = party.country or party.role is None or getattr(party, "actor_id", None)
    if known or party.start is None:
        return party
    words = sentence.text[: party.start - sentence.start].split()
    before = words[-1] if words else ""
    if not organs.fits(party.role or "", party.name or "", party.text or "", before):
        return party
    return msgspec.structs.replace(party, country=home)
