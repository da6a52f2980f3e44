"""What an address asks for: a filter, a page, an order; and the addresses of what is near it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

import msgspec
from msgspec import Struct

from reportedly import ontology
from reportedly.desk.names import near, term
from reportedly.desk.wares import category
from reportedly.errors import UsageError
from reportedly.linking.drift import Kind
from reportedly.records import ClaimKind, Status
from reportedly.store import ClaimFilter
from reportedly.store.filter import DATED
from reportedly.views import (
    CHANGED,
    EVENT_ORDERS,
    FAITHFUL,
    GRAINS,
    ORDERS,
    SORTS,
    SPLITS,
    STRETCHES,
    CopyFilter,
    EventFilter,
    Outcome,
    Page,
)

#: rows a page that can be chosen
ROWS = (50, 200)
_MOST_ROWS = 1_000
_LONGEST = 300  # characters of a value: a filter is a name, no text


class UnknownValue(UsageError):
    """A value of a filter that does not exist. near: the values nearest to it, best first."""

    def __init__(self, field: str, value: str, near: Sequence[str] = (), allowed: str = "") -> None:
        self.field, self.value, self.near = field, value, tuple(near)
        self.allowed = allowed
        hint = f" Did you mean {', '.join(map(repr, near))}?" if near else ""
        super().__init__(f"no {field} {value!r}.{hint or (allowed and f' Allowed: {allowed}.')}")


class Query(Struct, frozen=True, kw_only=True):
    """One address, read. Fields are those of ClaimFilter under the names that addresses use.

    sure        confidence in hundredths, at least
    reported    the article appeared on that day or later
    comments    readers' comments are listed too
    begins      since and until ask where the days begin
    page, rows  which part of a list; sort, down  its order
    giver, receiver  of a ledger: a country's code, "=Name", or part of a name
    by     the length of a stretch of time; split: what a series is split by
    only   which sort of events; outcome: what became of a plan; stretch: of days, for today
    change  what a copy changed
    body   words are looked for in the text of articles, too
    """

    text: str | None = None
    party: str | None = None
    actor: str | None = None
    recipient: str | None = None
    type: str | None = None
    mode: str | None = None
    kind: str | None = None
    status: tuple[str, ...] = ()
    voice: str | None = None
    good: str | None = None
    outlet: str | None = None
    place: str | None = None
    event: str | None = None
    dated: str | None = None
    sure: int | None = None
    since: str | None = None
    until: str | None = None
    reported: str | None = None
    comments: bool = False
    quad: int | None = None
    begins: bool = False
    page: int = 1
    rows: int = ROWS[0]
    sort: str | None = None
    down: bool = False
    giver: str | None = None
    receiver: str | None = None
    by: str | None = None
    split: str | None = None
    only: str | None = None
    outcome: str | None = None
    stretch: str | None = None
    change: str | None = None
    body: bool = False

    def chosen(self) -> ClaimFilter:
        """Return the filter."""
        return ClaimFilter(
            text=self.text,
            party=self.party,
            actor=self.actor,
            recipient=self.recipient,
            type=self.type,
            mode=self.mode,
            kind=self.kind,
            status=self.status,
            voice=self.voice,
            good=self.good,
            outlet=self.outlet,
            place=self.place,
            event=self.event,
            dated=self.dated,
            confidence=None if self.sure is None else self.sure / 100,
            date_from=self.since,
            date_to=self.until,
            published_from=self.reported,
            include_comments=self.comments,
            quad=self.quad,
            begins=self.begins,
        )

    def reports(self) -> ClaimFilter:
        """Return the filter without comments, for what counts."""
        return msgspec.structs.replace(self, comments=False).chosen()

    def events(self) -> EventFilter:
        """Return the filter of events: the days of their reports stand apart from their claims."""
        return EventFilter(
            claims=msgspec.structs.replace(self, reported=None).reports(),
            sort=self.only,
            since=self.reported,
            outcome=self.outcome,
        )

    def copies(self) -> CopyFilter:
        """Return the filter of copies: the outlet is that of the copy itself."""
        events = self.but(outlet=None, event=None, only=None, outcome=None).events()
        return CopyFilter(events=events, outlet=self.outlet, event=self.event, change=self.change)

    @property
    def part(self) -> Page:
        """The page of the list."""
        return Page((self.page - 1) * self.rows, self.rows)

    def but(self, **changed: Any) -> Query:
        """Return the same with other values; back on the first page unless a page is given."""
        return msgspec.structs.replace(self, **{"page": 1, **changed})

    def only_filters(self) -> Query:
        """Return the filters alone: no page, no order, nothing that belongs to one screen."""
        return Query(**{name: getattr(self, name) for name in FILTERS})

    def pairs(self) -> list[tuple[str, str]]:
        """Return the query string's names and values, in order; what is as usual is left out."""
        found: list[tuple[str, str]] = []
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if value == getattr(_USUAL, name):
                continue
            if isinstance(value, tuple):
                found += [(name, one) for one in value]
            else:
                found.append((name, "1" if value is True else str(value)))
        return found

    def kept(self, goods: bool = False) -> list[tuple[str, str]]:
        """Return the names and values that the form of filters does not ask for and must keep: the
        order, what belongs to a screen, filters that only links set; a new choice has a page 1.
        goods: the form asks for who gives and who gets in the place of who acts on whom."""
        form = {*_FORM, "page"}
        form = form - {"actor", "recipient"} | {"giver", "receiver"} if goods else form
        return [(name, value) for name, value in self.pairs() if name not in form]

    def __str__(self) -> str:
        """The query string, with its question mark; "" when nothing is asked."""
        pairs = self.pairs()
        return f"?{urlencode(pairs)}" if pairs else ""

    def filters(self) -> Iterator[tuple[str, str, Query]]:
        """Yield (field, value, the query without it) of every filter that is set."""
        for name in FILTERS:
            value = getattr(self, name)
            if value == getattr(_USUAL, name):
                continue
            if isinstance(value, tuple):
                for one in value:
                    yield name, one, self.but(**{name: tuple(v for v in value if v != one)})
            else:
                yield name, str(value), self.but(**{name: getattr(_USUAL, name)})


_USUAL = Query()
#: the fields that choose claims
FILTERS = Query.__struct_fields__[: Query.__struct_fields__.index("page")]
#: the fields that the form of filters asks for
_FORM = (
    *("text", "party", "actor", "recipient", "voice", "outlet", "kind", "type", "mode", "good"),
    *("since", "until", "sure"),
)
_PARTIES = ("party", "actor", "recipient", "giver", "receiver")
_WHOLE = {"page": (1, 1_000_000), "rows": (1, _MOST_ROWS), "sure": (0, 100), "quad": (1, 4)}


def allowed(field: str) -> tuple[str, ...]:
    """Return the values of a field whose values are known beforehand; () for the others."""
    types = ontology.load().types
    return {
        "type": tuple(sorted(types)),
        "mode": tuple(sorted({mode for type in types.values() for mode in type.modes})),
        "kind": tuple(str(one) for one in ClaimKind),
        "status": tuple(str(one) for one in Status),
        "dated": DATED,
        "sort": (*{**ORDERS, **EVENT_ORDERS}, "added"),
        "by": GRAINS,
        "split": tuple(SPLITS),
        "only": tuple(SORTS),
        "outcome": tuple(str(one) for one in Outcome),
        "stretch": (*STRETCHES, "all"),
        "change": (CHANGED, FAITHFUL, *map(str, Kind)),
    }.get(field, ())


def read(pairs: Iterable[tuple[str, str]], *, strict: bool = False) -> Query:
    """Return the query that names and values ask for; empty values ask nothing.

    strict: a name that does not exist is an error, too. Raises UnknownValue and UsageError.
    """
    values: dict[str, Any] = {}
    for name, value in pairs:
        value = value.strip()
        if name not in Query.__struct_fields__:
            if strict:
                raise UnknownValue("parameter", name, near(name, Query.__struct_fields__))
            continue
        if not value:
            continue
        if len(value) > _LONGEST:
            raise UsageError(f"{name} is longer than {_LONGEST} characters")
        if name == "status":
            values["status"] = (*values.get("status", ()), _value(name, value))
        else:
            values[name] = _value(name, value)
    if "status" in values:
        values["status"] = tuple(dict.fromkeys(values["status"]))
    query = Query(**values)
    if query.since and query.until and query.since > query.until:
        raise UsageError(f"the first day, {query.since}, is after the last, {query.until}")
    return query


def _value(name: str, value: str) -> Any:
    if choices := allowed(name):
        return _choice(name, value, choices)
    if name in _WHOLE:
        return _number(name, value)
    if name in ("since", "until", "reported"):
        return _day(name, value)
    if name in ("comments", "down", "begins", "body"):
        if value not in ("0", "1"):
            raise UnknownValue(name, value, allowed="0, 1")
        return value == "1"
    if name == "good":
        return category(value)
    return term(value) if name in _PARTIES else value


def _choice(name: str, value: str, choices: Sequence[str]) -> str:
    folded = {choice.casefold(): choice for choice in choices}
    if value.casefold() not in folded:
        raise UnknownValue(name, value, near(value, choices), ", ".join(choices))
    return folded[value.casefold()]


def _number(name: str, value: str) -> int:
    low, high = _WHOLE[name]
    if not (value.isascii() and value.isdigit()) or len(value) > 9:
        raise UnknownValue(name, value, allowed=f"{low} to {high}")
    if not low <= int(value) <= high:
        raise UnknownValue(name, value, allowed=f"{low} to {high}")
    return int(value)


def _day(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise UnknownValue(name, value, allowed="an ISO date such as 2023-09-13") from None
