"""Readers' comments of a page: by markup, by JSON-LD, or by the look of their headers."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.hints import hints
from reportedly.reading.html.blocks import Block, Page
from reportedly.reading.html.faq import key
from reportedly.reading.html.jsonld import LinkedData
from reportedly.reading.html.markup import Mark
from reportedly.reading.html.remarks import Remark
from reportedly.reading.parts import BOILERPLATE, Label, comment
from reportedly.reading.text.lines import count_words, read_header
from reportedly.reading.text.sections import find_comments, label_comments

_BY_LOOK = 1_000_000  # group numbers of comments without markup start here
_BY_DATA = 2_000_000


def label_remarks(page: Page, data: LinkedData) -> dict[int, Label]:
    """Return the labels of comments and of the comment area, by block."""
    labels: dict[int, Label] = {}
    told = {key(text): (name, time) for name, time, text in data.comments}
    for number, at_blocks in _by_remark(page).items():
        remark = _complete(page.remarks[number], [page.blocks[at] for at in at_blocks], told)
        for at in at_blocks:
            label = comment(number, remark.author, remark.time)
            labels[at] = BOILERPLATE if _is_control(page.blocks[at]) else label
    if not labels:
        labels = _by_look(page.blocks)
    for number, (name, time, text) in enumerate(data.comments):
        for at in _spoken(page.blocks, text):
            if labels.get(at, BOILERPLATE) == BOILERPLATE:
                labels[at] = comment(_BY_DATA + number, name, time)
    for at, block in enumerate(page.blocks):
        if block.place.mark is Mark.COMMENTS and at not in labels:
            labels[at] = BOILERPLATE
    return labels


def _by_remark(page: Page) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for at, block in enumerate(page.blocks):
        if block.place.remark is not None:
            found.setdefault(block.place.remark, []).append(at)
    return found


def _is_control(block: Block) -> bool:
    if block.place.mark in (Mark.FURNITURE, Mark.BOILERPLATE):
        return True
    return count_words(block.text) <= 3 and hints().is_line("boilerplate", block.text)


def _complete(
    remark: Remark, blocks: Sequence[Block], told: dict[str, tuple[str | None, str | None]]
) -> Remark:
    """Return who and when, filled from the first lines and from the page's JSON-LD."""
    author, time = remark.author, remark.time
    for block in blocks:
        name, stamp = told.get(key(block.text), (None, None))
        author, time = author or name, stamp or time
    joined = " ".join(block.text for block in blocks[:2])
    for line in (blocks[0].text.replace("\n", " "), joined):
        if (author is None or time is None) and (header := read_header(line)):
            author, time = author or header.author, time or header.time
    return Remark(author=author, time=time)


def _by_look(blocks: Sequence[Block]) -> dict[int, Label]:
    """Return labels by the look of the lines, as in plain text."""
    at_blocks = [
        at for at, block in enumerate(blocks) if block.place.mark in (Mark.NONE, Mark.COMMENTS)
    ]
    lines = [blocks[at].text.replace("\n", " ") for at in at_blocks]
    headers = find_comments(lines, 0)
    if not headers:
        return {}
    first = min(headers)
    found = label_comments(lines, headers, first)
    return {
        at: label
        if label.group is None or label == BOILERPLATE
        else comment(_BY_LOOK + (label.group or 0), label.author, label.time)
        for at, label in zip(at_blocks[first:], found, strict=True)
    }


def _spoken(blocks: Sequence[Block], text: str) -> list[int]:
    """Return the blocks that are a comment's text: one block, or its lines."""
    wanted = {key(text), *(key(line) for line in text.split("\n"))} - {""}
    return [
        at
        for at, block in enumerate(blocks)
        if key(block.text) in wanted and block.place.mark is not Mark.FURNITURE
    ]


def untold(page: Page, data: LinkedData) -> list[tuple[str, Label]]:
    """Return the comments that stand only in the page's JSON-LD, as blocks to add."""
    shown = {key(block.text) for block in page.blocks}
    whole = key(" ".join(block.text for block in page.blocks))
    return [
        (f"{text}", comment(_BY_DATA + number, name, time))
        for number, (name, time, text) in enumerate(data.comments[:1000])
        if key(text) not in shown and key(text)[:200] not in whole
    ]
