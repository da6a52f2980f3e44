"""Deep slots of any predicate, by the names that lexicon entries use.

Slots hold head tokens; an empty list means that the sentence does not fill the slot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.coding.grammar import nouns
from reportedly.coding.grammar.clauses import Clauses
from reportedly.coding.grammar.deeper import benefiting, stranded, told_to, under_objects
from reportedly.coding.grammar.phrases import (
    extraposed,
    has_to,
    hyphened,
    possessors,
    prepositions,
    says_when,
    unsaid,
    verdicts,
)
from reportedly.coding.grammar.support_verbs import Lending
from reportedly.coding.sentences.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Spoken:
    """Tokens that somebody says, the source's head token and the cue's first."""

    content: frozenset[int]
    source: int
    cue: int


@dataclass(frozen=True, slots=True)
class Slots:
    """The deep slots of one sentence.

    lending  event nouns and the verbs that carry them
    spoken   who says which tokens, outermost first: the slot `speaker`
    Answers are remembered; they depend on the fields alone.
    """

    clauses: Clauses
    lending: Lending = field(default_factory=Lending)
    spoken: tuple[Spoken, ...] = ()
    _filled: dict[tuple[int, str], list[int]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @staticmethod
    def of(sentence: Sentence) -> Slots:
        """Return the slots of a sentence of which only the parse is known."""
        return Slots(Clauses(sentence))

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.clauses.sentence

    def governing(self, verb: int, heads: Sequence[int]) -> Slots:
        """Return the slots with heads as the object of verb."""
        return replace(self, clauses=self.clauses.governing(verb, heads))

    def slot(self, i: int, name: str) -> list[int]:
        """Return the head tokens that fill slot name of token i, coordinated ones included."""
        found = self._filled.get((i, name))
        if found is None:
            found = self._filled[i, name] = self._found(i, name)
        return list(found)

    def _found(self, i: int, name: str) -> list[int]:
        if name == "speaker":
            if self._inverted(i):
                return []
            return [one.source for one in self.spoken if i in one.content][-1:]
        if name == "word":
            return [i]
        if name == "negation":
            return self._negations(i)
        tag = self.sentence.tags[i]
        if tag == "MD":
            return self._modal(i, name)
        if tag.startswith("JJ"):
            return self._adjective(i, name)
        if tag.startswith("NN"):
            return nouns.slot(self.clauses, self.lending, i, name)
        return self._verb(i, name)

    def said_at(self, i: int) -> int | None:
        """Return the cue under which token i is said, None where nobody says it."""
        return next((one.cue for one in reversed(self.spoken) if i in one.content), None)

    def undergoers(self, i: int) -> list[int]:
        """Return who undergoes event noun i by its verb: "Russia faces sanctions"."""
        carrier = self.lending.feared.get(i)
        if i in self.lending.undergone:
            carrier = self.lending.carriers[i]
        return [] if carrier is None else [k for k in self.clauses.subjects(carrier) if k != i]

    def _inverted(self, i: int) -> bool:
        """Return whether modal i stands before its subject: "should he come back"."""
        s = self.sentence
        return s.tags[i] == "MD" and any(k > i for k in s.kids(s.heads[i], "nsubj", "nsubjpass"))

    def _modal(self, i: int, name: str) -> list[int]:
        """Return the slots of "must": who is to do what."""
        s = self.sentence
        verb = s.heads[i]
        if name == "subject":
            return self.clauses.surface(verb)
        if name == "aux":
            return [k for k in s.kids(verb, "aux", "auxpass") if k != i]
        return [verb] if name == "complement" else []

    def _adjective(self, i: int, name: str) -> list[int]:
        if name == "subject":
            return self.clauses.copular(i)
        if name == "called":
            return nouns.called(self.clauses, i)
        if name == "complement":
            return self.clauses.complements(i) or extraposed(self.sentence, i)
        if name == "question":  # "whether they are willing": what opens the clause
            s, up = self.sentence, self.sentence.heads[i]
            return [k for k in s.kids(up, "mark") if s.among(k, "question_words")]
        if name == "head":
            return [self.sentence.heads[i]]
        if name == "adverb":
            near = (i, self.sentence.heads[i])
            return [k for up in near for k in self.sentence.kids(up, "advmod")]
        return prepositions(self.sentence, i, name)

    def _negations(self, i: int) -> list[int]:
        """Return "not" of token i or of the "be" or verb that it hangs on, or "no" of a noun."""
        s = self.sentence
        if s.is_noun(i):
            own = [k for k in s.kids(i, "det", "neg") if s.among(k, "no_determiners")]
            be = s.heads[i] if s.deps[i] == "attr" else i  # "the trial was not a farce"
            return own or [k for k in s.kids(be, "neg") if s.among(k, "negations")]
        joined = s.tags[i] == "MD" or s.deps[i] in {"acomp", "oprd"}
        near = (i, s.heads[i]) if joined else (i,)
        return [k for up in near for k in s.kids(up, "neg", "advmod") if s.among(k, "negations")]

    def _stranded(self, i: int, name: str) -> list[int]:
        """Return what a passive says of its preposition: "a vote was called for by Rome"."""
        left = stranded(self.sentence, i)
        alone = left is not None and self.sentence.words[left].lower() == name
        return self.clauses.objects(i) if alone else []

    def _circumstance(self, i: int, clause: int) -> bool:
        """Return whether a clause beside verb i says when or in which case, and asks nothing:
        "If he stays away, the court can ask the police to fetch him"."""
        s = self.sentence
        if s.deps[clause] != "advcl":
            return False
        told = any(has_to(s, k) for k in s.kids(i, "xcomp", "ccomp"))
        return clause < i or told or any(s.words[k].lower() == "when" for k in s.kids(clause))

    def _verb(self, i: int, name: str) -> list[int]:
        s, clauses = self.sentence, self.clauses
        match name:
            case "subject":
                return clauses.subjects(i)
            case "object":
                return [] if stranded(s, i) else clauses.objects(i) or told_to(s, i)
            case "dative":
                return clauses.datives(i)
            case "complement":
                return clauses.complements(i) or unsaid(s, i)
            case "possessive":
                return possessors(s, i)
            case "question":  # "asked whether", "asked why": what opens the clause below
                below = [k for k in s.kids(i, "ccomp", "advcl") if not self._circumstance(i, k)]
                marks = [k for c in below for k in s.kids(c, "mark", "advmod")]
                asking = [k for c in below for k in s.kids(c, "nsubj", "nsubjpass", "attr", "dobj")]
                whom = [k for k in asking if s.tags[k] in {"WP", "WDT"}]  # "asked who she was"
                first = [s.subtree(c)[0] for c in below]  # "asked how old he was"
                what = [k for k in first if s.tags[k] in {"WRB", "WP$"} and k not in marks]
                return [k for k in marks if s.among(k, "question_words")] + whom + what
            case "doer":  # whoever does what the clause below says: "warned that it would"
                below = clauses.complements(i)
                doers = [k for c in below for k in s.kids(c, "nsubj", "nsubjpass")]
                return [c for k in doers for c in s.conjuncts(k)]
            case "asked":  # whoever is to act: "want the navy to guard the reef"
                doers = [k for c in clauses.complements(i) for k in s.kids(c, "nsubj")]
                return [c for k in doers for c in s.conjuncts(k)]
            case "aux":
                return s.kids(i, "aux")
            case "adverb":
                return s.kids(i, "advmod", "npadvmod") or hyphened(s, i)
            case "predicate":  # what somebody is called: "called him a liar"
                named = s.kid(i, "dobj", "nsubjpass") is not None or s.deps[i] in {"relcl", "acl"}
                return s.kids(i, "oprd") if named else []
        if name not in s.forms:  # whatever else is asked for stands behind that preposition
            return []
        found = prepositions(s, i, name)
        if all(says_when(s, k) for k in found):  # "slapped a tax on rice on Monday"
            found = under_objects(s, i, name) or found
        for verdict in () if found else verdicts(s, i):
            found = found or prepositions(s, verdict, name)
        found = found or nouns.chained(s, i, name) or self._stranded(i, name)
        return benefiting(s, i) if name == "for" and not found else found
