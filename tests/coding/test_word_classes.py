"""Classes of words on tokens, and the names of classes that the code asks for."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from hand_parsed import sentence_of

import reportedly
from reportedly import lexicons
from reportedly.coding.cast import parts
from reportedly.coding.sentences.word_classes import ASKED, WordClasses
from reportedly.errors import LexiconError

CODING = Path(reportedly.__file__).parent / "coding"


def named(method: str) -> Iterator[str]:
    """Yield the names that the code of coding passes to a method of that name."""
    for path in sorted(CODING.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                last = node.args[-1] if node.args else None
                if node.func.attr == method and isinstance(last, ast.Constant):
                    yield str(last.value)


def looked_for() -> Iterator[str]:
    """Yield the names that the code looks for among the classes of a whole sentence."""
    for path in sorted(CODING.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare) and isinstance(node.left, ast.Constant):
                within = node.comparators[0]
                asked = isinstance(within, ast.Attribute) and within.attr == "kinds"
                if asked or (
                    isinstance(within, ast.Call) and ast.unparse(within.func) == "classes"
                ):
                    yield str(node.left.value)


def test_the_code_asks_for_the_classes_that_are_listed() -> None:
    assert sorted({*named("among"), *looked_for(), *parts.CLASSES}) == ASKED


@pytest.mark.parametrize("name", sorted({*named("words"), *named("values")}))
def test_lists_that_the_code_takes_whole_exist(name: str) -> None:
    assert lexicons.load().words(name)


def test_no_class_of_the_grammar_is_dead() -> None:
    taken = {*named("among"), *named("words"), *named("values"), *looked_for(), "counters"}
    folder = Path(lexicons.__file__).parent / "data" / "classes"
    found = {
        line.partition('"')[2].rstrip('"')
        for path in folder.glob("grammar_*.toml")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("name = ")
    }

    assert found <= taken, sorted(found - taken)


def test_a_class_that_is_missing_is_a_slip() -> None:
    known = lexicons.load().classes
    classes = {name: words for name, words in known.items() if name != "negations"}

    with pytest.raises(LexiconError, match="negations"):
        WordClasses(classes)


@pytest.mark.parametrize(
    ("word", "lemma", "expected"),
    [
        pytest.param("Not", "not", True, id="in any case"),
        pytest.param("Nobody", "nobody", False, id="another class"),
        pytest.param("n't", "not", True, id="by its lemma"),
    ],
)
def test_a_word_counts_by_form_and_lemma(word: str, lemma: str, expected: bool) -> None:
    classes = WordClasses(lexicons.load().classes)

    assert ("negations" in classes(word, lemma)) is expected


def test_a_word_with_a_capital_counts_as_written() -> None:
    classes = WordClasses(lexicons.load().classes)

    assert "titles" in classes("Miss", "miss")
    assert "titles" not in classes("miss", "miss")


def test_tokens_carry_their_classes() -> None:
    sentence = sentence_of("Kyiv/kyiv/NNP/nsubj/2 never/never/RB/neg/2 left/leave/VBD/ROOT/2")

    assert sentence.among(1, "negations")
    assert not sentence.among(2, "negations")
