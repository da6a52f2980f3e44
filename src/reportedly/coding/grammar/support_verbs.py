"""Support verbs: which verb lends its subject, tense and negation to which event noun.

"hold talks", "faces sanctions", "the talks were cancelled".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.coding.grammar.clauses import Clauses
from reportedly.coding.grammar.particles import particle
from reportedly.coding.grammar.phrases import prepositions
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary
from reportedly.lexicons import Support


@dataclass(frozen=True, slots=True)
class Lending:
    """Which verb carries which event noun of a sentence.

    carriers   event noun → the verb that lends it its subject
    entries    event noun → the entry of that verb
    undergone  nouns whose lent subject is the one acted upon ("faces sanctions")
    foiled     nouns to which the verb's subject is no party ("foiled an attack")
    feared     noun → the verb whose subject faces its chance ("faces the prospect of an attack")
    """

    carriers: Mapping[int, int] = field(default_factory=dict)
    entries: Mapping[int, Support] = field(default_factory=dict)
    undergone: frozenset[int] = frozenset()
    foiled: frozenset[int] = frozenset()
    feared: Mapping[int, int] = field(default_factory=dict)

    def negated(self, noun: int) -> bool:
        """Return whether the verb that carries the noun says that it does not come to be."""
        return noun in self.entries and self.entries[noun].effect in {"negated", "denied"}


def lending_of(clauses: Clauses, vocabulary: Vocabulary) -> Lending:
    """Return which event nouns verbs carry: "held talks", "sanctions were lifted".

    A noun is carried by the first verb that fits; "the talks, delayed from May, were held" by
    the second.
    """
    s = clauses.sentence
    carriers: dict[int, int] = {}
    entries: dict[int, Support] = {}
    pairs = _pairs(clauses, vocabulary)
    for noun, verb, entry in sorted(pairs, key=lambda pair: _unsaid_beside(s, *pair[1:])):
        if noun not in carriers:
            carriers[noun], entries[noun] = verb, entry
    undergone = frozenset(
        k for k, entry in entries.items() if entry.lends == "recipient" or _on_record(s, k, entry)
    )
    foiled = frozenset(k for k, entry in entries.items() if entry.lends == "nobody")
    feared = {k: v for k, v in _feared(clauses, vocabulary) if k not in carriers}
    return Lending(carriers, entries, undergone, foiled, feared)


def _unsaid_beside(s: Sentence, verb: int, entry: Support) -> bool:
    return s.deps[verb] in {"acl", "relcl"} and entry.effect in {"negated", "denied"}


def _on_record(s: Sentence, noun: int, entry: Support) -> bool:
    """Return whether what somebody has was done to them: "has four prior arrests"."""
    return entry.lemma == "have" and s.among(noun, "suffered_acts")


def _pairs(clauses: Clauses, vocabulary: Vocabulary) -> Iterator[tuple[int, int, Support]]:
    s = clauses.sentence
    for v in range(len(s)):
        if not s.is_verb(v):
            continue
        for entry in vocabulary.support.get(s.lemmas[v], ()):
            if entry.particle and particle(s, v, entry.particle) is None:
                continue
            if s.among(v, "naming_verbs") and s.kid(v, "oprd") is not None:
                continue  # "called the strike a mistake": whoever names it does not do it
            for k in _counted(s, _carried(clauses, v, entry.noun)):
                if s.is_noun(k) and _governs(s, k, entry) and _of_types(s, vocabulary, k, entry):
                    yield k, v, entry


def _counted(s: Sentence, heads: Sequence[int]) -> list[int]:
    """Return the heads and what they count: "carried out a series of attacks"."""
    counted = [c for k in heads if s.among(k, "counters") for c in prepositions(s, k, "of")]
    return [*heads, *counted]


def _feared(clauses: Clauses, vocabulary: Vocabulary) -> Iterator[tuple[int, int]]:
    """Yield the acts whose chance somebody faces, each with that verb: "face the prospect of an
    attack". The verb lends them its subject, and not its tense."""
    s = clauses.sentence
    for v in (v for v in range(len(s)) if s.is_verb(v)):
        verbs = vocabulary.support.get(s.lemmas[v], ())
        if not any(one.lends == "recipient" and not one.types for one in verbs):
            continue
        for k in clauses.objects(v):
            chances = vocabulary.operators.get((s.lemmas[k], "noun"), ())
            if any(one.effect == "possible" for one in chances):
                yield from ((act, v) for act in prepositions(s, k, "of") if s.is_noun(act))


def _governs(s: Sentence, k: int, entry: Support) -> bool:
    """Return whether noun k governs what the entry asks for: "has the backing of farmers", or with
    "@none" nothing: "has 31 endorsements"."""
    beside = [p for p in s.kids(s.heads[k], "prep") if s.words[p].lower() in {"for", "to"}]
    scene = [p for p in s.kids(k, "prep") if s.among(p, "location_prepositions")]
    own = [p for p in s.kids(k, "prep", "acl", "relcl") if p not in scene]
    if "@none" in entry.under and not (beside or own):
        return True
    near = (k, s.heads[k]) if s.lemmas[s.heads[k]] == entry.lemma else (k,)
    return not entry.under or any(prepositions(s, at, word) for word in entry.under for at in near)


def _of_types(s: Sentence, vocabulary: Vocabulary, k: int, entry: Support) -> bool:
    """Return whether a sense of noun k is of one of the types that the verb carries."""
    return not entry.types or any(e.type in entry.types for e in vocabulary.senses(s, k))


def _carried(clauses: Clauses, v: int, slot: str) -> list[int]:
    if slot == "object":
        return clauses.objects(v)
    if slot == "subject":
        return clauses.surface(v)
    return prepositions(clauses.sentence, v, slot)
