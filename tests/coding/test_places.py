"""Places: the case tables for names and for spans, and the index itself."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hand_parsed import sentence_of
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from reportedly import Coder, lexicons
from reportedly.coding.coder import bare_article
from reportedly.coding.places import (
    Candidate,
    Gazetteer,
    PlaceNames,
    find_places,
    following_region,
    index_path,
)
from reportedly.coding.places.candidate import distance_km
from reportedly.coding.places.outlets import outlet_of
from reportedly.coding.sentences.sentence import Sentence
from reportedly.errors import LexiconError
from reportedly.lexicons import WordClass

NAMES = PlaceNames.of(lexicons.load())
CASES = Path(__file__).parents[1] / "cases" / "places"


def load(name: str) -> list[object]:
    """Return one parameter a case of the table."""
    cases = tomllib.loads((CASES / name).read_text(encoding="utf-8"))["case"]
    assert len({case["id"] for case in cases}) == len(cases), f"{name}: an id is used twice"
    return [pytest.param(case, id=case["id"]) for case in cases]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """The real gazetteer; its index is built on first need."""
    return Gazetteer.open(NAMES)


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
    s = tagged(case["text"].split())

    found = [[" ".join(s.words[i : j + 1]), kind] for i, j, kind in find_places(s).placed]

    assert found == case["expect"]


@pytest.mark.parametrize("case", load("listed.toml"))
def test_every_place_is_listed(case: dict[str, object], coder: Coder) -> None:
    found = [[place.text, place.country or ""] for place in coder.places(str(case["text"]))]

    assert found == case["expect"]


def test_listed_and_located_are_the_same(coder: Coder) -> None:
    text = "Floods hit Troy and Pike County. Alabama sent boats to Troy."

    for place in coder.places(text):
        assert coder.locate(text, (place.start, place.end)) == place


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.example.co.uk/a", "GBR"),
        ("https://example.ie/b", "IRL"),
        ("https://example.com/c", None),
        ("https://example.tv/d", None),
        (None, None),
    ],
)
def test_the_country_of_the_outlet(url: str | None, country: str | None) -> None:
    assert outlet_of(structs.replace(bare_article("Rain."), url=url)) == country


def test_the_outlet_decides_where_nothing_else_does(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve_all([("Bangor", None)], outlet="USA")

    assert found[0] is not None
    assert gazetteer.resolve_all([("Bangor", None)]) != found


def test_villages_that_the_list_of_cities_lacks(gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve("Dunster")

    assert found is not None
    assert (found.country, found.population) == ("GBR", 0)


def test_a_code_of_a_country_is_written_in_capitals(gazetteer: Gazetteer) -> None:
    assert {place.feature for place in gazetteer.candidates("Can")} == {"city"}
    assert gazetteer.candidates("CAN")[0].feature == "country"


def tagged(tokens: list[str]) -> Sentence:
    """Return a sentence of word/TAG or word/lemma/TAG tokens, each of them hung on the first."""
    parts = [token.rsplit("/", 2 if token.count("/") > 1 else 1) for token in tokens]
    rows = (f"{p[0]}/{p[-2] if len(p) > 2 else p[0].lower()}/{p[-1]}/dep/0" for p in parts)
    return sentence_of(" ".join(rows))


@pytest.mark.parametrize("name", ["kinds_after_names", "shortened_first_words"])
def test_a_missing_class_is_told(name: str) -> None:
    whole = lexicons.load()
    left = tuple(entry for entry in whole.table(WordClass) if entry.name != name)
    without = replace(whole, tables={**whole.tables, "class": left})

    with pytest.raises(LexiconError, match=name):
        PlaceNames.of(without)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("St. Petersburg", "saint petersburg"),
        ("Mt. Everest", "mount everest"),
        ("St", "st"),
        ("São Paulo", "sao paulo"),
        ("N'Djamena", "ndjamena"),
    ],
)
def test_fold(name: str, key: str) -> None:
    assert NAMES.fold(name) == key


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("downtown Kabul", "Kabul"),
        ("the Hague", "Hague"),
        ("city of Homs", "Homs"),
        ("Kingdom of Jordan", "Jordan"),
        ("Herat Province", "Herat"),
        ("Kherson oblast", "Kherson"),
        ("Idlib's", "Idlib"),
    ],
)
def test_variants(name: str, other: str) -> None:
    assert list(NAMES.variants(name)) == [name, other]


def test_short_names() -> None:
    assert NAMES.long("Tex.") == "TX"
    assert NAMES.long("Paris") == "Paris"
    assert NAMES.without_county("Harris County") == "Harris"


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Somali", "SOM"),
        ("Moroccan", "MAR"),
        ("Azerbaijani", "AZE"),
        ("Moldovan", "MDA"),
        ("Georgians", "GEO"),
        ("Cypriot", "CYP"),
    ],
)
def test_a_breakaway_region_takes_no_names_from_its_country(
    name: str, country: str, gazetteer: Gazetteer
) -> None:
    found = gazetteer.resolve(name)

    assert found is not None
    assert (found.country, found.feature) == (country, "country")


@pytest.mark.parametrize(
    ("name", "region"),
    [
        ("Turkish Cypriot", "Northern Cyprus"),
        ("Sahrawi", "Western Sahara"),
        ("Transnistrian", "Transnistria"),
        ("Artsakh", "Nagorno-Karabakh"),
        ("Somalilanders", "Somaliland"),
    ],
)
def test_a_breakaway_region_has_its_own_names(name: str, region: str, gazetteer: Gazetteer) -> None:
    found = gazetteer.resolve(name)

    assert found is not None
    assert found.name == region


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

    assert index_path(NAMES).parent == tmp_path
    assert index_path(NAMES).name.startswith("places-")
    assert index_path(NAMES).suffix == ".sqlite"


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
    assert NAMES.fold(NAMES.fold(name)) == NAMES.fold(name)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(["in/IN", "Kyiv/NNP", "of/IN", "the/DT", ",/,", "city/NN"])))
def test_spans_are_ordered_and_inside(tokens: list[str]) -> None:
    s = tagged(tokens or ["./."])
    at = 0
    for first, last, _ in find_places(s).placed:
        assert at <= first <= last < len(s)
        at = last + 1
