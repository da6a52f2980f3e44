"""Whether a sentence holds an entry's own word: a `no` sentence without it could never fail."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from reportedly.lexicons.schema import (
    Composition,
    Cue,
    Entry,
    Good,
    Operator,
    Organisation,
    Person,
    Predicate,
    Role,
    Stance,
    State,
    Support,
    WordClass,
)

_WORD = re.compile(r"[\w'’-]+")
#: words in names that tell nothing: "the Bank of the South"
_EMPTY = frozenset("the of and for in on de la le du al el to a an at from with by".split())


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    """Return lemma → forms that no ending tells: "give" → gave, given."""
    text = (files("reportedly.lexicons") / "irregular.toml").read_text(encoding="utf-8")
    return {lemma: tuple(forms) for lemma, forms in tomllib.loads(text).items()}


@cache
def _bases() -> dict[str, str]:
    """Return irregular form → lemma: "gave" → "give"."""
    return {form: lemma for lemma, forms in _irregular().items() for form in forms}


def root(word: str) -> str:
    """Return what every form of a word has in common, irregular ones too: "shot" → "shoot"."""
    word = word.lower()
    return stem(_bases().get(word, word))


def stem(word: str) -> str:
    """Return what the forms of a word have in common: "denies", "denied", "denying" → "den"."""
    word = word.lower()
    if len(word) > 4:
        word = re.sub(r"(?:ying|ing|ies|ied|ed|es|s|y|e)$", "", word)
    elif len(word) > 3:
        word = re.sub(r"(?:s|y|e)$", "", word)
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


def holds(entry: Entry, sentences: Iterable[str]) -> bool:
    """Return whether one of the sentences has a form of the entry's word, or a word of its name.

    True for an entry that has no word of its own, and for a class of words, or a stance, without
    sentences: most nouns, and negations, have no other use.
    """
    own = set(_own(entry))
    if not own or (isinstance(entry, WordClass | Stance) and not entry.no):
        return True
    stems = {stem(word) for word in own}
    forms = {form for word in own for form in _forms(word.lower())}
    return any(
        word.lower() in forms or stem(word) in stems
        for sentence in sentences
        for word in _words(re.sub(r"\{\w:|\}", "", sentence))
    )


def _forms(word: str) -> Iterator[str]:
    """Yield a word and its forms by rule, and those that no rule tells."""
    yield from (word, *_irregular().get(word, ()))
    yield from (f"{word}{ending}" for ending in ("s", "es", "ed", "d", "ing"))
    yield from (f"{word}{word[-1:]}{ending}" for ending in ("ed", "ing"))
    if word.endswith(("e", "y")):
        yield from (f"{word[:-1]}{ending}" for ending in ("ing", "ies", "ied"))


def _words(text: str) -> Iterator[str]:
    """Yield the words of a text, and the parts of "anti-war" and "Iran's" besides."""
    for word in _WORD.findall(text):
        yield from {word, *re.split(r"[-'’]", word)} - {""}


def _own(entry: Entry) -> Iterator[str]:
    """Yield the words by which an entry is found; of names and phrases what tells something."""
    match entry:
        case Predicate() | Cue() | Operator() | Support():
            yield from _WORD.findall(entry.lemma)  # a colon is no word
        case WordClass():
            for parts in map(_WORD.findall, entry.words):
                telling = [word for word in parts if word.lower() not in _EMPTY]
                yield from telling if parts[1:] else parts
        case Composition():
            return
        case Stance():
            yield from (word for phrase in entry.words for word in _WORD.findall(phrase))
        case _:
            for name in _names(entry):
                yield from (w for w in _WORD.findall(name) if w.lower() not in _EMPTY and w[1:])


def _names(entry: Entry) -> Iterator[str]:
    """Yield the names of a state, organisation, person, role or good."""
    match entry:
        case State():
            yield from (entry.name, *entry.names, *entry.adjectives, *entry.people)
            yield from (*entry.seats, *entry.places, entry.capital or "")
        case Organisation() | Good():
            yield from (entry.name, *entry.names)
        case Person():
            yield from (entry.name, *entry.names, entry.short or "")
        case Role():
            yield from (entry.name, *entry.names, entry.plural or "")


#: words that open a relative clause, words about a passive, quotation marks
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which|that)\b")
_PASSIVE = re.compile(r"\b(?:be|is|are|was|were|been|being|get|gets|got|getting|by)\b", re.I)
_QUOTED = re.compile(r"[\"“”]")


def varied(entry: Predicate) -> bool:
    """Return whether a `yes` sentence has the word in no plain active clause.

    That is a passive, a gerund or participle, a relative clause, or a quotation; told by words,
    not by parsing, so what passes is only likely to be one.
    """
    return any(_turned(entry.lemma, re.sub(r"\{\w:|\}", "", text)) for text in entry.yes)


def _turned(lemma: str, text: str) -> bool:
    if _QUOTED.search(text) or _RELATIVE.search(text):
        return True
    forms = {form.lower() for form in _words(text) if _is_form(lemma, form)}
    if any(form.endswith("ing") for form in forms):
        return True
    return bool(_PASSIVE.search(text)) and any(form != lemma for form in forms)


def _is_form(lemma: str, word: str) -> bool:
    return stem(word) == stem(lemma) or word.lower() in set(_forms(lemma))
