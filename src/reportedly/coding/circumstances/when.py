"""When an act is said to lie, and what tense and date make of its status."""

from __future__ import annotations

import datetime as dt

from reportedly import ontology
from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import nearest
from reportedly.coding.participants.draft import Draft
from reportedly.coding.presentation.mood import Mood, Reading
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeFinder, TimeMention
from reportedly.records import Article, ClaimKind, Time

#: quads of words: present tense reports them as done
SPOKEN = frozenset({1, 3})


def settled(
    draft: Draft, analysis: Analysis, published: dt.date | None, times: TimeFinder
) -> tuple[Reading, Time | None]:
    """Return how the draft's act is presented in the end, and when it is said to lie.

    The time is None where the text is silent. published: the day of the article, or None.
    """
    reading, s = tensed(draft, analysis), analysis.sentence
    found = times.find(s.text, published=published, past=reading.mood < Mood.FUTURE)
    when = _time(draft, analysis, found)
    return _dated(reading, when, published), when


def tensed(draft: Draft, analysis: Analysis) -> Reading:
    """Return the reading with the present tense settled: going on in a text, done in a headline."""
    s, reading, i = analysis.sentence, draft.reading, draft.mention.i
    if analysis.heading or reading.mood is not Mood.PAST or not reading.positive:
        return reading
    present = s.tags[i] in {"VBZ", "VBP"}
    state = draft.entry.kind is not ClaimKind.EVENT
    if state and s.deps[i] in {"acomp", "oprd"}:
        present = s.tags[s.heads[i]] in {"VBZ", "VBP"}
    if present and (state or draft.type is None or ontology.quad(draft.type) not in SPOKEN):
        return reading.after("ongoing")
    return reading


def _time(draft: Draft, analysis: Analysis, found: list[TimeMention]) -> Time | None:
    """Return which of the times found in the sentence is the draft's, None where none is."""
    s = analysis.sentence
    best = nearest(draft, analysis, [(m.start + s.offset, m.end + s.offset) for m in found])
    return None if best is None else _record(found[best], s)


def _dated(reading: Reading, when: Time | None, published: dt.date | None) -> Reading:
    """Return the reading as planned where its time lies after publication: "is visiting"."""
    if when is None or when.start is None or published is None:
        return reading
    if reading.mood < Mood.FUTURE and when.start > published.isoformat():
        return reading.after("planned")
    return reading


def publication_day(article: Article) -> dt.date | None:
    """Return the day of publication; None when it is unknown or known by year or month only."""
    if article.published is None:
        return None
    try:
        return dt.date.fromisoformat(article.published.value[:10])
    except ValueError:
        return None


def _record(found: TimeMention, s: Sentence) -> Time:
    return Time(
        text=s.text[found.start : found.end],
        text_start=found.start + s.offset,
        text_end=found.end + s.offset,
        start=found.from_day.isoformat() if found.from_day else None,
        end=found.to_day.isoformat() if found.to_day else None,
        grain=found.grain,
        basis=found.basis,
    )
