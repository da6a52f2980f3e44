"""One judged analysis: whatever is asked of a predicate says what its claim says."""

from __future__ import annotations

import msgspec
import pytest

from reportedly import Article, Coder, Status
from reportedly.coding.asked import factuality_of
from reportedly.coding.circumstances.when import settled
from reportedly.coding.coder import bare_article
from reportedly.coding.pipeline import analyses
from reportedly.errors import UsageError
from reportedly.records import DateBasis, Dated

pytestmark = pytest.mark.parser

TEXTS = [
    "Moscow denied that it had received shells from Iran.",
    "France plans to send tanks to Kyiv, officials said, but has held no talks with Poland.",
    "Rebels may attack the convoy. If they do, Chad will close the border.",
    "The army failed to retake the town and is shelling it; Rome wants it to withdraw.",
    '"We must leave," the envoy said. Togo needs rice.',
]


@pytest.mark.parametrize("text", TEXTS)
def test_factuality_is_that_of_the_claim(text: str, coder: Coder) -> None:
    article = bare_article(text)
    checked = 0
    for analysis in analyses(article, coder.tools):
        s = analysis.sentence
        for draft in analysis.drafts:
            i = draft.mention.i
            number = settled(draft, analysis, None, coder.tools.times)[0].number
            assert factuality_of(article, (s.starts[i], s.ends[i]), coder.tools) == number
            checked += 1
    assert checked


@pytest.mark.parametrize("text", TEXTS)
def test_trace_shows_the_claims_and_their_status(text: str, coder: Coder) -> None:
    article = bare_article(text)
    traced = coder.trace(article)

    assert [claim for one in traced for claim in one.claims] == coder.code(article)
    for one in traced:
        for claim in one.claims:
            shown = [m for m in one.mentions if m.trigger.split(" … ")[0] in claim.trigger.text]
            assert claim.status in {Status(mention.status) for mention in shown}


DATED = [
    "Iran sold rice to Togo on Monday. France will send tanks to Kyiv in two weeks.",
    "Rome and Paris held talks on Friday and plan to meet again on Friday, officials said.",
    "Troops have shelled the town since 3 May. By June the army will withdraw, it said.",
]


def dated(text: str) -> Article:
    """Return the text as an article of Wednesday, 8 May 2024."""
    day = Dated(value="2024-05-08", basis=DateBasis.STATED)
    return msgspec.structs.replace(bare_article(text), published=day)


@pytest.mark.parametrize("text", TEXTS + DATED)
def test_status_is_that_of_the_claim(text: str, coder: Coder) -> None:
    claims = [c for c in coder.code(text) if " " not in c.trigger.text]
    assert claims
    for claim in claims:
        assert coder.status(text, (claim.trigger.start, claim.trigger.end)) == claim.status


@pytest.mark.parametrize("text", DATED)
def test_the_time_asked_for_is_that_of_the_claim(text: str, coder: Coder) -> None:
    article = dated(text)
    times = coder.times(article)
    claims = [c for c in coder.code(article) if " " not in c.trigger.text]
    assert any(claim.time for claim in claims)
    for claim in claims:
        assert coder.when(article, (claim.trigger.start, claim.trigger.end)) == claim.time
        assert claim.time is None or claim.time in times


def test_times_without_a_claim_are_read_by_the_tense_around_them(coder: Coder) -> None:
    text = "It rained on Friday. It will rain on Friday. The rain in 2019 was worse."
    article = dated(text)
    times = coder.times(article)

    assert [(t.start, t.end) for t in times] == [
        ("2024-05-03", "2024-05-03"),
        ("2024-05-10", "2024-05-10"),
        ("2019-01-01", "2019-12-31"),
    ]
    assert all(text[t.text_start : t.text_end] == t.text for t in times)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("It rained in Oslo.", "rained", "happened"),
        ("It will rain in Oslo.", "rain", "planned"),
        ("It is raining in Oslo.", "raining", "ongoing"),
        ("Oslo lies by the sea.", "lies", "ongoing"),
        ("Ola says that it rained.", "says", "happened"),
        ("It did not rain in Oslo.", "rain", "negated"),
        ("The rain flooded Oslo.", "rain", "happened"),
    ],
)
def test_a_predicate_without_a_claim_has_a_status(
    text: str, word: str, status: str, coder: Coder
) -> None:
    start = text.index(word)
    assert coder.status(text, (start, start + len(word))) == status


def test_no_word_no_answer(coder: Coder) -> None:
    with pytest.raises(UsageError, match="no word"):
        coder.status("It rained.", (40, 44))
    with pytest.raises(UsageError, match="no word"):
        coder.when("It rained.", (40, 44))


def test_times_count_from_what_an_earlier_sentence_told_and_claims_do_not(coder: Coder) -> None:
    text = "Rebels shelled the port on Friday. The next day the army left. It rained for two weeks."
    article = dated(text)
    times = {time.text: (time.start, time.end) for time in coder.times(article)}
    left = text.index("left")

    assert times == {
        "Friday": ("2024-05-03", "2024-05-03"),
        "The next day": ("2024-05-04", "2024-05-04"),
        "for two weeks"[4:]: (None, None),
    }
    asked = coder.when(article, (left, left + 4))
    assert asked is None or asked.start is None


def test_what_only_names_a_feast_has_no_days(coder: Coder) -> None:
    first, second = coder.times(dated("Christmas sales rose. The shop opened at Christmas."))

    assert first.start is None
    assert second.start == "2023-12-25"
