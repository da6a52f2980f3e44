"""Subjects, objects, datives and clauses of verbs, with all movement undone.

Passives, relative clauses, participles, control, raising and coordination are undone here, once
for all predicates, so that lexicon entries speak of the active clause only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.coding.grammar import control
from reportedly.coding.grammar.passive import agents, passive, takes_side
from reportedly.coding.grammar.phrases import (
    antecedents,
    has_to,
    nouns_above,
    prepositions,
    says_when,
    stands_beside,
)
from reportedly.coding.grammar.relatives import is_relative_object, told_of
from reportedly.coding.sentences.sentence import Sentence

Answers = dict[int, list[int]]


@dataclass(frozen=True, slots=True)
class Clauses:
    """Who does what to whom in the clauses of one sentence, as head tokens.

    governed  objects that the parser hung on a verb's particle ("sent in the army"), by verb
    Answers are remembered; they depend on the two fields alone.
    """

    sentence: Sentence
    governed: Mapping[int, Sequence[int]] = field(default_factory=dict)
    _subjects: Answers = field(default_factory=dict, init=False, repr=False, compare=False)
    _objects: Answers = field(default_factory=dict, init=False, repr=False, compare=False)

    def governing(self, verb: int, heads: Sequence[int]) -> Clauses:
        """Return the clauses with heads as the object of verb."""
        return replace(self, governed={**self.governed, verb: tuple(heads)})

    def passive(self, i: int) -> bool:
        """Return whether verb i is passive."""
        return passive(self.sentence, i)

    def subjects(self, i: int) -> list[int]:
        """Return who does i: the deep subject, after passive, control and coordination."""
        if i not in self._subjects:
            self._subjects[i] = []  # stops a cycle in a broken parse
            found = self._find_subjects(i)
            self._subjects[i] = [t for k in found for t in told_of(self.sentence, k)]
        return self._subjects[i]

    def _find_subjects(self, i: int) -> list[int]:
        s = self.sentence
        if passive(s, i):
            found = agents(s, i)
            if not found and (s.among(i, "joining_verbs") or takes_side(s, i)):
                return self._passive_subjects(i)  # "is allied with Chad"
            if not found and s.deps[i] in {"conj", "dep"} and passive(s, s.heads[i]):
                return self.subjects(s.heads[i]) if s.kid(i, "nsubjpass") is None else []
            return found
        own = s.kids(i, "nsubj", "csubj")
        own = own or [n for k in s.kids(i, "aux") for n in s.kids(k, "nsubj")]
        if own:
            return [c for k in own for c in antecedents(s, k)]
        if s.kid(i, "expl") is not None:
            return []  # "there would be difficulties in attacking it"
        return control.understood(self, i)

    def surface(self, i: int) -> list[int]:
        """Return the grammatical subject of verb i, passive or not."""
        return self._passive_subjects(i) if passive(self.sentence, i) else self.subjects(i)

    def copular(self, adjective: int) -> list[int]:
        """Return the subject of "be" above a predicate adjective: "Iran is ready to …"."""
        s = self.sentence
        up = s.heads[adjective]
        if s.deps[adjective] in {"acomp", "attr", "oprd"} and s.is_verb(up):
            if s.deps[adjective] == "oprd":  # "was held responsible", "held Chad responsible"
                return [k for k in self.objects(up) if k != adjective] or self.surface(up)
            return self.subjects(up)
        if s.deps[adjective] in {"amod", "acl", "relcl"} and s.is_noun(up):
            return s.conjuncts(up)
        return s.kids(adjective, "nsubj", "nsubjpass")

    def objects(self, i: int) -> list[int]:
        """Return what is done by i: the deep object."""
        if i in self.governed:
            return list(self.governed[i])
        if i not in self._objects:
            self._objects[i] = []
            self._objects[i] = self._find_objects(i)
        return self._objects[i]

    def _find_objects(self, i: int) -> list[int]:
        s = self.sentence
        if passive(s, i):
            sums = s.among(i, "costing_verbs")  # "was fined 500 francs"
            given = [] if sums else [k for k in s.kids(i, "dobj") if not says_when(s, k)]
            return [c for k in given for c in antecedents(s, k)] or self._passive_subjects(i)
        if s.deps[i] == "relcl" and is_relative_object(s, i):
            return nouns_above(s, i, s.heads[i])
        receiver = self._first_of_two(i)
        own = [k for k in s.kids(i, "dobj", "attr", "oprd") if k != receiver]
        own += self._quoted_names(i)
        if (pair := self._set_beside(i)) is not None:
            own = [k for k in own if k != pair[0]] + [pair[1]]
        direct = [c for k in own for c in antecedents(s, k)]
        return direct or self._shared_object(i)

    def _quoted_names(self, i: int) -> list[int]:
        """Return what something is called that the parser took for an apposition: "called the
        offer 'an insult'"."""
        s = self.sentence
        if not s.among(i, "naming_verbs"):
            return []
        beside = [a for k in s.kids(i, "dobj") for a in s.kids(k, "appos")]
        return [a for a in beside if s.words[s.subtree(a)[0] - 1] in {'"', "“", "``", "'", "‘"}]

    def _passive_subjects(self, i: int) -> list[int]:
        s = self.sentence
        own = s.kids(i, "nsubjpass", "nsubj", "csubjpass")
        if own:
            return [c for k in own for c in antecedents(s, k)]
        head = s.heads[i]
        if s.deps[i] in {"conj", "dep", "parataxis"} and s.is_verb(head):
            if passive(s, head):
                return self._passive_subjects(head)
            bare = s.tags[i] == "VBN" and s.kid(i, "auxpass") is None
            return [] if bare and s.kid(i, "agent") is not None else self.subjects(head)
        if s.deps[i] in {"acl", "relcl", "amod"}:
            return [head] if s.deps[i] == "amod" else nouns_above(s, i, head)
        if s.deps[i] in {"xcomp", "ccomp"} and s.is_verb(head):
            return control.controllers(self, i, head)
        if s.deps[i] == "advcl" and s.is_verb(head):
            as_told = any(s.words[k].lower() == "as" for k in s.kids(i, "mark"))
            return [] if as_told else self.surface(head)  # "as promised": not who did it
        if s.deps[i] == "pcomp":
            return control.of_gerund(self, i, head)
        return []

    def _shared_object(self, i: int) -> list[int]:
        """Return the object of the next coordinated verb: "condemned and sanctioned Iran"."""
        s = self.sentence
        if s.kid(i, "prep", "ccomp", "xcomp", "prt", "advmod", "acomp") is not None:
            return []
        for k in s.kids(i, "conj"):
            if k <= i + 3 and s.is_verb(k) and s.kid(k, "nsubj", "nsubjpass") is None:
                return [c for d in s.kids(k, "dobj") for c in s.conjuncts(d)]
        return []

    def datives(self, i: int) -> list[int]:
        """Return who i is done to or for: "gave Ukraine tanks", "was given tanks"."""
        s = self.sentence
        found: list[int] = []
        for k in s.kids(i, "dative"):
            if s.is_noun(k) or s.tags[k] == "PRP":
                found += s.conjuncts(k)
            else:
                found += [c for o in s.kids(k, "pobj") for c in s.conjuncts(o)]
        if not found and passive(s, i) and s.kid(i, "dobj") is not None:
            found = self._passive_subjects(i)
        found = found or prepositions(s, i, "to")
        if not found and (receiver := self._first_of_two(i)) is not None:
            found = s.conjuncts(receiver)
        if not found and (pair := self._set_beside(i)) is not None:
            found = [pair[0]]
        if not found and s.among(i, "giving_verbs"):
            found = self._swallowed(i)
        return found

    def _first_of_two(self, i: int) -> int | None:
        """Return the receiver that the parser took for a second object: "handed Mali 14 boats"."""
        s = self.sentence
        objects = s.kids(i, "dobj")
        gives = s.among(i, "giving_verbs") or s.among(i, "costing_verbs")
        gives |= s.among(i, "withholding_verbs")
        if len(objects) != 2 or not i < objects[0] or not gives:
            return None
        behind, first = s.subtree(objects[0])[-1] + 1, s.subtree(objects[1])[0]
        behind += s.deps[behind] == "prt"  # "gave the fisherman back his boat"
        return objects[0] if behind == first and s.tags[objects[0]] != "CD" else None

    def _set_beside(self, i: int) -> tuple[int, int] | None:
        """Return the receiver and the thing that the parser took for its apposition, where no comma
        parts them: "sent the envoy a rug"."""
        s = self.sentence
        if not s.among(i, "giving_verbs"):
            return None
        receivers = s.kids(i, "dative") if s.kid(i, "dobj") is None else s.kids(i, "dobj")
        if len(receivers) != 1 or receivers[0] < i or not s.is_noun(receivers[0]):
            return None
        for thing in s.kids(receivers[0], "appos"):
            first = s.subtree(thing)[0]
            if first == receivers[0] + 1 and s.tags[first] in {"DT", "CD", "PRP$"}:
                return receivers[0], thing
        return None

    def _swallowed(self, i: int) -> list[int]:
        """Return the receiver that the parser took for part of the object: "gave Ukraine tanks".

        It may be part of it all the same ("gave Patriot missiles"): only a known name receives, or
        people and bodies beside money or words ("gave the party money").
        """
        s = self.sentence
        for k in s.kids(i, "dobj"):
            for c in s.kids(k, "compound", "nmod"):
                first = s.subtree(c)[0]
                beside = first == i + 1 or (first == i + 2 and s.kid(k, "det") == i + 1)
                body = s.among(c, "people_nouns") or s.among(c, "body_nouns")
                told = body and s.kid(k, "det") == i + 1 and s.among(k, "handed_uncounted")
                named = s.is_proper(c) and not s.is_proper(k)
                several = s.tags[c] == "NNS" and s.among(c, "people_nouns")
                told |= several and not s.among(k, "people_nouns")  # "sent the judges photographs"
                if beside and (named or told):
                    return [c]
                counted = s.deps[c + 1] == "nummod" and s.tags[c] in {"NN", "NNS"}
                counted &= s.heads[c + 1] == k or s.tags[c] == "NN"
                if s.is_noun(c) and (counted or (first == i + 1 < c and _determined(s, c))):
                    return [c]  # "paid a clerk 900 euros"
        return []

    def complements(self, i: int) -> list[int]:
        """Return the heads of the clauses that i takes: that …, to …, …-ing, of …-ing."""
        s = self.sentence
        below = [k for k in s.kids(i, "xcomp", "ccomp") if not _apart(s, k, i)]
        found = [c for k in below for c in s.conjuncts(k)]
        for p in s.kids(i, "prep"):
            if not stands_beside(s, p):
                found += [c for k in s.kids(p, "pcomp") for c in s.conjuncts(k)]
        if not found:  # "warned it would attack", cut off by the parser as a sister clause
            found = [k for k in s.kids(i, "advcl") if has_to(s, k) and s.kid(k, "mark") is None]
        return found


def _determined(s: Sentence, i: int) -> bool:
    return s.kid(i, "det", "poss") is not None


def _apart(s: Sentence, clause: int, verb: int) -> bool:
    """Return whether a semicolon parts a clause from the verb behind it that the parser hung it on:
    "She had jailed her once; she asked to be moved"."""
    behind = s.subtree(clause)[-1] + 1
    return clause < behind < verb and s.words[behind] == ";"
