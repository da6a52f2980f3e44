"""Deep slots of verbs: subjects, objects, datives and clauses, with all movement undone."""

from __future__ import annotations

from reportedly.coding.sentence import Sentence

RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
#: verbs whose to-infinitive is done by their subject although they have an object
SUBJECT_CONTROL = frozenset(
    {"promise", "threaten", "vow", "pledge", "agree", "use", "take", "offer"}
)
#: prepositions whose gerund is done by the object: "accused X of pushing", "stopped X from going"
OBJECT_GERUND = frozenset({"of", "for", "from", "into", "against"})
#: prepositions whose gerund stands beside the main event, and what becomes of it
BESIDE = dict.fromkeys(("after", "before", "since", "despite", "besides"), "presupposed")
BESIDE |= dict.fromkeys(("by", "in", "through", "without", "upon", "on", "with"), "shared")
#: words that open a phrase of their own: nothing is done "to" reports in "according to reports"
ADJUNCT = frozenset({"according", "due", "thanks", "owing", "prior", "contrary", "compared"})
#: verbs that take a receiver before what is given
GIVING = frozenset({"give", "sell", "lend", "grant", "offer", "award", "promise", "owe", "hand"})


class ClauseFrames:
    """Who does what to whom in the clauses of one sentence; answers are remembered."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self._subjects: dict[int, list[int]] = {}
        self._objects: dict[int, list[int]] = {}
        self.governed: dict[int, list[int]] = {}

    def prepositions(self, i: int, word: str) -> list[int]:
        """Return the objects of preposition word under token i ("to" also where it is a dative)."""
        s = self.sentence
        found: list[int] = []
        for p in s.kids(i, "prep", "dative", "agent"):
            if s.words[p].lower() == word:
                found += [c for k in s.kids(p, "pobj", "pcomp") for c in s.conjuncts(k)]
                for more in s.kids(p, "conj"):
                    found += [c for k in s.kids(more, "pobj") for c in s.conjuncts(k)]
            elif s.words[p].lower() in ADJUNCT:
                continue
            elif s.deps[p] == "prep" and s.kid(p, "pobj") is None:
                found += self.prepositions(p, word)  # "out of", "according to", "along with"
        return found

    def passive(self, i: int) -> bool:
        """Return whether verb i is passive, its auxiliary shared by coordination or left out."""
        s = self.sentence
        if s.kid(i, "auxpass", "nsubjpass", "csubjpass") is not None:
            return True
        if s.tags[i] == "VBD" and s.kid(i, "agent") is not None and s.kid(i, "dobj") is None:
            return True  # "the ministry, picketed daily by miners": tagged as a past tense
        if s.tags[i] != "VBN" or s.kid(i, "aux") is not None:
            return False
        if s.deps[i] == "conj":
            return s.kid(i, "nsubj") is None and self.passive(s.heads[i])
        return s.deps[i] in {"acl", "advcl", "amod"} or s.kid(i, "agent") is not None

    def agents(self, i: int) -> list[int]:
        """Return who does passive verb i, from its "by" phrase."""
        s = self.sentence
        found = self.prepositions(i, "by")
        if found:
            return found
        for k in s.kids(i, "conj"):  # "was arrested and beaten by police"
            if self.passive(k) and s.kid(k, "nsubj", "nsubjpass") is None:
                found = found or self.agents(k)
        if found:
            return found
        below = [*s.kids(i, "dobj"), *(k for p in s.kids(i, "prep") for k in s.kids(p, "pobj"))]
        return next((deep for k in below if (deep := self.prepositions(k, "by"))), [])

    def subjects(self, i: int) -> list[int]:
        """Return who does i: the deep subject, after passive, control and coordination."""
        if i not in self._subjects:
            self._subjects[i] = []  # stops a cycle in a broken parse
            self._subjects[i] = self._find_subjects(i)
        return self._subjects[i]

    def _find_subjects(self, i: int) -> list[int]:
        s = self.sentence
        if self.passive(i):
            found = self.agents(i)
            if not found and s.deps[i] == "conj" and self.passive(s.heads[i]):
                return self.subjects(s.heads[i]) if s.kid(i, "nsubjpass") is None else []
            return found
        own = s.kids(i, "nsubj", "csubj")
        own = own or [n for k in s.kids(i, "aux") for n in s.kids(k, "nsubj")]
        if own:
            return [c for k in own for c in self._antecedents(k)]
        return self._shared_subjects(i)

    def _antecedents(self, k: int) -> list[int]:
        """Return k and its coordinates, a relative pronoun replaced by the noun it stands for."""
        s = self.sentence
        if s.words[k].lower() in RELATIVE and s.tags[k] in {"WDT", "WP", "WP$", "IN", "DT"}:
            for up in s.path(k):
                if s.deps[up] == "relcl":
                    top = s.heads[up]
                    named = s.deps[top] == "appos" and s.is_proper(s.heads[top])
                    return s.conjuncts(s.heads[top] if named else top)
        return s.conjuncts(k)

    def surface(self, i: int) -> list[int]:
        """Return the grammatical subject of verb i, passive or not."""
        return self.objects(i) if self.passive(i) else self.subjects(i)

    def _shared_subjects(self, i: int) -> list[int]:
        s, head, label = self.sentence, self.sentence.heads[i], self.sentence.deps[i]
        if label == "conj" and s.is_verb(head):
            return self.surface(head)
        if label == "relcl":
            return [] if self._relative_object(i) else s.conjuncts(head)
        if label == "acl":
            return self._acl_subjects(i, head)
        if label in {"xcomp", "ccomp"} and (s.is_verb(head) or s.tags[head].startswith("JJ")):
            return self._controllers(i, head)
        if label == "advcl" and s.is_verb(head):
            return self.surface(head)
        if label == "pcomp":
            return self._gerund_subjects(i, head)
        if label in {"aux", "auxpass"}:
            return self.subjects(head)
        return []

    def _acl_subjects(self, i: int, head: int) -> list[int]:
        """Return the subject of a clause under a noun: "rebels fighting …", "a plan to attack"."""
        if self.sentence.tags[i] == "VBG" and not self._to(i):
            return self.sentence.conjuncts(head)
        if not self._to(i):
            return []
        owners = self._possessors(head) or self.prepositions(head, "by")
        if owners:
            return owners
        s = self.sentence
        verb = s.heads[head]
        if s.deps[head] in {"dobj", "attr"} and s.is_verb(verb):
            return self.subjects(verb)
        if s.deps[head] in {"nsubjpass"} and s.is_verb(verb):
            return self.subjects(verb)
        return [k for k in self._modifiers(head) if s.is_proper(k) or s.tags[k] == "JJ"]

    def _controllers(self, i: int, head: int) -> list[int]:
        s = self.sentence
        if s.tags[head].startswith("JJ"):
            return self.copular(head)
        if s.lemmas[head] not in SUBJECT_CONTROL:
            if s.deps[i] == "xcomp" and not self.passive(head):
                others = self.datives(head) or self.objects(head)
                if others and i not in others:
                    return others
            elif s.deps[i] == "ccomp" and self._to(i) and (others := self.objects(head)):
                return others
        if self.passive(head):
            return self.objects(head)
        return self.subjects(head)

    def copular(self, adjective: int) -> list[int]:
        """Return the subject of "be" above a predicate adjective: "Iran is ready to …"."""
        s = self.sentence
        up = s.heads[adjective]
        if s.deps[adjective] in {"acomp", "attr", "oprd"} and s.is_verb(up):
            return self.subjects(up)
        if s.deps[adjective] in {"amod", "acl", "relcl"} and s.is_noun(up):
            return s.conjuncts(up)
        return s.kids(adjective, "nsubj")

    def _gerund_subjects(self, i: int, preposition: int) -> list[int]:
        s = self.sentence
        head = s.heads[preposition]
        word = s.words[preposition].lower()
        if s.is_verb(head):
            objects = [k for k in self.objects(head) if k != i]
            if preposition and s.words[preposition - 1].lower() in {"instead", "far", "short"}:
                return self.surface(head)
            return objects if word in OBJECT_GERUND and objects else self.surface(head)
        if s.is_noun(head):
            owners = self._possessors(head)
            verb = s.heads[head]
            if s.deps[head] == "pobj":  # "in exchange for supplying": whoever the clause is about
                verb = s.heads[verb]
            if not owners and s.is_verb(verb):
                return self.surface(verb)
            return owners
        if s.tags[head].startswith("RB") and s.is_verb(s.heads[head]):  # "stopped short of"
            return self.surface(s.heads[head])
        return self.copular(head) if s.tags[head].startswith("JJ") else []

    def _to(self, i: int) -> bool:
        s = self.sentence
        return any(s.tags[k] == "TO" for k in s.kids(i, "aux"))

    def _relative_object(self, i: int) -> bool:
        """Return whether the noun above relative clause i is its object: "the deal Iran signed"."""
        s = self.sentence
        if self.passive(i):
            return True
        subjects = s.kids(i, "nsubj")
        if not subjects or s.words[subjects[0]].lower() in RELATIVE:
            return False
        full = s.kids(i, "dobj", "dative")
        return not full or s.words[full[0]].lower() in RELATIVE

    def objects(self, i: int) -> list[int]:
        """Return what is done by i: the deep object."""
        if i in self.governed:
            return self.governed[i]
        if i not in self._objects:
            self._objects[i] = []
            self._objects[i] = self._find_objects(i)
        return self._objects[i]

    def _find_objects(self, i: int) -> list[int]:
        s = self.sentence
        direct = [c for k in s.kids(i, "dobj", "attr", "oprd") for c in self._antecedents(k)]
        if self.passive(i):
            given = [c for k in s.kids(i, "dobj") for c in self._antecedents(k)]
            return given or self._passive_subjects(i)
        if s.deps[i] == "relcl" and self._relative_object(i):
            return s.conjuncts(s.heads[i])
        return direct or self._shared_object(i)

    def _passive_subjects(self, i: int) -> list[int]:
        s = self.sentence
        own = s.kids(i, "nsubjpass", "nsubj", "csubjpass")
        if own:
            return [c for k in own for c in self._antecedents(k)]
        head = s.heads[i]
        if s.deps[i] == "conj" and s.is_verb(head):
            return self._passive_subjects(head) if self.passive(head) else self.subjects(head)
        if s.deps[i] in {"acl", "relcl", "amod"}:
            return [head] if s.deps[i] == "amod" else s.conjuncts(head)
        if s.deps[i] in {"advcl", "xcomp", "ccomp"} and s.is_verb(head):
            return self._controllers(i, head) if s.deps[i] != "advcl" else self.surface(head)
        if s.deps[i] == "pcomp":
            return self._gerund_subjects(i, head)
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
        if not found and self.passive(i) and s.kid(i, "dobj") is not None:
            found = self._passive_subjects(i)
        if not found and s.lemmas[i] in GIVING:
            found = self._swallowed(i)
        return found or self.prepositions(i, "to")

    def _swallowed(self, i: int) -> list[int]:
        """Return the receiver that the parser took for part of the object: "gave Ukraine tanks"."""
        s = self.sentence
        for k in s.kids(i, "dobj"):
            for c in s.kids(k, "compound"):
                whole = s.subtree(c)
                if s.is_proper(c) and not s.is_proper(k) and whole[0] == i + 1:
                    return [c]
        return []

    def complements(self, i: int) -> list[int]:
        """Return the heads of the clauses that i takes: that …, to …, …-ing, of …-ing."""
        s = self.sentence
        found = [c for k in s.kids(i, "xcomp", "ccomp") for c in s.conjuncts(k)]
        for p in s.kids(i, "prep"):
            if s.words[p].lower() not in BESIDE:
                found += [c for k in s.kids(p, "pcomp") for c in s.conjuncts(k)]
        if not found:  # "warned it would attack", cut off by the parser as a sister clause
            found = [k for k in s.kids(i, "advcl") if self._to(k) and s.kid(k, "mark") is None]
        return found

    def _possessors(self, i: int) -> list[int]:
        s = self.sentence
        found = [c for k in s.kids(i, "poss") for c in self._antecedents(k)]
        if not found and s.deps[i] == "conj" and s.is_noun(s.heads[i]):
            return self._possessors(s.heads[i])
        return found

    def _modifiers(self, i: int) -> list[int]:
        s = self.sentence
        found = [c for k in s.kids(i, "amod", "compound", "nmod") for c in s.conjuncts(k)]
        for k in list(found):
            found += [
                m for m in s.kids(k, "amod", "compound", "nmod", "npadvmod") if m not in found
            ]
        return sorted(found)
