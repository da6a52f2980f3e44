"""The inline markup of the corpus: one line is a sentence, its spans and its claims.

    {v:Officials} said {a:gunmen} {e:torched} {r:a post=NGA.COP}. => ASSAULT.destroy happened
    {a1:Iran} {e1:met} {a1:Oman}, {a2:rebels} {e2:said}. => 1 CONSULT happened; 2 AGREE planned
    The committee will publish its figures in May. => none

Before `=>` stands the sentence; a mark is `{letter:words}` or `{letters and digits:words}`, the
digits being the claims that it belongs to (none: all of them). `=COUNTRY.SECTOR` after the words
of an actor, recipient or voice is who that is (`=KEN`, `=KEN.GOV`, `=.UAF`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly import ontology
from reportedly.records import ClaimKind, Status

#: letter → field of a claim
LETTERS = {
    "e": "trigger",
    "a": "actors",
    "r": "recipients",
    "g": "goods",
    "v": "voices",
    "t": "time",
    "p": "place",
    "c": "content",
}
_MARK = re.compile(r"\{([a-z])([0-9]*):([^{}=]*)(?:=([A-Z]{3})?(?:\.([A-Z]{3}))?)?\}")
_CLAIM = re.compile(r"(?:([1-9]) )?([A-Z]+|[a-z]+)(?:\.([a-z-]+))? ([a-z]+)((?: @[a-z_]+)*)$")


class MarkupError(ValueError):
    """A line that cannot be read; its message says which and why."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Marked words: offsets in the sentence; country and sector only for parties, "" unknown."""

    start: int
    end: int
    country: str = ""
    sector: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One claim of a sentence: type and mode are None where there is none; mentions by field."""

    kind: ClaimKind
    type: str | None
    mode: str | None
    status: Status
    contexts: tuple[str, ...]
    mentions: dict[str, tuple[Mention, ...]]


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence; no claims: it holds no event. key is file name and line number."""

    key: str
    text: str
    claims: tuple[Told, ...]


def parse(line: str, key: str) -> Line:
    """Return the sentence of one line of markup. Raises MarkupError that names key."""
    sentence, arrow, specs = line.rpartition("=>")
    if not arrow:
        raise MarkupError(f"{key}: no '=>' and nothing after it")
    text, marks = _unmarked(sentence.strip(), key)
    if specs.strip() == "none":
        return Line(key, text, ())
    return Line(key, text, tuple(_claim(spec.strip(), marks, key) for spec in specs.split(";")))


def _unmarked(sentence: str, key: str) -> tuple[str, list[tuple[str, str, Mention]]]:
    text, at = "", 0
    marks: list[tuple[str, str, Mention]] = []
    for mark in _MARK.finditer(sentence):
        letter, digits, words, country, sector = mark.groups()
        if letter not in LETTERS:
            raise MarkupError(f"{key}: unknown mark {letter!r}; there are {', '.join(LETTERS)}")
        if not words:
            raise MarkupError(f"{key}: empty mark {mark.group()!r}")
        text += sentence[at : mark.start()]
        span = Mention(len(text), len(text) + len(words), country or "", sector or "")
        marks.append((letter, digits, span))
        text += words
        at = mark.end()
    text += sentence[at:]
    if "{" in text or "}" in text:
        raise MarkupError(f"{key}: a brace that belongs to no mark in {sentence!r}")
    return text, marks


def _claim(spec: str, marks: list[tuple[str, str, Mention]], key: str) -> Told:
    found = _CLAIM.match(spec)
    if found is None:
        raise MarkupError(f"{key}: {spec!r} is not 'TYPE.mode status @context'")
    number, name, mode, status, contexts = found.groups()
    kind = ClaimKind.EVENT if name.isupper() else _kind(name, key)
    _known(name if name.isupper() else None, mode, key)
    if status not in set(Status):
        raise MarkupError(f"{key}: unknown status {status!r}; there are {', '.join(Status)}")
    mentions: dict[str, tuple[Mention, ...]] = {}
    for letter, digits, span in marks:
        if not digits or number is None or number in digits:
            field = LETTERS[letter]
            mentions[field] = (*mentions.get(field, ()), span)
    if "trigger" not in mentions:
        raise MarkupError(f"{key}: the claim {spec!r} has no trigger {{e:…}}")
    event = name if kind is ClaimKind.EVENT else None
    tags = tuple(contexts.replace("@", "").split())
    if unknown := set(tags) - set(ontology.load().contexts):
        raise MarkupError(f"{key}: unknown context {', '.join(sorted(unknown))}")
    return Told(kind, event, mode, Status(status), tags, mentions)


def _kind(name: str, key: str) -> ClaimKind:
    if name not in set(ClaimKind):
        raise MarkupError(f"{key}: {name!r} is neither a type nor want, constraint, consequence")
    return ClaimKind(name)


def _known(name: str | None, mode: str | None, key: str) -> None:
    if name is None:
        return
    types = ontology.load().types
    if name not in types:
        raise MarkupError(f"{key}: unknown type {name!r}; there are {', '.join(types)}")
    if mode is not None and mode not in types[name].modes:
        raise MarkupError(f"{key}: {name} has no mode {mode!r}; {', '.join(types[name].modes)}")
