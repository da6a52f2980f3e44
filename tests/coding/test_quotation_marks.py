"""Quotation marks, and who speaks in sentences that do not say so. No language model."""

from __future__ import annotations

import pytest
from hand_parsed import word_classes

from reportedly.coding.sentences.sentence import Sentence, columns
from reportedly.coding.voices.over_sentences import Quotation
from reportedly.coding.voices.quotation_marks import runs


def words(text: str) -> Sentence:
    """Return text as a sentence of words at white space, with no structure."""
    rows, at = [], 0
    for i, word in enumerate(text.split(" ")):
        rows.append((word, word.lower(), "NN", "ROOT" if not i else "dep", 0, at))
        at += len(word) + 1
    return columns(text, 0, rows, word_classes())


@pytest.mark.parametrize(
    ("text", "inside", "quoted", "still"),
    [
        pytest.param("“ a b ” c", False, [(0, 3)], False, id="typographic marks"),
        pytest.param("a b ” c", True, [(0, 2)], False, id="closed from before"),
        pytest.param("a “ b c", False, [(1, 3)], True, id="left open"),
        pytest.param("“ a b", True, [(0, 2)], True, id="opened again: still one quotation"),
        pytest.param("a process.“They b c ” d", False, [(1, 4)], False, id="glued to a word"),
        pytest.param('x "a b" y', False, [(1, 2)], False, id="straight marks, by white space"),
        pytest.param('a b" said', False, [(0, 1)], False, id="straight, closed from before"),
        pytest.param("''a b'' c", False, [(0, 1)], False, id="doubled apostrophes"),
        pytest.param("'a b c d', said", False, [(0, 3)], False, id="single marks, whole clause"),
        pytest.param("the workers' pay and the firms' gain", False, [], False, id="apostrophes"),
        pytest.param("a b", True, [(0, 1)], True, id="wholly inside"),
        pytest.param("a b", False, [], False, id="no marks"),
    ],
)
def test_runs(text: str, inside: bool, quoted: list[tuple[int, int]], still: bool) -> None:
    found, open_at_end = runs(words(text), inside)

    assert [(run.first, run.last) for run in found] == quoted
    assert open_at_end is still


@pytest.mark.parametrize(
    ("next_paragraph", "goes_on"),
    [
        pytest.param("“And then they fled.”", True, id="another opening mark"),
        pytest.param("The army denied it.", False, id="the article speaks again"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_an_open_quotation_runs_into_a_paragraph_that_opens_again(
    next_paragraph: str, goes_on: bool
) -> None:
    _, quotation = Quotation().entered(words("“ They shelled the town."))

    assert quotation.goes_on(next_paragraph) is goes_on
    assert quotation.at_paragraph(next_paragraph).entered(words("a b"))[0] == ()


def test_a_quotation_that_is_never_closed_ends_by_itself() -> None:
    _, quotation = Quotation().entered(words("“ They shelled the town."))

    states = []
    for _ in range(30):
        found, quotation = quotation.entered(words("a b c d"))
        states.append(bool(found))

    assert states[0]
    assert not states[-1]
