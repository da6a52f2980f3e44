"""Stories with marks: everybody who is spoken of, and the deeds. What they hold:
corpus/stories/README.md."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.measure import Pair
from reportedly.errors import ReportedlyError
from reportedly.records import Status

STORIES = Path(__file__).parents[2] / "corpus" / "stories"
#: the mark of a pronoun that stands for nobody
NOBODY = "-"


class Deed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An act of a story, by the letters of those marked in it.

    word    the words that name it, their n-th occurrence
    by, to  who did it, whom it was done to; () where the text does not say
    voices  who says so, outermost first; () where the story itself does
    """

    word: str
    n: int = 1
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    status: Status
    voices: tuple[str, ...] = ()

    def at(self, text: str) -> Pair:
        """Return where its words stand. Raises ReportedlyError where they do not."""
        hits = list(re.finditer(rf"\b{re.escape(self.word)}\b", text))
        if len(hits) < self.n:
            raise ReportedlyError(f"deed {self.word!r} ({self.n}) does not stand in: {text}")
        return hits[self.n - 1].span()


class Mark(NamedTuple):
    """Words of a story and whom they mean: a letter, several joined by "+", or NOBODY."""

    start: int
    end: int
    of: str


class Line(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A story as it is written: its marks are in its text, "[the man|a]"."""

    id: str
    text: str
    deeds: tuple[Deed, ...] = ()


class Story(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A story with its marks taken out of its text."""

    id: str
    text: str
    marks: tuple[Mark, ...]
    deeds: tuple[Deed, ...]

    @property
    def fold(self) -> str:
        """Return "open", or "closed": only ever scored."""
        return "open" if int(self.id.rpartition("-")[2]) % 2 else "closed"

    @property
    def kind(self) -> str:
        """Return what it is about, in one word."""
        return self.id.rpartition("-")[0]

    @cached_property
    def chains(self) -> Mapping[str, tuple[Pair, ...]]:
        """Return where everybody is spoken of, by letter, pairs by theirs: "a+b"."""
        found: dict[str, list[Pair]] = defaultdict(list)
        for start, end, of in self.marks:
            if of != NOBODY:
                found[of].append((start, end))
        return {of: tuple(spans) for of, spans in found.items()}


def read(folder: Path = STORIES) -> list[Story]:
    """Return all stories, file by file.

    Raises msgspec.ValidationError on an unknown field, ReportedlyError on a mark not closed.
    """
    decoder = msgspec.json.Decoder(Line)
    return [
        story(decoder.decode(line))
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]


def story(line: Line) -> Story:
    """Return the story of a line."""
    text, marks = unmarked(line.text)
    return Story(id=line.id, text=text, marks=marks, deeds=line.deeds)


def unmarked(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Return the text without its marks, and the marks by where they begin; they may nest."""
    plain: list[str] = []
    opened: list[int] = []
    marks: list[Mark] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char == "[":
            opened.append(len(plain))
        elif char == "|" and opened:
            close = text.find("]", at)
            if close < 0:
                raise ReportedlyError(f"mark not closed in: {text}")
            marks.append(Mark(opened.pop(), len(plain), text[at + 1 : close]))
            at = close
        else:
            plain.append(char)
        at += 1
    if opened:
        raise ReportedlyError(f"mark not closed in: {text}")
    return "".join(plain), tuple(sorted(marks))
