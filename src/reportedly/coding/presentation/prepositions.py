"""What becomes of an event behind a preposition: "after the raid", "without asking"."""

from __future__ import annotations

from dataclasses import replace

from reportedly.coding.grammar.phrases import stands_beside
from reportedly.coding.presentation.conditions import contingent
from reportedly.coding.presentation.mood import CERTAIN, Mood, Reading
from reportedly.coding.presentation.operators import of_adverb, operator_at
from reportedly.coding.presentation.plain import Judging, Step
from reportedly.coding.presentation.relations import governor, instead_of, is_definite
from reportedly.coding.sentences.sentence import Sentence

#: what becomes of an act behind these in a clause about what is to come: "must leave before a
#: raid", "without a truce, they will leave"
AWAITED = {"before": "planned", "without": "conditional"}


def through_preposition(judge: Judging, i: int, p: int, reading: Reading) -> Step:
    """Return the reading of what stands behind preposition p, one step up, and the word reached."""
    s = judge.sentence
    word = s.words[p].lower()
    if word == "of" and s.words[s.heads[p]].lower() == "ahead":
        return reading.after("planned"), s.root
    up = s.heads[p]
    awaited = word in AWAITED and s.is_noun(i) and not is_definite(s, i)
    if awaited and s.is_verb(up) and judge.clause(up).mood >= Mood.FUTURE:
        return reading.after(AWAITED[word]), s.root
    if word == "without" or instead_of(s, p):
        reading = reading.after("negated")
    if s.heads[p] == p:
        return reading, p
    if word == "against" and _argued(judge, i, p):
        return reading.after("uncommitted"), s.root
    own = of_adverb(s, judge.vocabulary, i, p)
    top = governor(s, s.heads[p]) if own is None else s.heads[p]
    if s.among(s.heads[p], "knowing_nouns"):
        return None  # "denied knowledge of the raid"
    if instead_of(s, p) and s.is_verb(top):  # what is done instead says nothing of it
        return reading.carried_by(replace(judge.clause(top), positive=True)), s.root
    if word == "in" and s.lemmas[top] == "be" and s.deps[i] == "pobj":
        return reading.carried_by(judge.clause(top)), top  # "would be in breach of"
    if word == "in" and _alongside(judge, i, top):
        return reading.carried_by(replace(judge.clause(top), positive=True)), top
    if word == "of" and contingent(s, top):
        return reading.after("conditional"), s.root
    if s.deps[i] == "pcomp" and word == "about" and _only_talked_of(s, i, top):
        return reading.after("uncommitted"), top
    if word == "including" and s.is_noun(top):
        return judge.noun(top, reading)  # "on many grounds, including backing rebels"
    if (word == "than" and s.kid(i, "auxpass") is not None) or _to_be_questioned(s, i, top, word):
        return reading.after("uncommitted"), s.root  # "fear prison more than being shelled"
    top = _planned_object(judge, top, p)
    if not (own or s.is_verb(top) or s.is_noun(top) or s.tags[top].startswith("JJ")):
        return (reading, p) if s.deps[p] in {"prep", "agent"} else None
    operator = operator_at(s, judge.vocabulary, top, frozenset({"complement", word}))
    told = operator is not None and word in operator.reach
    governed = told or (operator is not None and not s.among(p, "presupposing_prepositions"))
    if s.deps[i] == "pcomp" and s.is_verb(top) and stands_beside(s, p) and not governed:
        return _beside(judge, top, p, reading)
    relation = "complement" if s.deps[i] == "pcomp" else word
    return judge.under(i, top, relation, word, reading)


def _alongside(judge: Judging, i: int, top: int) -> bool:
    """Return whether bare noun i goes along with what is to come: "in consultation with"."""
    s = judge.sentence
    bare = s.tags[i] == "NN" and not s.kids(i, "det", "poss", "amod", "compound", "nummod")
    return bare and s.is_verb(top) and judge.clause(top).mood >= Mood.FUTURE


def _beside(judge: Judging, top: int, p: int, reading: Reading) -> Step:
    """Return the reading of "by closing", "without asking", "after meeting" under verb top.

    What came before or after the main event is presupposed, unless that lies ahead.
    """
    own = judge.clause(top)
    taken = judge.sentence.among(p, "presupposing_prepositions")
    if own.open and judge.sentence.words[p].lower() == "before":
        own = judge.judge(top)  # "waits for them to leave before closing it"
        taken = taken and own.certainty == CERTAIN
    if taken and own.mood < Mood.FUTURE:
        return reading.after("happened"), judge.sentence.root
    if judge.sentence.words[p].lower() == "by" and not own.positive:
        return reading.after("uncommitted"), judge.sentence.root  # "never helped by sending it"
    told = all(judge.sentence.tags[k] != "MD" for k in judge.sentence.kids(top, "aux"))
    twice = judge.sentence.words[p].lower() == "without" and told and not own.positive
    joined = reading.carried_by(replace(own, positive=not twice))  # "not a day without raids"
    return joined, top


def _argued(judge: Judging, i: int, p: int) -> bool:
    """Return whether gerund i is only spoken against: "advised against shelling it"."""
    s = judge.sentence
    if operator_at(s, judge.vocabulary, s.heads[p], frozenset({"complement"})) is not None:
        return False  # "decided against": that says more
    plain = s.deps[i] == "pcomp" and s.kid(i, "auxpass", "aux", "nsubj") is None
    return plain or s.lemmas[s.heads[p]] == "be"


def _only_talked_of(s: Sentence, i: int, top: int) -> bool:
    """Return whether gerund i is only talked of: "joked about shelling it", not "lied about"."""
    active = s.kid(i, "auxpass", "nsubj", "poss", "aux") is None
    return active and s.is_verb(top) and s.among(top, "musing_verbs")


def _planned_object(judge: Judging, top: int, p: int) -> int:
    """Return the plan or the like right before preposition p, which the parser hung on its verb:
    "gave a date for the visit"."""
    s = judge.sentence
    near = [k for k in s.kids(top, "dobj") if k == p - 1] if s.is_verb(top) else []
    by = frozenset({s.words[p].lower()})
    return next((k for k in near if operator_at(s, judge.vocabulary, k, by) is not None), top)


def _to_be_questioned(s: Sentence, i: int, top: int, word: str) -> bool:
    """Return whether noun i only tells what somebody is taken away for: "for questioning"."""
    bare = s.tags[i] == "NN" and s.kid(i, "det", "poss", "amod", "prep") is None
    taken = s.is_verb(top) or s.words[s.heads[top]].lower() == "to"  # "to a cell for"
    return word == "for" and bare and taken and s.among(i, "questioning_nouns")
