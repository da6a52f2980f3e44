"""Any row of a view as plain values, one a cell: stable columns, whatever the rows hold."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from msgspec import Struct

from reportedly.records import Actor, Good, Link, Place, Voice
from reportedly.records.amounts import amount_of

#: what a cell may hold
type Cell = str | int | float | bool | None

_SIDE = ("name", "country", "sector")
#: how many parties of a side have columns of their own; all are counted
_PARTIES = 2


class _Columns(NamedTuple):
    """The columns that one field becomes, and how their values are made of it."""

    names: tuple[str, ...]
    values: Callable[[Any], tuple[Cell, ...]]


def columns(row: type[Struct]) -> tuple[str, ...]:
    """Return the names of the flat columns of a kind of row, in order; they never move.

    A field that is a plain value keeps its name. Of a side ("actors") the first two parties have
    actor1_name, actor1_country, actor1_sector, actor2_…, and the field's own name counts them all.
    Goods give those of the first, and how many there are; voices the names of all. Lists of plain
    values are joined by "; ".
    """
    return tuple(name for one in _fields(row) for name in one.names)


def cells(row: Struct) -> tuple[Cell, ...]:
    """Return the values of a row in the order of columns(type(row)); null is unknown."""
    parts = zip(_fields(type(row)), row.__struct_fields__, strict=True)
    return tuple(value for one, name in parts for value in one.values(getattr(row, name)))


def side(word: str, parties: tuple[Actor, ...]) -> dict[str, str | None]:
    """Return actor1_name, actor1_country, actor1_sector, actor2_… of the parties of a side."""
    values = typing.cast("Iterator[str | None]", iter(_parties(parties)))
    return dict(zip(_party_names(word), values, strict=False))


@cache
def _fields(row: type[Struct]) -> tuple[_Columns, ...]:
    hints = typing.get_type_hints(row)
    return tuple(_of(name, hints[name]) for name in row.__struct_fields__)


def _of(name: str, hint: Any) -> _Columns:
    """Return the columns of a field of that name and type."""
    many, kind = _kind(hint)
    if many and kind is Actor:
        return _Columns((*_party_names(name.removesuffix("s")), name), _counted(_parties))
    if many and kind is Good:
        return _Columns((*_GOODS, name), _counted(lambda found: _good(found[0] if found else None)))
    if kind is Good:
        return _Columns((*_GOODS, "upper", "price", "currency"), _priced)
    if kind is Place:
        return _Columns(("place", "place_country", "latitude", "longitude"), _place)
    if many and kind is Voice:
        return _Columns(("voice", "voice_country", "voice_named", name), _counted(_voice))
    return _Columns((name,), lambda value: (_plain(value),))


def _kind(hint: Any) -> tuple[bool, Any]:
    """Return whether a type is a list, and what it is a list of; null is left out."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(one for one in typing.get_args(hint) if one is not type(None))
    if typing.get_origin(hint) is tuple:
        return True, typing.get_args(hint)[0]
    return False, hint


def _counted(of: Callable[[Any], tuple[Cell, ...]]) -> Callable[[Any], tuple[Cell, ...]]:
    return lambda found: (*of(found), len(found))


def _party_names(word: str) -> tuple[str, ...]:
    return tuple(f"{word}{n}_{field}" for n in range(1, _PARTIES + 1) for field in _SIDE)


def _parties(found: tuple[Actor, ...]) -> tuple[Cell, ...]:
    known = [getattr(one, field) for one in found[:_PARTIES] for field in _SIDE]
    return (*known, *[None] * (_PARTIES * len(_SIDE) - len(known)))


_GOODS = ("good", "good_category", "quantity", "unit", "amount")


def _good(good: Good | None) -> tuple[Cell, ...]:
    if good is None:
        return (None,) * len(_GOODS)
    return (good.text, good.category, good.quantity, good.unit, amount_of(good) or None)


def _priced(good: Good) -> tuple[Cell, ...]:
    price = good.price
    amount = (price.amount, price.currency) if price else (None, None)
    return (*_good(good), good.upper, *amount)


def _place(place: Place | None) -> tuple[Cell, ...]:
    if place is None:
        return (None,) * 4
    return (place.name, place.country, place.latitude, place.longitude)


def _voice(voices: tuple[Voice, ...]) -> tuple[Cell, ...]:
    """Return the names from the outermost to the innermost; country and named are of that one."""
    if not voices:
        return (None, None, None)
    names = "; ".join(one.name or one.text or "(not named)" for one in voices)
    return (names, voices[-1].country, voices[-1].named)


def _plain(value: Any) -> Cell:
    """Return a plain value as it is, and anything else in words."""
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Link):
        return f"{value.relation} {value.claim}"
    if isinstance(value, dict):
        return "; ".join(f"{name} {_plain(of)}" for name, of in value.items())
    if isinstance(value, Struct):
        parts = (_plain(getattr(value, name)) for name in value.__struct_fields__)
        return ", ".join(str(part) for part in parts if part is not None)
    return "; ".join(str(_plain(one)) for one in value)
