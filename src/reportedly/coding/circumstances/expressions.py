"""Every time expression of an article, whether or not an act lies at it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.when import directed, presented, record
from reportedly.coding.presentation.mood import Mood
from reportedly.coding.times import TimeFinder, TimeMention
from reportedly.coding.times.spells import UNKNOWN, Spell
from reportedly.records import Time

Dated = tuple[Analysis, dt.date | None]


def expressions(sentences: Iterable[Dated], times: TimeFinder) -> Iterator[Time]:
    """Yield the times of the sentences, each with its day of publication, in text order.

    An expression is read as the act at it has it, else by the tense of the word that it hangs on.
    One that counts from another time ("the next day") counts, where its own sentence tells none,
    from that told last before it: no claim goes so far.
    """
    told = UNKNOWN
    for analysis, published in sentences:
        found = list(_of_sentence(analysis, published, times, told))
        told = next(filter(None, map(_story_time, reversed(found))), told)
        taken = _taken(analysis, published, times) if found else {}
        own = [_agreed(record(one, analysis.sentence), taken) for one in found]
        other = _lengths(analysis, found, times)
        yield from sorted([*own, *other], key=lambda time: time.text_start)


def _agreed(time: Time, taken: Mapping[tuple[int, int], Time]) -> Time:
    """Return the time as the act at it has it, unless that act leaves its days open."""
    its = taken.get((time.text_start, time.text_end))
    return its if its is not None and (its.start or its.end) else time


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


def _story_time(one: TimeMention) -> Spell | None:
    """Return the days at which the story is after an expression; None where it tells none."""
    if one.limit or one.from_day is None or one.to_day is None:
        return None
    return Spell(one.from_day, one.to_day)


def _of_sentence(
    analysis: Analysis, published: dt.date | None, times: TimeFinder, told: Spell
) -> Iterator[TimeMention]:
    """Yield the dated expressions of one sentence in text order."""
    found = {past: _by_span(analysis, published, past, times, told) for past in (True, False)}
    for span in sorted(found[False]):  # what is found after a past tense is found after any other
        past = _past(analysis, span, published, times)
        if span in found[past]:
            one = directed(found[past][span], analysis.sentence, published, times)
            yield replace(one, from_day=None, to_day=None) if _names(analysis, one, times) else one


def _names(analysis: Analysis, one: TimeMention, times: TimeFinder) -> bool:
    """Return whether a feast only names a kind of thing: "Christmas sales"."""
    s = analysis.sentence
    feast = s.text[one.start : one.end].lower()
    if feast not in times.words.feasts and feast not in times.words.movable:
        return False
    last = max(s.covered(one.start + s.offset, one.end + s.offset))
    nouns = (s.heads[last], *s.kids(s.heads[last], "conj"))
    named = next((k for k in nouns if k > last and s.is_noun(k) and not s.is_proper(k)), None)
    return (
        s.deps[last] in {"compound", "nmod"}
        and named is not None
        and named not in analysis.triggers
    )


def _lengths(analysis: Analysis, found: Iterable[TimeMention], times: TimeFinder) -> Iterator[Time]:
    """Yield the lengths of time that no dated expression overlaps."""
    taken = [(one.start, one.end) for one in found]
    for one in times.lengths(analysis.sentence.text):
        if all(one.end <= start or one.start >= end for start, end in taken):
            yield record(one, analysis.sentence)


def _by_span(
    analysis: Analysis, published: dt.date | None, past: bool, times: TimeFinder, told: Spell
) -> dict[tuple[int, int], TimeMention]:
    found = times.find(analysis.sentence.text, published=published, past=past, told=told)
    return {(one.start, one.end): one for one in found}


def _past(
    analysis: Analysis, span: tuple[int, int], published: dt.date | None, times: TimeFinder
) -> bool:
    """Return whether the verb or act that the expression hangs on lies in the past.

    In a fragment without one it does, as most of what news tells.
    """
    s = analysis.sentence
    inside = s.covered(span[0] + s.offset, span[1] + s.offset)
    top = next((t for t in inside if s.heads[t] not in inside or s.heads[t] == t), None)
    if top is None:
        return True
    above = (t for t in (top, *s.path(top)) if s.is_verb(t) or t in analysis.triggers)
    governor = next(above, None)
    if governor is None:
        return True
    return presented(governor, analysis, published, times)[0].mood < Mood.FUTURE
