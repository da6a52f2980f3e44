"""Whether a file of marks holds: its keys, values, ids, offsets, and its text by digest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from corpus.marking import values
from corpus.marking.compile import LICENCE, Row
from corpus.marking.texts import Document, fold_of
from reportedly import ontology
from reportedly.records.terms import Basis, ClaimKind, Factuality, Relation, Status

_KEYS: Mapping[str, frozenset[str]] = {
    name: frozenset(keys.split())
    for name, keys in {
        "document": "digest fold id licence marker published record sentences source text_licence",
        "sentence": "empty end number record start",
        "claim": "actors also content doubt factuality goods id kind links mode number place"
        " recipients record sentence status time trigger type voices",
        "verb": "end number record sentence start",
        "chain": "country id kind members mentions name record sector",
        "party": "chain country end person sector start",
        "voice": "chain content country cue_end cue_start end named sector start",
        "good": "approximate category end giver price quantity receiver start unit upper",
        "time": "basis end start text_end text_start vague",
        "place": "chain country end name start",
    }.items()
}
#: longer names would carry a text that is not ours
_LONGEST_NAME = 80


def problems(rows: Sequence[Row], document: Document | None = None) -> list[str]:
    """Return what does not hold; with the document, whether its text is the one that was marked."""
    kinds = [row.get("record") for row in rows]
    if kinds[:1] != ["document"] or kinds.count("document") != 1:
        return ["the first line, and only that, is the document"]
    wrong = [
        f"a {kind} has {sorted(set(row) ^ _KEYS[str(kind)])} too much or too little"
        if kind in _KEYS
        else f"unknown record {kind!r}"
        for kind, row in zip(kinds, rows, strict=True)
        if kind not in _KEYS or set(row) != _KEYS[str(kind)]
    ]
    if wrong:
        return wrong
    found = [*_document(rows[0], document), *_sentences(rows, document)]
    return found or [*_claims(rows), *_chains(rows), *_ids(rows)]


def _of(rows: Sequence[Row], kind: str) -> list[Row]:
    return [row for row in rows if row["record"] == kind]


def _document(row: Row, document: Document | None) -> Iterator[str]:
    if row["fold"] != fold_of(row["digest"]):
        yield f"fold {row['fold']!r} is not that of the digest"
    if row["licence"] != LICENCE:
        yield f"licence {row['licence']!r}; marks are under {LICENCE}"
    if document is not None and row["digest"] != document.digest:
        yield "the text is another one than was marked (its digest differs)"


def _sentences(rows: Sequence[Row], document: Document | None) -> Iterator[str]:
    sentences = _of(rows, "sentence")
    if [row["number"] for row in sentences] != list(range(1, rows[0]["sentences"] + 1)):
        yield "the sentences are not 1, 2, 3 … up to the document's number"
    at = [(row["start"], row["end"]) for row in sentences]
    if at != sorted(at) or any(start >= end for start, end in at):
        yield "the sentences' offsets do not rise"
    if document is not None and tuple(at) != document.sentences:
        yield "the text is cut into other sentences"
    held = {row["sentence"] for row in _of(rows, "claim")}
    for row in sentences:
        if row["empty"] == (row["number"] in held):
            yield f"sentence {row['number']}: empty is {row['empty']}, which its claims gainsay"


def _claims(rows: Sequence[Row]) -> Iterator[str]:
    bounds = {row["number"]: (row["start"], row["end"]) for row in _of(rows, "sentence")}
    for row in _of(rows, "verb"):
        if not _inside((row["start"], row["end"]), bounds.get(row["sentence"])):
            yield f"a verb at {row['start']} leaves sentence {row['sentence']}"
        if row["number"] not in range(-3, 4):
            yield f"the verb at {row['start']} has the number {row['number']}"
    last = max(end for _, end in bounds.values())
    for row in _of(rows, "claim"):
        for problem in _claim(row, bounds.get(row["sentence"]), last):
            yield f"{row['id']}: {problem}"


def _inside(at: Sequence[int], bounds: tuple[int, int] | None) -> bool:
    return bounds is not None and bounds[0] <= at[0] < at[1] <= bounds[1]


def _claim(row: Row, bounds: tuple[int, int] | None, last: int) -> Iterator[str]:
    for at in (row["trigger"], *row["also"], *([row["content"]] if row["content"] else [])):
        if not _inside(at, bounds):
            yield f"span {at} leaves the sentence"
    yield from _value(row)
    for name, kind, many in (
        ("actors", "party", row["actors"]),
        ("recipients", "party", row["recipients"]),
        ("goods", "good", row["goods"]),
        ("voices", "voice", row["voices"]),
        ("place", "place", [row["place"]] if row["place"] else []),
        ("time", "time", [row["time"]] if row["time"] else []),
    ):
        for one in many:
            if set(one) != _KEYS[kind]:
                yield f"{name}: {sorted(set(one) ^ _KEYS[kind])} too much or too little"
            else:
                yield from (f"{name}: {problem}" for problem in _PART[kind](one, last))


def _value(row: Row) -> Iterator[str]:
    types = ontology.load().types
    if row["kind"] not in tuple(ClaimKind):
        yield f"kind {row['kind']!r}"
    if row["type"] is not None and row["type"] not in types:
        yield f"type {row['type']!r}"
    elif row["mode"] and row["mode"] not in (types[row["type"]].modes if row["type"] else ()):
        yield f"mode {row['mode']!r} of {row['type']}"
    event = row["kind"] == ClaimKind.EVENT
    if event and row["type"] is None:
        yield "an event without a type"
    if event != (row["content"] is None):
        yield "content belongs to wants, constraints and consequences, and to each of them"
    if row["status"] not in tuple(Status):
        yield f"status {row['status']!r}"
    elif row["factuality"] not in values.VALUES[Status(row["status"])]:
        yield f"{row['status']} with factuality {row['factuality']!r}"
    if row["factuality"] not in tuple(Factuality) or row["number"] not in range(-3, 4):
        yield f"factuality {row['factuality']!r}, number {row['number']!r}"


def _span(row: Row, last: int, start: str = "start", end: str = "end") -> Iterator[str]:
    if not _inside((row[start], row[end]), (0, last)):
        yield f"offsets {row[start]} … {row[end]}"


def _code(row: Row) -> Iterator[str]:
    if row["country"] is not None and row["country"] not in values.countries():
        yield f"country {row['country']!r}"
    if row.get("sector") is not None and row["sector"] not in ontology.load().sectors:
        yield f"sector {row['sector']!r}"


def _party(row: Row, last: int) -> Iterator[str]:
    yield from (*_span(row, last), *_code(row))


def _place(row: Row, last: int) -> Iterator[str]:
    yield from (*_span(row, last), *_code(row))
    if row["name"] is not None and len(row["name"]) > _LONGEST_NAME:
        yield f"the name {row['name'][:20]!r}… is too long"


def _voice(row: Row, last: int) -> Iterator[str]:
    if (row["start"] is None) != (row["end"] is None):
        yield "half a source"
    if row["start"] is not None:
        yield from _span(row, last)
    if row["cue_start"] is not None:
        yield from _span(row, last, "cue_start", "cue_end")
    elif row["start"] is None:
        yield "neither source nor cue"
    if row["named"] and row["start"] is None:
        yield "named, without a source"
    yield from _code(row)


def _good(row: Row, last: int) -> Iterator[str]:
    yield from _span(row, last)
    if row["category"] not in values.categories():
        yield f"category {row['category']!r}"
    if {row["giver"], row["receiver"]} - {"actor", "recipient", None}:
        yield "giver and receiver are actor, recipient or null"
    low, high = row["quantity"], row["upper"]
    if low is not None and high is not None and low > high:
        yield f"quantity {low} above its upper end {high}"


def _time(row: Row, last: int) -> Iterator[str]:
    yield from _span(row, last, "text_start", "text_end")
    if row["basis"] not in tuple(Basis):
        yield f"basis {row['basis']!r}"
    if row["start"] and row["end"] and row["start"] > row["end"]:
        yield f"ends on {row['end']}, before it begins on {row['start']}"
    if not (row["start"] or row["end"] or row["vague"]):
        yield "neither start nor end, and not vague"


_PART: Mapping[str, Callable[[dict[str, Any], int], Iterator[str]]] = {
    "party": _party,
    "place": _place,
    "voice": _voice,
    "good": _good,
    "time": _time,
}


def _chains(rows: Sequence[Row]) -> Iterator[str]:
    bounds = {row["number"]: (row["start"], row["end"]) for row in _of(rows, "sentence")}
    seen: dict[tuple[int, int], str] = {}
    members = {member for row in _of(rows, "chain") for member in row["members"]}
    for row in _of(rows, "chain"):
        if row["kind"] not in values.CHAIN_KINDS:
            yield f"chain {row['id']}: kind {row['kind']!r}"
        if row["name"] and len(row["name"]) > _LONGEST_NAME:
            yield f"chain {row['id']}: the name is too long"
        yield from (f"chain {row['id']}: {problem}" for problem in _code(row))
        if not row["mentions"] and row["id"] not in members:
            yield f"chain {row['id']} has no mention"
        for one in row["mentions"]:
            at = (one["start"], one["end"])
            if not _inside(at, bounds.get(one["sentence"])):
                yield f"chain {row['id']}: mention {at} leaves sentence {one['sentence']}"
            if seen.setdefault(at, row["id"]) != row["id"]:
                yield f"{at} is a mention of {seen[at]} and of {row['id']}"


def _ids(rows: Sequence[Row]) -> Iterator[str]:
    claims, chains = _of(rows, "claim"), _of(rows, "chain")
    for name, many in (("claim", claims), ("chain", chains)):
        ids = [row["id"] for row in many]
        yield from (
            f"{name} {one} is there twice" for one in sorted(set(ids)) if ids.count(one) > 1
        )
    known = {row["id"] for row in chains}
    used = {member for row in chains for member in row["members"]}
    for row in claims:
        places = [row["place"]] if row["place"] else []
        for one in (*row["actors"], *row["recipients"], *row["voices"], *places):
            used |= {one["chain"]} if one["chain"] else set()
        for link in row["links"]:
            if link["relation"] not in tuple(Relation):
                yield f"{row['id']}: relation {link['relation']!r}"
            if link["claim"] == row["id"] or link["claim"] not in {one["id"] for one in claims}:
                yield f"{row['id']}: links to {link['claim']!r}"
    yield from (f"no chain {one!r}" for one in sorted(used - known))
