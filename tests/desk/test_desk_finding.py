"""The box at the head: names in part and however spelled, words that are no party, whole texts."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builders import article, claim
from desk_store import desk_on
from reportedly.records.identity import coined
from reportedly.store import Store

MEET = "Mevlüt Ağaoğlu met Kim Song-ho in Izmir."
FELL = "The bridge fell on Yuna Halvorsen near Lome."
TOLD = "Binali Çırak said Mevlüt Ağaoğlu would visit Togo."
QUIET = "Nobody knows what the submarines were doing there."


def named(one, *names):
    """Return the claim with the parties' names and ids as a coder writes them."""
    parties = [*one.actors, *one.recipients]
    ids = [coined("name", name, None, ()).id if name[0].isupper() else None for name in names]
    shown = [
        replace(party, name=name, actor_id=key)
        for party, name, key in zip(parties, names, ids, strict=True)
    ]
    actors = tuple(shown[: len(one.actors)])
    return replace(one, actors=actors, recipients=tuple(shown[len(one.actors) :]))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    path = tmp_path_factory.mktemp("finding") / "news.duckdb"
    page = article(MEET, FELL, TOLD, QUIET)
    met = claim(page, MEET, "met", "CONSULT", actors=["Mevlüt Ağaoğlu"], recipients=["Kim Song-ho"])
    fell = claim(page, FELL, "fell", "ASSAULT", actors=["bridge"], recipients=["Yuna Halvorsen"])
    told = claim(page, TOLD, "visit", "CONSULT", "visit", actors=["Mevlüt Ağaoğlu"],
                 status="planned", voices=[("Binali Çırak", "said")])  # fmt: skip
    with Store.open(path) as store:
        store.add(page, [
            named(met, "Mevlut Agaoglu", "Kim Song Ho"),
            named(fell, "bridge", "Yuna Halvorsen"),
            named(told, "Mevlut Agaoglu"),
        ])  # fmt: skip
    with desk_on(path) as client:
        yield client


@pytest.mark.parametrize(
    ("words", "claims"),
    [
        ("Agaoglu", 2), ("agaoglu", 2), ("Mevlut Agaoglu", 2), ("Ağaoğlu", 2), ("Kim Song-ho", 1),
        ("Kim Song Ho", 1), ("Kim", 1), ("Halvorsen", 1), ("Cirak", 1), ("bridge", 1),
    ],
)  # fmt: skip
def test_a_name_is_found_however_it_is_spelled(desk, words, claims):
    to = desk.get("/find", params={"q": words}).headers["location"]
    assert desk.get(to.replace("/claims", "/api/claims")).json()["all"] == claims, to


def test_a_word_that_is_no_party_is_looked_for_in_sentences(desk):
    assert desk.get("/find?q=bridge").headers["location"] == "/claims?text=bridge"
    assert "words in the sentences of claims" in desk.get("/claims?text=bridge").text


def test_two_surnames_make_a_dossier(desk):
    for words in ("Agaoglu, Kim", "Agaoglu Kim", "Agaoglu and Halvorsen"):
        assert desk.get("/find", params={"q": words}).headers["location"].startswith("/dossier?a=")


def test_what_no_claim_rests_on_is_found_in_its_article(desk):
    to = desk.get("/find?q=submarines").headers["location"]
    assert to == "/articles?text=submarines&body=1"
    assert "A summit" in desk.get(to).text
    assert desk.get("/api/articles?text=submarines").json()["all"] == 0
    assert desk.get("/api/articles?text=submarines&body=1").json()["all"] == 1


@pytest.mark.parametrize("words", ["agaoglu izmir", "SONG HO", "song-ho", "cirak"])
def test_marks_and_hyphens_do_not_matter_in_sentences(desk, words):
    assert desk.get("/api/claims", params={"text": words}).json()["all"] == 1
