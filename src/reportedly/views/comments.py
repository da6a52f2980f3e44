"""Readers' comments: who wrote them when, what they ask, where they stand, of whom and what.

They are kept apart: no other view reads them, and nothing here is a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

import msgspec

from reportedly.coding.remarks.named import Names
from reportedly.coding.remarks.stances import Stances
from reportedly.coding.remarks.words import sentences_of
from reportedly.lexicons import Lexicons, Stance, load
from reportedly.records import Actor, Claim, Record, Span
from reportedly.store import ClaimFilter, Store
from reportedly.views.asked import question


class StanceShown(Span, frozen=True, kw_only=True):
    """Words by which a comment shows where it stands.

    stance  alarm, doubt, approval, blame, hope, surprise, scorn or appeal
    entry   id of the lexicon entry that says so
    """

    stance: str
    entry: str


class CommentRow(Record, frozen=True, kw_only=True):
    """One reader's comment, without its header. Offsets are those of the article's text.

    number     of the comment in its article, from 1
    author, time  as the page gives them, time in ISO 8601; null when it does not
    questions  sentences that end as a question, whole
    stances    in text order; empty where no word shows one
    actors     who is spoken of: the parties of its own claims and the names in its text, each
               once, at the first place
    claims     ids of the claims that the comment itself makes
    about      ids of the article's own claims that it speaks of: those of one type with a claim of
               the comment and a party in common, or with two parties in common
    title, publisher, url, published  of the article; null when unknown
    """

    article: str
    number: int
    author: str | None
    time: str | None
    start: int
    end: int
    text: str
    questions: tuple[Span, ...] = ()
    stances: tuple[StanceShown, ...] = ()
    actors: tuple[Actor, ...] = ()
    claims: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: str | None = None


class _Remark(Record, frozen=True, kw_only=True):
    """A row of sql/comments.sql."""

    article: str
    number: int
    author: str | None
    time: str | None
    start: int
    end: int
    text: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None


class Reader:
    """Reads comments by one set of lexicons; those that ship with the package by default."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._stances = Stances(lexicons.table(Stance))
        self._names = Names(lexicons)

    def read(
        self, remark: _Remark, claims: Sequence[Claim], reports: Sequence[Claim]
    ) -> CommentRow:
        """Return the comment with all that it says. claims: its own; reports: its article's."""
        at, text = remark.start, remark.text
        actors = _once(_parties(claims, at, text), self._names.actors(text, 0, len(text)), at)
        return CommentRow(
            **{name: getattr(remark, name) for name in _Remark.__struct_fields__},
            questions=tuple(
                Span(start=at + a, end=at + b, text=text[a:b])
                for a, b in sentences_of(text)
                if text[a:b].rstrip("\"”’') ").endswith("?")
            ),
            stances=tuple(
                StanceShown(
                    start=at + one.start,
                    end=at + one.end,
                    text=text[one.start : one.end],
                    stance=one.stance,
                    entry=one.entry,
                )
                for one in self._stances.shown(text)
            ),
            actors=actors,
            claims=tuple(claim.id for claim in claims),
            about=_about(claims, actors, reports),
        )


def comments(
    store: Store,
    *,
    article: str | None = None,
    stance: str | None = None,
    party: str | None = None,
    lexicons: Lexicons | None = None,
) -> Iterator[CommentRow]:
    """Yield the comments, articles in the order in which they came in, then as on the page.

    article: id of one. stance: only those that show it. party: only those that speak of somebody
    with this country code, id, or part of a name.
    """
    reader = Reader(lexicons) if lexicons else _built_in()
    last, own, reports = None, list[Claim](), list[Claim]()
    for row in store.rows(question("comments"), {"article": article}):
        remark = _without_header(msgspec.convert(row, _Remark))
        if remark.article != last:
            last = remark.article
            chosen = ClaimFilter(article=last, include_comments=True)
            every = list(store.claims(chosen))
            own = [claim for claim in every if claim.section == "comment"]
            reports = [claim for claim in every if claim.section != "comment"]
        inside = [c for c in own if remark.start <= c.trigger.start < remark.end]
        found = reader.read(remark, inside, reports)
        if (stance is None or any(one.stance == stance for one in found.stances)) and (
            party is None or any(_is(one, party) for one in found.actors)
        ):
            yield found


def _without_header(remark: _Remark) -> _Remark:
    """Return the comment without the line that only says who wrote it."""
    head, line, rest = remark.text.partition("\n")
    first = 0
    if remark.author and remark.author in head and rest.strip():
        first = len(head) + len(line) + len(rest) - len(rest.lstrip())
    text = remark.text[first:].rstrip()
    start = remark.start + first
    return msgspec.structs.replace(remark, start=start, end=start + len(text), text=text)


@cache
def _built_in() -> Reader:
    return Reader(load())


def _parties(claims: Iterable[Claim], at: int, text: str) -> Iterator[Actor]:
    """Yield the parties of the comment's claims that stand in its text."""
    for claim in claims:
        for one in (*claim.actors, *claim.recipients):
            if at <= one.start and one.end <= at + len(text) and (one.country or one.actor_id):
                yield one


def _once(parties: Iterable[Actor], named: Iterable[Actor], at: int) -> tuple[Actor, ...]:
    """Return everybody once, at the first place; names found in the text count from 0 there."""
    placed = (msgspec.structs.replace(one, start=one.start + at, end=one.end + at) for one in named)
    found: dict[str, Actor] = {}
    for one in sorted((*placed, *parties), key=lambda actor: (actor.start, actor.end)):
        found.setdefault(one.name, one)
    return tuple(found.values())


def _about(
    claims: Iterable[Claim], actors: Iterable[Actor], reports: Iterable[Claim]
) -> tuple[str, ...]:
    types = {claim.type for claim in claims if claim.type}
    spoken = {_who(one) for one in actors}
    found = []
    for claim in reports:
        shared = spoken & {_who(one) for one in (*claim.actors, *claim.recipients)}
        if len(shared) > 1 or (shared and claim.type in types):
            found.append(claim.id)
    return tuple(found)


def _who(one: Actor) -> str:
    return one.country or one.name


def _is(one: Actor, party: str) -> bool:
    return party in (one.country, one.actor_id) or party.casefold() in one.name.casefold()
