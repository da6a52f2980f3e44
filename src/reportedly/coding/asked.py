"""What the coder is asked beside claims: attributions, factuality, places of a text.

All of it is read off the same judged analyses as the claims, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
    number = factualities_of(article, [span], tools)[0]
    if number is None:
        raise UsageError(f"no word at {span[0]}..{span[1]}")
    return number


def factualities_of(
    article: Article, spans: Sequence[tuple[int, int]], tools: Tools
) -> list[float | None]:
    """Return factuality_of each span, None where no word lies in it; the text is read once."""
    found: list[float | None] = [None] * len(spans)
    day = publication_day(article)
    for analysis in analyses(article, tools):
        for at, span in enumerate(spans):
            inside = analysis.sentence.covered(*span) if found[at] is None else []
            if inside:
                found[at] = _number(inside, analysis, day, tools)
    return found


def _number(inside: Sequence[int], analysis: Analysis, day: date | None, tools: Tools) -> float:
    """Return the factuality of the first verb among the tokens, else of the last token."""
    s = analysis.sentence
    i = next((k for k in inside if s.is_verb(k)), inside[-1])
    draft = _draft_at(i, analysis)
    if draft is None:
        return analysis.judge.judge(i).number
    return settled(draft, analysis, day, tools.times)[0].number


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
