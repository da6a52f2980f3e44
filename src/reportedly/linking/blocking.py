"""Which claims are compared at all: a rule on two articles, whatever else there is."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from functools import cache
from importlib.resources import files
from itertools import combinations

from reportedly.linking.points import points
from reportedly.linking.scoring import comparable
from reportedly.linking.spans import span_of, spans_beside
from reportedly.linking.tellings import Account, Telling
from reportedly.records import Status

#: how many of an article's heaviest words it has in common with whatever it is compared with
IN_COMMON = 2
#: the longest spell, in days, that dates an act well enough to be looked for: a month
LONGEST = 31


def keys_of(account: Account) -> Iterator[tuple[str, ...]]:
    """Yield what an article is found by: each two of its heaviest words.

    Where its day is known, the calendar's say nothing: half of all reports of a December name it.
    """
    dates = _calendar() & account.words.names if account.day else frozenset()
    yield from combinations(sorted({*account.heaviest} - dates), IN_COMMON)


@cache
def _calendar() -> frozenset[str]:
    text = (files(__package__) / "data" / "calendar.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)
    return frozenset(word for name in ("months", "weekdays") for word in rows[name])


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
    """Yield what a dated claim is found by: its day and a party, its month and one of each side.

    What is planned until some day is found by the month of that day, and what is told without a
    day not to have been done by the months before its report.
    """
    start, end, kind = telling.days.start, telling.days.end, telling.type or ""
    if end is None and telling.status is Status.NEGATED:
        yield from _undone_keys(telling, kind)
    if start is None and telling.status is Status.PLANNED:
        start = end
    if not start or not end or (end - start).days > LONGEST:
        return
    if telling.days.start == end:
        for party in sorted(telling.actors | telling.recipients):
            yield kind, start.isoformat(), party
    for month in sorted({start.isoformat()[:7], end.isoformat()[:7]}):
        for actor in sorted(telling.actors):
            for recipient in sorted(telling.recipients):
                yield kind, month, actor, recipient


def _undone_keys(telling: Telling, kind: str) -> Iterator[tuple[str, ...]]:
    """Yield the months in which a plan may have ended that is told without a day, not to have been
    carried out, and one of each side."""
    told = telling.account.day
    if told is None or telling.claim.voices:
        return
    soon = points().statuses.soon
    months = {(told - timedelta(days=n)).isoformat()[:7] for n in (*range(0, soon, 28), soon)}
    for month in sorted(months):
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
