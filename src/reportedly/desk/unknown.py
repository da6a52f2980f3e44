"""A filter that finds nothing: which value does not exist, and which way leads out."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly import views
from reportedly.desk.names import near, title
from reportedly.desk.query import Query, UnknownValue
from reportedly.desk.wares import ware, wares
from reportedly.store import Store

#: fields whose values are what the store holds → the facet that lists them
_OPEN = {
    "party": "party",
    "actor": "party",
    "recipient": "party",
    "giver": "party",
    "receiver": "party",
    "voice": "voice",
    "outlet": "outlet",
    "good": "good",
}
_UNIONS = {"UNO": "United Nations", "EUR": "European Union"}
#: names that are compared: the most frequent ones
_COMPARED = 5_000


@dataclass(frozen=True, slots=True)
class Near:
    """A value that exists: its term for a filter, its name for a person, how many claims."""

    value: str
    name: str
    claims: int


@dataclass(frozen=True, slots=True)
class WayOut:
    """A filter that could go: its field and value, the query without it, what that would find."""

    field: str
    value: str
    query: Query
    claims: int


def name_of(value: str) -> str:
    """Return a term as a person reads it: "Russia" for RUS, "Jens Weil" for =Jens Weil."""
    return value[1:] if value.startswith("=") else _UNIONS.get(value) or title(value)


def unknown(store: Store, query: Query) -> tuple[str, str, list[Near]] | None:
    """Return (field, value, nearest ones) of the first value that fits no claim at all; None when
    each of them fits some."""
    for field, facet in _OPEN.items():
        value = getattr(query, field)
        if value is None or _fits(store, field, value):
            continue
        return field, name_of(value), _nearest(store, facet, name_of(value))
    return None


def refuse_unknown(store: Store, query: Query) -> None:
    """Raise UnknownValue where a value fits no claim at all."""
    found = unknown(store, query)
    if found is not None:
        field, value, nearest = found
        raise UnknownValue(field, value, [one.name for one in nearest])


def ways_out(store: Store, query: Query) -> list[WayOut]:
    """Return the filters without which there would be something, the most first."""
    found = [
        WayOut(field, value, without, views.count(store, without.chosen()))
        for field, value, without in query.filters()
    ]
    found = [way for way in found if way.claims]
    return sorted(found, key=lambda way: -way.claims)[:4]


def _fits(store: Store, field: str, value: str) -> bool:
    if field in ("giver", "receiver") and value == views.NOT_TOLD:
        return True
    field = {"giver": "party", "receiver": "party"}.get(field, field)
    if field == "voice" and value in ("none", "any", "named", "unnamed"):
        return True
    return views.some_claim(store, field, value)


def _nearest(store: Store, facet: str, value: str) -> list[Near]:
    known: dict[str, Near] = {}
    for row in views.facets(store, only=[facet]):
        if len(known) >= _COMPARED:
            break
        name = name_of(row.value)
        known.setdefault(name, Near(row.value, name, row.claims))
    if facet == "good":  # by the names of goods, too, of which some claim has the category
        for name, code in wares().items():
            if code in known:
                known.setdefault(name, Near(code, f"{name} ({ware(code)})", known[code].claims))
    return [known[name] for name in near(value, known)]


def nearest_parties(store: Store, value: str) -> list[Near] | None:
    """Return the parties nearest to one that no claim names; None when a claim names it."""
    return None if _fits(store, "party", value) else _nearest(store, "party", name_of(value))
