"""Every screen shows what the store holds, and every number leads to what it counts."""

from __future__ import annotations

import csv
import html
import io
import re
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from builders import article, claim
from desk_store import MET, desk_on
from reportedly import views
from reportedly.desk.office import ROOMS
from reportedly.store import Store

SCREENS = [href for href, _, _ in ROOMS] + ["/dossier?a=RUS&b=PRK", "/claims?status=negated"]


class Page(HTMLParser):
    """Collects links and words of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.words, self.ids = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "a":
            self.links.append(given.get("href", ""))
        if "id" in given:
            self.ids.append(given["id"])

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def page(desk, address):
    answer = desk.get(address)
    assert answer.status_code == 200, answer.text
    return Page(answer.text)


@pytest.mark.parametrize("address", SCREENS)
def test_every_screen_opens_and_marks_where_one_is(desk, address):
    answer = desk.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f'href="{address.split("?")[0]}" aria-current="page"' in answer.text


@pytest.mark.parametrize("address", SCREENS)
def test_every_link_of_every_screen_leads_somewhere(desk, address):
    for link in sorted(set(page(desk, address).links)):
        if link.startswith(("#", "https://")):
            continue
        assert desk.get(link).status_code in (200, 303), link


def test_no_id_stands_twice(desk):
    for address in SCREENS:
        ids = page(desk, address).ids
        assert len(ids) == len(set(ids)), address


def test_claims_show_status_voice_and_the_text_own_words(desk):
    text = page(desk, "/claims").text
    assert "10 of 10 claims in 2 articles of 2 outlets" in text
    assert "North Korea → Russia gave shells “supplied” alleged by U.S. officials" in text
    assert "did not give shells “supplied” denied by Moscow" in text
    assert "is to visit “visit”" in text
    assert "may cooperate “drill”" in text
    assert "Iran → Japan is cooperating “repairing”" in text


def test_comments_are_listed_only_when_asked_and_never_counted(desk):
    assert "attacked" not in page(desk, "/claims").text
    asked = page(desk, "/claims?comments=1").text
    assert "comment: no report" in asked
    assert "attacked" not in page(desk, "/timeline?comments=1").text


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("status=negated", 1),
        ("status=negated&status=possible", 2),
        ("voice=none", 8),
        ("voice=unnamed", 1),
        ("voice=named", 1),
        ("party=Japan", 3),
        ("party=JPN&kind=event&type=consult", 1),
        ("good=arms", 3),
        ("outlet=Harbour+Gazette", 2),
        ("since=2023-10-01", 2),
        ("dated=claim", 5),
        ("text=SHELLS", 4),
        ("text=shells++korea+Russia+denied", 1),
        ("text=shells+harbour", 0),
        ("actor=%3DRussia", 3),
    ],
)
def test_filters_choose(desk, query, number):
    assert f"{number} of 10 claims" in page(desk, f"/claims?{query}").text
    assert desk.get(f"/api/claims?{query}").json()["all"] == number


@pytest.mark.parametrize("query", ["", "party=RUS", "status=negated&voice=any", "sure=70"])
def test_the_count_beside_a_facet_is_what_it_leads_to(desk, query):
    found = desk.get(f"/claims?{query}").text
    facets = re.findall(
        r'<li><a href="/claims([^"]*)"( aria-current="true")?>.*?<span class="n">(\d+)</span>',
        found,
    )
    assert len(facets) > 10
    for link, chosen, number in facets:
        if not chosen and "status=negated" not in query:
            answer = desk.get(f"/api/claims{link.replace('&amp;', '&')}").json()
            assert answer["all"] == int(number), link


def test_sorting_and_paging(desk):
    by_day = [item["day_from"] for item in desk.get("/api/claims?sort=when&down=1").json()["items"]]
    assert by_day == sorted(by_day, reverse=True)
    first = desk.get("/api/claims?rows=4").json()
    second = desk.get(first["next"]).json()
    last = desk.get(second["next"]).json()
    ids = [item["claim"]["id"] for part in (first, second, last) for item in part["items"]]
    assert (len(ids), len(set(ids)), last["next"]) == (10, 10, None)
    assert 'rel="next"' not in desk.get("/claims").text


@pytest.mark.parametrize(
    "address",
    [
        "/events?only=contested&sort=reports&down=1&page=2",
        "/claims?status=negated&status=planned&dated=claim&comments=1&sort=when&rows=200",
        "/series?by=month&split=status",
        "/ledger?actor=RUS&status=negated",
    ],
)
def test_a_filter_keeps_the_order_and_what_was_chosen_before(desk, address):
    form = re.search(r'<details class="filterform">.*?</form>', desk.get(address).text, re.S)[0]
    kept = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    asked = [tuple(one.split("=")) for one in address.partition("?")[2].split("&")]
    assert sorted(kept) == sorted(one for one in asked if one[0] != "page")


def test_an_article_ties_its_spans_to_its_notes(desk, store_path):
    with Store.open(store_path, read_only=True) as store:
        key = next(iter(store.article_ids()))
    found = desk.get(f"/articles/{key}").text
    shown = Page(found)
    assert "8 claims in the body , 1 claim in the readers’ comments" in shown.text
    for number in range(1, 10):
        assert found.count(f'id="t{number}"') == 1
    anchors = [link for link in shown.links if link.startswith("#c-")]
    assert {link[1:] for link in anchors} <= set(shown.ids)
    assert 'data-c="c2:actor"' in found
    assert "en.verb.test" in found
    assert "kept apart: never a report" in shown.text


def test_an_article_by_status(desk, store_path):
    with Store.open(store_path, read_only=True) as store:
        key = next(iter(store.article_ids()))
    assert "1 claim in the body of 9" in page(desk, f"/articles/{key}?status=negated").text
    assert desk.get("/articles/none").status_code == 404


def test_the_timeline_keeps_statuses_apart(desk):
    found = desk.get("/timeline").text
    assert found.count('class="bar-happened"') >= 2
    assert 'class="bar-planned"' in found
    assert "since=2023-10-01&amp;until=2023-10-01" in found
    zoomed = desk.get("/timeline?by=month").text
    assert "since=2023-09-01&amp;until=2023-09-30" in zoomed


def test_the_dossier_reads_like_a_brief(desk):
    text = page(desk, "/dossier?a=Russia&b=North+Korea").text
    for heading in ("What happened", "Alleged and denied", "What each wants", "Exchanges",
                    "What stands in the way", "Reactions of others",
                    "Said and denied"):  # fmt: skip
        assert heading in text
    assert "1 claim says so" in text
    assert "1 claim denies it" in text
    assert "Japan → Russia" in text
    denied = text.partition("line of this dossier that some claim denies")[2]
    assert "U.S. officials · Sep 2023 · The Wire" in denied
    assert "undated, published 14 Sep 2023 · The Wire · in its article" in denied


def test_a_long_dossier_stays_a_page(tmp_path):
    path = tmp_path / "long.duckdb"
    pages = []
    for number in range(80):
        one = article(f"Number {number}. {MET}", title=f"Number {number}")
        pages.append((one, [claim(one, MET, "met", "CONSULT", actors=["Russia"],
                                  recipients=["North Korea"],
                                  when=(f"{1900 + number}-09-12",) * 2)]))  # fmt: skip
    with Store.open(path) as store:
        store.add_many(pages)
    with desk_on(path) as desk:
        found = desk.get("/dossier?a=RUS&b=PRK").text
        assert (
            "80 lines, in an article’s own voice, undisputed; the first 60 here, all in the"
            in Page(found).text
        )
        assert found.count('class="ev short"') == 60
        assert desk.get("/dossier.csv?a=RUS&b=PRK").text.count("\r\n") == 81


def test_the_dossier_of_nobody(desk):
    text = page(desk, "/dossier?a=RUS&b=Norway").text
    assert "no claim between Russia and Norway" in text
    assert "two different parties" in page(desk, "/dossier?a=RUS&b=Russia").text


def test_the_ledger_cell_leads_to_its_lines(desk):
    found = desk.get("/ledger").text
    cell = re.search(r'href="(/ledger\?[^"]*status=negated[^"]*)#lines"', found)
    lines = Page(desk.get(cell[1].replace("&amp;", "&")).text).text
    assert "1 line" in lines
    assert "North Korea → Russia" in lines
    assert "denies" in lines


def test_the_network_draws_and_lists_the_same(desk):
    found = desk.get("/network").text
    drawn = set(re.findall(r'<a href="(/claims\?[^"]+)" aria-label="[^"]+→', found))
    listed = set(re.findall(r'data-l="Claims"><a href="(/claims\?[^"]+)"', found))
    assert drawn
    assert drawn == listed


def test_sources_and_problems(desk):
    text = page(desk, "/sources").text
    assert "2 voices , of which 1 is never named" in text
    assert "Harbour Gazette" in text
    assert "holds no text" in page(desk, "/problems").text


def test_a_pronoun_is_no_source_that_is_never_named(tmp_path):
    first, second = "It said Japan met Iran.", "Officials said Japan met Iran."
    given = article(first, second)
    told = [
        claim(given, first, "met", "CONSULT", actors=["Japan"], voices=[("It", "said")]),
        claim(given, second, "met", "CONSULT", actors=["Japan"], voices=[("Officials", "said")]),
    ]
    told = [replace(one, voices=(replace(one.voices[0], named=False),)) for one in told]
    with Store.open(tmp_path / "said.duckdb") as store:
        store.add(given, told)
    with desk_on(tmp_path / "said.duckdb") as client:
        text = page(client, "/sources").text
        assert "1 voice , of which 1 is never named" in text
        assert "“It” in 1 claim" in text
        rows = client.get("/api/sources").json()["items"]
        assert {row["voice"]: row["pronoun"] for row in rows} == {"It": True, "Officials": False}


@pytest.mark.parametrize(
    ("words", "address"),
    [
        ("shells to", "/claims?text=shells+to"),
        ("Russia", "/claims?party=RUS"),
        ("russia, north korea", "/dossier?a=RUS&b=PRK"),
        ("Japan and Iran", "/dossier?a=JPN&b=IRN"),
        ("Japan Iran", "/dossier?a=JPN&b=IRN"),
        ("north korea russia", "/dossier?a=PRK&b=RUS"),
        ("Russia Russia", "/claims?text=Russia+Russia"),
        ("Russia shells", "/claims?text=shells&party=RUS"),
        ("North Korea Russia shells denied", "/dossier?a=PRK&b=RUS&text=shells#contested"),
        ("who denies the shells?", "/claims?status=negated&good=arms"),
        ("shells supplied", "/claims?text=shells+supplied"),
        ("who denied shells", "/claims?status=negated&good=arms"),
        ("what does Russia deny", "/claims?party=RUS&status=negated"),
        ("who denies", "/claims?status=negated"),
        ("which drills are possible", "/claims?text=which+drills+are+possible"),
        ("Russia cargo bay", "/claims?text=Russia+cargo+bay"),
        ("law and order", "/claims?text=law+and+order"),
        ("", "/claims"),
        ("//evil.example/", "/claims?text=%2F%2Fevil.example%2F"),
    ],
)
def test_the_box_leads_where_its_words_mean(desk, words, address):
    answer = desk.get("/find", params={"q": words})
    assert (answer.status_code, answer.headers["location"]) == (303, address)


@pytest.mark.parametrize(
    "address",
    ["/claims", "/timeline", "/articles", "/ledger", "/network", "/sources", "/problems",
     "/dossier", "/map", "/series"],
)  # fmt: skip
def test_downloads_are_flat(desk, address):
    query = "?a=RUS&b=PRK" if address == "/dossier" else ""
    answer = desk.get(f"{address}.csv{query}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert rows
    assert not [cell for row in rows for cell in row.values() if cell.startswith(("{", "["))]


def test_the_map_sets_marks_where_the_text_puts_claims(desk):
    found = desk.get("/map").text
    assert "2 claims with a place of their own" in Page(found).text
    assert "9 claims without a place are not drawn" not in found
    assert 'aria-label="Beijing: 1 happened"' in found
    town, state = found.split('aria-label="Beijing')[1], found.split('aria-label="Japan')[1]
    assert "<circle" in town.split("</a>")[0]
    assert "<circle" not in state.split("</a>")[0]  # a country is named, not pointed at
    assert "without a town" in found
    link = re.search(r'href="(/claims\?place=[^"]+)" aria-label="Beijing', found)[1]
    assert "1 of 10 claims" in page(desk, link).text
    assert page(desk, "/map?world=1").text.count("Beijing")
    assert "None of these claims has a place" in page(desk, "/map?status=negated").text


def test_series_keep_their_values_apart(desk):
    found = desk.get("/series?by=month").text
    assert found.count('class="bar-happened"') == 1
    assert 'class="bar-planned"' in found
    by_type = page(desk, "/series?split=type&by=month").text
    assert "CONSULT" in by_type
    assert "want" in by_type
    for link in re.findall(r'href="(/claims[^"]+)" aria-label', found):
        assert desk.get(link.replace("&amp;", "&")).status_code == 200
    assert "No claim fits" in page(desk, "/series?party=RUS&status=planned").text


def test_what_began_before_the_days_asked_for_does_not_stretch_the_axis(desk):
    found = desk.get("/timeline?since=2023-09-13&by=day").text
    assert "1 Sep 2023: " not in found
    assert "13 Sep 2023: " in found


def test_a_download_is_what_the_screen_shows(desk):
    rows = list(csv.DictReader(io.StringIO(desk.get("/claims.csv?status=negated").text)))
    assert [(row["status"], row["voices"], row["sentence"]) for row in rows] == [
        ("negated", "Moscow", "Moscow denied that North Korea supplied shells to Russia.")
    ]


def test_an_empty_store_says_what_to_do(tmp_path):
    path = tmp_path / "new.duckdb"
    Store.open(path).close()
    with desk_on(path) as desk:
        for address in [href for href, _, _ in ROOMS if href not in ("/problems", "/correct")]:
            assert "Nothing has been read yet" in desk.get(address).text, address


def test_a_comment_shows_where_it_stands_and_stays_apart(tmp_path):
    path = tmp_path / "comment.duckdb"
    one = article(MET, comment="I am worried. Will Russia stop?")
    with Store.open(path) as store:
        store.add(one, [claim(one, MET, "met", "CONSULT", actors=["Russia"],
                              recipients=["North Korea"])])  # fmt: skip
    with desk_on(path) as desk:
        text = page(desk, f"/articles/{one.id}").text
        assert "alarm (“worried”) · asks a question · speaks of Russia" in text
        assert "kept apart: never a report" in text
        (found,) = desk.get(f"/api/articles/{one.id}").json()["comments"]
        assert [stance["stance"] for stance in found["stances"]] == ["alarm"]
        assert "worried" not in page(desk, "/dossier?a=RUS&b=PRK").text


def test_claims_lead_to_their_events(desk):
    for address in ("/claims", "/timeline", "/ledger", "/articles"):
        if address == "/articles":
            address = next(one for one in page(desk, address).links if one.startswith("/articles/"))
        links = [one for one in page(desk, address).links if one.startswith("/events/")]
        assert links, address


def test_an_article_shows_its_cast(desk):
    first = [one for one in page(desk, "/articles").links if one.startswith("/articles/")]
    found = [desk.get(one).text for one in dict.fromkeys(first)]
    text = next(one for one in found if "Moscow" in one)
    key = re.search(r'data-party="(p\d+)">North Korea', text)[1]
    assert text.count(f'data-w="{key}"') + text.count(f' {key}"') >= 4
    assert re.search(r'data-party="p\d+">Moscow', text)


def test_a_dossier_of_many_articles_is_of_the_last_ones_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("reportedly.desk.screens.dossier._ARTICLES", 2)
    path = tmp_path / "many.duckdb"
    with Store.open(path) as store:
        for day in (3, 1, 4, 2):
            said = f"It was day {day}."
            page = article(MET, said, published=f"2023-09-0{day}T08:00:00+00:00")
            met = claim(page, MET, "met", "CONSULT", actors=["Russia"], recipients=["North Korea"])
            store.add(page, [met])
        cut, every = (views.dossier(store, "RUS", "PRK", most=most) for most in (2, None))
    assert (cut.earlier, cut.since, every.earlier, every.since) == (2, "2023-09-03", 0, None)
    assert sum(len(one.claims) for one in every.did) == 4
    with desk_on(path) as client:
        page = client.get("/dossier?a=RUS&b=PRK").text
        assert "since 3 Sep 2023. 2 earlier ones" in page
        assert "2 claims" in page
        assert "4 claims" in client.get("/dossier?a=RUS&b=PRK&whole=1").text
        line = client.get("/dossier.csv?a=RUS&b=PRK").text
        assert len(set(re.findall(r"\b[0-9a-f]{32}\b", line))) >= 4


def test_a_day_long_past_does_not_press_the_others_flat(tmp_path):
    words = [f"Japan met Iran in harbour {number}." for number in range(40)]
    given = article(*words)
    days = ["1956-03-01", *("2023-09-12" for _ in words[1:])]
    told = [
        claim(given, one, "met", "CONSULT", actors=["Japan"], when=(day, day))
        for one, day in zip(words, days, strict=True)
    ]
    with Store.open(tmp_path / "past.duckdb") as store:
        store.add(given, told)
    with desk_on(tmp_path / "past.duckdb") as client:
        for name in ("timeline", "series"):
            text = client.get(f"/{name}").text
            assert "40 claims" in text
            found = re.search(
                rf'<a href="(/{name}\?until=2022-12-31&amp;begins=1)">1 claim before 2023</a>', text
            )
            assert found, text
            assert "12 Sep 2023" in text
            assert "1 claim" in client.get(html.unescape(found[1])).text
            assert "Not drawn" not in client.get(f"/{name}?by=year").text
