"""A copy stands under its original, on the event's page as among copies, whatever the hours say."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace
from test_desk_screens import page

from builders import article, claim
from desk_store import desk_on
from reportedly import views
from reportedly.linking import stored
from reportedly.store import Store

WORDS = (
    "The two presidents spoke about grain on the phone, the palace said, and agreed to speak again",
    "Aides listened in from a room next door, and nobody took any notes of what they had heard",
    "A ship with barley left the port of Lome at dawn and is due in Bar before the end of the week",
)
SAID = "Japan gave grain to Iran, envoys said."
BARE = "Japan gave grain to Iran."


def report(outlet, sentence, published, **more):
    one = article(
        sentence, *WORDS, f"Read by {outlet}.", publisher=outlet, published=published, title=outlet
    )
    one = replace(one, authors=("Corvus Agency",))
    return one, claim(one, sentence, "gave", "AID", actors=["Japan"], recipients=["Iran"],
                      goods=[("grain", "food.grain")], **more)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    found = tmp_path_factory.mktemp("copies") / "news.duckdb"
    pages = [
        report("Examiner", BARE, "2024-06-20T11:00:00+01:00"),
        report("Telegraph", SAID, "2024-06-20T06:30:00+03:00", voices=[("envoys", "said")]),
        report("Weekly", BARE, "2024-06-20T23:00:00-05:00"),
    ]
    with Store.open(found) as store:
        for one, told in pages:
            store.add(one, [told])
        stored.update(store)
        first, *others = [told.id for _, told in pages]
        for other in others:
            stored.say(store, first, other, same=True)
    return found


def test_the_original_comes_first_and_its_copies_tell_what_they_changed(path):
    with Store.open(path, read_only=True) as store:
        (event,) = views.events(store)
    with desk_on(path) as desk:
        rows = desk.get("/api/copies").json()["items"]
    assert {one["outlet"]: one["from_outlet"] for one in rows} == {
        "Examiner": "Telegraph",
        "Weekly": "Telegraph",
    }
    with desk_on(path) as desk:
        shown = desk.get(f"/events/{event.id}").text
        part = shown[shown.index('id="origins"') : shown.index('id="voices"')]
    assert "the first 20 Jun 2024, 06:30" in part
    first, rest = part.split("<summary>", 1)
    assert "Telegraph" in first
    assert "Examiner" not in re.sub(r"<svg.*?</svg>", "", first, flags=re.S)
    assert "2 copies" in rest
    assert rest.index("Examiner") < rest.index("Weekly")
    assert rest.count("voice dropped") == 2


def test_the_page_of_copies_says_the_same(path):
    with desk_on(path) as desk:
        assert page(desk, "/copies").text.count("voice dropped") >= 2
