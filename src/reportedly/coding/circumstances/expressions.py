"""Every time expression of a sentence, whether or not an act lies at it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.when import directed, presented, record
from reportedly.coding.presentation.mood import Mood
from reportedly.coding.times import TimeFinder, TimeMention
from reportedly.records import Time


def expressions(analysis: Analysis, published: dt.date | None, times: TimeFinder) -> Iterator[Time]:
    """Yield the times of one sentence in text order, as the acts at them have them.

    An expression that no act takes is read by the tense of the word it hangs on.
    """
    s = analysis.sentence
    found = {past: _by_span(analysis, published, past, times) for past in (True, False)}
    if not found[False]:  # what is found after a past tense is found after any other
        return
    taken = _taken(analysis, published, times)
    for span in sorted(found[False]):
        start, end = span[0] + s.offset, span[1] + s.offset
        if (start, end) in taken:
            yield taken[start, end]
            continue
        past = _past(analysis, (start, end), published, times)
        if span in found[past]:
            yield record(directed(found[past][span], s, published, times), s)


def _by_span(
    analysis: Analysis, published: dt.date | None, past: bool, times: TimeFinder
) -> dict[tuple[int, int], TimeMention]:
    found = times.find(analysis.sentence.text, published=published, past=past)
    return {(one.start, one.end): one for one in found}


def _taken(
    analysis: Analysis, published: dt.date | None, times: TimeFinder
) -> dict[tuple[int, int], Time]:
    """Return the times of the sentence's drafts by their spans; the first draft's counts."""
    taken: dict[tuple[int, int], Time] = {}
    for draft in analysis.drafts:
        _, when = presented(draft.mention.i, analysis, published, times)
        if when is not None:
            taken.setdefault((when.text_start, when.text_end), when)
    return taken


def _past(
    analysis: Analysis, span: tuple[int, int], published: dt.date | None, times: TimeFinder
) -> bool:
    """Return whether the verb or act that the expression hangs on lies in the past.

    In a fragment without one it does, as most of what news tells.
    """
    s = analysis.sentence
    inside = s.covered(*span)
    top = next((t for t in inside if s.heads[t] not in inside or s.heads[t] == t), None)
    if top is None:
        return True
    above = (t for t in (top, *s.path(top)) if s.is_verb(t) or t in analysis.triggers)
    governor = next(above, None)
    if governor is None:
        return True
    return presented(governor, analysis, published, times)[0].mood < Mood.FUTURE
