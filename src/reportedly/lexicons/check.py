"""Check lexicon folders against the schema: `python -m reportedly.lexicons.check [FOLDER …]`.

The sentences themselves are run by the coding room (`reportedly lexicon check`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicons.classes import classes_of, expand
from reportedly.lexicons.entries import read_file
from reportedly.lexicons.load import built_in, load
from reportedly.lexicons.marks import unmark
from reportedly.lexicons.own_word import holds, varied
from reportedly.lexicons.rows import built_in_classes
from reportedly.lexicons.schema import Entry, Predicate
from reportedly.lexicons.ties import over_slips, tied

#: verbs with that many `yes` sentences show the word in more than plain active clauses
_MANY = 3


def _sentences(shown: str, entry: Entry) -> Iterator[LexiconError]:
    for sentence in (*entry.yes, *entry.no):
        try:
            unmark(sentence)
        except ValueError as problem:
            yield LexiconError(shown, entry.id, str(problem))


def _twice(shown: str, entry: Entry, items: dict[str, str]) -> Iterator[LexiconError]:
    """Yield an error where another entry has the same item of Wikidata; items: item → entry."""
    item = getattr(entry, "wikidata", None)
    if item is not None and items.setdefault(item, entry.id) != entry.id:
        yield LexiconError(shown, entry.id, f"wikidata {item} is that of {items[item]!r}")


def _weak(shown: str, entry: Entry) -> Iterator[LexiconError]:
    """Yield an error where the sentences could not fail, or show the word in one light only."""
    if not holds(entry, entry.no):
        yield LexiconError(shown, entry.id, "no `no` sentence holds its own word")
    if not isinstance(entry, Predicate) or entry.pos != "verb":
        return
    if len(entry.yes) >= _MANY and not varied(entry):
        problem = "each `yes` sentence is plain and active; write one that is passive, nominal"
        yield LexiconError(shown, entry.id, f"{problem}, relative or quoted")


def _ties(rows: list[tuple[str, Entry]], others: list[Predicate]) -> Iterator[LexiconError]:
    """Yield one error for each two senses that may both be meant and say different things.

    others: senses of other layers, which are only compared with those of the rows.
    """
    files = {entry.id: shown for shown, entry in rows}
    words: dict[tuple[str, str], list[Predicate]] = {}
    for entry in (*others, *(entry for _, entry in rows)):
        if isinstance(entry, Predicate):
            words.setdefault((entry.lemma, entry.pos), []).append(entry)
    for entries in words.values():
        if any(entry.id in files for entry in entries):
            yield from _pairs(entries, files)


def _pairs(entries: list[Predicate], files: Mapping[str, str]) -> Iterator[LexiconError]:
    """Yield the errors among the senses of one word; files: id → file of those to judge."""
    for left, right in tied(entries):
        name = right.id if right.id in files else left.id
        other = left.id if name == right.id else right.id
        if name in files:
            problem = f"may be meant where {other!r} is; narrow one, or write over = [{other!r}]"
            yield LexiconError(files[name], name, problem)
    for entry in entries:
        if entry.id in files:
            yield from over_slips(files[entry.id], entry, entries)


def problems_of(folder: Path) -> tuple[int, list[LexiconError]]:
    """Return how many entries fit and every problem found in folder, files in order."""
    problems: list[LexiconError] = []
    rows: list[tuple[str, Entry]] = []
    seen: dict[str, str] = {}
    items: dict[str, str] = {}
    for path in sorted(folder.rglob("*.toml")):
        shown = str(path.relative_to(folder))
        try:
            found, _ = read_file(path, shown)
        except LexiconError as problem:
            problems.append(problem)
            continue
        for _, entry in found:
            if entry.id in seen:
                problems.append(
                    LexiconError(shown, entry.id, f"id already used in {seen[entry.id]}")
                )
            seen[entry.id] = shown
            problems += _twice(shown, entry, items)
            problems += _sentences(shown, entry)
            rows.append((shown, entry))
    expanded, slips = _expanded(folder, rows)
    weak = [slip for row in expanded for slip in _weak(*row)]
    ties = _ties(expanded, _other_layers(folder, expanded))
    return len(rows), [*problems, *slips, *weak, *ties]


def _expanded(
    folder: Path, rows: list[tuple[str, Entry]]
) -> tuple[list[tuple[str, Entry]], list[LexiconError]]:
    """Return the rows with their classes of words expanded, and the slips in naming them."""
    classes = classes_of([*built_in_classes(folder), *rows])
    found: list[tuple[str, Entry]] = []
    slips: list[LexiconError] = []
    for shown, entry in rows:
        try:
            found.append((shown, expand(shown, entry, classes)))
        except LexiconError as problem:
            slips.append(problem)
    return found, slips


def _other_layers(folder: Path, rows: list[tuple[str, Entry]]) -> list[Predicate]:
    """Return the built-in senses that the rows of a folder of one's own are laid over."""
    if folder.resolve() == built_in().resolve():
        return []
    own = {entry.id for _, entry in rows}
    return [entry for entry in load().table(Predicate) if entry.id not in own]


def main(arguments: list[str]) -> int:
    """Print every problem on standard error; return 1 when there is one, else 0."""
    bad = False
    for folder in [Path(name) for name in arguments] or [built_in()]:
        count, problems = problems_of(folder)
        for problem in problems:
            sys.stderr.write(f"error: {problem}\n")
        sys.stdout.write(f"{folder}: {count} entries, {len(problems)} problems\n")
        bad = bad or bool(problems)
    return int(bad)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
