"""Which claims are compared at all: a rule on two articles, whatever else there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations

from reportedly.linking.scoring import comparable
from reportedly.linking.tellings import Account, Telling

#: articles are compared when they appeared in one span of so many days, or in two that meet
SPAN = 15
#: how many of an article's heaviest words it has in common with whatever it is compared with
IN_COMMON = 2
#: the longest spell, in days, that dates an act well enough to be looked for: a month
LONGEST = 31
_NO_SPAN = -1


def keys_of(account: Account) -> Iterator[tuple[str, ...]]:
    """Yield what an article is found by: each two of its heaviest words."""
    yield from combinations(sorted(account.heaviest), IN_COMMON)


def span_of(day: date | None) -> int:
    """Return the number of the span of days that a day lies in; -1 for an unknown day."""
    return day.toordinal() // SPAN if day else _NO_SPAN


def spans_beside(span: int) -> tuple[int, ...]:
    """Return the spans whose articles are compared with one of that span.

    An undated article is compared with undated ones only: nothing tells when it was.
    """
    return (span,) if span == _NO_SPAN else (span - 1, span, span + 1)


def pairs_of(accounts: Sequence[Account]) -> Iterator[tuple[int, int]]:
    """Yield the places of two articles that are to be compared, each pair once, in order."""
    found: set[tuple[int, int]] = set()
    by_key: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, account in enumerate(accounts):
        own = span_of(account.day)
        for key in keys_of(account):
            for span in spans_beside(own):
                found.update((before, at) for before in by_key.get((span, key), ()))
            by_key[own, key].append(at)
    yield from sorted(found)


def dated_keys(telling: Telling) -> Iterator[tuple[str, ...]]:
    """Yield what a dated claim is found by: its day and a party, its month and one of each side."""
    start, end, kind = telling.days.start, telling.days.end, telling.type or ""
    if not start or not end or (end - start).days > LONGEST:
        return
    if start == end:
        for party in sorted(telling.actors | telling.recipients):
            yield kind, start.isoformat(), party
    for month in sorted({start.isoformat()[:7], end.isoformat()[:7]}):
        for actor in sorted(telling.actors):
            for recipient in sorted(telling.recipients):
                yield kind, month, actor, recipient


def retold(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Yield the places of two claims that date one type of act by or to one party alike.

    So a report of today that tells of an old event finds it, however long ago its reports are.
    """
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        for key in dated_keys(telling):
            by_key[key].append(at)
    yield from sorted({pair for places in by_key.values() for pair in combinations(places, 2)})


def compared(
    tellings: Sequence[Telling], articles: Mapping[str, Sequence[int]], accounts: Sequence[Account]
) -> Iterator[tuple[int, int]]:
    """Yield the places of two claims to be compared, each pair once, in order.

    articles: id of the article → places of its claims among the tellings.
    """
    found = set(retold(tellings))
    for account in accounts:
        found.update(combinations(articles.get(account.id, ()), 2))
    for one, other in pairs_of(accounts):
        found.update(
            (min(a, b), max(a, b))
            for a in articles.get(accounts[one].id, ())
            for b in articles.get(accounts[other].id, ())
        )
    return (pair for pair in sorted(found) if comparable(tellings[pair[0]], tellings[pair[1]]))
