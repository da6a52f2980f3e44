"""What a reader remembers of the article so far: people by surname, who "he" and "it" are.

Enough for news, and no more: a pronoun without a clear holder stays unresolved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from reportedly.coding.cast.party import Party

#: how many sentences back a pronoun may reach
REACH = 3
#: words that make an office another one: "the president" is no vice president
OF_ANOTHER_RANK = frozenset({"assistant", "deputy", "prime", "shadow", "under", "vice"})
#: the role of whoever is told by a nationality alone; a state's code does not find them
NATIONAL = "national"


class Number(Enum):
    """What a third-person pronoun may stand for."""

    PERSON = "person"
    THING = "thing"
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Pronoun:
    """A third-person pronoun. gender: "m" or "f" of a person's; None for others."""

    number: Number
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class Memory:
    """The parties of one article up to a sentence; a later sentence has a memory of its own.

    sentence  number of the sentence that is being read
    mentions  (sentence number, its parties in the order of mention), oldest first
    people    named persons by full name, last and first word; None where two bear it
    called    surnames by which alone somebody has been called
    seen_ids  ids of the entries that have been named
    genders   "m" or "f" by name, as titles and pronouns told
    pairs     two parties named together: people under True, states under False
    topics    whom the sentence before was about: its subjects
    together  those of them that shared a verb: "Chad and Mali agreed"
    crowds    how many nouns of that sentence stand for several
    claimants  who said what the sentence before tells, where one alone did
    leisure   whether the article is of sport or show business
    plot      whether it tells what happens in a novel, film or play
    calamity  whether it is of a disaster or an accident
    campaign  whether it is of a campaign before an election
    mishap    number of the sentence that last told of an accident; None behind one of an attack
    befell    whether the sentence tells of an accident; False: of an attack; None: of neither
    """

    sentence: int = 0
    mentions: tuple[tuple[int, tuple[Party, ...]], ...] = ()
    people: Mapping[str, Party | None] = field(default_factory=dict)
    called: frozenset[str] = frozenset()
    seen_ids: frozenset[str] = frozenset()
    genders: Mapping[str, str] = field(default_factory=dict)
    pairs: Mapping[bool, tuple[Party, ...]] = field(default_factory=dict)
    topics: tuple[Party, ...] = ()
    together: tuple[Party, ...] = ()
    crowds: int = 0
    claimants: tuple[Party, ...] = ()
    leisure: bool = False
    plot: bool = False
    calamity: bool = False
    campaign: bool = False
    mishap: int | None = None
    befell: bool | None = None

    def next_sentence(self) -> Memory:
        """Return the memory at the next sentence."""
        return replace(self, sentence=self.sentence + 1)

    def noted(self, parties: Sequence[Party]) -> Memory:
        """Return the memory with these mentions; named persons also by the last word."""
        if not parties:
            return self
        genders = dict(self.genders)
        people = dict(self.people)
        surnames = {p.name.split()[-1] for p in parties if p.first == p.last and " " in p.name}
        called = self.called | surnames
        for party in parties:
            if party.gender:
                genders.setdefault(party.name, party.gender)
            if party.person and has_name(party):
                _introduce(people, party, called)
        return replace(
            self,
            mentions=(*self.mentions, (self.sentence, tuple(parties))),
            people=people,
            called=called,
            seen_ids=self.seen_ids | {p.actor_id for p in parties if p.actor_id},
            genders=genders,
        )

    def with_pair(self, parties: tuple[Party, ...]) -> Memory:
        """Return the memory with two parties named together: what "both" will stand for."""
        if len(parties) != 2 or parties[0].country == parties[1].country:
            return self
        pairs = dict(self.pairs)
        for people in (True, False):
            fit = [
                p for p in parties if (p.person is True and has_name(p) if people else p.is_state)
            ]
            if len(fit) == 2:
                pairs[people] = parties
        return replace(self, pairs=pairs)

    def with_genders(self, genders: Mapping[str, str]) -> Memory:
        """Return the memory with genders of names that had none."""
        return replace(self, genders={**genders, **self.genders}) if genders else self

    def person(self, name: str) -> Party | None:
        """Return the person that a surname or full name was introduced as, or None."""
        return self.people.get(name)

    def namesake(self, surname: str) -> Party | None:
        """Return somebody of the article with that surname ("Letts" of "Jack Letts"), or None.

        Nobody that a lexicon knows, for whom its own names are enough; nobody where two bear it.
        """
        found: Party | None = None
        for party in self._recent(None):
            words = party.name.split()
            told = party.person is not False and party.role != NATIONAL and has_name(party)
            if len(words) > 1 and words[-1] == surname and party.actor_id is None and told:
                if found is not None and found.name.split()[-2:] != words[-2:]:
                    return None
                found = found or party
        return found

    def pronoun(self, kind: Pronoun) -> Party | None:
        """Return who a third-person pronoun stands for, or None where it is not clear."""
        unsure: Party | None = None
        for party in self._recent(REACH):
            if agrees(kind, party, self.genders.get(party.name)):
                return party
            if unsure is None and may_agree(kind, party, self.genders.get(party.name)):
                unsure = party
        return unsure

    def carried(self, kind: Pronoun) -> Party | None:
        """Return who a pronoun stands for whose holder stands in the sentence before, or None.

        Only one whom that sentence was about, with no rival there: of whoever else was named,
        readers of marked news meant two in seven, and of "they" not every second.
        """
        if kind.number is Number.SEVERAL and self.crowds != 1:
            return None
        found = self.pronoun(kind)
        meant = [topic for topic in self.topics if self._may_be(kind, topic)]
        if found is None or not any(found.same(topic) for topic in meant):
            return None
        nameless = kind.number is Number.PERSON and found.person is None
        if nameless and not (found.gender or self.genders.get(found.name)):
            return None  # "North Carolina", "Pyongyang Metro"
        return found if all(found.same(topic) for topic in meant) else None

    def _may_be(self, kind: Pronoun, party: Party) -> bool:
        gender = party.gender or self.genders.get(party.name)
        return agrees(kind, party, gender) or may_agree(kind, party, gender)

    def role_holder(self, role: str, country: str | None) -> Party | None:
        """Return the named person last introduced in that role ("the minister"), or None."""
        for party in self._recent(None):
            named = party.person and has_name(party) and party.actor_id is None
            if named and shortens(role, party.role) and country in (None, party.country):
                return party
        return None

    def two(self, person: bool, together: bool = False) -> tuple[Party, ...]:
        """Return two that were named together ("both leaders", "the two countries"), or none.

        Else the only two that were named of late; of three, nobody knows which two are meant.
        person: two people are meant, not two states. together: only two that were named so:
        sides need be no states at all.
        """
        if together or person in self.pairs:
            return self.pairs.get(person, ())
        found: list[Party] = []
        for party in self._recent(2 * REACH):
            fits = party.person is True and has_name(party) if person else party.is_state
            if fits and not any(party.country == other.country for other in found):
                found.append(party)
        return tuple(reversed(found)) if len(found) == 2 else ()

    def _recent(self, reach: int | None) -> Iterator[Party]:
        """Yield the parties of the last sentences, latest first; reach None: of all."""
        for sentence, parties in reversed(self.mentions):
            if reach is not None and self.sentence - sentence > reach:
                return
            yield from reversed(parties)


def _introduce(people: dict[str, Party | None], party: Party, called: frozenset[str]) -> None:
    """Remember a person by full name, last word, and first word ("Kim" of "Kim Jong Un").

    A surname that two of the article bear is nobody's: None. Not where one of them has been called
    by it already.
    """
    words = party.name.split()
    for key in dict.fromkeys((party.name, words[-1], words[0])):
        known = people.get(key)
        richer = known is None or _richer(party, known)
        if key == words[-1] and _of_one_family(known, words) and key not in called:
            people[key] = None
        elif key == words[-1] and _of_one_family(known, words):
            continue  # "Ada Okoro" is not who "Okoro" was
        elif key in people and known is None:
            continue
        elif known is None or known.name == party.name or (key == words[-1] and richer):
            people[key] = party if known is None or richer else known


def _of_one_family(known: Party | None, words: Sequence[str]) -> bool:
    """Return whether a person known by a surname has another first name than these words."""
    other = known.name.split() if known is not None else []
    if len(other) < 2 or len(words) < 2 or other[-1] != words[-1]:
        return False
    apart = sum(a != b for a, b in zip(other[0], words[0], strict=False))
    return len(other[0]) != len(words[0]) or apart > 1  # "Kristin" and "Kristen" are one


def shortens(role: str, held: str | None) -> bool:
    """Return whether "the minister" may be said of a foreign minister; of no deputy minister."""
    if held is None or not held.lower().endswith(role.lower()):
        return False
    before = held.lower().removesuffix(role.lower()).split()
    return not before or before[-1] not in OF_ANOTHER_RANK


def has_name(party: Party) -> bool:
    """Return whether the party has a name of its own, not only a role ("a foreign minister")."""
    last = party.name.split()[-1]
    if not party.named or not last[0].isupper():
        return False
    return party.role is None or last.lower() not in party.role.lower().split()


def _richer(party: Party, known: Party) -> bool:
    return (party.country is not None) + bool(party.sectors) > (known.country is not None) + bool(
        known.sectors
    )


def agrees(kind: Pronoun, party: Party, gender: str | None) -> bool:
    """Return whether a pronoun can stand for a party of that gender."""
    if kind.number is Number.PERSON:
        same = gender is None or kind.gender in (None, gender)
        told = party.person is True or (party.person is None and gender is not None)
        return told and not party.plural and same
    if kind.number is Number.THING:
        return party.person is False and not party.plural
    return party.plural


def may_agree(kind: Pronoun, party: Party, gender: str | None) -> bool:
    """Return whether a party will do where none agrees for certain."""
    if kind.number is Number.PERSON:
        return _may_be_person(party) and (gender is None or kind.gender in (None, gender))
    return kind.number is Number.SEVERAL and party.collective


def _may_be_person(party: Party) -> bool:
    """Return whether a name that no entry knows can be a person's: two words, no country."""
    known = party.actor_id or party.role or party.country
    return party.person is None and not known and len(party.name.split()) == 2


def faded(party: Party) -> Party:
    """Return the party as remembered: rules of its first mention dropped."""
    return replace(party, rules=()) if party.rules else party
