"""Which operator or reporting cue acts on what hangs on a word."""

from __future__ import annotations

from reportedly.coding.grammar.phrases import verdicts
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary, pos
from reportedly.lexicons import Cue, Operator

#: the reach of an operator that names none
PLAIN_REACH = ("complement", "object")


def operator_at(
    s: Sentence, vocabulary: Vocabulary, up: int, relations: frozenset[str], known: bool = False
) -> Operator | None:
    """Return the operator at word up that reaches what hangs on it by one of the relations.

    known: whether that is a noun which speaks of something known.
    """
    found = vocabulary.operators.get((s.lemmas[up], pos(s, up)), ())
    for operator in sorted(found, key=lambda one: one.particle is None):
        if operator.particle and not _has(s, up, operator.particle):
            continue
        if operator.unknown and known:
            continue  # "opposition to the war"
        if not relations.isdisjoint(operator.reach):
            return operator
    return None


def cue_at(s: Sentence, vocabulary: Vocabulary, up: int) -> Cue | None:
    """Return the reporting cue at word up, one with a particle before one without."""
    cues = vocabulary.cues.get((s.lemmas[up], pos(s, up)), ())
    for cue in sorted(cues, key=lambda one: one.particle is None):
        if not _counts(s, up, cue):
            continue
        if not cue.particle or _has(s, up, cue.particle):
            return cue
    return None


def reaches(operator: Operator) -> bool:
    """Return whether an adverb acts on what hangs on it or on its verb, not on the verb."""
    return operator.reach != PLAIN_REACH


def misreported_at(s: Sentence, vocabulary: Vocabulary, up: int) -> Operator | None:
    """Return the adverb that calls untrue what verb up reports: "falsely claimed that"."""
    for k in s.kids(up, "advmod"):
        for operator in vocabulary.operators.get((s.lemmas[k], "adverb"), ()):
            if "content" in operator.reach:
                return operator
    return None


def of_adverb(s: Sentence, vocabulary: Vocabulary, i: int, p: int) -> Operator | None:
    """Return the operator before preposition p of i: "came close to it", "away from doing it"."""
    k = s.heads[p]
    if not s.tags[k].startswith(("RB", "JJ")):
        return None
    verb = operator_at(s, vocabulary, s.heads[k], frozenset({"complement"}))
    if verb is not None and verb.particle == s.words[k].lower():
        return None  # "backed away from it"
    by = {s.words[p].lower()} | ({"complement"} if s.deps[i] == "pcomp" else set())
    found = operator_at(s, vocabulary, k, frozenset(by))
    return found if found is not None and reaches(found) else None


def verdict_at(s: Sentence, vocabulary: Vocabulary, up: int) -> Operator | None:
    """Return the operator that judges the subject of "be": "the reports are false"."""
    if not s.is_verb(up) or not (s.lemmas[up] == "be" or s.among(up, "copular_verbs")):
        return None
    below = [k for k in s.kids(up, "xcomp") if s.lemmas[k] == "be"]  # "turned out to be false"
    for k in (a for verb in (up, *below) for a in s.kids(verb, "acomp", "attr", "oprd")):
        if s.kid(k, "xcomp", "ccomp") is not None and not s.is_noun(k):
            continue  # "the raid is likely to anger them": that judges the anger
        if (found := judging_at(s, vocabulary, k)) is not None:
            return found
    placed = [p for out in s.kids(up, "prep") for p in (out, *s.kids(out, "prep"))]
    told = (
        judging_at(s, vocabulary, k, s.words[p].lower()) for p in placed for k in s.kids(p, "pobj")
    )
    return next((operator for operator in told if operator is not None), None)


def judging_at(
    s: Sentence, vocabulary: Vocabulary, k: int, preposition: str | None = None
) -> Operator | None:
    """Return the operator at word k that judges the subject of its "be": "is off the table"."""
    for operator in vocabulary.operators.get((s.lemmas[k], pos(s, k)), ()):
        if "subject" in operator.reach and operator.particle == preposition:
            return operator
    return None


def impersonal_at(s: Sentence, vocabulary: Vocabulary, up: int) -> int | None:
    """Return the adjective of "it is impossible to", where the clause hangs on "be"."""
    if s.lemmas[up] != "be":
        return None
    adjectives = (k for k in s.kids(up, "acomp"))
    return next((k for k in adjectives if (s.lemmas[k], "adjective") in vocabulary.operators), None)


def _has(s: Sentence, up: int, word: str) -> bool:
    near = [*s.kids(up, "prt", "prep", "advmod", "dobj"), *verdicts(s, up)]
    return any(s.words[k].lower() == word for k in near)


def _counts(s: Sentence, up: int, cue: Cue) -> bool:
    return not cue.plural or s.tags[up] == "NNS"
