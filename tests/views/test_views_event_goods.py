"""A flat event has all its goods, how much of each, and a sentence that tells it."""

from __future__ import annotations

import json

from msgspec.structs import replace

from builders import article, claim
from reportedly import views
from reportedly.exporting.shapes import to_geojson
from reportedly.linking import stored
from reportedly.records import Place
from reportedly.store import Store
from reportedly.views.flat import columns

GAVE = "Japan sent munitions and at least 11,000 containers to Iran."


def test_every_good_stands_in_the_row_with_its_amount(tmp_path):
    page = article(GAVE)
    told = claim(page, GAVE, "sent", "AID", actors=["Japan"], recipients=["Iran"],
                 goods=[("munitions", "arms.ammunition"), ("containers", "consumer")])  # fmt: skip
    many = replace(told.goods[1], quantity=11_000.0, at_least=True, unit="container")
    at = Place(start=0, end=5, text="Japan", name="Japan", country="JPN", latitude=35.7,
               longitude=139.7, geonames_id=1)  # fmt: skip
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add(page, [replace(told, goods=(told.goods[0], many), place=at)])
        stored.update(store)
        (row,) = views.event_rows_told(store, views.events(store))
        to_geojson(views.events(store), tmp_path / "map.json", store)
        (plain,) = map(views.event_row, views.events(store))
    assert (row.good, row.goods) == ("munitions", "munitions; containers")
    assert row.amounts == "not stated; at least 11,000 containers"
    assert (row.sentence, plain.sentence) == (GAVE, None)
    assert columns(views.EventRow)[-3:] == ("goods", "amounts", "sentence")
    drawn = json.loads((tmp_path / "map.json").read_text(encoding="utf-8"))
    assert drawn["features"][0]["properties"]["sentence"] == GAVE
