"""What screens count and choose by says the same as the claims, whatever came in when."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.scale.affairs import items
from msgspec.structs import replace

from builders import NEWER
from reportedly.store import ClaimFilter, RememberingStore, Store
from reportedly.store.actors import judge_actor
from reportedly.store.facts import facts_sql
from reportedly.store.filter import chosen_sql
from reportedly.store.identity import ActorJudgement

FILTERS = [
    {}, {"include_comments": True}, {"party": "AGO"}, {"party": "=Angola"}, {"party": "minister"},
    {"actor": "AGO"}, {"recipient": "AGO"}, {"voice": "none"}, {"voice": "any"},
    {"voice": "named"}, {"voice": "unnamed"}, {"voice": "police"}, {"status": ("negated",)},
    {"type": "aid"}, {"kind": "event"}, {"good": "food"}, {"dated": "published"},
    {"text": "said"}, {"confidence": 0.9}, {"date_from": "2015-01-20"}, {"date_to": "2015-01-05"},
    {"published_from": "2015-01-20"}, {"article": "nowhere"},
]  # fmt: skip

#: facts with what their numbers stand for, which depend on what came in when
_WHOLE = """
SELECT
    f.* EXCLUDE (manner, sides, speech, wares, place, outlet), m.* EXCLUDE (id), s.* EXCLUDE (id),
    v.* EXCLUDE (id), g.* EXCLUDE (id), p.* EXCLUDE (id), o.* EXCLUDE (id)
FROM claim_facts AS f
JOIN fact_manners AS m ON m.id = f.manner
JOIN fact_sides AS s ON s.id = f.sides
JOIN fact_speech AS v ON v.id = f.speech
JOIN fact_goods AS g ON g.id = f.wares
LEFT JOIN fact_places AS p ON p.id = f.place
JOIN fact_outlets AS o ON o.id = f.outlet
ORDER BY number
"""


def _chosen(store: Store, asked: dict) -> tuple[list[str], list[str]]:
    """Return the ids of the claims chosen by their facts, and by themselves."""
    found = []
    for sql, values in (facts_sql(ClaimFilter(**asked)), chosen_sql(ClaimFilter(**asked))):
        found.append([row["id"] for row in store.rows(f"{sql} ORDER BY added, position", values)])
    return found[0], found[1]


@pytest.fixture(scope="module")
def store():
    with Store.open(":memory:") as opened:
        opened.add_many(items(150))
        yield opened


@pytest.mark.parametrize("asked", FILTERS)
def test_facts_choose_the_same_claims(store: Store, asked: dict) -> None:
    by_facts, by_claims = _chosen(store, asked)

    assert by_facts == by_claims


def _rows(store: Store) -> list[dict]:
    return list(store.rows(_WHOLE))


def test_facts_follow_what_is_added_and_coded_again() -> None:
    given = list(items(40))
    with Store.open(":memory:") as whole, Store.open(":memory:") as grown:
        whole.add_many(given)
        grown.add_many(given[:20])
        assert len(_rows(grown)) == sum(len(claims) for _, claims in given[:20])
        page, claims = given[3]
        newer = [replace(one, coder=NEWER) for one in claims[:1]]
        grown.recode(replace(page, coder=NEWER), newer)
        assert [row["id"] for row in _rows(grown) if row["added"] == 4] == [newer[0].id]
        grown.recode(page, claims)
        grown.add_many(given[20:])

        assert _rows(grown) == _rows(whole)


def test_facts_follow_who_is_who() -> None:
    with Store.open(":memory:") as store:
        store.add_many(items(60))
        one, other = (
            row["id"]
            for row in store.rows(
                "SELECT p.actor_id AS id, count(*) AS times FROM"
                " (SELECT unnest(actors) AS p FROM claims) WHERE p.actor_id IS NOT NULL"
                " GROUP BY 1 ORDER BY times DESC, id LIMIT 2"
            )
        )
        names = {"one": one, "other": other, "one_name": "One", "other_name": "Other"}
        said = ActorJudgement(number=0, made="2024-01-01", who="I", verdict="same", **names)
        number = judge_actor(store, said)
        joined = _chosen(store, {"party": other})
        again = ActorJudgement(
            number=0, made="2024-01-02", who="I", verdict="undone", undoes=number,
            one=one, one_name="One",
        )  # fmt: skip
        judge_actor(store, again)
        parted = _chosen(store, {"party": other})

    assert joined[0] == joined[1]
    assert parted[0] == parted[1]
    assert len(joined[0]) > len(parted[0]) > 0


def test_a_copy_answers_from_memory(tmp_path: Path) -> None:
    path, sql = tmp_path / "s.duckdb", "SELECT id, $n AS n FROM articles ORDER BY added"
    with Store.open(path) as store:
        store.add_many(items(3))
    with RememberingStore.open(path, read_only=True) as copy:
        first = list(copy.rows(sql, {"n": 1}))
        next(copy.rows(sql, {"n": 1}))["id"] = "changed by whoever asked"

        assert list(copy.rows(sql, {"n": 1})) == first
        assert [row["n"] for row in copy.rows(sql, {"n": 2})] == [2, 2, 2]
        copy.forget()
        assert list(copy.rows(sql, {"n": 1})) == first
