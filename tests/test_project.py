"""The repository itself: what may stand in it, how long a file may be, one version."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from importlib.metadata import version
from pathlib import Path

import pytest

from tracked import ROOT, ours, tracked

PACKAGE = ROOT / "src" / "reportedly"

LONGEST_MODULE = 300
LONGEST_LEXICON = 600
LONGEST_PAGE = 500
# A module may be longer, up to 500 lines, when it is named here with the reason.
LONGER: dict[str, str] = {}

# Joined from parts, so that this file does not hold what it looks for.
HOSTS = ("py" + "pi.org", "python" + "hosted", "test." + "pypi", "pypi" + ".python")
# The folder of somebody on some system, and the machine that the test runs on, whatever it is.
SOMEBODY = r"(?<![\w.:/~-])(?:/ho" + r"me|/Use" + r"rs|[A-Z]:\\+Use" + r"rs)[/\\]+\w+"
HERE = [str(path) for path in (ROOT, Path.home()) if len(path.parts) > 1]
MACHINE = re.compile("|".join([SOMEBODY, *(rf"(?<![\w.:-]){re.escape(h)}[/\\-]" for h in HERE)]))
LEFT_OVER = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
BINARY = {".pkl", ".pickle", ".pyc", ".so", ".dll", ".bin", ".onnx", ".duckdb", ".parquet"}


FILES = sorted(tracked())
needs_git = pytest.mark.skipif(not FILES, reason="no git checkout: which files are ours?")
MODULES = ours(PACKAGE, "**/*.py")
TESTS = ours(ROOT / "tests", "**/test_*.py")
LEXICONS = ours(PACKAGE / "lexicons", "**/*.toml")


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """Return "file:line: words" for every hit in the text files."""
    found = []
    for path in FILES:
        if path.suffix == ".png":  # the desk's pictures
            continue
        text = path.read_bytes().decode("utf-8", "replace")
        for hit in pattern.finditer(text):
            line = text.count("\n", 0, hit.start()) + 1
            found.append(f"{name_of(path)}:{line}: {hit[0]}")
    return found


@needs_git
def test_no_package_host_is_named() -> None:
    assert not lines_with(re.compile("|".join(map(re.escape, HOSTS))))


@needs_git
def test_no_path_of_one_machine() -> None:
    assert not lines_with(MACHINE)


@needs_git
def test_nothing_is_left_for_later() -> None:
    assert not lines_with(LEFT_OVER)


def test_the_lock_holds_digests_and_no_places() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", re.sub(r"(?m)^#.*\n", "", lock))

    assert not re.search(r"://|--index|--find-links|\s-e\s", lock)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_covers_the_dependencies() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[^\w-]", line)[0].lower() for line in wanted}
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"(?m)^([a-z][\w-]*)==", lock))

    assert names <= locked, f"not locked: {sorted(names - locked)}; run `make lock`"


@needs_git
def test_the_repository_holds_text_only() -> None:
    assert not [name_of(path) for path in FILES if path.suffix in BINARY]


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_are_short(path: Path) -> None:
    longest = 500 if name_of(path) in LONGER else LONGEST_MODULE
    length = len(path.read_text(encoding="utf-8").splitlines())

    assert length <= longest, f"{length} lines; split it, or say why in LONGER"


@pytest.mark.parametrize("path", LEXICONS, ids=name_of)
def test_lexicon_files_are_readable(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert tomllib.loads(text), "the file holds no entry"
    assert "\t" not in text
    assert text.endswith("\n")
    assert len(text.splitlines()) <= LONGEST_LEXICON


@pytest.mark.parametrize("path", TESTS, ids=name_of)
def test_no_test_hides_another(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for scope in [tree, *(node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))]:
        names = Counter(node.name for node in scope.body if isinstance(node, ast.FunctionDef))

        assert not [name for name, count in names.items() if count > 1]


def test_pages_are_short() -> None:
    pages = [*ours(ROOT, "*.md"), *ours(ROOT, "docs/*.md")]
    written = [page for page in pages if page.name not in {"records.md", "cli.md", "views.md"}]
    lengths = {name_of(p): len(p.read_text(encoding="utf-8").splitlines()) for p in written}

    assert not {name: length for name, length in lengths.items() if length > LONGEST_PAGE}


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")

    assert text.splitlines()[0].strip() == "Apache License"
    assert "END OF TERMS AND CONDITIONS" in text
    assert "CC BY 4.0" in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert version("reportedly") == project["version"]
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
