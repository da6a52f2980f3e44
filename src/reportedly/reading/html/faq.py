"""Questions and answers of a page: by JSON-LD, microdata, markup, or a heading that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.html.blocks import Block
from reportedly.reading.html.mainpart import MainText, index
from reportedly.reading.html.markup import Mark
from reportedly.reading.parts import BOILERPLATE, Label, answer, question
from reportedly.reading.text.lines import is_faq_heading, is_question

_CLOSING = (Mark.FURNITURE, Mark.COMMENTS)


def key(text: str) -> str:
    """Return a text's letters and digits, lower case, to compare texts by."""
    return re.sub(r"[\W_]+", "", text.casefold())


@dataclass(slots=True)
class _State:
    pair: int = -1
    is_open: bool = False
    announced: bool = False  # under a heading such as "FAQ"
    level: int = 6  # of that heading
    boxed: bool = False  # that heading stands in an element that calls itself FAQ
    by_data: bool = False  # the open question is one of the page's JSON-LD


def label_faq(blocks: Sequence[Block], pairs: Sequence[tuple[str, str]]) -> dict[int, Label]:
    """Return the labels of FAQ headings, questions and answers, by block."""
    asked = {key(one) for one, _ in pairs}
    told = index(text for _, text in pairs)
    state = _State()
    labels: dict[int, Label] = {}
    for at, block in enumerate(blocks):
        if label := _label(block, state, asked, told):
            labels[at] = label
    return _complete(labels)


def _label(block: Block, state: _State, asked: set[str], told: MainText) -> Label | None:
    if block.place.remark is not None or block.place.mark in _CLOSING:
        state.is_open = state.announced = False
        return None
    text, place = block.text, block.place
    if state.boxed and not place.faq:
        state.is_open = state.announced = state.boxed = False
    if is_faq_heading(text) and place.role != "answer" and not is_question(text):
        state.announced, state.is_open, state.level = True, False, block.level or 6
        state.boxed = place.faq
        return BOILERPLATE
    by_data = key(text) in asked
    if by_data or _asks(block, state):
        state.pair, state.is_open, state.by_data = state.pair + 1, True, by_data
        return question(state.pair)
    if block.level and place.role != "answer":
        if state.announced and block.level <= state.level:
            state.announced = False
        state.is_open = False
    if not state.is_open or place.mark is not Mark.NONE:
        return None
    if place.role == "answer" or place.faq or state.announced or told.holds(text):
        return answer(state.pair)
    state.is_open = False
    return None


def _asks(block: Block, state: _State) -> bool:
    place = block.place
    if place.role == "answer" or place.mark is not Mark.NONE:
        return False
    if place.role == "question":
        return place.faq or is_question(block.text)
    return (place.faq or state.announced) and is_question(block.text)


def _complete(labels: dict[int, Label]) -> dict[int, Label]:
    """Return the labels without questions that nothing answers: those are rhetoric."""
    answered = {one.pair for one in labels.values() if one.kind == "faq_answer"}
    order = {
        pair: number for number, pair in enumerate(sorted(p for p in answered if p is not None))
    }
    kept: dict[int, Label] = {}
    for at, label in labels.items():
        if label.pair is None:
            kept[at] = label
        elif label.pair in order:
            make = question if label.kind == "faq_question" else answer
            kept[at] = make(order[label.pair])
    return kept if order else {}
