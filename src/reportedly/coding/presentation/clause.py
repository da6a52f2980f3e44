"""What a clause says of its own event: auxiliaries, negation, adverbs, conditions."""

from __future__ import annotations

from reportedly.coding.presentation.mood import Mood, Reading
from reportedly.coding.presentation.negation import negates
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary

PAST_TAGS = frozenset({"VBD", "VBN"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})


def clause_reading(s: Sentence, vocabulary: Vocabulary, i: int) -> Reading:
    """Return what verb i's own auxiliaries, negation, adverbs and conditions say."""
    if _bare_conjunct(s, i):
        reading = under_adverbs(s, vocabulary, i, clause_reading(s, vocabulary, s.heads[i]))
        return _negated(s, i, reading)
    reading = Reading(open=_tenseless(s, i))
    for k in s.kids(i, "aux", "auxpass"):
        reading = _auxiliary(s, vocabulary, reading, k)
    if is_progressive(s, i) and reading.mood is Mood.PAST:
        reading = reading.after("ongoing")
    return _marked(s, i, _negated(s, i, under_adverbs(s, vocabulary, i, reading)))


def _negated(s: Sentence, i: int, reading: Reading) -> Reading:
    return reading.after("negated") if negates(s, i) else reading


def _bare_conjunct(s: Sentence, i: int) -> bool:
    if s.deps[i] != "conj" or not s.is_verb(s.heads[i]):
        return False
    own = s.kid(i, "aux", "auxpass", "nsubj", "nsubjpass", "mark") is not None
    same = s.tags[i] == s.tags[s.heads[i]] or s.tags[i] in {"VB", "VBN", "VBG"}
    return not own and same


def _tenseless(s: Sentence, i: int) -> bool:
    if s.tags[i] in FINITE_TAGS:
        return False
    finite = any(s.tags[k] in FINITE_TAGS or s.tags[k] == "MD" for k in s.kids(i, "aux", "auxpass"))
    return not finite and (s.deps[i] != "ROOT" or s.tags[i] == "VB")


def is_progressive(s: Sentence, i: int) -> bool:
    """Return whether verb i is going on: "is leaving", "is being moved"."""
    if any(s.words[k].lower() == "being" for k in s.kids(i, "auxpass")):
        return True
    be = [k for k in s.kids(i, "aux") if s.lemmas[k] == "be"]
    return s.tags[i] == "VBG" and any(s.tags[k] in {"VBZ", "VBP", "VBN"} for k in be)


def _auxiliary(s: Sentence, vocabulary: Vocabulary, reading: Reading, k: int) -> Reading:
    for operator in vocabulary.operators.get((s.lemmas[k], "modal"), ()):
        if operator.lemma == "would" and _future_in_past(s, vocabulary, k):
            return reading.after("planned", operator.id)
        if operator.lemma == "would" and s.among(s.heads[k], "wishes"):
            return reading.after("ongoing")  # "would like to": the wish is there
        if s.among(k, "regret_modals") and _perfect(s, s.heads[k]):
            return reading.after("negated", operator.id)  # "should have left": did not
        if operator.effect == "wanted" and _perfect(s, s.heads[k]):  # "must have known"
            return reading.after("probable", operator.id)
        if s.among(k, "ability_modals") and s.kid(s.heads[k], "neg") is not None:
            return reading  # "cannot": no doubt is left, the negation says it all
        return reading.after(operator.effect, operator.id)
    return reading


def _future_in_past(s: Sentence, vocabulary: Vocabulary, k: int) -> bool:
    """Return whether "would" is only "will" reported in the past: "said it would send"."""
    verb = s.heads[k]
    if s.deps[verb] == "conj" and s.is_verb(s.heads[verb]):
        verb = s.heads[verb]
    conditional = any(s.deps[c] == "advcl" and is_condition(s, c) for c in s.children[verb])
    head = s.heads[verb]
    reported = s.deps[verb] in {"ccomp", "conj", "acl"} and s.tags[head] in PAST_TAGS
    noun = s.is_noun(head) and (s.lemmas[head], "noun") in vocabulary.cues
    reported = reported or (s.deps[verb] == "acl" and noun)
    said = any(s.tags[c] == "VBD" for c in s.kids(verb, "ccomp", "parataxis"))
    return (reported or said) and not conditional and not _perfect(s, verb)


def _perfect(s: Sentence, i: int) -> bool:
    return any(s.lemmas[k] == "have" for k in s.kids(i, "aux"))


def is_condition(s: Sentence, clause: int) -> bool:
    """Return whether a clause is opened by "if", "unless", "whether" or "lest"."""
    if s.among(s.subtree(clause)[0], "strict_conditions"):  # "if and when"
        return True
    return any(s.among(k, "condition_marks") for k in s.kids(clause, "mark", "advmod"))


def under_adverbs(s: Sentence, vocabulary: Vocabulary, i: int, reading: Reading) -> Reading:
    """Return the reading under the adverbs and adjectives that modify token i."""
    for k in s.kids(i, "advmod", "amod"):
        key = (s.lemmas[k], "adverb" if s.tags[k].startswith("RB") else "adjective")
        for operator in vocabulary.operators.get(key, ()):
            if operator.pos == "adverb" or "modifies" in operator.reach:
                negated = s.kid(k, "neg") is not None
                effect = operator.negated if negated else operator.effect
                reading = reading.after(effect, operator.id)
    return reading


def _marked(s: Sentence, i: int, reading: Reading) -> Reading:
    """Return the reading under the conditions that open clause i or hang on it."""
    if s.deps[i] in {"ccomp", "acl", "relcl"} and is_condition(s, i):
        return reading.after("uncommitted")  # "asked whether", "decide if"
    if s.deps[i] == "advcl" and is_condition(s, i):
        return reading.after("conditional")
    without = (s.deps[k] == "mark" and s.words[k].lower() == "without" for k in s.children[i])
    if s.deps[i] == "advcl" and any(without):
        return reading.after("negated")
    for k in s.kids(i, "advcl") if reading.mood >= Mood.FUTURE else ():
        if any(s.among(m, "strict_conditions") for m in s.kids(k, "mark", "advmod")):
            return reading.after("conditional")
    return reading
