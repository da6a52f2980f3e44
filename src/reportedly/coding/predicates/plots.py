"""Plots: what a review tells of a novel, film or play, in the present tense, happened to nobody."""

from __future__ import annotations

from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Predicate

FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
#: acts that a body does, which nobody tells of in the present tense but in a headline
DEEDS = frozenset({"ASSAULT", "COERCE", "RETREAT", "AID", "COOPERATE", "MOBILIZE"})


def in_plot(evidence: Evidence, i: int, entry: Predicate, *, article: bool) -> bool:
    """Return whether the entry, which fits token i, tells of a plot: by its hero, by who plays
    whom in the sentence, or in an article full of plots.

    article: whether its article is full of words of plots.
    """
    s = evidence.sentence
    if not _in_the_present(s, i):
        return False
    if any(_acts_in_it(s, k) for k in range(len(s))):
        return True
    memory = evidence.resolver.scene.memory
    if (article or memory.leisure) and _acted(s):
        return True
    if _within_it(s, i):
        return True
    if not article or memory.sentence <= 1:  # a headline's present is past
        return False
    doers = evidence.slots.slot(i, "subject")
    plain = bool(doers) and not any(s.is_proper(k) for k in doers)
    return entry.type in DEEDS or (plain and not any(s.tags[k] == "PRP" for k in doers))


def _in_the_present(s: Sentence, i: int) -> bool:
    """Return whether the clause of token i is in the simple present: "robs", "is shot".

    Somebody in a plot will do what others do.
    """
    if not s.is_verb(i):
        return False
    for k in (i, *s.path(i)):
        told = [m for m in (*s.kids(k, "aux", "auxpass"), k) if s.tags[m] in FINITE]
        if not told:
            continue
        has = any(s.lemmas[m] == "have" and m != k for m in told)
        going = s.tags[k] == "VBG"
        ahead = s.words[told[0]].lower() == "will"
        return (s.tags[told[0]] in {"VBZ", "VBP"} or ahead) and not (has or going)
    return False


def _acts_in_it(s: Sentence, k: int) -> bool:
    """Return whether token k is a subject that is in a plot: "the heroine", "the opera's hero"."""
    if s.deps[k] not in {"nsubj", "nsubjpass"} or not s.is_noun(k):
        return False
    behind = (w for p in s.kids(k, "prep") if s.words[p].lower() == "of" for w in s.kids(p, "pobj"))
    whose = any(s.among(w, "fiction_nouns") for w in (*s.kids(k, "poss"), *behind))
    return s.among(k, "plot_people") or (whose and s.among(k, "plot_roles"))


def _within_it(s: Sentence, i: int) -> bool:
    """Return whether token i is done where fiction starts or ends, or by whom somebody plays: "the
    film ends when a clerk shoots him", "plays a spy who steals his maps"."""
    for k in (i, *s.path(i)):
        up = s.heads[k]
        when = s.deps[k] == "advcl" and any(s.tags[m] == "WRB" for m in s.kids(k, "advmod"))
        told = any(s.among(m, "fiction_nouns") for m in s.kids(up, "nsubj"))
        if when and told and s.among(up, "filling_verbs"):
            return True
        if s.deps[k] == "relcl" and s.deps[up] == "dobj" and s.among(s.heads[up], "playing_verbs"):
            return True
    return False


def _acted(s: Sentence) -> bool:
    """Return whether somebody plays another in the sentence: "Vera Lund plays the spy"."""
    if "playing_verbs" not in s.kinds:
        return False
    return any(
        s.among(i, "playing_verbs") and any(s.among(k, "people_nouns") for k in s.kids(i, "dobj"))
        for i in range(len(s))
    )
