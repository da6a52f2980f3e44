"""The status of an event: effects composed along the path from the event to the root.

Each step up asks what the word above does to the word below: its own auxiliaries and
negation, an operator ("plans to"), a reporting cue ("denied that"), a support verb, or
nothing, where a clause stands on its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import has_to, stands_beside
from reportedly.coding.grammar.relatives import is_relative
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.predicates.mention import Mention
from reportedly.coding.presentation.clause import (
    clause_reading,
    is_progressive,
    under_adverbs,
)
from reportedly.coding.presentation.mood import Mood, Reading
from reportedly.coding.presentation.negation import denied, has_no, negates
from reportedly.coding.presentation.operators import (
    cue_at,
    impersonal_at,
    operator_at,
    verdict_at,
)
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary

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


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges the events of one sentence. Clauses once read are remembered.

    types  type of the predicate chosen at a token; None for a want, constraint or consequence
    """

    slots: Slots
    vocabulary: Vocabulary
    types: Mapping[int, str | None] = field(default_factory=dict)
    _clauses: dict[int, Reading] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.slots.sentence

    def clause(self, i: int) -> Reading:
        """Return what verb i's own clause says of it."""
        if i not in self._clauses:
            self._clauses[i] = clause_reading(self.sentence, self.vocabulary, i)
        return self._clauses[i]

    def judge(self, i: int) -> Reading:
        """Return how the sentence presents the event at token i."""
        s = self.sentence
        if s.is_verb(i):
            return self._settled(i, self._climb(i, self.clause(i)))
        if s.deps[i] in {"acomp", "oprd"} and s.is_verb(s.heads[i]):  # "is keen to"
            return self._climb(
                s.heads[i], under_adverbs(s, self.vocabulary, i, self.clause(s.heads[i]))
            )
        reading = under_adverbs(s, self.vocabulary, i, Reading(open=True))
        verb, support = self.slots.lending.carriers.get(i), self.slots.lending.entries.get(i)
        carried = verb is not None and s.deps[i] in {"dobj", "nsubj", "nsubjpass"}
        if has_no(s, i) and not carried:  # the verb reckons with "held no talks" itself
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
        if asked and not is_progressive(s, i) and reading.certainty == 3:
            return reading.after("uncommitted")  # "what are the risks of Russia buying …?"
        if not reading.open or s.tags[i] != "VB":
            return reading
        to = has_to(s, i)
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
        if label == "parataxis":
            return reading, up
        if label == "appos" or is_relative(self.sentence, i):
            return None
        if label == "pobj" or label == "pcomp":
            return self._through_preposition(i, up, reading)
        relation = self._relation(i, label)
        return self._under(i, up, relation, label, reading)

    def _relation(self, i: int, label: str) -> str:
        s = self.sentence
        if label in {"dobj", "nsubjpass", "attr", "oprd"}:
            return "object"
        if label == "nsubj" and passive(s, s.heads[i]):
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
        governed = operator_at(s, self.vocabulary, top, "complement", word) is not None
        if s.deps[i] == "pcomp" and s.is_verb(top) and stands_beside(s, p) and not governed:
            return self._beside(top, p, reading)
        relation = "complement" if s.deps[i] == "pcomp" else word
        return self._under(i, top, relation, word, reading)

    def _beside(self, top: int, p: int, reading: Reading) -> tuple[Reading, int] | None:
        """Return the reading of "by closing", "without asking", "after meeting" under verb top.

        What came before or after the main event is presupposed, unless that lies ahead.
        """
        own = self.clause(top)
        taken = self.sentence.among(p, "presupposing_prepositions")
        if taken and own.mood < Mood.FUTURE:
            return None
        joined = self._join(reading, replace(own, positive=True))
        return joined, top

    def _instead(self, p: int) -> bool:
        """Return whether preposition p belongs to "instead of", "short of" or "far from"."""
        s = self.sentence
        near = (s.heads[p], *s.children[p], max(p - 1, 0))
        return any(s.among(k, "denying") for k in near)

    def _under(
        self, i: int, up: int, relation: str, label: str, reading: Reading
    ) -> tuple[Reading, int] | None:
        """Return the reading under word up, on which i hangs by relation; None ends the scope."""
        s = self.sentence
        negated = denied(s, up)
        verdict = verdict_at(s, self.vocabulary, up) if relation == "subject" else None
        if verdict is not None:
            effect = verdict.negated if negated else verdict.effect
            return self._outer(up, reading.after(effect, verdict.id)), up
        adjective = impersonal_at(s, self.vocabulary, up) if relation == "complement" else None
        if adjective is not None:
            return self._under(i, adjective, relation, label, reading)
        operator = operator_at(s, self.vocabulary, up, relation, label)
        if operator is not None:
            reading = reading.after(operator.negated if negated else operator.effect, operator.id)
            return self._outer(up, reading), up
        cue = cue_at(s, self.vocabulary, up)
        if cue is not None and (relation == "complement" or relation in cue.content):
            reading = reading.after(cue.negated if negated else cue.effect, cue.id)
            return self._outer(up, reading), up
        named = relation in {"object", "for", "of", "on"} and not s.is_verb(i)
        if relation == "complement" or named:
            kind = self.types.get(up)
            if kind in BY_TYPE and (relation == "complement" or kind in {"REQUEST", "AGREE"}):
                effect = "keep" if negated and BY_TYPE[kind] == "negated" else BY_TYPE[kind]
                effect = "keep" if self._reason(i) else effect
                return self._outer(up, reading.after(effect)), up
        return self._plain(i, up, relation, label, reading)

    def _reason(self, i: int) -> bool:
        """Return whether i is the reason of an act, which is taken for granted: "for selling"."""
        s = self.sentence
        return s.deps[i] in {"pobj", "pcomp"} and s.among(s.heads[i], "reason_prepositions")

    def _outer(self, up: int, reading: Reading) -> Reading:
        """Return the reading under up's own tense and modality; its negation is done already."""
        if not self.sentence.is_verb(up):
            return reading
        own = self.clause(up)
        mood = max(reading.mood, own.mood if own.mood is not Mood.ONGOING else Mood.PAST)
        bare = not negates(self.sentence, up)  # the verb's own "not" has been reckoned
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
        if relation == "in" and s.among(i, "exchange_nouns") and s.is_verb(up):
            return self._under(i, up, "complement", "xcomp", reading)
        if label in {"advcl", "xcomp"} and reading.open and self._said_by_doing(i, up):
            return self._outer_all(up, reading.after("happened")), up
        if label == "advcl":
            if not reading.open:
                return None
            to = has_to(s, i)
            reading = reading.after("planned") if to else reading
            return self._outer_all(up, reading), up
        if label == "acl":
            if s.tags[i] == "VBN" or not reading.open:
                return None
            to = has_to(s, i)
            return (reading.after("possible") if to else reading), up
        if relation == "complement":
            to = has_to(s, i)
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
        talk = s.is_verb(up) and s.lemmas[up] in self.vocabulary.talks
        kind = self.types.get(i)
        return talk and kind in SAID_BY_DOING

    def _outer_all(self, up: int, reading: Reading) -> Reading:
        return self._join(reading, self.clause(up)) if self.sentence.is_verb(up) else reading

    def _definite(self, i: int) -> bool:
        s = self.sentence
        return any(
            s.deps[k] == "poss" or s.words[k].lower() in {"the", "this", "that", "these"}
            for k in s.kids(i, "det", "poss")
        )


def judged(judge: Judge, mention: Mention) -> Reading:
    """Return how a mention is presented; what a speaker asks for is done by saying it."""
    i = mention.i
    if mention.entry.actor == ("speaker",) and (cue := judge.slots.said_at(i)) is not None:
        return judge.judge(cue)
    return judge.judge(i)
