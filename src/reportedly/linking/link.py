"""The face of linking: articles with their claims → events. Pure; the order is nothing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
    accounts = {key: account_of(article) for key, (article, _) in sorted(articles.items())}
    tellings = sorted(
        (one for key, account in accounts.items() for one in tellings_of(account, *articles[key])),
        key=lambda telling: telling.order,
    )
    scores = scored(tellings, list(accounts.values()))
    persons = of_persons(tellings, said)
    together = {pair for pair, same in persons.items() if same}
    groups = Groups(
        len(tellings),
        {pair: found.hundredths for pair, found in scores.items()},
        round(points().never * 100),
        persons.keys() - together,
    ).join(together)
    decided = Decided(tellings, scores, persons)
    pages = {key: article for key, (article, _) in articles.items()}
    sources = sources_of(pages)
    return [
        event_of([tellings[at] for at in group], pages, sources, decided.of(group))
        for group in groups
    ]


def scored(tellings: Sequence[Telling], accounts: Sequence[Account]) -> dict[Pair, Score]:
    """Return the score of every pair that is compared, by the places of its claims."""
    places: dict[str, list[int]] = {}
    for at, telling in enumerate(tellings):
        places.setdefault(telling.account.id, []).append(at)
    return {
        (one, other): score(tellings[one], tellings[other])
        for one, other in compared(tellings, places, accounts)
    }
