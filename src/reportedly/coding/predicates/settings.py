"""What a sentence or its article is about, where that makes its words no acts.

Sport, show business, accidents, disasters, campaigns and polls use the words of politics: clubs
sign and release, actors host and are nominated, a quake kills and destroys, candidates attack each
other, voters back and oppose.
"""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.passive import passive
from reportedly.coding.predicates.conditions import ARMED
from reportedly.coding.predicates.contests import of_words
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.plots import in_plot
from reportedly.coding.predicates.private import MET, between_kin, is_kin
from reportedly.coding.predicates.sport import contest, sporting
from reportedly.coding.predicates.topics import lately
from reportedly.lexicons import Predicate

#: what counts in an article of leisure, too: violence, crime, courts, protests
EARNEST = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE", "PROTEST", "MOBILIZE"})
#: who makes other acts count there: organs of states and parties
PUBLIC = frozenset({"GOV", "LEG", "JUD", "MIL", "COP", "PTY", "OPP"})
#: where such a party may stand
SIDES = ("subject", "object", "dative", "with", "to", "from", "by", "possessive", "speaker")

#: where those stand to whom something is promised, and the types of such acts
GIVEN = ("dative", "to")
KINDNESSES = frozenset({"AGREE"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What a sentence is about.

    evidence  the sentence, with its article's memory
    plot      whether its article is full of words of plots
    leisure   whether its article is of sport or show business, and it tells of no crime
    game      whether it tells of a game, by itself
    accident  whether it tells of an accident or a disaster, and of no attack
    calamity  whether its article or a sentence shortly before does, and it tells of no attack
    campaign  whether its article is of a campaign before an election
    poll      whether it tells what people asked in a poll think
    software  whether it tells of flaws of software
    """

    evidence: Evidence
    plot: bool
    leisure: bool
    game: bool
    accident: bool
    calamity: bool
    campaign: bool
    poll: bool
    software: bool

    @staticmethod
    def of(evidence: Evidence) -> Setting:
        """Return the setting of a sentence."""
        s = evidence.sentence
        told, memory = s.kinds, evidence.resolver.scene.memory
        accident = memory.befell is True
        calamity = memory.befell is not False and (memory.calamity or lately(memory))
        poll = "poll_words" in told or ("shares" in told and "polled_people" in told)
        leisure = memory.leisure and "crime_words" not in told
        game = leisure or sporting(s, evidence.vocabulary.sport_phrases)
        software = "software_words" in told
        campaign = memory.campaign
        return Setting(
            evidence, memory.plot, leisure, game, accident, calamity, campaign, poll, software
        )

    @property
    def plain(self) -> bool:
        """Whether nothing about the sentence bars anything."""
        told = (self.game, self.accident, self.calamity, self.campaign, self.poll, self.software)
        return not any(told)

    def bars(self, i: int, entry: Predicate) -> bool:
        """Return whether the entry, which fits token i, is no act here."""
        if entry.type == "CONSULT" and self._private(i, MET):
            return True
        if entry.type in KINDNESSES and self._private(i, GIVEN):
            return "crime_words" not in self.evidence.sentence.kinds
        if entry.type == "ASSAULT" and self._harmless(i, entry):
            return True
        if between_kin(self.evidence, i, entry) or self._outsells(i, entry):
            return True
        if in_plot(self.evidence, i, entry, article=self.plot):
            return True
        if entry.type == "SUPPORT" and entry.pos == "noun" and self._of_voters(i):
            return True
        if self.plain:
            return False
        s = self.evidence.sentence
        if self.game and contest(self.evidence.slots, i) and entry.type != "PROTEST":
            return True
        if self.leisure and entry.type not in EARNEST and not self._public(i):
            return True
        if entry.type == "ASSAULT" and s.among(i, "accident_deeds") and self._befell(i):
            return True
        if entry.type == "PROTEST" and s.among(i, "crowd_deeds") and self.accident:
            return True
        if self.campaign and of_words(self.evidence, i, entry):
            return True
        if self.software and entry.type == "ASSAULT" and s.among(i, "attacks_on_machines"):
            return True
        return self.poll and s.among(i, "poll_opinions") and not self._spoken_for(i)

    def _befell(self, i: int) -> bool:
        """Return whether harm i came by the accident or disaster that the sentence or its article
        tells of: in a sentence of one nobody armed did it, in an article of one nobody did."""
        doers = self._parties(i, ("subject",)) if self.accident or self.calamity else []
        if self.accident:
            return not any(ARMED & set(p.sectors) for p in doers)
        return self.calamity and not doers

    def _harmless(self, i: int, entry: Predicate) -> bool:
        """Return whether nobody does it to another."""
        return self._mishap(i) or self._without_will(i) or self._own_harm(i, entry)

    def _mishap(self, i: int) -> bool:
        """Return whether whoever is hurt by effect verb i only had a fall or the like: "was
        injured when he fell", "were killed after falling", unless somebody is told to do it."""
        s, slots = self.evidence.sentence, self.evidence.slots
        if not s.among(i, "effect_verbs") or not passive(s, i) or slots.slot(i, "subject"):
            return False
        below = s.kids(i, "advcl") + [k for p in s.kids(i, "prep") for k in s.kids(p, "pcomp")]
        return any(s.among(k, "mishap_verbs") and not s.kids(k, "dobj") for k in below)

    def _without_will(self, i: int) -> bool:
        """Return whether a car, a train or a beast did it: "was hit by a van", "killed when a bus
        struck a wall". Where anything speaks of an attack it may have been one."""
        s = self.evidence.sentence
        if not s.among(i, "accident_deeds") or "attack_words" in s.kinds:
            return False
        if doers := self.evidence.slots.slot(i, "subject"):
            return all(s.among(k, "doers_without_will") for k in doers)
        return s.is_verb(i) and any(self._collides(k) for k in s.kids(i, "advcl"))

    def _collides(self, k: int) -> bool:
        s, slots = self.evidence.sentence, self.evidence.slots
        doers, struck = slots.slot(k, "subject"), slots.slot(k, "object")
        deed = s.among(k, "accident_deeds") or s.among(k, "mishap_verbs")
        plain = not any(s.among(t, "blamed_weapons") for t in struck)
        return deed and plain and any(s.among(t, "doers_without_will") for t in doers)

    def _own_harm(self, i: int, entry: Predicate) -> bool:
        """Return whether somebody does it to nobody else: "killed himself"."""
        s, hurt = self.evidence.sentence, self.evidence.slots.slot(i, "object")
        named = any(s.words[k].lower() in entry.needs.get("object", ()) for k in hurt)
        return bool(hurt) and not named and all(s.among(k, "reflexive_pronouns") for k in hurt)

    def _outsells(self, i: int, entry: Predicate) -> bool:
        """Return whether firms only fight for buyers: "vowed to crush its rival's brand"."""
        s = self.evidence.sentence
        force = entry.type == "ASSAULT" or (entry.type, entry.mode) == ("THREATEN", "violence")
        if not force or "market_words" not in s.kinds or "violence_words" in s.kinds:
            return False
        return not any(p.is_state or ARMED & set(p.sectors) for p in self._parties(i, SIDES))

    def _of_voters(self, i: int) -> bool:
        """Return whether all whose support it is are people with a vote: "voters' support"."""
        s, slots = self.evidence.sentence, self.evidence.slots
        whose = [k for name in ("possessive", "of", "from", "by") for k in slots.slot(i, name)]
        return bool(whose) and all(s.among(k, "polled_people") for k in whose)

    def _private(self, i: int, where: tuple[str, ...]) -> bool:
        """Return whether all who are met, spoken or given to are family: "saw her mother"."""
        s, slots = self.evidence.sentence, self.evidence.slots
        met = [k for name in where for k in slots.slot(i, name)]
        return bool(met) and all(is_kin(s, k) for k in met)

    def _public(self, i: int) -> bool:
        """Return whether an organ of a state, or a party, has a part in what token i tells."""
        found = [party for party in self._parties(i, SIDES) if PUBLIC & set(party.sectors)]
        return any(p.actor_id or p.collective or p.sectors[:1] != ("PTY",) for p in found)

    def _spoken_for(self, i: int) -> bool:
        """Return whether somebody known by name holds the opinion, and not those asked."""
        return any(party.person or party.is_state for party in self._parties(i, ("subject",)))

    def _parties(self, i: int, slots: tuple[str, ...]) -> list[Party]:
        evidence = self.evidence
        heads = ((k, name) for name in slots for k in evidence.slots.slot(i, name))
        return [party for k, name in heads for party in evidence.who(k, name)]
