"""Goods, quantities and units on sentences built by hand. No model."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hand_parsed import sentence_of

from reportedly import lexicons
from reportedly.coding.mentions.goods import find_goods, good_of
from reportedly.coding.mentions.names import Gazetteer
from reportedly.coding.vocabulary import Numerals


def one(name: str, *row: object) -> Any:
    """Return a row of a table as a parameter of that name."""
    return pytest.param(*row, id=name)


def singular(word: str) -> str:
    """Return a regular plural's singular: enough for these sentences."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def numerals() -> Numerals:
    """The project's own number words."""
    return Numerals.of(lexicons.load())


@cache
def gazetteer() -> Gazetteer:
    """The project's own names and goods, split at spaces."""
    return Gazetteer(lexicons.load(()), str.split, singular)


SENTENCES = [
    one(
        "a number",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 20/20/CD/nummod/3 "
            "tanks/tank/NNS/dobj/1 to/to/IN/prep/1 Kyiv/kyiv/NNP/pobj/4 ./././punct/1"
        ),
        [("arms.armour", 20.0, None)],
    ),
    one(
        "a number with a comma",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 15,000/15,000/CD/nummod/3 "
            "rifles/rifle/NNS/dobj/1 to/to/IN/prep/1 Kyiv/kyiv/NNP/pobj/4 ./././punct/1"
        ),
        [("arms.small", 15000.0, None)],
    ),
    one(
        "a unit",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 20,000/20,000/CD/nummod/3 "
            "tonnes/tonne/NNS/dobj/1 of/of/IN/prep/3 wheat/wheat/NN/pobj/4 to/to/IN/prep/1 "
            "Kyiv/kyiv/NNP/pobj/6 ./././punct/1"
        ),
        [("food.grain", 20000.0, "tonne")],
    ),
    one(
        "a scaled unit",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 3/3/CD/compound/3 "
            "million/million/CD/nummod/4 barrels/barrel/NNS/dobj/1 of/of/IN/prep/4 "
            "oil/oil/NN/pobj/5 to/to/IN/prep/1 Kyiv/kyiv/NNP/pobj/7 ./././punct/1"
        ),
        [("energy.oil", 3000000.0, "barrel")],
    ),
    one(
        "a number word",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 twelve/twelve/CD/nummod/3 "
            "helicopters/helicopter/NNS/dobj/1 to/to/IN/prep/1 Kyiv/kyiv/NNP/pobj/4 ./././punct/1"
        ),
        [("arms.aircraft", 12.0, None)],
    ),
    one(
        "a scaled number word",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 two/two/CD/compound/3 "
            "million/million/CD/nummod/4 vaccine/vaccine/NN/compound/5 doses/dose/NNS/dobj/1 "
            "to/to/IN/prep/1 Kyiv/kyiv/NNP/pobj/6 ./././punct/1"
        ),
        [("medicine.vaccine", 2000000.0, None)],
    ),
    one(
        "no number",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 wheat/wheat/NN/dobj/1 "
            "to/to/IN/dative/1 Kyiv/kyiv/NNP/pobj/3 ./././punct/1"
        ),
        [("food.grain", None, None)],
    ),
    one(
        "two goods",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 oil/oil/NN/dobj/1 and/and/CC/cc/2 "
            "drones/drone/NNS/conj/2 to/to/IN/dative/1 Kyiv/kyiv/NNP/pobj/5 ./././punct/1"
        ),
        [
            ("energy.oil", None, None),
            ("arms.drone", None, None),
        ],
    ),
    one(
        "no goods",
        (
            "Berlin/berlin/NNP/nsubj/1 sent/send/VBD/ROOT/1 nothing/nothing/NN/dobj/1 "
            "to/to/IN/prep/1 Kyiv/kyiv/NNP/pobj/3 ./././punct/1"
        ),
        [],
    ),
    one(
        "dollars",
        (
            "Berlin/berlin/NNP/nsubj/1 gave/give/VBD/ROOT/1 Kyiv/kyiv/NNP/dative/1 "
            "$/$/$/quantmod/5 30/30/CD/compound/5 million/million/CD/dobj/1 ./././punct/1"
        ),
        [("money", 30000000.0, "USD")],
    ),
    one(
        "a glued scale",
        (
            "Berlin/berlin/NNP/nsubj/1 gave/give/VBD/ROOT/1 Kyiv/kyiv/NNP/dative/1 €/€/$/nmod/4 "
            "1.5bn/1.5bn/CD/dobj/1 ./././punct/1"
        ),
        [("money", 1500000000.0, "EUR")],
    ),
    one(
        "a currency word",
        (
            "Berlin/berlin/NNP/nsubj/1 gave/give/VBD/ROOT/1 Kyiv/kyiv/NNP/nmod/5 "
            "80/80/CD/compound/4 million/million/CD/nummod/5 euros/euro/NNS/dobj/1 ./././punct/1"
        ),
        [("money", 80000000.0, "EUR")],
    ),
]


@pytest.mark.parametrize(("parse", "expected"), SENTENCES)
def test_goods(parse: str, expected: list[tuple[str, float | None, str | None]]) -> None:
    sentence = sentence_of(parse)

    goods = find_goods(sentence, gazetteer().goods(sentence), numerals()).found

    records = [good_of(good, sentence) for good in goods]
    assert [(g.category, g.quantity, g.unit) for g in records] == expected
    for record in records:
        assert sentence.text[record.start : record.end] == record.text


RELATIVE_CLAUSE = (
    "Berlin/berlin/NNP/nsubj/1 bought/buy/VBD/ROOT/1 tanks/tank/NNS/dobj/1 "
    "that/that/WDT/nsubj/4 fired/fire/VBD/relcl/2 shells/shell/NNS/dobj/4 ./././punct/1"
)


def test_goods_of_a_relative_clause_are_not_those_of_the_verb_above() -> None:
    sentence = sentence_of(RELATIVE_CLAUSE)
    goods = find_goods(sentence, gazetteer().goods(sentence), numerals())

    under = goods.under([sentence.words.index("tanks")])

    assert [good.category for good in under] == ["arms.armour"]
