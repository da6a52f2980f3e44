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
#: slots in which somebody stands whom a pronoun names: "sentenced him", "awarded it contracts"
WHOM = frozenset({"object", "dative", "to", "against"})
GOVERNED = frozenset({"dobj", "dative", "pobj"})
#: slots of the clause below words that threaten or promise, in which whoever is meant may stand
SPOKEN = {"THREATEN": ("object",), "AGREE": ("dative", "object")}
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


def by_own_word(evidence: Evidence, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return whom the object of verb i names by a plain word, where it is a recipient: "jailed a
    shaman for the death of a tourist"."""
    slots = entry.recipient or defaults_of(evidence.sentence, i).recipient
    if not evidence.sentence.is_verb(i) or "object" not in slots:
        return ()
    return plain(evidence, [t for t in evidence.slots.slot(i, "object") if t != i])


def by_word(
    evidence: Evidence, i: int, entry: Predicate, *, own: bool = False
) -> tuple[Party, ...]:
    """Return whom the slots of recipients name by a plain word, or who owns what stands there.

    own: whether that seems to be the doer.
    """
    slots = entry.recipient or defaults_of(evidence.sentence, i).recipient
    tokens = [t for slot in slots if slot != "complement" for t in evidence.slots.slot(i, slot)]
    found = plain(evidence, [t for t in tokens if t != i]) or _someone(evidence, i, slots)
    if not found and entry.type == "ACCUSE":
        towns = [t for t in tokens if evidence.sentence.among(t, "town_bodies")]
        found = tuple(thing(evidence.sentence, t) for t in towns)  # "sued the city"
    if not found and entry.type == "AID":
        lives = [t for t in tokens if evidence.sentence.among(t, "saved_lives")]
        found = _owners(evidence, lives)
    if not found and not own and (entry.type in OWNED or entry.kind is ClaimKind.CONSEQUENCE):
        found = _owners(evidence, tokens)
    if not found and entry.type in ANSWERING:
        found = _makers(evidence, tokens)
    if found or entry.type not in SPOKEN:
        return found
    s = evidence.sentence
    below = evidence.slots.slot(i, "complement")  # "threatened to drive the newcomers out"
    if entry.type == "AGREE":  # "agreed to pay the crew", but not "agreed to set up a force"
        below = [k for k in below if s.among(k, "giving_verbs")]
    for slot in SPOKEN[entry.type]:
        if told := plain(evidence, [t for k in below for t in evidence.slots.slot(k, slot)]):
            return told
    return ()


def _someone(evidence: Evidence, i: int, slots: Sequence[str]) -> tuple[Party, ...]:
    """Return whom a pronoun for a person names in these slots, though nobody knows who it is; a
    dative is always somebody."""
    s = evidence.sentence
    told = [
        (t, kind)
        for slot in slots if slot in WHOM
        for t in evidence.slots.slot(i, slot)
        if s.tags[t] == "PRP" and s.deps[t] in GOVERNED
        if not s.lemmas[t].endswith(("self", "selves"))
        if (kind := kind_of(s, t)) is not None and (slot == "dative" or kind.gender)
    ]  # fmt: skip
    return distinct([p for t, kind in told for p in evidence.resolver.unknown(t, kind)])


def another(
    evidence: Evidence, i: int, entry: Predicate, told: Sequence[Party]
) -> tuple[Party, ...]:
    """Return who is meant where the words seem to mean the doer: "disputed his account", "was about
    to sentence him", "opened fire on their truck".

    Whoever turns something down or accuses does not turn down his own; whoever strikes does not
    strike his own, and no doer is told as "him". told: who was found there.
    """
    if not told:
        return ()
    s = evidence.sentence
    slots = entry.recipient or defaults_of(s, i).recipient
    if whom := _someone(evidence, i, slots):
        return whom
    tokens = [t for slot in slots if slot != "complement" for t in evidence.slots.slot(i, slot)]
    things = [t for t in tokens if not _is_own(s, t)]
    if entry.type == "ASSAULT":
        hers = [t for t in things if any(s.tags[k] == "PRP$" for k in s.kids(t, "poss"))]
        return plain(evidence, hers) or tuple(thing(s, t) for t in hers if _is_target(evidence, t))
    if (entry.type, entry.mode) == ("COERCE", "seize"):
        return _owners(evidence, [t for t in things if not s.among(t, "no_targets")])
    if entry.type == "REJECT" or entry.mode == "disapprove":
        objects = evidence.slots.slot(i, "object")
        return _owners(evidence, [t for t in objects if t in things or t not in tokens])
    return ()


def _is_target(evidence: Evidence, t: int) -> bool:
    """Return whether token t is a building or a vehicle, which force may hit."""
    s, good = evidence.sentence, evidence.goods.at(t)
    carried = good is not None and good.category.startswith("transport")
    return carried or s.among(t, "structures") or s.among(t, "vehicles")


def _owners(evidence: Evidence, tokens: Sequence[int]) -> tuple[Party, ...]:
    """Return whose the things at tokens are by a pronoun that nobody explains: "his account"."""
    s = evidence.sentence
    foreign = [t for t in tokens if not _is_own(s, t)]  # "demanded his own savings"
    pronouns = [k for t in foreign for k in s.kids(t, "poss") if s.tags[k] == "PRP$"]
    kinds = [(k, kind_of(s, k)) for k in pronouns]
    return tuple(p for k, kind in kinds if kind for p in evidence.resolver.unknown(k, kind))


def _is_own(s: Sentence, t: int) -> bool:
    return any(s.words[k].lower() == "own" for k in s.kids(t, "amod"))


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
