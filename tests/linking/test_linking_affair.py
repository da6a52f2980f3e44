"""An affair of our own making comes out as it should: 30 articles, 12 outlets, one wire story."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

import affair
import pytest
from msgspec.structs import replace

from reportedly import Coder
from reportedly.linking import stored
from reportedly.records import Actor, Event
from reportedly.store import Store
from reportedly.views import drift, outlet_drift
from reportedly.views import events as stored_events

pytestmark = pytest.mark.parser


@pytest.fixture(scope="module")
def events(coder: Coder) -> Sequence[Event]:
    return coder.link(coder.code_many(affair.articles()))


def shown(event: Event) -> dict[str, Any]:
    return {
        "type": event.type,
        "status": str(event.status),
        "contested": event.contested,
        "reports": event.reports,
        "articles": [report.article for report in event.told_by],
        "origins": list(event.origins),
        **({"origins_denying": list(event.origins_denying)} if event.origins_denying else {}),
        "contradictions": {
            one.field: [told.value for told in one.values] for one in event.contradictions
        },
    }


def test_the_affair_comes_out_as_expected(events: Sequence[Event]) -> None:
    text = (affair.FOLDER / "affair-expected.toml").read_text(encoding="utf-8")

    found = [shown(event) for event in events if len(event.told_by) > 1]
    assert found == tomllib.loads(text)["event"]


def test_the_affair_is_what_it_says() -> None:
    articles = affair.articles()

    assert len(articles) == len({article.id for article in articles}) == 30
    assert len({article.publisher for article in articles}) == 12


def test_the_look_alike_and_the_anniversary(events: Sequence[Event]) -> None:
    of = {report.article: event.id for event in events if event.type == "COERCE"
          for report in event.told_by if event.mode == "seize"}  # fmt: skip

    assert of["anniversary"] == of["wire"]
    assert of["other-ship"] == of["other-ship-2"] != of["wire"]


def test_where_the_reports_of_the_seizure_come_from(events: Sequence[Event]) -> None:
    (seizure,) = (e for e in events if any(r.article == "anniversary" for r in e.told_by))
    report = {one.article: one for one in seizure.told_by}

    assert [key for key, one in report.items() if one.copy_of == "wire"] == [
        "copy-mobile", "copy-whole", "copy-number", "copy-short", "copy-voiceless", "copy-whole-2",
    ]  # fmt: skip
    assert report["relay-ledger"].reason == "says itself that it has this from Corvus Agency"
    assert report["correction-number"].corrects == "copy-number"
    assert report["correction-wire"].corrects == "wire"
    assert report["own-courier"].origin == "Lome Courier"


@pytest.fixture(scope="module")
def store(coder: Coder) -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        opened.add_many(coder.code_many(reversed(affair.articles())))
        stored.update(opened)
        yield opened


def _named_only(event: Event) -> Event:
    """Return the event with its parties by their words alone."""

    def bare(parties: Sequence[Actor]) -> tuple[Actor, ...]:
        return tuple(Actor(start=p.start, end=p.end, text=p.text, name=p.name) for p in parties)

    return replace(event, actors=bare(event.actors), recipients=bare(event.recipients))


def test_a_store_ends_with_the_same_events(store: Store, events: Sequence[Event]) -> None:
    # who somebody is, a store knows from other articles, too: "Goran Ilic" is Serbia's there
    def order(event: Event) -> str:
        return event.id

    held = [_named_only(one) for one in sorted(stored_events(store), key=order)]
    assert held == [_named_only(one) for one in sorted(events, key=order)]
    (told,) = {p.country for e in stored_events(store) for p in e.recipients if "Ilic" in p.name}
    assert told == "SRB"


def test_what_the_copies_changed_and_nothing_else(store: Store) -> None:
    found = [(row.article, row.change, row.was, row.now) for row in drift(store)]

    assert sorted(found, key=lambda row: row[0]) == [
        ("copy-number", "number changed", "400 rifles", "4,000 rifles"),
        ("copy-voiceless", "voice dropped", "two customs officials, (not named)", ""),
        ("copy-voiceless", "hardened", "possible PR+", "happened CT+"),
    ]


def test_which_outlets_change_what_they_copy(store: Store) -> None:
    found = {row.outlet: (row.copies, row.faithful, row.changes) for row in outlet_drift(store)}

    assert found == {
        "Daily Plumb": (1, 0, 2),
        "Coast Bulletin": (1, 0, 1),
        "Harbour Times": (3, 3, 0),
        "Morning Lantern": (2, 2, 0),
        "Inland Examiner": (1, 1, 0),
    }
