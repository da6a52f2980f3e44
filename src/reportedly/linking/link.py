"""The face of linking: articles with their claims → events. Pure; the order is nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.linking.assemble import event_of
from reportedly.linking.blocking import compared
from reportedly.linking.clusters import Groups, Pair
from reportedly.linking.decisions import Decided, Said, of_persons
from reportedly.linking.origins import sources_of
from reportedly.linking.scoring import Score, points, score
from reportedly.linking.tellings import Account, Telling, account_of, tellings_of
from reportedly.records import Article, Claim, Event


def link(
    items: Iterable[tuple[Article, Sequence[Claim]]], said: Iterable[Said] = ()
) -> list[Event]:
    """Return the events that the claims tell of, by day of publication.

    Every claim of kind event is in one of them, those of comments apart. The same articles give
    the same events whatever their order; an article given twice counts once.
    said: what persons decided, which no score undoes.
    """
    articles = {article.id: (article, claims) for article, claims in items}
    tellings = [
        telling
        for article, claims in articles.values()
        for telling in tellings_of(account_of(article), article, claims)
    ]
    return events_of(tellings, {key: article for key, (article, _) in articles.items()}, said)


def events_of(
    tellings: Iterable[Telling], articles: Mapping[str, Article], said: Iterable[Said] = ()
) -> list[Event]:
    """Return the events of these claims alone; articles: theirs, and whatever those may copy."""
    ordered = sorted(tellings, key=lambda telling: telling.order)
    scores = scored(ordered)
    persons = of_persons(ordered, said)
    together = {pair for pair, same in persons.items() if same}
    groups = Groups(
        len(ordered),
        {pair: found.hundredths for pair, found in scores.items()},
        round(points().never * 100),
        persons.keys() - together,
    ).join(together)
    decided = Decided(ordered, scores, persons)
    sources = sources_of(articles)
    return [
        event_of([ordered[at] for at in group], articles, sources, decided.of(group))
        for group in groups
    ]


def scored(tellings: Sequence[Telling]) -> dict[Pair, Score]:
    """Return the score of every pair that is compared, by the places of its claims."""
    accounts: dict[str, Account] = {}
    places: dict[str, list[int]] = {}
    for at, telling in enumerate(tellings):
        accounts[telling.account.id] = telling.account
        places.setdefault(telling.account.id, []).append(at)
    return {
        (one, other): score(tellings[one], tellings[other])
        for one, other in compared(tellings, places, [accounts[key] for key in sorted(accounts)])
    }
