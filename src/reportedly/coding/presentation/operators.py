"""Which operator or reporting cue acts on what hangs on a word."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary, pos
from reportedly.lexicons import Cue, Operator


def operator_at(
    s: Sentence, vocabulary: Vocabulary, up: int, relation: str, label: str
) -> Operator | None:
    """Return the operator at word up that reaches what hangs on it by relation or label."""
    for operator in vocabulary.operators.get((s.lemmas[up], pos(s, up)), ()):
        if operator.particle and not _has(s, up, operator.particle):
            continue
        if relation in operator.reach or label in operator.reach:
            return operator
    return None


def cue_at(s: Sentence, vocabulary: Vocabulary, up: int) -> Cue | None:
    """Return the reporting cue at word up."""
    for cue in vocabulary.cues.get((s.lemmas[up], pos(s, up)), ()):
        if not cue.particle or _has(s, up, cue.particle):
            return cue
    return None


def verdict_at(s: Sentence, vocabulary: Vocabulary, up: int) -> Operator | None:
    """Return the operator that judges the subject of "be": "the reports are false"."""
    for k in s.kids(up, "acomp", "attr") if s.lemmas[up] == "be" else ():
        for operator in vocabulary.operators.get((s.lemmas[k], pos(s, k)), ()):
            if "subject" in operator.reach:
                return operator
    return None


def impersonal_at(s: Sentence, vocabulary: Vocabulary, up: int) -> int | None:
    """Return the adjective of "it is impossible to", where the clause hangs on "be"."""
    if s.lemmas[up] != "be":
        return None
    adjectives = (k for k in s.kids(up, "acomp"))
    return next((k for k in adjectives if (s.lemmas[k], "adjective") in vocabulary.operators), None)


def _has(s: Sentence, up: int, word: str) -> bool:
    return any(s.words[k].lower() == word for k in s.kids(up, "prt", "prep", "advmod"))
