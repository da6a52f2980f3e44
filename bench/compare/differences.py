"""What differs between the claims of two versions, claim by claim. Pure functions.

Claims meet on the words that they rest on. Their ids, rules and coder say nothing about what was
recorded, and are left out; a link is told by the words of the claim that it leads to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: a claim, or a line of write_claims
Row = Mapping[str, Any]
IGNORED = frozenset({"id", "article", "rules", "coder"})
#: they follow from other fields, and are named only where nothing else differs
FOLLOWING = frozenset({"quad", "intensity", "cameo", "confidence"})
#: offsets, by the words that they belong to
OFFSETS = {
    "start": "text", "end": "text", "text_start": "text", "text_end": "text",
    "cue_start": "cue", "cue_end": "cue",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One claim that is not what it was, or one text that was not read alike.

    text    name of the text
    kind    "new", "gone", "problem", "read otherwise", or the fields that differ
    fields  those fields, such as "actors.role" or "time"; empty for the other kinds
    before, after  the claim (or problem) of each version; None on the side that has none
    """

    text: str
    kind: str
    fields: tuple[str, ...] = ()
    before: Row | None = None
    after: Row | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Claims of each version, those that are the same, and every difference in text order."""

    texts: int
    before: int
    after: int
    same: int
    differences: tuple[Difference, ...]

    @property
    def kinds(self) -> list[tuple[str, int]]:
        """Each kind of difference with its count, the most frequent first."""
        counts = Counter(one.kind for one in self.differences)
        return sorted(counts.items(), key=lambda kind: (-kind[1], kind[0]))


def compared(before: Iterable[Row], after: Iterable[Row]) -> Comparison:
    """Compare two versions' lines, text by text; both hold the same texts in the same order."""
    texts, counts, same, found = 0, [0, 0], 0, list[Difference]()
    for one, other in zip(before, after, strict=True):
        if one["name"] != other["name"]:
            raise ValueError(f"{one['name']} stands beside {other['name']}")
        texts += 1
        counts[0] += len(one.get("claims", ()))
        counts[1] += len(other.get("claims", ()))
        differences, alike = of_text(one, other)
        found += differences
        same += alike
    return Comparison(
        texts=texts, before=counts[0], after=counts[1], same=same, differences=tuple(found)
    )


def of_text(one: Row, other: Row) -> tuple[list[Difference], int]:
    """Return the differences in one text, and how many claims are the same.

    Offsets into two texts cannot be compared: where the page was read otherwise, that is the
    one difference. Two problems are alike, whatever their messages.
    """
    name = one["name"]
    if "problem" in one or "problem" in other:
        if "problem" in one and "problem" in other:
            return [], 0
        was, now = ({"problem": row.get("problem")} for row in (one, other))
        return [Difference(text=name, kind="problem", before=was, after=now)], 0
    if one["digest"] != other["digest"]:
        return [Difference(text=name, kind="read otherwise")], 0
    left, right = by_trigger(one["claims"]), by_trigger(other["claims"])
    found, same = [], 0
    for at in sorted({*left, *right}):
        for before, after in paired(left.get(at, []), right.get(at, [])):
            if before == after:
                same += 1
            else:
                found.append(difference(name, before, after))
    return found, same


def difference(name: str, before: Row | None, after: Row | None) -> Difference:
    """Return what tells two claims on the same words apart."""
    if before is None or after is None:
        kind = "new" if before is None else "gone"
        return Difference(text=name, kind=kind, before=before, after=after)
    fields = changed(before, after)
    return Difference(text=name, kind=", ".join(fields), fields=fields, before=before, after=after)


def by_trigger(claims: Sequence[Row]) -> dict[tuple[int, int], list[Row]]:
    """Return the claims, ready to be compared, by the offsets of their trigger."""
    triggers = {claim["id"]: _offsets(claim) for claim in claims}
    found: dict[tuple[int, int], list[Row]] = {}
    for claim in claims:
        found.setdefault(_offsets(claim), []).append(comparable(claim, triggers))
    return found


def _offsets(claim: Row) -> tuple[int, int]:
    return claim["trigger"]["start"], claim["trigger"]["end"]


def comparable(claim: Row, triggers: Mapping[str, tuple[int, int]]) -> Row:
    """Return the claim without what is ignored or empty: an old version may lack a field."""
    kept = {name: _full(value) for name, value in claim.items() if name not in IGNORED}
    leads = sorted(
        (link["relation"], triggers.get(link["claim"], (-1, -1))) for link in claim.get("links", ())
    )
    kept["links"] = [{"relation": relation, "trigger": list(at)} for relation, at in leads]
    return {name: value for name, value in kept.items() if not _empty(value)}


def _full(value: Any) -> Any:
    if isinstance(value, Mapping):
        inner = {name: _full(each) for name, each in value.items()}
        return {name: each for name, each in inner.items() if not _empty(each)}
    if isinstance(value, list | tuple):
        return [_full(each) for each in value]
    return value


def _empty(value: Any) -> bool:
    return value is None or value is False or value in ("", [], {})


def paired(before: Sequence[Row], after: Sequence[Row]) -> list[tuple[Row | None, Row | None]]:
    """Pair the claims on one trigger: equal ones first, then those that differ in the least.

    What is left over on one side stands beside None.
    """
    left, right = list(before), list(after)
    found: list[tuple[Row | None, Row | None]] = []
    while left and right:
        one, other = min(
            ((x, y) for x in left for y in right), key=lambda pair: len(changed(*pair))
        )
        left.remove(one)
        right.remove(other)
        found.append((one, other))
    return [*found, *((one, None) for one in left), *((None, other) for other in right)]


def changed(one: Row, other: Row) -> tuple[str, ...]:
    """Return the fields that differ, sorted; of a part or a list as long as before, which inner."""
    names = {
        path for field in {*one, *other} for path in _paths(field, one.get(field), other.get(field))
    }
    telling = {name for name in names if name not in FOLLOWING}
    return tuple(sorted(telling or names))


def _paths(field: str, one: Any, other: Any) -> set[str]:
    if one == other:
        return set()
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return {
            f"{field}.{_named(key, one.get(key, other.get(key)))}"
            for key in {*one, *other}
            if one.get(key) != other.get(key)
        }
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        inner = (_paths(field, *pair) for pair in zip(one, other, strict=True))
        return set[str]().union(*inner)
    return {field}


def _named(key: str, value: Any) -> str:
    """Return the key, or the words that an offset belongs to; a time's start is no offset."""
    return OFFSETS.get(key, key) if isinstance(value, int) else key
