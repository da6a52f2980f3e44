"""The synthetic news: what the generator makes, and that linking bears it in any order."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench.scale import checking
from bench.scale.affairs import items
from bench.scale.linking import event_sets, fill, link

from reportedly.linking.blocking import compared
from reportedly.linking.scoring import Scorer
from reportedly.linking.tellings import account_of, tellings_of
from reportedly.records.dates import day_of


def test_the_same_seed_makes_the_same_articles_however_many_follow() -> None:
    few, many = list(items(40)), list(items(80))

    assert few == many[:40]
    assert few != list(items(40, seed=8))
    assert len({article.id for article, _ in many}) == 80


def test_every_span_gives_its_text_back() -> None:
    for article, claims in items(200):
        for claim in claims:
            for span in (claim.sentence, claim.trigger, *claim.actors, *claim.recipients):
                assert article.text[span.start : span.end] == span.text


def test_old_affairs_are_told_again_from_early_on() -> None:
    ages = [
        (day_of(article.published.value[:10]) - day_of(claim.time.start)).days  # type: ignore[operator]
        for article, claims in items(600)
        for claim in claims
        if article.published and claim.time and claim.time.start == claim.time.end
    ]

    assert sum(age >= 15 for age in ages) > 50


def test_an_affair_is_few_events_told_by_many(tmp_path: Path) -> None:
    fill(tmp_path / "news.duckdb", items(120))
    cost = link(tmp_path / "news.duckdb")

    assert (cost.articles, cost.claims) == (120, sum(len(claims) for _, claims in items(120)))
    assert cost.events < cost.claims / 3
    assert len(event_sets(tmp_path / "news.duckdb")) == cost.events


def test_the_order_is_nothing() -> None:
    assert checking.same_in_any_order(150, 7)


@pytest.mark.parametrize("least", [-300, -100, 0])
def test_what_is_put_aside_early_is_what_a_whole_score_puts_aside(least: int) -> None:
    tellings = [
        telling
        for article, claims in items(60)
        for telling in tellings_of(account_of(article), article, claims)
    ]
    places: dict[str, list[int]] = {}
    for at, telling in enumerate(tellings):
        places.setdefault(telling.account.id, []).append(at)
    accounts = [tellings[own[0]].account for own in places.values()]
    scorer, seen = Scorer(), set[bool]()
    for one, other in compared(tellings, places, accounts):
        whole = scorer.of(tellings[one], tellings[other])
        found = scorer.above(least, tellings[one], tellings[other])
        assert found == (whole if whole.hundredths > least else None)
        seen.add(found is None)
    assert seen == {True, False}
