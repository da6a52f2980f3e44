"""The rooms: data flows one way, so imports point upstream only."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
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
    "proving",
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
# Inside coding the same again: a sentence passes through from top to bottom.
CODING = (
    "sentences",
    "vocabulary",
    "mentions",
    "grammar",
    "cast",
    "voices",
    "predicates",
    "presentation",
    "participants",
    "analysis",
    "attributions",
    "times",
    "places",
    "circumstances",
    "claims",
    "tools",
    "staged",
    "pipeline",
    "asked",
    "pairs",
    "trace",
    "processes",
    "coder",
    "remarks",
)
# At the door: the public face and the plug-in that others load by name.
DOORS = {"__init__", "component", "__main__"}
# Who may see the language library: one module, and the plug-in made for it.
PARSERS = {"coding/sentences/model.py", "component.py"}

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


INSIDE = [path for path in MODULES if name_of(path).startswith("coding/")]


def inner_room_of(path: Path) -> str:
    return path.relative_to(PACKAGE / "coding").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", INSIDE, ids=name_of)
def test_imports_inside_coding_point_upstream(path: Path) -> None:
    room = inner_room_of(path)
    if room == "__init__":
        return
    for line, name in imported(path):
        parts = name.split(".")
        if parts[:2] != ["reportedly", "coding"] or len(parts) < 3 or parts[2] not in CODING:
            continue
        assert CODING.index(parts[2]) <= CODING.index(room), (
            f"{name_of(path)}:{line}: {room} must not import {parts[2]}, which comes after it"
        )


def test_every_folder_of_coding_is_a_room() -> None:
    rooms = {inner_room_of(path) for path in INSIDE} - {"__init__"}

    assert rooms == set(CODING)


@pytest.mark.parametrize("path", INSIDE, ids=name_of)
def test_modules_of_coding_do_not_go_round_in_circles(path: Path) -> None:
    start = dotted(path)
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        for other in _arrows().get(waiting.pop(), ()):
            assert other != start, f"{name_of(path)} imports itself by way of others"
            if other not in seen:
                seen.add(other)
                waiting.append(other)


@cache
def _arrows() -> dict[str, set[str]]:
    """Return the modules of coding that each of them imports, packages by their own name."""
    names = {dotted(path) for path in INSIDE} - {"reportedly.coding"}
    found: dict[str, set[str]] = {}
    for path in INSIDE:
        targets = {name for _, name in imported(path)}
        found[dotted(path)] = (targets | {name.rpartition(".")[0] for name in targets}) & names
    return found


def dotted(path: Path) -> str:
    name = name_of(path).removesuffix(".py").removesuffix("/__init__")
    return "reportedly." + name.replace("/", ".")


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_stay_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")

    assert lines <= 300, f"{name_of(path)}: {lines} lines; cut it by what its parts decide"


@pytest.mark.parametrize("path", INSIDE, ids=name_of)
def test_no_step_is_changed_from_outside(path: Path) -> None:
    """A step's result is set where it is made: no `other.field = …`, no half-written base class."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        targets = node.targets if isinstance(node, ast.Assign) else []
        targets = [node.target] if isinstance(node, ast.AugAssign | ast.AnnAssign) else targets
        for target in targets:
            owner = target.value if isinstance(target, ast.Attribute) else None
            own = isinstance(owner, ast.Name) and owner.id == "self"
            assert owner is None or own, f"{name_of(path)}:{node.lineno}: set from outside"
        if isinstance(node, ast.Raise):
            text = ast.unparse(node)
            assert "NotImplementedError" not in text, f"{name_of(path)}:{node.lineno}: {text}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_say_where_from(path: Path) -> None:
    relative = [line for line, name in imported(path) if name.startswith(".")]

    assert not relative, f"{name_of(path)}: write imports in full, lines {relative}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_one_module_sees_the_language_library(path: Path) -> None:
    if name_of(path) in PARSERS:
        return
    found = [line for line, name in imported(path) if name.split(".")[0] == "spacy"]

    assert not found, (
        f"{name_of(path)}: spaCy is imported at lines {found}; use coding/sentences/model.py"
    )


def test_every_folder_is_a_room() -> None:
    rooms = {room_of(path) for path in MODULES} - DOORS

    assert rooms <= set(FLOW), f"not in the flow: {sorted(rooms - set(FLOW))}"


def test_records_import_nothing_of_ours_but_errors() -> None:
    for path in sorted((PACKAGE / "records").glob("*.py")):
        rooms = {name.split(".")[1] for _, name in imported(path) if name.startswith("reportedly.")}

        assert rooms <= {"errors", "records"}, f"{name_of(path)}: {sorted(rooms)}"
