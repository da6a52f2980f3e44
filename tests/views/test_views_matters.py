"""One line a matter: what is joined, what is kept apart, which wording leads."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from builders import article, claim
from reportedly.desk.matters import lead
from reportedly.linking.stored import update
from reportedly.store import Store
from reportedly.views import LINES, dossier

BOTH = ["Russia", "North Korea"]
SHELLS = [("shells", "arms.ammunition")]
FOOD = [("rice", "food")]


def _dossier(*pages, linked=True):
    with Store.open(":memory:") as store:
        for page, claims in pages:
            store.add(page, claims)
        if linked:
            update(store)
        return dossier(store, "RUS", "PRK")


def _lines(found):
    """Return part → the triggers of its lines, each with the number of its claims."""
    told = {
        part: [(one.trigger, len(one.claims)) for one in getattr(found, part)] for part in LINES
    }
    return {part: lines for part, lines in told.items() if lines}


def _page(*rows, **more):
    """Return a page of the sentences, with a claim on each: (sentence, trigger, type, fields)."""
    page = article(*(row[0] for row in rows), **more)
    return page, [
        claim(page, sentence, trigger, type, **fields) for sentence, trigger, type, fields in rows
    ]


GIVES = {"actors": ["North Korea"], "recipients": ["Russia"], "goods": SHELLS}
CASES = {
    "two words for one meeting": (
        [
            ("Russia met North Korea.", "met", "CONSULT", {"actors": BOTH}),
            ("Russia and North Korea began a summit.", "summit", "CONSULT", {"actors": BOTH}),
        ],
        {"did": [("met", 2)]},
    ),
    "meetings of two days": (
        [
            ("Russia met North Korea in May.", "met", "CONSULT",
             {"actors": BOTH, "when": ("2023-05-01", "2023-05-31")}),
            ("Russia met North Korea again.", "met", "CONSULT",
             {"actors": BOTH, "when": ("2023-08-01", "2023-08-31")}),
        ],
        {"did": [("met", 1), ("met", 1)]},
    ),
    "goods that pass one way, whatever the deal": (
        [
            ("North Korea may supply shells to Russia.", "supply", "AID",
             {**GIVES, "status": "possible"}),
            ("Russia would buy shells from North Korea.", "buy", "COOPERATE",
             {"actors": ["Russia"], "recipients": ["North Korea"], "goods": SHELLS,
              "sides": ("recipient", "actor"), "status": "conditional"}),
        ],
        {"plans": [("supply", 2)]},
    ),
    "goods that pass the other way": (
        [
            ("North Korea may supply shells to Russia.", "supply", "AID",
             {**GIVES, "status": "possible"}),
            ("Russia would sell shells to North Korea.", "sell", "COOPERATE",
             {"actors": ["Russia"], "recipients": ["North Korea"], "goods": SHELLS,
              "status": "conditional"}),
        ],
        {"plans": [("supply", 1), ("sell", 1)]},
    ),
    "other goods": (
        [
            ("North Korea sent shells to Russia.", "sent", "AID", GIVES),
            ("North Korea sent rice to Russia.", "sent", "AID", {**GIVES, "goods": FOOD}),
        ],
        {"did": [("sent", 1), ("sent", 1)]},
    ),
    "a question is no plan": (
        [
            ("Will Russia and North Korea drill?", "drill", "COOPERATE",
             {"actors": BOTH, "status": "possible"}),
            ("Why did Russia meet North Korea?", "meet", "CONSULT", {"actors": BOTH}),
            ("Russia met North Korea.", "met", "CONSULT", {"actors": BOTH}),
        ],
        {"did": [("met", 2)]},
    ),
    "what only a voice says is alleged": (
        [
            ("Spies said North Korea sent shells to Russia.", "sent", "AID",
             {**GIVES, "voices": [("Spies", "said")]}),
        ],
        {"alleged": [("sent", 1)]},
    ),
    "what one asks of nobody named": (
        [
            ("Russia met North Korea.", "met", "CONSULT", {"actors": BOTH}),
            ("Russia asked for shells.", "asked", "REQUEST",
             {"actors": ["Russia"], "goods": SHELLS}),
            ("Russia may ask for rice.", "ask", "REQUEST",
             {"actors": ["Russia"], "goods": FOOD, "status": "possible"}),
        ],
        {"did": [("met", 1), ("asked", 1)], "wants_a": [("ask", 1)]},
    ),
    "a wish within a wish": (
        [
            ("Russia met North Korea.", "met", "CONSULT", {"actors": BOTH}),
            ("Russia needs shells and rice.", "needs", None,
             {"kind": "want", "content": "shells and rice", "actors": ["Russia"],
              "goods": [*SHELLS, *FOOD], "status": "ongoing"}),
            ("Russia wants rice.", "wants", None,
             {"kind": "want", "content": "rice", "actors": ["Russia"], "goods": FOOD,
              "status": "ongoing"}),
        ],
        {"did": [("met", 1)], "wants_a": [("needs", 2)]},
    ),
    "what both want": (
        [
            ("Russia and North Korea want peace.", "want", None,
             {"kind": "want", "content": "peace", "actors": BOTH, "status": "ongoing"}),
        ],
        {"wants_both": [("want", 1)]},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_lines(name: str) -> None:
    rows, expected = CASES[name]
    assert _lines(_dossier(_page(*rows))) == expected


def test_the_firmest_wording_leads() -> None:
    may = ("North Korea may have sent shells to Russia.", "sent", "AID",
           {**GIVES, "status": "possible"})  # fmt: skip
    has = ("Spies said North Korea sent shells to Russia.", "sent", "AID",
           {**GIVES, "voices": [("Spies", "said")]})  # fmt: skip
    (line,) = _dossier(_page(may, has)).alleged
    assert (line.sentence, line.status, len(line.claims)) == (has[0], "happened", 2)


def test_a_denial_stands_beside_what_it_denies() -> None:
    page = _page(
        ("Spies said North Korea sent shells to Russia in May.", "sent", "AID",
         {**GIVES, "voices": [("Spies", "said")], "when": ("2023-05-01", "2023-05-31")}),
        ("Moscow denied that North Korea sent shells to Russia.", "sent", "AID",
         {**GIVES, "voices": [("Moscow", "denied")], "status": "negated"}),
    )  # fmt: skip
    found = _dossier(page)
    (line,), (row,) = found.alleged, found.contested
    assert [voice.text for voice in line.denied_by] == ["Moscow"]
    assert (row.claim, [one.claim for one in row.against]) == (line.claim, list(line.denials))


def test_a_rule_comes_first_and_names_its_condition() -> None:
    harm, text = (
        "The deal could harm trade.",
        ("If North Korea sells shells to Russia, it would breach a resolution."),
    )
    page = article(harm, text)
    follows = claim(page, harm, "harm", kind="consequence", content="trade", status="possible")
    sells = claim(page, text, "sells", "COOPERATE", status="conditional", **GIVES)
    breach = claim(page, text, "breach", kind="consequence", content="a resolution",
                   status="conditional", links=[("if", sells)])  # fmt: skip
    breach = replace(breach, rules=("en.verb.breach.rule",))
    first, second = _dossier((page, [follows, sells, breach])).consequences
    assert (first.rule, first.conditions) == (True, (sells.id,))
    assert not second.rule


def test_a_plan_of_two_articles_is_one_line() -> None:
    first = _page(
        ("Russia will send rice to North Korea.", "send", "AID",
         {"actors": ["Russia"], "recipients": ["North Korea"], "goods": FOOD,
          "status": "planned"}),
        title="Rice", published="2023-09-14T08:00:00+00:00",
    )  # fmt: skip
    second = _page(
        ("After talks Moscow is to send North Korea rice.", "send", "AID",
         {"actors": ["Moscow"], "recipients": ["North Korea"], "goods": FOOD,
          "status": "planned"}),
        title="Talks end", published="2023-10-02T08:00:00+00:00", publisher="The Courier",
    )  # fmt: skip
    (line,) = _dossier(first, second).plans
    assert (line.articles, len(line.claims), line.outcome) == (2, 2, "open")


def test_others_are_known_and_the_doer_of_nothing_is_none() -> None:
    page = _page(
        ("Russia met North Korea.", "met", "CONSULT", {"actors": BOTH}),
        ("Japan condemned Russia.", "condemned", "ACCUSE",
         {"actors": ["Japan"], "recipients": ["Russia"]}),
        ("He praised Russia.", "praised", "SUPPORT",
         {"actors": ["He"], "recipients": ["Russia"]}),
    )  # fmt: skip
    assert [one.trigger for one in _dossier(page).reactions] == ["condemned"]


def test_what_is_only_waved_away_has_not_happened() -> None:
    words = "Russia waved away talk of shells from North Korea."
    page = article("Russia met North Korea.", words)
    met = claim(page, "Russia met North Korea.", "met", "CONSULT", actors=BOTH)
    away = claim(page, words, "waved away", "REJECT", mode="change", goods=SHELLS,
                 actors=["Russia"], recipients=["North Korea"])  # fmt: skip
    for rules, part in (("en.verb.wave_away", "turned_down"), ("en.verb.refuse", "did")):
        told = _lines(_dossier((page, [met, replace(away, rules=(rules,))])))
        assert ("waved away", 1) in told[part]
    (line,) = _dossier((page, [met, replace(away, rules=("en.verb.wave_away",))])).turned_down
    assert line.denial
    assert lead(line, "turned_down") == "Russia denied what is said of shells “waved away”"


def test_what_everybody_denies_is_not_contested() -> None:
    rows = [
        ("North Korea said it had sent no shells to Russia.", "sent", "AID",
         {**GIVES, "voices": [("North Korea", "said")], "status": "negated"}),
        ("Moscow denied that North Korea sent shells to Russia.", "sent", "AID",
         {**GIVES, "voices": [("Moscow", "denied")], "status": "negated"}),
    ]  # fmt: skip
    found = _dossier(_page(*rows))
    (line,) = found.alleged
    assert (len(line.claims), line.denials, found.contested) == (2, (), ())
