"""Who hands goods over and who gets them, as a filter of the ledger asks for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from reportedly.store.filter import spelled

#: asks for what has no such side
NOT_TOLD = "none"
_CODE = re.compile(r"[A-Z]{3}")
_WARE = "(good.category = $ware OR starts_with(good.category, $ware || '.'))"


class Ends(NamedTuple):
    """What stands in braces of the ledger's questions, and the values bound in it."""

    parts: Mapping[str, str]
    values: Mapping[str, Any]


def counted_ends(giver: str | None, receiver: str | None, good: str | None) -> Ends:
    """Return the conditions over fact_deals: giver and receiver are terms as in a matrix, or words
    of which names are made; good is the category of the good itself, beside others of its claim."""
    return _ends(giver, receiver, good, ("gives", "gets"), _OF_FACTS)


def listed_ends(giver: str | None, receiver: str | None, good: str | None) -> Ends:
    """Return the same over the rows of ledger, whose sides are parties."""
    return _ends(giver, receiver, good, ("givers", "receivers"), _OF_PARTIES)


def _sides(side: str, column: str) -> str:
    """Return the condition for deals that have, on the side of the claim that the good names, one
    of those whom the words name."""
    each = f"SELECT id, unnest({column}) AS key FROM fact_sides"
    keys = f"SELECT k.key FROM fact_parties AS k WHERE names_actor(k.who, ${side}, ${side}_spelled)"
    return f"sides IN (SELECT id FROM ({each}) WHERE key IN ({keys}))"


def _by_facts(side: str) -> str:
    actor, recipient = (
        f"(good.{side} = '{end}' AND {_sides(side, f'{end}s')})" for end in ("actor", "recipient")
    )
    return f"coalesce({actor} OR {recipient}, false)"


#: what is asked for → the condition over a side's column, and over whom words name
_OF_FACTS = {
    "term": "list_contains({column}, ${side})",
    "words": {side: _by_facts(side) for side in ("giver", "receiver")},
}
_OF_PARTIES = {
    "term": "len(list_filter({column}, lambda p: term_of(p) = ${side})) > 0",
    "words": {
        side: f"names_actor({side}s, ${side}, ${side}_spelled)" for side in ("giver", "receiver")
    },
}


def _ends(
    giver: str | None,
    receiver: str | None,
    good: str | None,
    columns: tuple[str, str],
    over: Mapping[str, Any],
) -> Ends:
    parts, values = {}, dict[str, Any]()
    for side, asked, column in zip(("giver", "receiver"), (giver, receiver), columns, strict=True):
        if asked is None:
            parts[side] = "true"
        elif asked == NOT_TOLD:
            parts[side] = f"len({column}) = 0"
        elif asked.startswith("=") or _CODE.fullmatch(asked):
            parts[side] = over["term"].format(column=column, side=side)
            values[side] = asked
        else:
            parts[side] = over["words"][side]
            values |= {side: asked, **spelled(side, asked)}
    ware = good if good != "any" else None
    parts["ware"] = _WARE if ware else "true"
    return Ends(parts, values | ({"ware": ware} if ware else {}))
