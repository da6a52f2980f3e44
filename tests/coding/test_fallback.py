"""Verbs that no entry knows: placed by their meaning, marked so, and left alone when strict."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.coding.coder import bare_article
from reportedly.coding.predicates.model import NO_EVENT, Semantics

pytestmark = pytest.mark.parser

PAIR = "The harbour master zorbled the Estonian trawlermen."


@pytest.fixture(scope="module")
def model() -> Semantics:
    found = reportedly.load().tools.semantics
    assert found is not None
    return found


def test_a_pair_is_always_answered() -> None:
    """Somebody says that these two are joined: the likeliest type, with how sure that is."""
    source, target = (PAIR.index("The"), 18), (PAIR.index("the Est"), len(PAIR) - 1)
    [claim] = reportedly.load().relate(PAIR, source, target)

    assert claim.rules[0].startswith("fallback.")
    assert claim.trigger.text == "zorbled"
    assert 0 < claim.confidence < 1


def test_strict_answers_from_the_lexicons_alone() -> None:
    strict = reportedly.load(strict=True)

    assert strict.relate(PAIR, (0, 18), (27, 49)) == []
    assert strict.tools.semantics is None
    assert strict.info.lexicons.endswith("-strict")


def test_strict_codes_no_guess() -> None:
    texts = ["Miners throttled two constables.", "Kenya beclouded Uganda.", PAIR]
    for text in texts:
        for claim in reportedly.load(strict=True).code(bare_article(text)):
            assert not claim.rules[0].startswith("fallback.")


def test_probabilities_are_probabilities(model: Semantics) -> None:
    found = model.scores(("l=shell", "p=VB"), ("shell",))

    assert found.sum() == pytest.approx(1, abs=1e-4)
    assert len(found) == len(model.classes)
    assert NO_EVENT in model.classes


def test_an_unsure_guess_is_none(model: Semantics) -> None:
    assert model.guess(("l=qwxyz",), ("qwxyz",)) is None


def test_surer_guesses_were_right_more_often(model: Semantics) -> None:
    shares = [model.share(step / 10) for step in range(1, 10)]

    assert shares[-1] > shares[2] > 0


@pytest.mark.parametrize(("verb", "name"), [("bombard", "ASSAULT"), ("denounce", "ACCUSE")])
def test_meaning_places_a_verb(model: Semantics, verb: str, name: str) -> None:
    features = (f"l={verb}", "p=VB", "object=party")

    assert model.best(features, (verb,)).type == name
