"""Actors and recipients of a predicate, from its slots."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.relatives import judges_an_act
from reportedly.coding.mentions.noun_phrases import counted
from reportedly.coding.participants.acting import (
    ADDRESSED,
    HELPFUL,
    addressed,
    helped,
    pressed,
    scattered,
    torn,
    visited,
    wanted_of,
)
from reportedly.coding.participants.aims import aiming_party, in_condition
from reportedly.coding.participants.before_nouns import is_aimed
from reportedly.coding.participants.defaults import RECIPROCAL, defaults_of
from reportedly.coding.participants.denied import claimants
from reportedly.coding.participants.draft import distinct, holds, others
from reportedly.coding.participants.further import further_down, let_off, things_facing, things_hit
from reportedly.coding.participants.in_slots import (
    ASKED,
    IN_CLAUSE,
    PROMISED,
    YIELDED,
    first_of,
    has_unknown_doer,
    parties_in,
)
from reportedly.coding.participants.outcomes import not_behind, only_follows
from reportedly.coding.participants.plain import another, by_own_word, by_word, doers_by_word
from reportedly.coding.participants.suffered import charged, fallen, suffered, undergoes
from reportedly.coding.participants.texts import speaking_by
from reportedly.coding.predicates.conditions import FORCE, PARTIES
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.senses import Chosen
from reportedly.lexicons import Predicate
from reportedly.records import ClaimKind

Sides = tuple[tuple[Party, ...], tuple[Party, ...]]

#: types of acts that two sides do together
SHARED = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: types of acts that judge another
JUDGING = frozenset({"ACCUSE", "REJECT"})
#: slots of an event noun that hold its doer
DOERS = ("possessive", "by", "modifier")
#: slots of an event noun that hold who suffers it
SUFFERERS = ("of", "on", "against", "object")
#: where the act stands that somebody takes a stand on, by the type of the stand
ABOUT = {
    "ACCUSE": ("object",),
    "PROTEST": ("against", "over", "at", "about"),
    "SUPPORT": ("object",),
}
#: types of stands on what somebody else does to people, who are not answered
ANSWERING = frozenset({"REJECT", "SUPPORT"})
#: where it stands behind a noun of judging: "condemnation of the raid", "outrage over the raid"
JUDGED = ("object", "of", "over", "at", "about")


def sides_of(chosen: Chosen, i: int, entry: Predicate) -> Sides:
    """Return the actors and the recipients of the predicate at token i."""
    evidence = chosen.evidence
    s = evidence.sentence
    defaults = defaults_of(s, i)
    own = _own_slots(evidence, i, entry, defaults.actor)
    if s.deps[i] == "compound" and not s.is_verb(i):  # who "found shooting victims" shot none
        own = tuple(slot for slot in own if slot != "subject")
    if only_follows(evidence, i, entry):
        own = ()
    if suffering := suffered(evidence, i):
        own = tuple(slot for slot in own if slot not in {"possessive", "subject"})
    aiming = aiming_party(evidence, i, entry)
    actors = aiming or in_condition(evidence, i, entry) or _doers(evidence, i, own, entry)
    actors = actors or speaking_by(evidence, i)
    actors = actors or doers_by_word(evidence, i, own)
    if not actors and entry.type in SHARED and s.is_verb(i):
        actors = parties_in(evidence, i, "between")  # "the deal between the two was revived"
    faced = bool(evidence.slots.undergoers(i))  # "faces criticism over its raid"
    acts = [] if entry.reciprocal or faced else _acts_answered(chosen, i, entry)
    force = [t for t in acts if _is_force(chosen, t)]
    slots = SUFFERERS if s.among(i, "mourning_verbs") else DOERS
    meant = [
        p for t in force or acts for slot in slots for p in parties_in(evidence, t, slot)
        if slot != "possessive" or not suffered(evidence, t)
    ]  # fmt: skip
    if force or meant:
        return actors, distinct(others(meant, actors))
    wanted = _sought(evidence, i, _slots(entry.recipient, defaults.recipient))
    asking = entry.type == "REQUEST"
    clause = {"ACCUSE": ASKED, "AGREE": PROMISED}.get(entry.type or "", IN_CLAUSE)
    if entry.type == "REJECT" and entry.mode == "yield":
        clause = YIELDED
    found = _asked(evidence, i, wanted) if asking else first_of(evidence, i, wanted, clause)
    if entry.type in JUDGING and judges_an_act(s, i):
        found = ()
    hit = fallen(evidence, i, entry) or charged(evidence, i, entry)
    recipients = suffering or distinct([*found, *hit])
    facing = () if is_aimed(evidence, i, entry) else evidence.slots.undergoers(i)
    undergoers = [p for t in facing for p in evidence.who(t, "subject")]
    undergoers = undergoers or (things_facing(chosen, i, entry) if facing else [])
    handed = entry.transfer == "to_recipient" and bool(recipients)
    if undergoers and not handed:  # "faces extradition to Chad": handed to Chad
        sources = actors or parties_in(evidence, i, "from")
        return sources, others(undergoers, sources)
    if entry.reciprocal and not actors and has_unknown_doer(evidence, i):
        return (), distinct([*recipients, *parties_in(evidence, i, "with")])
    if entry.reciprocal:
        return _together(evidence, i, entry, (*actors, *recipients)), ()
    if not others(recipients, actors):  # "withdrew its threat to expel the envoy"
        held = bool(recipients)  # what the doer owns is seldom hit
        recipients = _less_likely(chosen, i, entry, actors, own=held) or recipients
    if asking or entry.mode == "disapprove" or entry.type in ANSWERING:
        recipients = tuple(p for p in recipients if not undergoes(s, p.head, asking))
    if s.tags[i] == "MD" and evidence.slots.clauses.passive(s.heads[i]):
        recipients = ()  # "the two must be freed": nobody is told by whom
    if entry.type == "THREATEN" and not any(p.is_state or p.actor_id for p in recipients):
        told = s.is_verb(i) and evidence.slots.slot(i, "object")
        recipients = (not told and pressed(evidence, i, actors)) or recipients
    recipients = claimants(evidence, i, entry, actors) or recipients
    recipients = tuple(p for p in recipients if not any(holds(p, one) for one in actors))
    return actors, others(recipients, actors) or another(evidence, i, entry, recipients)


def _acts_answered(chosen: Chosen, i: int, entry: Predicate) -> list[int]:
    """Return the acts that somebody condemns, protests against, praises or mourns.

    Their doers are meant, and where force is mourned those who suffered: "condemned the attack
    on Moldova" accuses nobody by name, least of all the victim.
    """
    evidence = chosen.evidence
    slots = ABOUT.get(entry.type or "", ())
    if entry.type == "ACCUSE" and evidence.sentence.is_noun(i):
        judging = entry.mode != "investigate" and not evidence.sentence.among(i, "charge_nouns")
        slots = JUDGED if judging else ()
    elif entry.type == "ACCUSE" and entry.mode != "disapprove":
        return []
    if not slots:
        return []
    objects = [t for slot in slots for t in evidence.slots.slot(i, slot)]
    own = entry.needs.get("object", ())  # "voiced its support" answers nobody's
    lemmas = evidence.sentence.lemmas
    return [t for t in objects if t in chosen.firing and lemmas[t] not in own]


def _is_force(chosen: Chosen, t: int) -> bool:
    senses = chosen.evidence.vocabulary.senses(chosen.evidence.sentence, t)
    return any(one.type in FORCE for one in senses)


def _own_slots(
    evidence: Evidence, i: int, entry: Predicate, defaults: tuple[str, ...]
) -> tuple[str, ...]:
    """Return where the doer is looked for; never where the entry has whom it is done to.

    "The liberation of Goma" is not Goma's deed. But what somebody has or gets is another's:
    "has the support of Ghana".
    """
    if entry.actor is not None:
        return entry.actor
    wanted = entry.recipient or ()
    if "of" not in wanted or i in evidence.slots.lending.undergone or _is_relied_on(evidence, i):
        return defaults
    if first_of(evidence, i, wanted[: wanted.index("of")]):
        return defaults  # "the support of Ghana for Kenya"
    return tuple(slot for slot in defaults if slot != "of")


def _is_relied_on(evidence: Evidence, i: int) -> bool:
    """Return whether noun i is what somebody has, needs or lives under: "with the backing of
    Ghana", "require the support of Ghana", "under the occupation of Ghana"."""
    s, up = evidence.sentence, evidence.sentence.heads[i]
    if s.deps[i] == "dobj":
        return s.is_noun(i) and s.among(up, "relying_verbs")
    named = any(s.tags[k] in {"DT", "PRP$"} for k in s.kids(i, "det", "poss"))
    return named and s.deps[i] == "pobj" and s.words[up].lower() in {"with", "without", "under"}


def _slots(own: tuple[str, ...] | None, defaults: tuple[str, ...]) -> tuple[str, ...]:
    return defaults if own is None else own


def _sought(evidence: Evidence, i: int, slots: Sequence[str]) -> tuple[str, ...]:
    """Return where recipients are looked for: behind a passive's own "by" its doer stands."""
    done = evidence.sentence.is_verb(i) and evidence.slots.clauses.passive(i)
    return tuple(slot for slot in slots if not (done and slot == "by"))


def _asked(evidence: Evidence, i: int, slots: Sequence[str]) -> tuple[Party, ...]:
    """Return who is asked, and not who would be freed or dismissed if it were done."""
    for slot in slots:
        found = first_of(evidence, i, (slot,), ASKED)
        if kept := tuple(p for p in found if not undergoes(evidence.sentence, p.head)):
            return kept
    return ()


def _less_likely(
    chosen: Chosen, i: int, entry: Predicate, actors: Sequence[Party], *, own: bool
) -> tuple[Party, ...]:
    """Return the recipients where no slot of the entry names one; () where it wants none.

    own: whether the slots name something of the doer's.
    """
    evidence = chosen.evidence
    if entry.recipient == ():
        wish = entry.kind is ClaimKind.WANT
        return wanted_of(evidence, i, actors) if wish else ()
    found: tuple[Party, ...] = ()
    if not evidence.sentence.is_verb(i):
        found = parties_in(evidence, i, "object")
    found = found or others(torn(evidence, i, entry), actors)
    if not found and entry.type in ADDRESSED:
        found = others(addressed(evidence, i), actors)
    if not found and entry.type == "REQUEST" and evidence.sentence.is_verb(i):
        found = others(visited(evidence, i), actors)
    if not found and entry.type in HELPFUL:
        found = others(helped(evidence, i), actors)
    if not found and entry.mode == "firearms" and evidence.sentence.is_verb(i):
        found = others(scattered(evidence, i), actors)
    found = found or let_off(evidence, i, entry, actors)
    if not own:
        found = found or things_hit(chosen, i, entry)
        found = found or by_own_word(evidence, i, entry)
        found = found or further_down(evidence, i, entry, actors)
    return found or by_word(evidence, i, entry, own=own)


def _together(
    evidence: Evidence, i: int, entry: Predicate, found: Sequence[Party]
) -> tuple[Party, ...]:
    """Return all sides of a reciprocal act, in text order."""
    more = [
        p
        for slot in RECIPROCAL
        if slot != "object" or _object_is_party(entry)
        for p in parties_in(evidence, i, slot)
        if slot != "modifier" or p.role is None
    ]
    return tuple(sorted(distinct([*found, *more]), key=lambda party: party.first))


def _object_is_party(entry: Predicate) -> bool:
    """Return whether a reciprocal entry means its object as one of the parties."""
    if "object" in entry.needs:
        return any(word in PARTIES for word in entry.needs["object"])
    return "object" in (entry.recipient or ())


def _doers(evidence: Evidence, i: int, slots: Sequence[str], entry: Predicate) -> tuple[Party, ...]:
    """Return the parties of the first slot of doers that names any.

    Of "of" only whom it names: in "the promise of new Navy orders" the Navy promises nothing.
    """
    found = first_of(evidence, i, slots)
    if entry.kind is ClaimKind.CONSEQUENCE:
        found = not_behind(evidence, i, found)
    if (
        evidence.sentence.is_verb(i)
        or "of" not in slots
        or first_of(evidence, i, slots[: slots.index("of")])
    ):
        return found
    things = [counted(evidence.sentence, t) for t in evidence.slots.slot(i, "of")]
    owned = [p for t in things if not evidence.resolver.resolve(t) for p in evidence.who(t, "of")]
    return others(found, owned)
