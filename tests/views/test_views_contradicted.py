"""Who denies: of a denial that cites somebody, who rejects it; the one cited is contradicted."""

from __future__ import annotations

import pytest

from builders import article, claim
from desk_store import desk_on
from reportedly import views
from reportedly.linking import stored
from reportedly.linking.answering import answering, cited
from reportedly.store import Store

SAID = "Iran shipped oil to Togo, the pilot said."
AGAIN = "The pilot insisted that Iran shipped oil to Togo."
REJECTS = "A harbour master rejected the pilot's claim that Iran shipped oil to Togo."
ALONE = "The owner disputed the broker's account that Japan sold the ferry to Iran."


def shipped(sentence, outlet, trigger="shipped", voices=(), **more):
    page = article(sentence, publisher=outlet, published="2024-03-05", title=outlet)
    return page, claim(page, sentence, trigger, "AID", voices=voices, **more)


@pytest.fixture
def path(tmp_path):
    found = tmp_path / "news.duckdb"
    sides = {"actors": ["Iran"]}
    pages = [
        shipped(SAID, "Gazette", voices=[("the pilot", "said")], **sides),
        shipped(AGAIN, "Herald", voices=[("The pilot", "insisted")], **sides),
        shipped(REJECTS, "Post", voices=[("A harbour master", "rejected"), ("the pilot", "claim")],
                status="negated", factuality="CT-", **sides),
        shipped(ALONE, "Post", "sold", [("The owner", "disputed"), ("the broker", "account")],
                status="negated", factuality="CT-", actors=["Japan"]),
    ]  # fmt: skip
    with Store.open(found) as store:
        for page, one in pages:
            store.add(page, [one])
        stored.update(store)
        for _, other in pages[1:3]:
            stored.say(store, pages[0][1].id, other.id, same=True)
    return found


def test_who_is_cited_in_a_denial_is_no_denier():
    _, one = shipped(REJECTS, "Post", voices=[("A harbour master", "rejected"),
                                              ("the pilot", "claim")])  # fmt: skip
    assert [voice.name for voice in answering(one.voices, True)] == ["A harbour master"]
    assert [voice.name for voice in cited(one.voices, True)] == ["the pilot"]
    assert [voice.name for voice in answering(one.voices, False)] == ["the pilot"]
    assert answering((), True) == cited((), True) == ()


def test_contested_and_event_name_the_one_who_rejects(path):
    with Store.open(path, read_only=True) as store:
        (denied,) = [one for one in views.contested(store) if one.value == "denied"]
        assert denied.voice == "A harbour master"
        (alone,) = [one for one in views.events(store) if not one.contested]
        assert alone.status_by == ("The owner",)
    with desk_on(path) as desk:
        listed = desk.get("/events?only=contested").text
        assert 'denied by <span class="voice">A harbour master</span>' in listed
        shown = desk.get(f"/events/{denied.event}").text
        says = shown[shown.index('id="voices"') : shown.index('id="linked"')]
        assert says.count("did not happen") == 1
        assert "A harbour master" in says


def test_whoever_is_rejected_is_contradicted(path):
    with Store.open(path, read_only=True) as store:
        against = {
            one.voice: (one.contradicted, one.contradicted_by) for one in views.voices(store)
        }
    assert against["the pilot"] == (1, ("A harbour master",))
    assert against["the broker"] == (1, ("The owner",))
    assert against["A harbour master"] == (0, ())
    with desk_on(path) as desk:
        asked = desk.get("/api/events?only=contradicted&voice=%3Dthe%20broker").json()
        assert asked["all"] == 1
