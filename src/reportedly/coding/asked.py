"""What the coder is asked beside claims: attributions, factuality, status, times, places.

All of it is read off the same judged analyses as the claims, so that they say the same.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import lru_cache

from reportedly.coding.analysis import Analysis
from reportedly.coding.attributions import records
from reportedly.coding.cast.chains import chains_of
from reportedly.coding.circumstances.expressions import expressions
from reportedly.coding.circumstances.when import presented, publication_day
from reportedly.coding.mentions.goods import quantities
from reportedly.coding.pipeline import analyses, cast_of
from reportedly.coding.places import following_region
from reportedly.coding.places.located import Located, listed
from reportedly.coding.places.outlets import outlet_of
from reportedly.coding.places.telling import Told, told_of
from reportedly.coding.presentation.mood import Reading
from reportedly.coding.staged import staged_in
from reportedly.coding.tools import Tools
from reportedly.errors import UsageError
from reportedly.records import Article, Attribution, Chain, Place, Quantity, Status, Time


def attributions_of(article: Article, tools: Tools) -> list[Attribution]:
    """Return every source–cue–content of the article, whether or not a claim hangs on it."""
    return records(list(_judged(article, tools)))


def factuality_of(article: Article, span: tuple[int, int], tools: Tools) -> float:
    """Return how firmly the text commits to the predicate at span: +3 … -3.

    Where a claim hangs on the predicate, as the claim presents it. Raises UsageError when no
    word lies in the span.
    """
    return _presented(article, span, tools)[0].number


def factualities_of(
    article: Article, spans: Sequence[tuple[int, int]], tools: Tools
) -> list[float | None]:
    """Return factuality_of each span, None where no word lies in it."""
    return [_number(article, span, tools) for span in spans]


def _number(article: Article, span: tuple[int, int], tools: Tools) -> float | None:
    try:
        return factuality_of(article, span, tools)
    except UsageError:
        return None


def status_of(article: Article, span: tuple[int, int], tools: Tools) -> Status:
    """Return how the text presents the predicate at span; raises as factuality_of."""
    return _presented(article, span, tools)[0].status


def when_of(article: Article, span: tuple[int, int], tools: Tools) -> Time | None:
    """Return when the predicate at span is said to lie; raises as factuality_of."""
    return _presented(article, span, tools)[1]


def _presented(
    article: Article, span: tuple[int, int], tools: Tools
) -> tuple[Reading, Time | None]:
    """Return how the predicate at span is presented and when it lies, as a claim on it says.

    It is the first verb that the span touches, else its last word.
    """
    for analysis in _judged(article, tools):
        s = analysis.sentence
        inside = s.covered(*span)
        if inside:
            i = next((k for k in inside if s.is_verb(k)), inside[-1])
            return presented(i, analysis, _day(article, analysis), tools.times)
    raise UsageError(f"no word at {span[0]}..{span[1]}")


def times_of(article: Article, tools: Tools) -> list[Time]:
    """Return every time expression of the article in text order, acts at them or not."""
    dated = ((one, _day(article, one)) for one in _judged(article, tools))
    return list(expressions(dated, tools.times))


def mentions_of(article: Article, tools: Tools) -> list[Chain]:
    """Return a chain of mentions for whoever and whatever place the article speaks of."""
    rows = list(staged_in(article, tools))
    return chains_of(cast_of(rows), [one.sentence for one in rows])


def _day(article: Article, analysis: Analysis) -> dt.date | None:
    return publication_day(article, analysis.section)


def quantities_of(article: Article, tools: Tools) -> list[Quantity]:
    """Return every number that counts something or is a sum of money, in text order."""
    return [q for one in _judged(article, tools) for q in quantities(one.goods)]


@lru_cache(maxsize=1)
def _judged(article: Article, tools: Tools) -> tuple[Analysis, ...]:
    """Return the article's sentences, judged: the last one is kept, as many ask of it again."""
    return tuple(analyses(article, tools))


def places_of(article: Article, tools: Tools) -> list[Place]:
    """Return every place that the article names, in text order; unresolved ones by their text."""
    found = listed(_told(article, tools), tools.places, outlet_of(article))
    return [place.record() for place in found]


def place_at(article: Article, span: tuple[int, int], tools: Tools) -> Place | None:
    """Return the place that the words at span name, told by the article's other places."""
    start, end = span
    text = article.text[start:end]
    mention = (text, following_region(article.text, end))
    told = _told(article, tools)
    found = told.meanings(tools.places, outlet_of(article), (start, end, mention))[text]
    return Located(start, end, text, found).record() if found else None


@lru_cache(maxsize=1)
def _told(article: Article, tools: Tools) -> Told:
    """Return the article's names of places: the last one is kept, as many ask of it again."""
    return told_of(_judged(article, tools), tools.places)
