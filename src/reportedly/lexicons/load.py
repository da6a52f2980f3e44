"""Lexicon layers → one set of tables: entries laid over each other, classes of words expanded."""

from __future__ import annotations

import hashlib
import types
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

from reportedly.errors import LexiconError
from reportedly.lexicons import layers as layer_room
from reportedly.lexicons.cache import digest_of, kept
from reportedly.lexicons.classes import expanded_tables
from reportedly.lexicons.entries import entries_in
from reportedly.lexicons.layers import Layer
from reportedly.lexicons.own_actors import Tables, content_of, laid_over
from reportedly.lexicons.schema import TABLES, Entry, Predicate, WordClass


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All entries by table name, in id order, with a digest of what was read.

    Two layers with the same digest make the same claims.
    key: under which what is made of the entries can be kept; empty when nothing can
    """

    tables: Mapping[str, tuple[Entry, ...]]
    digest: str
    key: str = ""

    def table[E: Entry](self, kind: type[E]) -> tuple[E, ...]:
        """Return the entries of one class, in id order."""
        for name, cls in TABLES.items():
            if cls is kind:
                return self.tables.get(name, ())  # type: ignore[return-value]
        raise KeyError(kind)

    @property
    def classes(self) -> dict[str, tuple[str, ...]]:
        """The words of each class, by its name."""
        return {entry.name: entry.words for entry in self.table(WordClass)}

    def values(self, name: str) -> Mapping[str, str]:
        """Return what each word of a class says. Raises LexiconError where there is none."""
        return self._class(name).values

    def words(self, name: str) -> frozenset[str]:
        """Return the words of the class of that name. Raises LexiconError where there is none."""
        return frozenset(self._class(name).words)

    def _class(self, name: str) -> WordClass:
        classes = {entry.name: entry for entry in self.table(WordClass)}
        if name not in classes:
            raise LexiconError("classes", name, "no such class", found=name, allowed=classes)
        return classes[name]

    def __len__(self) -> int:
        return sum(len(entries) for entries in self.tables.values())


Laid = dict[str, tuple[Entry, ...]]


def _laid(tables: Tables, layer: Layer) -> Laid:
    """Return the tables with a layer over them. Within one layer an id may stand once only."""
    entries = {entry.id: (table, entry) for table, rows in tables.items() for entry in rows}
    here: dict[str, str] = {}
    for name, content in layer.files:
        shown = layer.shown(name)
        found, removed = entries_in(content, shown)
        for gone in removed:
            if gone not in entries:
                raise LexiconError(shown, gone, "nothing to remove", found=gone, allowed=entries)
            del entries[gone]
        for table, entry in found:
            if entry.id in here:
                raise LexiconError(shown, entry.id, f"id already used in {here[entry.id]}")
            here[entry.id] = shown
            entries[entry.id] = (table, entry)
    laid: dict[str, list[Entry]] = {name: [] for name in TABLES}
    for name in sorted(entries):
        table, entry = entries[name]
        laid[table].append(entry)
    return {name: tuple(rows) for name, rows in laid.items()}


def _expanded(tables: Tables, known: set[str], files: Mapping[str, str]) -> Laid:
    """Return the tables with the words of classes in place of their names.

    known: ids of all layers, removed ones too; files: id → its file, for messages.
    """
    for entry in tables.get("predicate", ()):
        _check_over(entry, known, files)
    return expanded_tables(tables, files)


def _check_over(entry: Entry, known: set[str], files: Mapping[str, str]) -> None:
    """Raise LexiconError where `over` names an id that no layer has, removed or not."""
    for name in entry.over if isinstance(entry, Predicate) else ():
        if name not in known:
            problem = f"over names {name!r}, which there is not"
            raise LexiconError(
                files.get(entry.id, "?"), entry.id, problem, found=name, allowed=known
            )


def built_in() -> Path:
    """Return the folder of the lexicons that ship with the package."""
    with as_file(files("reportedly.lexicons") / "data") as folder:
        return Path(folder)


#: all tables as they are kept
_Kept = msgspec.defstruct(
    "_Kept",
    [(name, types.GenericAlias(tuple, (cls, ...))) for name, cls in TABLES.items()],
    frozen=True,
)


def _kept(key: str, make: Callable[[], Tables]) -> Tables:
    """Return the tables kept under key, else those that make returns."""
    found = kept("lexicons", key, _Kept, lambda: _Kept(**make()))
    return types.MappingProxyType({name: getattr(found, name) for name in TABLES})


def load(folders: Sequence[Path] = (), actors: Sequence[Path] = ()) -> Lexicons:
    """Return the built-in lexicons with the user's folders and actor files laid over them.

    Raises LexiconError for the first entry that does not fit its schema, and for a folder
    that does not exist; ActorsError for the first row of an actor file that does not fit.
    """
    files = tuple((str(path), content_of(path)) for path in actors)
    return _with_actors(tuple(folders), files) if files else _load(tuple(folders))


@cache
def _with_actors(folders: tuple[Path, ...], files: tuple[tuple[str, bytes], ...]) -> Lexicons:
    base = _load(folders)
    digest = hashlib.blake2b(base.digest.encode(), digest_size=8)
    for _, content in files:
        digest.update(hashlib.blake2b(content).digest())
    parts = (part for path, content in files for part in (Path(path).name.encode(), content))
    key = digest_of((base.key.encode(), *parts))
    tables = _kept(key, lambda: laid_over(base.tables, files))
    return Lexicons(tables=tables, digest=digest.hexdigest(), key=key)


@cache
def _load(folders: tuple[Path, ...]) -> Lexicons:
    layers = (Layer.read(built_in(), own=True), *(Layer.read(folder) for folder in folders))
    key = layer_room.key(layers)
    tables = _kept(key, lambda: _compiled(layers))
    return Lexicons(tables=tables, digest=layer_room.digest(layers), key=key)


def _compiled(layers: tuple[Layer, ...]) -> Laid:
    """Return the tables of all layers together, classes expanded."""
    laid: list[Tables] = [_plain(layers[: n + 1]) for n in range(len(layers))]
    known = {entry.id for tables in laid for rows in tables.values() for entry in rows}
    try:
        return _expanded(laid[-1], known, {})
    except LexiconError:  # once more, now to say in which file
        return _expanded(laid[-1], known, _files(layers))


def _plain(layers: tuple[Layer, ...]) -> Tables:
    """Return the tables of the layers, each laid over those before it, classes by their names."""
    if not layers:
        return {}
    key = digest_of((layer_room.key(layers).encode(), b"classes by their names"))
    return _kept(key, lambda: _laid(_plain(layers[:-1]), layers[-1]))


def _files(layers: Sequence[Layer]) -> dict[str, str]:
    """Return id → the file that the entry stands in, the last of several."""
    return {
        entry.id: layer.shown(file)
        for layer in layers
        for file, content in layer.files
        for _, entry in entries_in(content, file)[0]
    }
