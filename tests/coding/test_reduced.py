"""A repair of the parse never hangs a word on what hangs on it: such a parse has no end."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.coding.sentences import parser
from reportedly.coding.sentences.reduced import repair_reduced
from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row, is_tree, lies_below


def _kinds(_: str, lemma: str) -> frozenset[str]:
    classes = {"sailor": "people_nouns", "wound": "suffered_verbs"}
    return frozenset({classes[lemma]} if lemma in classes else ())


def _rows(*rows: tuple[str, str, str, str, int]) -> list[Row]:
    return [(*row, 10 * at) for at, row in enumerate(rows)]


def test_a_verb_is_not_hung_on_its_own_subject() -> None:
    # "the fact that none of the sailors wounded him"
    table = _rows(
        ("fact", "fact", "NN", "ROOT", 0),
        ("none", "none", "NN", "nsubj", 4),
        ("of", "of", "IN", "prep", 1),
        ("sailors", "sailor", "NNS", "pobj", 2),
        ("wounded", "wound", "VBD", "acl", 0),
        ("him", "he", "PRP", "dobj", 4),
    )
    before = list(table)
    repair_reduced(table, _kinds)
    assert table == before


def test_a_participle_is_hung_on_the_people_before_it() -> None:
    # "the sister of the sailors wounded"
    table = _rows(
        ("sister", "sister", "NN", "ROOT", 0),
        ("of", "of", "IN", "prep", 0),
        ("sailors", "sailor", "NNS", "pobj", 1),
        ("wounded", "wound", "VBN", "acl", 0),
    )
    repair_reduced(table, _kinds)
    assert table[3][4] == 2
    assert lies_below(table, 3, 1)
    assert not lies_below(table, 1, 3)


def test_a_circle_is_no_tree() -> None:
    tree = _rows(("Guards", "guard", "NNS", "nsubj", 1), ("fled", "flee", "VBD", "ROOT", 1))
    circle = _rows(
        ("Guards", "guard", "NNS", "nsubj", 1),
        ("fled", "flee", "VBD", "conj", 0),
        ("Oslo", "Oslo", "NNP", "ROOT", 2),
    )
    assert is_tree(tree)
    assert not is_tree(circle)


def test_a_repair_that_ties_a_circle_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def tie(table: list[Row], _: Classify) -> None:
        root = next(i for i, row in enumerate(table) if row[4] == i)
        child = next(i for i, row in enumerate(table) if row[4] == root and i != root)
        table[root] = (*table[root][:4], child, table[root][5])

    monkeypatch.setattr(parser, "REPAIRS", (tie, *parser.REPAIRS))
    claims = reportedly.load().code("Iran attacked Oman.")
    assert [claim.trigger.text for claim in claims] == ["attacked"]
