"""Today: what is new, what changed status, what is contested, what falls due."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly import views
from reportedly.desk.event_lines import EventLine, event_lines
from reportedly.desk.phrases import moment, when
from reportedly.desk.query import Query
from reportedly.desk.wording import plain
from reportedly.records import Event
from reportedly.store import Store

#: part → heading, by what it is sorted, how many are shown
PARTS = {
    "changed": ("Changed status", "turned", 6),
    "new": ("New", "last", 8),
    "contested": ("Contested", "last", 5),
    "denied": ("Denied", "last", 5),
    "differing": ("Told differently", "last", 4),
    "copied": ("Copied, one origin", "reports", 4),
}
#: part → what is meant
ABOUT = {
    "contested": "some tell it as happened, ongoing or planned, others deny it",
    "denied": "nobody tells it but those who say it is not so",
    "differing": "its reports give other days, places, numbers or amounts",
    "copied": "two reports or more that tell it, none of them independent",
}
_DUE, _OUTLETS, _PROBLEMS, _ADDED = 4, 6, 5, 5
_LAST = views.ArticleFilter(order="added")


@dataclass(frozen=True, slots=True)
class PartShown:
    """One section: its first events, how many there are, the address of all of them."""

    key: str
    heading: str
    about: str
    lines: tuple[EventLine, ...]
    all: int
    query: Query


@dataclass(frozen=True, slots=True)
class DueShown:
    """A plan that falls due, or has: days says how far off that is."""

    line: EventLine
    day: str
    days: str
    over: bool


@dataclass(frozen=True, slots=True)
class OutletShown:
    """An outlet that was read; None for those that are not known."""

    name: str | None
    articles: int
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayShown:
    """The whole screen. reach: the stretch in words; base: the filter of its days; added: what came
    in last, whenever it appeared."""

    counts: views.Today
    heading: str
    reach: str
    stretch: str
    base: Query
    parts: tuple[PartShown, ...]
    due: tuple[DueShown, ...]
    outlets: tuple[OutletShown, ...]
    other_outlets: int
    problems: tuple[tuple[str, str], ...]
    added: tuple[views.ArticleRow, ...]


def today_shown(store: Store, query: Query) -> TodayShown:
    """Return what appeared in the stretch that is asked for, else in the shortest with enough."""
    stretch = _stretch(store, query)
    since = _since(store, query, stretch)
    found = views.today(store, since)
    base = Query(reported=since)
    pages = {key: _page(store, key, base) for key in PARTS}
    plans = _plans(store, found.until)
    # one look-up for all: each costs as much as many words
    told = [one for page in pages.values() for one in page]
    words = views.event_words(store, [*told, *(one for one, _ in plans)])
    outlets = [OutletShown(one.outlet, one.articles, moment(one.last)) for one in found.outlets]
    problems = [
        (plain(source), plain(row.message))
        for row in views.problems(store)
        for source in row.sources[:_PROBLEMS]
    ]
    return TodayShown(
        counts=found,
        heading=_heading(found.until),
        reach=_reach(stretch, since),
        stretch=stretch if since else "all",
        base=base,
        parts=tuple(
            _part(key, base, getattr(found, key), event_lines(store, page, words))
            for key, page in pages.items()
        ),
        due=tuple(_due(store, plans, found.until or "", words)),
        outlets=tuple(outlets[:_OUTLETS]),
        other_outlets=max(0, len(outlets) - _OUTLETS),
        problems=tuple(problems[:_PROBLEMS]),
        added=tuple(views.article_page(store, views.Page(0, _ADDED), _LAST)),
    )


def since_of(store: Store, query: Query) -> str | None:
    """Return the first day that the address means; None: all times."""
    return _since(store, query, _stretch(store, query))


def _since(store: Store, query: Query, stretch: str) -> str | None:
    return query.reported if stretch in ("", "all") else views.first_day(store, stretch)


def _stretch(store: Store, query: Query) -> str:
    """Return the stretch that the address means, "" where it names a first day instead."""
    if query.reported:
        return ""
    return query.stretch or views.shortest_stretch(store) or "all"


def _reach(stretch: str, since: str | None) -> str:
    if since is None:
        return "In all"
    day = moment(since)
    return f"In the last {stretch}, since {day}" if stretch else f"Since {day}"


def _heading(until: str | None) -> str:
    if until is None:
        return "Today"
    day = date.fromisoformat(until)
    return f"{day:%A} {day.day} {day:%B %Y}"


def _page(store: Store, key: str, base: Query) -> list[Event]:
    """Return the first events of a section."""
    _, order, shown = PARTS[key]
    chosen = base.but(only=key).events()
    return list(views.event_page(store, chosen, views.Page(0, shown), order))


def _part(key: str, base: Query, number: int, lines: list[EventLine]) -> PartShown:
    heading, order, _ = PARTS[key]
    query = base.but(only=key, sort=order, down=True)
    return PartShown(key, heading, ABOUT.get(key, ""), tuple(lines), number, query)


def _plans(store: Store, until: str | None) -> list[tuple[Event, bool]]:
    """Return the plans whose last day comes next, then those that it has just passed (True)."""
    found: list[tuple[Event, bool]] = []
    for outcome, down in (("open", False), ("overdue", True)) if until else ():
        chosen = views.EventFilter(outcome=outcome, as_of=until)
        page = views.event_page(store, chosen, views.Page(0, _DUE), "due", down)
        found += [(one, outcome == "overdue") for one in page]
    return found


def _due(
    store: Store,
    plans: list[tuple[Event, bool]],
    until: str,
    words: Mapping[str, views.EventWord],
) -> Iterator[DueShown]:
    """Yield the plans that have a day, with how far off that is."""
    lines = event_lines(store, [one for one, _ in plans], words)
    for (one, over), line in zip(plans, lines, strict=True):
        plan = views.promise_of(one, until)
        if plan is None or plan.due_to is None:
            continue
        off = abs((date.fromisoformat(plan.due_to) - date.fromisoformat(until)).days)
        told = f"{off:,} day{'' if off == 1 else 's'}{' over' if over else ''}"
        day = when(plan.due_from, plan.due_to)
        yield DueShown(line, f"due {day}" if over else day, told, over)
