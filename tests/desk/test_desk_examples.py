"""What the desk shows of the bundled examples: Moscow denies what the White House tells."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from test_desk_screens import page

from desk_store import desk_on
from reportedly.cli.demo import examples_folder
from reportedly.linking.stored import update
from reportedly.store import Store

pytestmark = pytest.mark.parser
CONTESTED = "/events?only=contested"


@pytest.fixture(scope="module")
def examples(tmp_path_factory, coder):
    path = tmp_path_factory.mktemp("examples") / "examples.duckdb"
    with Store.open(path) as store:
        for one in sorted(examples_folder().iterdir()):
            article = coder.read(one)
            store.add(coder.coded(article), coder.code(article))
        update(store)
    with desk_on(path) as desk:
        yield desk


def test_what_one_tells_and_another_denies_is_contested_on_every_screen(examples):
    assert ">1 contested</a>" in examples.get("/").text
    assert examples.get("/api/today").json()["contested"] == 1
    assert "1 event : what several" in " ".join(page(examples, CONTESTED).text.split())
    (event,) = examples.get(f"/api{CONTESTED}").json()["items"]
    assert (event["contested"], event["status_by"]) == (True, ["United States"])
    assert (event["actors"][0]["name"], event["recipients"][0]["name"]) == ("North Korea", "Russia")
    assert (event["origins"], event["origins_denying"]) == (
        ["The Northern Ledger"],
        ["Capital Dispatch"],
    )


def test_the_page_the_files_and_the_sources_say_who_denies_it(examples):
    (event,) = examples.get(f"/api{CONTESTED}").json()["items"]
    shown = " ".join(page(examples, f"/events/{event['id']}").text.split())
    assert "Contested: alleged by United States" in shown
    assert "denied by Russia" in shown
    assert examples.get(f"/api/events/{event['id']}").json()["event"]["contested"]
    answer = examples.get(CONTESTED.replace("events", "events.csv"))
    (row,) = csv.DictReader(io.StringIO(answer.text))
    assert (row["contested"], row["disputed"]) == ("True", "status: denied, affirmed")
    voices = {one["voice"]: one for one in examples.get("/api/sources").json()["items"]}
    assert voices["United States"]["contradicted_by"] == ["Russia"]
    assert page(examples, "/sources").text.count("1 event") == 1


def test_today_says_of_which_days_its_numbers_are(examples):
    shown = examples.get("/").text
    assert "In the last year, since 22 Jun 2023" in shown
    assert re.search(r'href="/\?stretch=year" aria-current="true"', shown)
    assert 'aria-current="true"' not in examples.get("/?reported=2024-01-01").text.split("<h1>")[1]
    every = examples.get("/?stretch=all").text
    assert "In all: " in every
    assert re.search(r'href="/\?stretch=all" aria-current="true"', every)


def test_what_is_cut_short_says_how_much_more_there_is(examples):
    counts = examples.get("/api/today").json()
    due = examples.get("/").text.partition('id="due"')[2].partition("</section>")[0]
    told = due.count(" over</span>")
    assert 0 < told < counts["overdue"]
    assert f'outcome=overdue">{counts["overdue"] - told} more overdue</a>' in due


def test_said_and_denied_counts_as_many_under_its_heading_as_in_the_contents(examples):
    shown = page(examples, "/dossier?a=North+Korea&b=Russia").text
    contents = int(re.search(r"Said and denied (\d+)", " ".join(shown.split()))[1])
    below = " ".join(shown.split()).rpartition("Said and denied")[2]
    lines, more = re.match(r" (\d+) lines? of this.*?; (\d+) lines? more :", below).groups()
    assert int(lines) + int(more) == contents


def ledger_rows(examples, sentence):
    found = csv.DictReader(io.StringIO(examples.get("/ledger.csv").text))
    return [row for row in found if row["sentence"].startswith(sentence)]


def test_a_line_of_the_ledger_says_that_it_stands_in_a_copy(examples):
    (copy,) = ledger_rows(examples, "Pyongyang is shipping a significant number")
    assert (copy["voices"], copy["copy_of"]) == ("", "Capital Dispatch")
    (told,) = ledger_rows(examples, "The White House said last week that Pyongyang was shipping")
    assert (told["voices"], told["copy_of"]) == ("United States", "")
    assert copy["event"] == told["event"] != ""
    assert copy["origins"] == told["origins"] == "2"
    shown = " ".join(page(examples, "/ledger?rows=200").text.split())
    assert "the article itself a copy of Capital Dispatch" in shown


def test_goods_stand_in_words_beside_the_text(examples):
    (told,) = ledger_rows(examples, "The White House said last week that Pyongyang was shipping")
    assert (
        "artillery shells (arms · ammunition)"
        in page(examples, f"/articles/{told['article']}").text
    )


def test_claims_and_their_article_say_whose_copy_they_stand_in(examples):
    (copy,) = ledger_rows(examples, "Pyongyang is shipping a significant number")
    shown = page(examples, f"/claims?event={copy['event']}").text
    assert " ".join(shown.split()).count("Harbour Standard a copy of Capital Dispatch") == 1
    shown = page(examples, f"/articles/{copy['article']}").text
    assert "a copy of Capital Dispatch : no report of its own" in " ".join(shown.split())
    shown = page(examples, f"/articles/{copy['copied']}").text
    assert "a copy of" not in " ".join(shown.split())


def test_a_denial_in_the_ledger_names_those_of_whom_it_is_told(examples):
    rows = ledger_rows(examples, "North Korea said on Tuesday that it had never had arms dealings")
    assert {(row["givers"], row["receivers"]) for row in rows} == {("", "")}
    assert {(row["actors"], row["recipients"]) for row in rows} == {("North Korea", "Russia")}
    assert [row["copy_of"] for row in rows] == ["", "Capital Dispatch"]
    shown = " ".join(page(examples, "/ledger?rows=200").text.split())
    assert "North Korea, Russia who gives is not told denies" in shown


def test_who_denies_that_arms_were_given_withholds_none(examples):
    for words in ("Moscow waves away talk", "Russia has dismissed the American", "Yevgeny"):
        rows = ledger_rows(examples, words)
        assert {row["deal"] for row in rows} == {"denies"}
        assert rows[0]["status"] == "happened"
        assert {row["status"] for row in rows[1:]} <= {"negated"}


def test_who_keeps_promises_is_told_in_counts(examples):
    shown = " ".join(page(examples, "/promises").text.split())
    below = shown.partition("Who keeps promises")[2]
    assert re.search(r" 0 of \d+ \d+ never reported 0–\d+ % ", below)
    assert "without a name (“government”) are left out" in below
    assert " government " not in below.partition("95 % interval")[2]
    assert " 0 % " not in below.partition("95 % interval")[2]


def test_why_reports_are_one_event_is_told_in_words(examples):
    events = examples.get("/api/events?rows=200").json()["items"]
    known = next(one for one in events if one["decisions"])
    shown = examples.get(f"/events/{known['id']}").text
    below = shown.partition('id="linked"')[2]
    assert "<b>for it</b>: <span title=" in below
    assert re.search(r"<b>against it</b>: .*most claims are of different events", below)
    assert not re.search(r">[^<]*base −", below)
    assert re.search(r"score \+[\d.]+, 0 or more is one event", below)
    (contested,) = examples.get(f"/api{CONTESTED}").json()["items"]
    voices = page(examples, f"/events/{contested['id']}").text.partition("Voices")[2]
    assert "certain (CT+), “said”" in voices
    assert "certainly not (CT-), “den" in voices


def test_one_person_is_one_source_and_an_office_is_no_name(examples):
    rows = {one["voice"]: one for one in examples.get("/api/sources?rows=200").json()["items"]}
    assert "Mr Kirby" not in rows
    assert rows["John Kirby"]["claims"] == 3
    assert {name: (rows[name]["named"], rows[name]["naming"]) for name in (
        "John Kirby", "Russia", "foreign ministry", "agriculture minister", "two prime ministers",
        "officials",
    )} == {
        "John Kirby": (True, "name"),
        "Russia": (True, "name"),
        "foreign ministry": (True, "body"),
        "agriculture minister": (False, "role"),
        "two prime ministers": (False, "role"),
        "officials": (False, "none"),
    }  # fmt: skip
    shown = " ".join(page(examples, "/sources?rows=200").text.split())
    assert "agriculture minister office only RUS" in shown
    assert "foreign ministry as a body RUS" in shown
    offices = sum(one["naming"] == "role" for one in rows.values())
    assert f", {offices} are known by office alone (“the minister”)" in shown
    hidden = int(re.search(r"of which (\d+) are never named", shown)[1])
    assert hidden == sum(one["naming"] == "none" and not one["pronoun"] for one in rows.values())


def test_what_only_a_voice_held_has_its_sign_where_it_changed(examples):
    turn = examples.get("/").text.partition("Changed status")[2].partition("</li>")[0]
    assert "was told as happened, now denied" in " ".join(turn.split())
    first, _, then = turn.partition('<span class="to"')
    assert first.count("s-said") == 1
    assert then.partition("</span>")[2].count("s-said") >= 1


def test_the_network_draws_nobody_without_a_name(examples):
    found = examples.get("/network").text
    figure, table = found.partition('id="table"')[::2]
    drawn = set(re.findall(r'<text class="[^"]*"[^>]*>([^<]+)</text>', figure))
    assert {"Russia", "North Korea"} <= drawn
    assert drawn.isdisjoint({"government", "them", "people"})
    assert ">government<" in table
    assert "parties without a name (“government”, “them”)" in figure


def test_a_plan_without_a_day_is_open_and_not_to_come(examples):
    shown = " ".join(page(examples, "/promises").text.split())
    assert "open, no report so far" in shown
    assert "still to come" not in shown
    assert "Commanders are to talk" in shown


def test_a_facet_without_values_has_no_heading(examples):
    facets = examples.get("/claims?good=drones&status=negated").text.partition("Facets")[2]
    heads = re.findall(r'<section class="facet"><h2>([^<]*)</h2>', facets)
    assert "Outlet" in heads
    assert "Sure, at least" not in heads


def test_why_this_code_is_told_without_the_marks_of_the_lexicon(examples):
    (told,) = ledger_rows(examples, "Tehran denies that it supplies them")
    text = examples.get(f"/articles/{told['article']}").text
    whys = re.findall(r'<details class="why"><summary>why\?</summary><ul>(.*?)</ul>', text, re.S)
    shown = html.unescape(" ".join(whys))
    assert "<li><span>word for what is done, as in “" in shown
    assert re.search(r"word that tells whether it happened, as in “[^”]+”: did not happen", shown)
    assert "</span><code>en.operator.verb.deny</code>" in shown
    for jargon in ("{", "=>", "predicate", "operator,", "negated"):
        assert jargon not in re.sub(r"<code>[^<]*</code>", "", shown)


def test_the_file_of_claims_says_what_its_days_rest_on(examples):
    answer = examples.get("/claims.csv?text=munitions")
    told = {row["sentence"][:20]: row for row in csv.DictReader(io.StringIO(answer.text))}
    row = told["North Korea delivere"]
    assert (row["date_basis"], row["grain"]) == ("relative", "vague")
    row = told["The White House said"]
    assert (row["date_basis"], row["grain"]) == ("published", "")
