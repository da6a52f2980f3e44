"""How late a promise was kept: what was due in a month is in time on any day of it."""

from __future__ import annotations

import pytest

from builders import article, claim
from desk_store import desk_on
from reportedly import views
from reportedly.linking import stored
from reportedly.store import Store

PLAN = "Japan will visit South Korea soon."
DONE = "Japan visited South Korea."
OCTOBER = ("2023-10-01", "2023-10-31")


def kept(path, due, day):
    """Keep a plan for those days, and that it happened on that day; return the promise's row."""
    with Store.open(path) as store:
        ids = []
        for sentence, trigger, status, days, published in (
            (PLAN, "visit", "planned", due, "2023-09-20"),
            (DONE, "visited", "happened", (day, day), "2023-12-24"),
        ):
            page = article(sentence, published=published)
            one = claim(page, sentence, trigger, "CONSULT", "visit", actors=["Japan"],
                        recipients=["South Korea"], status=status, when=days)  # fmt: skip
            store.add(page, [one])
            ids.append(one.id)
        stored.update(store)
        stored.say(store, *ids, same=True)
        return next(views.promises(store))


@pytest.mark.parametrize(
    ("due", "day", "late", "words"),
    [
        (OCTOBER, "2023-10-18", 0, "in time"),
        (OCTOBER, "2023-10-31", 0, "in time"),
        (OCTOBER, "2023-11-02", 2, "2 days late"),
        (OCTOBER, "2023-09-29", -2, "2 days early"),
        ((None, "2023-12-31"), "2023-10-18", 0, "in time"),
        (("2023-10-05", "2023-10-05"), "2023-10-05", 0, "on the day"),
        (("2023-10-05", "2023-10-05"), "2023-10-03", -2, "2 days early"),
    ],
)
def test_it_is_late_past_the_days_that_were_named(tmp_path, due, day, late, words):
    path = tmp_path / "news.duckdb"
    row = kept(path, due, day)
    assert (row.outcome, row.days_late) == ("kept", late)
    with desk_on(path) as desk:
        assert words in desk.get("/promises?outcome=kept").text
