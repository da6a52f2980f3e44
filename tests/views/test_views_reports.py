"""Timeline, claims, sources, articles, problems."""

from __future__ import annotations

import pytest

from builders import article, claim
from reportedly import views
from reportedly.errors import UsageError
from reportedly.store import ClaimFilter, Store

GAVE = "On 3 May Russia gave Iran oil."
SAID = "U.S. officials said Iran may ship shells to Moscow, according to Japan."
DENY = "Iran denied it shelled Japan."
SINCE = "Since 2020 Japan trades with the UN."
UNTIL = "Until 2019 Japan met Iran."
NOTE = "Iran bombed Japan!"


@pytest.fixture(scope="module")
def pages():
    page = article(GAVE, SAID, DENY, SINCE, UNTIL, comment=NOTE)
    late = article("Russia met Japan.", published=None, publisher="Daily", title="Late")
    early = article("Iran met Russia.", published="2023-05-02", title="Early")
    return {
        page: [
            claim(page, GAVE, "gave", "AID", actors=["Russia"], recipients=["Iran"],
                  goods=[("oil", "energy.oil")], when=("2023-05-03", "2023-05-03")),
            claim(page, SAID, "ship", "AID", actors=["Iran"], recipients=["Moscow"],
                  status="possible",
                  voices=[("Japan", "according to"), ("U.S. officials", "said")]),
            claim(page, DENY, "shelled", "ASSAULT", actors=["Iran"], recipients=["Japan"],
                  status="negated", voices=[("Iran", "denied")]),
            claim(page, SINCE, "trades", "COOPERATE", actors=["Japan"], recipients=["the UN"],
                  when=("2020-01-01", None)),
            claim(page, UNTIL, "met", "CONSULT", actors=["Japan", "Iran"],
                  when=(None, "2019-12-31")),
            claim(page, NOTE, "bombed", "ASSAULT", actors=["Iran"], recipients=["Japan"]),
        ],
        late: [claim(late, "Russia met Japan.", "met", "CONSULT", actors=["Russia", "Japan"])],
        early: [claim(early, "Iran met Russia.", "met", "CONSULT", actors=["Iran"])],
    }  # fmt: skip


@pytest.fixture(scope="module")
def store(pages):
    with Store.open(":memory:") as store:
        store.add_many((page, found, f"in/{n}") for n, (page, found) in enumerate(pages.items()))
        for source in ("b", "a", "c"):
            store.add_problem(source, "read", "empty")
        store.add_problem("a", "fetch", "refused")
        yield store


def test_timeline_orders_by_the_text_then_by_publication(store: Store) -> None:
    rows = list(views.timeline(store))
    assert [(row.day_from, row.day_to, row.dated, row.trigger) for row in rows] == [
        (None, "2019-12-31", "claim", "met"),
        ("2020-01-01", None, "claim", "trades"),
        ("2023-05-02", "2023-05-02", "published", "met"),
        ("2023-05-03", "2023-05-03", "claim", "gave"),
        ("2023-09-14", "2023-09-14", "published", "ship"),
        ("2023-09-14", "2023-09-14", "published", "shelled"),
        (None, None, None, "met"),
    ]
    ship = rows[4]
    assert [voice.name for voice in ship.voices] == ["Japan", "U.S. officials"]
    assert ship.recipients[0].country == "RUS"
    assert (ship.title, ship.publisher) == ("A summit", "The Wire")
    assert (ship.published, ship.grain) == ("2023-09-14T08:00:00+00:00", None)
    assert rows[3].goods[0].category == "energy.oil"
    assert rows[3].grain == "day"


def test_timeline_takes_a_filter(store: Store) -> None:
    rows = views.timeline(store, ClaimFilter(party="JPN", date_from="2023-01-01"))
    assert [row.trigger for row in rows] == ["trades", "shelled"]


def test_claims_come_whole(store: Store, pages) -> None:
    rows = list(views.claims(store))
    reports = [one for found in pages.values() for one in found if one.section != "comment"]
    assert [row.claim for row in rows] == reports
    assert (rows[-1].title, rows[-1].dated, rows[-1].day_from) == (
        "Early", "published", "2023-05-02"
    )  # fmt: skip


def test_sources(store: Store) -> None:
    rows = list(views.sources(store))
    seen = [(row.voice, row.named, row.about, row.type, row.claims) for row in rows]
    assert sorted(seen, key=str) == sorted(
        [
            (None, None, "IRN", "CONSULT", 2),
            (None, None, "JPN", "CONSULT", 2),
            (None, None, "RUS", "CONSULT", 1),
            (None, None, "RUS", "AID", 1),
            (None, None, "IRN", "AID", 1),
            (None, None, "JPN", "COOPERATE", 1),
            (None, None, "UNO", "COOPERATE", 1),
            ("Japan", True, "IRN", "AID", 1),
            ("Japan", True, "RUS", "AID", 1),
            ("U.S. officials", False, "IRN", "AID", 1),
            ("U.S. officials", False, "RUS", "AID", 1),
            ("Iran", True, "IRN", "ASSAULT", 1),
            ("Iran", True, "JPN", "ASSAULT", 1),
        ],
        key=str,
    )
    assert [row.claims for row in rows[:2]] == [2, 2]
    assert all(len(row.claim_ids) == row.claims for row in rows)
    unnamed = [row for row in rows if row.named is False]
    assert {row.country for row in unnamed} == {"USA"}


def test_articles_count_comments_apart(store: Store) -> None:
    rows = list(views.articles(store))
    assert [(row.title, row.claims, row.comment_claims, row.source) for row in rows] == [
        ("A summit", 5, 1, "in/0"),
        ("Late", 1, 0, "in/1"),
        ("Early", 1, 0, "in/2"),
    ]


def test_problems_are_counted(store: Store) -> None:
    rows = list(views.problems(store))
    assert [(row.step, row.message, row.inputs, row.sources) for row in rows] == [
        ("read", "empty", 3, ("a", "b", "c")),
        ("fetch", "refused", 1, ("a",)),
    ]


COUNTING = [views.timeline, views.claims, views.sources, views.ledger]


@pytest.mark.parametrize("view", COUNTING)
def test_comments_are_never_reports(store: Store, view) -> None:
    with pytest.raises(UsageError, match="comments are not reports"):
        list(view(store, ClaimFilter(include_comments=True)))
    with pytest.raises(UsageError):
        views.dossier(store, "IRN", "JPN", ClaimFilter(include_comments=True))


@pytest.mark.parametrize("view", COUNTING)
def test_an_empty_store_gives_nothing(view) -> None:
    with Store.open(":memory:") as store:
        assert list(view(store)) == []


@pytest.mark.parametrize("view", COUNTING)
def test_rows_come_in_the_same_order_whatever_the_threads(pages, view, tmp_path) -> None:
    from reportedly.store import Limits

    with Store.open(tmp_path / "s.duckdb") as store:
        store.add_many(pages.items())
        first = list(view(store))
    with Store.open(tmp_path / "s.duckdb", read_only=True, limits=Limits(threads=1)) as store:
        assert list(view(store)) == first
