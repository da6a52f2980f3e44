"""What single files of the built-in lexicons hold: names by id, and the words of a class."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from reportedly.lexicons.cache import code_digest, kept
from reportedly.lexicons.entries import read_file
from reportedly.lexicons.load import built_in
from reportedly.lexicons.schema import Organisation, Person, State, WordClass

_FOLDERS = ("states", "organisations", "persons")


class LookedUp(Struct, frozen=True):
    """The names of one entry, the main one first, and its item; None where there is none."""

    names: tuple[str, ...]
    wikidata: str | None = None


@cache
def looked_up() -> dict[str, LookedUp]:
    """Return id → names and item of every state, organisation and person."""
    key = code_digest("lexicons/*.py", *(f"lexicons/data/{name}/*.toml" for name in _FOLDERS))
    return kept("look_up", key, dict[str, LookedUp], _read)


def _read() -> dict[str, LookedUp]:
    found: dict[str, LookedUp] = {}
    for path in (path for name in _FOLDERS for path in sorted((built_in() / name).glob("*.toml"))):
        for _, entry in read_file(path, path.name)[0]:
            if isinstance(entry, State | Organisation | Person):
                short = entry.short if isinstance(entry, Person) else None
                names = (entry.name, *entry.names, *([short] if short else []))
                found[entry.id] = LookedUp(names, entry.wikidata)
    return found


def class_words(file: str, ending: str) -> frozenset[str]:
    """Return the words of those classes in a file of classes/ whose names end so."""
    found, _ = read_file(built_in() / "classes" / file, file)
    mine = (one for _, one in found if isinstance(one, WordClass) and one.name.endswith(ending))
    return frozenset(word for one in mine for word in one.words)
