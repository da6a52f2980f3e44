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


@pytest.mark.parametrize(
    ("sentence", "habit"),
    [
        ("Oslo has repeatedly demanded lower gravel taxes.", True),
        ("Oslo demanded lower gravel taxes on Monday.", False),
    ],
)
def test_what_is_done_time_and_again(sentence: str, habit: bool) -> None:
    assert particular(sentence, "demanded").habit is habit


def test_an_act_goes_by_the_name_that_its_article_gave_it_last() -> None:
    texts = ("The Kara strike began.", "The strike went on.", "Another strike followed.")
    page = builders.article(*texts, "Dockers in Kara wait.")
    claims = [builders.claim(page, text, "strike", "PROTEST") for text in texts]
    found = tellings_of(account_of(page), page, claims)

    assert [sorted(one.called) for one in found] == [["kara"], ["kara"], []]


@pytest.mark.parametrize(
    ("first", "other", "apart"),
    [
        ("Oslo ran a gravel test.", "Oslo ran a ferry test.", True),
        ("Oslo ran a gravel test.", "Oslo ran the gravel test.", False),
        ("Oslo ran a gravel test.", "Oslo ran the long test.", False),
    ],
)
def test_one_word_for_two_kinds_of_act(first: str, other: str, apart: bool) -> None:
    page = builders.article(first, other)
    claims = [builders.claim(page, text, "test", "MOBILIZE") for text in (first, other)]
    one, two = tellings_of(account_of(page), page, claims)

    assert ("of another kind" in {what for what, _ in score(one, two).parts}) is apart


@pytest.mark.parametrize(
    ("sentence", "act", "further"),
    [
        ("Oslo will launch three more ferries.", "launch", True),
        ("Oslo will launch three ferries.", "launch", False),
        ("Oslo broke any truce.", "truce", True),
    ],
)
def test_more_of_it_is_another_act(sentence: str, act: str, further: bool) -> None:
    assert telling(sentence, act).wording.further is further
