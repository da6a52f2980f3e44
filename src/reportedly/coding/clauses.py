"""What a clause says of its own event: auxiliaries, negation, adverbs, conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.coding.frames import Frames
from reportedly.coding.reading import Mood, Reading
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Cue, Lexicons, Operator, Predicate

NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "no", "hardly", "scarcely"})
NO_DETERMINERS = frozenset({"no", "neither", "none", "nobody", "nothing"})
CONDITION_MARKS = frozenset({"if", "unless", "whether", "lest"})
WISHES = frozenset({"like", "love", "prefer", "welcome"})
PAST_TAGS = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Tables:
    """Operators, cues and predicates by (lemma, pos), for looking up what a word does.

    talks      verbs of meeting and calling
    attitudes  cues that do not say that their content is so; they change no status
    """

    operators: Mapping[tuple[str, str], tuple[Operator, ...]]
    cues: Mapping[tuple[str, str], tuple[Cue, ...]]
    types: Mapping[tuple[str, str], str]
    attitudes: Mapping[tuple[str, str], tuple[Cue, ...]] = field(default_factory=dict)
    talks: frozenset[str] = frozenset()

    @staticmethod
    def of(lexicons: Lexicons) -> Tables:
        """Return the tables of these lexicons."""
        operators: dict[tuple[str, str], tuple[Operator, ...]] = {}
        cues: dict[tuple[str, str], tuple[Cue, ...]] = {}
        types: dict[tuple[str, str], str] = {}
        for operator in lexicons.table(Operator):
            key = (operator.lemma, operator.pos)
            operators[key] = (*operators.get(key, ()), operator)
        attitudes: dict[tuple[str, str], tuple[Cue, ...]] = {}
        for cue in lexicons.table(Cue):
            table = cues if cue.speech else attitudes
            table[cue.lemma, cue.pos] = (*table.get((cue.lemma, cue.pos), ()), cue)
        for entry in lexicons.table(Predicate):
            if entry.type and entry.particle is None:
                types.setdefault((entry.lemma, entry.pos), entry.type)
        talks = {e.lemma for e in lexicons.table(Predicate) if e.type == "CONSULT"}
        return Tables(operators, cues, types, attitudes, frozenset(talks))


def pos(sentence: Sentence, i: int) -> str:
    """Return verb, noun, adjective, adverb or modal for token i, else ""."""
    tag = sentence.tags[i]
    if tag == "MD":
        return "modal"
    return {"V": "verb", "N": "noun", "J": "adjective", "R": "adverb"}.get(tag[0], "")


class Clauses:
    """Reads the clauses of one sentence."""

    def __init__(self, sentence: Sentence, frames: Frames, tables: Tables) -> None:
        self.sentence, self.frames, self.tables = sentence, frames, tables

    def clause(self, i: int) -> Reading:
        """Return what verb i's own auxiliaries, negation and adverbs say."""
        s = self.sentence
        if self._bare_conjunct(i):
            return self._negation(i, self._adverbs(i, self.clause(s.heads[i])))
        reading = Reading(open=self._tenseless(i))
        for k in s.kids(i, "aux", "auxpass"):
            reading = self._auxiliary(reading, k)
        if self._progressive(i) and reading.mood is Mood.PAST:
            reading = reading.after("ongoing")
        reading = self._negation(i, self._adverbs(i, reading))
        return self._marks(i, reading)

    def _bare_conjunct(self, i: int) -> bool:
        s = self.sentence
        own = s.kid(i, "aux", "auxpass", "nsubj", "nsubjpass", "mark") is not None
        same = s.tags[i] == s.tags[s.heads[i]] or s.tags[i] in {"VB", "VBN", "VBG"}
        return s.deps[i] == "conj" and not own and same and s.is_verb(s.heads[i])

    def _tenseless(self, i: int) -> bool:
        s = self.sentence
        if s.tags[i] in {"VBD", "VBZ", "VBP"}:
            return False
        finite = [
            k for k in s.kids(i, "aux", "auxpass") if s.tags[k] in {"VBD", "VBZ", "VBP", "MD"}
        ]
        return not finite and (s.deps[i] != "ROOT" or s.tags[i] == "VB")

    def _progressive(self, i: int) -> bool:
        s = self.sentence
        if any(s.words[k].lower() == "being" for k in s.kids(i, "auxpass")):
            return True
        be = [k for k in s.kids(i, "aux") if s.lemmas[k] == "be"]
        return s.tags[i] == "VBG" and any(s.tags[k] in {"VBZ", "VBP", "VBN"} for k in be)

    def _auxiliary(self, reading: Reading, k: int) -> Reading:
        s = self.sentence
        for operator in self.tables.operators.get((s.lemmas[k], "modal"), ()):
            if operator.lemma == "would" and self._future_in_past(k):
                return reading.after("planned", operator.id)
            if operator.lemma == "would" and s.lemmas[s.heads[k]] in WISHES:
                return reading.after("ongoing")  # "would like to": the wish is there
            if operator.effect == "wanted" and self._perfect(s.heads[k]):  # "must have known"
                return reading.after("probable", operator.id)
            if operator.lemma in {"can", "could"} and s.kid(s.heads[k], "neg") is not None:
                return reading  # "cannot": no doubt is left, the negation says it all
            return reading.after(operator.effect, operator.id)
        return reading

    def _future_in_past(self, k: int) -> bool:
        """Return whether "would" is only "will" reported in the past: "said it would send"."""
        s = self.sentence
        verb = s.heads[k]
        if s.deps[verb] == "conj" and s.is_verb(s.heads[verb]):
            verb = s.heads[verb]
        conditional = any(s.deps[c] == "advcl" and self._if(c) for c in s.children[verb])
        head = s.heads[verb]
        perfect = any(s.lemmas[c] == "have" for c in s.kids(verb, "aux"))
        reported = s.deps[verb] in {"ccomp", "conj", "acl"} and s.tags[head] in PAST_TAGS
        noun = s.is_noun(head) and (s.lemmas[head], "noun") in self.tables.cues
        reported = reported or (s.deps[verb] == "acl" and noun)
        said = any(s.tags[c] == "VBD" for c in s.kids(verb, "ccomp", "parataxis"))
        return (reported or said) and not conditional and not perfect

    def _perfect(self, i: int) -> bool:
        return any(self.sentence.lemmas[k] == "have" for k in self.sentence.kids(i, "aux"))

    def _if(self, clause: int) -> bool:
        s = self.sentence
        if s.words[s.subtree(clause)[0]].lower() in {"if", "unless"}:  # "if and when"
            return True
        return any(s.words[k].lower() in CONDITION_MARKS for k in s.kids(clause, "mark", "advmod"))

    def _negation(self, i: int, reading: Reading) -> Reading:
        s = self.sentence
        negated = any(
            s.words[k].lower() in NEGATIONS for k in s.kids(i, "neg", "advmod", "preconj")
        )
        if s.lemmas[i] == "be" and any(s.words[k].lower() == "until" for k in s.children[i]):
            return reading  # "it was not until May that …": it did happen
        if not negated and s.kid(i, "advmod") is not None:
            words = [s.words[k].lower() for k in s.children[i]]
            negated = "longer" in words and any(self._no_longer(k) for k in s.children[i])
        if not negated:
            for k in s.kids(i, "nsubj", "nsubjpass", "dobj"):
                neither = any(s.words[c].lower() in NEGATIONS for c in s.kids(k, "preconj"))
                none = s.words[k].lower() in NO_DETERMINERS
                negated = negated or neither or none or self._no(k)
        return reading.after("negated") if negated else reading

    def _no_longer(self, k: int) -> bool:
        s = self.sentence
        return s.words[k].lower() == "longer" and any(s.words[c].lower() == "no" for c in s.kids(k))

    def _adverbs(self, i: int, reading: Reading) -> Reading:
        s = self.sentence
        for k in s.kids(i, "advmod", "amod"):
            key = (s.lemmas[k], "adverb" if s.tags[k].startswith("RB") else "adjective")
            for operator in self.tables.operators.get(key, ()):
                if operator.pos == "adverb" or "modifies" in operator.reach:
                    negated = s.kid(k, "neg") is not None
                    effect = operator.negated if negated else operator.effect
                    reading = reading.after(effect, operator.id)
        return reading

    def _marks(self, i: int, reading: Reading) -> Reading:
        s = self.sentence
        if s.deps[i] in {"ccomp", "acl", "relcl"} and self._if(i):
            return reading.after("uncommitted")  # "asked whether", "decide if"
        if s.deps[i] == "advcl" and self._if(i):
            return reading.after("conditional")
        if s.deps[i] == "advcl" and any(
            s.deps[k] == "mark" and s.words[k].lower() in {"without"} for k in s.children[i]
        ):
            return reading.after("negated")
        for k in s.kids(i, "advcl"):
            marks = [s.words[m].lower() for m in s.kids(k, "mark", "advmod")]
            if {"if", "unless"} & set(marks) and reading.mood >= Mood.FUTURE:
                return reading.after("conditional")
        return reading

    def _no(self, i: int) -> bool:
        s = self.sentence
        return any(s.words[k].lower() in NO_DETERMINERS for k in s.kids(i, "det", "neg", "advmod"))

    def _verdict(self, up: int) -> Operator | None:
        """Return the operator that judges the subject of "be": "the reports are false"."""
        s = self.sentence
        for k in s.kids(up, "acomp", "attr") if s.lemmas[up] == "be" else ():
            for operator in self.tables.operators.get((s.lemmas[k], pos(s, k)), ()):
                if "subject" in operator.reach:
                    return operator
        return None

    def _impersonal(self, up: int) -> int | None:
        """Return the adjective of "it is impossible to", where the clause hangs on "be"."""
        s = self.sentence
        if s.lemmas[up] != "be":
            return None
        return next(
            (k for k in s.kids(up, "acomp") if (s.lemmas[k], "adjective") in self.tables.operators),
            None,
        )

    def _operator(self, up: int, relation: str, label: str) -> Operator | None:
        s = self.sentence
        for operator in self.tables.operators.get((s.lemmas[up], pos(s, up)), ()):
            if operator.particle and not self._has(up, operator.particle):
                continue
            if relation in operator.reach or label in operator.reach:
                return operator
        return None

    def _cue(self, up: int) -> Cue | None:
        s = self.sentence
        for cue in self.tables.cues.get((s.lemmas[up], pos(s, up)), ()):
            if not cue.particle or self._has(up, cue.particle):
                return cue
        return None

    def _has(self, up: int, word: str) -> bool:
        s = self.sentence
        return any(s.words[k].lower() == word for k in s.kids(up, "prt", "prep", "advmod"))
