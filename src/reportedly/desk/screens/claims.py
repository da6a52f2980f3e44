"""The claims: facets with counts, a page of lines, and what to do when there is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly import views
from reportedly.desk.lines import Line, line
from reportedly.desk.phrases import STATUS_WORDS
from reportedly.desk.query import Query
from reportedly.desk.unknown import Near, WayOut, name_of, unknown, ways_out
from reportedly.desk.wares import ware
from reportedly.desk.wording import QUADS
from reportedly.store import Store

#: facet → its heading, and how many of its values are shown
_FACETS = {
    "status": ("Status", 6),
    "voiced": ("Who says so", 4),
    "kind": ("Kind", 4),
    "type": ("Type", 10),
    "party": ("Party", 10),
    "good": ("Good", 10),
    "voice": ("Voice", 10),
    "outlet": ("Outlet", 10),
    "confidence": ("Sure, at least", 3),
    "dated": ("Days", 3),
}
#: facet → its values as a person reads them
NAMES = {
    "voiced": {
        "none": "the article itself",
        "named": "a voice by name or office",
        "unnamed": "unnamed voices alone",
    },
    "dated": {
        "claim": "given by the text",
        "published": "only of publication",
        "none": "none at all",
    },
    "status": STATUS_WORDS,
}
_WORDS = {
    "text": "words",
    "sure": "sure at least",
    "dated": "days",
    "since": "since",
    "until": "until",
    "reported": "reported since",
    "voice": "voice",
    "comments": "comments",
    "quad": "class",
    "begins": "begins",
}


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet. share: of the largest, in hundredths, for the bar."""

    name: str
    claims: int
    share: float
    chosen: bool
    query: Query
    status: str = ""


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its first values; left: how many more there are."""

    name: str
    heading: str
    values: tuple[Value, ...]
    left: int
    more: Query


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is set; query: the same without it."""

    field: str
    value: str
    query: Query


@dataclass(frozen=True, slots=True)
class Nothing:
    """Why a list is empty: a value that does not exist, with the nearest, or ways out."""

    field: str = ""
    value: str = ""
    near: tuple[tuple[Near, Query], ...] = ()
    ways: tuple[WayOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Pager:
    """Where in a list one is. first and last count from 1; 0 in an empty list."""

    first: int
    last: int
    all: int
    before: Query | None
    after: Query | None
    end: Query | None


def lines(store: Store, query: Query, order: str = "read") -> list[Line]:
    """Return the page of claims that the query asks for."""
    page = views.claim_page(store, query.chosen(), query.part, query.sort or order, query.down)
    return [line(row.claim, row) for row in page]


def chips(query: Query) -> list[Chip]:
    """Return the filters that are set, as a person reads them."""
    found = []
    for field, value, without in query.filters():
        shown = NAMES.get(field, NAMES["voiced"] if field == "voice" else {}).get(value)
        if field == "comments":
            shown = "shown, too"
        elif field == "begins":
            shown = "in these days"
        elif field == "quad":
            shown = dict(QUADS.values())[QUADS[int(value)][0]]
        elif field == "good":
            shown = ware(value)
        found.append(Chip(_WORDS.get(field, field), shown or name_of(value), without))
    return found


def pager(query: Query, number: int, shown: int) -> Pager:
    """Return the way to the pages before and after."""
    first = query.part.first
    last_page = max(1, -(-number // query.rows))
    return Pager(
        first=first + 1 if shown else 0,
        last=first + shown,
        all=number,
        before=query.but(page=query.page - 1) if query.page > 1 else None,
        after=query.but(page=query.page + 1) if query.page < last_page else None,
        end=query.but(page=last_page) if query.page < last_page else None,
    )


def nothing(store: Store, query: Query) -> Nothing:
    """Return why the query finds nothing, and which ways lead out."""
    found = unknown(store, query)
    if found is None:
        return Nothing(ways=tuple(ways_out(store, query)))
    field, value, nearest = found
    return Nothing(
        field, value, tuple((near, query.but(**{field: near.value})) for near in nearest)
    )


def facets(store: Store, query: Query, all_of: str | None = None) -> list[Facet]:
    """Return the facets. A facet whose own filter is set counts as if it were not, so that one
    can go over to another value. all_of: the facet that is shown whole."""
    rows: dict[str, list[views.FacetRow]] = {name: [] for name in _FACETS}
    for only, chosen in _counted(query):
        for row in views.facets(store, chosen.reports(), only=only):
            rows[row.facet].append(row)
    return [
        _facet(name, found, query, whole=name == all_of)
        for name, found in rows.items()
        if found and not (name == "voiced" and _names_voice(query))
    ]


def _names_voice(query: Query) -> bool:
    """Tell whether one voice is asked for: by a name or not, nobody else says so then."""
    return query.voice is not None and query.voice not in NAMES["voiced"]


def _counted(query: Query) -> Iterator[tuple[list[str], Query]]:
    """Yield facets with the query that their counts are made under."""
    free = []
    for name in _FACETS:
        field = _field(name)
        usual = () if field == "status" else None
        if getattr(query, field) == usual:
            free.append(name)
        else:
            yield [name], query.but(**{field: usual})
    yield free, query


def _field(facet: str) -> str:
    return {"confidence": "sure"}.get(facet, views.FACETS[facet])


def _facet(name: str, rows: list[views.FacetRow], query: Query, whole: bool) -> Facet:
    heading, number = _FACETS[name]
    if name == "confidence":
        rows = _at_least(rows)
    if name in ("voice", "voiced"):
        # one filter, two facets: each shows its own values
        rows = [row for row in rows if (row.value in NAMES["voiced"]) == (name == "voiced")]
    top = max((row.claims for row in rows), default=1)
    values = [_value(name, row, top, query) for row in rows]
    if not whole:
        values = [one for n, one in enumerate(values) if n < number or one.chosen]
    return Facet(name, heading, tuple(values), len(rows) - len(values), query)


def _at_least(rows: list[views.FacetRow]) -> list[views.FacetRow]:
    """Return the bands of confidence as lower bounds, each with all that is above it."""
    by = {row.value: row.claims for row in rows}
    found = [("0.9", by.get("0.9", 0)), ("0.7", by.get("0.9", 0) + by.get("0.7", 0))]
    return [views.FacetRow(facet="confidence", value=value, claims=n) for value, n in found if n]


def _value(facet: str, row: views.FacetRow, top: int, query: Query) -> Value:
    field = _field(facet)
    value: object = round(float(row.value) * 100) if field == "sure" else row.value
    now = getattr(query, field)
    if field == "status":
        chosen = row.value in now
        rest = tuple(one for one in now if one != row.value)
        after = query.but(status=rest if chosen else (*now, row.value))
    else:
        chosen = now == value
        after = query.but(**{field: None if chosen else value})
    name = NAMES.get(facet, {}).get(row.value) or name_of(row.value)
    name = ware(row.value) if facet == "good" else name
    return Value(
        name=str(value) if field == "sure" else name,
        claims=row.claims,
        share=round(100 * row.claims / top, 1),
        chosen=chosen,
        query=after,
        status=row.value if facet == "status" else "",
    )


def sort_heads(query: Query) -> dict[str, tuple[Query, str]]:
    """Return column → (the query that sorts by it, how it is sorted now: "", up, down)."""
    heads = {}
    for name in views.ORDERS:
        now = query.sort == name
        down = (not query.down) if now else name == "sure"
        state = ("down" if query.down else "up") if now else ""
        heads[name] = (query.but(sort=name, down=down), state)
    return heads
