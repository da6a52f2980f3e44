"""Views on events: a line an event however many tell it, what its days rest on, who says what."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import builders
from reportedly import views
from reportedly.linking import stored
from reportedly.records import Article, Claim, DateBasis, Dated
from reportedly.store import ClaimFilter, Store
from reportedly.views.docs import page
from reportedly.views.flat import cells, columns

RICE = "Norway sent 40 tons of rice to Togo on Sunday after floods in Kara."
REST = (
    "The ship left Bergen on Friday with sacks that farmers of the valley had filled by hand, and"
    " the harbour of Lome cleared two berths for it while lorries waited along the northern road."
)
GOODS = [("rice", "food.grain")]


def told(
    sentence: str, trigger: str, day: str | None, outlet: str, **more: Any
) -> tuple[Article, list[Claim]]:
    rest = [REST] if sentence == RICE else []
    page = builders.article(sentence, *rest, published=day, title=None, publisher=outlet)
    page = replace(page, url=f"https://{outlet.lower().replace(' ', '-')}.example/{page.id[:8]}")
    claim = builders.claim(page, sentence, trigger, **more)
    return page, [replace(claim, id=page.id)]  # two papers' claims of one text are two


def derived(item: tuple[Article, list[Claim]]) -> tuple[Article, list[Claim]]:
    page, claims = item
    assert page.published is not None
    return replace(
        page, published=Dated(value=page.published.value, basis=DateBasis.DERIVED)
    ), claims


AID = {"type": "AID", "mode": None, "actors": ["Norway"], "recipients": ["Togo"], "goods": GOODS}
ITEMS = [
    told(RICE, "sent", "2024-05-06", "Harbour Times", **AID),
    told(RICE, "sent", "2024-05-07", "Hill Post", **AID),
    told("Norway did not send rice to Togo after floods in Kara, Lome said.", "send", "2024-05-07",
         "Kara Daily", **{**AID, "status": "negated", "voices": [("Lome", "said")]}),
    told("Chad expelled the envoy of France.", "expelled", "2024-05-02", "Hill Post",
         type="SANCTION", mode="expel", actors=["Chad"], recipients=["France"],
         when=("2024-05-01", "2024-05-01")),
    told("Peru needs wheat.", "needs", "2024-05-03", "Hill Post", kind="want", content="wheat",
         actors=["Peru"], goods=[("wheat", "food.grain")]),
    told("Iran met Mali.", "met", None, "Hill Post", type="CONSULT", actors=["Iran", "Mali"]),
]  # fmt: skip


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(":memory:") as opened:
        opened.add_many([*ITEMS[:3], derived(ITEMS[3]), *ITEMS[4:]])
        opened.add_many([derived(told("Oman met Cuba in Muscat.", "met", "2024-05-09", "Hill Post",
                                      type="CONSULT", actors=["Oman", "Cuba"]))])  # fmt: skip
        stored.update(opened)
        yield opened


def test_the_timeline_goes_by_the_days_of_texts_and_says_what_they_rest_on(store: Store) -> None:
    found = list(views.event_timeline(store))

    assert [(row.date, row.date_basis, row.type) for row in found] == [
        ("2024-05-01", "stated", "SANCTION"),
        ("2024-05-06", "published", "AID"),
        ("2024-05-09", "derived", "CONSULT"),
        (None, None, "CONSULT"),
    ]
    aid = found[1]
    assert (aid.reports, aid.outlets, aid.origins, aid.origins_denying) == (3, 3, 1, 1)
    assert (aid.sentence, aid.status, aid.contested) == (RICE, "happened", True)


def test_events_are_chosen_by_their_own_status_and_by_their_origins(store: Store) -> None:
    denied = ClaimFilter(status=("negated",))

    assert list(views.event_timeline(store, denied)) == []
    assert list(views.event_timeline(store, origins=2)) == []  # what denies it is no second one
    assert [row.type for row in views.event_timeline(store, ClaimFilter(voice="Lome"))] == ["AID"]
    assert len(list(views.event_timeline(store, ClaimFilter(confidence=1.0)))) <= 4


def test_what_is_contested_is_a_line_a_value_with_who_holds_it(store: Store) -> None:
    rows = [row for row in views.contested(store) if row.field == "status"]

    assert [(row.value, row.own, row.voice, row.claims, row.origins) for row in rows] == [
        ("affirmed", True, "", 2, 1),
        ("denied", False, "Lome", 1, 1),
    ]
    assert [row.outlets for row in rows] == ["Harbour Times; Hill Post", "Kara Daily"]
    assert rows[1].first_reported == "2024-05-07"


def test_the_ledger_has_a_line_an_event_and_one_a_want(store: Store) -> None:
    rows = list(views.event_ledger(store))

    told = [
        (row.deal, row.deals, row.claims, row.denied, row.origins, row.origins_denying)
        for row in rows
    ]
    assert told == [
        ("seeks", "", 1, 0, None, 0),
        ("gives", "denies", 3, 1, 1, 1),
    ]
    assert [row.event is None for row in rows] == [True, False]
    assert [row.deal for row in views.event_ledger(store, origins=1)] == ["gives"]
    assert list(views.event_ledger(store, origins=2)) == []
    assert len(list(views.ledger(store))) == 4


def test_sources_count_what_was_copied_once(store: Store) -> None:
    own = next(row for row in views.sources(store, ClaimFilter(type="AID")) if row.named is None)

    assert (own.claims, own.articles, own.events, own.origins) == (2, 2, 1, 1)


@pytest.mark.parametrize("by", ["event", "claim"])
def test_rows_are_plain_values_under_columns_that_never_move(store: Store, by: str) -> None:
    rows: list[Any] = list(views.event_ledger(store) if by == "event" else views.ledger(store))

    for row in rows:
        line = dict(zip(columns(type(row)), cells(row), strict=True))
        assert all(value is None or isinstance(value, str | int | float) for value in line.values())
        assert len(line) == len(columns(type(row)))
        assert line["good"] in ("rice", "wheat")
        assert "actor1_name" in line or "giver1_name" in line


def test_the_page_of_the_columns_says_what_they_are() -> None:
    path = Path(__file__).parents[2] / "docs" / "views.md"

    assert path.read_text(encoding="utf-8") == page(), "`make docs` writes it"
