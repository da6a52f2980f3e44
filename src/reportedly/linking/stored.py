"""Linking in a store: what is new is compared with what it may be about, and with nothing else.

The events are those that `link` finds in all articles at once, in whatever order they came in and
wherever a run was stopped: a decision is about two claims alone, and a group is made anew from
every claim that decisions join it to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import combinations, product

import duckdb

from reportedly.errors import UsageError
from reportedly.linking import judged, keys, tables
from reportedly.linking.copies import COPY, shared
from reportedly.linking.decisions import verdict_of
from reportedly.linking.keys import Beside
from reportedly.linking.link import events_of
from reportedly.linking.pages import Page, Pages
from reportedly.linking.points import points
from reportedly.linking.scoring import Score, Scorer, comparable
from reportedly.linking.tellings import Telling
from reportedly.linking.versions import linker
from reportedly.records import Decision, Verdict
from reportedly.store import Store
from reportedly.store.carrying import rejected_of

#: articles to a transaction: each batch looks through every key once
_BATCH = 1_000
Pair = tuple[Telling, Telling]


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
    claims joins their events, whole, and takes back what was said between the others of the two.
    Raises UsageError for what is neither, and for one claim twice.
    """
    update(store)
    first, second = (tables.claim_named(store, name) for name in (one, other))
    if first == second:
        raise UsageError(f"{one} and {other} are one claim; name two")
    pair = tuple(sorted((first, second)))
    apart = tables.told_apart(store, first, second) if same else []
    pairs = [pair, *(found for found in apart if found != pair)]
    both = _beside(store, first) | _beside(store, second) if same else set[str]()
    decision = _say(store, pairs, same, who, because)[0]
    if both - _beside(store, first):  # what only its own event held would be left behind
        _say(store, [(first, claim) for claim in sorted(both - {*pair})], True, who, because)
    return decision


def _beside(store: Store, claim: str) -> set[str]:
    """Return a claim with the others of its event."""
    return {claim, *tables.claims_with(store, claim)}


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


def make_anew(store: Store, claims: Iterable[str]) -> None:
    """Make the events of these claims anew, after a person judged if they are claims."""
    update(store)
    asked = tables.in_events(store, claims)
    if asked:
        with store.transaction() as connection:
            _make(connection, Pages(store), asked)


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
        pages, claims = Pages(store), {key for one in decisions for key in (one.one, one.other)}
        _make(connection, pages, claims)
    return decisions


def _link(connection: duckdb.DuckDBPyConnection, pages: Pages, ids: Sequence[str]) -> None:
    """Link a batch of articles: keys, decisions, copies, then every event that they touch."""
    beside = tables.claims_beside(connection, ids)
    tables.forget(connection, ids)
    fresh = pages.of(ids)
    found = keys.add(connection, fresh)
    decisions = sorted(_decisions(pages, fresh, found), key=lambda d: (d.one, d.other))
    tables.add_decisions(connection, decisions, linker(), None)
    tables.add_copies(connection, _copies(pages, fresh, found))
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


def _decisions(pages: Pages, fresh: Sequence[Page], found: Beside) -> Iterator[Decision]:
    """Yield the decisions on claims of the fresh articles that are not plainly different."""
    least, scorer = round(points().unsure * 100), Scorer()
    for one, other in _compared(pages, fresh, found):
        if comparable(one, other) and (scored := scorer.above(least, one, other)):
            yield _decision(one, other, scored)


def _decision(one: Telling, other: Telling, found: Score) -> Decision:
    a, b = sorted((one.claim.id, other.claim.id))
    return Decision(
        one=a,
        other=b,
        verdict=verdict_of(found.hundredths),
        score=found.hundredths / 100,
        reasons=found.reasons,
    )


def _compared(pages: Pages, fresh: Sequence[Page], found: Beside) -> Iterator[Pair]:
    """Yield the pairs that blocking lets through and that have a claim of a fresh article."""
    new = {page.article.id: page for page in fresh}
    for page in fresh:
        yield from combinations(page.tellings, 2)
    for theirs in pages.each(found.words.keys() | found.dated.keys()):
        name = theirs.article.id
        words, dated = found.words.get(name, set()), found.dated.get(name, set())
        for key in words | dated:
            if name in new and name < key:
                continue  # compared from the other side
            if key in words:
                yield from product(new[key].tellings, theirs.tellings)
            else:
                yield from _same_day(new[key], theirs)


def _same_day(own: Page, theirs: Page) -> Iterator[Pair]:
    for a, mine in zip(own.tellings, own.dated, strict=True):
        for b, its in zip(theirs.tellings, theirs.dated, strict=True):
            if not its.isdisjoint(mine):
                yield a, b


def _copies(pages: Pages, fresh: Sequence[Page], found: Beside) -> Iterator[tuple[str, str, float]]:
    new = {page.article.id: page for page in fresh}
    for theirs in pages.each(found.copies):
        for key in found.copies[theirs.article.id]:
            share = shared(new[key].sketch, theirs.sketch)
            if share >= COPY:
                one, other = sorted((key, theirs.article.id))
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
    rejected = rejected_of(pages.store, members)
    events = events_of(tellings, around, edges, said, sketches, rejected)
    told = {telling.claim.id: telling.claim for telling in tellings}
    tables.replace_events(connection, members, events, told)
