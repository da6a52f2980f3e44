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
        ("SANCTION", "discontinue", 4, -6.0, "162"),
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


@pytest.mark.parametrize(
    ("name", "mode", "status", "code", "collapsed"),
    [
        ("AID", None, "planned", None, "AGREE"),  # 033 intends to provide aid
        ("RETREAT", None, "planned", None, "AGREE"),  # 035 intends to yield
        ("CONCEDE", None, "happened", "035", "AGREE"),
        ("CONCEDE", None, "happened", None, "CONCEDE"),
        ("PROTEST", None, "planned", None, "THREATEN"),  # 133
        ("SANCTION", None, "conditional", None, "THREATEN"),
        ("AID", None, "negated", None, "REJECT"),  # 1221 declines to aid
        ("RETREAT", None, "negated", None, "REJECT"),  # 124 refuses to yield
        ("ASSAULT", None, "negated", None, "ASSAULT"),
        ("ASSAULT", None, "possible", None, "ASSAULT"),
        ("SANCTION", "convict", "happened", None, "ACCUSE"),  # 116
        ("SANCTION", "discontinue", "happened", "163", "COERCE"),
        ("COERCE", "restrict", "happened", "191", "ASSAULT"),
        ("AGREE", None, "happened", "057", "SUPPORT"),
    ],
)
def test_collapse_to_cameo_roots(
    name: str, mode: str | None, status: str, code: str | None, collapsed: str
) -> None:
    found = ontology.collapse(name, mode, Status(status), "cameo", code)

    assert found is not None
    assert found[0] == collapsed


def test_an_unknown_edition_is_named() -> None:
    with pytest.raises(UsageError, match="cameo, plover"):
        ontology.collapse("AID", None, Status.PLANNED, "icews")


def test_sanctions_are_no_coercion() -> None:
    """CAMEO 163 goes to SANCTION discontinue by the manual, whatever the old file says."""
    assert ontology.load().cameo["163"] == ("SANCTION", "discontinue")


def test_recipient_is_required_of_three_types() -> None:
    needing = {name for name, kind in ontology.load().types.items() if kind.recipient}
    assert needing == {"COOPERATE", "AID", "SANCTION"}


def test_unknown_type_names_the_known_ones() -> None:
    with pytest.raises(UsageError, match="ACCUSE, AGREE"):
        ontology.quad("ASSULT")
