"""--actors: the user's own actors on the command line, and what a slip in them ends with."""

from __future__ import annotations

import json

import pytest

from reportedly.store import Store

HEAD = "name,aliases,country,sector,role,from,to,kind,adjectives"
PAGE = (
    "Gondorian police arrested Rohirrim activists on Monday, the ministry said in a statement."
    " The arrests came after a week of protests in the city, and the police said they would go on."
)


@pytest.fixture
def own(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(
        f"{HEAD}\nGondor,,GON,,,,,state,Gondorian\nRohan,,ROH,,,,,state,Rohirrim\n",
        encoding="utf-8",
    )
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    return path


def countries(stdout):
    first = json.loads(stdout.splitlines()[0])
    return [one["country"] for one in (*first["actors"], *first["recipients"])]


@pytest.mark.parser
def test_code_knows_them(run, own):
    result = run("code", "page.txt", "--actors", own, "--format", "jsonl")
    assert result.exit_code == 0, result.output
    assert countries(result.stdout) == ["GON", "ROH"]


@pytest.mark.parser
def test_explain_knows_them(run, own):
    result = run("explain", PAGE, "--actors", own, "--format", "table")
    assert result.exit_code == 0, result.output
    assert "GON COP by" in result.stdout


@pytest.mark.parser
def test_recode_notices_a_changed_file(run, own, tmp_path):
    assert "1 article added" in run("add", "page.txt", "--store", "n.duckdb").stderr
    again = ("recode", "--store", "n.duckdb", "--actors", own)
    assert "1 article recoded" in run(*again).stderr
    assert "0 articles recoded" in run(*again).stderr
    own.write_text(own.read_text(encoding="utf-8").replace("ROH", "RHN"), encoding="utf-8")
    assert "1 article recoded" in run(*again).stderr
    with Store.open(tmp_path / "n.duckdb", read_only=True) as opened:
        found = {one.country for claim in opened.claims() for one in claim.recipients}
    assert "RHN" in found


def test_a_slip_stops_the_run_before_the_first_page(run, own):
    own.write_text(f"{HEAD}\nGondor Post,,GON,JNR,,,,,\n", encoding="utf-8")
    result = run("code", "nowhere.txt", "--actors", own)
    assert result.exit_code == 1
    assert "own.csv, line 2, column 'sector'" in result.stderr
    assert "Did you mean 'JRN'" in result.stderr
    assert "nowhere" not in result.stderr


@pytest.mark.usefixtures("own")
def test_a_missing_file_is_wrong_usage(run):
    result = run("code", "page.txt", "--actors", "none.csv")
    assert result.exit_code == 2
