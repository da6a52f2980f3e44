"""The status of an event: effects composed along the path from the event to the root.

Each step up asks what the word above does to the word below: its own auxiliaries and
negation, an operator ("plans to"), a reporting cue ("denied that"), a support verb, or
nothing, where a clause stands on its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportedly.coding.frames import Frames
from reportedly.coding.reading import Mood, Reading
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Cue, Lexicons, Operator, Predicate, Support

NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "no", "hardly", "scarcely"})
NO_DETERMINERS = frozenset({"no", "neither", "none", "nobody", "nothing"})
CONDITION_MARKS = frozenset({"if", "unless", "whether", "lest"})
#: what an event's type does to the event in its clause, where no operator says more
BY_TYPE = {
    "AGREE": "planned",
    "REQUEST": "wanted",
    "THREATEN": "possible",
    "REJECT": "negated",
    "SANCTION": "negated",
    "CONCEDE": "planned",
    "PROTEST": "keep",
}
#: prepositions that give the reason of an act, which is then presupposed: "fined for selling"
REASONS = frozenset({"for", "over", "after", "about", "because"})
#: prepositions whose gerund stands beside the main event, and what becomes of it
BESIDE = dict.fromkeys(("after", "before", "since", "despite", "besides"), "presupposed")
BESIDE |= dict.fromkeys(("by", "in", "through", "without", "upon", "on", "with"), "shared")
PAST_TAGS = frozenset({"VBD", "VBN"})


@dataclass(frozen=True, slots=True)
class Tables:
    """Operators, cues and predicates by (lemma, pos), for looking up what a word does."""

    operators: Mapping[tuple[str, str], tuple[Operator, ...]]
    cues: Mapping[tuple[str, str], tuple[Cue, ...]]
    types: Mapping[tuple[str, str], str]

    @staticmethod
    def of(lexicons: Lexicons) -> Tables:
        """Return the tables of these lexicons."""
        operators: dict[tuple[str, str], tuple[Operator, ...]] = {}
        cues: dict[tuple[str, str], tuple[Cue, ...]] = {}
        types: dict[tuple[str, str], str] = {}
        for operator in lexicons.table(Operator):
            key = (operator.lemma, operator.pos)
            operators[key] = (*operators.get(key, ()), operator)
        for cue in lexicons.table(Cue):
            cues[cue.lemma, cue.pos] = (*cues.get((cue.lemma, cue.pos), ()), cue)
        for entry in lexicons.table(Predicate):
            if entry.type and entry.particle is None:
                types.setdefault((entry.lemma, entry.pos), entry.type)
        return Tables(operators, cues, types)


def pos(sentence: Sentence, i: int) -> str:
    """Return verb, noun, adjective, adverb or modal for token i, else ""."""
    tag = sentence.tags[i]
    if tag == "MD":
        return "modal"
    return {"V": "verb", "N": "noun", "J": "adjective", "R": "adverb"}.get(tag[0], "")


class Judge:
    """Judges the events of one sentence. heading: present tense is then a headline's past."""

    def __init__(self, sentence: Sentence, frames: Frames, tables: Tables) -> None:
        self.sentence, self.frames, self.tables = sentence, frames, tables

    def judge(self, i: int, support: Support | None = None) -> Reading:
        """Return how the sentence presents the event at token i.

        support: the entry of the verb that carries an event noun, when there is one.
        """
        s = self.sentence
        if s.is_verb(i):
            return self._climb(i, self.clause(i))
        if s.deps[i] in {"acomp", "oprd"} and s.is_verb(s.heads[i]):  # "is keen to"
            return self._climb(s.heads[i], self._adverbs(i, self.clause(s.heads[i])))
        reading = self._adverbs(i, Reading(open=True))
        if self._no(i):
            reading = reading.after("negated")
        verb = self.frames.support.get(i)
        if verb is not None and support is not None:
            reading = reading.after(support.effect, support.id)
            return self._climb(verb, self._join(reading, self.clause(verb)))
        return self._climb(i, reading)

    def _no(self, i: int) -> bool:
        s = self.sentence
        return any(s.words[k].lower() in NO_DETERMINERS for k in s.kids(i, "det", "neg", "advmod"))

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
        return not finite and s.deps[i] != "ROOT"

    def _progressive(self, i: int) -> bool:
        s = self.sentence
        be = [k for k in s.kids(i, "aux") if s.lemmas[k] == "be"]
        return s.tags[i] == "VBG" and any(s.tags[k] in {"VBZ", "VBP", "VBN"} for k in be)

    def _auxiliary(self, reading: Reading, k: int) -> Reading:
        s = self.sentence
        for operator in self.tables.operators.get((s.lemmas[k], "modal"), ()):
            if operator.lemma == "would" and self._future_in_past(k):
                return reading.after("planned", operator.id)
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
        said = any(s.tags[c] == "VBD" for c in s.kids(verb, "ccomp", "parataxis"))
        return (reported or said) and not conditional and not perfect

    def _if(self, clause: int) -> bool:
        s = self.sentence
        return any(s.words[k].lower() in CONDITION_MARKS for k in s.kids(clause, "mark", "advmod"))

    def _negation(self, i: int, reading: Reading) -> Reading:
        s = self.sentence
        negated = any(
            s.words[k].lower() in NEGATIONS for k in s.kids(i, "neg", "advmod", "preconj")
        )
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

    def _join(self, inner: Reading, outer: Reading) -> Reading:
        """Return inner under the tense, modality and negation of the clause that carries it."""
        return Reading(
            certainty=min(inner.certainty, outer.certainty),
            positive=inner.positive == outer.positive,
            mood=max(inner.mood, outer.mood),
            open=outer.open,
            rules=(*inner.rules, *outer.rules),
        )

    def _climb(self, i: int, reading: Reading) -> Reading:
        s = self.sentence
        for _ in range(len(s)):
            up, label = s.heads[i], s.deps[i]
            if up == i:
                return self._root(i, reading)
            step = self._step(i, up, label, reading)
            if step is None:
                return reading
            reading, i = step
        return reading

    def _root(self, i: int, reading: Reading) -> Reading:
        s = self.sentence
        if any(s.words[k] == "?" for k in s.children[i]):
            return reading.after("uncommitted")
        return reading

    def _step(self, i: int, up: int, label: str, reading: Reading) -> tuple[Reading, int] | None:
        """Return the reading after one step up and the word reached; None where scope ends."""
        if label == "conj":
            return reading, up
        if label in {"appos", "relcl", "parataxis"}:
            return None if label != "parataxis" else (reading, up)
        if label == "pobj" or label == "pcomp":
            return self._through_preposition(i, up, reading)
        relation = self._relation(i, label)
        return self._under(i, up, relation, label, reading)

    def _relation(self, i: int, label: str) -> str:
        s = self.sentence
        if label in {"dobj", "nsubjpass", "attr", "oprd"}:
            return "object"
        if label == "nsubj" and self.frames.passive(s.heads[i]):
            return "object"
        if label in {"nsubj", "csubj"}:
            return "subject"
        if label in {"xcomp", "ccomp", "acl", "csubjpass"}:
            return "complement"
        return label

    def _through_preposition(self, i: int, p: int, reading: Reading) -> tuple[Reading, int] | None:
        s = self.sentence
        word = s.words[p].lower()
        if word == "without" or (word == "of" and self._instead(p)):
            reading = reading.after("negated")
        if s.heads[p] == p:
            return reading, p
        top = s.heads[p]
        if not (s.is_verb(top) or s.is_noun(top) or s.tags[top].startswith("JJ")):
            return (reading, p) if s.deps[p] in {"prep", "agent"} else None
        if s.deps[i] == "pcomp" and s.is_verb(top) and word in BESIDE:
            return self._beside(top, word, reading)
        relation = "complement" if s.deps[i] == "pcomp" else word
        return self._under(i, top, relation, word, reading)

    def _beside(self, top: int, word: str, reading: Reading) -> tuple[Reading, int] | None:
        """Return the reading of "by closing", "without asking", "after meeting" under verb top.

        What came before or after the main event is presupposed, unless that lies ahead.
        """
        own = self.clause(top)
        if BESIDE[word] == "presupposed" and own.mood < Mood.FUTURE:
            return None
        joined = self._join(reading, replace(own, positive=True))
        return joined, top

    def _instead(self, p: int) -> bool:
        s = self.sentence
        return s.words[s.heads[p]].lower() in {"instead", "short"}

    def _under(
        self, i: int, up: int, relation: str, label: str, reading: Reading
    ) -> tuple[Reading, int] | None:
        """Return the reading under word up, on which i hangs by relation; None ends the scope."""
        s = self.sentence
        negated = self._negative(up)
        adjective = self._impersonal(up) if relation == "complement" else None
        if adjective is not None:
            return self._under(i, adjective, relation, label, reading)
        operator = self._operator(up, relation, label)
        if operator is not None:
            reading = reading.after(operator.negated if negated else operator.effect, operator.id)
            return self._outer(up, reading), up
        cue = self._cue(up)
        if cue is not None and (relation == "complement" or relation in cue.content):
            reading = reading.after(cue.negated if negated else cue.effect, cue.id)
            return self._outer(up, reading), up
        if relation == "complement" or (relation in {"object", "for", "of"} and not s.is_verb(i)):
            kind = self.tables.types.get((s.lemmas[up], pos(s, up)))
            if kind in BY_TYPE and (relation == "complement" or kind in {"REQUEST", "AGREE"}):
                effect = "keep" if negated and BY_TYPE[kind] == "negated" else BY_TYPE[kind]
                effect = "keep" if label in REASONS else effect
                return self._outer(up, reading.after(effect)), up
        return self._plain(i, up, relation, label, reading)

    def _impersonal(self, up: int) -> int | None:
        """Return the adjective of "it is impossible to", where the clause hangs on "be"."""
        s = self.sentence
        if s.lemmas[up] != "be":
            return None
        return next(
            (k for k in s.kids(up, "acomp") if (s.lemmas[k], "adjective") in self.tables.operators),
            None,
        )

    def _negative(self, up: int) -> bool:
        s = self.sentence
        if s.is_verb(up):
            return not self._negation(up, Reading()).positive
        if self._no(up):
            return True
        verb = s.heads[up]
        return (
            s.deps[up] in {"acomp", "attr", "dobj"} and not self._negation(verb, Reading()).positive
        )

    def _outer(self, up: int, reading: Reading) -> Reading:
        """Return the reading under up's own tense and modality; its negation is done already."""
        if not self.sentence.is_verb(up):
            return reading
        own = self.clause(up)
        mood = max(reading.mood, own.mood if own.mood is not Mood.ONGOING else Mood.PAST)
        bare = self._negation(up, Reading()).positive  # the verb's own "not" has been reckoned
        if own.positive != bare:  # "falsely said"
            reading = reading.after("negated")
        return Reading(
            certainty=min(reading.certainty, own.certainty),
            positive=reading.positive,
            mood=mood,
            open=False,
            rules=(*reading.rules, *own.rules),
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

    def _plain(
        self, i: int, up: int, relation: str, label: str, reading: Reading
    ) -> tuple[Reading, int] | None:
        """Return the step past a word that does nothing to the event by itself."""
        s = self.sentence
        if relation == "in" and s.lemmas[i] in {"exchange", "return"} and s.is_verb(up):
            return self._under(i, up, "complement", "xcomp", reading)
        if label == "advcl":
            if not reading.open:
                return None
            to = any(s.tags[k] == "TO" for k in s.kids(i, "aux"))
            reading = reading.after("planned") if to else reading
            return self._outer_all(up, reading), up
        if label == "acl":
            if s.tags[i] == "VBN" or not reading.open:
                return None
            to = any(s.tags[k] == "TO" for k in s.kids(i, "aux"))
            return (reading.after("possible") if to else reading), up
        if relation == "complement":
            to = any(s.tags[k] == "TO" for k in s.kids(i, "aux"))
            return self._outer_all(up, reading.after("possible") if to else reading), up
        if s.is_verb(i) and label not in {"csubj", "prep"}:
            return None
        if s.is_verb(up) and reading.open:
            own = self.clause(up)
            loose = own.mood >= Mood.FUTURE or own.certainty < 3
            if loose and own.positive and not self._definite(i):
                return self._join(reading, own), up
            return None
        return (reading, up) if s.is_noun(up) and relation in {"of", "compound"} else None

    def _outer_all(self, up: int, reading: Reading) -> Reading:
        return self._join(reading, self.clause(up)) if self.sentence.is_verb(up) else reading

    def _definite(self, i: int) -> bool:
        s = self.sentence
        return any(
            s.deps[k] == "poss" or s.words[k].lower() in {"the", "this", "that", "these"}
            for k in s.kids(i, "det", "poss")
        )
