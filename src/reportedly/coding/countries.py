"""Whose somebody is: the country that a demonym, possessor or "of" phrase brings to a role."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.coding.gazetteer import Match
from reportedly.coding.memory import Memory
from reportedly.coding.offices import sectors_of
from reportedly.coding.party import Party
from reportedly.coding.phrases import covering, window, within
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Organisation, Person, State

#: prepositions that say whose somebody is: "officials in Seoul", "president of France"
OF = ("of", "in", "from", "at", "within", "for", "with", "inside", "to")
#: country, sectors and rules that a phrase brings
Country = tuple[str | None, tuple[str, ...], tuple[str, ...]]


class Countries:
    """The countries that the phrases of one sentence name.

    The Resolver above finds the phrases and says who a token is: `resolve` and `owner` are
    its own, and are asked here for possessors and "of" phrases.
    """

    def __init__(
        self, sentence: Sentence, names: list[Match], memory: Memory, when: str | None
    ) -> None:
        self.sentence, self.names, self.memory, self.when = sentence, names, memory, when
        self.roles: list[Match] = []
        self.city_country: Callable[[str], str | None] = lambda _: None

    def resolve(self, i: int) -> tuple[Party, ...]:
        """Return who the noun phrase headed by token i names."""
        raise NotImplementedError

    def owner(self, i: int) -> tuple[Party, ...]:
        """Return whoever the thing headed by token i belongs to."""
        raise NotImplementedError

    def country(self, first: int, i: int) -> str | None:
        """Return the country that the noun phrase from first to its head i names, or None."""
        return self._country(first, i)[0]

    def _country(self, first: int, i: int) -> Country:
        """Return country, sectors and rules that names between first and i, or after i, bring."""
        for match in within(self.names, first, i):
            if isinstance(match.entry, State):
                return match.entry.code, (), (match.entry.id,)
            if isinstance(match.entry, Organisation) and match.form != "short":
                return match.entry.country, sectors_of(match.entry, self.when), (match.entry.id,)
            if isinstance(match.entry, Person) and match.last < i:
                return match.entry.country, (), (match.entry.id,)
        known = self._country_after(i) or self._country_of_owner(i)
        if known is not None:
            return known
        city = self._city(first, i)
        return (city, (), ()) if city else self._country_shared(i)

    def _city(self, first: int, i: int) -> str | None:
        """Return the country of a city in the phrase: "Istanbul prosecutors", "police in Kano"."""
        s = self.sentence
        role = covering(self.roles, i) or next(iter(within(self.roles, first, i)), None)
        if role is None:
            return None
        runs = [[k for k in range(first, role.first) if s.is_proper(k)]]
        for p in s.kids(i, "prep"):
            if s.words[p].lower() in {"in", "of", "from", "at"}:
                runs += [list(range(window(s, k)[0], k + 1)) for k in s.kids(p, "pobj")]
        for run in runs:
            if run and all(s.is_proper(k) for k in run) and run[-1] - run[0] == len(run) - 1:
                found = self.city_country(s.slice(run[0], run[-1]))
                if found:
                    return found
        return None

    def _country_of_owner(self, i: int) -> Country | None:
        """Return the country of a possessor that only memory knows: "his foreign minister"."""
        s = self.sentence
        for k in s.kids(i, "poss"):
            for party in self.resolve(k):
                return party.country, (), party.rules
        return None

    def _country_after(self, i: int) -> Country | None:
        s = self.sentence
        for p in s.kids(i, "prep"):
            if s.words[p].lower() not in OF:
                continue
            for k in s.kids(p, "pobj"):
                party = next(iter(self.resolve(k) or self.owner(k)), None)
                if party and party.country:
                    body = party.person is False and not party.is_state
                    return party.country, party.sectors if body else (), party.rules
        return None

    def _country_shared(self, i: int) -> Country:
        """Return the country that stands once for two: "the Malian army and police"."""
        s = self.sentence
        up = s.heads[i]
        bare = s.deps[i] == "conj" and s.kid(i, "det", "poss") is None and s.is_noun(up)
        if not bare or covering(self.roles, up) is None:
            return None, (), ()
        first, _ = window(s, up)
        for match in within(self.names, first, up):
            if isinstance(match.entry, State):
                return match.entry.code, (), (match.entry.id,)
        return None, (), ()
