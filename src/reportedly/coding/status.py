"""The status of an event: effects composed along the path from the event to the root.

Each step up asks what the word above does to the word below: its own auxiliaries and
negation, an operator ("plans to"), a reporting cue ("denied that"), a support verb, or
nothing, where a clause stands on its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from reportedly.coding.clauseframes import BESIDE
from reportedly.coding.clauses import Clauses, Tables, pos
from reportedly.coding.frames import Frames
from reportedly.coding.reading import Mood, Reading
from reportedly.coding.sentence import Sentence
from reportedly.lexicons import Support

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
#: types that are done by words alone, in the call or visit that serves them
SAID_BY_DOING = frozenset({"SUPPORT", "ACCUSE", "CONSULT", "REQUEST", "REJECT"})
#: words before "of" or "from" that deny what follows
DENYING = frozenset({"instead", "short", "far", "lieu"})
#: prepositions that give the reason of an act, which is then presupposed: "fined for selling"
REASONS = frozenset({"for", "over", "after", "about", "because"})


class Judge(Clauses):
    """Judges the events of one sentence.

    chosen: the types of the predicates found, by token; None where nobody has looked, and the
    words' first senses have to do.
    """

    def __init__(
        self,
        sentence: Sentence,
        frames: Frames,
        tables: Tables,
        chosen: Mapping[int, str | None] | None = None,
    ) -> None:
        super().__init__(sentence, frames, tables)
        self.chosen = chosen

    def _type(self, i: int) -> str | None:
        """Return the type of the predicate at token i, None where there is none."""
        if self.chosen is not None:
            return self.chosen.get(i)
        return self.tables.types.get((self.sentence.lemmas[i], pos(self.sentence, i)))

    def judge(self, i: int, support: Support | None = None) -> Reading:
        """Return how the sentence presents the event at token i.

        support: the entry of the verb that carries an event noun, when there is one.
        """
        s = self.sentence
        if s.is_verb(i):
            return self._settled(i, self._climb(i, self.clause(i)))
        if s.deps[i] in {"acomp", "oprd"} and s.is_verb(s.heads[i]):  # "is keen to"
            return self._climb(s.heads[i], self._adverbs(i, self.clause(s.heads[i])))
        reading = self._adverbs(i, Reading(open=True))
        verb = self.frames.support.get(i)
        carried = verb is not None and s.deps[i] in {"dobj", "nsubj", "nsubjpass"}
        if self._no(i) and not carried:  # the verb reckons with "held no talks" itself
            reading = reading.after("negated")
        if verb is not None and support is not None:
            reading = reading.after(support.effect, support.id)
            return self._climb(verb, self._join(reading, self.clause(verb)))
        return self._climb(i, reading)

    def _join(self, inner: Reading, outer: Reading) -> Reading:
        """Return inner under the tense, modality and negation of the clause that carries it."""
        return Reading(
            certainty=min(inner.certainty, outer.certainty),
            positive=inner.positive == outer.positive,
            mood=max(inner.mood, outer.mood),
            open=outer.open,
            rules=(*inner.rules, *outer.rules),
        )

    def _settled(self, i: int, reading: Reading) -> Reading:
        """Return the reading of an infinitive that nothing above it settled: no fact."""
        s = self.sentence
        asked = s.tags[i] == "VBG" and any(s.words[k] == "?" for k in s.children[s.root])
        if asked and not self._progressive(i) and reading.certainty == 3:
            return reading.after("uncommitted")  # "what are the risks of Russia buying …?"
        if not reading.open or s.tags[i] != "VB":
            return reading
        to = any(s.tags[k] == "TO" for k in s.kids(i, "aux"))
        return reading.after("planned" if to and s.heads[i] == i else "uncommitted")

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
        reduced = label == "acl" and s.tags[i] == "VBN" and s.kid(i, "mark", "aux") is None
        if label in {"xcomp", "ccomp", "acl", "csubjpass"} and not reduced:
            return "complement"  # "sanctions imposed on" is no clause that sanctions take
        return label

    def _through_preposition(self, i: int, p: int, reading: Reading) -> tuple[Reading, int] | None:
        s = self.sentence
        word = s.words[p].lower()
        if word == "without" or (word in {"of", "from"} and self._instead(p)):
            reading = reading.after("negated")
        if s.heads[p] == p:
            return reading, p
        top = s.heads[p]
        if not (s.is_verb(top) or s.is_noun(top) or s.tags[top].startswith("JJ")):
            return (reading, p) if s.deps[p] in {"prep", "agent"} else None
        governed = self._operator(top, "complement", word) is not None
        if s.deps[i] == "pcomp" and s.is_verb(top) and word in BESIDE and not governed:
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
        """Return whether preposition p belongs to "instead of", "short of" or "far from"."""
        s = self.sentence
        near = [s.words[k].lower() for k in (s.heads[p], *s.children[p])]
        return bool(DENYING & {*near, s.words[p - 1].lower() if p else ""})

    def _under(
        self, i: int, up: int, relation: str, label: str, reading: Reading
    ) -> tuple[Reading, int] | None:
        """Return the reading under word up, on which i hangs by relation; None ends the scope."""
        s = self.sentence
        negated = self._negative(up)
        verdict = self._verdict(up) if relation == "subject" else None
        if verdict is not None:
            effect = verdict.negated if negated else verdict.effect
            return self._outer(up, reading.after(effect, verdict.id)), up
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
        named = relation in {"object", "for", "of", "on"} and not s.is_verb(i)
        if relation == "complement" or named:
            kind = self._type(up)
            if kind in BY_TYPE and (relation == "complement" or kind in {"REQUEST", "AGREE"}):
                effect = "keep" if negated and BY_TYPE[kind] == "negated" else BY_TYPE[kind]
                effect = "keep" if label in REASONS else effect
                return self._outer(up, reading.after(effect)), up
        return self._plain(i, up, relation, label, reading)

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

    def _plain(
        self, i: int, up: int, relation: str, label: str, reading: Reading
    ) -> tuple[Reading, int] | None:
        """Return the step past a word that does nothing to the event by itself."""
        s = self.sentence
        if relation == "in" and s.lemmas[i] in {"exchange", "return"} and s.is_verb(up):
            return self._under(i, up, "complement", "xcomp", reading)
        if label in {"advcl", "xcomp"} and reading.open and self._said_by_doing(i, up):
            return self._outer_all(up, reading.after("happened")), up
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

    def _said_by_doing(self, i: int, up: int) -> bool:
        """Return whether i is what was said in a call or meeting: "phoned to congratulate"."""
        s = self.sentence
        talk = s.is_verb(up) and s.lemmas[up] in self.tables.talks
        kind = self._type(i)
        return talk and kind in SAID_BY_DOING

    def _outer_all(self, up: int, reading: Reading) -> Reading:
        return self._join(reading, self.clause(up)) if self.sentence.is_verb(up) else reading

    def _definite(self, i: int) -> bool:
        s = self.sentence
        return any(
            s.deps[k] == "poss" or s.words[k].lower() in {"the", "this", "that", "these"}
            for k in s.kids(i, "det", "poss")
        )
