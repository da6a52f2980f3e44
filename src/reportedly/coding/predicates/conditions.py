"""Whether the conditions of a lexicon entry hold: what its slots need, and must not hold."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import has_to, is_bare_to, says_when
from reportedly.coding.grammar.taken_up import takes_up
from reportedly.coding.mentions.noun_phrases import counted, covering, plain_person
from reportedly.coding.predicates.evidence import Evidence
from reportedly.lexicons import Predicate, State

#: acts that somebody suffers
FORCE = frozenset({"ASSAULT", "COERCE"})
#: what one threatens with
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "REJECT"})
#: categories that plain "@good" leaves out: nothing of weight changes hands
IMMATERIAL = ("information.data", "information:", "support", "territory")
#: classes of conditions that ask for somebody
PARTIES = frozenset(
    {"@actor", "@state", "@person", "@armed", "@official", "@politician", "@somebody"}
)
#: slots of an event noun that its verb fills from the subject: "faces sanctions"
UNDERGONE = frozenset({"on", "against", "to", "for", "of"})
#: words of a condition that a town's own name fits as well
TOWNS = frozenset({"city", "town"})
#: slots of whoever and whatever takes part, where a day is an answer ("chose Monday")
CORE = frozenset({"subject", "object", "complement", "word", "head", "modifier", "carrier"})
#: conditions that ask for a trade, by the sector of whoever is of it
TRADES = {"@media": "JRN", "@company": "BUS"}
ARMED = frozenset({"MIL", "REB", "PRM", "COP", "UAF", "SPY"})
#: who acts for others: states, their organs, parties, bodies between states
OFFICIAL = frozenset({"GOV", "LEG", "JUD", "MIL", "SPY", "PTY", "OPP", "PRE", "ELI"})


def holds(evidence: Evidence, i: int, entry: Predicate) -> bool:
    """Return whether the entry's conditions hold at token i."""
    return all(
        _filled(evidence, i, slot, words)
        or (slot == "subject" and _hidden_doer(evidence, i, words))
        or (slot in UNDERGONE and _asks_for_somebody(words) and _undergone(evidence, i))
        for slot, words in entry.needs.items()
    ) and not any(_filled(evidence, i, slot, words) for slot, words in entry.not_with.items())


def _filled(evidence: Evidence, i: int, slot: str, words: Sequence[str]) -> bool:
    tokens = evidence.slots.slot(i, slot)
    if not tokens:
        return "@none" in words
    return any(_fits(evidence, t, words, slot) for t in tokens)


def _asks_for_somebody(words: Sequence[str]) -> bool:
    """Return whether a slot is for a party or anything at all, not for words of its own."""
    return any(word in PARTIES or word == "@any" for word in words)


def _undergone(evidence: Evidence, i: int) -> bool:
    """Return whether somebody undergoes event noun i by the verb that carries it."""
    return any(evidence.resolver.resolve(t) for t in evidence.slots.undergoers(i))


def _hidden_doer(evidence: Evidence, i: int, words: Sequence[str]) -> bool:
    """Return whether a passive leaves out a doer who may be anybody: "was poisoned"."""
    if evidence.slots.slot(i, "subject"):
        return False
    s = evidence.sentence
    return any(word in PARTIES for word in words) and s.is_verb(i) and passive(s, i)


def _fits(evidence: Evidence, t: int, words: Sequence[str], slot: str) -> bool:
    """Return whether token t is one of the lemmas, or fits one of the conditions among them."""
    s = evidence.sentence
    t = counted(s, t)
    if s.lemmas[t] in words or s.words[t].lower() in words:
        name = covering(evidence.resolver.scene.names, t)
        state = name is not None and name.form == "name" and isinstance(name.entry, State)
        if name is None or name.first == name.last or state:
            return True  # but the "house" of the White House is no house
    if not TOWNS.isdisjoint(words) and evidence.resolver.town(t):
        return True
    return any(_meets(evidence, t, word, slot) for word in words if word[0] == "@")


def _meets(evidence: Evidence, t: int, word: str, slot: str) -> bool:
    """Return whether token t meets a condition: "@actor", "@good:arms"."""
    s = evidence.sentence
    match word:
        case "@any":
            return slot in CORE or not says_when(s, t)
        case "@clause":
            return s.is_verb(t) or is_bare_to(s, t)
        case "@infinitive":
            return (s.is_verb(t) and has_to(s, t)) or is_bare_to(s, t)
        case "@undergone":
            return s.is_verb(t) and has_to(s, t) and passive(s, t)
        case "@undone":
            return s.is_verb(t) and has_to(s, t) and s.kid(t, "neg") is not None
        case "@told":
            return takes_up(s, t)
        case "@number":
            return s.tags[t] == "CD" or s.kid(t, "nummod") is not None
        case "@hostile":
            return any(entry.type in HOSTILE for entry in evidence.vocabulary.senses(s, t))
        case "@event":
            return bool(evidence.vocabulary.senses(s, t))
        case "@somebody" | "@doer":
            return bool(evidence.resolver.resolve(t))
    if word.startswith("@good"):
        return _is_good(evidence, t, word.partition(":")[2])
    if word in {"@actor", "@person"} and plain_person(s, t):
        return True  # "shot his gardeners", "held five porters": nobody known, yet somebody
    return any(_of_class(party, word) for party in evidence.who(t, slot))


def _is_good(evidence: Evidence, t: int, category: str) -> bool:
    """Return whether token t is a good of the category, "" for any of weight."""
    found = evidence.goods.at(t)
    if found is None:
        return False
    if not category:
        return not f"{found.category}:".startswith(IMMATERIAL)
    return f"{found.category}.".startswith(f"{category}.")


def _of_class(party: Party, word: str) -> bool:
    if word == "@actor":
        return True
    if word == "@armed":
        return bool(ARMED & set(party.sectors))
    if word == "@official":
        known = party.actor_id is not None
        return known or bool(OFFICIAL & set(party.sectors))
    if word == "@politician":
        office = party.actor_id is not None or bool(OFFICIAL - ARMED & set(party.sectors))
        return party.person is True and office and not ARMED & set(party.sectors)
    if word == "@person":
        people = party.plural or (party.collective and party.person is None)
        return party.person is True or (people and (party.unknown or party.role is not None))
    if word == "@state":
        return party.is_state or (party.country is not None and party.sectors[:1] == ("GOV",))
    if word in TRADES:
        return party.sectors[:1] == (TRADES[word],)
    return False
