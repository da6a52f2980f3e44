"""Which claims a filter lets through; values are bound, whatever they hold."""

from __future__ import annotations

import pytest

from builders import article, claim
from reportedly.errors import UsageError
from reportedly.store import ClaimFilter, Store

GAVE = "On 3 May Russia gave North Korea oil."
SAID = "U.S. officials said Iran may ship shells to Moscow."
DENY = "Iran denied it shelled Japan."
SINCE = "Since 2020 Japan trades with the UN."
NOTE = "Iran bombed Washington!"
OPEN = "Ms Irnova met Japan."


@pytest.fixture(scope="module")
def store():
    page = article(GAVE, SAID, DENY, SINCE, OPEN, comment=NOTE)
    undated = article("Japan met Russia.", published=None)
    claims = [
        claim(page, GAVE, "gave", "AID", actors=["Russia"], recipients=["North Korea"],
              goods=[("oil", "energy.oil")], when=("2023-05-03", "2023-05-03")),
        claim(page, SAID, "ship", "AID", actors=["Iran"], recipients=["Moscow"],
              status="possible", voices=[("U.S. officials", "said")],
              goods=[("shells", "arms.ammunition")]),
        claim(page, DENY, "shelled", "ASSAULT", "heavy-weapons", actors=["Iran"],
              recipients=["Japan"], status="negated", voices=[("Iran", "denied")]),
        claim(page, SINCE, "trades", "COOPERATE", actors=["Japan"], recipients=["the UN"],
              status="ongoing", when=("2020-01-01", None)),
        claim(page, OPEN, "met", "CONSULT", actors=["Ms Irnova"], recipients=["Japan"]),
        claim(page, NOTE, "bombed", "ASSAULT", actors=["Iran"], recipients=["Washington"]),
    ]  # fmt: skip
    with Store.open(":memory:") as store:
        store.add(page, claims)
        store.add(undated, [claim(undated, "Japan met Russia.", "met", "CONSULT")])
        yield store


ALL = ["gave", "ship", "shelled", "trades", "met", "met"]


@pytest.mark.parametrize(
    ("asked", "triggers"),
    [
        ({}, ALL),
        ({"include_comments": True}, ["gave", "ship", "shelled", "trades", "met", "bombed", "met"]),
        ({"party": "RUS"}, ["gave", "ship"]),
        ({"actor": "RUS"}, ["gave"]),
        ({"recipient": "RUS"}, ["ship"]),
        ({"actor": "state.IRN"}, ["ship", "shelled"]),
        ({"party": "korea"}, ["gave"]),
        ({"party": "IRN"}, ["ship", "shelled"]),
        ({"party": "irn"}, ["met"]),
        ({"party": "%"}, []),
        ({"type": "aid"}, ["gave", "ship"]),
        ({"mode": "Heavy-Weapons"}, ["shelled"]),
        ({"kind": "want"}, []),
        ({"status": ("possible", "negated")}, ["ship", "shelled"]),
        ({"voice": "any"}, ["ship", "shelled"]),
        ({"voice": "none"}, ["gave", "trades", "met", "met"]),
        ({"voice": "USA"}, ["ship"]),
        ({"voice": "officials"}, ["ship"]),
        ({"date_from": "2023-05-01", "date_to": "2023-05-31"}, ["gave", "trades"]),
        ({"date_from": "2023-09-14"}, ["ship", "shelled", "trades", "met"]),
        ({"date_to": "2019-12-31"}, []),
        ({"text": "SHELLS TO"}, ["ship"]),
        ({"good": "arms"}, ["ship"]),
        ({"good": "energy.oil"}, ["gave"]),
        ({"good": "energy.o"}, []),
        ({"ids": ()}, ALL),
        ({"ids": ("none",)}, []),
        ({"article": "none"}, []),
    ],
)
def test_filter(store: Store, asked: dict[str, object], triggers: list[str]) -> None:
    assert [found.trigger.text for found in store.claims(ClaimFilter(**asked))] == triggers


NASTY = ["'; DROP TABLE claims; --", "') OR true --", "$actor", "{where}", '"', "\\", "' OR '1'='1"]
FIELDS = ["party", "actor", "recipient", "type", "mode", "voice", "text", "good", "article"]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("value", NASTY)
def test_values_are_bound(store: Store, field: str, value: str) -> None:
    before = store.counts()
    assert list(store.claims(ClaimFilter(**{field: value}))) == []
    assert list(store.claims(ClaimFilter(ids=(value,)))) == []
    assert not store.has(value, next(store.articles()).coder)
    assert store.counts() == before


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"kind": "fact"}, "kind is 'fact'; allowed: event, want"),
        ({"status": ("done",)}, "status is 'done'"),
        ({"date_from": "May 2023"}, "date_from"),
        ({"date_to": "2023-9-1"}, "date_to"),
        ({"date_to": "20230901"}, "date_to"),
    ],
)
def test_wrong_conditions_say_what_is_allowed(asked: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        ClaimFilter(**asked)
