"""People and bodies of whom no more is known than their word: "a butcher", "our centre", "I"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.cast.antecedents import kind_of
from reportedly.coding.cast.memory import Number, Pronoun
from reportedly.coding.cast.party import Party
from reportedly.coding.mentions.noun_phrases import counted, nobody
from reportedly.coding.participants.defaults import defaults_of
from reportedly.coding.participants.draft import distinct, thing
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate
from reportedly.records import ClaimKind

#: types whose object is somebody's: "sought their approval". Whoever is turned down or accused
#: may be told by another act
OWNED = frozenset({"COERCE", "REQUEST", "SUPPORT"})
#: types that answer somebody's offer, demand or plea
ANSWERING = frozenset({"REJECT", "SUPPORT"})


def doers_by_word(evidence: Evidence, i: int, slots: Sequence[str]) -> tuple[Party, ...]:
    """Return whom the subject of i names by a plain word, where nobody knows who it is."""
    return plain(evidence, evidence.slots.slot(i, "subject")) if "subject" in slots else ()


def plain(evidence: Evidence, tokens: Sequence[int]) -> tuple[Party, ...]:
    """Return the people and bodies among noun heads by their words alone."""
    s = evidence.sentence
    heads = [c for t in tokens if not nobody(s, t) for c in s.conjuncts(counted(s, t))]
    return distinct([p for t in heads for p in _told(evidence, t)])


def beside(evidence: Evidence, tokens: Sequence[int], found: Sequence[Party]) -> list[Party]:
    """Return the parties found with whoever is told beside them by a plain word: "arrested a baker
    and two officers"."""
    held = {k for party in found for k in range(party.first, party.last + 1)}
    more = [p for t in tokens if found and t not in held for p in _told(evidence, t)]
    return sorted([*found, *more], key=lambda party: party.head) if more else list(found)


def by_word(evidence: Evidence, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return whom the slots of recipients name by a plain word, or who owns what stands there."""
    slots = entry.recipient or defaults_of(evidence.sentence, i).recipient
    own = [t for slot in slots if slot != "complement" for t in evidence.slots.slot(i, slot)]
    found = plain(evidence, [t for t in own if t != i])
    if not found and (entry.type in OWNED or entry.kind is ClaimKind.CONSEQUENCE):
        found = _owners(evidence, own)
    if not found and entry.type in ANSWERING:
        found = _makers(evidence, own)
    if found or entry.type != "THREATEN":
        return found
    below = evidence.slots.slot(i, "complement")  # "threatened to drive the newcomers out"
    return plain(evidence, [t for k in below for t in evidence.slots.slot(k, "object")])


def another(
    evidence: Evidence, i: int, entry: Predicate, told: Sequence[Party]
) -> tuple[Party, ...]:
    """Return whose the object is where a pronoun seems to mean the doer: "disputed his account".

    Whoever turns something down or accuses does not turn down his own. told: who was found there.
    """
    if not told or not (entry.type == "REJECT" or entry.mode == "disapprove"):
        return ()
    s = evidence.sentence
    things = [t for t in evidence.slots.slot(i, "object") if not any(
        s.words[k].lower() == "own" for k in s.kids(t, "amod"))]  # fmt: skip
    return _owners(evidence, things)


def _owners(evidence: Evidence, tokens: Sequence[int]) -> tuple[Party, ...]:
    """Return whose the things at tokens are by a pronoun that nobody explains: "his account"."""
    s = evidence.sentence
    pronouns = [k for t in tokens for k in s.kids(t, "poss") if s.tags[k] == "PRP$"]
    kinds = [(k, kind_of(s, k)) for k in pronouns]
    return tuple(p for k, kind in kinds if kind for p in evidence.resolver.unknown(k, kind))


def _makers(evidence: Evidence, tokens: Sequence[int]) -> tuple[Party, ...]:
    """Return whose offers or demands the tokens are, by a plain word: "the city's request"."""
    s = evidence.sentence
    nouns = [k for t in tokens if s.among(t, "answered_nouns") for k in s.kids(t, "poss")]
    named = [k for k in nouns if s.tags[k] in {"NN", "NNS"} and not s.among(k, "temporal_words")]
    return tuple(replace(thing(s, k), bare=True, plural=s.tags[k] == "NNS") for k in named)


def _told(evidence: Evidence, t: int) -> tuple[Party, ...]:
    s = evidence.sentence
    if s.tags[t] == "PRP" and s.among(t, "first_pronouns"):
        kind = Pronoun(Number.SEVERAL if s.among(t, "several_speakers") else Number.PERSON)
        return tuple(replace(p, bare=True) for p in evidence.resolver.unknown(t, kind))
    if not _is_somebody(s, t):
        return ()
    hers = any(s.tags[k] == "PRP$" for k in s.kids(t, "poss"))  # nobody says whose "his hosts" are
    country = None if hers else evidence.resolver.country(thing(s, t).first, t)
    several = s.tags[t] == "NNS"
    return (replace(thing(s, t), country=country, plural=several, bare=True),)


def _is_somebody(s: Sentence, t: int) -> bool:
    """Return whether noun t speaks of people or of a body of people."""
    if s.among(t, "bare_people"):
        return True
    if s.tags[t] not in {"NN", "NNS"} or s.among(t, "no_bare_parties"):
        return False
    return s.among(t, "people_nouns") or s.among(t, "body_nouns")
