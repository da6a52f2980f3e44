"""Passives: which verbs are, and who does what they say."""

from __future__ import annotations

from reportedly.coding.grammar.phrases import prepositions, says_when
from reportedly.coding.sentences.participles import LOOSE
from reportedly.coding.sentences.sentence import Sentence

#: how the parser hangs a further verb on the first of a row
ROW = frozenset({"conj", "dep", "advcl", "parataxis", "ccomp"})


def passive(s: Sentence, i: int) -> bool:
    """Return whether verb i is passive, its auxiliary shared by coordination or left out."""
    if s.kid(i, "auxpass", "nsubjpass", "csubjpass") is not None:
        return True
    if s.tags[i] == "VBD" and s.kid(i, "agent") is not None and s.kid(i, "dobj") is None:
        return True  # "the ministry, picketed daily by miners": tagged as a past tense
    if _in_row(s, i) or _is_captive(s, i) or _harmed_by(s, i) or _is_felled(s, i):
        return True
    if _is_reduced(s, i) or _opens(s, i) or _is_judged(s, i):
        return True
    if _is_handed(s, i) or _is_got_done(s, i):
        return True
    if s.tags[i] != "VBN" or s.kid(i, "aux") is not None:
        return False
    if s.deps[i] == "xcomp" and s.kid(i, "dobj") is None:  # "was reported arrested"
        return passive(s, s.heads[i]) and s.is_verb(s.heads[i])
    if s.deps[i] == "relcl" and s.kid(i, "nsubj") is not None:  # "see one of them gunned down"
        return s.among(i, "suffered_verbs") and s.kid(i, "dobj") is None
    if s.deps[i] == "conj":
        row = passive(s, s.heads[i]) or s.kid(i, "agent") is not None
        return s.kid(i, "nsubj") is None and row
    if s.deps[i] == "advcl" and s.kid(i, "mark") is not None and s.kid(i, "nsubj") is not None:
        return False  # "after police boxed in his car": a past tense
    if s.deps[i] == "ccomp" and s.heads[i] < i and s.kid(i, "nsubj") is not None:
        return s.kid(i, "dobj") is None  # "saw its troops killed", "had the camp searched"
    return s.deps[i] in {"acl", "advcl", "amod", LOOSE} or s.kid(i, "agent") is not None


def _harmed_by(s: Sentence, i: int) -> bool:
    """Return whether "by" right behind a word of harm tells who does it: "After Teen Killed By
    Police", where a headline leaves the auxiliary out."""
    by = [k for k in s.kids(i, "prep", "agent") if k == i + 1 and s.words[k].lower() == "by"]
    whole = s.kid(i, "dobj", "aux", "ccomp", "xcomp") is None
    doer = any(s.tags[k] in {"NNP", "NNPS", "NNS"} for p in by for k in s.kids(p, "pobj"))
    harm = s.among(i, "suffered_verbs") and s.tags[i] in {"VBD", "VBN"}
    return doer and whole and harm and s.kid(i, "nsubj") is not None


def _is_reduced(s: Sentence, i: int) -> bool:
    """Return whether a participle right behind its noun was tagged as a past tense."""
    bare = s.kid(i, "dobj", "nsubj", "aux", "mark", "prt", "ccomp", "xcomp", "dative") is None
    return s.tags[i] == "VBD" and s.deps[i] == "acl" and bare and s.heads[i] == i - 1


def _is_got_done(s: Sentence, i: int) -> bool:
    """Return whether a participle that tells what somebody has done to him, or sees done, was
    tagged as a past tense: "had the charges dropped", "want the clerk tried", "saw him shot"."""
    if s.tags[i] != "VBD" or s.kid(i, "dobj", "aux", "mark", "ccomp") is not None:
        return False
    up = s.heads[i]
    inside = s.deps[i] == "acl" and s.deps[up] == "dobj" and s.kid(i, "nsubj") is None
    above = s.heads[up] if inside else up
    below = inside or (s.deps[i] == "ccomp" and s.kid(i, "nsubj") is not None)
    seen = s.among(above, "witnessing_verbs") and s.among(i, "suffered_verbs")
    return below and above < i and (seen or s.among(above, "arranging_verbs"))


def _opens(s: Sentence, i: int) -> bool:
    """Return whether a sentence opens with what its subject was asked: "Asked what it wants, Mali
    said", whose clause is no object of its own."""
    first = i == 0 or (i == 1 and s.words[0] in {'"', "“", "When"})
    asked = first and s.tags[i] in {"VBN", "VBD"} and s.among(i, "questioning_verbs")
    return asked and s.heads[i] > i and s.kid(i, "dobj", "nsubj") is None


def _in_row(s: Sentence, i: int) -> bool:
    """Return whether a verb goes on with a passive before it: "was shot, detained and tortured".

    The parser may take it for a past tense; harm that is done needs somebody it is done to, and
    without an object of its own that is whoever the first verb speaks of.
    """
    up = s.heads[i]
    done = s.among(i, "harming_verbs") or s.among(i, "capturing_verbs")
    beside = s.deps[i] in ROW and s.tags[i] in {"VBD", "VBN"} and done
    own = s.kid(i, "nsubj", "nsubjpass", "aux", "auxpass", "ccomp", "xcomp", "mark")
    own = next((k for k in s.kids(i, "dobj") if not says_when(s, k)), own)
    return beside and own is None and up < i and s.is_verb(up) and passive(s, up)


def _is_captive(s: Sentence, i: int) -> bool:
    """Return whether whoever stands before the verb is taken: "Three men arrested in Lyon", and
    without a full stop killed: "Woman killed in Lyon".

    Headlines leave the auxiliary out; whoever arrests arrests somebody.
    """
    killed = s.among(i, "effect_verbs") and s.words[-1] not in {".", "!", "?", '"', "'"}
    harmed = s.among(i, "capturing_verbs") or killed
    counted = any(s.tags[k] == "DT" for k in s.kids(i, "advmod"))  # "police detained both"
    return harmed and _has_subject_alone(s, i) and s.kid(i, "conj") is None and not counted


def _is_felled(s: Sentence, i: int) -> bool:
    """Return whether a headline's subject was shot: "Editor shot dead in Lima", "shot in Lima"."""
    if not s.among(i, "felling_verbs") or not _has_subject_alone(s, i):
        return False
    if s.kid(i, "oprd", "acomp") is not None:
        return True
    places = [p for p in s.kids(i, "prep") if s.among(p, "scene_prepositions")]
    return any(s.is_proper(k) for p in places for k in s.kids(p, "pobj"))


def _is_judged(s: Sentence, i: int) -> bool:
    """Return whether a headline's subject is blamed or praised: "Chad blamed for raid".

    Whoever blames or praises blames somebody.
    """
    judged = s.among(i, "blaming_verbs") or s.among(i, "appraising_verbs")
    if not judged or not _has_subject_alone(s, i):
        return False
    return any(s.among(p, "charging_prepositions") for p in s.kids(i, "prep"))


def _is_handed(s: Sentence, i: int) -> bool:
    """Return whether a headline's subject was sent or handed over: "Navy sent to Galle".

    Whoever sends or hands over does so with something.
    """
    if not s.among(i, "sending_verbs") or s.words[-1] in {".", "!", "?", '"', "'"}:
        return False
    own = [k for k in s.kids(i, "dobj", "aux", "auxpass", "ccomp", "xcomp", "agent") if k > i]
    whole = not own and s.kid(i, "aux") is None
    given = any(s.is_noun(k) for k in s.kids(i, "dative"))
    past = s.tags[i] in {"VBD", "VBN"} and s.deps[i] in {"ROOT", "ccomp", "conj", "parataxis"}
    return past and whole and not given and s.kid(i, "nsubj") is not None


def _has_subject_alone(s: Sentence, i: int) -> bool:
    """Return whether the main verb is one past form with a subject, and nothing that it governs."""
    alone = s.kid(i, "dobj", "aux", "auxpass", "dative", "ccomp", "xcomp", "prt") is None
    past = s.tags[i] in {"VBD", "VBN"} and s.heads[i] == i
    return past and alone and s.kid(i, "nsubj") is not None


def takes_side(s: Sentence, i: int) -> bool:
    """Return whether a participle tells how its subject stands, and not what was done to it:
    "groups opposed to the deal", "were engaged in combat"."""
    ways = [k for k in s.kids(i, "prep") if k > i and s.words[k].lower() in {"to", "in"}]
    return s.among(i, "siding_participles") and bool(ways)


def agents(s: Sentence, i: int) -> list[int]:
    """Return who does passive verb i, from its "by" phrase."""
    found = [k for k in prepositions(s, i, "by") if not _due(s, k)]
    if found:
        return found
    told = s.kid(i, "prep") is not None  # "mailed to delegates and obtained by a paper"
    for k in () if told else s.kids(i, "conj"):  # "was arrested and beaten by police"
        own = s.kid(k, "nsubj", "nsubjpass", "aux") is not None  # "was freed and has been seen by"
        if passive(s, k) and not own:
            found = found or agents(s, k)
    if found:
        return found
    if s.among(i, "forcing_verbs"):  # "were made to leave by the guards"
        for k in s.kids(i, "xcomp"):
            found = found or ([] if passive(s, k) else prepositions(s, k, "by"))
    if found:
        return found
    inside = [p for p in s.kids(i, "prep") if not s.among(p, "presupposing_prepositions")]
    below = [*s.kids(i, "dobj", "oprd"), *(k for p in inside for k in s.kids(p, "pobj"))]
    return next((deep for k in below if (deep := prepositions(s, k, "by"))), [])


def _due(s: Sentence, k: int) -> bool:
    """Return whether "by" tells until when, not who: "be freed by Friday", "by 3 May"; a bare month
    may be somebody's name."""
    bare = s.among(k, "months") and s.kid(k, "nummod") is None
    return says_when(s, k) and not bare
