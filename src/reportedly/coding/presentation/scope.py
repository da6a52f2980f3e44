"""The status of an event: effects composed along the path from the event to the root.

Each step up asks what the word above does to the word below: its own auxiliaries and
negation, an operator ("plans to"), a reporting cue ("denied that"), a support verb, or
nothing, where a clause stands on its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from reportedly.coding.grammar.nouns import disowned_by
from reportedly.coding.grammar.phrases import has_no, has_to, not_such
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.presentation.clause import clause_reading, is_progressive, under_adverbs
from reportedly.coding.presentation.conditions import (
    hangs_on_condition,
    within_condition,
)
from reportedly.coding.presentation.frames import is_unreal
from reportedly.coding.presentation.governing import Governing
from reportedly.coding.presentation.lasting import of_participle
from reportedly.coding.presentation.mood import CERTAIN, Mood, Reading
from reportedly.coding.presentation.negation import negates
from reportedly.coding.presentation.operators import misreported_at, operator_at, verdict_at
from reportedly.coding.presentation.plain import Hanging, Step, past
from reportedly.coding.presentation.prepositions import through_preposition
from reportedly.coding.presentation.relations import (
    asks_other,
    doer_before,
    is_any,
    is_free,
    is_purpose,
    leads,
    names_an_act,
    preposition_of,
    relation_of,
    says_what,
    set_for_later,
    speaks_by_wishing,
    stands_apart,
    takes_for_granted,
)
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary, before_noun
from reportedly.lexicons import Support


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

    @property
    def governing(self) -> Governing:
        """What each of its words makes of what hangs on it."""
        return Governing(self.sentence, self.vocabulary, self.types)

    def clause(self, i: int) -> Reading:
        """Return what verb i's own clause says of it."""
        if i not in self._clauses:
            self._clauses[i] = clause_reading(self.sentence, self.vocabulary, i)
        return self._clauses[i]

    def judge(self, i: int) -> Reading:
        """Return how the sentence presents the event at token i."""
        reading = self._judge(i)
        if reading.mood < Mood.CONDITIONAL and within_condition(self.sentence, i):
            reading = reading.after("conditional")
        unreal = is_unreal(self.sentence, i, force=self.types.get(i) in FORCE)
        return reading.after("unreal") if unreal else reading

    def _judge(self, i: int) -> Reading:
        s = self.sentence
        if s.is_verb(i) and before_noun(s, i):
            return under_adverbs(s, self.vocabulary, i, of_participle(s, i))
        if s.is_verb(i):
            return self._settled(i, self._climb(i, self.clause(i)))
        if s.deps[i] in {"acomp", "oprd"} and s.is_verb(s.heads[i]):  # "is keen to"
            be = s.heads[i]
            told = under_adverbs(s, self.vocabulary, i, self.clause(be))
            seems = operator_at(s, self.vocabulary, be, frozenset({"complement"}))
            act = self.types.get(i) is not None and s.among(be, "copular_verbs")
            if seems is not None and act:
                told = told.after(seems.negated if negates(s, be) else seems.effect, seems.id)
            return self._climb(be, told)  # "appears ready to"
        reading = self._beyond_denial(*self.noun(i, Reading(open=True), inner=False))
        if is_any(s, i) and reading.positive and reading.certainty == CERTAIN:
            above = next((k for k in s.path(i) if s.is_verb(k)), i)
            denied = s.is_verb(above) and negates(s, above)  # "would flee in any attack on it"
            reading = reading.after("negated" if denied else "conditional")
        return replace(reading, open=False) if (names_an_act(s, i) or i in self.types) else reading

    def _beyond_denial(self, reading: Reading, at: int) -> Reading:
        """Return the reading of a noun at the root; a word that is denied was said all the same."""
        s, up = self.sentence, self.sentence.heads[at]
        relation, label = relation_of(s, at, s.deps[at]), s.deps[at]
        if relation != "object" or not self.governing.stands(at, up):
            return self._climb(at, reading)
        step = past(self, Hanging(at, up, relation, label), reading)
        return reading if step is None else self._climb(step[1], step[0])

    def noun(
        self, i: int, reading: Reading, *, inner: bool = True, reckoned: bool = False
    ) -> tuple[Reading, int]:
        """Return the reading under noun i's own words and the verb that carries it, and where
        that stands.

        inner: whether the event is another one, which hangs on i
        reckoned: whether "no" and a negation of the verb have been reckoned already.
        """
        s, lending = self.sentence, self.slots.lending
        reading = under_adverbs(s, self.vocabulary, i, reading)
        if (denial := disowned_by(s, i)) is not None:
            return reading.after("possible" if negates(s, denial) else "denied"), s.root
        verb, support = lending.carriers.get(i), lending.entries.get(i)
        carried = verb is not None and s.deps[i] in {"dobj", "nsubj", "nsubjpass"}
        if has_no(s, i) and not (carried or reckoned):  # "held no talks": the verb reckons with it
            reading = reading.after("negated")
        if inner and is_any(s, i) and leads(s, i) and not has_no(s, i):
            reading = reading.after("conditional")  # "any plan to attack it will be answered"
        if set_for_later(s, i):
            reading = reading.after("planned")
        if verb is None or support is None:
            return reading, i
        if s.deps[i] == "nsubj" and verdict_at(s, self.vocabulary, verb) is not None:
            return reading, i  # "a raid remains a possibility"
        if i in lending.foiled:
            return self._foiled(verb, reading).after("keep", support.id), s.root
        if inner and not lending.negated(i):  # "announced the launch of": that is past
            return reading, i
        borne = self._carried(i, support, reading, self.clause(verb), reckoned)
        return borne, i if s.heads[verb] == i else verb  # "the risk of a staged attack"

    def _carried(
        self, i: int, support: Support, reading: Reading, own: Reading, reckoned: bool
    ) -> Reading:
        """Return the reading of event noun i under the verb that carries it; own: the verb's."""
        s, verb = self.sentence, self.slots.lending.carriers[i]
        if support.negated is not None and not own.positive:  # "did not rule out an attack"
            own, effect = replace(own, positive=True), support.negated
        else:
            lifted = self.slots.lending.negated(i) and not reading.positive
            effect = "uncommitted" if lifted else support.effect  # "lifted the ban on exports"
        reading = reading.after(effect, support.id)
        if own.open and has_to(s, verb) and s.heads[verb] == verb:
            own = own.after("planned")  # "Chad to hold talks"
        return reading.carried_by(replace(own, positive=True) if reckoned else own)

    def _foiled(self, verb: int, reading: Reading) -> Reading:
        """Return the reading of what verb foils: not so, so where it failed to, else left open."""
        if self.sentence.deps[verb] == "amod":  # "a thwarted attack"
            return reading.after("denied")
        outer = self.judge(verb)
        if not outer.positive and outer.certainty == CERTAIN:
            return reading.after("happened")
        foiled = outer.certainty == CERTAIN and outer.mood < Mood.FUTURE and not outer.open
        return reading.after("denied" if foiled else "uncommitted")

    def _settled(self, i: int, reading: Reading) -> Reading:
        """Return the reading of an infinitive that nothing above it settled: no fact."""
        s = self.sentence
        asked = s.tags[i] == "VBG" and any(s.words[k] == "?" for k in s.children[s.root])
        if asked and not is_progressive(s, i) and reading.certainty == 3:
            return reading.after("uncommitted")  # "what are the risks of Russia buying …?"
        to = has_to(s, i)
        if not reading.open or not (to or s.tags[i] == "VB"):
            return reading
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
        asked = any(s.words[k] == "?" and not asks_other(s, i, k) for k in s.children[i])
        return reading.after("uncommitted") if asked and not takes_for_granted(s, i) else reading

    def _step(self, i: int, up: int, label: str, reading: Reading) -> tuple[Reading, int] | None:
        """Return the reading after one step up and the word reached; None where scope ends."""
        if label == "conj":
            return reading, up
        s = self.sentence
        if self.governing.runs_on(i, up):
            return None
        if stands_apart(s, i):
            return reading.after("happened"), up
        if label == "parataxis":
            return reading, up
        if speaks_by_wishing(s, i, up):
            return reading, s.root
        if label == "relcl" and says_what(s, i):
            label = "acl"  # "it is a lie that they left"
        if label == "relcl" and not has_to(s, i) and (be := not_such(s, up)) is not None:
            return reading.carried_by(replace(self.clause(be), positive=False, open=False)), be
        settled = reading.positive and reading.certainty == CERTAIN and "?" not in s.words
        if label == "relcl" and settled and is_free(s, up):
            return reading.after("conditional"), s.root  # "anyone who attacks it"
        if label == "appos" or (label == "relcl" and not is_purpose(s, i)):
            return None
        if label == "pobj" or label == "pcomp":
            return through_preposition(self, i, up, reading)
        if (step := self._behind_its_doer(i, reading)) is not None:
            return step
        relation = relation_of(s, i, label)
        return self.under(i, up, relation, label, reading)

    def _behind_its_doer(self, i: int, reading: Reading) -> Step:
        """Return the step of gerund i that the parser hung on its doer: "the risk of rebels
        attacking it", "opposes rebels attacking it"; None where nothing above says anything of it.
        """
        s, doer = self.sentence, doer_before(self.sentence, i)
        if doer is None:
            return None
        if (p := preposition_of(s, i, doer)) is not None:
            word, up = s.words[p].lower(), s.heads[p]
            argued = word == "against" and s.lemmas[up] == "be"
            told = argued or self.governing.tells(up, word)
            return through_preposition(self, i, p, reading) if told else None
        verb = s.heads[doer]
        if s.deps[doer] != "dobj" or s.kid(verb, "prep") is not None:
            return None
        if operator_at(s, self.vocabulary, verb, frozenset({"complement"})) is None:
            return None
        return self.under(i, verb, "complement", "ccomp", reading)

    def under(
        self, i: int, up: int, relation: str, label: str, reading: Reading
    ) -> tuple[Reading, int] | None:
        """Return the reading under word up, on which i hangs by relation; None ends the scope."""
        s = self.sentence
        if relation == "complement" and not reading.open and takes_for_granted(s, i):
            return None  # "knows who killed the judge"
        if relation == "in" and s.among(i, "exchange_nouns") and s.is_verb(up):
            relation, label = "complement", "xcomp"
        effect = self.governing.effect(i, up, relation, label)
        if effect is None:
            return past(self, Hanging(i, up, relation, label), reading)
        announced = label == "ccomp" and reading.open and is_purpose(s, i)
        if announced and effect.name == "keep" and not s.among(up, "finding_verbs"):
            reading = reading.after("planned")  # "announced talks to be held"
        top, reading = effect.at, reading.after(effect.name, effect.rule)
        if s.deps[top] == "acomp" and s.is_verb(s.heads[top]):  # "will be able to"
            top = s.heads[top]
            reading = replace(
                self._outer(top, reading), open=s.tags[top] == "VB" and has_to(s, top)
            )
            if reading.mood is Mood.CONTRARY:  # "would not have been able to": neither is a fact
                reading = replace(reading, mood=Mood.CONDITIONAL, positive=True)
        else:
            reading = self._outer(top, reading)
        unsettled = reading.mood >= Mood.FUTURE or reading.certainty < CERTAIN
        if unsettled and s.is_verb(top) and hangs_on_condition(s, top):
            reading = reading.after("conditional")
        if s.is_noun(effect.at):
            if s.among(effect.at, "ending_nouns") and self._only_wished(effect.at):
                return reading.after("negated").after("ongoing"), s.root
            return self.noun(effect.at, reading, reckoned=True)
        return reading, top

    def _only_wished(self, end: int) -> bool:
        """Return whether the end of something is no more than called for: that goes on."""
        outer = self.judge(end)
        return outer.mood >= Mood.FUTURE or outer.certainty == 0

    def _outer(self, up: int, reading: Reading) -> Reading:
        """Return the reading under up's own tense and modality; its negation is done already."""
        s = self.sentence
        if not s.is_verb(up):
            return reading
        if s.deps[up] == "advcl" and is_purpose(s, up):
            reading = reading.after("planned")  # "flew in to secure the release of"
        outer = reading.governed_by(self.clause(up), negated=negates(s, up))
        untrue = misreported_at(s, self.vocabulary, up)
        return outer.after(untrue.effect, untrue.id) if untrue is not None else outer
