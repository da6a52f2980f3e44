"""The face of linking: articles with their claims → events. Pure; the order is nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from reportedly.linking.assemble import event_of
from reportedly.linking.blocking import compared
from reportedly.linking.clusters import Groups, Pair, components
from reportedly.linking.copies import Sketch
from reportedly.linking.decisions import Decided, Said, of_persons
from reportedly.linking.origins import Source, sources_of
from reportedly.linking.points import points
from reportedly.linking.scoring import Score, Scorer
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
    tellings = sorted(
        (
            telling
            for article, claims in articles.values()
            for telling in tellings_of(account_of(article), article, claims)
        ),
        key=lambda telling: telling.order,
    )
    scorer, said = Scorer(), list(said)
    edges = [
        (tellings[one].claim.id, tellings[other].claim.id)
        for one, other in _compared(tellings)
        if scorer.above(-1, tellings[one], tellings[other])
    ]
    around = {key: article for key, (article, _) in articles.items()}
    return events_of(tellings, around, [*edges, *((row.one, row.other) for row in said)], said)


def events_of(
    tellings: Iterable[Telling],
    articles: Mapping[str, Article],
    edges: Iterable[tuple[str, str]],
    said: Sequence[Said] = (),
    sketches: Mapping[str, Sketch] | None = None,
    rejected: Collection[str] = (),
) -> list[Event]:
    """Return the events of these claims alone, by day of publication.

    articles  theirs, and whatever those may copy; sketches: of some of them, the rest are made
    edges     ids of two claims each: all that are the same by their score or by a person's word,
              perhaps some more. No event holds claims that they do not join, one by another
    rejected  ids of claims that a person judged to be none
    """
    ordered = sorted(tellings, key=lambda telling: telling.order)
    place: dict[str, int] = {}
    pairs: list[Pair] = []
    for at, telling in enumerate(ordered):  # claims of one text at two addresses have one id
        pairs.append((place.setdefault(telling.claim.id, at), at))
    pairs += [(place[a], place[b]) for a, b in edges if a in place and b in place]
    sources, scorer = sources_of(articles, sketches), Scorer()
    found: list[tuple[int, Event]] = []
    for part in components(len(ordered), pairs):
        own = [ordered[at] for at in part]
        found += [
            (part[group[0]], event)
            for group, event in _grouped(own, articles, sources, said, scorer, rejected)
        ]
    return [event for _, event in sorted(found, key=lambda row: row[0])]


def _grouped(
    tellings: Sequence[Telling],
    articles: Mapping[str, Article],
    sources: Mapping[str, Source],
    said: Sequence[Said],
    scorer: Scorer,
    rejected: Collection[str],
) -> Iterator[tuple[list[int], Event]]:
    """Yield the groups of a component's claims, in order, each with its event."""
    scores = scored(tellings, scorer)
    persons = of_persons(tellings, said)
    together = {pair for pair, same in persons.items() if same}
    groups = Groups(
        len(tellings),
        {pair: found.hundredths for pair, found in scores.items()},
        round(points().never * 100),
        persons.keys() - together,
        round(points().loose * 100),
        {pair: _in_mean(tellings, pair, found) for pair, found in scores.items()},
    ).join(together)
    decided = Decided(tellings, scores, persons)
    for group in groups:
        own = [tellings[at] for at in group]
        yield group, event_of(own, articles, sources, decided.of(group), rejected)


def _in_mean(tellings: Sequence[Telling], pair: Pair, found: Score) -> int:
    """Return what a pair counts in the mean of two groups."""
    dated = all(tellings[at].account.day for at in pair)
    return found.hundredths + (round(points().dated_mean * 100) if dated else 0)


def scored(tellings: Sequence[Telling], scorer: Scorer | None = None) -> dict[Pair, Score]:
    """Return the score of every pair that is compared, by the places of its claims."""
    if len(tellings) == 1:
        return {}
    scorer = scorer or Scorer()
    return {
        (one, other): scorer.of(tellings[one], tellings[other])
        for one, other in _compared(tellings)
    }


def _compared(tellings: Sequence[Telling]) -> Iterator[Pair]:
    accounts: dict[str, Account] = {}
    places: dict[str, list[int]] = {}
    for at, telling in enumerate(tellings):
        accounts[telling.account.id] = telling.account
        places.setdefault(telling.account.id, []).append(at)
    return compared(tellings, places, [accounts[key] for key in sorted(accounts)])
