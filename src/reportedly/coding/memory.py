"""What a reader remembers of the article so far: people by surname, who "he" and "it" are.

Enough for news, and no more: a pronoun without a clear holder stays unresolved.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.coding.party import Party

#: how many sentences back a pronoun may reach
REACH = 3
PERSONAL = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
GENDER = dict.fromkeys(("he", "him", "his", "himself"), "m")
GENDER |= dict.fromkeys(("she", "her", "herself"), "f")
NEUTRAL = frozenset({"it", "its", "itself"})
PLURAL = frozenset({"they", "them", "their", "themselves"})
FIRST = frozenset({"i", "we", "us", "me", "our", "my", "ourselves", "myself"})
PRONOUNS = PERSONAL | NEUTRAL | PLURAL


class Memory:
    """The parties of one article, in the order of mention. Filled sentence by sentence."""

    def __init__(self) -> None:
        self.people: dict[str, Party] = {}
        self.mentions: list[tuple[int, Party]] = []
        self.sentence = 0
        self.seen_ids: set[str] = set()
        self.genders: dict[str, str] = {}
        self.pairs: dict[bool, tuple[Party, ...]] = {}

    def next_sentence(self) -> None:
        """Say that a new sentence begins."""
        self.sentence += 1

    def note(self, party: Party) -> None:
        """Remember a mention; a named person also by the last word of the name."""
        self.mentions.append((self.sentence, party))
        if party.gender:
            self.genders.setdefault(party.name, party.gender)
        if party.actor_id:
            self.seen_ids.add(party.actor_id)
        if party.person and has_name(party):
            self._introduce(party)

    def _introduce(self, party: Party) -> None:
        """Remember a person by full name, last word, and first word ("Kim" of "Kim Jong Un")."""
        words = party.name.split()
        for key in dict.fromkeys((party.name, words[-1], words[0])):
            known = self.people.get(key)
            if (
                known is None
                or known.name == party.name
                or (key == words[-1] and _richer(party, known))
            ):
                self.people[key] = party if known is None or _richer(party, known) else known

    def note_pair(self, parties: tuple[Party, ...]) -> None:
        """Remember two parties named together ("A and B"): what "both" will stand for."""
        if len(parties) != 2 or parties[0].country == parties[1].country:
            return
        for people in (True, False):
            fit = [
                p for p in parties if (p.person is True and has_name(p) if people else p.is_state)
            ]
            if len(fit) == 2:
                self.pairs[people] = parties

    def person(self, name: str) -> Party | None:
        """Return the person that a surname or full name was introduced as, or None."""
        return self.people.get(name)

    def pronoun(self, word: str) -> Party | None:
        """Return who a third-person pronoun stands for, or None where it is not clear."""
        word = word.lower()
        unsure: Party | None = None
        for sentence, party in reversed(self.mentions):
            if self.sentence - sentence > REACH:
                break
            if _agrees(word, party, self.genders.get(party.name)):
                if word in GENDER:
                    self.genders.setdefault(party.name, GENDER[word])
                return party
            fallback = _may_be_person(party) if word in PERSONAL else party.collective
            if unsure is None and fallback and word not in NEUTRAL:
                unsure = party
        return unsure

    def role_holder(self, role: str, country: str | None) -> Party | None:
        """Return the named person last introduced in that role ("the minister"), or None."""
        for _, party in reversed(self.mentions):
            if party.person and has_name(party) and party.role and party.actor_id is None:
                ends = party.role.lower().endswith(role.lower())
                if ends and country in (None, party.country):
                    return party
        return None

    def two(self, person: bool) -> tuple[Party, ...]:
        """Return the two parties last named ("both leaders", "the two countries"), or none.

        person: two people are meant, not two states.
        """
        if person in self.pairs:
            return self.pairs[person]
        found: list[Party] = []
        for sentence, party in reversed(self.mentions):
            if self.sentence - sentence > 2 * REACH:
                break
            fits = party.person is True and has_name(party) if person else party.is_state
            if fits and not any(party.country == other.country for other in found):
                found.append(party)
            if len(found) == 2:
                return tuple(reversed(found))
        return ()

    def half(self, side: str) -> Party | None:
        """Return the state that "the North" or "the South" stands for in this article."""
        for _, party in reversed(self.mentions):
            if party.name in {f"{side} Korea", f"{side} Sudan"}:
                return party
        return None


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


def _agrees(word: str, party: Party, gender: str | None) -> bool:
    if word in PERSONAL:
        same = gender is None or GENDER.get(word) in (None, gender)
        return party.person is True and not party.plural and same
    if word in NEUTRAL:
        return party.person is False and not party.plural
    return party.plural


def _may_be_person(party: Party) -> bool:
    """Return whether a name that no entry knows can be a person's: two words, no country."""
    known = party.actor_id or party.role or party.country
    return party.person is None and not known and len(party.name.split()) == 2


def faded(party: Party) -> Party:
    """Return the party as remembered: rules of its first mention dropped."""
    return replace(party, rules=())
