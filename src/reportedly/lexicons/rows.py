"""The entries of one folder with the files that they stand in, as checks and exports want them."""

from __future__ import annotations

from pathlib import Path

from reportedly.lexicons.classes import classes_of, expand
from reportedly.lexicons.entries import read_file
from reportedly.lexicons.load import built_in
from reportedly.lexicons.schema import Entry


def rows_of(folder: Path) -> list[tuple[str, Entry]]:
    """Return (file, entry) of every lexicon file in the folder, classes of words expanded.

    A folder of the user's own may name the built-in classes. Raises LexiconError.
    """
    found = raw_rows(folder)
    classes = classes_of([*built_in_classes(folder), *found])
    return [(shown, expand(shown, entry, classes)) for shown, entry in found]


def raw_rows(folder: Path) -> list[tuple[str, Entry]]:
    """Return (file, entry) of every lexicon file in the folder, as written."""
    found: list[tuple[str, Entry]] = []
    for path in sorted(folder.rglob("*.toml")):
        shown = str(path.relative_to(folder))
        found += [(shown, entry) for _, entry in read_file(path, shown)[0]]
    return found


def built_in_classes(folder: Path) -> list[tuple[str, Entry]]:
    """Return (file, class) of the built-in classes, () where the folder is the built-in one."""
    return [] if folder.resolve() == built_in().resolve() else raw_rows(built_in() / "classes")
