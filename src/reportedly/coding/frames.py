"""Deep slots: who fills subject, object, dative, prepositions and clause of a predicate.

Passives, relative clauses, participles, control, raising and coordination are undone here,
once for all predicates, so that lexicon entries speak of the active clause only. Slots hold
head tokens; an empty list means that the sentence does not fill the slot.
"""

from __future__ import annotations

from reportedly.coding.clauseframes import ClauseFrames
from reportedly.coding.sentence import Sentence

#: event nouns whose doer is whoever the clause is about
JOURNEYS = frozenset({"visit", "trip", "tour", "stopover", "interview", "call", "conversation"})
#: words that open an indirect question
QUESTIONS = frozenset({"whether", "if", "why", "how", "when", "where"})
#: prepositions that the parser often hangs on the noun before: "an attack by X on Y"
CHAINED = frozenset({"by", "on", "against", "with", "to", "from"})


class Frames(ClauseFrames):
    """The deep slots of one sentence, computed on demand and remembered.

    support maps an event noun to the verb that lends it its subject ("hold talks"); undergone
    holds the nouns whose lent subject is the one acted upon ("faces sanctions"). The predicates
    module fills both in before noun slots are read. speaking holds what is said, the source's
    head token and the cue's, for the slot `speaker`.
    """

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.support: dict[int, int] = {}
        self.undergone: set[int] = set()
        self.speaking: list[tuple[frozenset[int], int, int]] = []

    def slot(self, i: int, name: str) -> list[int]:
        """Return the head tokens that fill slot name of token i, coordinated ones included."""
        if name == "speaker":
            return [source for content, source, _ in self.speaking if i in content][-1:]
        if self.sentence.tags[i] == "MD":
            return self._modal_slot(i, name)
        if self.sentence.tags[i].startswith("JJ"):
            return self._adjective_slot(i, name)
        if self.sentence.is_noun(i):
            return self._noun_slot(i, name)
        return self._verb_slot(i, name)

    def said_at(self, i: int) -> int | None:
        """Return the cue under which token i is said, None where nobody says it."""
        return next((cue for content, _, cue in reversed(self.speaking) if i in content), None)

    def _modal_slot(self, i: int, name: str) -> list[int]:
        """Return the slots of "must": who is to do what."""
        verb = self.sentence.heads[i]
        if name == "subject":
            return self.surface(verb)
        if name == "aux":
            return [k for k in self.sentence.kids(verb, "aux") if k != i]
        return [verb] if name == "complement" else []

    def _adjective_slot(self, i: int, name: str) -> list[int]:
        if name == "subject":
            return self.copular(i)
        if name == "complement":
            return self.complements(i)
        return self.prepositions(i, name)

    def _verb_slot(self, i: int, name: str) -> list[int]:
        if name == "subject":
            return self.subjects(i)
        if name == "object":
            return self.objects(i)
        if name == "dative":
            return self.datives(i)
        if name == "complement":
            return self.complements(i)
        if name == "possessive":
            return self._possessors(i)
        if name == "question":  # "asked whether", "asked why": what opens the clause below
            below = self.sentence.kids(i, "ccomp", "advcl")
            marks = [k for c in below for k in self.sentence.kids(c, "mark", "advmod")]
            return [k for k in marks if self.sentence.words[k].lower() in QUESTIONS]
        if name == "doer":  # whoever does what the clause below says: "warned that it would"
            below = self.complements(i)
            return [k for c in below for k in self.sentence.kids(c, "nsubj", "nsubjpass")]
        if name == "adverb":
            return self.sentence.kids(i, "advmod", "npadvmod")
        found = self.prepositions(i, name)
        for noun in () if found else self.sentence.kids(i, "dobj", "nsubjpass"):
            found = found or self.prepositions(noun, name)
        return found or self._chained(i, name)

    def _chained(self, i: int, name: str) -> list[int]:
        """Return what the parser hung one phrase too deep: "an attack by X on Y"."""
        s = self.sentence
        for p in s.kids(i, "prep", "agent"):
            for k in s.kids(p, "pobj"):
                if name in CHAINED and (found := self.prepositions(k, name)):
                    return found
        return []

    def _noun_slot(self, i: int, name: str) -> list[int]:
        verb = self.support.get(i)
        if name == "subject":
            return self._noun_subjects(i, verb)
        if name == "object":
            return self._others(i, verb) if verb is not None else []
        if name == "possessive":
            return self._possessors(i)
        if name == "modifier":
            return self._modifiers(i)
        if name == "complement":
            clauses = [k for k in self.sentence.kids(i, "acl", "ccomp", "relcl") if self._to(k)]
            return clauses + self._gerunds(i) + self._that_clauses(i)
        found = self.prepositions(i, name)
        if not found and verb is not None:
            found = [k for k in self.prepositions(verb, name) if k != i]
        return found or self._chained(i, name) or self._inherited(i, name)

    def _inherited(self, i: int, name: str) -> list[int]:
        """Return the slot of the noun that i is coordinated with: "talks and trade with Iran"."""
        s = self.sentence
        if name == "by":
            for k in s.kids(i, "acl"):
                if s.tags[k] == "VBN" and (agents := self.agents(k)):
                    return agents
        later = [k for k in s.conjuncts(i) if k != i]
        for k in later:
            if s.is_noun(k) and (found := self.prepositions(k, name)):
                return found
        return []

    def _that_clauses(self, i: int) -> list[int]:
        s = self.sentence
        return [k for k in s.kids(i, "acl") if not self._to(k) and s.kid(k, "mark") is not None]

    def _gerunds(self, i: int) -> list[int]:
        s = self.sentence
        return [g for p in s.kids(i, "prep") for g in s.kids(p, "pcomp") if s.is_verb(g)]

    def _noun_subjects(self, i: int, verb: int | None) -> list[int]:
        if i in self.undergone:
            return []
        if verb is None:
            return self._travellers(i)
        return [k for k in self.subjects(verb) if k != i]

    def _travellers(self, i: int) -> list[int]:
        """Return the main subject for a visit in an adjunct: "During a visit to Jakarta, he …"."""
        s = self.sentence
        p = s.heads[i]
        free = not self._possessors(i) and s.lemmas[i] in JOURNEYS
        if free and s.deps[i] == "pobj" and s.words[p].lower() in {"during", "on", "after", "in"}:
            return self.surface(s.heads[p]) if s.is_verb(s.heads[p]) else []
        return []

    def undergoers(self, i: int) -> list[int]:
        """Return who undergoes event noun i by its verb: "Russia faces sanctions"."""
        return [k for k in self.subjects(self.support[i]) if k != i] if i in self.undergone else []

    def _others(self, i: int, verb: int) -> list[int]:
        return [k for k in self.datives(verb) + self.objects(verb) if k != i]
