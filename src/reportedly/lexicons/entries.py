"""One lexicon file → frozen entries; a slip says where, what was found and what is allowed."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

from reportedly import ontology
from reportedly.errors import LexiconError
from reportedly.lexicons.classes import check_name
from reportedly.lexicons.schema import (
    TABLES,
    Entry,
    Office,
    Stance,
    WordClass,
)
from reportedly.lexicons.terms import CLASS_POS, EFFECTS, POS, STANCES, TRANSFERS
from reportedly.records import ClaimKind

_ITEM = re.compile(r"Q[1-9][0-9]*")


def _hints_of(cls: type[Entry]) -> dict[str, Any]:
    hints = get_type_hints(cls)
    return {item.name: hints[item.name] for item in fields(cls)}


_HINTS = {table: _hints_of(cls) for table, cls in TABLES.items()}


def _offices(rows: Iterable[Mapping[str, object]]) -> tuple[Office, ...]:
    return tuple(
        Office(
            role=str(row["role"]),
            sector=str(row["sector"]),
            start=_iso(row.get("from")),
            end=_iso(row.get("to")),
        )
        for row in rows
    )


def _iso(value: object) -> str | None:
    """Return a TOML date as ISO 8601, a string as it is, and None for None."""
    if isinstance(value, dt.date):
        return value.isoformat()
    return None if value is None else str(value)


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
        if key == "values":
            return {str(word): str(says) for word, says in value.items()}
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
    if (item := get("wikidata")) is not None and not _ITEM.fullmatch(str(item)):
        raise LexiconError(file, entry.id, f"wikidata is {item!r}; write an item such as 'Q39'")
    for context in get("contexts") or ():
        _one_of(file, entry, "contexts", context, known.contexts)
    if isinstance(entry, Stance):
        for key in ("stance", "negated"):
            _one_of(file, entry, key, get(key), STANCES)
        return
    for key in ("effect", "negated"):
        _one_of(file, entry, key, get(key), EFFECTS)
    if isinstance(entry, WordClass):
        _one_of(file, entry, "pos", entry.pos, CLASS_POS)
        check_name(entry, lambda problem: LexiconError(file, entry.id, problem))
        return
    _one_of(file, entry, "pos", get("pos"), (*POS, "phrase"))
    _one_of(file, entry, "lends", get("lends"), ("actor", "recipient", "nobody"))
    _one_of(file, entry, "transfer", get("transfer"), TRANSFERS)
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
    return entries_in(path.read_bytes(), shown)


def entries_in(content: bytes, shown: str) -> tuple[list[tuple[str, Entry]], list[str]]:
    """Return the (table, entry) pairs of a file's content and the ids that it removes."""
    try:
        text = content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        data = tomllib.loads(text)
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
