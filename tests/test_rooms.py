"""The rooms: data flows one way, so imports point upstream only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportedly

PACKAGE = Path(reportedly.__file__).parent

# The order in which an article passes through; a room may use those before it.
FLOW = (
    "errors",
    "records",
    "ontology",
    "lexicons",
    "reading",
    "coding",
    "store",
    "linking",
    "views",
    "asking",
    "screening",
    "exporting",
    "scaling",
    "desk",
    "cli",
)
# At the door: the public face and the plug-in that others load by name.
DOORS = {"__init__", "component", "__main__"}
# Who may see the language library: one module, and the plug-in made for it.
PARSERS = {"coding/parse.py", "component.py"}

MODULES = sorted(PACKAGE.rglob("*.py"), key=str)


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[tuple[int, str]]:
    """Yield (line, dotted name) of every import, also of those inside functions.

    `from a import b` yields "a.b", since b may itself be a room.
    """
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_upstream(path: Path) -> None:
    room = room_of(path)
    if room in DOORS:
        return
    for line, name in imported(path):
        parts = name.split(".")
        if parts[0] != "reportedly" or len(parts) < 2 or parts[1] not in FLOW:
            continue
        assert FLOW.index(parts[1]) <= FLOW.index(room), (
            f"{name_of(path)}:{line}: {room} must not import {parts[1]}, which comes after it"
        )


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_say_where_from(path: Path) -> None:
    relative = [line for line, name in imported(path) if name.startswith(".")]

    assert not relative, f"{name_of(path)}: write imports in full, lines {relative}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_one_module_sees_the_language_library(path: Path) -> None:
    if name_of(path) in PARSERS:
        return
    found = [line for line, name in imported(path) if name.split(".")[0] == "spacy"]

    assert not found, f"{name_of(path)}: spaCy is imported at lines {found}; use coding.parse"


def test_every_folder_is_a_room() -> None:
    rooms = {room_of(path) for path in MODULES} - DOORS

    assert rooms <= set(FLOW), f"not in the flow: {sorted(rooms - set(FLOW))}"


def test_records_import_nothing_of_ours_but_errors() -> None:
    for path in sorted((PACKAGE / "records").glob("*.py")):
        rooms = {name.split(".")[1] for _, name in imported(path) if name.startswith("reportedly.")}

        assert rooms <= {"errors", "records"}, f"{name_of(path)}: {sorted(rooms)}"
