"""The dossier of a dyad, on a page like those that made the project necessary."""

from __future__ import annotations

import pytest

from builders import article, claim
from reportedly.errors import UsageError
from reportedly.linking import stored
from reportedly.store import ClaimFilter, Store
from reportedly.views import LINES, Dossier, dossier

MET = "Russia met North Korea."
SHIP = "U.S. officials said North Korea has supplied shells to Russia."
NEVER = "Moscow denied that North Korea supplied shells to Russia."
DRILL = "Russia and North Korea may drill."
SEEK = "North Korea seeks food and energy from Russia."
NEED = "Russia needs shells."
RAIL = "A rail link limits what North Korea sends Russia."
BREACH = "Buying shells would breach a resolution."
ALARM = "Japan condemned Russia and North Korea."
VOICED = "South Korea criticised Russia."
ALONE = "Russia struck Japan."
NOTE = "Russia attacked North Korea!"
ELSEWHERE = "Russia wants oil."
ELSE_ACT = "Iran criticised Russia."


@pytest.fixture(scope="module")
def made():
    page = article(
        MET, SHIP, NEVER, DRILL, SEEK, NEED, RAIL, BREACH, ALARM, VOICED, ALONE, comment=NOTE
    )
    other = article(ELSEWHERE, ELSE_ACT)
    shells = [("shells", "arms.ammunition")]
    found = {
        "met": claim(page, MET, "met", "CONSULT", actors=["Russia", "North Korea"]),
        "ship": claim(page, SHIP, "supplied", "AID", actors=["North Korea"],
                      recipients=["Russia"], goods=shells, status="ongoing",
                      voices=[("U.S. officials", "said")]),
        "never": claim(page, NEVER, "supplied", "AID", actors=["North Korea"],
                       recipients=["Russia"], goods=shells, status="negated",
                       voices=[("Moscow", "denied")]),
        "drill": claim(page, DRILL, "drill", "COOPERATE", status="possible",
                       actors=["Russia", "North Korea"]),
        "seek": claim(page, SEEK, "seeks", kind="want", content="food and energy",
                      actors=["North Korea"], recipients=["Russia"], status="ongoing",
                      goods=[("food", "food"), ("energy", "energy")]),
        "need": claim(page, NEED, "needs", kind="want", content="shells", actors=["Russia"],
                      status="ongoing", goods=shells),
        "rail": claim(page, RAIL, "limits", kind="constraint", content="sends",
                      actors=["North Korea"], recipients=["Russia"], status="ongoing"),
        "alarm": claim(page, ALARM, "condemned", "ACCUSE", actors=["Japan"],
                       recipients=["Russia", "North Korea"]),
        "voiced": claim(page, VOICED, "criticised", "ACCUSE", actors=["South Korea"],
                        recipients=["Russia"]),
        "alone": claim(page, ALONE, "struck", "ASSAULT", actors=["Russia"], recipients=["Japan"]),
        "note": claim(page, NOTE, "attacked", "ASSAULT", actors=["Russia"],
                      recipients=["North Korea"]),
    }  # fmt: skip
    found["breach"] = claim(
        page, BREACH, "breach", kind="consequence", content="a resolution", status="conditional",
        links=[("if", found["ship"])],
    )  # fmt: skip
    elsewhere = [
        claim(other, ELSEWHERE, "wants", kind="want", content="oil", actors=["Russia"]),
        claim(other, ELSE_ACT, "criticised", "ACCUSE", actors=["Iran"], recipients=["Russia"]),
    ]
    with Store.open(":memory:") as store:
        store.add(page, list(found.values()))
        store.add(other, elsewhere)
        yield store, found


PARTS = {
    "did": ["met"],
    "alleged": ["ship"],
    "plans": ["drill"],
    "wants_a": ["need"],
    "wants_b": ["seek"],
    "obstacles": ["rail"],
    "consequences": ["breach"],
    "reactions": ["alarm", "voiced"],
}
SWAPPED = {"wants_a": "wants_b", "wants_b": "wants_a"}


@pytest.mark.parametrize("part", PARTS)
def test_parts(made, part: str) -> None:
    store, found = made
    expected = [found[name].id for name in PARTS[part]]
    for a, b, asked in [
        ("RUS", "PRK", part),
        ("russia", "state.PRK", part),
        ("PRK", "RUS", SWAPPED.get(part, part)),
    ]:
        assert [row.claim for row in getattr(dossier(store, a, b), asked)] == expected


def test_exchanges_run_in_directions(made) -> None:
    store, found = made
    rows = dossier(store, "RUS", "PRK").exchanges
    told = [(one.direction, one.good.text, [d.deal for d in one.deals], one.claims) for one in rows]
    assert told == [
        ("a_to_b", "energy", ["seeks"], (found["seek"].id,)),
        ("a_to_b", "food", ["seeks"], (found["seek"].id,)),
        # that Russia seeks shells, from whom is not told, counts to those that the article names
        ("b_to_a", "shells", ["gives", "seeks", "denies"],
         (found["ship"].id, found["need"].id, found["never"].id)),
    ]  # fmt: skip


def test_contested(made) -> None:
    store, found = made
    (row,) = dossier(store, "RUS", "PRK").contested
    assert (row.type, row.direction) == ("AID", "b_to_a")
    assert (row.affirmed, row.denied) == ((found["ship"].id,), (found["never"].id,))
    assert (row.affirmed_by, row.denied_by) == (("U.S. officials",), ("Moscow",))
    assert [one.sentence for one in row.against] == [NEVER]
    (line,) = dossier(store, "RUS", "PRK").alleged
    assert (row.claim, line.denials) == (line.claim, (found["never"].id,))
    assert [voice.text for voice in line.denied_by] == ["Moscow"]


def test_no_claim_stands_in_two_lines(made) -> None:
    lines = dossier(made[0], "RUS", "PRK")
    claims = [claim for part in LINES for one in getattr(lines, part) for claim in one.claims]
    assert len(claims) == len(set(claims))


def test_a_filter_narrows_it(made) -> None:
    store, found = made
    narrow = dossier(store, "RUS", "PRK", ClaimFilter(voice="USA"))
    assert [row.claim for row in narrow.alleged] == [found["ship"].id]
    assert narrow.contested == ()
    assert dossier(store, "RUS", "PRK", ClaimFilter(date_to="1999-01-01")) == Dossier(
        a="RUS", b="PRK"
    )


def test_two_parties_are_needed(made) -> None:
    with pytest.raises(UsageError, match="two parties"):
        dossier(made[0], "RUS", "rus")
    assert dossier(made[0], "'; DROP TABLE claims; --", "PRK").did == ()


SENT = "North Korea sent shells to Russia on Monday."
CAUTIOUS = f"{SENT[:-1]}, officials said."
TRAINS = "Trains left Rajin for Tumangang, dockers there said of the trade."
CRATES = "Another cargo had come by ship to Vladivostok, where clerks counted 40 crates."
GENEVA = "Japan met Iran in Geneva over the price of oil."


def test_what_a_copy_hardens_heads_no_line() -> None:
    def told(sentence: str, outlet: str, day: str, *around: str, **more):
        page = article(sentence, *around, publisher=outlet, published=day)
        parties = {"actors": ["North Korea"], "recipients": ["Russia"]}
        return page, [claim(page, sentence, "sent", "AID", **parties, **more)]

    same = (TRAINS, CRATES, GENEVA)
    said = {"voices": [("officials", "said")], "status": "possible", "factuality": "PS+"}
    wire = told(CAUTIOUS, "The Wire", "2023-09-14", *same, **said)
    copy = told(SENT, "The Post", "2023-09-15", *same)
    own = told("Russia received shells that North Korea sent by rail from Rajin.",
               "The Herald", "2023-09-16", TRAINS)  # fmt: skip
    with Store.open(":memory:") as store:
        store.add_many([wire, copy])
        stored.update(store)
        found = dossier(store, "RUS", "PRK")
        assert found.did == ()
        (line,) = (one for part in LINES for one in getattr(found, part))
        assert (line.status, line.publisher, line.own) == ("possible", "The Wire", False)
        assert line.claims == (wire[1][0].id, copy[1][0].id)
        store.add_many([own])
        stored.update(store)
        (line,) = dossier(store, "RUS", "PRK").did
        assert (line.status, line.publisher, line.own) == ("happened", "The Herald", True)
        only = dossier(store, "RUS", "PRK", ClaimFilter(outlet="The Post"))
        assert [one.publisher for one in only.did] == ["The Post"]
