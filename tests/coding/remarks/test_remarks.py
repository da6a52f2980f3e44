"""What a reader's comment says, without a parse: sentences, stances, names."""

from __future__ import annotations

import pytest

from reportedly.coding.remarks.named import Names
from reportedly.coding.remarks.stances import Stances
from reportedly.coding.remarks.words import sentences_of, words_of
from reportedly.lexicons import Stance, load


@pytest.fixture(scope="module")
def stances() -> Stances:
    return Stances(load().table(Stance))


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load())


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Who pays? Not me.", ["Who pays?", "Not me."]),
        ("The U.S. said no... why?!", ["The U.S. said no...", "why?!"]),
        ("John D. is right", ["John D. is right"]),
        ("one line\nand another", ["one line", "and another"]),
        ("", []),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[a:b] for a, b in sentences_of(text)] == sentences


def test_words_keep_their_places() -> None:
    text = "the U.S. won’t sell far-fetched jets"
    assert [word.text for word in words_of(text)] == [
        *("the", "U.S.", "won’t", "sell", "far-fetched", "jets")
    ]
    assert all(text[word.start : word.end] == word.text for word in words_of(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I am WORRIED about it", [("alarm", "WORRIED")]),
        ("nobody here is worried", []),
        ("Im not one bit worried. Still, what a joke!", [("scorn", "what a joke")]),
        ("I don’t buy it", [("doubt", "buy it")]),
        ("I buy it every week", []),
        ("not good news", [("doubt", "good news")]),
        ("Shame on them, and hopefully they lose", [("blame", "Shame"), ("hope", "hopefully")]),
        ("The train leaves at nine.", []),
    ],
)
def test_stances(stances: Stances, text: str, shown: list[tuple[str, str]]) -> None:
    assert [(one.stance, text[one.start : one.end]) for one in stances.shown(text)] == shown


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("What about South Korea?", [("South Korea", "KOR")]),
        ("the Korean peninsula of the mind", []),
        ("Russian ships, UN envoys", [("Russia", "RUS"), ("United Nations", "UNO")]),
        ("a turkey for supper", []),
    ],
)
def test_names(names: Names, text: str, named: list[tuple[str, str]]) -> None:
    found = names.actors(text, 0, len(text))
    assert [(one.name, one.country) for one in found] == named
