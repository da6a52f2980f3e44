"""HTML pages of several content systems, each with what must come out of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reportedly.errors import ReadingError, TooLarge, WrongLanguage
from reportedly.reading import read
from reportedly.records import Article

PAGES = Path(__file__).parent / "pages"
BODY = {"body"}


def parts(article: Article, *kinds: str) -> list[str]:
    return [article.text[s.start : s.end] for s in article.sections if s.kind in kinds]


# page, title, authors, publisher, published, subheadings with level
METADATA = [
    ("wordpress", "Harbour strike enters second week as talks stall", ("Miriam Osei",),
     "The Quay Observer", "2024-03-04T09:30:00+00:00",
     [("What the union wants", 2), ("A deadline on Thursday", 2)]),
    ("graph", "Norland recalls envoy over border raid", ("Ann Petrova", "Jon Adeyemi"),
     "Meridian Wire", "2025-06-11T07:05:00+02:00", [("Old quarrels", 3)]),
    ("faq", "Grain corridor explained", ("Samuel Okoro",), "Ledger Daily",
     "2025-02-01T06:00:00+00:00", [("Why was the strait closed?", 2)]),
    ("microdata", "Water treaty: what changes in April", ("Grace Lindqvist",), None,
     "2024-11-30", []),
    ("bare", "Rebels free eleven drivers", (), None, None, []),
    ("table", "Central bank of Norland raises rate", ("Peter Marsh",), None, "2003-05-20",
     [("What comes next", 2)]),
    ("live", "Election in Estmark: as it happened", ("Bea Coll",), None,
     "2025-09-14T05:00:00+00:00",
     [("Opposition claims victory", 2), ("Turnout passes 60 per cent", 2), ("Polls open", 2)]),
    ("broken", "Minister quits after leak", (), None, None, []),
    ("cp1252", "Norland’s envoy meets rebels", (), None, None, []),
    ("plainlook", "Ferry seized in strait", ("Nora Quist",), None, "2025-04-06",
     [("Why the Ferry Was Stopped", 2)]),
    ("theme", "Raid on the river: who gains", ("Lena Brook",), "BBN Times", "2023-09-13",
     [("What does Estmark want?", 4)]),
    ("accordion", "Embargo: five questions", ("Rosa Tan",), None, "2024-03-03T19:05:00-05:00",
     []),
    ("definition", "Talks on the strait resume", ("Otto Vane",), None,
     "2024-03-05T18:30:00+00:00", []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "title", "authors", "publisher", "published", "headings"),
    METADATA,
    ids=[row[0] for row in METADATA],
)
def test_metadata(
    page: str,
    title: str,
    authors: tuple[str, ...],
    publisher: str | None,
    published: str | None,
    headings: list[tuple[str, int]],
) -> None:
    article = read(PAGES / f"{page}.html")

    assert (article.title, article.authors, article.publisher) == (title, authors, publisher)
    assert (article.published.value if article.published else None) == published
    found = [(article.text[s.start : s.end], s.level) for s in article.sections if s.level]
    assert found == headings
    assert parts(article, "headline") == [title]
    assert article.language == "en"


# page, words that must be body, words that must not be
BODIES = [
    ("wordpress", ["refused to return to work", "grain shipments to Sudan", "accept arbitration",
                   "expected to visit the port", "walkout by crane drivers", "Some 1,400 workers"],
     ["Idle cranes", "Share this", "Ferry timetable", "rots?", "Leave a Reply", "Copyright",
      "Facebook", "Posted in"]),
    ("graph", ["recalled its ambassador", "who ordered this", "proposed a joint inquiry",
               "bars heavy weapons", "Analysts doubt", "calls for a joint inquiry"],
     ["Sign up", "customs post near", "forty armoured", "largest in a decade", "Privacy",
      "By Ann", "river became a border"]),
    ("faq", ["agreed on Friday", "Could the deal collapse", "Mines were found"],
     ["Two navies", "insurers would suspend", "Ledger Daily", "Samuel"]),
    ("microdata", ["will ration water", "Farmers in Estmark"],
     ["third of the measured", "no budget", "two years of notice"]),
    ("bare", ["released eleven lorry", "received the men", "ransom had been paid"], []),
    ("table", ["raised its main rate", "urged ministers", "Families come first", "meet again"],
     ["Weather", "Copyright", "Peter Marsh"]),
    ("live", ["claimed victory", "turnout had passed", "such queues", "Soldiers guarded"],
     ["inbox every Friday", "About us", "Estuary"]),
    ("broken", ["resigned on Friday", "asked for his resignation & had accepted",
                "Prosecutors opened", "The letters date"], ["Latest"]),
    ("cp1252", ["a café near the border", "pass — the first", "“consider”"], []),
    ("plainlook", ["seized a ferry", "summoned the ambassador", "carried fuel"],
     ["Strait crisis", "Nora", "barracks", "two years ago", "FAQs"]),
    ("theme", ["Gunmen from Estmark", "swift answer", "seeks leverage"],
     ["Older story", "Farmers and", "Wire Two", "writes about rivers", "Other story", "worried",
      "popular headline", "January 1"]),
    ("accordion", ["banned the sale", "rejected the ban"],
     ["Officers of", "Cooking gas", "use cookies", "Rosa Tan"]),
    ("definition", ["Delegations from", "We expect progress", "end on Friday"],
     ["since 1911", "Otto Vane", "About time", "12 Quay Street"]),
]  # fmt: skip


@pytest.mark.parametrize(("page", "wanted", "unwanted"), BODIES, ids=[row[0] for row in BODIES])
def test_body(page: str, wanted: list[str], unwanted: list[str]) -> None:
    article = read(PAGES / f"{page}.html")
    body = "\n".join(parts(article, "body"))

    assert [words for words in wanted if words not in body] == []
    assert [words for words in unwanted if words in body] == []
    # nothing is dropped: what is not body stands elsewhere in the text
    assert [words for words in unwanted if words not in article.text] == []
    assert "SCRIPT" not in article.text


@pytest.mark.parametrize(
    ("page", "pairs"),
    [
        ("faq", [("Who guarantees the corridor?",
                  "Two navies guarantee it.\n\nThey patrol by turns & report weekly."),
                 ("What happens if a ship is hit?",
                  "The insurers would suspend cover, and the guarantors would meet "
                  "within a day.")]),
        ("microdata", [("How much water may each state take?",
                        "A third of the measured flow.\n\n"
                        "In dry years the commission may lower the share."),
                       ("Who measures the flow",
                        "A commission of engineers from all three states."),
                       ("Can a state leave the treaty?", "Yes, with two years of notice.")]),
        ("plainlook", [("Where is the crew now?", "They are held in a barracks near the port."),
                       ("Did the ferry carry passengers?",
                        "No. It was on its way to a shipyard.")]),
        ("accordion", [("Who will inspect the ports?", "Officers of the union."),
                       ("What is banned", "Petrol and diesel.\n\nCooking gas is not.")]),
        ("theme", [("Who was taken?", "Farmers and one teacher."),
                   ("When do talks begin?", "Next month, the union says.")]),
        ("graph", []),
    ],
)  # fmt: skip
def test_questions(page: str, pairs: list[tuple[str, str]]) -> None:
    article = read(PAGES / f"{page}.html")
    asked = {s.pair: article.text[s.start : s.end] for s in article.sections
             if s.kind == "faq_question"}  # fmt: skip
    told = {s.pair: article.text[s.start : s.end] for s in article.sections
            if s.kind == "faq_answer"}  # fmt: skip
    assert [(asked[pair], told[pair]) for pair in sorted(asked, key=str)] == pairs


@pytest.mark.parametrize(
    ("page", "comments"),
    [
        ("wordpress", [("Tove H.", "2024-03-04T11:12:00+00:00", "grain that rots?"),
                       ("dockhand_77", "2024-03-04T12:40:00+00:00", "We do, as always.")]),
        ("microdata", [("R. Field", "2024-12-01T08:00:00+01:00", "has no budget.")]),
        ("plainlook", [("KalleB", "2025-04-06T16:15:00", "two years ago."),
                       ("Ines_R", "2025-04-06T23:58:00", "punished for it.")]),
        ("theme", [("OttoK", "2023-09-13T16:15:00", "must be worried."),
                   ("Ria_M", "2023-09-13T17:19:00", "union only watches.")]),
        ("definition", [("Uwe", "2024-03-06T09:12:00", "About time."),
                        ("Pia Lind", "2024-03-06T10:40:00", "keep their word.")]),
        ("live", []),
    ],
)  # fmt: skip
def test_comments(page: str, comments: list[tuple[str, str, str]]) -> None:
    article = read(PAGES / f"{page}.html")
    found = [s for s in article.sections if s.kind == "comment"]
    assert [(s.author, s.time) for s in found] == [(who, when) for who, when, _ in comments]
    for section, (_, _, end) in zip(found, comments, strict=True):
        assert article.text[section.start : section.end].endswith(end)


def test_captions() -> None:
    captions = [
        words for page in ("wordpress", "graph")
        for words in parts(read(PAGES / f"{page}.html"), "caption")
    ]  # fmt: skip
    assert captions == [
        "Idle cranes at the northern terminal on Sunday. Photo: P. Lund",
        "A customs post near the river, seen in May.",
    ]


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


P = "<p>Norland accused Estmark of arming the rebels in the eastern hills on Monday.</p>"


@pytest.mark.parametrize(
    ("head", "field", "expected"),
    [
        ('<meta property="og:title" content="Raid &amp; reply | Wire">'
         '<meta property="og:site_name" content="Wire">', "title", "Raid & reply"),
        ("<title>Norland accuses Estmark again - The Wire</title>", "title",
         "Norland accuses Estmark again"),
        ('<link rel="canonical" href="/a/b">', "url", "https://wire.example/a/b"),
        ('<link rel="canonical" href="https://wire.example/">', "url",
         "https://wire.example/x?y=1"),
        ('<meta property="og:url" content="javascript:alert(1)">', "url",
         "https://wire.example/x?y=1"),
        ('<meta name="author" content="By Ann Lee, Bo Li and Cy Roe">', "authors",
         ("Ann Lee", "Bo Li", "Cy Roe")),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"X",'
         '"author":"Ann Lee","publisher":"Wire"}</script>', "publisher", "Wire"),
        ('<script type="application/ld+json">{"@type":"NewsArticle","headline":"X","author":'
         '[{"@type":"Person","givenName":"Ann","familyName":"Lee"},'
         '{"@type":"Organization","name":"The Associated Press"}]}</script>', "authors",
         ("Ann Lee", "The Associated Press")),
        ('<link rel="canonical" href="/a/b?utm_source=x">', "url", "https://wire.example/a/b"),
        ('<script type="application/ld+json">{broken</script>', "publisher", None),
        ('<script type="application/ld+json">' + "[" * 100_000 + "</script>", "publisher", None),
    ],
)  # fmt: skip
def test_metadata_in_the_head(head: str, field: str, expected: object) -> None:
    article = read(page(P, head), url="https://wire.example/x?y=1")
    assert getattr(article, field) == expected


def test_the_time_of_day_is_found_where_json_ld_has_only_the_day() -> None:
    head = (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"X",'
        '"datePublished":"2024-03-04"}</script>'
        '<meta property="article:published_time" content="2024-03-04T08:00:00+01:00">'
    )
    published = read(page(P, head)).published
    assert published is not None
    assert published.value == "2024-03-04T08:00:00+01:00"


def test_what_stands_only_in_json_ld_is_kept() -> None:
    head = """<script type="application/ld+json">[{"@type":"NewsArticle","headline":"Raid",
    "articleBody":"Norland accused Estmark of arming the rebels.\\nEstmark denied it on Monday."},
    {"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Who armed them?",
    "acceptedAnswer":{"@type":"Answer","text":"Nobody knows."}}]},
    {"@type":"Comment","author":{"name":"Bo"},"dateCreated":"2024-01-02","text":"Too late."}]
    </script>"""
    article = read(page('<div id="app"></div>', head))
    assert [(s.kind.value, article.text[s.start : s.end]) for s in article.sections] == [
        ("headline", "Raid"),
        ("body", "Norland accused Estmark of arming the rebels.\n\nEstmark denied it on Monday."),
        ("faq_question", "Who armed them?"),
        ("faq_answer", "Nobody knows."),
        ("comment", "Too late."),
    ]
    assert article.sections[-1].author == "Bo"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(page("<div>" * 5_000 + P), TooLarge, id="deep"),
        pytest.param(page("<div>" * 60_000 + P), TooLarge, id="deeper"),
        pytest.param(page("<p>a</p>" * 30_000), TooLarge, id="many"),
        pytest.param(page("<nav><a href='/'>Home</a></nav>"), ReadingError, id="no-report"),
        pytest.param(page(""), ReadingError, id="empty"),
        pytest.param(
            page("<p>Die Regierung hat den Botschafter am Montag in das Amt bestellt.</p>"),
            WrongLanguage,
            id="german",
        ),
    ],
)
def test_problems(data: bytes, error: type[ReadingError]) -> None:
    with pytest.raises(error):
        read(data)


def test_a_word_without_an_end_costs_no_time() -> None:
    began = time.process_time()
    read(page(f"<p>{'A' * 20_000}</p>"))
    assert time.process_time() - began < 3  # it was sixteen


def test_entities_are_not_expanded_from_the_page() -> None:
    data = b"""<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>
    <html><body><p>Norland accused Estmark &a; of arming the rebels on Monday.</p></body></html>"""
    assert "root:" not in read(data).text


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_same_bytes_same_article(name: str) -> None:
    data = (PAGES / f"{name}.html").read_bytes()
    assert read(data) == read(data)
