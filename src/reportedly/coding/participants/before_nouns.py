"""Words before an act's noun that tell where it was or what was hit, and not who did it: "the Paris
attacks", "the embassy attack"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.grammar.phrases import prepositions, says_when
from reportedly.coding.mentions.match import Match
from reportedly.coding.mentions.noun_phrases import covering
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate, State

#: types of acts that are called after the place where they happen, as investigations are after
#: what they are about
LOCAL = FORCE | {"PROTEST", "CONSULT"}
#: slots of a noun that hold who it is aimed at
AIMED = ("on", "against")
#: sectors of bodies that have houses and no arms
HOUSED = frozenset({"BUS", "MNC", "JRN", "EDU", "HLH", "REL", "NGO", "LEG", "JUD"})


def tells_where(evidence: Evidence, i: int, name: int) -> bool:
    """Return whether the name at a token before the event noun at i only tells where it was.

    A town or capital always does; a state by its name unless the noun says at whom: "the Sri
    Lanka bombings", "Turkey strikes on Syria". What is written in capitals stands for whose: "US
    raids".
    """
    s = evidence.sentence
    known = covering(evidence.resolver.scene.names, name)
    if known is None or not isinstance(known.entry, State) or s.words[name].isupper():
        return False
    senses = evidence.vocabulary.senses(s, i)
    if not any(one.type in LOCAL or one.mode == "investigate" for one in senses):
        return False
    if known.form in {"capital", "place"} or _seat_in_town(evidence, known):
        return True
    return known.form == "name" and not any(evidence.slots.slot(i, slot) for slot in AIMED)


def targets(evidence: Evidence, i: int) -> list[int]:
    """Return what was hit by the act of force that noun i names, told before it: "the bank raids",
    "a newspaper attack"; not where the noun says at whom it was aimed."""
    s = evidence.sentence
    senses = evidence.vocabulary.senses(s, i) if s.is_noun(i) else ()
    force = any(one.type == "ASSAULT" for one in senses)
    if not force or any(evidence.slots.slot(i, slot) for slot in AIMED):
        return []
    before = (k for k in s.kids(i, "compound", "nmod") if k < i and s.is_noun(k))
    return [k for k in before if _is_building(s, k) or _is_house(evidence, k)]


def is_aimed(evidence: Evidence, i: int, entry: Predicate) -> bool:
    """Return whether noun i says at whom an attack was aimed, so that whoever repels or faces it
    need not be hit: "the navy repelled a raid on a tanker"."""
    if entry.type != "ASSAULT":
        return False
    s = evidence.sentence
    heads = [k for word in AIMED for k in prepositions(s, i, word) if not says_when(s, k)]
    return any(s.among(k, "under_a_flag") or evidence.who(k, "on") for k in heads)


def _is_building(s: Sentence, k: int) -> bool:
    """Return whether token k is a building or a place of some kind: not "Oklahoma City", and not
    the towns of "town-to-town"."""
    part = s.lemmas[k] == "city" and s.tags[k].startswith("NNP")
    glued = k > 0 and s.words[k - 1] == "-"
    return s.among(k, "structures") and not (part or glued)


def _is_house(evidence: Evidence, k: int) -> bool:
    """Return whether a body of people who do not fight is told by a common noun: "newspaper"."""
    common = evidence.sentence.tags[k] in {"NN", "NNS"}
    found = evidence.resolver.resolve(k) if common else ()
    return bool(found) and all(p.person is False and HOUSED & set(p.sectors[:1]) for p in found)


def of_target(s: Sentence, t: int, hit: Sequence[int]) -> bool:
    """Return whether a word before a noun belongs to what was hit: "army base attack"."""
    before = t + 1 in hit and (s.is_noun(t) or s.among(t + 1, "houses_of_states"))
    return before or t in hit


def _seat_in_town(evidence: Evidence, known: Match) -> bool:
    """Return whether a seat of government is a town by its name: Tobruk, not the Kremlin."""
    country = evidence.resolver.scene.city_country(evidence.sentence, known.first, known.last)
    return known.form == "seat" and country is not None
