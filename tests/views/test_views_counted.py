"""What screens count by whole numbers is what one counts claim by claim."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import product

import pytest
from bench.scale.affairs import items
from msgspec.structs import replace

from builders import article, claim
from desk_store import fill
from reportedly import views
from reportedly.records import Good, Side, Voice
from reportedly.store import ClaimFilter, Store
from reportedly.store.filter import chosen_sql

FILTERS = [
    {}, {"party": "AGO"}, {"actor": "minister"}, {"status": ("negated", "planned")},
    {"type": "AID", "date_from": "2015-01-03"}, {"voice": "any", "good": "food"},
    {"voice": "named"}, {"outlet": "The Wire"}, {"party": "=North Korea"}, {"confidence": 0.7},
]  # fmt: skip
ORGANISATIONS = ("IGO", "NGO", "ISM", "IMG", "MNC")
FIRM = {"CT+": 3, "PR+": 2, "PS+": 1, "Uu": 0, "PS-": -1, "PR-": -2, "CT-": -3}
SAID = "Japan gave rice and shells to Iran, Moscow and sources said."


def several() -> tuple:
    """Return an article of which one claim has two goods, two voices and two recipients."""
    page = article(SAID, publisher=None, published=None)
    one = claim(page, SAID, "gave", "AID", actors=["Japan"], recipients=["Iran"],
                goods=[("rice", "food.grain"), ("shells", "food.tins")],
                voices=[("Moscow", "said"), ("sources", "said")])  # fmt: skip
    goods = tuple(replace(g, giver=Side.ACTOR, receiver=Side.RECIPIENT) for g in one.goods)
    assert isinstance(goods[0], Good)
    assert isinstance(one.voices[0], Voice)
    return page, [replace(one, goods=goods, recipients=(*one.recipients, *one.actors))]


@pytest.fixture(scope="module")
def store():
    with Store.open(":memory:") as opened:
        opened.add_many(items(120))
        fill(opened)
        opened.add(*several())
        yield opened


@pytest.fixture(params=FILTERS, ids=str)
def asked(request, store):
    """A filter, and the claims that it chooses, as they are shown."""
    chosen = ClaimFilter(**request.param)
    sql, values = chosen_sql(chosen)
    return chosen, list(store.rows(sql, values))


def term(party) -> str:
    told = party["country"] and party["role"] != "national"
    known = told and party["country"] not in ORGANISATIONS
    return party["country"] if known else f"={party['name']}"


def sides(row) -> tuple[set[str], set[str]]:
    return {term(one) for one in row["actors"]}, {term(one) for one in row["recipients"]}


def voiced(row) -> str:
    if not row["voices"]:
        return "none"
    return "named" if any(one["named"] for one in row["voices"]) else "unnamed"


def day(row) -> date | None:
    first = row["day_from"] or row["day_to"]
    return date.fromisoformat(first) if first else None


def test_facets(store, asked) -> None:
    chosen, rows = asked
    plain: Counter = Counter()
    for row in rows:
        sure = row["confidence"]
        values = {
            "status": {row["status"]}, "voiced": {voiced(row)}, "kind": {row["kind"]},
            "type": {row["type"]}, "party": set.union(*sides(row)),
            "good": {name for one in row["goods"] for name in _below(one["category"])},
            "voice": {f"={one['name'] or one['text']}" for one in row["voices"]},
            "outlet": {row["publisher"]}, "dated": {row["dated"] or "none"},
            "confidence": {"0.9" if sure >= 0.9 else "0.7" if sure >= 0.7 else "0"},
        }  # fmt: skip
        plain.update((facet, one) for facet, found in values.items() for one in found if one)
    found = list(views.facets(store, chosen))
    assert {(row.facet, row.value): row.claims for row in found} == plain
    assert len(found) == len(plain)
    assert all(
        row in found for one in views.FACETS for row in views.facets(store, chosen, only=[one])
    )


def test_extent_parties_and_days(store, asked) -> None:
    chosen, rows = asked
    extent = views.extent(store, chosen)
    days = [one for row in rows for one in (row["day_from"], row["day_to"]) if one]
    assert (extent.claims, extent.articles) == (len(rows), len({row["article"] for row in rows}))
    assert extent.outlets == len({row["publisher"] for row in rows} - {None})
    assert extent.undated == sum(row["dated"] is None for row in rows)
    assert (extent.first, extent.last) == (
        min((row["day_from"] or row["day_to"] for row in rows if row["dated"]), default=None),
        max((row["day_to"] or row["day_from"] for row in rows if row["dated"]), default=None),
    )
    assert bool(days) == bool(extent.first)
    parties = Counter(one for row in rows for one in set.union(*sides(row)))
    assert {row.party: row.claims for row in views.parties(store, chosen)} == parties


def test_network_and_ties(store, asked) -> None:
    chosen, rows = asked
    plain = defaultdict(list)
    for row in rows:
        for actor, recipient in product(*sides(row)):
            if row["kind"] == "event" and actor != recipient:
                key = (actor, recipient, row["quad"], row["status"], bool(row["voices"]))
                plain[key].append(row)
    found = list(views.network(store, chosen))
    assert {
        (row.actor, row.recipient, row.quad, row.status, row.alleged): (
            row.claims, row.articles, row.outlets
        )
        for row in found
    } == {
        key: (
            len(told), len({one["article"] for one in told}),
            len({one["publisher"] for one in told} - {None}),
        )
        for key, told in plain.items()
    }  # fmt: skip
    ties = list(views.ties(store, chosen))
    assert [views.Tie(**{name: getattr(row, name) for name in views.Tie.__struct_fields__})
            for row in found] == ties  # fmt: skip
    assert list(views.network(store, chosen, ties[1:4])) == found[1:4]
    assert list(views.network(store, chosen, [])) == []


def test_matrix_and_ledger(store, asked) -> None:
    chosen, _ = asked
    lines = [row for row in views.ledger(store, chosen) if row.deal != "mentions"]
    plain = defaultdict(set)
    for row in lines:
        givers = {_term(one) for one in row.givers} or {None}
        receivers = {_term(one) for one in row.receivers} or {None}
        for giver, receiver in product(givers, receivers):
            if giver != receiver:
                good = row.good.category.partition(".")[0]
                key = (giver, receiver, good, row.type, row.status, bool(row.voices))
                plain[key].add(row.claim)
    found = list(views.matrix(store, chosen))
    assert {
        (row.giver, row.receiver, row.good, row.type, row.status, row.alleged): row.claims
        for row in found
    } == {key: len(claims) for key, claims in plain.items()}
    assert len(found) == len(plain)
    assert views.ledger_count(store, chosen) == len(lines)
    assert list(views.ledger_page(store, chosen, views.Page(0, 30))) == lines[:30]
    for giver, receiver in {(row.giver, row.receiver) for row in found[:5]}:
        some = list(views.ledger_page(store, chosen, None, giver, receiver))
        assert views.ledger_count(store, chosen, giver, receiver) == len(some)
        page = list(views.ledger_page(store, chosen, views.Page(1, 20), giver, receiver))
        assert page == some[1:21]


def _term(actor) -> str:
    return term({"country": actor.country, "role": actor.role, "name": actor.name})


def test_voices_and_outlets(store, asked) -> None:
    chosen, rows = asked
    plain, outlets = defaultdict(list), defaultdict(list)
    for row in rows:
        outlets[row["publisher"]].append(row)
        for name in {one["name"] or one["text"] for one in row["voices"]}:
            plain[name].append(row)
    assert {
        row.voice: (row.claims, row.articles, row.outlets, row.denials, round(row.firmness, 6))
        for row in views.voices(store, chosen)
    } == {
        name: (
            len(told), len({one["article"] for one in told}),
            len({one["publisher"] for one in told} - {None}),
            sum(one["status"] == "negated" for one in told),
            round(sum(FIRM[one["factuality"]] for one in told) / len(told), 6),
        )
        for name, told in plain.items()
    }  # fmt: skip
    assert {
        row.outlet: (row.articles, row.claims, row.own, row.named, row.unnamed, row.first, row.last)
        for row in views.outlets(store, chosen)
    } == {
        name: (
            len({one["article"] for one in told}), len(told),
            *(sum(voiced(one) == sort for one in told) for sort in ("none", "named", "unnamed")),
            min((one["published"][:10] for one in told if one["published"]), default=None),
            max((one["published"][:10] for one in told if one["published"]), default=None),
        )
        for name, told in outlets.items()
    }  # fmt: skip


def test_places_spans_and_series(store, asked) -> None:
    chosen, rows = asked
    places = Counter(
        (str(row["place"]["geonames_id"]), row["type"], row["status"], bool(row["voices"]))
        for row in rows
        if row["place"]
    )
    assert {
        (row.place, row.type, row.status, row.alleged): row.claims
        for row in views.places(store, chosen)
    } == places
    spans: Counter = Counter()
    published: Counter = Counter()
    series: Counter = Counter()
    for row in rows:
        if begins := day(row):
            key = (begins.replace(day=1).isoformat(), row["status"])
            spans[key] += 1
            published[key] += row["dated"] == "published"
            week = begins - timedelta(days=begins.weekday())
            series[week.isoformat(), row["publisher"] or "not known"] += 1
    found = list(views.spans(store, "month", chosen))
    assert {(row.span, row.status): row.claims for row in found} == spans
    assert {(row.span, row.status): row.published for row in found} == published
    weekly = views.series(store, "outlet", "week", chosen)
    assert {(row.span, row.value): row.claims for row in weekly} == series


def _below(category):
    """Return the categories that a filter finds it by."""
    return category, category.partition(".")[0]


@pytest.mark.parametrize("order", views.ORDERS)
def test_pages_of_claims(store, asked, order) -> None:
    chosen, rows = asked
    for down in (False, True):
        page = list(views.claim_page(store, chosen, views.Page(0, 5_000), order, down))
        some = list(views.claim_page(store, chosen, views.Page(2, 15), order, down))
        assert some == page[2:17]
        assert len(page) == len(rows) == views.count(store, chosen)
