"""Campaigns before elections: candidates attack, fire at and fight each other in words alone.

Their rallies are no protests either.
"""

from __future__ import annotations

from reportedly.coding.cast.party import Party
from reportedly.coding.predicates.conditions import ARMED
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate

#: where those stand who fight with words, and whom they fight
SIDES = ("subject", "possessive", "by", "from", "between", "object", "on", "against", "at", "with")
#: where those stand who are met
MET = ("object", "with", "to", "of")
#: types of opinions, which voters hold
OPINIONS = frozenset({"REJECT", "SUPPORT", "ACCUSE"})
#: how a phrase tells which attack of the past is meant
WHICH = ("det", "compound", "nummod")
POINTING = frozenset({"the", "that", "this", "those", "these"})


def of_words(evidence: Evidence, i: int, entry: Predicate) -> bool:
    """Return whether the entry, which fits token i of an article on a campaign, is no act there."""
    s = evidence.sentence
    if entry.type == "PROTEST":
        return s.among(i, "rallies") and "protest_words" not in s.kinds
    if entry.type in OPINIONS and _by_voters(evidence, i):
        return True
    if entry.type == "CONSULT" and _with_voters(evidence, i):
        return True
    if entry.type != "ASSAULT" or not s.among(i, "contests_of_words"):
        return False
    if "violence_words" in s.kinds:
        return False
    sides = [party for name in SIDES for k in evidence.slots.slot(i, name)
             for party in evidence.who(k, name)]  # fmt: skip
    if s.is_verb(i):
        return bool(sides) and all(_speaks(party) for party in sides)
    return all(_speaks(party) for party in sides) and (bool(sides) or not _known_one(s, i))


def _by_voters(evidence: Evidence, i: int) -> bool:
    """Return whether voters hold the opinion: "voters are rejecting him"."""
    who = evidence.slots.slot(i, "subject")
    return bool(who) and all(_votes(evidence.sentence, k) for k in who)


def _with_voters(evidence: Evidence, i: int) -> bool:
    """Return whether all who are met or spoken to are voters or friends of the candidate."""
    met = [k for name in MET for k in evidence.slots.slot(i, name)]
    return bool(met) and all(_votes(evidence.sentence, k) for k in met)


def _votes(s: Sentence, k: int) -> bool:
    return s.among(k, "friends_of_candidates")


def _speaks(party: Party) -> bool:
    """Return whether a party is somebody whose weapons are words: no state, nobody armed."""
    if party.is_state or ARMED & set(party.sectors):
        return False
    return party.person is True or bool({"PTY", "OPP", "ELI"} & set(party.sectors)) or party.named


def _known_one(s: Sentence, i: int) -> bool:
    """Return whether noun i points at one that everybody knows: "the attacks", "9/11 attacks"."""
    before = s.kids(i, *WHICH)
    pointing = any(s.words[k].lower() in POINTING for k in before)
    return pointing or any(s.tags[k] in {"NNP", "NNPS", "CD"} for k in before)
