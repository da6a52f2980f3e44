"""Which time of a sentence belongs to which act: what a time may date, beside where it hangs.

A year before a noun is that noun's. What is remembered, and what lies before or after, has not
the day of the sentence.
"""

from __future__ import annotations

import re

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import belongs, head_of
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeMention
from reportedly.records import Basis, ClaimKind

#: labels of what stands before its noun and belongs to it alone
_BEFORE_NOUN = frozenset({"poss", "compound", "nmod", "nummod", "amod", "npadvmod"})
#: types of acts that speak of what is to come: what limits it is no time of theirs
_AHEAD = frozenset({"REQUEST", "AGREE", "THREATEN"})
#: types of acts that bring another about at once: "forced them to leave"
_BRINGING = frozenset({"COERCE", "CONCEDE", "RETREAT"})
_RANK = re.compile(r"\d+(?:st|nd|rd|th)")
_FORWARD = frozenset({"until", "by", "before"})


def tie(i: int, analysis: Analysis, found: TimeMention) -> int:
    """Return how closely the time belongs to the act at token i; 0: not at all."""
    s = analysis.sentence
    span = (found.start + s.offset, found.end + s.offset)
    top = head_of(s, span)
    if top is None or _limits_content(i, analysis, top, found) or _counts(s, found):
        return 0
    noun = _noun_behind(s, top, span)
    if noun is not None:
        return _of_noun(i, analysis, noun)
    if _remembered(i, s) and not _its_own(s, top, i, found):
        return 0
    if _apart(i, analysis, top):
        return 0
    if (put_off := _put_off(s, top)) is not None:
        return _of_put_off(i, analysis, put_off, found)
    close = belongs(i, analysis, span)
    if close and (_told_aside(s, top) or _shares_since(i, s, top, found)):
        return 0
    return (
        close
        or _brought_about(i, analysis, top, found)
        or _told_behind(i, s, span)
        or _cleft(i, s, top)
        or _goes_on(i, analysis, found, span)
    )


def looks_ahead(s: Sentence, found: TimeMention) -> bool:
    """Return whether the time lies ahead whatever the tense: "put off until", "is set for"."""
    top = head_of(s, (found.start + s.offset, found.end + s.offset))
    if top is None:
        return False
    if _put_off(s, top) is not None:
        return True
    above = s.heads[top]
    verb = s.heads[above]
    if s.lemmas[above] != "for" or s.deps[above] != "prep" or not s.among(verb, "scheduling_verbs"):
        return False
    return not any(s.tags[k] == "VBD" for k in (verb, *s.kids(verb, "aux", "auxpass")))


def _put_off(s: Sentence, top: int) -> int | None:
    """Return the verb of "put off until Monday", where the time is that which comes instead."""
    above = s.heads[top] if s.deps[top] == "pobj" else top
    if not s.among(above, "postponing_prepositions"):
        return None
    verb = next((up for up in s.path(above) if s.is_verb(up)), above)
    bare = s.kid(verb, "prt", "advmod") is None
    light = s.among(verb, "pushing_verbs") and bare
    return verb if s.among(verb, "postponing_verbs") and not light else None


def _of_put_off(i: int, analysis: Analysis, verb: int, found: TimeMention) -> int:
    """Return the tie of that time to what is put off; a range of both days is nobody's."""
    s = analysis.sentence
    moved = s.kids(verb, "dobj", "nsubjpass")
    ranged = s.text[found.start :].lower().startswith("from ")
    return 1 if not ranged and any(i in (k, *s.kids(k, "compound")) for k in moved) else 0


def _told_aside(s: Sentence, top: int) -> bool:
    """Return whether the time stands in an apposition: "a note, the 61st this year"."""
    for up in s.path(top):
        if s.is_verb(up):
            return False
        if s.deps[up] == "appos":
            return True
    return False


def _shares_since(i: int, s: Sentence, top: int, found: TimeMention) -> bool:
    """Return whether "since" stands with a later verb: "beaten and not paid since August"."""
    governor = next((up for up in s.path(top) if s.is_verb(up)), None)
    return found.limit == "since" and governor is not None and i < governor and s.is_verb(i)


def _brought_about(i: int, analysis: Analysis, top: int, found: TimeMention) -> int:
    """Return the tie to an act whose outcome is dated: "let them go on Sunday"."""
    s = analysis.sentence
    draft = analysis.draft_at(i)
    governor = next((up for up in s.path(top) if s.is_verb(up)), None)
    if draft is None or governor is None or found.limit or s.heads[governor] != i:
        return 0
    if draft.type not in _BRINGING or s.deps[governor] not in {"xcomp", "ccomp"}:
        return 0
    finite = s.tags[governor] == "VBD" or any(
        s.tags[k] in {"VBD", "VBZ", "VBP", "MD"} for k in s.kids(governor, "aux", "auxpass")
    )
    return 0 if finite or s.kid(governor, "mark") is not None or not s.is_verb(i) else 1


def _cleft(i: int, s: Sentence, top: int) -> int:
    """Return the tie to the act of "it was in 2011 that they bombed"."""
    governor = next((up for up in s.path(top) if s.is_verb(up)), None)
    if governor is None or s.lemmas[governor] != "be" or s.heads[i] != governor or i < top:
        return 0
    subject = s.kid(governor, "nsubj", "expl")
    return 2 if subject is not None and s.lemmas[subject] == "it" and s.is_verb(i) else 0


def _told_behind(i: int, s: Sentence, span: tuple[int, int]) -> int:
    """Return the tie to the act of a when-clause behind the time: "in 2018, when it invaded"."""
    opened = [k for k in s.kids(i, "advmod") if s.lemmas[k] == "when"]
    if not opened or s.deps[i] not in {"relcl", "advcl"}:
        return 0
    before = opened[0] - 1
    before -= before >= 0 and s.words[before] == ","
    return 2 if before >= 0 and span[0] <= s.starts[before] < span[1] else 0


def _goes_on(i: int, analysis: Analysis, found: TimeMention, span: tuple[int, int]) -> int:
    """Return the tie to a participle that only goes on: "raided it on Monday, killing two"."""
    s = analysis.sentence
    head = s.heads[i]
    bare = s.kid(i, "mark", "aux", "nsubj", "prep", "advmod") is None
    if found.limit or s.tags[i] != "VBG" or s.deps[i] != "advcl" or not bare or head > i:
        return 0
    said = any(one.cue[0] <= head <= one.cue[1] for one in analysis.said)
    top = head_of(s, span)
    governor = next((up for up in s.path(top or 0) if s.is_verb(up)), None)
    outcome = governor is not None and s.deps[governor] == "xcomp" and s.heads[governor] == head
    return 1 if not said and (outcome or belongs(head, analysis, span) == 3) else 0


def _noun_behind(s: Sentence, top: int, span: tuple[int, int]) -> int | None:
    """Return the noun that the time stands before: "the 1983 bombing", "last year's raid"."""
    head = s.heads[top]
    if not (head > top and s.is_noun(head) and s.deps[top] in _BEFORE_NOUN):
        return None
    inside = s.starts[top] >= span[0] and s.starts[head] >= span[1]
    between = range(top + 1, head)
    return head if inside and not any(s.words[k] in {",", "–", "—"} for k in between) else None


def _of_noun(i: int, analysis: Analysis, noun: int) -> int:
    """Return the tie of a time before a noun to an act: the noun's own, or what lies during it."""
    s = analysis.sentence
    if noun == i or (s.heads[i] == noun and s.deps[i] in {"compound", "amod", "nmod"}):
        return 3
    if noun in analysis.triggers:
        return 0
    above = s.heads[noun]
    carrier = analysis.slots.lending.carriers.get(i, i)
    during = s.deps[noun] == "pobj" and s.among(above, "during_prepositions")
    return 1 if during and s.heads[above] in (i, carrier) else 0


def _remembered(i: int, s: Sentence) -> bool:
    """Return whether the act at noun i is only remembered: "the anniversary of the raid"."""
    if s.is_verb(i):
        return False
    for up in s.path(i):
        if s.among(up, "remembrances"):
            return True
        if s.is_verb(up):
            return False
    return False


def _its_own(s: Sentence, top: int, i: int, found: TimeMention) -> bool:
    """Return whether a time behind a remembered act must be its own: with a year, or "of"."""
    above = s.heads[top]
    return i in s.path(top) and (found.basis is Basis.STATED or s.lemmas[above] == "of")


def _apart(i: int, analysis: Analysis, top: int) -> bool:
    """Return whether the act lies before or after what the time dates: "on Monday after the raid".

    A time right behind the act is its own: "until a raid seven weeks ago".
    """
    s = analysis.sentence
    if s.is_verb(i) or top in s.subtree(i):
        return False
    governor = next((up for up in s.path(top) if s.is_verb(up)), None)
    for up in s.path(analysis.slots.lending.carriers.get(i, i)):
        if s.among(up, "order_prepositions"):
            return top < up or (governor is not None and i < governor < top)
        if up == governor:
            return False
    return False


def _limits_content(i: int, analysis: Analysis, top: int, found: TimeMention) -> bool:
    """Return whether the time only limits what the act asks or promises: "by the end of May"."""
    draft = analysis.draft_at(i)
    if draft is None or found.limit not in _FORWARD or top < i:
        return False
    return draft.type in _AHEAD or draft.entry.kind is ClaimKind.WANT


def _counts(s: Sentence, found: TimeMention) -> bool:
    """Return whether the time tells what is counted or compared, and not when the act was.

    "For the first time since May", "a note of protest, the 61st this year".
    """
    first = min(s.covered(found.start + s.offset, found.end + s.offset))
    if found.limit == "since":
        return counts_since(s, first)
    before = first - 1
    if before > 0 and s.among(before, "during_prepositions"):
        before -= 1
    if before < 1 or s.words[before - 1].lower() not in {"the", "its", "a"}:
        return False
    return s.among(before, "ranking_words") or bool(_RANK.fullmatch(s.words[before]))


def counts_since(s: Sentence, since: int) -> bool:
    """Return whether the word "since" opens no spell of the act but of what it is compared with.

    "The first raid since May", "the worst attack since the war", "for the fifth time since August".
    """
    if since > 0 and s.words[since - 1].lower() == "time":
        return True
    above = s.heads[since]
    nouns = [k for k in (above, since - 1) if k >= 0 and s.is_noun(k)]
    compared = (k for noun in nouns for k in s.children[noun] if k < since)
    return any(s.tags[k] == "JJS" or s.among(k, "ranking_words") for k in compared)
