"""Whom a comment names: names of states, organisations and persons, as they are written."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.coding.remarks.words import Word, words_of
from reportedly.lexicons import Lexicons, Organisation, Person, State
from reportedly.records import Actor

Entry = State | Organisation | Person


class Names:
    """Finds names in text by longest match; case counts."""

    def __init__(self, lexicons: Lexicons) -> None:
        self._by_word: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        entries: list[Entry] = [
            *lexicons.table(State),
            *lexicons.table(Organisation),
            *lexicons.table(Person),
        ]
        for entry in entries:
            for name in _names(entry):
                parts = tuple(word.text for word in words_of(name))
                if parts:
                    self._by_word.setdefault(parts[0], []).append((parts, entry))
        for found in self._by_word.values():
            found.sort(key=lambda pair: (-len(pair[0]), pair[1].id))

    def actors(self, text: str, start: int, end: int) -> list[Actor]:
        """Return who is named between two offsets, in text order."""
        words, found, at = words_of(text, start, end), list[Actor](), 0
        while at < len(words):
            hit = self._at(words, at)
            if hit is None:
                at += 1
                continue
            entry, size = hit
            first, last = words[at].start, words[at + size - 1].end
            if not _in_other_words(entry, text, first, last):
                found.append(_actor(entry, text, first, last))
            at += size
        return found

    def _at(self, words: list[Word], at: int) -> tuple[Entry, int] | None:
        for parts, entry in self._by_word.get(words[at].text, ()):
            if tuple(word.text for word in words[at : at + len(parts)]) == parts:
                return entry, len(parts)
        return None


def _names(entry: Entry) -> Iterator[str]:
    yield entry.name
    yield from entry.names
    if isinstance(entry, State):
        yield from (*entry.adjectives, *entry.seats, *filter(None, [entry.capital]))
    elif isinstance(entry, Person) and entry.short:
        yield entry.short


def _in_other_words(entry: Entry, text: str, first: int, last: int) -> bool:
    """Say whether the name stands in a phrase in which it is something else ("Swiss cheese")."""
    for phrase in entry.not_in:
        at = text.find(phrase, max(0, first - len(phrase)), last + len(phrase))
        if at >= 0 and at < last and first < at + len(phrase):
            return True
    return False


def _actor(entry: Entry, text: str, first: int, last: int) -> Actor:
    country = entry.code if isinstance(entry, State) else entry.country
    sectors = entry.sector if isinstance(entry, Organisation) else ()
    return Actor(
        start=first,
        end=last,
        text=text[first:last],
        name=entry.name,
        country=country,
        sector=sectors[0] if sectors else None,
        sectors=tuple(sectors),
        actor_id=entry.id,
    )
