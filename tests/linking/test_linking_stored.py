"""Linking in a store ends as linking all at once, in any order, stopped anywhere."""

from __future__ import annotations

import random
import zlib
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

import duckdb
import pytest

import builders
from reportedly.errors import UsageError
from reportedly.linking import keys, stored, tables
from reportedly.linking.blocking import keys_of
from reportedly.linking.copies import copies_among, sketch_of
from reportedly.linking.link import link
from reportedly.linking.spans import copied_in
from reportedly.linking.tellings import account_of, reported_text
from reportedly.records import Article, Claim, Event, Verdict
from reportedly.store import Store
from reportedly.views import event_page, event_row, events

Item = tuple[Article, list[Claim]]

PLACES = ["Rajin", "Tumangang", "Vladivostok", "Chongjin"]
TEXTS = [
    ("North Korea sent shells to Russia.", "sent", "AID", ["North Korea"], ["Russia"]),
    ("Russia met Iran over the price of oil.", "met", "CONSULT", ["Russia"], ["Iran"]),
    (
        "Japan condemned North Korea for the shells.",
        "condemned",
        "ACCUSE",
        ["Japan"],
        ["North Korea"],
    ),
]


def items(number: int = 24) -> list[Item]:
    """Return articles over four months, some of which tell one thing, and some copy another."""
    made: list[Item] = []
    for at in range(number):
        sentence, trigger, kind, actors, recipients = TEXTS[at % 3]
        place = PLACES[at % 4]
        around = f"Trains left {place} in the night, and dockers there counted crates until dawn."
        day = f"2023-{9 + at // 8:02d}-{1 + at % 8:02d}"
        page = builders.article(
            sentence, around, f"Report {at // 2}." if at % 5 else "",
            publisher=f"Paper {at % 5}", published=day, title=None,
        )  # fmt: skip
        status = "negated" if at % 7 == 3 else "happened"
        claim = builders.claim(page, sentence, trigger, kind, actors=actors,
                               recipients=recipients, status=status)  # fmt: skip
        made.append((page, [claim]))
    return made


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as opened:
        yield opened


def found(store: Store) -> list[Event]:
    return sorted(events(store), key=lambda event: event.id)


def at_once(given: Sequence[Item]) -> list[Event]:
    return sorted(link(given), key=lambda event: event.id)


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("batch", [1, 5, 100])
def test_any_order_and_batch_ends_as_all_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, seed: int, batch: int
) -> None:
    monkeypatch.setattr(stored, "_BATCH", batch)
    given = items()
    random.Random(seed).shuffle(given)
    half = len(given) // 2
    store.add_many(given[:half])
    assert stored.update(store) == half
    store.add_many(given[half:])
    assert stored.update(store) == len(given) - half

    assert found(store) == at_once(given)
    assert any(len(event.told_by) > 2 for event in found(store))
    assert stored.update(store) == stored.pending(store) == 0


@pytest.mark.parametrize("stop", range(0, 60, 3))
def test_a_run_that_is_killed_loses_and_doubles_nothing(
    store: Store, monkeypatch: pytest.MonkeyPatch, stop: int
) -> None:
    given = items(12)
    store.add_many(given)
    monkeypatch.setattr(stored, "_BATCH", 3)
    calls = 0

    class Killed(BaseException):
        """Stands for the end of the process."""

    for room, name in ((keys, "add"), *((tables, name) for name in (
        "add_decisions", "add_copies", "add_claims", "replace_events", "set_linked", "forget",
        "joined",
    ))):  # fmt: skip
        whole = getattr(room, name)

        def cut(*given: object, whole: object = whole) -> object:
            nonlocal calls
            calls += 1
            if calls == stop:
                raise Killed
            return whole(*given)  # type: ignore[operator]

        monkeypatch.setattr(room, name, cut)
    try:
        stored.update(store)
    except Killed:
        stored.update(store)

    assert found(store) == at_once(given)
    claims = [row["claim"] for row in store.rows("SELECT claim FROM event_claims")]
    assert sorted(claims) == sorted(claim.id for _, own in given for claim in own)


def test_what_a_batch_is_compared_with_is_read_at_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.add_many(items(40))
    monkeypatch.setattr(stored, "_BATCH", 20)
    asked: list[int] = []
    whole = store.items

    def counted(ids: Sequence[str]) -> Iterator[Item]:
        asked.append(len(ids))
        return whole(ids)

    monkeypatch.setattr(store, "items", counted)
    stored.update(store)

    assert (len(asked), sum(asked)) == (2, 40)  # each once


def test_no_dated_article_is_found_by_the_name_of_its_month() -> None:
    lines = ("Two ferries met in the fog of a December night.", "By December 5 both sailed again.")
    dated, undated = (
        builders.article(*lines, published=day, title=None) for day in ("2023-12-06", None)
    )

    assert not any("december" in key for key in keys_of(account_of(dated)))
    assert any("december" in key for key in keys_of(account_of(undated)))


def test_what_appeared_about_one_time_is_linked_together(store: Store) -> None:
    given = items(24)
    random.Random(3).shuffle(given)
    store.add_many(given)
    days = {page.id: page.published.value for page, _ in given if page.published}

    found = [days[key] for key in tables.pending(store, "none", 24)]
    assert found == sorted(found)


def test_copies_are_looked_for_near_in_time_and_without_a_day_everywhere(store: Store) -> None:
    def page(day: str | None, outlet: str) -> Article:
        kinds = (("Most", "blue"), ("Nine", "grey"), ("Some", "tall"), ("Few", "old"))
        lines = [
            f"{a} of the dockers counted {b} crates at the long northern pier until dawn came."
            for a, b in kinds
        ]
        return builders.article(*lines, published=day, publisher=outlet, title=None)

    days = ("2023-01-05", "2023-01-20", "2023-09-01", None)
    pages = [page(day, f"Paper {at}") for at, day in enumerate(days)]
    store.add_many((one, []) for one in pages)
    stored.update(store)

    ids = [one.id for one in pages]
    pairs = {frozenset((row["one"], row["other"])) for row in store.rows("SELECT * FROM copies")}
    near = [(0, 1), (0, 3), (1, 3), (2, 3)]
    assert pairs == {frozenset((ids[a], ids[b])) for a, b in near}
    spans = {one.id: copied_in(one) for one in pages}
    sketches = {one.id: sketch_of(reported_text(one)) for one in pages}
    assert {frozenset(found[:2]) for found in copies_among(sketches, spans)} == pairs


def test_coding_anew_links_anew_and_keeps_the_old_decisions(store: Store) -> None:
    given = items(8)
    store.add_many(given)
    stored.update(store)
    before = list(store.rows("SELECT * FROM decisions ORDER BY number"))
    page, (claim,) = given[0]
    sentence = TEXTS[0][0]
    other = builders.claim(page, sentence, "shells", "COOPERATE", coder=builders.NEWER)
    store.recode(page, [other], coder=builders.NEWER) if page.coder is None else store.recode(
        _by(page), [other]
    )

    assert stored.pending(store) == 1
    stored.update(store)
    assert found(store) == at_once([(_by(page), [other]), *given[1:]])
    after = list(store.rows("SELECT * FROM decisions ORDER BY number"))
    assert after[: len(before)] == before
    assert claim.id not in {row["claim"] for row in store.rows("SELECT claim FROM event_claims")}


def _by(page: Article) -> Article:
    from msgspec.structs import replace

    return replace(page, coder=builders.NEWER)


def test_what_a_person_says_stays(store: Store) -> None:
    given = items(12)
    store.add_many(given[:6])
    stored.update(store)
    joined = next(event for event in found(store) if len(event.claims) > 1)
    one, other = joined.claims[0], joined.claims[-1]
    decision = stored.say(store, one, other, same=False)

    assert (decision.verdict, decision.by) == (Verdict.DIFFERENT, "person")
    of = {claim: event.id for event in found(store) for claim in event.claims}
    assert of[one] != of[other]
    store.add_many(given[6:])
    stored.update(store)
    of = {claim: event.id for event in found(store) for claim in event.claims}
    assert of[one] != of[other]
    stored.say(store, of[one], other, same=True)  # an event stands for its first claim
    of = {claim: event.id for event in found(store) for claim in event.claims}
    first = next(event for event in found(store) if one in event.claims).claims[0]
    assert of[first] == of[other]
    rows = list(
        store.rows("SELECT verdict, made FROM decisions WHERE \"by\" = 'person' ORDER BY number")
    )
    assert [row["verdict"] for row in rows] == ["different", "same"]
    assert all(row["made"] for row in rows)


def test_two_events_that_a_person_joins_are_one_with_all_that_they_held(store: Store) -> None:
    store.add_many(items())
    stored.update(store)
    starts = [event.claims[0] for event in found(store) if len(event.claims) > 1][:6]
    joined = 0
    for one, other in combinations(starts, 2):
        of = {claim: event.id for event in found(store) for claim in event.claims}
        both = {claim for claim, event in of.items() if event in (of[one], of[other])}
        if of[one] == of[other]:
            continue
        stored.say(store, one, other, same=True)
        of = {claim: event.id for event in found(store) for claim in event.claims}
        assert len({of[claim] for claim in both}) == 1
        joined += 1
    assert joined


def test_an_event_keeps_what_lists_read_of_it_alone(store: Store) -> None:
    store.add_many(items(6))
    stored.update(store)
    rows = list(store.rows("SELECT id, record, packed FROM events"))
    assert rows
    assert all(zlib.decompress(row["packed"]).decode() == row["record"] for row in rows)
    packed = list(event_page(store))
    with store.transaction() as connection:  # as an older version wrote it
        connection.execute("UPDATE events SET packed = NULL WHERE hash(id) % 2 = 0")
    assert list(event_page(store)) == packed


def test_whom_nobody_knows_is_an_error(store: Store) -> None:
    store.add_many(items(2))
    stored.update(store)
    (event, *_) = found(store)

    with pytest.raises(UsageError, match="no claim and no event 'nobody'"):
        stored.say(store, event.id, "nobody", same=True)
    with pytest.raises(UsageError, match="one claim"):
        stored.say(store, event.id, event.claims[0], same=True)


def test_other_points_link_everything_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    given = items(6)
    store.add_many(given)
    stored.update(store)
    monkeypatch.setattr(stored, "linker", lambda: "others")

    assert stored.update(store) == 6
    assert found(store) == at_once(given)
    linkers = {row["linker"] for row in store.rows("SELECT linker FROM decisions")}
    assert "others" in linkers
    assert len(linkers) == 2


def test_near_misses_are_kept_with_their_reasons(store: Store) -> None:
    store.add_many(items())
    stored.update(store)
    rows = list(store.rows("SELECT * FROM decisions"))

    assert {row["verdict"] for row in rows} <= {"same", "unsure"}
    for row in rows:
        points = sum(reason["points"] for reason in row["reasons"])
        assert points == pytest.approx(row["score"], abs=0.06)


def test_a_row_of_an_event_is_flat(store: Store) -> None:
    store.add_many(items(6))
    stored.update(store)
    row = event_row(found(store)[0])

    assert all(
        isinstance(value, str | int | float | bool | None) for value in row.to_dict().values()
    )
    assert row.actor1_name in {"North Korea", "Russia", "Japan"}
    assert row.date_basis == "published"


def test_an_older_store_is_linked_with_the_next_update(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with Store.open(path) as opened:
        opened.add_many(items(4))
    with duckdb.connect(str(path)) as connection:
        for table in builders.LATER_TABLES:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("DROP SEQUENCE decision_numbers")
        connection.execute("DROP INDEX claims_added")
        connection.execute("ALTER TABLE claims DROP COLUMN added")
        connection.execute("DELETE FROM schema_migrations WHERE number > 4")
    with Store.open(path) as opened:
        assert stored.pending(opened) == 4
        stored.update(opened)
        assert found(opened) == at_once(items(4))
