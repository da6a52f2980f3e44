"""Whose report it is: credits, copies, addresses, the table of houses, and what follows of them."""

from __future__ import annotations

from collections import Counter

import pytest
from msgspec.structs import replace

import builders
from reportedly.linking import publishers
from reportedly.linking.copies import COPY, copies_among, enough, shared, sketch_of
from reportedly.linking.credits import corrects, credit_of
from reportedly.linking.link import link
from reportedly.linking.origins import sources_of
from reportedly.linking.page_addresses import same_page
from reportedly.records import Article

BODY = (
    "The ferry Nordlys ran aground off Hitra on Friday night with 212 people aboard.",
    "Lifeboats from Kristiansund took everybody off within two hours, the coast guard said.",
    "A gale had torn away the buoy that marks the reef, according to the harbour master.",
    "The company that owns the ferry said that it would send divers as soon as the sea was calm.",
    "Hotels on the island opened their doors, and a school hall was heated for the night.",
)


def page(*sentences: str, **changes: object) -> Article:
    return replace(builders.article(*sentences), **changes)


@pytest.mark.parametrize(
    ("text", "agency", "where"),
    [
        ("OSLO, May 3 (Reuters) - A ferry ran aground.", "Reuters", "dateline"),
        ("OSLO (AP) — A ferry ran aground.", "AP", "dateline"),
        ("(AFP) A ferry ran aground.", "AFP", "dateline"),
        ("OSLO, May 3. /TASS/. A ferry ran aground.", "TASS", "dateline"),
        ("LOME (Corvus Agency) - A ferry ran aground.", "Corvus Agency", "dateline"),
        ("Ferry aground\n\nBy Ann Moss, Reuters\n\nA ferry ran aground.", "Reuters", "byline"),
        ("Ferry aground\n\nAssociated Press\n\nA ferry ran aground.", "AP", "byline"),
        ("Ferry aground\n\nCorvus Agency\n\nA ferry sank.", "Corvus Agency", "byline"),
        ("A ferry ran aground.\n\n(Reporting by Ann Moss; editing by Bo Lund)", "Reuters",
         "closing line"),
        ("Ferry.\n\n" + "It sank.\n" * 6 + "It is gone. © AFP", "AFP", "closing line"),
        ("A ferry ran aground. – Bernama", "Bernama", "closing line"),
        # who is asked, quoted or has helped is not whose report it is
        ("The captain told Reuters that a ferry ran aground.", None, None),
        ("A ferry ran aground, Reuters reported.", None, None),
        ("A ferry ran aground.\n\nReuters contributed to this report.", None, None),
        ("A ferry (built in 1978) ran aground.", None, None),
        ("The PA (Palestinian Authority) welcomed the ferry.", None, None),
    ],
)  # fmt: skip
def test_credits(text: str, agency: str | None, where: str | None) -> None:
    found = credit_of(page("x", text=text, sections=(), authors=()))

    assert (found and found.agency, found and found.where) == (agency, where)


def test_authors_and_publishers_credit_too() -> None:
    assert credit_of(page("x", authors=("Ann Moss", "Reuters"))).agency == "Reuters"  # type: ignore[union-attr]
    assert credit_of(page("x", publisher="The Associated Press", authors=())).agency == "AP"  # type: ignore[union-attr]
    reuters = page("x", url="https://www.reuters.com/world/x", publisher=None, authors=())
    assert credit_of(reuters).agency == "Reuters"  # type: ignore[union-attr]


def test_corrections_say_so() -> None:
    assert corrects(page("x", title="Correction: ferry"))
    assert corrects(page("OSLO - This corrects a report of Friday.", title="Ferry"))
    assert not corrects(
        page("The court corrects a mistake of 1970.", title="A house of correction")
    )


@pytest.mark.parametrize(
    "other",
    [
        "http://news.example/ferry",
        "https://www.news.example/ferry/",
        "https://m.news.example/ferry?utm_source=mail",
        "https://amp.news.example/ferry",
        "https://news.example/amp/ferry",
        "https://news.example/ferry/amp/",
        "https://news.example/ferry?outputType=amp#top",
        "https://news.example/ferry/index.html",
    ],
)
def test_addresses_of_one_page(other: str) -> None:
    assert same_page(other) == same_page("https://news.example/ferry")


def test_addresses_of_other_pages() -> None:
    every = ["https://news.example/ferry", "https://news.example/ferry?id=2",
             "https://news.example/ferry?id=3", "https://other.example/ferry",
             "https://news.example/amphibians"]  # fmt: skip

    assert len({same_page(url) for url in every}) == len(every)
    assert same_page("https://news.example/a?b=1&c=2") == same_page(
        "https://news.example/a?c=2&b=1"
    )
    assert same_page(None) is same_page("a page") is same_page("http://[") is None


def test_the_table_of_houses_says_everything_once() -> None:
    every = {house.id: house for house in publishers.houses().by_name.values()}
    names = Counter(
        name
        for house in every.values()
        for name in {name.casefold() for name in (house.name, *house.names)}
    )
    hosts = Counter(host for house in every.values() for host in house.hosts)

    assert [name for name, n in names.items() if n > 1] == []
    assert [host for host, n in hosts.items() if n > 1] == []
    assert all(house.source and house.hosts for house in every.values())
    assert publishers.named("the reuters") is publishers.named("Thomson Reuters")
    assert publishers.outlet_of(None, "https://edition.cnn.com/x") == "CNN"
    assert publishers.outlet_of(None, "https://www.ferry.example/x") == "ferry.example"
    assert publishers.outlet_of("Hitra Times", "https://cnn.com/x") == "CNN"
    assert publishers.outlet_of(None, None) is None


def test_copies_are_found_shortened_and_changed() -> None:
    whole = " ".join(BODY)
    texts = {
        "whole": whole,
        "short": " ".join(BODY[:2]),
        "changed": whole.replace("212", "221").replace("everybody", "everyone"),
        "framed": "Hitra mourns its buoy. " * 3 + " ".join(BODY[1:4]) + " So ends our week.",
        "other": "The ferry Nordlys is afloat again. Divers had patched the hull, its owner said,"
        " and a tug pulled it off the reef at noon while half of the island watched from the pier.",
    }
    sketches = {name: sketch_of(text) for name, text in texts.items()}
    found = {(one, other) for one, other, _ in copies_among(sketches)}

    assert {("short", "whole"), ("changed", "whole"), ("framed", "whole")} <= found
    assert not any("other" in pair for pair in found)
    assert shared(sketches["short"], sketches["whole"]) == 1.0
    assert COPY < shared(sketches["changed"], sketches["whole"]) < 1.0
    assert shared(sketch_of(""), sketches["whole"]) == 0.0


def test_a_line_that_long_texts_share_makes_no_candidates() -> None:
    assert enough(4, 40, 200)
    assert enough(2, 40, 60)
    assert not enough(4, 90, 200)
    assert not enough(1, 21, 400)


def test_a_copy_has_the_origin_of_its_text_and_says_why() -> None:
    wire = page(*BODY, id="wire", publisher="Reuters", title=None)
    bare = page(*BODY[:4], id="bare", publisher="Hitra Times")
    own = page("A ferry sits on the reef.", "Nobody is hurt.", id="own", publisher="Island Post")
    found = sources_of({one.id: one for one in (bare, own, wire)})

    assert {key: source.origin for key, source in found.items()} == {
        "wire": "Reuters", "bare": "Reuters", "own": "Island Post",
    }  # fmt: skip
    assert (found["bare"].copy_of, found["bare"].share) == ("wire", 1.0)
    assert "Reuters" in found["bare"].reason
    assert found["wire"].copy_of is None
    assert found["own"].reason == "no credit, and no other text like it"


def test_one_page_at_two_addresses_is_one_report() -> None:
    def told(url: str, **changes: object) -> tuple[Article, list[object]]:
        one = page("Norway sent rice to Togo.", id=url, url=url, **changes)
        return one, [builders.claim(one, "Norway sent rice to Togo.", "sent", "AID")]

    twice = [told("https://a.example/rice"), told("https://m.a.example/rice?fbclid=1")]
    (event,) = link(twice)  # type: ignore[arg-type]
    assert (event.reports, len(event.told_by)) == (1, 2)
    (event,) = link([*twice, told("https://b.example/rice", publisher="The Post")])  # type: ignore[list-item]
    assert (event.reports, event.outlets) == (2, ("The Post", "The Wire"))
    assert event.origins == ("The Wire",) or event.origins == ("The Post", "The Wire")


def test_what_a_paper_says_it_has_from_another_is_the_others() -> None:
    sentence = "Norway sent rice to Togo, according to Reuters."
    one = page(sentence, publisher="The Wire")
    two = page("Norway sent rice to Togo.", publisher="Reuters", authors=())
    (event,) = link(
        [
            (
                one,
                [
                    builders.claim(
                        one,
                        sentence,
                        "sent",
                        "AID",
                        actors=["Norway"],
                        recipients=["Togo"],
                        voices=[("Reuters", "according to")],
                    )
                ],
            ),
            (
                two,
                [
                    builders.claim(
                        two,
                        "Norway sent rice to Togo.",
                        "sent",
                        "AID",
                        actors=["Norway"],
                        recipients=["Togo"],
                    )
                ],
            ),
        ]
    )

    assert event.origins == ("Reuters",)
    reasons = {report.outlet: report.reason for report in event.told_by}
    assert reasons["The Wire"] == "says itself that it has this from Reuters"
