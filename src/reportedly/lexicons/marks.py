"""The inline marks of lexicon sentences: `{a:France} condemned {r:Iran}. => happened`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.records import Status

LETTERS = {
    "a": "actors",
    "r": "recipients",
    "g": "goods",
    "v": "voices",
    "c": "content",
    "t": "time",
    "p": "place",
    "x": "entry",
}
_MARK = re.compile(r"\{([a-z]):([^{}]*)\}")
_STATUS = re.compile(r"\s*=>\s*(\w+)\s*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """A lexicon sentence without its marks.

    spans   letter → (start, end) pairs in text; an empty tuple says "there is none"
    status  what the sentence is expected to present the claim as; None: not compared
    """

    text: str
    spans: dict[str, tuple[tuple[int, int], ...]]
    status: Status | None


def unmark(sentence: str) -> Marked:
    """Return the sentence's text, its marked spans and its status.

    Raises ValueError for an unknown letter, a stray brace or an unknown status.
    """
    status = None
    if found := _STATUS.search(sentence):
        status = Status(found.group(1))
        sentence = sentence[: found.start()]
    spans: dict[str, list[tuple[int, int]]] = {}
    text, at = "", 0
    for mark in _MARK.finditer(sentence):
        text += sentence[at : mark.start()]
        letter, words = mark.groups()
        if letter not in LETTERS:
            raise ValueError(f"unknown mark {letter!r}; there are {', '.join(LETTERS)}")
        here = spans.setdefault(letter, [])
        if words:
            here.append((len(text), len(text) + len(words)))
        text += words
        at = mark.end()
    text += sentence[at:]
    if "{" in text or "}" in text:
        raise ValueError(f"stray brace in {sentence!r}")
    return Marked(text, {letter: tuple(found) for letter, found in spans.items()}, status)
