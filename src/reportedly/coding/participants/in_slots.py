"""Who stands in a slot of a predicate, and who the clause below it is about."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.phrases import has_to
from reportedly.coding.mentions.noun_phrases import counted, nobody
from reportedly.coding.participants.before_nouns import of_target, targets, tells_where
from reportedly.coding.participants.draft import distinct, others
from reportedly.coding.participants.members import instances, some_of
from reportedly.coding.participants.plain import beside
from reportedly.coding.participants.suffered import of_one_body
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence

#: slots of a clause in which whoever it is done to may stand, likeliest first
IN_CLAUSE = ("subject", "dative", "object", "to", "with", "from", "on", "against")
#: slots in which a plain word beside a party names another one
BESIDE = frozenset({"subject", "object", "by", "dative", "of", "on", "against", "at", "to", "for"})
#: of these, those of what is promised: whoever is to do it stands on the promiser's side
PROMISED = IN_CLAUSE[1:]
#: of these, those that name somebody where something is brought into being
OF_FOUNDING = ("subject", "dative", "with")
#: of what is to be yielded: whoever would be let go has asked for nothing
YIELDED = ("dative", "to", "with")
#: of what is asked for only who is to do it: "demanded that the two be freed" asks neither
ASKED = ("subject",)


def first_of(
    evidence: Evidence, i: int, slots: Sequence[str], clause: Sequence[str] = IN_CLAUSE
) -> tuple[Party, ...]:
    """Return the parties of the first slot that names any.

    A pronoun that nobody explains fills its slot all the same: in "their support of Mali" Mali
    is not who supports. clause: the slots of the clause below that count for `complement`.
    """
    for slot in slots:
        below = slot == "complement"
        found = in_clause(evidence, i, clause) if below else parties_in(evidence, i, slot)
        tokens = () if found or below else evidence.slots.slot(i, slot)
        if found or any(evidence.sentence.tags[t] in {"PRP", "PRP$"} for t in tokens):
            return found
    return ()


def parties_in(evidence: Evidence, i: int, slot: str) -> tuple[Party, ...]:
    """Return who stands in a slot of token i."""
    if slot == "complement":
        return in_clause(evidence, i)
    s = evidence.sentence
    tokens = [t for t in evidence.slots.slot(i, slot) if t != i and not nobody(s, t)]
    if slot == "object":  # "took the judge hostage" is one person
        tokens = [t for t in tokens if not _called(s, t)] or tokens
    elif slot == "modifier":
        hit = targets(evidence, i)
        tokens = [t for t in tokens if not (of_target(s, t, hit) or tells_where(evidence, i, t))]
    elif slot == "with":
        tokens = [t for t in tokens if not s.among(t, "backing_nouns")]
    elif slot == "for":
        tokens = [t for t in tokens if not _is_thing(evidence, t)]
    tokens = [c for t in tokens for c in _counted_too(s, t) if not _is_act_beside(evidence, c)]
    found = distinct([p for t in tokens for p in _with_members(evidence, i, t, slot)])
    if slot in BESIDE and len(tokens) > 1:
        return distinct(beside(evidence, tokens, found))
    return of_one_body(found) if slot == "modifier" else found


def _called(s: Sentence, t: int) -> bool:
    """Return whether token t is what somebody is called: "called him a fool and a liar"."""
    while s.deps[t] == "conj":
        t = s.heads[t]
    return s.deps[t] == "oprd"


def _is_act_beside(evidence: Evidence, t: int) -> bool:
    """Return whether noun t is another act, and nobody told beside a party: "attacks on teachers
    and the burning of a school"."""
    s = evidence.sentence
    if s.deps[t] != "conj" or s.tags[t] not in {"NN", "NNS"} or evidence.resolver.resolve(t):
        return False
    act = s.among(t, "suffered_acts") or s.among(t, "fates")
    of = any(s.words[p].lower() == "of" for p in s.kids(t, "prep"))
    return of and (act or bool(evidence.vocabulary.senses(s, t)))


def _counted_too(s: Sentence, t: int) -> list[int]:
    """Return token t, and what else it counts: "dozens of Danes and Finns"."""
    inner = counted(s, t)
    return [t, *(c for c in s.conjuncts(inner) if c != inner)] if inner != t else [t]


def _with_members(evidence: Evidence, i: int, t: int, slot: str) -> tuple[Party, ...]:
    """Return who token t names in a slot of i, and the members told beside a group."""
    found = evidence.who(t, slot)
    if not found:
        return () if slot == "modifier" else some_of(evidence, t)
    more = (p for c in instances(evidence.sentence, i, t) for p in evidence.who(c, slot))
    return (*found, *more)


def in_clause(evidence: Evidence, i: int, slots: Sequence[str] = IN_CLAUSE) -> tuple[Party, ...]:
    """Return who the clause under i is about: its own subject, else whom it is done to.

    "demanded that Israel leave", "refused to sell shells to Denmark", "agreed to let miners in".
    """
    s = evidence.sentence
    doing = parties_in(evidence, i, "subject")
    for k in evidence.slots.slot(i, "complement"):
        let = evidence.slots.slot(k, "complement") if s.among(k, "permitting_verbs") else []
        for c in let[:1]:
            heads = evidence.slots.slot(c, "subject") or s.kids(c, "nsubj")
            heads = [t for t in heads if not nobody(s, t)]
            if rest := others([p for t in heads for p in evidence.who(t, "subject")], doing):
                return distinct(rest)  # "agreed to let miners in"
        led = s.among(k, "leading_verbs") and "object" in slots
        for slot in ("object", *slots) if led else slots:
            if slot not in OF_FOUNDING and s.among(k, "founding_verbs"):
                continue  # "agreed to set up a force": the force gets nothing
            tokens = evidence.slots.slot(k, slot)
            if slot == "object" and s.among(k, "moving_verbs") and evidence.goods.under(tokens):
                continue  # "offered to send troops"
            found = parties_in(evidence, k, slot)
            if rest := others(found, doing):
                return distinct(rest)
    return ()


def _is_thing(evidence: Evidence, t: int) -> bool:
    """Return whether token t is a thing that something is for: "engines for submarines"."""
    good = evidence.goods.at(t)
    return good is not None and not good.category.startswith("people")


def has_unknown_doer(evidence: Evidence, i: int) -> bool:
    """Return whether verb i is told of a noun, whoever that is: "nobody consulted the bishop", "a
    former enforcer talked to police": whom it names did not do it alone."""
    s = evidence.sentence
    told = s.is_verb(i) and not has_to(s, i)  # not "a time to phone her"
    doers = evidence.slots.slot(i, "subject") if told else []
    return bool(doers) and all(s.is_noun(t) or nobody(s, t) for t in doers)
