"""Times that hang on another event that the sentence dates: "since the vote in April"."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import head_of
from reportedly.coding.circumstances.dating import counts_since
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeFinder, TimeMention

#: what may tell how far the act goes, and how: before something in May is by the end of May;
#: "after" leaves open how long after
_BOUNDS = {"since": "since", "until": "until", "before": "until"}


def anchored(
    i: int, analysis: Analysis, found: Sequence[TimeMention], times: TimeFinder
) -> TimeMention | None:
    """Return the bound that a dated event gives the act at token i, or None.

    found: the times of the sentence.
    """
    s = analysis.sentence
    carrier = analysis.slots.lending.carriers.get(i, i)
    for mention in found:
        opener = _opener(s, mention, (i, carrier))
        limit = times.words.limits.get(s.words[opener].lower()) if opener is not None else None
        if opener is None or limit not in _BOUNDS or mention.limit:
            continue
        if limit == "since" and _ranked(s, i, opener):
            continue
        return times.limited(mention, _BOUNDS[limit], s.starts[opener] - s.offset)
    return None


def _opener(s: Sentence, found: TimeMention, acts: Sequence[int]) -> int | None:
    """Return the word between an act and the event that the time dates: "since"."""
    top = head_of(s, (found.start + s.offset, found.end + s.offset))
    if top is None:
        return None
    event = next((up for up in s.path(top) if s.is_verb(up) or s.is_noun(up)), None)
    if event is None:
        return None
    if s.is_verb(event):
        mark = s.kid(event, "mark", "advmod")
        return mark if s.deps[event] == "advcl" and s.heads[event] in acts else None
    above = s.heads[event]
    hangs = s.deps[event] == "pobj" and s.heads[above] in acts
    return above if hangs and above < event and s.starts[above] < found.start + s.offset else None


def _ranked(s: Sentence, i: int, since: int) -> bool:
    """Return whether something between act and "since" is ranked: "the worst attack since"."""
    between = range(min(i, since), since)
    return counts_since(s, since) or any(
        s.tags[k] in {"JJS", "RBS"} or s.among(k, "ranking_words") for k in between
    )
