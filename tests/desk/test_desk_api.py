"""The API gives what the views give, and its description describes it."""

from __future__ import annotations

import msgspec
import pytest

from reportedly import views
from reportedly.desk.openapi import PARAMETERS
from reportedly.records import Event
from reportedly.store import Store

LISTS = {
    "claims": views.ClaimRow,
    "timeline": views.TimelineRow,
    "facets": views.FacetRow,
    "articles": views.ArticleRow,
    "ledger": views.LedgerRow,
    "matrix": views.CellRow,
    "network": views.TieRow,
    "sources": views.VoiceRow,
    "outlets": views.OutletRow,
    "parties": views.PartyRow,
    "problems": views.ProblemRow,
    "events": Event,
    "promises": views.PromiseRow,
    "follow-through": views.FollowThrough,
    "series": views.SeriesRow,
}


@pytest.mark.parametrize("name", LISTS)
def test_lists_hold_records(desk, name):
    found = desk.get(f"/api/{name}").json()
    rows = msgspec.convert(found["items"], list[LISTS[name]])
    assert rows
    assert found["all"] >= len(rows)


def test_an_article_comes_whole(desk, store_path):
    with Store.open(store_path, read_only=True) as store:
        key = next(iter(store.article_ids()))
        article = store.article(key)
    found = desk.get(f"/api/articles/{key}").json()
    assert found["article"] == article.to_dict()
    assert len(found["claims"]) == 9


def test_a_dossier(desk, store_path):
    found = desk.get("/api/dossier?a=Russia&b=PRK").json()
    with Store.open(store_path, read_only=True) as store:
        assert found == views.dossier(store, "RUS", "PRK").to_dict()


def test_the_description_is_whole(desk):
    found = desk.get("/api/openapi.json").json()
    assert set(found["paths"]) == {f"/api/{name}" for name in LISTS} | {
        "/api/actor-judgements",
        "/api/copies",
        "/api/drift",
        "/api/event-judgements",
        "/api/events/{key}",
        "/api/judgements",
        "/api/today",
        "/api/places",
        "/api/precision",
        "/api/articles/{key}", "/api/dossier"
    }  # fmt: skip
    shapes = found["components"]["schemas"]
    text = msgspec.json.encode(found["paths"]).decode()
    refs = {part.split('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert refs <= set(shapes)
    for path in found["paths"].values():
        for parameter in path["get"].get("parameters", []):
            assert parameter["name"] in PARAMETERS or parameter["in"] == "path"
            assert "example" in parameter or parameter["in"] == "path"


def test_no_page_of_the_description_loads_from_elsewhere(desk):
    assert desk.get("/docs").status_code == 404
    assert desk.get("/redoc").status_code == 404
