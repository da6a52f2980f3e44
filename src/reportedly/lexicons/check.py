"""Check lexicon folders against the schema: `python -m reportedly.lexicons.check [FOLDER …]`.

The sentences themselves are run by the coding room (`reportedly lexicon check`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from reportedly.errors import LexiconError
from reportedly.lexicons.classes import classes_of, expand
from reportedly.lexicons.load import built_in, built_in_classes, read_file
from reportedly.lexicons.marks import unmark
from reportedly.lexicons.schema import Entry, Predicate


def _sentences(shown: str, entry: Entry) -> Iterator[LexiconError]:
    for sentence in (*entry.yes, *entry.no):
        try:
            unmark(sentence)
        except ValueError as problem:
            yield LexiconError(shown, entry.id, str(problem))


def _ties(entries: list[tuple[str, Predicate]]) -> Iterator[LexiconError]:
    """Yield one error for each two predicates that claim the same words with other results."""
    for (_, left), (shown, right) in combinations(entries, 2):
        same = (left.particle, left.needs, left.not_with) == (
            right.particle,
            right.needs,
            right.not_with,
        )
        if same and (left.type, left.mode, left.kind) != (right.type, right.mode, right.kind):
            yield LexiconError(shown, right.id, f"claims the same words as {left.id!r}")


def problems_of(folder: Path) -> tuple[int, list[LexiconError]]:
    """Return how many entries fit and every problem found in folder, files in order."""
    problems: list[LexiconError] = []
    rows: list[tuple[str, Entry]] = []
    seen: dict[str, str] = {}
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
            problems += _sentences(shown, entry)
            rows.append((shown, entry))
    expanded, slips = _expanded(folder, rows)
    return len(rows), [*problems, *slips, *_tied(expanded)]


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


def _tied(rows: list[tuple[str, Entry]]) -> Iterator[LexiconError]:
    words: dict[tuple[str, str], list[tuple[str, Predicate]]] = {}
    for shown, entry in rows:
        if isinstance(entry, Predicate):
            words.setdefault((entry.lemma, entry.pos), []).append((shown, entry))
    for entries in words.values():
        yield from _ties(entries)


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
