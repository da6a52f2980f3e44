"""Recipients that no slot names: what is hit, and whom the object concerns, one phrase down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.cast.antecedents import kind_of
from reportedly.coding.cast.party import Party
from reportedly.coding.grammar.phrases import has_to, possessors
from reportedly.coding.mentions.noun_phrases import counted, covering, empty_phrase, nobody
from reportedly.coding.participants.before_nouns import targets
from reportedly.coding.participants.defaults import defaults_of
from reportedly.coding.participants.draft import distinct, others, thing
from reportedly.coding.participants.texts import makers
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.senses import Chosen
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate

#: types whose recipient may stand inside the object: "an aid package for farmers"
DEEPER = frozenset({"AID", "SANCTION", "COOPERATE", "SUPPORT", "REJECT", "ASSAULT", "COERCE"})
DEEPER |= {"CONCEDE", "RETREAT", "REQUEST", "ACCUSE"}
#: of these, the ones that a place receives: PLOVER wants a recipient
PLACED = frozenset({"AID", "SANCTION"})
#: types whose recipient may be a thing: a village, a convoy, a newspaper; a visit's
#: may, where the entry asks for it
THINGS_TOO = frozenset({"ASSAULT", "COERCE"})
#: modes of protest in which buildings and cars are hit, too
BY_CROWDS = frozenset({"riot"})
#: modes of what is done to people alone
ON_PEOPLE = frozenset({"abduct", "arrest", "deport"})
#: types of stands on what somebody does
JUDGING = frozenset({"ACCUSE", "REJECT", "REQUEST", "SUPPORT"})

#: goods that are carried off and are no target themselves
LOOT = (
    "aid", "arms.ammunition", "arms.small", "consumer", "energy.", "food", "information",
    "medicine", "money", "raw_materials.",
)  # fmt: skip


def things_hit(chosen: Chosen, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return what is hit where nobody is named: "shelled a hospital". Kept by its words."""
    visited = entry.mode == "visit"
    counted_alone = "@number" in entry.needs.get("object", ())
    force = entry.type in THINGS_TOO or (entry.type == "PROTEST" and entry.mode in BY_CROWDS)
    if not force and not visited and not counted_alone:
        return ()
    evidence = chosen.evidence
    s = evidence.sentence
    for slot in entry.recipient or defaults_of(s, i).recipient:
        if slot == "complement":
            continue
        tokens = [t for t in evidence.slots.slot(i, slot) if t != i]
        if hit := _pronouns_hit(evidence, tokens) or _bodies_hit(evidence, tokens):
            return hit
        if entry.type == "COERCE" and (owners := _owned(evidence, tokens)):
            return owners
        found = [counted(s, t) for t in tokens if s.is_noun(t) or _number_hit(s, i, t, entry)]
        if counted_alone and not force:
            found = [t for t in found if s.tags[t] == "CD"]
        if visited:
            found = [t for t in found if s.lemmas[t] in entry.needs.get(slot, ())]
        found = [t for t in found if t not in chosen.firing and not s.among(t, "no_targets")]
        found = [t for t in found if not empty_phrase(s, t) and not _is_loot(evidence, t, entry)]
        found = [t for t in found if not (s.among(t, "open_pronouns") and s.kids(i, "neg"))]
        found = [t for t in found if not nobody(s, t)]
        if found:
            return tuple(_located(evidence, thing(s, t)) for t in found)
    return _hit_before(evidence, i, entry)


def _hit_before(evidence: Evidence, i: int, entry: Predicate) -> tuple[Party, ...]:
    """Return the body that the word before noun i tells was hit: "the embassy attack"; of "the
    hotel attack" it is open whether the hotel was meant or only the scene."""
    hit = targets(evidence, i) if entry.type == "ASSAULT" else []
    return distinct([party for t in hit for party in evidence.who(t, "of")])


def things_facing(chosen: Chosen, i: int, entry: Predicate) -> list[Party]:
    """Return what undergoes the act of force that noun i names: "the town faces an attack"."""
    evidence = chosen.evidence
    s = evidence.sentence
    if entry.type not in THINGS_TOO:
        return []
    tokens = [counted(s, t) for t in evidence.slots.undergoers(i)]
    things = [t for t in tokens if s.is_noun(t) and t not in chosen.firing]
    return [_located(evidence, thing(s, t)) for t in things if not s.among(t, "no_targets")]


def _pronouns_hit(evidence: Evidence, tokens: Sequence[int]) -> tuple[Party, ...]:
    """Return what pronouns name that is hit, though nobody knows what it is: "chased it"."""
    s = evidence.sentence
    found: list[Party] = []
    for t in tokens:
        kind = kind_of(s, t) if s.tags[t] == "PRP" and s.deps[t] != "expl" else None
        if kind is not None and not s.lemmas[t].endswith(("self", "selves")):
            found += evidence.resolver.unknown(t, kind)
    return tuple(found)


def _bodies_hit(evidence: Evidence, tokens: Sequence[int]) -> tuple[Party, ...]:
    """Return whose body is hit by a pronoun that nobody explains: "broke her wrist"."""
    s = evidence.sentence
    owners = [k for t in tokens if s.among(t, "body_parts") for k in s.kids(t, "poss")]
    kinds = [(k, kind_of(s, k)) for k in owners if s.tags[k] == "PRP$"]
    return tuple(p for k, kind in kinds if kind for p in evidence.resolver.unknown(k, kind))


def _owned(evidence: Evidence, tokens: Sequence[int]) -> tuple[Party, ...]:
    """Return whose the things are that are searched or taken: "searched his boat", "a family whose
    farm they seized"."""
    s = evidence.sentence
    owners = [k for t in tokens for k in s.kids(t, "poss") if s.tags[k] in {"PRP$", "WP$"}]
    found: list[Party] = []
    for k in owners:
        kind = kind_of(s, k)
        heads = [h for t in tokens for h in possessors(s, t)] if s.tags[k] == "WP$" else []
        found += [p for h in heads for p in evidence.who(h, "possessive")]
        found += evidence.resolver.unknown(k, kind) if kind else ()
    return distinct(found)


def _is_loot(evidence: Evidence, t: int, entry: Predicate) -> bool:
    """Return whether what is seized is goods, and no ship, land or building: "seized copper"."""
    goods = evidence.goods.under([t]) if entry.mode == "seize" else ()
    return bool(goods) and all(good.category.startswith(LOOT) for good in goods)


def _number_hit(s: Sentence, i: int, t: int, entry: Predicate) -> bool:
    """Return whether bare number t counts those who were hit or held: "killing four"."""
    bare = s.tags[t] == "CD" and s.deps[t] in {"dobj", "nsubjpass"}
    told = all(s.deps[k] in {"advmod", "quantmod", "prep", "neg"} for k in s.children[t])
    people = s.among(i, "effect_verbs") or "@number" in entry.needs.get("object", ())
    return bare and told and (people or entry.mode in ON_PEOPLE)


def _located(evidence: Evidence, party: Party) -> Party:
    """Return a thing with the country that its phrase names: "an army camp in Mali"."""
    s = evidence.sentence
    own = s.among(party.head, "under_a_flag")
    country = evidence.resolver.country(party.first, party.head)
    still = s.tags[party.head] in {"NN", "NNS"} and not own
    return replace(party, country=country, still=still and not s.among(party.head, "people_nouns"))


def further_down(
    evidence: Evidence, i: int, entry: Predicate, actors: Sequence[Party]
) -> tuple[Party, ...]:
    """Return whom the object concerns, one phrase further down: "a camp in Mali".

    Aid and broken ties need somebody at the other end: there the clause's own "in" will do.
    """
    if entry.type not in DEEPER:
        return ()
    s = evidence.sentence
    slots = entry.recipient or defaults_of(s, i).recipient
    tokens = [t for slot in (*slots, "object") for t in _slot(evidence, i, slot)]
    if made := others(makers(evidence, entry.type, tokens), actors):
        return made
    if entry.type in JUDGING:  # whoever a raid hit is not who is blamed for it
        tokens = [t for t in tokens if not _is_force(evidence, t) and not possessors(s, t)]
        tokens = [t for t in tokens if not s.among(t, "using_nouns")]
    below = [k for t in tokens for p in s.kids(t, "prep") for k in _concerned(s, p)]
    if entry.type in PLACED:
        below += [k for word in ("in", "across", "throughout") for k in _slot(evidence, i, word)]
    found = [q for k in below for q in evidence.who(k, "in") if not _seat(evidence, entry, k, q)]
    return distinct(others(found, actors))[:1]


def let_off(
    evidence: Evidence, i: int, entry: Predicate, actors: Sequence[Party]
) -> tuple[Party, ...]:
    """Return whom a threat or plan that is given up was to hit: "withdrew its threat to expel the
    envoy"."""
    if entry.type != "CONCEDE":
        return ()
    s = evidence.sentence
    slots = entry.recipient or defaults_of(s, i).recipient
    tokens = [t for slot in (*slots, "object") for t in _slot(evidence, i, slot)]
    aims = [k for t in tokens for k in s.kids(t, "acl") if has_to(s, k)]
    for slot in ("object", "against", "on"):
        heads = [h for k in aims for h in evidence.slots.slot(k, slot)]
        hit = others([q for h in heads for q in evidence.who(h, slot)], actors)
        if hit:
            return distinct(hit)
    return ()


def _is_force(evidence: Evidence, t: int) -> bool:
    senses = evidence.vocabulary.senses(evidence.sentence, t)
    return any(one.type in THINGS_TOO for one in senses)


def _seat(evidence: Evidence, entry: Predicate, k: int, party: Party) -> bool:
    """Return whether a state or town behind "in" only tells where: "signed it in Paris"."""
    s = evidence.sentence
    where = s.among(s.heads[k], "within")
    known = covering(evidence.resolver.scene.names, k)
    seat = known is not None and known.form == "capital"
    return where and seat and party.is_state and entry.type not in PLACED


def _slot(evidence: Evidence, i: int, slot: str) -> list[int]:
    return [] if slot == "complement" else [t for t in evidence.slots.slot(i, slot) if t != i]


def _concerned(s: Sentence, p: int) -> list[int]:
    if not s.among(p, "concerning_prepositions"):
        return []
    return [c for k in s.kids(p, "pobj") for c in s.conjuncts(k)]
