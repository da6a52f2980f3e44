"""lexicon check, add and corpus; explain and demo, through the model."""

from __future__ import annotations

import json

import pytest

from reportedly.cli.stub import write_predicate
from reportedly.errors import UsageError

GOOD = """\
[[predicate]]
id = "en.verb.condemn"
lemma = "condemn"
pos = "verb"
type = "ACCUSE"
mode = "disapprove"
source = "own observation of news usage"
yes = ["{a:France} condemned {r:Iran}. => happened"]
no = ["The condemned house was painted."]
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "p.toml").write_text(GOOD, encoding="utf-8")
    return tmp_path / "mine"


def test_schema_alone(run, folder):
    result = run("lexicon", "check", folder, "--schema-only")
    assert result.exit_code == 0, result.output
    assert "1 entry fit" in result.stderr


def test_schema_problem_is_1(run, folder):
    (folder / "p.toml").write_text(GOOD.replace("ACCUSE", "ACUSE"), encoding="utf-8")
    result = run("lexicon", "check", folder)
    assert result.exit_code == 1
    assert "p.toml: entry 'en.verb.condemn'" in result.stdout
    assert "Did you mean 'ACCUSE'" in result.stdout


@pytest.mark.parser
@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("{r:Iran}", "{r:Iran}", None),
        ("{r:Iran}", "Iran {r:}", "recipients: Iran"),
        ("=> happened", "=> planned", "status: happened"),
        ("{a:France} condemned", "{a:France} painted", "it did not fire"),
        ("The condemned house was painted.", "France condemned Iran.", "must not fire"),
        ("{a:France}", "{a:France} and {a:Chad}", None),
        ("{a:France}", "{a:France} and Chad", "actors: France, Chad"),
    ],
)
def test_sentences_run(run, folder, old, new, found):
    (folder / "p.toml").write_text(GOOD.replace(old, new), encoding="utf-8")
    result = run("lexicon", "check", folder)
    assert result.exit_code == (1 if found else 0), result.output
    assert (found or "") in result.stdout


def test_stub_is_well_formed_but_asks_for_sentences(run):
    result = run("lexicon", "add", "predicate", "condemn", "--type", "accuse", "--into", "my")
    assert result.exit_code == 0, result.output
    result = run("lexicon", "check", "my")
    assert result.exit_code == 1
    assert "yes missing" in result.stdout


def test_stubs_share_a_file_and_ids_stay_unique(tmp_path):
    write_predicate(tmp_path, "call", "REJECT", mode="meet", particle="off")
    path = write_predicate(tmp_path, "cancel", "REJECT", mode="meet")
    assert path.read_text(encoding="utf-8").count("[[predicate]]") == 2
    with pytest.raises(UsageError, match="already"):
        write_predicate(tmp_path, "cancel", "REJECT")
    with pytest.raises(UsageError, match="no mode 'visit'"):
        write_predicate(tmp_path, "veto", "REJECT", mode="visit")


def test_corpus_lines_give_their_spans_back(monkeypatch, run, folder):
    from reportedly.cli import lexicon

    monkeypatch.setattr(lexicon, "built_in", lambda: folder)
    found = [json.loads(line) for line in run("lexicon", "corpus").stdout.splitlines()]
    assert [one["positive"] for one in found] == [True, False]
    assert found[0]["text"] == "France condemned Iran."
    assert found[0]["spans"] == {"actors": [[0, 6]], "recipients": [[17, 21]]}
    assert (found[0]["type"], found[0]["mode"], found[0]["status"]) == (
        *("ACCUSE", "disapprove", "happened"),
    )


@pytest.mark.parser
@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_explain(run, form):
    result = run("explain", "France condemned Iran, officials said.", "--format", form)
    assert result.exit_code == 0, result.output
    for words in ("en.verb.condemn", "state.fra", "officials", "nsubj"):
        assert words in result.stdout


@pytest.mark.parser
def test_demo_ends_with_the_page(run, tmp_path):
    pages = tmp_path / "pages"
    pages.mkdir()
    text = "Russia met North Korea in Vladivostok. France condemned Russia. " * 2
    (pages / "a.txt").write_text(text, encoding="utf-8")
    result = run("demo", "--examples", pages, "--into", tmp_path / "out")
    assert result.exit_code == 0, result.output
    *_, page, desk = result.stdout.rstrip().splitlines()
    assert page.endswith("for the dossier on one page.")
    assert "reportedly serve" in desk
    assert desk.endswith("demo.duckdb")
    assert (tmp_path / "out" / "dossier.html").exists()


def test_schema_covers_what_is_printed(run, coded):
    import msgspec

    shown = json.loads(run("schema", "claim").stdout)
    fields = set(shown["$defs"]["Claim"]["properties"])
    assert set(msgspec.to_builtins(coded[0])) == fields
    assert all(part.get("description") for part in shown["$defs"].values())
