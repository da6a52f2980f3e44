"""What one word makes of the event that hangs on it: verdict, operator, cue, or its own type."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.coding.grammar.phrases import has_perfect
from reportedly.coding.presentation.negation import denied
from reportedly.coding.presentation.operators import (
    cue_at,
    impersonal_at,
    judging_at,
    operator_at,
    verdict_at,
)
from reportedly.coding.presentation.relations import is_definite
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
#: types of acts that are words: whoever turns them down does not unsay them
SPOKEN = frozenset({"REQUEST", "ACCUSE", "THREATEN"})
#: effects of words that turn what they report round
DENYING = frozenset({"denied", "doubted"})


@dataclass(frozen=True, slots=True)
class Effect:
    """What a word does to what hangs on it; rule: the entry that says so, "" for a type."""

    at: int
    name: str
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Governing:
    """The words of one sentence that change what hangs on them.

    types  type of the predicate chosen at a token; None for a want, constraint or consequence
    """

    sentence: Sentence
    vocabulary: Vocabulary
    types: Mapping[int, str | None] = field(default_factory=dict)

    def effect(self, i: int, up: int, relation: str, label: str) -> Effect | None:
        """Return what word up makes of i, which hangs on it by relation; None: nothing."""
        s, vocabulary = self.sentence, self.vocabulary
        negated = denied(s, up)
        verdict = verdict_at(s, vocabulary, up) if relation == "subject" else None
        if verdict is not None:
            return Effect(up, verdict.negated if negated else verdict.effect, verdict.id)
        if (judged := self._aimed_at(up, relation)) is not None:
            return judged
        adjective = impersonal_at(s, vocabulary, up) if relation == "complement" else None
        if adjective is not None:
            return self.effect(i, adjective, relation, label)
        if relation in {"complement", "object"} and self._left_open(up):
            return Effect(up, "uncommitted")
        if s.tags[up] == "MD" and s.among(up, "regret_modals") and has_perfect(s, i):
            return Effect(up, "negated")  # "ought not to have arrested them"
        known = s.is_noun(i) and is_definite(s, i)
        operator = operator_at(s, vocabulary, up, frozenset({relation, label}), known)
        if operator is not None and self._unconfirmed(i, up, operator.effect):
            return Effect(up, "uncommitted", operator.id)
        if operator is not None:
            name = operator.negated if negated else operator.effect
            name = "possible" if name == "happened" and self._may_do(up) else name
            return Effect(up, name, operator.id)
        if relation == "object" and self.stands(i, up) and not self._tells(i):
            return None
        if relation == "object" and self._foils(i, up):
            return Effect(up, "keep" if negated else "denied")
        cue = cue_at(s, vocabulary, up)
        if cue is not None and cue.effect in DENYING and (self._reason(i) or self._waved(i, up)):
            return None  # "dismissed for killing", "brushed aside the raid": no denial
        if cue is not None and {relation, label} & set(cue.content):
            name = cue.negated if negated else cue.effect
            return Effect(up, "possible" if self._unsure(up, name) else name, cue.id)
        return self._by_type(i, up, relation, negated)

    def _aimed_at(self, be: int, relation: str) -> Effect | None:
        """Return what the subject of "be" makes of what it is said to be: "the goal is a raid",
        "what is needed is a truce"."""
        s = self.sentence
        if s.lemmas[be] != "be" or relation not in {"object", "complement"}:
            return None
        for k in s.kids(be, "nsubj", "csubj"):
            asked = operator_at(s, self.vocabulary, k, frozenset({"object"}))
            found = asked if s.is_verb(k) else judging_at(s, self.vocabulary, k)
            if found is not None:
                return Effect(be, found.negated if denied(s, be) else found.effect, found.id)
        return None

    def tells(self, up: int, preposition: str) -> bool:
        """Return whether word up says something of what stands behind its preposition."""
        cue = cue_at(self.sentence, self.vocabulary, up)
        told = cue is not None and preposition in cue.content
        own = frozenset({preposition})
        return told or operator_at(self.sentence, self.vocabulary, up, own) is not None

    def runs_on(self, i: int, up: int) -> bool:
        """Return whether finite clause i only stands before another, behind a comma: "they sold it,
        nobody talks about that", "they sold it, nobody denies it"."""
        s = self.sentence
        subject = s.kid(up, "nsubj")
        if s.deps[i] != "ccomp" or not i < up or not s.is_verb(up) or subject is None:
            return False
        if s.kid(i, "mark") is not None or s.among(subject, "neutral_pronouns"):
            return False
        if any(s.among(k, "neutral_pronouns") for k in s.kids(up, "dobj")):
            return True
        reports = cue_at(s, self.vocabulary, up) is not None
        reach = frozenset({"complement", "ccomp"})
        return not reports and operator_at(s, self.vocabulary, up, reach) is None

    def _unsure(self, up: int, name: str) -> bool:
        """Return whether reports that nobody vouches for say it: "unconfirmed reports said"."""
        s = self.sentence
        told = [a for k in s.kids(up, "nsubj") for a in s.kids(k, "amod")]
        return name == "keep" and any(s.among(a, "unconfirmed_words") for a in told)

    def _may_do(self, up: int) -> bool:
        """Return whether an adjective tells in the present what somebody can: "is able to"."""
        s, be = self.sentence, self.sentence.heads[up]
        present = s.tags[be] in {"VBZ", "VBP"} and s.kid(be, "aux") is None
        return s.deps[up] == "acomp" and s.among(up, "ability_adjectives") and present

    def _unconfirmed(self, i: int, up: int, effect: str) -> bool:
        """Return whether up only keeps i, a word of confirming, from being said."""
        s = self.sentence
        return s.is_verb(up) and effect == "negated" and s.among(i, "confirming_verbs")

    def _left_open(self, up: int) -> bool:
        """Return whether verb up is one of "confirm or deny", which neither says nor unsays."""
        s, top = self.sentence, up
        while s.deps[top] == "conj":
            top = s.heads[top]
        family = [k for k in s.conjuncts(top) if s.is_verb(k)]
        joined = [c for k in family for c in s.kids(k, "cc") if s.among(c, "joining_alternatives")]
        says = any(s.among(k, "confirming_verbs") for k in family)
        return bool(joined) and says and any(s.among(k, "denying_verbs") for k in family)

    def stands(self, i: int, up: int) -> bool:
        """Return whether i is what was said, and denying it unsays no word: "denied the charge"."""
        cue = cue_at(self.sentence, self.vocabulary, up)
        return self.types.get(i) in SPOKEN and cue is not None and cue.effect in DENYING

    def _tells(self, i: int) -> bool:
        """Return whether what was said has its content beside it: "allegations that it sold them";
        of that the denial speaks."""
        return self.sentence.among(i, "told_nouns") and bool(self.sentence.kids(i, "acl", "prep"))

    def _waved(self, i: int, up: int) -> bool:
        """Return whether act i is waved away, which denies no more than somebody's word of it."""
        s = self.sentence
        return s.among(up, "waving_away_verbs") and not s.among(i, "told_nouns")

    def _foils(self, i: int, up: int) -> bool:
        """Return whether verb up keeps a plot, plan or attempt from coming off."""
        planned = self.sentence.among(i, "plan_nouns")
        return planned and self.sentence.is_verb(up) and self.sentence.among(up, "foiling_verbs")

    def _by_type(self, i: int, up: int, relation: str, negated: bool) -> Effect | None:
        kind = self.types.get(up)
        if kind not in BY_TYPE:
            return None
        named = relation in {"object", "for", "of", "on"} and not self.sentence.is_verb(i)
        if relation != "complement" and not (named and kind in {"REQUEST", "AGREE"}):
            return None
        name = BY_TYPE[kind]
        asked = kind == "REQUEST" and relation == "for" and named  # "asked for proof that"
        if (self._reason(i) and not asked) or (negated and name == "negated"):
            name = "keep"
        return Effect(up, name)

    def _reason(self, i: int) -> bool:
        """Return whether i is the reason of an act, which is taken for granted: "for selling"."""
        s = self.sentence
        return s.deps[i] in {"pobj", "pcomp"} and s.among(s.heads[i], "reason_prepositions")
