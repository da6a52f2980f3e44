"""What a clause says of its own event: auxiliaries, negation, adverbs, conditions."""

from __future__ import annotations

from reportedly.coding.grammar.phrases import has_perfect, has_to
from reportedly.coding.presentation.conditions import is_condition, under_conditions
from reportedly.coding.presentation.mood import CERTAIN, Mood, Reading
from reportedly.coding.presentation.negation import (
    contrasts,
    lacks_object,
    negates,
    negates_itself,
)
from reportedly.coding.presentation.operators import cue_at, reaches
from reportedly.coding.presentation.relations import in_quotes
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary

PAST_TAGS = frozenset({"VBD", "VBN"})
FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})


def clause_reading(s: Sentence, vocabulary: Vocabulary, i: int) -> Reading:
    """Return what verb i's own auxiliaries, negation, adverbs and conditions say."""
    if _bare_conjunct(s, i):
        reading = under_adverbs(s, vocabulary, i, _shared(s, vocabulary, i))
        return reading.after("negated") if negates_itself(s, i) else reading
    if is_command(s, i):
        return Reading().after("unreal")  # "Free my son": asked for, and not done
    reading = Reading(open=_tenseless(s, i))
    if s.deps[i] == "csubj" and any(s.words[k].lower() == "whether" for k in s.kids(i, "mark")):
        reading = reading.after("uncommitted")  # "whether it fired is an open question"
    for k in s.kids(i, "aux", "auxpass"):
        reading = _auxiliary(s, vocabulary, reading, k)
    if _is_subjunctive(s, i):
        reading = reading.after("wanted")  # "moved that he be fined"
    if _is_to(s, i):
        reading = reading.after("planned")
    if is_progressive(s, i) and reading.mood is Mood.PAST and reading.certainty == CERTAIN:
        reading = reading.after("ongoing")
    reading = under_asides(s, vocabulary, i, under_adverbs(s, vocabulary, i, reading))
    return under_conditions(s, i, _negated(s, i, reading))


def _negated(s: Sentence, i: int, reading: Reading) -> Reading:
    return reading.after("negated") if negates(s, i) else reading


def _shared(s: Sentence, vocabulary: Vocabulary, i: int) -> Reading:
    """Return what conjunct i shares with the verb before it, all but what is that one's alone."""
    head = s.heads[i]
    reading = clause_reading(s, vocabulary, head)
    alone = lacks_object(s, head) or contrasts(s, i)  # "showed no remorse and", "not A but B"
    return reading.after("negated") if alone and negates_itself(s, head) else reading


def is_command(s: Sentence, i: int) -> bool:
    """Return whether verb i bids somebody do it: "Free my son", "please do not shoot"."""
    quoted = s.tags[i - 1] == "``" if i else False
    bidding = {"ROOT", "ccomp", "advcl", "parataxis", *({"xcomp"} if quoted else ())}
    if s.tags[i] != "VB" or s.deps[i] not in bidding:
        return False
    if s.kid(i, "nsubj", "nsubjpass", "csubj", "expl", "mark", "auxpass") is not None:
        return False
    if any(s.lemmas[k] != "do" or s.tags[k] != "VB" for k in s.kids(i, "aux")):
        return False
    if s.deps[i] != "ROOT" and s.heads[i] < i and not (quoted or in_quotes(s, i)):
        return False  # "helped free him"
    before = (k for k in s.subtree(i) if k < i and s.deps[k] not in {"punct", "intj"})
    return all(s.deps[k] in {"advmod", "neg", "aux"} for k in before)


def _bare_conjunct(s: Sentence, i: int) -> bool:
    if s.deps[i] != "conj" or not s.is_verb(s.heads[i]):
        return False
    head = s.heads[i]
    gapped = s.tags[i] == "VBN" and s.kid(head, "auxpass") is not None and not negates(s, head)
    labels = ("aux", "auxpass", "nsubj", "mark", *(() if gapped else ("nsubjpass",)))
    own = s.kid(i, *labels) is not None  # "will be held and two men freed"
    same = s.tags[i] == s.tags[s.heads[i]] or s.tags[i] in {"VB", "VBN", "VBG"}
    return not own and same


def _is_to(s: Sentence, i: int) -> bool:
    """Return whether verb i stands under "is to": "is to be held in Hanoi"."""
    auxiliaries = s.kids(i, "aux", "auxpass")
    be = any(s.lemmas[k] == "be" and s.tags[k] in FINITE_TAGS for k in auxiliaries)
    return be and has_to(s, i)


def _is_subjunctive(s: Sentence, i: int) -> bool:
    """Return whether a passive clause only tells what is to be: "moved that he be fined"."""
    bare = any(s.tags[k] == "VB" for k in s.kids(i, "auxpass"))
    marked = any(s.words[k].lower() == "that" for k in s.kids(i, "mark"))
    return bare and marked and s.kid(i, "aux") is None


def _tenseless(s: Sentence, i: int) -> bool:
    if s.tags[i] in FINITE_TAGS:
        return False
    finite = any(s.tags[k] in FINITE_TAGS or s.tags[k] == "MD" for k in s.kids(i, "aux", "auxpass"))
    return not finite and (s.deps[i] != "ROOT" or s.tags[i] == "VB" or has_to(s, i))


def is_progressive(s: Sentence, i: int) -> bool:
    """Return whether verb i is going on: "is leaving", "is being moved"."""
    be = [k for k in s.kids(i, "aux") if s.lemmas[k] == "be"]
    going = s.tags[i] == "VBG" or any(s.words[k].lower() == "being" for k in s.kids(i, "auxpass"))
    return going and any(s.tags[k] in {"VBZ", "VBP", "VBN", "VB"} for k in be)


def _auxiliary(s: Sentence, vocabulary: Vocabulary, reading: Reading, k: int) -> Reading:
    for operator in vocabulary.operators.get((s.lemmas[k], "modal"), ()):
        if operator.lemma == "would" and s.among(s.heads[k], "wishes"):
            return reading.after("ongoing")  # "would like to": the wish is there
        if operator.lemma == "would" and _future_in_past(s, vocabulary, k):
            return reading.after("planned", operator.id)
        if operator.lemma == "would" and _would_not(s, s.heads[k]):
            return reading.after("planned", operator.id)
        if operator.lemma == "would" and has_perfect(s, s.heads[k]):
            return reading.after("contrary", operator.id)
        if s.among(k, "regret_modals") and has_perfect(s, s.heads[k]):
            return reading.after("negated", operator.id)  # "should have left": did not
        if operator.effect == "wanted" and has_perfect(s, s.heads[k]):  # "must have known"
            return reading.after("probable", operator.id)
        if s.among(k, "ability_modals") and s.kid(s.heads[k], "neg") is not None:
            return reading  # "cannot": no doubt is left, the negation says it all
        return reading.after(operator.effect, operator.id)
    return reading


def _future_in_past(s: Sentence, vocabulary: Vocabulary, k: int) -> bool:
    """Return whether "would" is only "will" reported in the past: "said it would send"."""
    verb = own = s.heads[k]
    if in_quotes(s, verb) and not in_quotes(s, s.heads[verb]):
        return False  # nobody shifts the tense there
    if s.deps[verb] == "conj" and s.is_verb(s.heads[verb]):
        verb = s.heads[verb]
    conditional = any(s.deps[c] == "advcl" and is_condition(s, c) for c in s.children[verb])
    head = s.heads[verb]
    told = _told_in_past(s, head)
    reported = s.deps[verb] in {"ccomp", "conj", "acl"} and told
    that = any(s.words[k].lower() == "that" for k in s.kids(verb, "mark"))
    reported = reported or (that and s.tags[s.root] in PAST_TAGS)
    noun = s.is_noun(head) and (s.lemmas[head], "noun") in vocabulary.cues
    reported = reported or (s.deps[verb] == "acl" and noun)
    said = any(s.tags[c] == "VBD" for c in s.kids(verb, "ccomp", "parataxis"))
    return (reported or said) and not conditional and not has_perfect(s, own)


def _told_in_past(s: Sentence, head: int) -> bool:
    """Return whether the verb above is past, or hangs on a past one: "refused to say"."""
    if s.tags[head] not in {"VB", "VBG"} or (
        s.kid(head, "aux") is not None and not has_to(s, head)
    ):
        return s.tags[head] in PAST_TAGS
    finite = (k for k in s.path(head) if s.tags[k] in FINITE_TAGS)
    return s.tags[next(finite, head)] in PAST_TAGS


def _would_not(s: Sentence, verb: int) -> bool:
    """Return whether "would not" refuses, no condition being told: "would not comment"."""
    conditional = any(s.deps[c] == "advcl" and is_condition(s, c) for c in s.children[verb])
    return negates(s, verb) and not conditional and not has_perfect(s, verb)


def under_adverbs(s: Sentence, vocabulary: Vocabulary, i: int, reading: Reading) -> Reading:
    """Return the reading under the adverbs and adjectives that modify token i."""
    for k in s.kids(i, "advmod", "amod"):
        key = (s.lemmas[k], "adverb" if s.tags[k].startswith("RB") else "adjective")
        for operator in vocabulary.operators.get(key, ()):
            if "modifies" in operator.reach or (operator.pos == "adverb" and not reaches(operator)):
                negated = s.kid(k, "neg") is not None
                effect = operator.negated if negated else operator.effect
                reading = reading.after(effect, operator.id)
    return reading


def under_asides(s: Sentence, vocabulary: Vocabulary, i: int, reading: Reading) -> Reading:
    """Return the reading under what somebody is said to think of it: "he, she believes, left"."""
    for k in s.kids(i, "parataxis"):
        cue = cue_at(s, vocabulary, k) if s.tags[k] in FINITE_TAGS else None
        unsure = cue is not None and cue.effect in {"probable", "possible"}
        if cue is not None and unsure and s.kid(k, "ccomp", "xcomp", "dobj", "neg") is None:
            reading = reading.after(cue.effect, cue.id)
    return reading
