"""mentions: a row for each chain, with chains made by hand."""

from __future__ import annotations

import csv
import io
import json

import pytest

from reportedly.records import Chain, Entity, Mention

TEXT = "The envoy Anna Ruiz landed in Lisbon on the first flight. She met nobody there on Monday."


def mention(words, form, reason, sure=1.0):
    start = TEXT.index(words)
    return Mention(start=start, end=start + len(words), text=words, form=form, reason=reason,
                   sure=sure)  # fmt: skip


CAST = [
    Chain(
        entity=Entity(kind="person", name="Anna Ruiz", country="ESP", role="envoy"),
        mentions=(
            mention("The envoy", "phrase", "new"),
            mention("Anna Ruiz", "name", "apposition"),
            mention("She", "pronoun", "pronoun", 0.9),
        ),
    ),
    Chain(
        entity=Entity(kind="place", name="Lisbon"),
        mentions=(mention("Lisbon", "name", "new"),),
    ),
]


@pytest.fixture
def page(coder, tmp_path):
    coder.mentions = lambda article: [] if "nobody at all" in article.text else CAST
    found = tmp_path / "a.txt"
    found.write_text(TEXT, encoding="utf-8")
    return found


def test_each_chain_is_a_line_as_the_coder_gives_it(run, page):
    result = run("mentions", page)
    assert result.exit_code == 0, result.output
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        chain.to_dict() for chain in CAST
    ]


def test_only_the_named(run, page, coder):
    crowd = Chain(
        entity=Entity(kind="group", name="first flight"),
        mentions=(mention("the first flight", "phrase", "new"),),
    )
    coder.mentions = lambda _: [*CAST, crowd]
    assert len(run("mentions", page).stdout.splitlines()) == 3
    named = [json.loads(line) for line in run("mentions", page, "--named").stdout.splitlines()]
    assert [one["entity"]["name"] for one in named] == ["Anna Ruiz", "Lisbon"]


def test_articles_come_before_their_chains(run, page):
    article, first, _ = map(json.loads, run("mentions", page, "--articles").stdout.splitlines())
    for one in first["mentions"]:
        assert article["text"][one["start"] : one["end"]] == one["text"]


def test_csv_has_a_row_for_each_chain(run, page):
    rows = list(csv.DictReader(io.StringIO(run("mentions", page, "--format", "csv").stdout)))
    assert [(row["name"], row["kind"], row["country"], row["role"]) for row in rows] == [
        ("Anna Ruiz", "person", "ESP", "envoy"),
        ("Lisbon", "place", "", ""),
    ]
    assert [(row["mentions"], row["first"]) for row in rows] == [
        ("3", "The envoy"),
        ("1", "Lisbon"),
    ]
    assert TEXT[int(rows[0]["start"]) : int(rows[0]["end"])] == "The envoy"
    assert len({row["article"] for row in rows}) == 1


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("table", ["first words", "Anna Ruiz", "envoy", "Lisbon"]),
        ("md", ["| name | kind |", "| Anna Ruiz | person | ESP | envoy | 3 | The envoy |"]),
    ],
)
def test_tables_stand_under_their_article(run, page, form, wanted):
    result = run("mentions", page, "--format", form)
    assert result.exit_code == 0, result.output
    for words in wanted:
        assert words in result.stdout


def test_nobody_is_said(run, page):
    page.write_text("It rained all day, and nobody at all was seen in the streets.", "utf-8")
    assert "nothing found" in run("mentions", page, "--format", "table").stdout
    assert run("mentions", page).stdout == ""


def test_problems_are_told_and_the_run_goes_on(run, page):
    result = run("mentions", "nowhere.html", page)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == len(CAST)
    assert "problem: read: nowhere.html" in result.stderr
    assert "1 problem" in result.stderr
