"""One article → its claims. The order of the steps, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.coding.analysis import Analysis, analyse, completed
from reportedly.coding.assemble import Setting, assemble
from reportedly.coding.attributions import records
from reportedly.coding.bounds import pieces
from reportedly.coding.links import linked
from reportedly.coding.memory import Memory
from reportedly.coding.places import following_region
from reportedly.coding.quotes import Quotes
from reportedly.coding.status import Judge
from reportedly.coding.tools import Tools
from reportedly.coding.topics import contexts_of
from reportedly.coding.whenwhere import Circumstances
from reportedly.coding.where import Located, locate_all
from reportedly.errors import UsageError
from reportedly.records import Article, Attribution, Claim, Place, Section, SectionKind

#: "WASHINGTON (AP) —", "Harare, Zimbabwe –" before the first sentence: no part of it
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’ -]{2,30}(?:, [A-Z][\w.]*(?: [A-Z][a-z]+)?)?|[A-Z]\w+, [A-Z]\w+)"
    r"(?: \([^)]{2,30}\))? ?(?:--|[-–—]) "
    r"|[A-Z][\w.]+(?: [A-Z]\w+)? \((?:AP|AFP|Reuters|CNN|UPI)\) ?(?:--|[-–—]) "
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a section: its text and where it begins in the article."""

    section: Section
    text: str
    offset: int


def paragraphs(article: Article) -> Iterator[Paragraph]:
    """Yield the paragraphs of the coded sections, in text order; what is too long is left out."""
    for piece in pieces(article):
        if piece.why is not None:
            continue
        text = article.text[piece.start : piece.end]
        dateline = _DATELINE.match(text)
        skip = dateline.end() if dateline else 0
        yield Paragraph(piece.section, text[skip:], piece.start + skip)


def analyses(article: Article, tools: Tools) -> Iterator[tuple[Section, Analysis]]:
    """Yield every sentence of the article, analysed, with its section, in text order."""
    memory, quotes = Memory(), Quotes()
    comments = Memory()
    parts = list(paragraphs(article))
    when = article.published.value if article.published else None
    section = None
    held: list[Analysis] = []
    for part, sentences in zip(
        parts, tools.parser.sentences((p.text, p.offset) for p in parts), strict=True
    ):
        if section is not None and not (part.section is section and quotes.goes_on(part.text)):
            yield from ((section, one) for one in completed(held))
            held = []
        if part.section is not section:
            section, quotes = part.section, Quotes()
        quotes.paragraph(part.text)
        # a commenter's "he" must not change who the article's "he" is
        here = comments if section.kind is SectionKind.COMMENT else memory
        held += [analyse(sentence, tools, here, quotes, when) for sentence in sentences]
    if section is not None:
        yield from ((section, one) for one in completed(held))


def circumstances_of(
    article: Article, analysed: Sequence[tuple[Section, Analysis]], tools: Tools
) -> Circumstances:
    """Return the finder of times and places, with all places of the article resolved."""
    sentences = [analysis.sentence for _, analysis in analysed]
    return Circumstances(article, locate_all(sentences, tools.places))


def claims_of(article: Article, tools: Tools) -> list[Claim]:
    """Return the claims of one article, in text order. Reads no file, no clock, no network."""
    analysed = list(analyses(article, tools))
    circumstances = circumstances_of(article, analysed, tools)
    found: list[Claim] = []
    topics = contexts_of(article, [analysis for _, analysis in analysed], tools)
    for (section, analysis), contexts in zip(analysed, topics, strict=True):
        heading = section.kind is SectionKind.HEADLINE or section.level is not None
        setting = Setting(article, section, heading, contexts)
        claims = list(assemble(analysis, setting, tools, circumstances))
        found += linked(claims, analysis)
    return sorted(found, key=lambda claim: (claim.trigger.start, claim.trigger.end, claim.id))


def attributions_of(article: Article, tools: Tools) -> list[Attribution]:
    """Return every source–cue–content of the article, whether or not a claim hangs on it."""
    return records([analysis for _, analysis in analyses(article, tools)])


def places_of(article: Article, tools: Tools) -> list[Place]:
    """Return every place that the article names, in text order; unresolved ones by their text."""
    sentences = [analysis.sentence for _, analysis in analyses(article, tools)]
    located = locate_all(sentences, tools.places)
    return [place.record() for offset in sorted(located) for place in located[offset]]


def place_at(article: Article, span: tuple[int, int], tools: Tools) -> Place | None:
    """Return the place that the words at span name, told by the article's other places."""
    start, end = span
    text = article.text[start:end]
    sentences = [analysis.sentence for _, analysis in analyses(article, tools)]
    others = [
        (place.text, None)
        for found in locate_all(sentences, tools.places).values()
        for place in found
        if not (place.start < end and start < place.end)
    ]
    mention = (text, following_region(article.text, end))
    candidate = tools.places.resolve_all([mention, *others])[0]
    if candidate is None:
        return None
    return Located(start, end, text, "", candidate).record()


def factuality_of(article: Article, span: tuple[int, int], tools: Tools) -> float:
    """Return how firmly the text commits to the predicate at span: +3 … -3.

    Raises UsageError when no word lies in the span.
    """
    for _, analysis in analyses(article, tools):
        s = analysis.sentence
        inside = s.covered(*span)
        if inside:
            i = next((k for k in inside if s.is_verb(k)), inside[-1])
            return Judge(s, analysis.frames, tools.tables).judge(i).number
    raise UsageError(f"no word at {span[0]}..{span[1]}")
