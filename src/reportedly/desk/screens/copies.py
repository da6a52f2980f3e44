"""Copies: which reports copy another one, and what each changed of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.event_lines import EventLine, event_lines
from reportedly.desk.lines import anchor
from reportedly.desk.phrases import moment
from reportedly.desk.query import Query
from reportedly.desk.wording import plain
from reportedly.store import Store

_OUTLETS = 40


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the place of its claim; href "" where there is none."""

    sentence: str
    href: str


@dataclass(frozen=True, slots=True)
class ChangeShown:
    """One change: its kind, from what to what, both sentences; event: None where it is gone."""

    event: EventLine | None
    kind: str
    was: str
    now: str
    original: Told
    copy: Told


@dataclass(frozen=True, slots=True)
class Page:
    """An article: its outlet, its title, its place."""

    outlet: str
    title: str
    href: str


@dataclass(frozen=True, slots=True)
class CopyShown:
    """One copy. events: those that both tell."""

    copy: Page
    original: Page
    published: str
    known: str
    changes: tuple[ChangeShown, ...]
    events: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A kind of change that can be chosen; copies: how many made it."""

    word: str
    copies: int
    query: Query
    chosen: bool


@dataclass(frozen=True, slots=True)
class OutletShown:
    """An outlet that copies, with the queries behind its numbers."""

    name: str
    row: views.CopyingOutlet
    query: Query
    changed: Query
    faithful: Query


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesShown:
    """The screen. shown: how many of number are; left_outlets: outlets not shown; narrowed:
    by what they changed, in words."""

    copies: tuple[CopyShown, ...]
    number: int
    shown: int
    choices: tuple[Choice, ...]
    outlets: tuple[OutletShown, ...]
    left_outlets: int
    narrowed: str


def copies_shown(store: Store, query: Query) -> CopiesShown:
    """Return the page of copies that the query asks for, and what there is to choose from."""
    found = views.copies(store, query.copies(), query.part)
    ids = list(dict.fromkeys(key for row in found.rows for key in row.events))
    events = list(views.events_named(store, ids))
    lines = {line.id: line for line in event_lines(store, events, {})}
    outlets, free = found.outlets, query.but(change=None)
    return CopiesShown(
        copies=tuple(_copy(row, lines) for row in found.rows),
        number=found.all,
        shown=len(found.rows),
        choices=tuple(_choices(found, query)),
        outlets=tuple(_outlet(row, free) for row in outlets[:_OUTLETS]),
        left_outlets=max(0, len(outlets) - _OUTLETS),
        narrowed=_narrowed(query.change),
    )


def _choices(found: views.Copies, query: Query) -> list[Choice]:
    every = sum(row.copies for row in found.outlets)
    faithful = sum(row.faithful for row in found.outlets)
    words: list[tuple[str, str | None, int]] = [
        ("all copies", None, every),
        ("changed something", views.CHANGED, every - faithful),
        ("changed nothing", views.FAITHFUL, faithful),
        *((kind, kind, number) for kind, number in found.changed.items()),
    ]
    return [
        Choice(word, number, query.but(change=value), query.change == value)
        for word, value, number in words
    ]


def _narrowed(change: str | None) -> str:
    named = {
        views.CHANGED: "those that changed something",
        views.FAITHFUL: "those that changed nothing",
    }
    return named.get(change or "", f"those with the change “{change}”")


def _copy(row: views.CopyRow, events: Mapping[str, EventLine]) -> CopyShown:
    share = f", {row.share:.0%} of the words in common" if row.share is not None else ""
    return CopyShown(
        copy=_page(row.outlet, row.title, row.article),
        original=_page(row.from_outlet, row.from_title, row.from_article),
        published=moment(row.published) if row.published else "no day known",
        known=plain(row.reason) + share,
        changes=tuple(_change(one, row, events) for one in row.changes),
        events=tuple(events[key] for key in row.events if key in events),
    )


def _page(outlet: str | None, title: str | None, article: str) -> Page:
    return Page(
        outlet=plain(outlet or "") or "outlet not known",
        title=plain(title or "") or "untitled",
        href=f"/articles/{article}",
    )


def _change(
    one: views.CopyChange, row: views.CopyRow, events: Mapping[str, EventLine]
) -> ChangeShown:
    return ChangeShown(
        event=events.get(one.event),
        kind=one.change,
        was=plain(one.was),
        now=plain(one.now),
        original=_told(one.from_sentence, row.from_article, one.from_claim),
        copy=_told(one.sentence, row.article, one.claim),
    )


def _told(sentence: str | None, article: str, claim: str | None) -> Told:
    href = f"/articles/{article}#{anchor(claim)}" if claim else ""
    return Told(plain(sentence or ""), href)


def _outlet(row: views.CopyingOutlet, query: Query) -> OutletShown:
    mine = query.but(outlet=row.outlet)
    changed, faithful = mine.but(change=views.CHANGED), mine.but(change=views.FAITHFUL)
    return OutletShown(plain(row.outlet or ""), row, mine, changed, faithful)
