"""What a noun says of an act that goes on: "the siege", "talks under way", "mounting violence"."""

from __future__ import annotations

from reportedly.coding.presentation.mood import Reading
from reportedly.coding.presentation.negation import negates
from reportedly.coding.presentation.tense import in_the_past
from reportedly.coding.sentences.sentence import Sentence

_BEFORE = ("amod", "compound", "nummod", "nmod")


def goes_on(s: Sentence, i: int) -> bool:
    """Return whether the act of noun i is told as going on.

    By a word beside it; or by its own: what is in force lasts until it is ended, what is drawn
    out lasts where the sentence tells no past.
    """
    if not s.is_noun(i) or is_over(s, i):
        return False
    drawn_out = s.among(i, "drawn_out_acts") or s.among(i, "lasting_states")
    lasts = s.among(i, "lasting_acts") or (drawn_out and not in_the_past(s, i))
    return lasts or under_way(s, i)


def stands_so(s: Sentence, i: int) -> bool:
    """Return whether noun i names a state that lasts until something ends it."""
    return s.is_noun(i) and not is_over(s, i) and s.among(i, "lasting_states")


def is_over(s: Sentence, i: int) -> bool:
    """Return whether the phrase of noun i puts it into the past: "the 2006 war"."""
    before = s.kids(i, *_BEFORE)
    if any(_is_year(s.words[k]) or s.among(k, "bygone_words") for k in before):
        return True
    up = s.heads[i]
    if s.deps[i] not in {"pobj", "pcomp"}:
        return False
    of = any(s.words[k].lower() == "of" for k in s.kids(i, "prep"))  # "in support of"
    return s.among(up, "outlasting_prepositions") or (s.words[up].lower() == "in" and of)


def under_way(s: Sentence, i: int) -> bool:
    """Return whether words beside noun i say that it goes on: "ongoing", "under way"."""
    if any(s.among(k, "continuing_adjectives") for k in s.kids(i, "amod")):
        return True
    if _way(s, i):
        return True
    up = s.heads[i]
    be = s.deps[i] == "nsubj" and s.lemmas[up] == "be" and s.tags[up] in {"VBZ", "VBP"}
    said = s.kids(up, "acomp", "advmod", "attr") if be else []
    return any(s.among(k, "continuing_adjectives") for k in said) or (be and _way(s, up))


def of_participle(s: Sentence, i: int) -> Reading:
    """Return what participle i before a noun tells: a state that lasts, "the jailed editor", or a
    deed, "stolen cattle"; neither where that is what somebody is not, "is no banned group"."""
    noun = s.heads[i]
    over = any(s.among(k, "bygone_words") for k in (*s.kids(i, "advmod"), *s.kids(noun, "amod")))
    lasts = s.among(i, "lasting_participles") and not over
    reading = Reading().after("ongoing") if lasts else Reading()
    called = s.deps[noun] == "attr" and s.lemmas[s.heads[noun]] == "be"
    return reading.after("negated") if called and negates(s, s.heads[noun]) else reading


def _way(s: Sentence, i: int) -> bool:
    """Return whether "under way" or "in progress" hangs on token i."""
    below = s.subtree(i)
    told = (k for k in below if s.words[k].lower() in {"under", "in"} and k + 1 in below)
    return any(s.among(k + 1, "running_nouns") for k in told)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in {"18", "19", "20"}
