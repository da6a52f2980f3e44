"""How far two readings of the same documents agree, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from corpus.marking.compile import Row
from corpus.marking.errors import MarkError

Span = tuple[int, int]
ALIKE = ("type", "mode", "status", "factuality", "number")


@dataclass(slots=True)
class Agreement:
    """Counts by field: `both` agreed items, `first` and `second` what either reading holds."""

    both: Counter[str] = field(default_factory=Counter)
    first: Counter[str] = field(default_factory=Counter)
    second: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, both: int, first: int, second: int) -> None:
        """Count items of a field."""
        self.both[name] += both
        self.first[name] += first
        self.second[name] += second

    def f1(self, name: str) -> float:
        """Return the F1 of a field; 1.0 where neither reading holds anything."""
        every = self.first[name] + self.second[name]
        return 2 * self.both[name] / every if every else 1.0


def compare(one: Sequence[Row], other: Sequence[Row], into: Agreement) -> list[str]:
    """Add the agreement of two readings of a document; return the claims that only one has.

    The fields count within claims whose triggers both readings found. Raises MarkError when the
    readings are not of the same text.
    """
    if one[0]["digest"] != other[0]["digest"]:
        raise MarkError(f"{one[0]['id']} and {other[0]['id']} are not of the same text")
    first, second = _of(one, "claim"), _of(other, "claim")
    pairs = matched(first, second)
    into.add("trigger", len(pairs), len(first), len(second))
    for left, right in pairs:
        _fields(left, right, into)
    _whole(one, other, into)
    found = {id(row) for pair in pairs for row in pair}
    return [
        f"{one[0]['id']}: only {side}: sentence {row['sentence']} {row['id']} {row['type']}"
        f" {row['status']} at {row['trigger'][0]}"
        for side, rows in (("A", first), ("B", second))
        for row in rows
        if id(row) not in found
    ]


def _of(rows: Sequence[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["record"] == kind]


def matched(first: Sequence[Row], second: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Return the claims with a trigger in common, one to one, the likest pairs first."""
    scored = [
        (-_likeness(left, right), at, where)
        for at, left in enumerate(first)
        for where, right in enumerate(second)
        if left["sentence"] == right["sentence"] and _words_meet(left, right)
    ]
    used: set[tuple[str, int]] = set()
    pairs = []
    for _, at, where in sorted(scored):
        if ("a", at) not in used and ("b", where) not in used:
            used |= {("a", at), ("b", where)}
            pairs.append((first[at], second[where]))
    return pairs


def _words_meet(left: Row, right: Row) -> bool:
    mine, yours = ([row["trigger"], *row["also"]] for row in (left, right))
    return any(meet(one, other) for one in mine for other in yours)


def _likeness(left: Row, right: Row) -> int:
    same: int = 4 * meet(left["trigger"], right["trigger"]) + 2 * (left["kind"] == right["kind"])
    same += sum(left[name] == right[name] for name in ALIKE)
    parties = _common(left["actors"], right["actors"], party) + _common(
        left["recipients"], right["recipients"], party
    )
    return same + parties


def meet(one: Sequence[int], other: Sequence[int]) -> bool:
    """Return whether two spans overlap."""
    return one[0] < other[1] and other[0] < one[1]


def _common(first: Iterable[Any], second: Iterable[Any], alike: Callable[[Any, Any], bool]) -> int:
    left, found = list(second), 0
    for one in first:
        fit = next((other for other in left if alike(one, other)), None)
        if fit is not None:
            left.remove(fit)
            found += 1
    return found


def party(one: Row, other: Row) -> bool:
    """Return whether two parties are the same: words that overlap, no other chain by code."""
    return meet((one["start"], one["end"]), (other["start"], other["end"]))


def _same_code(one: Row, other: Row) -> bool:
    return party(one, other) and (one["country"], one["sector"]) == (
        other["country"],
        other["sector"],
    )


def _voice(one: Row, other: Row) -> bool:
    if one["start"] is None or other["start"] is None:
        return bool(one["start"] == other["start"])
    return party(one, other)


def _good(one: Row, other: Row) -> bool:
    return party(one, other) and one["quantity"] == other["quantity"]


def _time(one: Row, other: Row) -> bool:
    return (one["start"], one["end"]) == (other["start"], other["end"])


_MANY: Mapping[str, tuple[str, Callable[[Row, Row], bool]]] = {
    "actor": ("actors", party),
    "actor code": ("actors", _same_code),
    "recipient": ("recipients", party),
    "recipient code": ("recipients", _same_code),
    "voice": ("voices", _voice),
    "good": ("goods", _good),
    "time": ("time", _time),
    "place": ("place", party),
}


def _fields(left: Row, right: Row, into: Agreement) -> None:
    into.add("type", (left["kind"], left["type"]) == (right["kind"], right["type"]), 1, 1)
    for name in ALIKE[1:]:
        into.add(name, left[name] == right[name], 1, 1)
    for name, (key, alike) in _MANY.items():
        mine, yours = (_many(row[key]) for row in (left, right))
        into.add(name, _common(mine, yours, alike), len(mine), len(yours))


def _many(value: Any) -> list[Row]:
    return value if isinstance(value, list) else [value] if value else []


def _whole(one: Sequence[Row], other: Sequence[Row], into: Agreement) -> None:
    """Add what belongs to no claim: empty sentences, verbs, mentions, and who is who by pairs."""
    held: Mapping[str, Callable[[Sequence[Row]], set[Any]]] = {
        "empty sentence": _empty,
        "verb": lambda rows: {at for at, _ in _verbs(rows)},
        "verb's number": _verbs,
        "link": _links,
        "mention": _mentions,
        "same person": _pairs,
    }
    for name, read in held.items():
        mine, yours = read(one), read(other)
        into.add(name, len(mine & yours), len(mine), len(yours))


def _empty(rows: Sequence[Row]) -> set[Any]:
    return {row["number"] for row in _of(rows, "sentence") if row["empty"]}


def _verbs(rows: Sequence[Row]) -> set[Any]:
    claims = {(tuple(row["trigger"]), row["number"]) for row in _of(rows, "claim")}
    return claims | {((row["start"], row["end"]), row["number"]) for row in _of(rows, "verb")}


def _links(rows: Sequence[Row]) -> set[Any]:
    at = {row["id"]: row["trigger"][0] for row in _of(rows, "claim")}
    return {
        (at[row["id"]], link["relation"], at[link["claim"]])
        for row in _of(rows, "claim")
        for link in row["links"]
    }


def _mentions(rows: Sequence[Row]) -> set[Any]:
    return {(m["start"], m["end"]) for row in _of(rows, "chain") for m in row["mentions"]}


def _pairs(rows: Sequence[Row]) -> set[Any]:
    return {
        (a["start"], a["end"], b["start"], b["end"])
        for row in _of(rows, "chain")
        for a in row["mentions"]
        for b in row["mentions"]
        if (a["start"], a["end"]) < (b["start"], b["end"])
    }
