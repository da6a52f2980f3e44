"""Private life: what family and friends ask, promise and forgive each other is no public act."""

from __future__ import annotations

from reportedly.coding.cast.party import Party
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate

#: what one does to another in words
WORDS = frozenset({"AGREE", "CONCEDE", "CONSULT", "REJECT", "REQUEST", "THREATEN"})
#: where those stand to whom it is done, by the type of act, and where all others stand
MET = ("object", "with", "to", "dative")
DONE_TO = (*MET, "from", "for", "at", "of", "asked", "complement")
#: what is no word of a family, whoever says it to whom
EARNEST = ("crime_words", "violence_words")


def between_kin(evidence: Evidence, i: int, entry: Predicate) -> bool:
    """Return whether the entry, which fits token i, is only said between family or friends."""
    s = evidence.sentence
    if entry.type not in WORDS or entry.mode == "violence":
        return False
    if any(kind in s.kinds for kind in EARNEST):
        return False
    doers = evidence.slots.slot(i, "subject")
    if not doers or not all(_private(evidence, k) for k in doers):
        return False
    narrated = all(_narrators(s, k) for k in doers)
    done_to = [k for name in DONE_TO for k in evidence.slots.slot(i, name) if _somebody(s, k)]
    me = {k for k in done_to if narrated and s.words[k].lower() in {"me", "us"}}
    kin = [k for k in done_to if k in me or is_kin(s, k)]
    own = all(k in me or _whose(s, k) for k in kin) or all(is_kin(s, k) for k in doers)
    if kin and own and len(kin) == len(done_to):
        return True
    met = entry.type == "CONSULT" and all(is_kin(s, k) and _whose(s, k) for k in doers)
    return not done_to and (narrated or met)


def is_kin(s: Sentence, k: int) -> bool:
    """Return whether token k is a word for family or a friend, and no family in need."""
    return s.among(k, "private_people") or (s.lemmas[k] == "family" and _whose(s, k))


def _whose(s: Sentence, k: int) -> bool:
    """Return whether a pronoun tells whose family token k is: "her parents", not "the parents"."""
    return any(s.tags[p] == "PRP$" for p in s.kids(k, "poss"))


def _somebody(s: Sentence, k: int) -> bool:
    """Return whether token k may be somebody: no verb, no thing."""
    return s.is_proper(k) or s.tags[k] == "PRP" or s.among(k, "people_nouns") or is_kin(s, k)


def _narrators(s: Sentence, k: int) -> bool:
    """Return whether token k is the writer's own family: "my father"."""
    mine = (p for p in s.kids(k, "poss") if s.words[p].lower() in {"my", "our"})
    return is_kin(s, k) and next(mine, None) is not None and "``" not in s.tags


def _private(evidence: Evidence, k: int) -> bool:
    """Return whether token k is family, or one person of no office, trade or force."""
    if is_kin(evidence.sentence, k):
        return True
    return all(_of_no_trade(p) for p in evidence.who(k, "subject"))


def _of_no_trade(party: Party) -> bool:
    return not (party.sectors or party.is_state or party.plural or party.collective)
