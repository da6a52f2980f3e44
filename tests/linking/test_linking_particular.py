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


def test_what_is_told_with_a_word_that_says_which_goes_by_no_name_before() -> None:
    texts = ("The Kara strike began.", "The strike that shut the quarries in May ended.")
    page = builders.article(*texts, "Dockers in Kara wait.")
    claims = [builders.claim(page, text, "strike", "PROTEST") for text in texts]
    found = tellings_of(account_of(page), page, claims)

    assert [sorted(one.called) for one in found] == [["kara"], []]


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


def reasons(one: Telling, other: Telling) -> set[str]:
    return {what for what, _ in score(one, other).parts}


def in_two(first: str, other: str, act: str, type_: str, **values: object) -> set[str]:
    """Return why two claims of two articles, days apart, are alike or not."""
    found = []
    for text, day in ((first, "2024-05-02"), (other, "2024-05-09")):
        page = builders.article(text, published=day)
        claim = builders.claim(page, text, act, type_, **values)  # type: ignore[arg-type]
        found += tellings_of(account_of(page), page, [claim])
    return reasons(*found)


@pytest.mark.parametrize(
    ("first", "other", "apart"),
    [
        ("Oslo accused Bergen of hoarding gravel.", "Oslo accused Bergen of lying.", True),
        ("Oslo accused Bergen of hoarding gravel.", "Oslo accused Bergen over gravel.", False),
        ("Oslo accused Bergen.", "Oslo accused Bergen of hoarding gravel.", False),
    ],
)
def test_whoever_is_accused_of_something_else_is_accused_again(
    first: str, other: str, apart: bool
) -> None:
    found = in_two(first, other, "accused", "ACCUSE", actors=["Oslo"], recipients=["Bergen"])

    assert ("accused of something else" in found) is apart


def test_the_same_of_something_else_in_one_article() -> None:
    first, other = "He backed wider ferries.", "He backed cheaper gravel."
    page = builders.article(first, other)
    claims = [builders.claim(page, text, "backed", "SUPPORT") for text in (first, other)]

    assert "the same of something else" in reasons(*tellings_of(account_of(page), page, claims))


def test_an_inquiry_of_somebody_is_taken_up_by_nobody() -> None:
    first, then = "Oslo opened an inquiry into gravel.", "The inquiry will take weeks."
    whose = "The inquiry of Bergen will take weeks."
    page = builders.article(first, then, whose)
    one = builders.claim(page, first, "inquiry", "ACCUSE", actors=["Oslo"])
    other = builders.claim(page, then, "inquiry", "ACCUSE", actors=[])
    somebody = builders.claim(page, whose, "inquiry", "ACCUSE", actors=["Bergen"])

    found = tellings_of(account_of(page), page, [one, other])
    assert "words taken up" in reasons(*found)
    found = tellings_of(account_of(page), page, [one, somebody])
    assert "words taken up" not in reasons(*found)


def test_deeds_of_nobody_in_common_days_apart() -> None:
    later = "nobody in common, some days later"
    plain = in_two("Miners stormed a quarry.", "Farmers stormed a mill.", "stormed", "ASSAULT")
    named = in_two(
        "The Kara raid ended in Kara.", "The raid on Kara went on.", "raid", "ASSAULT", actors=[]
    )

    assert later in plain
    assert later not in named


def test_an_article_gives_an_act_its_day_once() -> None:
    first, then = "The Kara raid was in March.", "The raid cost nine lives."
    page = builders.article(first, then, published="2024-05-02")
    when = ("2024-03-01", "2024-03-31")
    one = builders.claim(page, first, "raid", "ASSAULT", when=when)
    other = builders.claim(page, then, "raid", "ASSAULT")
    found = reasons(*tellings_of(account_of(page), page, [one, other]))

    assert "its day told once" in found
    assert not any(what.startswith("published") and what.endswith("apart") for what in found)


def test_what_was_not_done_and_what_was_in_another_article() -> None:
    sentence, elsewhere = "No miners stormed it.", "not done, in another article"
    page = builders.article(sentence)
    claim = builders.claim(page, sentence, "stormed", "ASSAULT", status="negated")
    (one,) = tellings_of(account_of(page), page, [claim])
    done = telling("Miners stormed it.", "stormed", "ASSAULT")

    assert elsewhere in reasons(one, done)
    assert elsewhere not in reasons(one, one)
