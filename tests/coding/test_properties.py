"""What holds of any text: spans give it back, the same text gives the same claims."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.coding.coder import Coder, bare_article
from reportedly.records import Article, Claim

WORDS = (
    "Russia", "Iran's", "the", "foreign minister", "said", "that", "had", "not", "sent", "missiles",
    "to", "Kyiv", ",", ".", "“", "”", "if", "would", "attack", "on", "Monday", "U.S.", "troops",
    "denied", "may", "in", "Moscow", "which", "and", "‘tanks’", "—", "agreed", "sanctions", "\n",
    "\n\n", "(", ")", "2019", "$5 million", "he", "they", "🚀", "Zürich", "were", "seized", "by",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map(" ".join)


def spans_of(claim: Claim) -> list[tuple[int, int, str]]:
    """Return every span that the claim carries."""
    found = [claim.sentence, claim.trigger, *claim.actors, *claim.recipients, *claim.goods]
    found += [one for one in (claim.content, claim.place) if one is not None]
    rows = [(one.start, one.end, one.text) for one in found]
    if claim.time:
        rows.append((claim.time.text_start, claim.time.text_end, claim.time.text))
    for voice in claim.voices:
        rows.append((voice.cue_start, voice.cue_end, voice.cue))
        if voice.start is not None and voice.end is not None and voice.text is not None:
            rows.append((voice.start, voice.end, voice.text))
    return rows


def check(coder: Coder, article: Article) -> list[Claim]:
    """Return the article's claims after checking every span of claims and attributions."""
    claims = coder.code(article)
    for claim in claims:
        for start, end, text in spans_of(claim):
            assert article.text[start:end] == text
    for said in coder.attributions(article):
        for span in (said.source, said.cue, *said.content):
            if span is not None:
                assert article.text[span.start : span.end] == span.text
    return claims


@pytest.mark.parser
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS)
def test_spans_and_ids(coder: Coder, text: str) -> None:
    if not text.strip():
        return
    claims = check(coder, bare_article(text))
    again = coder.code(bare_article(text))
    assert claims == again
    assert len({claim.id for claim in claims}) == len(claims)


@pytest.mark.parser
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=st.text(min_size=1, max_size=300))
def test_any_characters(coder: Coder, text: str) -> None:
    if text.strip():
        check(coder, bare_article(text))


@pytest.mark.parser
def test_processes_change_nothing(coder: Coder) -> None:
    texts = [
        "Russia denied sending missiles to Iran.",
        "France and Germany will meet in Paris on Monday.",
        "Police arrested three activists in Minsk.",
    ]
    articles = [bare_article(text) for text in texts]
    assert list(coder.code_many(articles, processes=2)) == list(coder.code_many(articles))


@pytest.mark.parser
def test_claims_stand_in_text_order(coder: Coder) -> None:
    text = "Iran attacked Iraq. Then Iraq condemned Iran, and Kuwait met Oman in Muscat."
    starts = [claim.trigger.start for claim in coder.code(bare_article(text))]
    assert starts == sorted(starts)
    assert len(starts) == 3
