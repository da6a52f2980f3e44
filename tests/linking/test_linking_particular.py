"""What tells of one particular act, and what is said."""

from __future__ import annotations

import pytest

import builders
from reportedly.linking.particular import Particular
from reportedly.linking.scoring import score
from reportedly.linking.tellings import Telling, account_of, tellings_of


def telling(sentence: str, act: str, type_: str = "PROTEST") -> Telling:
    page = builders.article(sentence)
    claim = builders.claim(page, sentence, act, type_)
    (one,) = tellings_of(account_of(page), page, [claim])
    return one


def particular(sentence: str, act: str) -> Particular:
    return telling(sentence, act).particular


@pytest.mark.parametrize(
    ("sentence", "act", "bare"),
    [
        ("Union members held rallies in the harbour.", "rallies", True),
        ("Union members held the rallies in the harbour.", "rallies", False),
        ("Union members held a rally in the harbour.", "rally", False),
    ],
)
def test_acts_in_the_plural_without_a_word_that_says_which(
    sentence: str, act: str, bare: bool
) -> None:
    assert particular(sentence, act).bare is bare


@pytest.mark.parametrize(
    ("sentence", "unreal"),
    [
        ("With one more week they would have stormed the quarry.", True),
        ("They have stormed the quarry.", False),
        ("They would storm; miners have stormed the quarry.", False),
    ],
)
def test_what_would_have_been(sentence: str, unreal: bool) -> None:
    assert particular(sentence, "stormed").unreal is unreal


def test_what_is_said_is_what_stands_behind_the_act() -> None:
    one = particular("The quarry owners demanded lower taxes on gravel.", "demanded")
    assert {"gravel"} <= set(one.behind.weights)
    assert "quarry" not in one.behind.weights
    assert ("quarry", "owners", "demanded", "lower", "taxes") in one.runs


def test_something_else_said_is_a_reason_against() -> None:
    first, other = "Oslo demanded lower gravel taxes.", "Oslo demanded cheaper ferries."
    page = builders.article(first, other)
    claims = [builders.claim(page, text, "demanded", "REQUEST") for text in (first, other)]
    a, b = tellings_of(account_of(page), page, claims)
    reasons = dict(score(a, b).parts)
    assert reasons["something else is said"] < 0
