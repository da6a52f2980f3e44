"""Word classes: "@officials" in a word list stands for the words of the class of that name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from reportedly.errors import LexiconError
from reportedly.lexicons.schema import TABLES, Conditions, Entry, WordClass

#: classes that the coder finds in the text itself; no list of words may take their names
CONDITIONS = (
    "@actor @somebody @doer @state @person @armed @official @politician @media @company @good "
    "@event @hostile @clause @told @infinitive @undergone @undone @number @any @none"
).split()
#: keys of entries whose words may be classes
_LISTS = ("words", "lemmas", "units", "not_in")
_CONDITIONS = ("needs", "not_with")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(slots=True)
class Classes:
    """The word classes of all layers, by name.

    files  class name → the file that it stands in, for messages
    """

    entries: Mapping[str, WordClass]
    files: Mapping[str, str]
    _found: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _under_way: list[str] = field(default_factory=list)

    def words(self, name: str) -> tuple[str, ...]:
        """Return the words of a class; those of the classes that it names, too."""
        if name in self._found:
            return self._found[name]
        entry, shown = self.entries[name], self.files[name]
        if name in self._under_way:
            path = " → ".join(f"@{one}" for one in (*self._under_way, name))
            raise LexiconError(shown, entry.id, f"holds itself: {path}")
        self._under_way.append(name)
        words = self.expanded(shown, entry.id, (*entry.words, *entry.values))
        self._under_way.pop()
        builtin = next((word for word in words if is_condition(word)), None)
        if builtin is not None:
            raise LexiconError(shown, entry.id, f"{builtin!r} is found in the text, no word")
        self._found[name] = words
        return words

    def expanded(self, shown: str, name: str, words: tuple[str, ...]) -> tuple[str, ...]:
        """Return a word list with the words of its classes in their places, none twice."""
        if not any(word.startswith("@") for word in words):
            return words
        found: dict[str, None] = {}
        for word in words:
            found.update(dict.fromkeys(self._meant(shown, name, word)))
        return tuple(found)

    def _meant(self, shown: str, name: str, word: str) -> tuple[str, ...]:
        if not word.startswith("@") or is_condition(word):
            return (word,)
        if word[1:] not in self.entries:
            allowed = [*CONDITIONS, *(f"@{one}" for one in self.entries)]
            raise LexiconError(
                shown, name, f"{word!r} is no class of words", found=word, allowed=allowed
            )
        return self.words(word[1:])


def is_condition(word: str) -> bool:
    """Return whether a word asks for something in the text: "@actor", "@good:arms"."""
    return word in CONDITIONS or word.startswith("@good:")


def expand[E: Entry](shown: str, entry: E, classes: Classes) -> E:
    """Return the entry with the words of classes in place of their names.

    Raises LexiconError, which names shown and the entry, for a class that does not exist.
    """
    if isinstance(entry, WordClass):
        return replace(entry, words=classes.words(entry.name))
    changed: dict[str, object] = {}
    for key, value in _lists(entry):
        if isinstance(value, tuple):
            new: object = classes.expanded(shown, entry.id, value)
        else:
            new = {slot: classes.expanded(shown, entry.id, words) for slot, words in value.items()}
        if new != value:
            changed[key] = new
    return replace(entry, **changed) if changed else entry  # type: ignore[arg-type]


def _lists(entry: Entry) -> Iterable[tuple[str, tuple[str, ...] | Conditions]]:
    """Yield (key, words) of the entry's keys that may hold classes."""
    for key in _KEYS[type(entry)]:
        yield key, getattr(entry, key)


def _keys_of(cls: type[Entry]) -> tuple[str, ...]:
    """Return the keys of a table's entries that may hold classes."""
    names = {item.name for item in fields(cls)}
    return tuple(key for key in (*_LISTS, *_CONDITIONS) if key in names)


_KEYS = {cls: _keys_of(cls) for cls in TABLES.values()}


def classes_of(rows: Iterable[tuple[str, Entry]]) -> Classes:
    """Return the classes among (file, entry) rows; a later one of the same id replaces."""
    found = [(shown, entry) for shown, entry in rows if isinstance(entry, WordClass)]
    return Classes(
        {entry.name: entry for _, entry in found}, {entry.name: shown for shown, entry in found}
    )


def expanded_tables(
    tables: Mapping[str, Iterable[Entry]], files: Mapping[str, str]
) -> dict[str, tuple[Entry, ...]]:
    """Return the tables with the words of classes in place of their names.

    files: id → how the entry's file is called in messages. Raises LexiconError as expand does.
    """
    rows = (entry for entries in tables.values() for entry in entries)
    classes = classes_of((files.get(entry.id, "?"), entry) for entry in rows)
    return {
        name: tuple(expand(files.get(entry.id, "?"), entry, classes) for entry in entries)
        for name, entries in tables.items()
    }


def check_name(entry: WordClass, slip: Callable[[str], LexiconError]) -> None:
    """Raise the slip where a class's name is none or its id does not follow from it."""
    if f"@{entry.name}" in CONDITIONS:
        raise slip(f"name {entry.name!r} belongs to a condition that is built in")
    if not _NAME.fullmatch(entry.name):
        raise slip(f"name {entry.name!r} is no word in lower case with _ between its parts")
    if entry.id != f"class.{entry.name}":
        raise slip(f"the id of this class is 'class.{entry.name}'")
    if not entry.words and not entry.values:
        raise slip("words missing")
