"""What is known of a sentence when its predicates are chosen and their slots are filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.coding.cast.antecedents import kind_of
from reportedly.coding.cast.memory import Pronoun
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.mentions.goods import Goods
from reportedly.coding.mentions.noun_phrases import counted, covering, empty_phrase
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Evidence:
    """One sentence with its slots, who is who, its goods, and what the lexicons know of words."""

    slots: Slots
    resolver: Resolver
    goods: Goods
    vocabulary: Vocabulary

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.slots.sentence

    def governing(self, verb: int, heads: Sequence[int]) -> Evidence:
        """Return the evidence with heads as the object of verb."""
        return replace(self, slots=self.slots.governing(verb, heads))

    def who(self, t: int, slot: str) -> tuple[Party, ...]:
        """Return who token t names in that slot."""
        s = self.sentence
        if slot == "modifier":
            venue = s.among(s.heads[t], "venue_nouns")
            known = covering(self.resolver.scene.names, t)
            if venue and known is not None and known.form in {"capital", "seat"}:
                return ()
            return self.resolver.adjective(t)
        if slot == "dative" and s.deps[t] in {"compound", "nmod"} and not self._receives(t):
            return ()
        if empty_phrase(s, t):
            return ()
        one, t = t, counted(s, t)
        found = self.resolver.resolve(t)
        if not found and s.tags[t] != "CD":  # "killed nine in Kori": Kori owns no nine
            found = self._owner(t, slot)
        if one < t and s.tags[one] == "CD":
            found = tuple(_some_of(s, one, party) for party in found)
        kind = kind_of(s, t) if slot == "possessive" and not found else None
        return found or (self.resolver.unknown(t, kind) if kind else ())

    def pronoun(self, t: int) -> Pronoun | None:
        """Return which pronoun token t is, None for any other word."""
        return kind_of(self.sentence, t) if self.sentence.tags[t] in {"PRP", "PRP$"} else None

    def _owner(self, t: int, slot: str) -> tuple[Party, ...]:
        """Return whose thing t is; "a tanker with 22 men on board" is not theirs."""
        s = self.sentence
        if s.among(t, "using_nouns") and s.kid(t, "poss") is None:
            return ()  # "condemned the use of Twitter"
        waged = any(s.words[p].lower() in {"on", "against"} for p in s.kids(t, "prep"))
        if slot == "subject" and s.among(t, "happenings") and not waged:
            return ()  # "displaced by Sudan's war", "killed by Mali's heat": nobody did it
        found = self.resolver.owner(t, acting=slot == "subject") or self._armed(t, slot)
        good = self.goods.at(t)
        if not found or good is None or not good.category.startswith("transport"):
            return found
        aboard = {
            k for p in s.kids(t, "prep") if s.words[p].lower() == "with" for k in s.subtree(p)
        }
        return tuple(party for party in found if party.head not in aboard)

    def _armed(self, t: int, slot: str) -> tuple[Party, ...]:
        """Return whose weapon t is by the word before it: "killed by an army shell"."""
        s = self.sentence
        if slot not in {"by", "subject"} or not s.among(t, "blamed_weapons"):
            return ()
        before = s.kids(t, "compound", "nmod")
        found = (p for k in before for p in self.resolver.resolve(k))
        return tuple(p for p in found if {"MIL", "COP"} & set(p.sectors))[:1]

    def _receives(self, t: int) -> bool:
        """Return whether a name before a noun is somebody known and no maker of the thing."""
        known = covering(self.resolver.scene.names, t)
        return known is not None and not known.maker


def _some_of(s: Sentence, t: int, party: Party) -> Party:
    """Return the part of several that token t counts: "one of the senators" is not all of them."""
    if party.is_state or party.first < t:
        return party
    several = s.words[t].lower() != "one"
    name = s.slice(t, party.last)
    return replace(
        party, first=t, name=name, named=False, plural=several, person=None if several else True
    )
