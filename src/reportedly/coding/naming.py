"""Builds parties from names and roles: what the lexicons know, put together by the phrase."""

from __future__ import annotations

from dataclasses import replace

from reportedly.coding.countries import OF, Countries
from reportedly.coding.gazetteer import Match
from reportedly.coding.memory import faded
from reportedly.coding.offices import has_held, held, role_of, sectors_of
from reportedly.coding.party import Party
from reportedly.coding.phrases import (
    TITLES,
    covering,
    left_edge,
    name_tokens,
    says_former,
    window,
    within,
)
from reportedly.lexicons import Organisation, Person, Role, State

#: words that put a role behind somebody for good; "then-president" was in office at the time
OVER = frozenset({"former", "ex", "onetime", "erstwhile"})
#: sectors that one leaves with the office
OFFICIAL = frozenset({"GOV", "LEG", "MIL", "SPY", "JUD", "COP"})
KIN = dict.fromkeys(("husband", "brother", "son", "father", "uncle", "king", "prince"), "m")
KIN |= dict.fromkeys(("wife", "sister", "daughter", "mother", "aunt", "queen", "princess"), "f")


class Namer(Countries):
    """The parties that names and roles of one sentence stand for."""

    def _named(self, known: Match, i: int, first: int) -> Party | None:
        if isinstance(known.entry, State):
            return self._state(known, i)
        if isinstance(known.entry, Organisation):
            return self._organisation(known, i)
        if isinstance(known.entry, Person):
            return self._person(known, i, first)
        return None

    def _state(self, known: Match, i: int) -> Party:
        state = known.entry
        assert isinstance(state, State)
        government = known.form in {"seat", "capital"}
        sectors = (state.sector,) if state.sector else ("GOV",) if government else ()
        return Party(
            first=known.first,
            last=known.last,
            head=i,
            name=state.name,
            country=state.code,
            sectors=sectors,
            actor_id=state.id,
            person=None if known.form == "people" else False,
            plural=known.form == "people",
            rules=(state.id,),
        )

    def _organisation(self, known: Match, i: int) -> Party | None:
        body = known.entry
        assert isinstance(body, Organisation)
        if known.form == "short" and body.id not in self.memory.seen_ids:
            return None
        return Party(
            first=known.first,
            last=known.last,
            head=i,
            name=body.name,
            country=body.country,
            sectors=sectors_of(body, self.when),
            role=role_of(body, self.when),
            actor_id=body.id,
            person=False,
            rules=(body.id,),
        )

    def _person(self, known: Match, i: int, first: int) -> Party:
        person = known.entry
        assert isinstance(person, Person)
        office = held(person.offices, self.when)
        titles = within(self.roles, first, i)
        told = titles[-1].entry if titles else None
        role = told.name if isinstance(told, Role) else (office.role or None) if office else None
        sectors = told.sector if isinstance(told, Role) else office.sectors if office else ()
        former = says_former(self.sentence, left_edge(self.sentence, i), i)
        if not office and not titles and has_held(person.offices, self.when):
            sectors, former = ("ELI",), True
        return Party(
            first=first if titles or former else known.first,
            last=known.last,
            head=i,
            name=person.name,
            country=person.country,
            sectors=sectors,
            role=role,
            former=former,
            actor_id=person.id,
            person=True,
            gender=self._title_gender(known.first),
            rules=(person.id, *(m.entry.id for m in titles[-1:])),
        )

    def _role(self, role: Match, i: int, first: int) -> Party:
        """Return the party of a phrase whose head is a role noun, with its apposed name."""
        s, entry = self.sentence, role.entry
        assert isinstance(entry, Role)
        first = min(first, role.first)
        country, more, rules = self._country(first, i)
        plural = s.tags[i] in {"NNS", "NNPS"}
        name = self._apposed(i) if entry.person and not plural else None
        former = says_former(s, left_edge(s, i), i)
        if name is None and entry.person and not plural and self._definite(i):
            holder = self.memory.role_holder(entry.name, country)
            if holder is not None:
                return faded(holder).at(first, i, i)
        return Party(
            first=first,
            last=i,
            head=i,
            name=name or s.slice(first, i),
            country=country,
            sectors=self._held(entry, more, i),
            role=entry.name,
            former=former,
            named=entry.named or name is not None,
            person=entry.person if entry.person and not plural else False if not plural else None,
            plural=plural,
            collective=entry.collective,
            gender=KIN.get(s.lemmas[i]),
            rules=(entry.id, *rules),
        )

    def _shared(self, role: Match, i: int, first: int) -> tuple[Party, ...]:
        """Return one party a country of "Armenian and Azerbaijani forces", or ()."""
        s = self.sentence
        if spread := self._spread(role, i, first):
            return spread
        states = [m for m in within(self.names, first, i) if isinstance(m.entry, State)]
        joined = {word.lower() for word in s.words[first:i]} & {"and", "or", ","}
        if len(states) < 2 or not joined or role.first <= states[-1].last:
            return ()
        whole = self._role(role, i, first)
        found = []
        for match in states:
            assert isinstance(match.entry, State)
            last = i if match is states[-1] else match.last
            name = f"{s.slice(match.first, match.last)} {s.slice(role.first, role.last)}"
            found.append(
                replace(
                    whole,
                    first=match.first,
                    last=last,
                    name=name,
                    country=match.entry.code,
                    rules=(role.entry.id, match.entry.id),
                )
            )
        return tuple(found)

    def _spread(self, role: Match, i: int, first: int) -> tuple[Party, ...]:
        """Return one party a country of "lawmakers in Poland and Hungary", or ()."""
        s = self.sentence
        if within(self.names, first, i):
            return ()
        for p in s.kids(i, "prep"):
            heads = [c for k in s.kids(p, "pobj") for c in s.conjuncts(k)]
            states = [q for c in heads for q in self.resolve(c) if q.is_state]
            if s.words[p].lower() in OF and len(states) > 1:
                whole = self._role(role, i, first)
                return tuple(
                    replace(
                        whole,
                        name=f"{whole.name} ({state.name})",
                        country=state.country,
                        rules=(role.entry.id, *state.rules),
                    )
                    for state in states
                )
        return ()

    def _held(self, entry: Role, more: tuple[str, ...], i: int) -> tuple[str, ...]:
        """Return the sectors of a role; elites first for one that is over ("a former general")."""
        first = left_edge(self.sentence, i)
        words = {word.lower() for word in self.sentence.words[first : i + 1]}
        over = ("ELI",) if words & OVER and OFFICIAL & set(entry.sector) else ()
        return tuple(dict.fromkeys((*over, *entry.sector, *more)))

    def _definite(self, i: int) -> bool:
        s = self.sentence
        return any(s.words[k].lower() == "the" for k in s.kids(i, "det"))

    def _apposed(self, i: int) -> str | None:
        """Return the name in apposition to a role: "the minister, Anna Keller"."""
        s = self.sentence
        for k in s.kids(i, "appos"):
            if s.is_proper(k) and not covering(self.roles, k):
                first, last = name_tokens(s, k, self.roles)
                return s.slice(first, last)
        return None

    def _proper(self, i: int, first: int) -> Party:
        """Return the party of a proper name that no entry knows: introduced here, or remembered."""
        s = self.sentence
        owned = [s.subtree(k)[-1] + 1 for k in s.kids(i, "poss")]
        titles = within(self.roles, max([first, *owned]), i)  # no title from a possessor
        begin, last = name_tokens(s, i, [*self.names, *self.roles])
        name = s.slice(begin, last)
        if titles:
            return self._titled(titles[-1], name, first, i)
        for k in s.kids(i, "appos"):
            role = covering(self.roles, k)
            if role is not None and isinstance(role.entry, Role) and role.entry.person:
                edge, _ = window(s, k)
                party = self._role(role, k, edge)
                return _renamed(party, name).at(begin, last, i)
        known = self.memory.person(name) or self.memory.person(s.words[i])
        if known is not None and (begin == i or known.name == name):
            return faded(known).at(begin, last, i)
        country, _, rules = self._country(first, i)
        gender = self._title_gender(begin)
        return Party(
            first=first,
            last=i,
            head=i,
            name=s.slice(first, i),
            country=country,
            person=True if gender else None,
            gender=gender,
            rules=rules,
        )

    def _title_gender(self, first: int) -> str | None:
        """Return the gender that a title at token first, or just before it, gives."""
        words = self.sentence.words
        near = (words[first], words[first - 1] if first else "")
        return next((TITLES[word] for word in near if word in TITLES), None)

    def _titled(self, title: Match, name: str, first: int, i: int) -> Party:
        entry = title.entry
        assert isinstance(entry, Role)
        country, more, rules = self._country(first, i)
        return Party(
            first=first,
            last=i,
            head=i,
            name=name,
            country=country,
            sectors=self._held(entry, more, i),
            role=entry.name,
            former=says_former(self.sentence, left_edge(self.sentence, i), i),
            person=entry.person,
            rules=(entry.id, *rules),
        )


def _renamed(party: Party, name: str) -> Party:
    return replace(party, name=name, named=True)
