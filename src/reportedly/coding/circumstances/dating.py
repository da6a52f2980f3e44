"""Which time of a sentence belongs to which act: what a time may date, beside where it hangs.

A year before a noun is that noun's. What is remembered, and what lies before or after, has not
the day of the sentence.
"""

from __future__ import annotations

import datetime as dt
import re

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import belongs
from reportedly.coding.circumstances.beside import SPOKEN_AHEAD, beside, spoken_before
from reportedly.coding.circumstances.candidate import Candidate, candidate
from reportedly.coding.circumstances.direction import put_off
from reportedly.coding.circumstances.misfits import misfit, moved_up, put_in
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeMention
from reportedly.records import Basis, ClaimKind

#: labels of what stands before its noun and belongs to it alone
_BEFORE_NOUN = frozenset({"poss", "compound", "nmod", "nummod", "amod", "npadvmod"})
_RANK = re.compile(r"\d+(?:st|nd|rd|th)")
_FORWARD = frozenset({"until", "by", "before", "from"})


def tie(
    i: int, analysis: Analysis, found: TimeMention, published: dt.date | None, *, past: bool
) -> int:
    """Return how closely the time belongs to the act at token i; 0: not at all.

    published: the day of the article; past: whether the act is told as one of the past.
    """
    one = candidate(i, analysis, found, published, past=past)
    if one is None or _limits_content(one) or _counts(one.s, found):
        return 0
    noun = _noun_behind(one)
    if noun is not None:
        return _of_noun(one, noun)
    if _remembered(i, one.s) and not _its_own(one):
        return 0
    if _apart(one) or misfit(one) or spoken_before(one):
        return 0
    if (verb := put_off(one.s, one.top)) is not None:
        return _of_put_off(one, verb)
    if (above := moved_up(one) or put_in(one)) is not None:
        return 1 if above == i else 0
    close = belongs(i, analysis, one.span, one.hung)
    if close and (_shares_since(one) or _too_far(one, close)):
        return 0
    return close or beside(one)


def _too_far(one: Candidate, close: int) -> bool:
    """Return whether "recently" stands with another word than the noun."""
    carried = one.i in one.analysis.slots.lending.carriers
    recent = one.vague and one.found.to_day is not None
    return recent and close < 2 and one.s.is_noun(one.i) and not carried


def _of_put_off(one: Candidate, verb: int) -> int:
    """Return the tie of that time to what is put off; a range of both days is nobody's."""
    s = one.s
    moved = s.kids(verb, "dobj", "nsubjpass")
    ranged = s.text[one.found.start :].lower().startswith("from ")
    return 1 if not ranged and any(one.i in (k, *s.kids(k, "compound")) for k in moved) else 0


def _shares_since(one: Candidate) -> bool:
    """Return whether "since" stands with a later verb: "beaten and not paid since August"."""
    governor = one.governor
    behind = governor is not None and one.i < governor
    return one.found.limit in {"since", "from"} and behind and one.s.is_verb(one.i)


def _noun_behind(one: Candidate) -> int | None:
    """Return the noun that the time stands before: "the 1983 bombing", "last year's raid"."""
    s, top, span = one.s, one.top, one.span
    head = s.heads[top]
    if one.hung != top or not (head > top and s.is_noun(head) and s.deps[top] in _BEFORE_NOUN):
        return None
    inside = s.starts[top] >= span[0] and s.starts[head] >= span[1]
    between = range(top + 1, head)
    return head if inside and not any(s.words[k] in {",", "–", "—"} for k in between) else None


def _of_noun(one: Candidate, noun: int) -> int:
    """Return the tie of a time before a noun to an act: the noun's own, or what lies during it."""
    s, i, analysis = one.s, one.i, one.analysis
    if noun == i or (s.heads[i] == noun and s.deps[i] in {"compound", "amod", "nmod"}):
        return 3
    if s.heads[i] == noun and s.deps[i] == "acl" and s.tags[i] == "VBN":
        return 3  # "the 1991 accord reached in Rome"
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


def _its_own(one: Candidate) -> bool:
    """Return whether a time behind a remembered act must be its own: with a year, or "of"."""
    above = one.s.heads[one.top]
    near = one.i in one.s.path(one.top)
    return near and (one.found.basis is Basis.STATED or one.s.lemmas[above] == "of")


def _apart(one: Candidate) -> bool:
    """Return whether the act lies before or after what the time dates: "on Monday after the raid".

    A time right behind the act is its own: "until a raid seven weeks ago".
    """
    s, i, top = one.s, one.i, one.top
    if s.is_verb(i) or top in s.subtree(i):
        return False
    governor = one.governor
    for up in s.path(one.analysis.slots.lending.carriers.get(i, i)):
        if s.among(up, "order_prepositions"):
            return top < up or (governor is not None and i < governor < top)
        if up == governor:
            return False
    return False


def _limits_content(one: Candidate) -> bool:
    """Return whether the time only limits what the act asks or promises: "by the end of May"."""
    draft = one.analysis.draft_at(one.i)
    if draft is None or one.top < one.i:
        return False
    if draft.type not in SPOKEN_AHEAD and draft.entry.kind is not ClaimKind.WANT:
        return False
    return one.found.limit in _FORWARD or (one.past and one.ahead)


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
