"""The deal that each sort of claim with a good stands for."""

from __future__ import annotations

import pytest

from builders import article, claim
from reportedly import ontology
from reportedly.records import ClaimKind, Status
from reportedly.store import ClaimFilter, Store
from reportedly.views import DEALS, ledger

SENTENCE = "Washington said Russia gave Iran oil and food."

CASES = [
    # kind, type, mode, status, voiced, deal
    ("event", "AID", None, "happened", False, "gives"),
    ("event", "AID", None, "happened", True, "gives"),
    ("event", "COOPERATE", None, "ongoing", False, "gives"),
    ("event", "AID", None, "planned", False, "promises"),
    ("event", "AID", None, "possible", True, "may give"),
    ("event", "AID", None, "conditional", False, "would give"),
    ("event", "AID", None, "negated", True, "denies"),
    ("event", "AID", None, "negated", False, "does not give"),
    ("event", "RETREAT", "release", "happened", False, "gives"),
    ("event", "RETREAT", "withdraw", "happened", False, "mentions"),
    ("event", "AGREE", None, "happened", False, "promises"),
    ("event", "AGREE", None, "possible", False, "offers"),
    ("event", "AGREE", None, "planned", False, "offers"),
    ("event", "AGREE", None, "negated", False, "does not promise"),
    ("event", "CONCEDE", None, "happened", False, "promises"),
    ("event", "REQUEST", "assist", "happened", False, "seeks"),
    ("event", "REQUEST", "assist", "planned", False, "seeks"),
    ("event", "REQUEST", "assist", "negated", True, "denies"),
    ("want", None, None, "ongoing", False, "seeks"),
    ("want", "AID", None, "possible", True, "seeks"),
    ("want", None, None, "negated", False, "does not seek"),
    ("event", "REJECT", "assist", "happened", False, "withholds"),
    ("event", "REJECT", "assist", "possible", False, "may withhold"),
    ("event", "SANCTION", "discontinue", "conditional", False, "would withhold"),
    ("event", "COERCE", "withhold", "happened", False, "withholds"),
    ("event", "COERCE", "withhold", "negated", False, "does not withhold"),
    ("event", "COERCE", "seize", "happened", False, "takes"),
    ("event", "COERCE", "seize", "planned", False, "may take"),
    ("event", "COERCE", "arrest", "happened", False, "mentions"),
    ("event", "THREATEN", "restrict", "happened", False, "may withhold"),
    ("event", "CONSULT", "visit", "happened", False, "discusses"),
    ("event", "CONSULT", "visit", "planned", False, "may discuss"),
    ("event", "ACCUSE", "allege", "happened", False, "mentions"),
    ("constraint", "AID", None, "ongoing", False, "hindered"),
    ("consequence", None, None, "conditional", False, "at stake"),
]


@pytest.mark.parametrize(("kind", "type", "mode", "status", "voiced", "deal"), CASES)
def test_deal(kind, type, mode, status, voiced, deal) -> None:
    page = article(SENTENCE)
    one = claim(
        page, SENTENCE, "gave", type, mode, kind=kind, status=status,
        actors=["Russia"], recipients=["Iran"], goods=[("oil", "energy.oil"), ("food", "food")],
        voices=[("Washington", "said")] if voiced else (),
        content=None if kind == "event" else "Iran oil",
    )  # fmt: skip
    with Store.open(":memory:") as store:
        store.add(page, [one])
        rows = list(ledger(store))
    assert [(row.deal, row.good.text, row.claim) for row in rows] == [
        (deal, "oil", one.id),
        (deal, "food", one.id),
    ]
    assert deal in DEALS
    givers, receivers = ("IRN", "RUS") if deal.split()[-1] in {
        "seeks", "seek", "takes", "take"
    } or (deal == "denies" and type == "REQUEST") else ("RUS", "IRN")  # fmt: skip
    assert [party.country for party in rows[0].givers] == [givers]
    assert [party.country for party in rows[0].receivers] == [receivers]


SIDED = [
    # type, mode, status, who gives, who receives, givers, receivers, deal
    ("COOPERATE", None, "happened", "recipient", "actor", "IRN", "RUS", "gives"),
    ("COOPERATE", None, "negated", "recipient", "actor", "IRN", "RUS", "does not give"),
    ("COOPERATE", None, "happened", None, None, None, None, "trades"),
    ("COOPERATE", None, "planned", None, None, None, None, "may trade"),
    ("AGREE", None, "happened", "recipient", "actor", "IRN", "RUS", "promises"),
    ("AGREE", None, "happened", None, "actor", None, "RUS", "promises"),
    ("SANCTION", "discontinue", "happened", "recipient", "actor", "IRN", "RUS", "refuses"),
    ("SANCTION", "discontinue", "possible", "recipient", "actor", "IRN", "RUS", "may refuse"),
    ("SANCTION", "discontinue", "happened", None, None, None, None, "withholds"),
    ("REQUEST", "change", "happened", "actor", "recipient", "RUS", "IRN", "offers"),
]


@pytest.mark.parametrize(
    ("type", "mode", "status", "giver", "receiver", "givers", "receivers", "deal"), SIDED
)
def test_the_good_says_who_gives(
    type, mode, status, giver, receiver, givers, receivers, deal
) -> None:
    page = article(SENTENCE)
    one = claim(
        page, SENTENCE, "gave", type, mode, status=status, actors=["Russia"],
        recipients=["Iran"], goods=[("oil", "energy.oil")], sides=(giver, receiver),
    )  # fmt: skip
    with Store.open(":memory:") as store:
        store.add(page, [one])
        (row,) = ledger(store)
    assert row.deal == deal
    assert [party.country for party in row.givers] == ([givers] if givers else [])
    assert [party.country for party in row.receivers] == ([receivers] if receivers else [])
    assert [p.country for p in (*row.actors, *row.recipients)] == ["RUS", "IRN"]


def test_every_deal_that_can_come_out_is_listed_and_no_other() -> None:
    page = article(SENTENCE)
    combinations = [
        (kind, name, mode, status, voiced, sides)
        for kind in ClaimKind
        for name, about in ontology.load().types.items()
        for mode in (None, *about.modes)
        for status in Status
        for voiced in (False, True)
        for sides in (("actor", "recipient"), ("recipient", "actor"), (None, None))
    ]
    claims = [
        claim(
            page, SENTENCE, "gave", name, mode, kind=kind, status=status, recipients=["Iran"],
            goods=[("oil", "energy.oil")], voices=[("Washington", "said")] if voiced else (),
            content=None if kind is ClaimKind.EVENT else "Iran oil", sides=sides,
        )
        for kind, name, mode, status, voiced, sides in combinations
    ]  # fmt: skip
    with Store.open(":memory:") as store:
        store.add(page, claims)
        deals = [row.deal for row in ledger(store)]
    assert len(deals) == len(combinations)
    assert set(deals) == set(DEALS)


def test_only_claims_with_goods_and_never_comments() -> None:
    note = "Japan sold Iran oil!"
    page = article("Russia gave Iran oil.", "Russia met Iran.", comment=note)
    claims = [
        claim(page, "Russia gave Iran oil.", "gave", "AID", goods=[("oil", "energy.oil")]),
        claim(page, "Russia met Iran.", "met", "CONSULT"),
        claim(page, note, "sold", "COOPERATE", goods=[("oil", "energy.oil")]),
    ]
    with Store.open(":memory:") as store:
        store.add(page, claims)
        assert [row.claim for row in ledger(store)] == [claims[0].id]
        assert list(ledger(store, ClaimFilter(good="arms"))) == []


def test_an_exchange_names_its_counterpart() -> None:
    text = "In exchange for shells, Russia offered food."
    page = article(text)
    shells = claim(
        page, text, "exchange", "AID", status="planned", goods=[("shells", "arms.ammunition")]
    )
    food = claim(
        page, text, "offered", "AGREE", goods=[("food", "food")],
        links=[("in_exchange_for", shells)],
    )  # fmt: skip
    with Store.open(":memory:") as store:
        store.add(page, [shells, food])
        assert [row.in_exchange_for for row in ledger(store)] == [(), (shells.id,)]
