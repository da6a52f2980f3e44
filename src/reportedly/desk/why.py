"""Why a claim came out as it did: what the entries that fired are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from reportedly.desk.phrases import STATUS_WORDS
from reportedly.desk.wording import plain
from reportedly.lexicons import load

#: table of the lexicons → what an entry of it is to a reader
_KINDS = {
    "predicate": "word for what is done",
    "support": "verb beside a word for what is done",
    "composition": "one act told through another",
    "operator": "word that tells whether it happened",
    "cue": "word that gives a voice",
    "stance": "words of somebody’s stance",
    "good": "goods",
    "state": "name of a state",
    "organisation": "name of an organisation",
    "person": "name of a person",
    "role": "office or trade",
    "class": "class of words",
}
_MARKED = re.compile(r"\{\w+:([^{}]*)\}")


@cache
def _entries() -> dict[str, str]:
    """Return id → a few words, of every built-in entry: its kind, and a sentence that it is for."""
    found: dict[str, str] = {}
    for name, table in load().tables.items():
        for entry in table:
            example = _example(entry.yes[0]) if entry.yes else ""
            kind = _KINDS.get(name, name)
            found[entry.id] = f"{kind}, as in {example}" if example else kind
    return found


def _example(sentence: str) -> str:
    """Return a sentence of the lexicon's as a reader reads it: what is marked in it without the
    marks, and the status that it comes to in words."""
    told, _, status = sentence.partition("=>")
    while _MARKED.search(told):
        told = _MARKED.sub(r"\1", told)
    words = STATUS_WORDS.get(status.strip())
    return f"“{plain(told).strip()}”" + (f": {words}" if words else "")


def why(rules: Iterable[str]) -> list[tuple[str, str]]:
    """Return (id, what it is) of the entries, in order; "" for what the lexicons do not hold."""
    known = _entries()
    return [(rule, known.get(rule, "")) for rule in rules]
