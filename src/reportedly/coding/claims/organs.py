"""Organs of state of which no words say whose they are: those of the article's own country."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from reportedly.coding.claims.home import Ground, scene_of
from reportedly.coding.claims.seats import at_seat, behind
from reportedly.coding.places.located import Located
from reportedly.lexicons import Lexicons
from reportedly.records import Actor, Claim, Span, Voice

BRITAIN = "GBR"
#: sectors of armed groups; types of acts that bring officials of two states together
ARMED = frozenset({"MIL", "PRM", "REB", "UAF"})
TALKS = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: types of acts that police and courts do where they are
FORCE = frozenset({"ACCUSE", "ASSAULT", "COERCE"})


@dataclass(frozen=True, slots=True)
class Organs:
    """Which roles are a state's own, by the last word: police, minister, court.

    abroad   words before one that say that it may be another's: "foreign", "both"
    private  offices that clubs and firms have too; with a person's name they tell no state
    bodies   of a country's life, one of which may be meant: the union, the grid operator
    fields   what a state's secretary is the secretary of: labour, defence
    staying  who serve where they act: police, a court
    ranks    of whom a country has many: "two officers" are not of two countries
    peoples  without a state that have armed groups; bands: what these are called
    charities  of no country, if nothing tells one
    british  offices that are called so in one state; sides: words that name no town
    counts   words before these: "two officers"
    gone     words before an office that is over: "former"
    speaking words by which speakers mean themselves: "we"
    pairs    words before two of one kind: "both"; single: of whom each state has one
    levels   of a state's own offices: "provincial"
    """

    roles: frozenset[str]
    abroad: frozenset[str]
    private: frozenset[str]
    bodies: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    staying: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    peoples: frozenset[str] = frozenset()
    bands: frozenset[str] = frozenset()
    charities: frozenset[str] = frozenset()
    british: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    counts: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()

    @staticmethod
    def of(lexicons: Lexicons) -> Organs:
        """Return them as these lexicons have them."""
        classes = (
            "state_organs", "maybe_of_others", "offices_of_many", "bodies_at_home",
            "fields_of_ministers", "organs_that_stay", "ranks_of_many", "peoples_in_arms",
            "armed_bands", "nongovernmental", "offices_of_britain",
            "compass_sides", "counts_of_few", "former", "first_pronouns", "pair_words",
            "one_of_each_state", "levels_of_government",
        )  # fmt: skip
        return Organs(*(lexicons.words(name) for name in classes))

    def fits(self, role: str, name: str, text: str, before: str) -> bool:
        """Return whether a role, told by that text with a word before, is a state's own.

        A capital inside the text is a name's: "Kurdish forces".
        """
        words = [word.lower() for word in text.split()]
        last = role.split()[-1] if role else ""
        if " " in role and role in self.abroad:
            return False
        if last == "secretary" and name == text:
            return bool(self.fields & set(words)) and before.lower() not in self.abroad
        body = last in self.bodies and name == text == text.lower() and words[-1] == last
        if not body and last not in self.roles and role not in self.roles:
            return False
        if last in self.private and last not in name.lower():
            return False
        own = {part.lower() for part in (*role.split(), *(name if name != text else "").split())}
        others = [word for word in text.split() if word.lower() not in own]
        ours = last in self.staying or bool(self.levels & set(words))
        before = "" if ours and before.lower() in {"a", "an"} else before
        told = {word.lower().strip("'’") for word in (before, *others)}
        if told & (self.abroad - self.counts if last in self.ranks else self.abroad):
            return False
        others = [word for word in others[:-1] if word.isalpha()] if name == text else others
        return not any(word[0].isupper() for word in others[1:] if word.isalpha())

    def fights(self, party: Actor | Voice) -> bool:
        """Return whether a party is an armed group of a people without a state: "Tuareg men"."""
        words = {word.lower().removesuffix("-led") for word in (party.text or "").split()[:-1]}
        armed = (party.sector in ARMED) or (party.role or "") in self.bands
        return armed and bool(words & self.peoples)

    def backed(self, party: Actor | Voice) -> bool:
        """Return whether a party is an armed group that only its backer is told of, by words that
        say whose it is not: "Chad-backed rebels"."""
        words = (party.text or "").split()[:-1]
        armed = party.sector in ARMED or (party.role or "") in self.bands
        return armed and any(word.lower().endswith("-backed") for word in words)

    def served(self, party: Actor | Voice, before: str) -> bool:
        """Return whether a party once held an office that is a state's own: "a former official".

        Of ranks there are many, and whoever left them may have left the country, too.
        """
        words = [w for w in (party.text or "").split() if w.lower() not in self.gone]
        role = (party.role or "").split()
        if not words or not role or role[-1] in self.ranks:
            return False
        one = "" if before.lower() in {"a", "an", "one"} else before
        text = " ".join(words)
        name = text if party.name == party.text else party.name or ""
        return self.fits(role[-1], name, text, one)

    def stay(self, role: str) -> bool:
        """Return whether whoever has the role acts for the country that they act in."""
        return bool(role) and role.split()[-1] in self.staying


def at_home(
    claim: Claim,
    ground: Ground,
    located: Sequence[Located],
    organs: Organs,
    owners: Mapping[int, Actor],
) -> Claim:
    """Return the claim, its organs of state without a country given the article's own.

    Not where the country stands on the other side: "the minister condemned Peru". Police and
    courts that act at a told place are that place's, whatever the article is about. Towns and
    regions have the country that the article's places give them.

    located: the places of the sentence. owners: whose parties are, by where these start
    """
    home = ground.home()
    here = claim.place.country if claim.place is not None else None
    if home is None and claim.type in FORCE:
        here = here or scene_of(located)

    def own[P: (Actor, Voice)](
        parties: Sequence[P], others: Sequence[Actor] | None
    ) -> tuple[P, ...]:
        at = home if others is None or not _is_met(others, home, claim.type) else None
        there = here if others is claim.recipients else None

        def owned[Q: (Actor, Voice)](party: Q) -> Q:
            seat = behind(party, located, claim.sentence) or at_seat(party, located, claim)
            return _own(party, at or seat, there, ground, organs, claim.sentence)

        return tuple(_with(owned(party), owners, owned) for party in parties)

    voices = own(claim.voices, None)
    speaker = voices[-1].country if voices else None

    def told(parties: Sequence[Actor], others: Sequence[Actor]) -> tuple[Actor, ...]:
        found = _of_speaker(own(parties, others), speaker, organs)
        return tuple(
            one for party in found for one in _of_each(party, ground, organs, claim.sentence)
        )

    return msgspec.structs.replace(
        claim,
        voices=voices,
        actors=told(claim.actors, claim.recipients),
        recipients=told(claim.recipients, claim.actors),
    )


def _with[P: (Actor, Voice)](
    party: P, owners: Mapping[int, Actor], owned: Callable[[Actor], Actor]
) -> P:
    """Return a party without a country as of its owner's: "its spokesman"."""
    owner = owners.get(party.start) if party.start is not None else None
    if party.country or owner is None:
        return party
    country = owner.country or owned(owner).country
    return msgspec.structs.replace(party, country=country) if country else party


def _of_each(party: Actor, ground: Ground, organs: Organs, sentence: Span) -> tuple[Actor, ...]:
    """Return an organ for each of the states that the article is between: "both armies"."""
    words = (party.text or "").lower().split()
    if party.country or party.start is None or party.role not in organs.single:
        return (party,)
    before = sentence.text[: party.start - sentence.start].lower().split()[-1:]
    definite = words[0] not in organs.counts or before == ["the"]
    if words[0] not in organs.pairs or not definite or set(words) & (organs.abroad - organs.pairs):
        return (party,)
    codes = ground.between(2)
    return tuple(msgspec.structs.replace(party, country=code) for code in codes) or (party,)


def _of_speaker(parties: Sequence[Actor], country: str | None, organs: Organs) -> tuple[Actor, ...]:
    """Return the parties, those by which the speaker means himself as of his country."""
    return tuple(
        msgspec.structs.replace(one, country=country)
        if one.country is None and (one.text or "").lower() in organs.speaking
        else one
        for one in parties
    )


def _is_met(parties: Sequence[Actor], home: str | None, type_: str | None) -> bool:
    """Return whether the state itself is among the parties, or of talks an official of it."""
    return home is not None and any(
        p.country == home
        and ((p.actor_id or "").startswith("state.") or (p.sector and type_ in TALKS))
        for p in parties
    )


def _own[P: (Actor, Voice)](
    party: P, home: str | None, here: str | None, ground: Ground, organs: Organs, sentence: Span
) -> P:
    if isinstance(party, Actor) and party.sector == "ELI" and organs.ranks & {party.role}:
        party = msgspec.structs.replace(party, sector=None, sectors=())  # "a former soldier"
    region = ground.towns.get(party.name or "")
    if party.country and region and region != party.country and _is_state(party):
        return _as_region(party, region)
    if party.country or party.start is None or getattr(party, "actor_id", None):
        return party
    words = sentence.text[: party.start - sentence.start].split()
    before = words[-1] if words else ""
    if party.role is None:
        text = party.text or ""
        town = ground.towns.get(text) if before.lower() != "the" else None  # "the North"
        side = text.lower() in organs.sides
        return msgspec.structs.replace(party, country=town) if town and not side else party
    if party.role in organs.charities:
        return msgspec.structs.replace(party, country="NGO")
    if organs.fights(party):
        return _fighting(party, ground.war())
    if party.sector == "ELI" or getattr(party, "former", False):
        once = organs.served(party, before)
        return msgspec.structs.replace(party, country=home) if once else party
    if organs.backed(party):
        return _fighting(party, here or ground.war())
    if party.role in organs.british and ground.named[BRITAIN]:
        return msgspec.structs.replace(party, country=BRITAIN)
    if not organs.fits(party.role, party.name or "", party.text or "", before):
        return party
    country = (here if here and organs.stay(party.role) else None) or home
    return msgspec.structs.replace(party, country=country)


def _is_state(party: Actor | Voice) -> bool:
    return not party.sector and not party.role


def _as_region[P: (Actor, Voice)](party: P, country: str) -> P:
    """Return what bears a state's name as the region of another one that the article means: the
    Georgia of an Atlanta trial."""
    if isinstance(party, Actor):
        return msgspec.structs.replace(party, country=country, actor_id=None)
    return msgspec.structs.replace(party, country=country)


def _fighting[P: (Actor, Voice)](party: P, country: str | None) -> P:
    """Return an armed group of a people without a state as the rebels that it is there."""
    if country is None:
        return party
    fields: dict[str, object] = {"country": country, "sector": "REB"}
    if isinstance(party, Actor):
        fields["sectors"] = tuple(dict.fromkeys(("REB", *party.sectors)))
    return msgspec.structs.replace(party, **fields)
