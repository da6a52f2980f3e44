"""One statement that two outlets retell is one origin; two statements are two."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

import builders
from reportedly.linking.link import link
from reportedly.records import Article, Claim

SAID = "The Harbour Office said Norway had sent more than 900 sacks of rice to Togo."
RETOLD = "Norway has sent over 900 sacks of rice to Togo, according to the Harbour Office."
Item = tuple[Article, list[Claim]]


def told(sentence: str, outlet: str, source: str, cue: str, day: str = "2023-10-13") -> Item:
    page = builders.article(
        sentence,
        f"Tea prices in {outlet} stayed calm.",
        publisher=outlet,
        published=day,
        title=None,
    )
    claim = builders.claim(
        page, sentence, "sent", "AID", actors=["Norway"], recipients=["Togo"],
        voices=[(source, cue)],
    )  # fmt: skip
    return page, [claim]


def origins(*items: Item) -> tuple[str, ...]:
    (event,) = link(items)
    return event.origins


def test_one_statement_in_two_wordings_is_one_origin_and_says_why() -> None:
    one = told(SAID, "Gulf Post", "Harbour Office", "said")
    other = told(RETOLD, "Kara Times", "Harbour Office", "according to")
    (event,) = link([one, other])

    assert event.origins == ("Harbour Office",)
    assert {report.reason for report in event.told_by} == {
        "retells what Harbour Office said, as another report does"
    }
    assert origins(one) == ("Gulf Post",)


@pytest.mark.parametrize(
    "other",
    [
        told(RETOLD.replace("the Harbour Office", "the Coast Guard"), "Kara Times",
             "Coast Guard", "according to"),
        told("The Harbour Office said Norway sent Togo rice after a drought, a storm and a flood.",
             "Kara Times", "Harbour Office", "said"),
        told(RETOLD, "Kara Times", "Harbour Office", "according to", "2023-10-23"),
    ],
    ids=["another source", "other words", "days later"],
)  # fmt: skip
def test_two_statements_are_two_origins(other: Item) -> None:
    one = told(SAID, "Gulf Post", "Harbour Office", "said")
    found = {origin for event in link([one, other]) for origin in event.origins}

    assert found == {"Gulf Post", "Kara Times"}


def test_unnamed_sources_are_no_one_statement() -> None:
    one = told(SAID.replace("The Harbour Office", "sources"), "Gulf Post", "sources", "said")
    other = told(
        RETOLD.replace("the Harbour Office", "sources"), "Kara Times", "sources", "according to"
    )

    assert origins(one, other) == ("Gulf Post", "Kara Times")


def test_what_one_report_tells_by_itself_too_rests_on_nobody() -> None:
    page, claims = told(SAID, "Gulf Post", "Harbour Office", "said")
    bare = replace(claims[0], id="f" * 32, voices=())
    other = told(RETOLD, "Kara Times", "Harbour Office", "according to")

    assert origins((page, [*claims, bare]), other) == ("Gulf Post", "Kara Times")
