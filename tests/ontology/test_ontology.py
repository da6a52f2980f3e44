"""PLOVER 2.0 is whole: counts, scores and the collapse rule."""

from __future__ import annotations

import pytest

from reportedly import ontology
from reportedly.errors import UsageError
from reportedly.records import Status


def test_counts_are_plovers() -> None:
    known = ontology.load()
    assert len(known.types) == 16
    assert sum(len(kind.modes) for kind in known.types.values()) == 67
    assert len(known.contexts) == 37
    assert len(known.sectors) == 25


@pytest.mark.parametrize(
    ("name", "mode", "quad", "intensity", "cameo"),
    [
        ("AGREE", None, 1, 2.5, "03"),
        ("CONSULT", "visit", 1, 4.0, "042"),
        ("COOPERATE", None, 2, 9.5, "06"),
        ("RETREAT", "disarm", 2, 10.0, "0873"),
        ("REQUEST", "assist", 3, 0.5, "103"),
        ("ACCUSE", None, 3, -3.0, "11"),
        ("THREATEN", "territory", 3, -4.0, "1382"),
        ("PROTEST", "vandalize", 4, -5.0, "145"),
        ("SANCTION", "discontinue", 4, -6.0, "163"),
        ("ASSAULT", "unconventional", 4, -10.0, "204"),
    ],
)
def test_scores(name: str, mode: str | None, quad: int, intensity: float, cameo: str) -> None:
    assert ontology.quad(name) == quad
    assert ontology.intensity(name, mode) == intensity
    assert ontology.cameo(name, mode) == cameo


@pytest.mark.parametrize(
    ("name", "status", "collapsed"),
    [
        ("CONSULT", "planned", ("AGREE", None)),
        ("AID", "planned", ("AGREE", None)),
        ("RETREAT", "planned", ("CONCEDE", None)),
        ("CONCEDE", "planned", ("CONCEDE", None)),
        ("ASSAULT", "happened", ("ASSAULT", None)),
        ("ASSAULT", "ongoing", ("ASSAULT", None)),
        ("ASSAULT", "negated", None),
        ("AID", "possible", None),
        ("AID", "conditional", None),
    ],
)
def test_collapse(name: str, status: str, collapsed: tuple[str, str | None] | None) -> None:
    assert ontology.collapse(name, None, Status(status)) == collapsed


def test_sanctions_are_no_coercion() -> None:
    """CAMEO 163 goes to SANCTION discontinue by the manual, whatever the old file says."""
    assert ontology.load().cameo["163"] == ("SANCTION", "discontinue")


def test_recipient_is_required_of_three_types() -> None:
    needing = {name for name, kind in ontology.load().types.items() if kind.recipient}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_unknown_type_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="ACCUSE, AGREE"):
        ontology.quad("ASSULT")
