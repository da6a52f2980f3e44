"""Which sense of a word fits its sentence; a verb and the noun that it carries are one mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.coding.grammar.particles import governed_by, particle
from reportedly.coding.grammar.passive import passive
from reportedly.coding.predicates.conditions import holds
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.predicates.mention import Mention
from reportedly.coding.predicates.settings import Setting
from reportedly.lexicons import Predicate


@dataclass(frozen=True, slots=True)
class Chosen:
    """The predicates of a sentence.

    mentions  in text order, one sense each
    firing    every token that presents something by itself, those taken into another included
    evidence  what was known before, and the objects that hang on particles
    setting   what the sentence is about, where that makes its words no acts
    """

    mentions: tuple[Mention, ...]
    firing: frozenset[int]
    evidence: Evidence
    setting: Setting

    @property
    def types(self) -> Mapping[int, str | None]:
        """Type of the predicate at each token; None for a want, constraint or consequence."""
        return {mention.i: mention.entry.type for mention in self.mentions}


def chosen(evidence: Evidence) -> Chosen:
    """Return the predicates of the sentence that the lexicons know."""
    found: list[Mention] = []
    setting = Setting.of(evidence)
    for i in range(len(evidence.sentence)):
        mention, evidence = _choose(evidence, i)
        if mention is not None and not setting.bars(i, mention.entry):
            found.append(mention)
    firing = frozenset(mention.i for mention in found)
    return Chosen(tuple(_merged(found, evidence)), firing, evidence, setting)


def _choose(evidence: Evidence, i: int) -> tuple[Mention | None, Evidence]:
    """Return the first sense of token i whose conditions hold, and the evidence with its object."""
    s = evidence.sentence
    senses = evidence.vocabulary.senses(s, i)
    has_particle = bool(senses) and s.is_verb(i) and s.kid(i, "prt") is not None
    for entry in senses:
        last = _last(evidence, i, entry, has_particle)
        if last is None:
            continue
        heads = [] if last == i or passive(s, i) else governed_by(s, i, last)
        tried = evidence.governing(i, heads) if heads else evidence
        if holds(tried, i, entry):
            return Mention(i, last, entry), tried
    return None, evidence


def _last(evidence: Evidence, i: int, entry: Predicate, has_particle: bool) -> int | None:
    """Return the token of the entry's particle, i where it has none, None where it cannot fit."""
    if entry.particle:
        return particle(evidence.sentence, i, entry.particle)
    return None if has_particle else i


def _merged(mentions: Sequence[Mention], evidence: Evidence) -> list[Mention]:
    """Return the mentions with a verb and the event noun that it carries made one.

    "engaged in drills" is the drills; but "called off talks" is an entry of its own, which
    names the talks, and then the noun goes.
    """
    s, carriers = evidence.sentence, evidence.slots.lending.carriers
    by_token = {mention.i: mention for mention in mentions}
    for noun in mentions:
        verb = by_token.get(carriers.get(noun.i, -1))
        if verb is None or noun.i not in by_token:
            continue
        named = any(s.lemmas[noun.i] in words for words in verb.entry.needs.values())
        kept, gone = (verb, noun) if named else (noun, verb)
        also = (*by_token[kept.i].also, gone.entry.id)
        by_token[kept.i] = replace(by_token[kept.i], also=also)
        by_token.pop(gone.i)
    return [by_token[mention.i] for mention in mentions if mention.i in by_token]
