"""Read every lexicon file into frozen entries; a slip stops the run and says where and what."""

from __future__ import annotations

import hashlib
import tomllib
import types
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, get_type_hints

from reportedly import ontology
from reportedly.errors import LexiconError
from reportedly.lexicons.classes import check_name, expanded_tables
from reportedly.lexicons.own_actors import content_of, laid_over
from reportedly.lexicons.schema import (
    CLASS_POS,
    EFFECTS,
    POS,
    TABLES,
    Entry,
    Office,
    Predicate,
    WordClass,
    iso,
)
from reportedly.records import ClaimKind


@dataclass(frozen=True, slots=True)
class Lexicons:
    """All entries by table name, in id order, with a digest of what was read.

    Two layers with the same digest make the same claims.
    """

    tables: Mapping[str, tuple[Entry, ...]]
    digest: str

    def table[E: Entry](self, kind: type[E]) -> tuple[E, ...]:
        """Return the entries of one class, in id order."""
        for name, cls in TABLES.items():
            if cls is kind:
                return self.tables.get(name, ())  # type: ignore[return-value]
        raise KeyError(kind)

    def words(self, name: str) -> frozenset[str]:
        """Return the words of the class of that name. Raises LexiconError where there is none."""
        classes = {entry.name: entry for entry in self.table(WordClass)}
        if name not in classes:
            raise LexiconError("classes", name, "no such class", found=name, allowed=classes)
        return frozenset(classes[name].words)

    def __len__(self) -> int:
        return sum(len(entries) for entries in self.tables.values())


def _hints_of(cls: type[Entry]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {item.name: hints[item.name] for item in fields(cls)}


_HINTS = {table: _hints_of(cls) for table, cls in TABLES.items()}


def _offices(rows: Iterable[Mapping[str, object]]) -> tuple[Office, ...]:
    return tuple(
        Office(
            role=str(row["role"]),
            sector=str(row["sector"]),
            start=iso(row.get("from")),
            end=iso(row.get("to")),
        )
        for row in rows
    )


def _value(table: str, key: str, value: object) -> object:
    """Return value in the form that the field wants: lists become tuples; TypeError otherwise."""
    hint = str(_HINTS[table][key])
    if key == "offices":
        return _offices(value)  # type: ignore[arg-type]
    if key == "kind" and table == "predicate":
        return ClaimKind(str(value))
    if isinstance(value, dict):
        if "Mapping" not in hint:
            raise TypeError("a table")
        return {slot: tuple(words) for slot, words in value.items()}
    if isinstance(value, list):
        if "tuple" not in hint or not all(isinstance(word, str) for word in value):
            raise TypeError("a list")
        return tuple(value)
    if hint.startswith("tuple") or "Mapping" in hint:
        raise TypeError(f"{value!r}, not a list")
    if isinstance(value, bool) != ("bool" in hint):
        raise TypeError(repr(value))
    return value


def _entry(file: str, table: str, row: Mapping[str, object]) -> Entry:
    cls = TABLES[table]
    name = str(row.get("id", "?"))
    hints = _HINTS[table]
    values: dict[str, object] = {}
    for key, value in row.items():
        if key not in hints:
            raise LexiconError(file, name, f"unknown key {key!r}", found=key, allowed=hints)
        try:
            values[key] = _value(table, key, value)
        except (TypeError, KeyError, ValueError, AttributeError) as problem:
            raise LexiconError(file, name, f"{key} cannot be {problem}") from problem
    missing = [key for key in ("id", "source", "yes") if not values.get(key)]
    if missing:
        raise LexiconError(file, name, f"{', '.join(missing)} missing")
    try:
        entry = cls(**values)  # type: ignore[arg-type]
    except TypeError as problem:
        raise LexiconError(file, name, str(problem).partition(": ")[2] or str(problem)) from problem
    _check_words(file, entry)
    return entry


def _one_of(file: str, entry: Entry, key: str, found: str | None, allowed: Iterable[str]) -> None:
    choices = list(allowed)
    if found is not None and found not in choices:
        raise LexiconError(file, entry.id, f"{key} is {found!r}", found=found, allowed=choices)


def _check_words(file: str, entry: Entry) -> None:
    """Raise LexiconError where a closed field holds a word outside its list."""
    known = ontology.load()

    def get(key: str) -> Any:
        return getattr(entry, key, None)

    sectors = get("sector")
    for sector in (sectors,) if isinstance(sectors, str) else sectors or ():
        _one_of(file, entry, "sector", sector, known.sectors)
    for office in get("offices") or ():
        _one_of(file, entry, "sector", office.sector, known.sectors)
    for context in get("contexts") or ():
        _one_of(file, entry, "contexts", context, known.contexts)
    for key in ("effect", "negated"):
        _one_of(file, entry, key, get(key), EFFECTS)
    if isinstance(entry, WordClass):
        _one_of(file, entry, "pos", entry.pos, CLASS_POS)
        check_name(entry, lambda problem: LexiconError(file, entry.id, problem))
        return
    _one_of(file, entry, "pos", get("pos"), (*POS, "phrase"))
    _one_of(file, entry, "lends", get("lends"), ("actor", "recipient"))
    kind, mode = get("type"), get("mode")
    _one_of(file, entry, "type", kind, known.types)
    if mode is not None and kind is not None:
        _one_of(file, entry, "mode", mode, known.types[kind].modes)
    if get("kind") is ClaimKind.EVENT and kind is None:
        raise LexiconError(file, entry.id, "an event needs a type", allowed=known.types)


def read_file(path: Path, shown: str) -> tuple[list[tuple[str, Entry]], list[str]]:
    """Return the (table, entry) pairs of one file and the ids that it removes.

    Raises LexiconError naming shown (how the file is called in messages).
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise LexiconError(shown, "?", f"not TOML: {problem}") from problem
    removed = [str(item) for item in data.pop("remove", [])]
    found: list[tuple[str, Entry]] = []
    for table, rows in data.items():
        if table not in TABLES or not isinstance(rows, list):
            raise LexiconError(
                shown, table, "no such table; write [[name]]", found=table, allowed=TABLES
            )
        found += [(table, _entry(shown, table, row)) for row in rows]
    return found, removed


def _layer(entries: dict[str, tuple[str, Entry]], folder: Path, own: bool) -> dict[str, str]:
    """Lay one folder's files over entries, and return its ids, each with its file.

    Within one folder an id may stand once only.
    """
    here: dict[str, str] = {}
    below = set(entries)
    for path in sorted(folder.rglob("*.toml")):
        shown = str(path.relative_to(folder) if own else path)
        found, removed = read_file(path, shown)
        for name in removed:
            if name not in entries:
                raise LexiconError(
                    shown, name, "nothing to remove", found=name, allowed=list(entries)
                )
            del entries[name]
        for table, entry in found:
            if entry.id in here:
                raise LexiconError(shown, entry.id, f"id already used in {here[entry.id]}")
            here[entry.id] = shown
            entries[entry.id] = (table, entry)
    known = below | here.keys()
    for name, shown in here.items():
        if name in entries:  # a later file may have removed it
            _check_over(shown, entries[name][1], known)
    return here


def _check_over(shown: str, entry: Entry, known: Collection[str]) -> None:
    """Raise LexiconError where `over` names an id that neither this layer nor one below has."""
    for name in entry.over if isinstance(entry, Predicate) else ():
        if name not in known:
            problem = f"over names {name!r}, which there is not"
            raise LexiconError(shown, entry.id, problem, found=name, allowed=known)


def built_in() -> Path:
    """Return the folder of the lexicons that ship with the package."""
    with as_file(files("reportedly.lexicons") / "data") as folder:
        return Path(folder)


def _digest(folders: Iterable[Path]) -> str:
    digest = hashlib.blake2b(digest_size=8)
    for folder in folders:
        for path in sorted(folder.rglob("*.toml")):
            digest.update(path.relative_to(folder).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


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
    tables = laid_over(base.tables, files)
    digest = hashlib.blake2b(base.digest.encode(), digest_size=8)
    for _, content in files:
        digest.update(hashlib.blake2b(content).digest())
    return Lexicons(tables=types.MappingProxyType(tables), digest=digest.hexdigest())


@cache
def _load(folders: tuple[Path, ...]) -> Lexicons:
    entries: dict[str, tuple[str, Entry]] = {}
    files = _layer(entries, built_in(), own=True)
    for folder in folders:
        if not folder.is_dir():
            raise LexiconError(str(folder), "?", "no such folder")
        files |= _layer(entries, folder, own=False)
    tables: dict[str, list[Entry]] = {name: [] for name in TABLES}
    for name in sorted(entries):
        table, entry = entries[name]
        tables[table].append(entry)
    frozen = types.MappingProxyType(expanded_tables(tables, files))
    return Lexicons(tables=frozen, digest=_digest((built_in(), *folders)))
