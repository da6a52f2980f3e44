"""What the coder is asked beside claims: attributions, factuality, places of a text.

All of it is read off the same judged analyses as the claims, so that they say the same.
"""

from __future__ import annotations

from reportedly.coding.analysis import Analysis
from reportedly.coding.attributions import records
from reportedly.coding.circumstances.when import publication_day, settled
from reportedly.coding.participants.draft import Draft
from reportedly.coding.pipeline import analyses
from reportedly.coding.places import following_region
from reportedly.coding.places.located import Located, locate_all
from reportedly.coding.tools import Tools
from reportedly.errors import UsageError
from reportedly.records import Article, Attribution, Place


def attributions_of(article: Article, tools: Tools) -> list[Attribution]:
    """Return every source–cue–content of the article, whether or not a claim hangs on it."""
    return records(list(analyses(article, tools)))


def factuality_of(article: Article, span: tuple[int, int], tools: Tools) -> float:
    """Return how firmly the text commits to the predicate at span: +3 … -3.

    Where a claim hangs on the predicate, as the claim presents it. Raises UsageError when no
    word lies in the span.
    """
    for analysis in analyses(article, tools):
        s = analysis.sentence
        inside = s.covered(*span)
        if inside:
            i = next((k for k in inside if s.is_verb(k)), inside[-1])
            draft = _draft_at(i, analysis)
            if draft is None:
                return analysis.judge.judge(i).number
            return settled(draft, analysis, publication_day(article), tools.times)[0].number
    raise UsageError(f"no word at {span[0]}..{span[1]}")


def _draft_at(i: int, analysis: Analysis) -> Draft | None:
    """Return the draft whose trigger is token i."""
    return next((draft for draft in analysis.drafts if draft.mention.i == i), None)


def places_of(article: Article, tools: Tools) -> list[Place]:
    """Return every place that the article names, in text order; unresolved ones by their text."""
    located = locate_all([one.sentence for one in analyses(article, tools)], tools.places)
    return [place.record() for offset in sorted(located) for place in located[offset]]


def place_at(article: Article, span: tuple[int, int], tools: Tools) -> Place | None:
    """Return the place that the words at span name, told by the article's other places."""
    start, end = span
    text = article.text[start:end]
    located = locate_all([one.sentence for one in analyses(article, tools)], tools.places)
    others = [
        (place.text, None)
        for found in located.values()
        for place in found
        if not (place.start < end and start < place.end)
    ]
    mention = (text, following_region(article.text, end))
    candidate = tools.places.resolve_all([mention, *others])[0]
    if candidate is None:
        return None
    return Located(start, end, text, candidate).record()
