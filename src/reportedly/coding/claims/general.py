"""What tells of no single act: general statements, and words that only open an answer."""

from __future__ import annotations

from reportedly.coding.analysis import Analysis
from reportedly.coding.participants.draft import Draft
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import ClaimKind, Status

_OPEN = frozenset({Status.ONGOING, Status.HAPPENED})
#: types of acts that are more than words
DEEDS = FORCE | {"AID", "MOBILIZE", "PROTEST", "SANCTION"}


def is_general(draft: Draft, analysis: Analysis) -> bool:
    """Return whether the draft's words tell of what is done at large, or only open an answer."""
    s = analysis.sentence
    return (
        _is_gerund_at_large(draft, s)
        or _is_usual(draft, s)
        or _is_lore(draft, analysis)
        or _opens_answer(draft, s)
        or _is_contrast(draft, s)
        or _is_of_a_kind(draft, s)
        or _is_whoever(draft, analysis)
        or _is_easy(draft, s)
        or _is_defined(draft, s)
    )


def _is_gerund_at_large(draft: Draft, s: Sentence) -> bool:
    """Return whether a gerund without a doer is only spoken of: "Hitting a guard is a crime".

    "Bombing the port killed nine" tells of a deed, "Repatriating them would help" of a plan.
    """
    i = draft.mention.i
    if s.tags[i] != "VBG" or draft.actors:
        return False
    up = s.heads[i]
    present = s.tags[up] in {"VBZ", "VBP"} or any(s.tags[k] == "MD" for k in s.kids(up, "aux"))
    if s.deps[i] == "csubj":
        if any(s.tags[k] == "MD" for k in s.kids(up, "aux")):
            return draft.reading.status is Status.HAPPENED  # "attacking ports would not help"
        objects = s.kids(i, "dobj")
        anybody = (s.words[d].lower() for k in objects for d in s.kids(k, "det"))
        at_large = any(word in {"a", "an", "any"} for word in anybody)
        return present and (at_large or any(_is_bare(s, k) for k in objects))
    return s.deps[i] in {"dobj", "xcomp", "pcomp"} and s.among(up, "defining_verbs") and present


def _is_usual(draft: Draft, s: Sentence) -> bool:
    """Return whether people of a kind do it as a rule: "Politicians usually resist cuts"."""
    i = draft.mention.i
    if s.tags[i] not in {"VBP", "VB"} or not any(
        s.among(k, "usual_adverbs") for k in s.kids(i, "advmod", "npadvmod")
    ):
        return False
    doers = s.kids(i, "nsubj")
    plural = bool(doers) and all(s.tags[k] == "NNS" and s.kid(k, "det") is None for k in doers)
    return plural and not _somebody_known(draft)


def _is_lore(draft: Draft, analysis: Analysis) -> bool:
    """Return whether bare plurals tell how the world goes: "Terrorists attack soft targets"."""
    s, i = analysis.sentence, draft.mention.i
    if s.tags[i] != "VBP" or draft.reading.status not in _OPEN or analysis.heading:
        return False
    if s.words[len(s) - 1] not in {".", '"', "”"} or analysis.resolver.scene.names:
        return False  # a headline, or somebody is named
    doers, objects = s.kids(i, "nsubj"), s.kids(i, "dobj")
    if draft.type not in DEEDS or s.kid(i, "aux", "prep", "npadvmod", "neg", "prt") is not None:
        return False
    bare = bool(doers) and all(_is_bare(s, k) for k in (*doers, *objects))
    return bare and not _somebody_known(draft)


def _opens_answer(draft: Draft, s: Sentence) -> bool:
    """Return whether the words only open an answer: "Pressed by Reyes, the mayor said"."""
    i = draft.mention.i
    up = s.heads[i]
    opens = s.deps[i] == "advcl" and i < up and s.tags[i] in {"VBN", "VBD"}
    plain = opens and s.kid(i, "aux", "auxpass", "mark", "nsubj") is None
    if any(not s.among(k, "answering_verbs") for k in s.kids(i, "xcomp")):
        return False  # "asked to leave, he said no"
    return plain and s.among(i, "questioning_verbs") and s.among(up, "answering_verbs")


def _is_contrast(draft: Draft, s: Sentence) -> bool:
    """Return whether the word only sets one thing against another: "as opposed to paying"."""
    i = draft.mention.i
    return i > 0 and s.among(i, "contrast_participles") and s.words[i - 1].lower() == "as"


def _is_of_a_kind(draft: Draft, s: Sentence) -> bool:
    """Return whether the word only tells which kind of thing is meant: "methods of torture"."""
    i = draft.mention.i
    of = s.heads[i]
    bare = s.is_noun(i) and s.kid(i, "det", "poss", "nummod", "prep", "acl", "relcl") is None
    named = s.deps[i] == "pobj" and s.words[of].lower() == "of" and not draft.actors
    defined = s.words[s.heads[of]].lower() == "definition"
    return named and (bare or defined) and s.among(s.heads[of], "ways_and_kinds")


def _is_whoever(draft: Draft, analysis: Analysis) -> bool:
    """Return whether a clause only tells which people are meant: "citizens who need help"."""
    s, i = analysis.sentence, draft.mention.i
    up = s.heads[i]
    present = s.tags[i] == "VBP" and s.kid(i, "aux", "auxpass", "neg") is None
    aside = any(s.words[k] == "," for k in range(up + 1, i))  # "unions, which want a raise"
    if s.deps[i] != "relcl" or not present or aside or draft.entry.kind is not ClaimKind.WANT:
        return False
    return (s.among(up, "any_people") or _all_of_them(s, up)) and s.kid(i, "dobj") is not None


def _all_of_them(s: Sentence, k: int) -> bool:
    picked = s.kid(k, "det", "poss", "nummod", "amod", "acl", "prep", "conj", "appos")
    return s.tags[k] == "NNS" and picked is None


def _is_bare(s: Sentence, k: int) -> bool:
    """Return whether noun k is a plural without a word that picks some out."""
    picked = s.kid(k, "det", "poss", "nummod", "compound", "relcl", "acl", "prep", "conj")
    return s.tags[k] == "NNS" and picked is None


def _somebody_known(draft: Draft) -> bool:
    return any(party.actor_id or party.country for party in draft.actors)


def _is_easy(draft: Draft, s: Sentence) -> bool:
    """Return whether it is only told how easy it is for anybody: "it is easy to blame Oslo"."""
    i = draft.mention.i
    up = s.heads[i]
    hard = up if s.among(up, "ease_adjectives") else s.kid(up, "acomp")
    to = any(s.words[k].lower() == "to" for k in s.kids(i, "aux"))
    bare = to and not draft.actors and s.kid(i, "nsubj", "nsubjpass") is None
    return bare and hard is not None and s.among(hard, "ease_adjectives")


def _is_defined(draft: Draft, s: Sentence) -> bool:
    """Return whether an act is only told what it is: "a march is one thing, murder another"."""
    i = draft.mention.i
    be = s.heads[i]
    if (
        draft.type not in FORCE | {"PROTEST"}
        or not s.is_noun(i)
        or s.deps[i] != "nsubj"
        or s.lemmas[be] != "be"
        or s.tags[be] != "VBZ"
    ):
        return False
    whose = s.kid(i, "poss", "prep", "acl", "relcl", "compound", "nummod") is not None
    a = all(s.among(k, "indefinite_articles") for k in s.kids(i, "det"))
    return s.kid(be, "attr") is not None and a and not whose and not draft.actors
