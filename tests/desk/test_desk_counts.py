"""A number on a screen is that of the list behind it, wherever both are told in words."""

from __future__ import annotations

import html
import re

import pytest
from msgspec.structs import replace

from builders import article, claim
from desk_store import desk_on
from reportedly.store import Store


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """A desk on claims that lie over several months, on goods of two sorts, and on one place that
    no gazetteer has."""
    path = tmp_path_factory.mktemp("counts") / "counts.duckdb"
    said = (
        "Russia sent shells and missiles to North Korea from May on.",
        "Russia sent arms to North Korea in June.",
        "North Korea met Russia in the hall in June.",
    )
    page = article(*said, published="2023-07-01T08:00:00+00:00")
    give = {"actors": ["Russia"], "recipients": ["North Korea"]}
    goods = [("shells", "arms.ammunition"), ("missiles", "arms.missile")]
    claims = [
        claim(page, said[0], "sent", "AID", goods=goods, when=("2023-05-01", None), **give),
        claim(page, said[1], "sent", "AID", goods=[("arms", "arms")],
              when=("2023-06-01", "2023-06-30"), **give),
        claim(page, said[2], "met", "CONSULT", actors=["North Korea"], recipients=["Russia"],
              when=("2023-06-01", "2023-06-30")),
    ]  # fmt: skip
    with Store.open(path) as store:
        store.add(page, claims)
    with desk_on(path) as desk:
        yield desk


def _listed(desk, address: str) -> int:
    """Return how many claims the list at an address has."""
    text = desk.get(address).text
    return int(re.search(r"<b>([\d,]+)</b> of", text)[1].replace(",", ""))


def _links(text: str, room: str) -> list[tuple[str, str]]:
    """Return (address, words) of the links of a page to a screen."""
    found = re.findall(rf'<a[^>]*href="(/{room}\?[^"#]*)[^"]*"[^>]*aria-label="([^"]*)"', text)
    return [(html.unescape(href), html.unescape(words)) for href, words in found]


def test_a_bar_of_the_timeline_leads_to_what_begins_in_it(told):
    bars = _links(told.get("/timeline").text, "timeline")
    assert len(bars) >= 2
    for href, words in bars:
        claims = told.get(f"/api/claims?{href.partition('?')[2]}").json()["all"]
        assert int(re.search(r": (\d+) claim", words)[1]) == claims


def test_a_line_of_the_network_leads_to_its_claims(told):
    ties = _links(told.get("/network").text, "claims")
    assert {words.split(":")[0] for _, words in ties} >= {"Russia → North Korea, happened"}
    for href, words in ties:
        if "→" in words:
            assert int(re.search(r": (\d+) claim", words)[1]) == _listed(told, href)


def test_a_sort_of_goods_counts_what_lies_below_it(told):
    text = told.get("/claims").text
    href, number = re.search(r'href="(/claims\?good=arms)"[^>]*>.*?(\d+)', text, re.S).groups()
    assert int(number) == _listed(told, href) == 2


def test_the_ledger_says_of_how_many_claims_its_lines_are(told):
    assert "3 lines of 2 claims" in told.get("/ledger").text
    cell = re.search(r'href="(/ledger\?[^"]*good=arms[^"]*)#lines"><svg', told.get("/ledger").text)
    assert "3 lines of 2 claims" in told.get(html.unescape(cell[1])).text


@pytest.mark.parametrize(
    ("asked", "lines"),
    [
        ("giver=Russia", 3),
        ("giver=russ", 3),
        ("receiver=north", 3),
        ("giver=North Korea", 0),
        ("giver=RUS&receiver=PRK", 3),
        ("giver=none", 0),
        ("good=shells", 1),
        ("good=weapons", 3),
    ],
)
def test_the_ledger_is_filtered_by_who_gives_and_who_gets(told, asked, lines):
    assert told.get(f"/api/ledger?{asked}").json()["all"] == lines
    rows = told.get(f"/ledger.csv?{asked}").text.strip().splitlines()
    assert len(rows) - 1 == lines


def test_a_place_without_a_number_of_the_gazetteer_is_found(tmp_path):
    page = article("North Korea met Russia in the hall.")
    met = claim(page, "North Korea met Russia in the hall.", "met", "CONSULT",
                actors=["North Korea"], recipients=["Russia"])  # fmt: skip
    from reportedly.records import Place

    at = met.sentence.text.index("hall")
    hall = Place(start=at, end=at + 4, text="hall", name="hall")
    with Store.open(tmp_path / "hall.duckdb") as store:
        store.add(page, [replace(met, place=hall)])
    with desk_on(tmp_path / "hall.duckdb") as desk:
        assert desk.get("/api/claims?place=%3Dhall").json()["all"] == 1
