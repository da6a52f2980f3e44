"""Linking in a store: what is new is compared with what it may be about, and with nothing else.

The events are those that `link` finds in all articles at once, in whatever order they came in and
wherever a run was stopped: a decision is about two claims alone, and a group is made anew from
every claim that decisions join it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import product

import duckdb

from reportedly.errors import UsageError
from reportedly.linking import judged, tables
from reportedly.linking.blocking import dated_keys
from reportedly.linking.copies import COPY, shared
from reportedly.linking.decisions import verdict_of
from reportedly.linking.link import events_of
from reportedly.linking.pages import Page, Pages
from reportedly.linking.points import points
from reportedly.linking.scoring import Score, Scorer, comparable
from reportedly.linking.tellings import Telling
from reportedly.linking.versions import linker
from reportedly.records import Decision, Verdict
from reportedly.store import Store

#: articles to a transaction
_BATCH = 100


def update(store: Store, tick: Callable[[int], None] | None = None) -> int:
    """Link the articles that are not linked yet, or not as they are now; return how many.

    A run that is stopped is taken up by the next. tick is told of every batch how many it was.
    """
    pages, done = Pages(store), 0
    with store.transaction() as connection:
        tables.forget_other_linkers(connection, linker())
    while ids := tables.pending(store, linker(), _BATCH):
        with store.transaction() as connection:
            _link(connection, pages, ids)
        done += len(ids)
        if tick:
            tick(len(ids))
    return done


def pending(store: Store) -> int:
    """Return how many articles are not in the events yet."""
    return len(tables.pending(store, linker(), None))


def say(
    store: Store, one: str, other: str, *, same: bool, who: str = "", because: str | None = None
) -> Decision:
    """Keep what a person says of two claims, and make their events anew; no score undoes it.

    one, other: ids of claims, or of events, which stand for their first claims. What joins two
    claims joins their events, and takes back what was said between the others of the two. Raises
    UsageError for what is neither, and for one claim twice.
    """
    update(store)
    first, second = (tables.claim_named(store, name) for name in (one, other))
    if first == second:
        raise UsageError(f"{one} and {other} are one claim; name two")
    pair = tuple(sorted((first, second)))
    apart = tables.told_apart(store, first, second) if same else []
    pairs = [pair, *(found for found in apart if found != pair)]
    return _say(store, pairs, same, who, because)[0]


def split_off(
    store: Store, claim: str, *, who: str = "", because: str | None = None
) -> list[Decision]:
    """Keep that a claim is about another occurrence than all others of its event.

    Raises UsageError for what is no claim of an event, and for one that is alone in its event.
    """
    update(store)
    others = tables.claims_with(store, claim)
    if not others:
        raise UsageError(f"{claim!r} shares no event with another claim")
    return _say(store, [(claim, other) for other in others], False, who, because)


def _say(
    store: Store, pairs: Iterable[Sequence[str]], same: bool, who: str, because: str | None
) -> list[Decision]:
    verdict = Verdict.SAME if same else Verdict.DIFFERENT
    decisions = [
        Decision(one=a, other=b, verdict=verdict, score=0.0, by="person")
        for a, b in map(sorted, pairs)
    ]
    made = datetime.now(UTC).isoformat(timespec="seconds")
    with store.transaction() as connection:
        judged.keep(connection, decisions, made, who, because)
        tables.add_decisions(connection, decisions, None, made)
        _make(connection, Pages(store), {key for one in decisions for key in (one.one, one.other)})
    return decisions


def _link(connection: duckdb.DuckDBPyConnection, pages: Pages, ids: Sequence[str]) -> None:
    """Link a batch of articles: keys, decisions, copies, then every event that they touch."""
    beside = tables.claims_beside(connection, ids)
    tables.forget(connection, ids)
    fresh = pages.of(ids)
    tables.add_keys(connection, fresh)
    decisions = sorted(_decisions(connection, pages, fresh), key=lambda d: (d.one, d.other))
    tables.add_decisions(connection, decisions, linker(), None)
    tables.add_copies(connection, _copies(connection, pages, fresh))
    own = [(telling.claim.id, page.article.id) for page in fresh for telling in page.tellings]
    tables.add_claims(connection, own)
    made = datetime.now(UTC).isoformat(timespec="seconds")
    tables.add_decisions(connection, judged.carried(connection, ids), None, made)
    families = tables.family(connection, ids)
    _make(
        connection,
        pages,
        beside | {claim for claim, _ in own} | tables.claims_of(connection, families),
    )
    tables.set_linked(connection, ids, linker())


def _decisions(
    connection: duckdb.DuckDBPyConnection, pages: Pages, fresh: Sequence[Page]
) -> Iterator[Decision]:
    """Yield the decisions on claims of the fresh articles that are not plainly different."""
    least, scorer = round(points().unsure * 100), Scorer()
    for one, other in _compared(connection, pages, fresh):
        if comparable(one, other) and (found := scorer.above(least, one, other)):
            yield _decision(one, other, found)


def _decision(one: Telling, other: Telling, found: Score) -> Decision:
    a, b = sorted((one.claim.id, other.claim.id))
    return Decision(
        one=a,
        other=b,
        verdict=verdict_of(found.hundredths),
        score=found.hundredths / 100,
        reasons=found.reasons,
    )


def _compared(
    connection: duckdb.DuckDBPyConnection, pages: Pages, fresh: Sequence[Page]
) -> Iterator[tuple[Telling, Telling]]:
    """Yield the pairs that blocking lets through and that have a claim of a fresh article."""
    new = {page.article.id for page in fresh}
    words = tables.neighbours(connection, "words", sorted(new))
    dated = tables.neighbours(connection, "dated", sorted(new))
    for page in fresh:
        own = page.tellings
        yield from ((a, b) for at, a in enumerate(own) for b in own[at + 1 :])
        key = page.article.id
        for name in sorted(words.get(key, set()) | dated.get(key, set())):
            if name in new and name < key:
                continue  # compared from the other side
            theirs = pages.one(name).tellings
            if name in words.get(key, ()):
                yield from product(own, theirs)
            else:
                yield from _same_day(own, theirs)


def _same_day(
    own: Sequence[Telling], theirs: Sequence[Telling]
) -> Iterator[tuple[Telling, Telling]]:
    keys = [frozenset(dated_keys(b)) for b in theirs]
    for a in own:
        mine = frozenset(dated_keys(a))
        yield from ((a, b) for b, its in zip(theirs, keys, strict=True) if not its.isdisjoint(mine))


def _copies(
    connection: duckdb.DuckDBPyConnection, pages: Pages, fresh: Sequence[Page]
) -> Iterator[tuple[str, str, float]]:
    beside = tables.neighbours(connection, "copy", sorted(page.article.id for page in fresh))
    for page in fresh:
        for name in sorted(beside.get(page.article.id, ())):
            share = shared(page.sketch, pages.one(name).sketch)
            if share >= COPY:
                one, other = sorted((page.article.id, name))
                yield one, other, share


def _make(connection: duckdb.DuckDBPyConnection, pages: Pages, claims: Iterable[str]) -> None:
    """Make the events anew of these claims and of all that decisions join to them."""
    members = tables.joined(connection, claims, linker())
    articles = sorted(set(members.values()))
    tellings = [
        telling
        for page in pages.of(articles)
        for telling in page.tellings
        if telling.claim.id in members
    ]
    family = pages.of(tables.family(connection, articles))
    around = {page.article.id: page.article for page in family}
    sketches = {page.article.id: page.sketch for page in family}
    edges = tables.edges(connection, members, linker())
    said = tables.said(connection, members)
    events = events_of(tellings, around, edges, said, sketches)
    tables.replace_events(connection, members, events)
