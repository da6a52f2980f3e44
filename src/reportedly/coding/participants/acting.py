"""Who is to act by what somebody wants, and who is helped by what somebody does."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.phrases import has_to
from reportedly.coding.participants.draft import distinct, others
from reportedly.coding.participants.in_slots import in_clause, parties_in
from reportedly.coding.predicates.evidence import Evidence
from reportedly.lexicons import Predicate

#: types of acts that are done for somebody
HELPFUL = frozenset({"AID", "AGREE", "COOPERATE", "MOBILIZE", "SUPPORT"})
#: types of acts of speech that a letter may do
ADDRESSED = frozenset({"REQUEST", "THREATEN"})
#: clauses that tell what an act, or what is given by it, is for
PURPOSES = ("advcl", "xcomp", "acl", "relcl")


def wanted_of(evidence: Evidence, i: int, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Return who is to do what is wanted: "wants the navy to sail", "hopes to hear from Oslo"."""
    s = evidence.sentence
    for k in evidence.slots.slot(i, "complement"):
        if not has_to(s, k):
            continue
        if others_do := others(parties_in(evidence, k, "subject"), actors):
            return others_do
        slot = "object" if s.among(k, "swaying_verbs") else "from"
        if slot == "object" or s.among(k, "getting_verbs"):
            return others(parties_in(evidence, k, slot), actors)
    goods = evidence.goods.under(evidence.slots.slot(i, "object"))
    if any(not good.category.startswith("support") for good in goods):
        return others(parties_in(evidence, i, "from"), actors)  # "seeks gas from Oslo"
    return ()


def helped(evidence: Evidence, i: int) -> tuple[Party, ...]:
    """Return whom the purpose of act i, or of a promise, helps: "sent tents to help Togo"."""
    acts = (i, *evidence.slots.slot(i, "complement"))
    return next((found for k in acts if (found := _helped_by(evidence, k))), ())


def _helped_by(evidence: Evidence, i: int) -> tuple[Party, ...]:
    s = evidence.sentence
    for up in (i, *s.kids(i, "dobj", "nsubjpass")):
        purposes = [k for k in s.kids(up, *PURPOSES) if has_to(s, k)]
        purposes += [k for p in s.kids(up, "prep") for k in s.kids(p, "pcomp")]
        for k in purposes:
            needs = any(s.among(o, "need_nouns") for o in s.kids(k, "dobj"))
            if needs or s.among(k, "helping_verbs"):
                for slot in ("object", "to"):
                    if found := parties_in(evidence, k, slot):
                        return found
                if found := _in_helped_clause(evidence, k):
                    return found
    return ()


def _in_helped_clause(evidence: Evidence, k: int) -> tuple[Party, ...]:
    """Return who is helped to do something: "to help Togo rebuild the port"."""
    below = evidence.slots.slot(k, "complement")
    return next((f for c in below if (f := parties_in(evidence, c, "subject"))), ())


def addressed(evidence: Evidence, i: int) -> tuple[Party, ...]:
    """Return to whom the letter goes that says it: "wrote to the ministry demanding pay"; or the
    call: "telephoned the clerk to ask for her file"."""
    s, up = evidence.sentence, evidence.sentence.heads[i]
    if s.deps[i] in PURPOSES and has_to(s, i) and s.among(up, "contacting_verbs"):
        return parties_in(evidence, up, "object") or parties_in(evidence, up, "to")
    if s.tags[i] != "VBG" or s.deps[i] not in {"advcl", "acl"}:
        return ()
    letters = [k for k in (up, *s.kids(up, "dobj")) if s.among(k, "letters")]
    if s.among(up, "writing_verbs"):
        letters.append(up)
    senders = [up] if letters and s.is_verb(up) else []
    for k in (*senders, *letters):
        if found := parties_in(evidence, k, "to"):
            return found
    return ()


def scattered(evidence: Evidence, i: int) -> tuple[Party, ...]:
    """Return who is driven off by shots that hit nobody, or is hit by them: "fired in the air to
    disperse the crowd", "returned fire, hitting a guard"."""
    s = evidence.sentence
    aims = [k for k in s.kids(i, "advcl", "xcomp") if has_to(s, k)]
    found = [k for k in aims if s.among(k, "dispersing_verbs")]
    hits = [k for k in s.kids(i, "advcl") if s.tags[k] == "VBG" and s.among(k, "reaching_verbs")]
    return next((p for k in (*hits, *found) if (p := parties_in(evidence, k, "object"))), ())


def pressed(evidence: Evidence, i: int, actors: Sequence[Party]) -> tuple[Party, ...]:
    """Return who is to act, or not to, lest a threat come true: "threatened to shut the mine unless
    the town pays"."""
    s = evidence.sentence
    if any(p.is_state or s.is_proper(p.head) for p in in_clause(evidence, i)):
        return ()  # "threatened to strike Togo if Mali attacks"
    verbs = (i, *evidence.slots.slot(i, "complement"))
    held = [k for v in verbs for k in s.kids(v, "advcl") if not evidence.slots.clauses.passive(k)]
    for k in held:
        if any(s.among(m, "threat_conditions") for m in s.kids(k, "mark")):
            doers = [c for t in s.kids(k, "nsubj") for c in s.conjuncts(t)]
            if found := others([p for t in doers for p in evidence.who(t, "subject")], actors):
                return distinct(found)
    return ()


def visited(evidence: Evidence, i: int) -> tuple[Party, ...]:
    """Return the state that whoever asks has come to, or whom they meet: "flew to Togo and asked
    for rice", "met the king and asked for rice"."""
    s, up = evidence.sentence, evidence.sentence.heads[i]
    joined = s.deps[i] == "conj" and not s.kids(i, "nsubj", "nsubjpass")
    aimed = s.deps[i] in {"advcl", "xcomp"} and has_to(s, i)
    senses = evidence.vocabulary.senses(s, up)
    visits = [one for one in senses if one.mode == "visit"]
    if joined and s.among(up, "meeting_verbs") and not evidence.slots.clauses.passive(up):
        return parties_in(evidence, up, "object") or parties_in(evidence, up, "with")
    if not (joined or aimed) or not visits or not s.is_verb(up):
        return ()
    slots = [slot for one in visits for slot in one.recipient or ("object", "to")]
    hosts = (p for slot in slots for p in parties_in(evidence, up, slot) if p.is_state)
    return distinct(list(hosts))[:1]


def torn(evidence: Evidence, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return between whom somebody mediates, told in the purpose of the effort at i: "a mediation
    effort to end the rift between Mali and Chad"."""
    s = evidence.sentence
    if entry.mode != "third-party" or s.deps[i] == "compound":
        return ()
    purposes = [k for up in (i, s.heads[i]) for k in s.kids(up, *PURPOSES) if has_to(s, k)]
    below = [t for k in purposes for t in s.subtree(k) if s.words[t].lower() == "between"]
    sides = [c for t in below for k in s.kids(t, "pobj") for c in s.conjuncts(k)]
    return distinct([p for k in sides for p in evidence.who(k, "between")])
