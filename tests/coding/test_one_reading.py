"""One judged analysis: whatever is asked of a predicate says what its claim says."""

from __future__ import annotations

import pytest

from reportedly import Coder, Status
from reportedly.coding.asked import factuality_of
from reportedly.coding.circumstances.when import settled
from reportedly.coding.coder import bare_article
from reportedly.coding.pipeline import analyses

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
