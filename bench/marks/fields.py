"""Which fields of a found claim are right. Unknown on both sides is right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec
from corpus.marking.compile import Row

from bench.marks.documents import Marked
from bench.measure import Pair, overlap, shared
from reportedly.records import Actor, Claim, Good, Status

#: another mention of the same party is hit when this share of the characters is common: the
#: owner in "Peru's ministry" is not
SAME_MENTION = 0.5
#: readers begin and end a content with other words, more than a name
SAME_CONTENT = 0.5
#: fields that most sentences leave out: also counted where either side has one
#: told, and no part of `every field`: readers themselves often differ in it
BESIDES = frozenset({"actor sector"})
SPARSE = ("recipients", "goods", "time", "place", "voice")

#: right, wrong, or None: not asked of this claim
Judged = Mapping[str, bool | None]


def judged(row: Row, claim: Claim, document: Marked) -> Judged:
    """Return each field of a found claim, and `every field`, which leaves out what goods say of
    their sides and price: it would not compare with its figures of before."""
    typed = row["type"] == claim.type
    found: dict[str, bool | None] = {
        "kind": row["kind"] == str(claim.kind),
        "type": typed,
        "mode": row["mode"] == claim.mode if typed else None,
        "status": row["status"] == str(claim.status),
        "happened, where so coded": _happened(row, claim),
        "factuality": row["factuality"] == str(claim.factuality),
        "actors": _parties(row["actors"], claim.actors, row, document),
        "actor country": _codes("country", row["actors"], claim.actors, row, document),
        "actor sector": _codes("sector", row["actors"], claim.actors, row, document),
        "recipients": _parties(row["recipients"], claim.recipients, row, document),
        "recipient country": _codes("country", row["recipients"], claim.recipients, row, document),
        "goods": _goods(row["goods"], claim.goods),
        "quantity": _quantities(row["goods"], claim.goods),
        "time": _interval(row) == (claim.time.start if claim.time else None,
                                   claim.time.end if claim.time else None),
        "place": _parties(_one(row["place"]), _one(claim.place), row, document),
        "voice": _voice(row, claim, document),
        "number of voices": len(row["voices"]) == len(claim.voices),
        "content": _content(row, claim),
    }  # fmt: skip
    every = (right is not False for name, right in found.items() if name not in BESIDES)
    return found | {"every field": all(every)} | _deals(row["goods"], claim.goods)


def told(row: Row, claim: Claim) -> frozenset[str]:
    """Return the sparse fields of which either side holds something."""
    either = {
        "recipients": row["recipients"] or claim.recipients,
        "goods": row["goods"] or claim.goods,
        "time": row["time"] or claim.time,
        "place": row["place"] or claim.place,
        "voice": row["voices"] or claim.voices,
    }
    return frozenset(name for name, held in either.items() if held)


def _one[T](value: T | None) -> Sequence[T]:
    return () if value is None else (value,)


def _span(one: object) -> Pair:
    return one.start, one.end  # type: ignore[attr-defined]


def hits(party: Row, found: Pair, row: Row, document: Marked) -> bool:
    """Return whether a span is that party: its words, or its chain's here in the sentence."""
    if shared([(party["start"], party["end"])], [found]):
        return True
    others = document.mentions.get((party["chain"], row["sentence"]), ())
    return any(overlap([one], [found]) >= SAME_MENTION for one in others)


def _parties(marked: Sequence[Row], found: Iterable[object], row: Row, document: Marked) -> bool:
    """Return whether each marked party is hit, and each one found hits a marked one."""
    spans = [_span(one) for one in found]
    return all(any(hits(m, s, row, document) for s in spans) for m in marked) and all(
        any(hits(m, s, row, document) for m in marked) for s in spans
    )


def _codes(
    code: str, marked: Sequence[Row], found: Sequence[Actor], row: Row, document: Marked
) -> bool | None:
    """Return whether every party that was hit has its code; None when none was hit."""
    right = []
    for party in marked:
        here = [getattr(one, code) for one in found if hits(party, _span(one), row, document)]
        if here:
            right.append(party[code] in here)
    return all(right) if right else None


def _happened(row: Row, claim: Claim) -> bool | None:
    """Return whether what is shown as happened is so marked; None where it is not so shown."""
    return row["status"] == Status.HAPPENED if claim.status == Status.HAPPENED else None


def _content(row: Row, claim: Claim) -> bool | None:
    """Return whether half of the content is common; None where neither side has one."""
    if row["content"] is None or claim.content is None:
        return None if row["content"] is claim.content else False
    start, end = row["content"]
    return overlap([(start, end)], [_span(claim.content)]) >= SAME_CONTENT


def _meeting(marked: Sequence[Row], found: Sequence[Good]) -> list[tuple[Row, Good]]:
    return [(m, f) for m in marked for f in found if shared([(m["start"], m["end"])], [_span(f)])]


def _goods(marked: Sequence[Row], found: Sequence[Good]) -> bool:
    """Return whether the same goods are there, each with its category to the last dot."""
    same = [(m, f) for m, f in _meeting(marked, found) if m["category"] == f.category]
    return all(any(m is one for m, _ in same) for one in marked) and all(
        any(f is one for _, f in same) for one in found
    )


def _quantities(marked: Sequence[Row], found: Sequence[Good]) -> bool | None:
    """Return whether goods in common have the marked quantity; None when there are none."""
    both = _meeting(marked, found)
    return all(m["quantity"] == f.quantity for m, f in both) if both else None


def _deals(marked: Sequence[Row], found: Sequence[Good]) -> dict[str, bool | None]:
    """Return what goods in common say besides: sides where any are in common, the other end and
    the price where either has one; None where there is nothing to compare."""
    both = _meeting(marked, found)

    def right(name: str, sparse: bool = False) -> bool | None:
        asked = [(m[name], _plain(getattr(f, name))) for m, f in both]
        if sparse:
            asked = [(m, f) for m, f in asked if m is not None or f is not None]
        return all(m == f for m, f in asked) if asked else None

    sided = [(m["giver"], m["receiver"], f.giver, f.receiver) for m, f in both]
    told = [one for one in sided if any(one[:2]) and any(one[2:])]
    kept = all(not (g and g == b) and not (r and r == a) for g, r, a, b in told)
    return {
        "giver": right("giver"),
        "receiver": right("receiver"),
        "sides not reversed": kept if told else None,
        "upper": right("upper", sparse=True),
        "price": right("price", sparse=True),
    }


def _plain(value: object) -> object:
    """Return a record's value as the marks write it."""
    return msgspec.to_builtins(value)


def _interval(row: Row) -> tuple[str | None, str | None]:
    time = row["time"] or {}
    return time.get("start"), time.get("end")


def _voice(row: Row, claim: Claim, document: Marked) -> bool:
    """Return whether the innermost source is the same, hidden ones and none at all included."""
    if not row["voices"] or not claim.voices:
        return not row["voices"] and not claim.voices
    marked, found = row["voices"][-1], claim.voices[-1]
    if marked["start"] is None or found.start is None or found.end is None:
        return marked["start"] is None and found.start is None
    return hits(marked, (found.start, found.end), row, document)
