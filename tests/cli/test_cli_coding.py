"""code, add and recode, with a coder that needs no model."""

from __future__ import annotations

import json

import pytest
from cli_pages import MET

from builders import NEWER
from reportedly import reading
from reportedly.store import Store

PLAIN = "The ministers of the two countries said nothing of the talks when they left the town."

pytestmark = pytest.mark.usefixtures("coder")


@pytest.fixture
def pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{MET} {PLAIN}", encoding="utf-8")
    (folder / "b.txt").write_text(PLAIN, encoding="utf-8")
    return folder


def test_code_prints_claims(run, pages):
    result = run("code", pages, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    assert [json.loads(line)["type"] for line in result.stdout.splitlines()] == ["CONSULT"]


def test_code_prints_articles_first(run, pages):
    result = run("code", pages / "a.txt", "--articles")
    article, claim = (json.loads(line) for line in result.stdout.splitlines())
    assert article["text"][claim["trigger"]["start"] : claim["trigger"]["end"]] == "met"
    assert article["coder"] == claim["coder"]


def test_code_collapses(run, pages):
    result = run("code", pages, "--collapse", "plover")
    assert json.loads(result.stdout)["type"] == "AGREE"


def test_code_reads_standard_input(run):
    result = run("code", "-", input=f"{MET} {PLAIN}")
    assert json.loads(result.stdout)["status"] == "planned"


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("table", ["○", "Russia, North Korea · met", "CONSULT · planned"]),
        ("md", ["- ○ **Russia, North Korea · met**"]),
        ("csv", ['"CONSULT"', '"planned"']),
    ],
)
def test_code_formats(run, pages, form, wanted):
    result = run("code", pages / "a.txt", "--format", form)
    assert result.exit_code == 0, result.output
    for words in wanted:
        assert words in result.stdout


def test_problems_are_told_and_counted(run, pages):
    result = run("code", "nowhere.html", pages / "a.txt")
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "problem: read: nowhere.html" in result.stderr
    assert "1 problem" in result.stderr


def test_what_is_too_long_is_told_and_the_rest_is_coded(run, pages):
    (pages / "a.txt").write_text(f"{MET}\n\n{'(' * 5_000}", encoding="utf-8")
    result = run("code", pages)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert f"problem: bounds: {pages / 'a.txt'}: 5,000 characters are not coded" in result.stderr
    assert "1 problem" in result.stderr


def test_what_is_too_long_is_a_problem_of_its_file(run, pages, tmp_path):
    (pages / "a.txt").write_text(f"{MET}\n\n{'(' * 5_000}", encoding="utf-8")
    for _ in range(2):  # the second run finds the article there and the problem kept
        run("add", pages, "--store", "n.duckdb")
        with Store.open(tmp_path / "n.duckdb", read_only=True) as opened:
            (problem,) = opened.problems()
            assert (problem.source, problem.step) == (str(pages / "a.txt"), "bounds")
            assert problem.article in set(opened.article_ids())
            assert opened.counts().claims == 1


@pytest.mark.parametrize("processes", [1, 2])
def test_add_twice_changes_nothing(run, coder, pages, tmp_path, processes):
    command = ("add", pages, "--store", "n.duckdb", "--processes", processes)
    assert "2 articles added" in run(*command).stderr
    result = run(*command)
    assert result.exit_code == 0, result.output
    assert "0 articles added, 0 coded anew, 2 there already" in result.stderr
    assert len(coder.coded_texts) == 2
    with Store.open(tmp_path / "n.duckdb", read_only=True) as opened:
        assert opened.counts().claims == 1


def test_one_bad_page_is_a_problem_and_the_run_goes_on(run, pages, tmp_path):
    (pages / "aa.txt").write_text(f"{PLAIN} They did not stumble.", encoding="utf-8")
    result = run("add", pages, "gone.html", "--store", "n.duckdb")
    assert result.exit_code == 1
    assert "2 problems" in result.stderr
    assert "code: stumbled" in result.stderr
    with Store.open(tmp_path / "n.duckdb", read_only=True) as opened:
        assert opened.counts().articles == 2
        assert {one.step for one in opened.problems()} == {"code", "read"}


def test_interrupted_add_keeps_what_came_first(run, pages, tmp_path, monkeypatch):
    first = reading.read(pages / "a.txt")

    def stopping(*_, **__):
        yield str(pages / "a.txt"), first
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "read_named", stopping)
    result = run("add", pages, "--store", "n.duckdb")
    assert result.exit_code == 1
    assert "stopped: 1 article more" in result.stderr
    with Store.open(tmp_path / "n.duckdb", read_only=True) as opened:
        assert opened.counts().articles == 1


def test_recode_exchanges_only_what_is_outdated(run, coder, pages, tmp_path):
    run("add", pages, "--store", "n.duckdb")
    assert "0 articles recoded" in run("recode", "--store", "n.duckdb").stderr
    coder.info = NEWER
    coder.code = lambda _: []
    assert "2 articles recoded, 0 claims" in run("recode", "--store", "n.duckdb").stderr
    with Store.open(tmp_path / "n.duckdb", read_only=True) as opened:
        assert opened.outdated(NEWER) == []
        assert opened.counts().claims == 0


def test_hostile_text_does_not_reach_the_terminal(run, pages):
    text = f"\x1b]0;owned\x07{PLAIN}\u202e {MET}"
    (pages / "a.txt").write_text(text, encoding="utf-8")
    shown = run("code", pages / "a.txt", "--format", "table").stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)
