"""Questions to a store: what is printed, in which format, through which filter."""

from __future__ import annotations

import csv
import io
import json

import pytest
from msgspec import structs

from builders import article, claim
from reportedly.records.schema import ROOTS
from reportedly.store import Store
from reportedly.views import (
    CommentRow,
    Dossier,
    EventLine,
    LedgerLine,
    LedgerRow,
    SourceRow,
    TimelineRow,
)


def lines(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.parametrize(
    ("command", "record"),
    [
        (["timeline"], EventLine),
        (["ledger"], LedgerLine),
        (["timeline", "--by", "claim"], TimelineRow),
        (["ledger", "--by", "claim"], LedgerRow),
        (["sources"], SourceRow),
        (["claims"], ROOTS["claim"]),
        (["dossier", "RUS", "PRK"], Dossier),
        (["comments"], CommentRow),
    ],
)
def test_json_lines_hold_every_field(run, linked, command, record):
    found = lines(run(*command, "--store", linked))
    assert found
    assert tuple(found[0]) == record.__struct_fields__


@pytest.mark.parametrize(
    ("options", "triggers"),
    [
        (["--status", "negated"], ["supplied"]),
        (["--status", "negated", "--status", "possible"], ["supplied", "drill"]),
        (["--kind", "want"], ["wants"]),
        (["--type", "consult"], ["met"]),
        (["--mode", "disapprove"], ["condemned"]),
        (["--actor", "Japan"], ["condemned"]),
        (["--actor", "JPN"], ["condemned"]),
        (["--recipient", "north korea", "--kind", "want"], ["wants"]),
        (["--voice", "Moscow"], ["supplied"]),
        (["--to", "2023-09-12"], ["met"]),
        (["--until", "2023-09-12"], ["met"]),
        (["--from", "2024-01-01"], []),
        (["--text", "RAIL LINK"], ["limits"]),
        (["--good", "arms", "--voice", "none"], ["wants"]),
        (["--type", "ASSAULT"], []),
        (["--type", "ASSAULT", "--include-comments"], ["attacked"]),
    ],
)
def test_filters(run, store, options, triggers):
    found = lines(run("claims", "--store", store, *options))
    assert [one["trigger"]["text"] for one in found] == triggers


@pytest.mark.parametrize("command", ["timeline", "ledger", "sources", "claims", "problems"])
@pytest.mark.parametrize("form", ["table", "csv", "md", "jsonl"])
def test_every_format_prints(run, linked, command, form):
    result = run(command, "--store", linked, "--format", form)
    assert result.exit_code == 0, result.output
    assert result.stdout.strip()
    if form == "csv":
        assert len({len(row) for row in csv.reader(io.StringIO(result.stdout))}) == 1


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("table", ["Russia wants", "What stands in the way", "denied by", "⊘"]),
        ("md", ["# Russia — North Korea", "## Said and denied", "## Reactions of others"]),
        ("csv", ['"wants_a"', '"contested"', '"obstacles"']),
    ],
)
def test_dossier(run, store, form, wanted):
    result = run("dossier", "Russia", "North Korea", "--store", store, "--format", form)
    assert result.exit_code == 0, result.output
    for words in wanted:
        assert words in result.stdout


def test_dossier_page_is_written(run, store, tmp_path):
    result = run("dossier", "Russia", "North Korea", "--store", store, "--html", "d.html")
    assert result.exit_code == 0, result.output
    assert "d.html written" in result.stderr
    text = (tmp_path / "d.html").read_text(encoding="utf-8")
    assert '<mark class="mc negated">supplied</mark>' in text


def test_store_from_the_environment(run, store, monkeypatch):
    monkeypatch.setenv("REPORTEDLY_STORE", str(store))
    assert len(lines(run("problems"))) == 1


@pytest.mark.parametrize(
    ("shape", "name"),
    [("plover", "e.jsonl"), ("polecat", "e.tsv"), ("csv", "e.csv"), ("parquet", "e.parquet")],
)
def test_export(run, store, tmp_path, shape, name):
    result = run("export", "--to", shape, name, "--store", store)
    assert result.exit_code == 0, result.output
    assert (tmp_path / name).stat().st_size > 0
    assert "written" in result.stderr


def test_export_says_what_it_left_out(run, store):
    result = run("export", "--to", "plover", "-", "--store", store, "--type", "AID")
    assert [json.loads(line)["event"] for line in result.stdout.splitlines()] == ["AID"]
    assert "1 left out: status negated" in result.stderr


def test_readers_leave_the_store_alone(run, store):
    before = store.read_bytes()
    run("timeline", "--store", store)
    assert store.read_bytes() == before
    with Store.open(store, read_only=True) as opened:
        assert opened.counts().claims == 9


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--from", "yesterday"], "'yesterday' is no ISO date"),
        (["--from", "2023-09-13", "--to", "2023-09-12"], "is after the last"),
    ],
)
def test_wrong_days_are_wrong_usage(run, store, options, words):
    result = run("timeline", *options, "--store", store)
    assert result.exit_code == 2
    assert words in result.stderr
    assert "date_from" not in result.stderr


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["export", "--to", "csv", "no-folder/claims.csv"], 2),
        (["dossier", "RUS", "PRK", "--html", "no-folder/page.html"], 1),
    ],
)
def test_a_file_that_cannot_be_written_is_a_message(run, store, command, code):
    result = run(*command, "--store", store.resolve())
    assert result.exit_code == code
    assert "Error: no-folder" in result.stderr


def test_a_hidden_voice_is_not_the_articles(run, tmp_path):
    sentence = "Russia is said to have met North Korea."
    page = article(sentence)
    told = claim(page, sentence, "met", "CONSULT", voices=[("Russia", "said")])
    hidden = structs.replace(
        told.voices[0], start=None, end=None, text=None, name=None, country=None, named=False
    )
    with Store.open(tmp_path / "hidden.duckdb") as opened:
        opened.add(page, [structs.replace(told, voices=(hidden,))])
    result = run("sources", "--format", "table", "--store", tmp_path / "hidden.duckdb")
    assert "(not named)" in result.stdout
    assert "(the articles themselves)" not in result.stdout


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--party", "Rusia"], "no party 'Rusia' in this store; did you mean Russia?"),
        (
            ["--actor", "Norht Korea"],
            "no actor 'Norht Korea' in this store; did you mean North Korea?",
        ),
        (["--party", "Chad"], "no party 'Chad' in this store\n"),
        (["--good", "arms.amunition"], "did you mean arms.ammunition?"),
        (["--good", "amunition"], "did you mean arms.ammunition?"),
        (["--outlet", "Harbor Times"], "no outlet 'Harbor Times' in this store\n"),
        (["--type", "RETREAT"], "no type 'RETREAT' in this store\n"),
        (["--mode", "vist"], "no mode 'vist' in this store; did you mean visit?"),
        (["--voice", "Moscov"], "did you mean Moscow?"),
    ],
)
@pytest.mark.parametrize("command", ["timeline", "ledger", "claims", "events", "sources"])
def test_what_the_store_does_not_know_gets_the_nearest(run, store, command, options, message):
    result = run(command, "--store", store, *options)

    assert result.exit_code == 0
    assert message in result.stderr


@pytest.mark.parametrize(
    ("options", "near"),
    [
        (["--type", "consult "], "CONSULT"),
        (["--type", "ASSALT"], "ASSAULT"),
        (["--status", "planed"], "planned"),
        (["--kind", "wants"], "want"),
    ],
)
def test_a_word_that_is_none_of_ours_gets_the_nearest(run, store, options, near):
    result = run("events", "--store", store, *options)

    assert result.exit_code == 2
    assert f"Did you mean {near}?" in result.stderr


@pytest.mark.parametrize(
    ("command", "message"),
    [
        (["dossier", "Rusia", "North Korea"], "no party 'Rusia' in this store; did you mean"),
        (["dossier", "Russia", "Atlantis"], "no party 'Atlantis' in this store\n"),
        (["comments", "--party", "Rusia"], "no party 'Rusia' in this store; did you mean"),
        (["comments", "--article", "none"], "no article 'none' in this store\n"),
    ],
)
def test_a_side_or_an_article_that_the_store_lacks_is_said(run, store, command, message):
    result = run(*command, "--store", store)

    assert result.exit_code == 0
    assert message in result.stderr


def test_what_the_store_knows_gets_no_message(run, linked):
    store = linked
    options = ["--party", "Russia", "--good", "arms", "--voice", "any", "--status", "conditional"]

    assert run("timeline", "--store", store, *options).stderr == ""
    assert run("dossier", "Russia", "North Korea", "--store", store).stderr == ""
    assert run("comments", "--party", "Russia", "--store", store).stderr == ""


@pytest.mark.parametrize("form", ["table", "md"])
def test_what_a_reader_wrote_says_so(run, store, form):
    options = ["--include-comments", "--format", form, "--store", store]

    assert "reader’s comment" in run("claims", "--type", "ASSAULT", *options).stdout
    assert "reader’s comment" not in run("claims", "--type", "AID", *options).stdout
