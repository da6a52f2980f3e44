"""HTML page to Article: every block labelled, joined to one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.errors import ReadingError
from reportedly.reading.dates import Stamp, find_when
from reportedly.reading.hints import hints
from reportedly.reading.html.blocks import Block, Page, read_blocks
from reportedly.reading.html.comments import label_remarks, untold
from reportedly.reading.html.faq import key, label_faq
from reportedly.reading.html.jsonld import LinkedData, read_linked_data
from reportedly.reading.html.mainpart import MainText, main_text
from reportedly.reading.html.markup import Mark
from reportedly.reading.html.metadata import page_title, read_facts
from reportedly.reading.language import require_english
from reportedly.reading.parts import (
    BODY,
    BOILERPLATE,
    CAPTION,
    HEADLINE,
    Facts,
    Label,
    answer,
    build,
    cut,
    join,
    question,
    subheading,
)
from reportedly.reading.text.bylines import read_byline
from reportedly.reading.text.lines import (
    count_words,
    is_date_line,
    is_heading,
    is_paragraph,
)
from reportedly.reading.text.sections import alike
from reportedly.records import Article, SectionKind

_TOLD = (SectionKind.HEADLINE, SectionKind.BODY, SectionKind.FAQ_ANSWER)


def read_html(
    html: str, where: str, *, url: str | None = None, facts: Facts | None = None
) -> Article:
    """Return the article of an HTML page. What facts say wins over what the page says.

    Raises ReadingError for a page without a report, TooLarge, WrongLanguage.
    """
    page = read_blocks(html, where)
    data = read_linked_data(page.tree)
    known = (facts or Facts()).or_else(read_facts(page, data, url))
    main = main_text(html, page, [data.body])
    labelled = _label(page, data, known, main)
    if not any(label.kind in _TOLD[1:] for _, label in labelled):
        raise ReadingError(
            where, f"no report found on the page ({len(page.blocks)} paragraphs, all furniture)"
        )
    text, spans = join(words for words, _ in labelled)
    told = "\n".join(words for words, label in labelled if label.kind in _TOLD)
    language = require_english(told, where)
    sections = cut(spans, [label for _, label in labelled])
    return build(text, sections, replace(known, language=language or known.language), where)


def _label(page: Page, data: LinkedData, facts: Facts, main: MainText) -> list[tuple[str, Label]]:
    """Return every block's text with its label, in page order."""
    blocks = page.blocks
    labels = label_faq(blocks, data.questions)
    labels.update(label_remarks(page, data))
    headline = _headline(blocks, facts, labels, page_title(page.tree))
    if headline is not None:
        labels[headline] = HEADLINE
    for at, block in enumerate(blocks):
        if at not in labels:
            labels[at] = _label_alone(block, main)
    _mend_body(blocks, labels, headline)
    _label_headings(blocks, labels, main)
    updates = data.updates
    told = [(key(words), time) for words, time in updates]
    printed = _printed_times(blocks, labels)
    labelled = [
        (
            block.text,
            _timed(labels[at], block.place.time or _time_told(block, told) or printed.get(at)),
        )
        for at, block in enumerate(blocks)
    ]
    if not any(label.kind is SectionKind.BODY for _, label in labelled):
        labelled += [(line, BODY) for line in data.body.split("\n") if line]
        labelled += [
            (line, _timed(BODY, time)) for words, time in updates for line in words.split("\n")
        ]
    if headline is None and facts.title:
        labelled.insert(0, (facts.title, HEADLINE))
    return labelled + _hidden_faq(blocks, data, labels) + untold(page, data)


def _time_told(block: Block, updates: Sequence[tuple[str, Stamp]]) -> Stamp | None:
    """Return the time of the update that holds a paragraph, as the page's own data have it."""
    wanted = key(block.text) if updates else ""
    return next((time for words, time in updates if wanted and wanted in words), None)


def _printed_times(blocks: Sequence[Block], labels: dict[int, Label]) -> dict[int, Stamp]:
    """Return the times of paragraphs below lines that are nothing but a date and a time of day.

    One such line dates the report; two with paragraphs below them are posts of a live page.
    """
    found: dict[int, Stamp] = {}
    posts: set[Stamp] = set()
    current: Stamp | None = None
    for at, block in enumerate(blocks):
        when = find_when(block.text) if is_date_line(block.text) else None
        whole = when is not None and when.clock and when.end - when.start == len(block.text)
        if when is not None and when.stamp and whole:
            current = when.stamp
        elif current and labels[at].kind is SectionKind.BODY:
            found[at] = current
            posts.add(current)
    return found if len(posts) > 1 else {}


def _timed(label: Label, time: Stamp | None) -> Label:
    """Return the label of a post of a live page, with its time; others as they are."""
    return replace(label, time=time) if time and label.kind is SectionKind.BODY else label


def _headline(
    blocks: Sequence[Block], facts: Facts, labels: dict[int, Label], tab: str
) -> int | None:
    """Return which block is the headline, or None; tab is the title that the browser shows."""
    able = [
        at
        for at, block in enumerate(blocks)
        if at not in labels and block.place.mark in (Mark.NONE, Mark.BOILERPLATE)
    ]
    titles = [at for at in able if blocks[at].level or at in able[:12]]
    for at in sorted(titles, key=lambda at: (blocks[at].level or 9, at)):
        if facts.title and alike(blocks[at].text, facts.title):
            return at
    own = [
        at
        for at in able
        if blocks[at].level == 1 and blocks[at].text != facts.publisher
        if not (tab.endswith(blocks[at].text) and tab != blocks[at].text)
    ]
    inside = [at for at in own if blocks[at].place.article]
    return next(iter(inside or own), None) or _second_rank(blocks, able)


def _second_rank(blocks: Sequence[Block], able: Sequence[int]) -> int | None:
    """Return the heading above the first paragraph: where the site's name has taken <h1>."""
    for at in able:
        if blocks[at].level == 2:
            return at
        if is_paragraph(blocks[at].text):
            break
    return None


def _label_alone(block: Block, main: MainText) -> Label:
    """Return what a block is by itself; headings are told by what follows them."""
    text, mark = block.text, block.place.mark
    if mark is Mark.CAPTION:
        return CAPTION
    if mark is Mark.FURNITURE or block.level or _is_noise(block):
        return BOILERPLATE
    if mark is Mark.BOILERPLATE:
        # a name such as class="meta" may mislead; the extractor's word then counts for more
        running = is_paragraph(text) and count_words(text) >= 12 and block.links < 0.3
        return BODY if running and main.holds(text) else BOILERPLATE
    if main.holds(text):
        return BODY
    inside = block.place.article or not main
    return BODY if inside and is_paragraph(text) and block.links < 0.5 else BOILERPLATE


def _mend_body(blocks: Sequence[Block], labels: dict[int, Label], headline: int | None) -> None:
    """Take paragraphs next to the body into it, and kickers above it out of it."""
    last = -9
    for at, block in enumerate(blocks):
        running = is_paragraph(block.text) and count_words(block.text) >= 12
        # an anchor that nobody closed makes a link of all that follows, body and all
        running = running and (block.links < 0.3 or (last >= 0 and blocks[last].links > 0.9))
        plain = block.place.mark is Mark.NONE and block.place.tag == "p" and not _is_noise(block)
        if labels[at] == BOILERPLATE and running and plain and at - last <= 2:
            labels[at] = BODY
        if labels[at].kind is SectionKind.BODY:
            last = at
    for at in range((headline if headline is not None else len(blocks)) + 1, len(blocks)):
        words = count_words(blocks[at].text)
        if labels[at].kind is SectionKind.BODY and (is_paragraph(blocks[at].text) or words > 8):
            break
        if labels[at] == BODY and blocks[at].level is None and blocks[at].place.tag != "li":
            labels[at] = BOILERPLATE


def _is_noise(block: Block) -> bool:
    line = block.text
    if hints().is_line("boilerplate", line) or read_byline(line) or is_date_line(line):
        return True
    return block.links > 0.8 and not is_paragraph(line)


def _label_headings(blocks: Sequence[Block], labels: dict[int, Label], main: MainText) -> None:
    """Label subheadings: headings, or bold lines, that body text follows. Last ones first."""
    body = (at for at in range(len(blocks)) if labels[at].kind is SectionKind.BODY)
    first = next(body, len(blocks))
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if block.place.mark is not Mark.NONE or labels[at] not in (BODY, BOILERPLATE):
            continue
        bold = block.bold > 0.95 and is_heading(block.text)
        if not (block.level or bold) or hints().is_line("boilerplate", block.text):
            continue
        inside = block.level is None or block.place.article or not main or first < at
        if inside and count_words(block.text) <= 30 and _body_follows(blocks, labels, at):
            labels[at] = subheading(block.level or 2)


def _body_follows(blocks: Sequence[Block], labels: dict[int, Label], at: int) -> bool:
    short = 0
    for later in range(at + 1, min(at + 6, len(blocks))):
        label = labels[later]
        if label.kind is SectionKind.CAPTION:
            continue
        if label.kind is SectionKind.BOILERPLATE and count_words(blocks[later].text) <= 6:
            short += 1
            if short <= 2 and blocks[later].level is None:
                continue
        return label.kind is SectionKind.BODY
    return False


def _hidden_faq(
    blocks: Sequence[Block], data: LinkedData, labels: dict[int, Label]
) -> list[tuple[str, Label]]:
    """Return the questions that stand only in the page's JSON-LD, as blocks to add."""
    whole = key(" ".join(block.text for block in blocks)) if data.questions else ""
    pair = 1 + max((label.pair for label in labels.values() if label.pair is not None), default=-1)
    added: list[tuple[str, Label]] = []
    for asked, told in data.questions[:1000]:
        if key(asked) not in whole:
            added.append((asked, question(pair)))
            added += [(line, answer(pair)) for line in told.split("\n")]
            pair += 1
    return added
