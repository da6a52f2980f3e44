"""From a marker's notation to stand-off records: offsets, ids and labels, none of the text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from corpus.marking import fields, parties, values
from corpus.marking.chains import Chain, cast_of
from corpus.marking.errors import MarkError, nearest
from corpus.marking.notation import Written, WrittenClaim, WrittenMarks, WrittenSentence, missing
from corpus.marking.parties import Where
from corpus.marking.texts import Document, fold_of
from reportedly.records.terms import ClaimKind

Row = dict[str, Any]
LICENCE = "CC-BY-4.0"


@dataclass(slots=True)
class Compiled:
    """The records of one document in the order of the file, and what is wrong with the marks."""

    rows: list[Row]
    wrong: list[str] = field(default_factory=list)


def compiled(marks: WrittenMarks, document: Document) -> Compiled:
    """Return the records: the document, each sentence with its claims and verbs, the chains."""
    cast = cast_of(marks, document)
    found = Compiled([header(document, marks.marker)], [*marks.wrong, *cast.wrong])
    found.wrong += missing(marks, len(document.sentences))
    for sentence in marks.sentences:
        if not 1 <= sentence.number <= len(document.sentences):
            continue
        start, end = document.sentences[sentence.number - 1]
        found.rows.append(
            {
                "empty": not sentence.claims,
                "end": end,
                "number": sentence.number,
                "record": "sentence",
                "start": start,
            }
        )
        _within(sentence, Where(document, cast, sentence.number), found)
    found.rows += [_chain(one) for one in cast.chains.values()]
    members = {member for chain in cast.chains.values() for member in chain.members}
    for chain in cast.chains.values():
        if not chain.mentions and chain.id not in members:
            found.wrong.append(f"chain {chain.id} has no mention; list it under `m`")
    found.wrong += _links(found.rows)
    return found


def header(document: Document, marker: str) -> Row:
    """Return the first record: which text, by digest, and who marked it."""
    return {
        "digest": document.digest,
        "fold": fold_of(document.digest),
        "id": document.id,
        "licence": LICENCE,
        "marker": marker or None,
        "published": document.published,
        "record": "document",
        "sentences": len(document.sentences),
        "source": document.source,
        "text_licence": document.licence,
    }


def _within(sentence: WrittenSentence, where: Where, found: Compiled) -> None:
    claims: list[Row] = []
    for one in sentence.claims:
        claim, wrong = _claim(one, where)
        found.wrong += [f"{one.line}: {one.id}: {problem}" for problem in wrong]
        claims += [claim] if claim else []
    taken = {tuple(claim["trigger"]): claim["number"] for claim in claims}
    verbs: dict[tuple[int, int], Row] = {}
    for line in sentence.verbs:
        _verbs(line, where, found.wrong, taken, verbs)
    found.rows += [*claims, *(verbs[at] for at in sorted(verbs))]


def _verbs(
    line: Written,
    where: Where,
    wrong: list[str],
    taken: dict[tuple[int, int], int],
    verbs: dict[tuple[int, int], Row],
) -> None:
    """Add the verbs of `v said met; 0 send; -3 sign`; a group without a number has +3."""
    for group in line.words.split(";"):
        number = 3
        for place, word in enumerate(group.split()):
            try:
                if place == 0 and word.lstrip("+-").isdigit():
                    number = values.integer(word)
                    continue
                at = where.span(word.replace("_", " "))
                if at in verbs or taken.get(at, number) != number:
                    raise MarkError(f"verb {word!r} has two numbers")
            except MarkError as problem:
                wrong.append(f"{line.line}: {problem}")
                continue
            if at not in taken:
                verbs[at] = {
                    "end": at[1],
                    "number": number,
                    "record": "verb",
                    "sentence": where.sentence,
                    "start": at[0],
                }


def _claim(one: WrittenClaim, where: Where) -> tuple[Row | None, list[str]]:
    """Return the record, None where its trigger or value cannot be read, and what is wrong."""
    wrong: list[str] = []
    claim: Row = {"id": one.id, "record": "claim", "sentence": where.sentence}
    for letter, (name, read, many) in _READERS.items():
        claim[name] = [] if many else None
        if letter in one.fields:
            _attempt(claim, name, partial(read, one.fields[letter], where), wrong)
    words = [part for part in one.trigger.split(" + ") if part.strip()]
    _attempt(claim, "also", lambda: [where.span(text) for text in words], wrong)
    _attempt(claim, "value", lambda: _value(one.value), wrong)
    if not claim.get("also") or "value" not in claim:
        return None, wrong
    claim |= claim.pop("value")
    claim["trigger"], *others = claim["also"]
    claim["also"] = sorted(others)
    if (claim["kind"] == ClaimKind.EVENT) != (claim["content"] is None) and not wrong:
        wrong.append("an event has no content (w); a want, constraint or consequence has one")
    return claim, wrong


def _attempt(claim: Row, name: str, read: Callable[[], Any], wrong: list[str]) -> None:
    try:
        claim[name] = read()
    except MarkError as problem:
        wrong.append(str(problem))


def _span(text: str, where: Where) -> tuple[int, int]:
    return where.span(text)


#: letter → field of the record, what reads it, whether it is a list
_READERS: Mapping[str, tuple[str, Callable[[str, Where], Any], bool]] = {
    "a": ("actors", parties.parties, True),
    "r": ("recipients", parties.parties, True),
    "w": ("content", _span, False),
    "g": ("goods", fields.goods, True),
    "t": ("time", fields.time, False),
    "p": ("place", parties.place, False),
    "v": ("voices", parties.voices, True),
    "l": ("links", fields.links, True),
    "d": ("doubt", fields.doubts, True),
}


def _value(text: str) -> Row:
    kind, name, mode, rest = values.act(text)
    status, value, number = values.presented(rest)
    return {
        "factuality": value.value,
        "kind": kind.value,
        "mode": mode,
        "number": number,
        "status": status.value,
        "type": name,
    }


def _chain(chain: Chain) -> Row:
    return {
        "country": chain.country,
        "id": chain.id,
        "kind": chain.kind,
        "members": list(chain.members),
        "mentions": [
            {"end": one.end, "form": one.form, "sentence": one.sentence, "start": one.start}
            for one in sorted(chain.mentions, key=lambda one: (one.start, one.end))
        ],
        "name": chain.name,
        "record": "chain",
        "sector": chain.sector,
    }


def _links(rows: list[Row]) -> list[str]:
    claims = [row for row in rows if row["record"] == "claim"]
    ids = [row["id"] for row in claims]
    wrong = [
        f"claim {name} is there twice" for name in sorted({n for n in ids if ids.count(n) > 1})
    ]
    return wrong + [
        f"{row['id']}: links to {link['claim']!r}, which is not there{nearest(link['claim'], ids)}"
        for row in claims
        for link in row["links"]
        if link["claim"] not in ids
    ]
