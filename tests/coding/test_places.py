"""Places: the case tables for names and for spans, and the index itself."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.coding.places import (
    Candidate,
    Gazetteer,
    find_places,
    following_region,
    index_path,
)
from reportedly.coding.places.candidate import distance_km
from reportedly.coding.places.names import fold

CASES = Path(__file__).parents[1] / "cases" / "places"


def load(name: str) -> list[object]:
    """Return one parameter a case of the table."""
    cases = tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"]
    assert len({case["id"] for case in cases}) == len(cases), f"{name}: an id is used twice"
    return [pytest.param(case, id=case["id"]) for case in cases]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The real gazetteer; its index is built on first need."""
    return Gazetteer.open()


@pytest.mark.parametrize("case", load("resolve.toml"))
def test_resolve(case: dict[str, object], gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve(
        case["name"],
        countries=case.get("countries", ()),
        near=[tuple(point) for point in case.get("near", ())],
        region=case.get("region"),
    )

    if case["expect"] == "unknown":
        assert found is None
        return
    assert found is not None
    assert (found.country or "-", found.feature) == (case["expect"][0], case["expect"][1])
    if "at" in case:
        assert distance_km(found.point, tuple(case["at"])) < 161


@pytest.mark.parametrize("case", load("documents.toml"))
def test_namesakes_are_told_apart_by_the_document(
    case: dict[str, object], gazetteer: Gazetteer
) -> None:
    mentions = [(name, region or None) for name, region, *_ in case["mentions"]]

    found = gazetteer.resolve_all(mentions)

    shown = [f"{f.country}.{f.region}" if f and f.region else f and f.country for f in found]
    assert shown == [area for _, _, area in case["mentions"]]


@pytest.mark.parametrize("case", load("spans.toml"))
def test_spans(case: dict[str, object]) -> None:
    pairs = [token.rsplit("/", 1) for token in case["text"].split()]
    words, tags = [p[0] for p in pairs], [p[1] if len(p) > 1 else "X" for p in pairs]

    found = [[" ".join(words[i : j + 1]), kind] for i, j, kind in find_places(words, tags)]

    assert found == case["expect"]


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Paris, Texas, was", "Texas"),
        ("Paris, Tex., was", "Tex."),
        ("Paris, W. Va., on", "W. Va."),
        ("Paris, TX 75460", "TX"),
        ("Paris, New Mexico.", "New Mexico"),
        ("Paris was", None),
        ("Paris, where", None),
    ],
)
def test_following_region(text: str, region: str | None) -> None:
    assert following_region(text, len("Paris")) == region


def test_the_index_is_named_after_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REPORTEDLY_CACHE", str(tmp_path))

    assert index_path().parent == tmp_path
    assert index_path().name.startswith("places-")
    assert index_path().suffix == ".sqlite"


def test_candidates_come_weightiest_first(gazetteer: Gazetteer) -> None:
    found = gazetteer.candidates("Paris")

    assert all(isinstance(place, Candidate) for place in found)
    assert (found[0].country, found[0].feature) == ("FRA", "capital")
    assert len(found) > 10


@pytest.mark.parametrize("name", ["", "of", "x' OR 1=1 --", "%", "Qqxzv"])
def test_what_is_no_place_has_no_candidates(name: str, gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates(name) == ()
    assert gazetteer.resolve(name) is None


@settings(max_examples=200)
@given(st.text(max_size=30))
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold(fold(name)) == fold(name)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(["in/IN", "Kyiv/NNP", "of/IN", "the/DT", ",/,", "city/NN"])))
def test_spans_are_ordered_and_inside(tokens: list[str]) -> None:
    words, tags = [t.split("/")[0] for t in tokens], [t.split("/")[1] for t in tokens]
    at = 0
    for first, last, _ in find_places(words, tags):
        assert at <= first <= last < len(words)
        at = last + 1
