"""The lines of a `.marks` file, taken apart but not yet understood.

    doc own grain-deal marker=k1
    k per=state/PER Peru
    1
    c1 signed + deal | SUPPORT happened | a =per | r Chile=chl | t on Monday 2024-05-13
    v said; 0 send; -3 sign
    m per Peru, its; chl=state/CHL Chile
    2 -
    v is

corpus/guide.md explains each line. One that begins with a space goes on with the line before;
one that begins with "//" is a note to oneself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus.marking.errors import MarkError

_DOC = re.compile(r"doc (?P<source>\S+) (?P<id>\S+)(?: marker=(?P<marker>\S+))?$")
_SENTENCE = re.compile(r"(?P<number>\d+)(?P<empty> ?-)?$")
_CLAIM = re.compile(r"(?P<id>c\d+[a-z]?)[ :]+(?P<rest>.+)$")
_FIELDS = "arwgtpvld"


@dataclass(frozen=True, slots=True)
class Written:
    """A line as written: its number in the file (from 1) and its words."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class WrittenClaim:
    """A claim as written: id, the trigger's words, type and status, and its fields by letter."""

    line: int
    id: str
    trigger: str
    value: str
    fields: dict[str, str]


@dataclass(slots=True)
class WrittenSentence:
    """What stands under the number of one sentence; empty: marked as holding no claim."""

    line: int
    number: int
    empty: bool
    claims: list[WrittenClaim] = field(default_factory=list)
    verbs: list[Written] = field(default_factory=list)
    mentions: list[Written] = field(default_factory=list)


@dataclass(slots=True)
class WrittenMarks:
    """A file of marks as written, and a message for each line that cannot be read."""

    source: str
    id: str
    marker: str
    chains: list[Written] = field(default_factory=list)
    sentences: list[WrittenSentence] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def read(path: Path) -> WrittenMarks:
    """Return the file's lines. Raises MarkError when its first line names no document."""
    lines = _lines(path.read_text(encoding="utf-8"))
    first = next(lines, Written(1, ""))
    head = _DOC.match(first.words)
    if head is None:
        raise MarkError(f"{path.name}:{first.line}: begin with `doc SOURCE ID marker=NAME`")
    marks = WrittenMarks(head["source"], head["id"], head["marker"] or "")
    for one in lines:
        try:
            _take(one, marks)
        except MarkError as problem:
            marks.wrong.append(f"{path.name}:{one.line}: {problem}")
    return marks


def _lines(text: str) -> Iterator[Written]:
    held: Written | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("//"):
            continue
        if line[0].isspace() and held is not None:
            held = Written(held.line, f"{held.words} {line.strip()}")
            continue
        if held is not None:
            yield held
        held = Written(number, line.strip())
    if held is not None:
        yield held


def _take(one: Written, marks: WrittenMarks) -> None:
    begun = _SENTENCE.match(one.words)
    if begun is not None:
        marks.sentences.append(
            WrittenSentence(one.line, int(begun["number"]), bool(begun["empty"]))
        )
        return
    letter, _, rest = one.words.partition(" ")
    if letter == "k":
        marks.chains.append(Written(one.line, rest))
        return
    if not marks.sentences:
        raise MarkError("no sentence has begun; write its number on a line of its own")
    sentence = marks.sentences[-1]
    if letter == "v":
        sentence.verbs.append(Written(one.line, rest))
    elif letter == "m":
        sentence.mentions.append(Written(one.line, rest))
    else:
        sentence.claims.append(_claim(one, sentence))


def _claim(one: Written, sentence: WrittenSentence) -> WrittenClaim:
    parts = _CLAIM.match(one.words)
    if parts is None:
        raise MarkError(f"{one.words[:40]!r} is no line: a number, `c1 …`, `v …`, `m …` or `k …`")
    trigger, *values = re.split(r"\s*\|\s*", parts["rest"].strip())
    if not values:
        raise MarkError(f"{parts['id']} has no type and no status: `c1 trigger | TYPE status | …`")
    before = sentence.claims[-1].fields if sentence.claims else {}
    fields: dict[str, str] = {}
    for text in filter(str.strip, values[1:]):
        letter, _, rest = text.strip().partition(" ")
        if letter not in tuple(_FIELDS):
            raise MarkError(f"no field {letter!r}; there are {' '.join(_FIELDS)}")
        if letter in fields:
            raise MarkError(f"field {letter} is there twice; part several by ;")
        if rest.strip() == "-":
            continue
        if rest.strip() == "^" and letter not in before:
            raise MarkError(f"`{letter} ^` copies the claim before, which has no {letter}")
        fields[letter] = before[letter] if rest.strip() == "^" else rest.strip()
        if not fields[letter]:
            raise MarkError(f"field {letter} is empty; leave it out")
    return WrittenClaim(one.line, parts["id"], trigger, values[0], fields)


def missing(marks: WrittenMarks, count: int) -> list[str]:
    """Return what is wrong with the numbers of the sentences: left out, twice, out of order."""
    numbers = [one.number for one in marks.sentences]
    left = [str(n) for n in range(1, count + 1) if n not in numbers]
    found = (
        [f"not marked: sentence {', '.join(left)}; `{left[0]} -` says it is empty"] if left else []
    )
    found += [
        f"{one.line}: there is no sentence {one.number}; the last is {count}"
        for one in marks.sentences
        if not 1 <= one.number <= count
    ]
    if numbers != sorted(set(numbers)):
        found.append("the sentences are not in order, or one is there twice")
    for one in marks.sentences:
        if one.empty and one.claims:
            found.append(f"{one.line}: sentence {one.number} is empty (-) and has claims")
        if not one.empty and not one.claims:
            found.append(f"{one.line}: sentence {one.number} has no claim; write `{one.number} -`")
    return found
