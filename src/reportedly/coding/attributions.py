"""Every source, cue and content of an article as public records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.coding.analysis import Analysis
from reportedly.coding.voices.extent import attribution, spans
from reportedly.records import Attribution, Span


def records(analyses: Sequence[Analysis]) -> list[Attribution]:
    """Return the attributions of the sentences, in text order of their cues.

    A quotation over several sentences is one attribution with several spans. What a quoted
    speaker reports in turn is part of the quotation, no attribution of the article. Of two
    readings of a cue ("citing officials") the one whose source is its subject is given, and a noun
    ("the idea that …") only with its source.
    """
    more = _carried(analyses)
    found = []
    for analysis in analyses:
        s = analysis.sentence
        twice = {said.cue for said in analysis.said if not said.entry.speech}
        for said in sorted((*analysis.said, *analysis.elsewhere), key=lambda one: one.cue):
            content = [*spans(s, said.content), *more.get(id(said), ())]
            vague = said.entry.pos == "noun" and said.source is None
            deed = said.entry.deed
            second = said.entry.speech and said.cue in twice
            if said.quoted or vague or second or deed or not content:
                continue
            content.sort(key=lambda one: one.start)
            found.append(attribution(s, said.source, said.cue, said.content, content))
    return found


def _carried(analyses: Iterable[Analysis]) -> dict[int, list[Span]]:
    """Return what speakers say in other sentences than their own, by the id of the Said."""
    found: dict[int, list[Span]] = {}
    for analysis in analyses:
        for one in analysis.speeches:
            if one.carried and one.said is not None:
                found.setdefault(id(one.said), []).extend(spans(analysis.sentence, one.content))
    return found
