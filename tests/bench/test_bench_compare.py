"""Two versions side by side: what differs is named, what says nothing is left out."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from bench.compare import command, show
from bench.compare.differences import Comparison, compared
from bench.compare.texts import Text, chosen, counted
from bench.compare.versions import VersionError, checkout, coded
from bench.texts import REPORTS

from bench import __main__ as bench

SENTENCE = {"start": 0, "end": 30, "text": "Kenya met Uganda and struck it"}
KENYA = {"start": 0, "end": 5, "text": "Kenya", "name": "Kenya", "country": "KEN"}
UGANDA = {"start": 10, "end": 16, "text": "Uganda", "name": "Uganda", "country": "UGA"}


def claim(**fields: Any) -> dict[str, Any]:
    """Return a claim as it is written, with these fields."""
    start, end = fields.pop("at", (6, 9))
    made = {
        "id": "c1", "article": "a", "coder": {"version": "1"}, "rules": ["r"], "kind": "event",
        "type": "CONSULT", "mode": None, "quad": 1, "confidence": 0.8, "status": "happened",
        "sentence": SENTENCE, "actors": [KENYA], "recipients": [], "links": [],
        "trigger": {"start": start, "end": end, "text": SENTENCE["text"][start:end]},
    }  # fmt: skip
    return {**made, **fields}


def text(*claims: dict[str, Any], name: str = "t", digest: str = "d") -> dict[str, Any]:
    """Return the line of one text."""
    return {"name": name, "digest": digest, "claims": list(claims)}


def kinds(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return compared([text(*before)], [text(*after)]).kinds


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ({}, {}, ""),
        ({}, {"id": "c2", "article": "b", "rules": [], "coder": {"version": "2"}}, ""),
        ({}, {"time": None, "goods": [], "author": ""}, ""),
        ({}, {"actors": [{**KENYA, "former": False, "role": None}]}, ""),
        ({}, {"status": "planned"}, "status"),
        ({}, {"type": "AID", "quad": 2, "confidence": 0.7}, "type"),
        ({}, {"confidence": 0.7}, "confidence"),
        ({}, {"actors": [{**KENYA, "role": "president"}]}, "actors.role"),
        ({}, {"actors": [{**KENYA, "text": "it", "start": 28, "end": 30}]}, "actors.text"),
        ({}, {"actors": [KENYA, UGANDA]}, "actors"),
        ({}, {"time": {"text": "now", "start": "2021-01-01"}}, "time"),
        (
            {"time": {"text": "now", "text_start": 1, "start": "2021-01-01"}},
            {"time": {"text": "now", "text_start": 2, "start": "2021-01-02"}},
            "time.start, time.text",
        ),
    ],
)
def test_which_fields_differ(before: dict[str, Any], after: dict[str, Any], kind: str) -> None:
    assert kinds([claim(**before)], [claim(**after)]) == ([(kind, 1)] if kind else [])


def test_claims_meet_on_their_trigger() -> None:
    struck = claim(id="c2", at=(21, 27), type="ASSAULT")

    assert kinds([claim()], [claim(), struck]) == [("new", 1)]
    assert kinds([claim(), struck], [struck]) == [("gone", 1)]
    assert kinds([claim()], [struck]) == [("gone", 1), ("new", 1)]


def test_claims_on_one_trigger_are_paired_by_what_they_share() -> None:
    maize, beans = claim(id="c1", goods=[{"text": "maize"}]), claim(id="c2", recipients=[UGANDA])

    assert kinds([maize, beans], [{**beans, "status": "planned"}, maize]) == [("status", 1)]
    assert kinds([maize, beans], [beans]) == [("gone", 1)]


def test_links_are_told_by_the_trigger_that_they_lead_to() -> None:
    struck = {"id": "c2", "at": (21, 27), "links": [{"relation": "cause", "claim": "c1"}]}
    other = {"id": "c2", "at": (21, 27), "links": [{"relation": "cause", "claim": "x1"}]}

    assert kinds([claim(), claim(**struck)], [claim(id="x1"), claim(**other)]) == []
    assert kinds([claim(), claim(**struck)], [claim(), claim(**other)]) == [("links.trigger", 1)]


def test_a_text_that_was_read_otherwise_is_one_difference() -> None:
    found = compared([text(claim(), digest="d")], [text(digest="e")])

    assert found.kinds == [("read otherwise", 1)]
    assert (found.before, found.after, found.same) == (1, 0, 0)


def test_a_problem_on_one_side_differs_and_on_both_does_not() -> None:
    problem = {"name": "t", "problem": "TypeError: no"}

    assert compared([text(claim())], [problem]).kinds == [("problem", 1)]
    assert compared([problem], [{**problem, "problem": "other"}]).kinds == []


def test_texts_must_be_the_same() -> None:
    with pytest.raises(ValueError, match="beside"):
        compared([text(name="t")], [text(name="u")])


@pytest.fixture
def moved() -> Comparison:
    """Three claims that changed alike, each in a text of its own."""
    before = [text(claim(), name=name) for name in "abc"]
    after = [text(claim(status="planned"), name=name) for name in "abc"]
    return compared(before, after)


def test_what_is_shown(moved: Comparison) -> None:
    shown = show.text(moved, frozenset(), 2)

    assert "3 texts: 3 claims before, 3 after, 0 the same; 3 differences" in shown
    assert "     3  status\n" in shown
    assert shown.count('status: "happened" → "planned"') == 2
    assert f"a | met | {SENTENCE['text']}" in shown


def test_closed_texts_are_counted_and_never_shown(moved: Comparison) -> None:
    shown, written = show.text(moved, {"a"}, 9), json.loads(show.as_json(moved, {"a"}))

    assert "1 of them in closed texts" in shown
    assert "a | met" not in shown
    assert [row["text"] for row in written["differences"]] == ["b", "c"]
    assert (written["closed"], written["kinds"]) == (1, {"status": 3})


def test_new_claims_and_problems_are_shown() -> None:
    found = compared(
        [text(name="a"), text(name="b")], [text(claim(), name="a"), {"name": "b", "problem": "no"}]
    )
    shown = show.text(found, frozenset(), 1)

    assert "event CONSULT happened: Kenya → –" in shown
    assert 'null → "no"' in shown


PACKAGE = """
import msgspec


class Article(msgspec.Struct):
    text: str
    published: object = None


class Coder:
    def read(self, source):
        return Article(source if isinstance(source, str) else source.decode())

    def code_many(self, articles):
        for article in articles:
            if not article.text.startswith("Kenya"):
                raise ValueError("not about Kenya")
            day = article.published.value if article.published else None
            words = {"start": 0, "end": 5, "text": "Kenya"}
            claim = {"id": "1", "trigger": words, "sentence": words, "type": TYPE, "day": day}
            yield article, [claim]


def load():
    return Coder()
"""
RECORDS = """
import msgspec


class DateBasis:
    STATED = "stated"


class Dated(msgspec.Struct):
    value: str
    basis: str
"""


def fake(folder: Path, kind: str) -> Path:
    """Write a checkout whose coder finds the same thing in any text."""
    package = folder / "src" / "reportedly"
    package.mkdir(parents=True, exist_ok=True)
    (package / "__init__.py").write_text(f"TYPE = {kind!r}\n{PACKAGE}", encoding="utf-8")
    (package / "records.py").write_text(RECORDS, encoding="utf-8")
    return folder


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two checkouts that differ in one type."""
    return fake(tmp_path / "old", "AID"), fake(tmp_path / "new", "CONSULT")


def test_each_checkout_codes_with_its_own_package(two: tuple[Path, Path], tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Kenya again", encoding="utf-8")
    texts = [Text("a", "Kenya", published="2021-02-11"), Text("b", "no"), Text("c", path=str(page))]

    before, after = coded(two, texts)

    assert before[0]["claims"][0]["type"] == before[2]["claims"][0]["type"] == "AID"
    assert after[0]["claims"][0]["day"] == "2021-02-11"
    assert after[1]["problem"] == "ValueError: not about Kenya"
    assert compared(before, after).kinds == [("type", 2)]


def test_a_folder_without_the_package_cannot_be_run(two: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(VersionError, match="holds no package"):
        coded((two[0], tmp_path / "nowhere"), [Text("a", "Kenya")])


def git(folder: Path, *arguments: str) -> str:
    command = ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_reference_is_checked_out_and_removed(two: tuple[Path, Path]) -> None:
    root = two[0]
    git(root, "init", "--quiet")
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "one")
    fake(root, "THREATEN")

    with checkout("HEAD", root) as folder:
        assert "TYPE = 'AID'" in (folder / "src/reportedly/__init__.py").read_text("utf-8")
    assert not folder.exists()
    assert len(git(root, "worktree", "list").splitlines()) == 1
    with checkout(str(two[1]), root) as folder:
        assert folder == two[1]
    with pytest.raises(VersionError, match="no reference"), checkout("no-such", root):
        pass


@pytest.mark.parametrize(("kind", "code"), [("CONSULT", 0), ("AID", 1)])
def test_the_command(
    kind: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    base, root = fake(tmp_path / "base", kind), fake(tmp_path / "root", "CONSULT")
    monkeypatch.setattr(command, "chosen", lambda *_: [Text("a", "Kenya")])
    out = tmp_path / "out.json"

    assert command.main(["--compare", str(base), "--json", str(out)], root) == code
    assert f"{code} differences" in capsys.readouterr().out
    assert len(json.loads(out.read_text("utf-8"))["differences"]) == code


@pytest.mark.parametrize(
    "words", [["--limit", "-1"], ["--limit", "few"], ["--shared", "no-such-folder"]]
)
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        bench.main(["--compare=HEAD", *words])
    assert stopped.value.code == 2
    assert "--compare BASE" in capsys.readouterr().err


def test_a_version_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["--compare", "no-such-version"]) == 2
    assert "no reference of git" in capsys.readouterr().err


def test_outside_texts_are_read_where_they_lie(tmp_path: Path) -> None:
    path = tmp_path / REPORTS
    path.parent.mkdir(parents=True)
    row = {"id": "g1", "text": "Kenya met Uganda.", "published": "2021-02-11"}
    path.write_text(json.dumps(row) + "\n", encoding="utf-8")

    (one,) = [one for one in chosen(tmp_path, 1) if one.name.startswith("guardian/")]
    assert (one.name, one.text, one.published) == ("guardian/g1", row["text"], "2021-02-11")


def test_the_texts_are_ours_and_the_same_each_time() -> None:
    texts = chosen(None, 2)

    assert texts == chosen(None, 2)
    assert counted(texts) == "examples 2, own 2, meantime 0, gum 0, pud 0, guardian 0"
    assert [one.name.partition("/")[0] for one in texts] == ["examples"] * 2 + ["own"] * 2
    assert {one.closed for one in chosen(None, 0)} == {True, False}
