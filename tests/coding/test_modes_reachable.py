"""Every PLOVER type and mode can come out of the coder.

By data: some predicate or composition of the lexicons makes it. By example: one sentence each in
tests/cases/modes.toml, mode "" being the type alone.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from reportedly import Coder, lexicons
from reportedly.coding.coder import bare_article
from reportedly.lexicons import Composition, Lexicons, Predicate
from reportedly.ontology import Ontology
from reportedly.ontology import load as load_ontology

TABLE = Path(__file__).parents[1] / "cases" / "modes.toml"
EXAMPLES: list[dict[str, Any]] = tomllib.loads(TABLE.read_text(encoding="utf-8"))["example"]


def wanted(ontology: Ontology) -> set[tuple[str, str]]:
    """Return every (type, mode) of the ontology, and (type, "") for every type."""
    return {(kind.name, mode) for kind in ontology.types.values() for mode in ("", *kind.modes)}


def made(known: Lexicons) -> set[tuple[str, str]]:
    """Return every (type, mode) that an entry gives, mode "" where it gives none."""
    found = {(p.type, p.mode or "") for p in known.table(Predicate) if p.type}
    for rule in known.table(Composition):
        kinds = [rule.type] if rule.type else rule.matrix
        found |= {(kind, rule.mode) for kind in kinds if kind and rule.mode}
    return found


def test_modes_have_an_entry() -> None:
    assert wanted(load_ontology()) - made(lexicons.load(())) == set()


def test_modes_are_those_of_plover() -> None:
    pairs = wanted(load_ontology())

    assert len([mode for _, mode in pairs if mode]) == 67
    assert len([mode for _, mode in pairs if not mode]) == 16


def test_modes_have_an_example() -> None:
    listed = [(example["type"], example["mode"]) for example in EXAMPLES]

    assert len(listed) == len(set(listed))
    assert set(listed) == wanted(load_ontology())


def example_params() -> list[Any]:
    """Return one parameter an example; a pending one must fail."""
    return [
        pytest.param(
            example,
            id=f"{example['type']}-{example['mode'] or 'alone'}",
            marks=[pytest.mark.xfail(reason=example["pending"], strict=True)]
            if "pending" in example
            else [],
        )
        for example in EXAMPLES
    ]


@pytest.mark.parser
@pytest.mark.parametrize("example", example_params())
def test_modes_are_coded(example: dict[str, Any], coder: Coder) -> None:
    claims = coder.code(bare_article(example["text"]))

    assert (example["type"], example["mode"]) in {(c.type, c.mode or "") for c in claims}
