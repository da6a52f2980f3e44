"""The rows of a sentence while the parse is put right: what every repair asks of them.

A row is (word, lemma, tag, dependency, head, offset); rows are replaced in place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Row = tuple[str, str, str, str, int, int]

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
#: tags of verbs that need no auxiliary
FINITE = frozenset({"VBD", "VBZ", "VBP"})


def root_of(table: Sequence[Row]) -> int:
    """Return which row is the root; 0 where none is."""
    return next((i for i, row in enumerate(table) if row[4] == i), 0)


def kids(table: list[Row], i: int, *deps: str) -> Iterator[int]:
    """Yield the dependents of row i: those with one of the labels, or all where none is given."""
    held = (k for k, row in enumerate(table) if row[4] == i != k)
    return (k for k in held if not deps or table[k][3] in deps)


def kid(table: list[Row], i: int, *deps: str) -> int | None:
    """Return the first dependent of row i with one of the labels, or None."""
    return next(kids(table, i, *deps), None)


def has(table: list[Row], i: int, *deps: str) -> bool:
    """Return whether row i has a dependent with one of the labels."""
    return kid(table, i, *deps) is not None


def hang(table: list[Row], i: int, dep: str, head: int) -> None:
    """Hang row i on another one, by a label."""
    table[i] = (*table[i][:3], dep, head, table[i][5])


def is_finite(table: list[Row], verb: int) -> bool:
    """Return whether a verb has a tense: its own, or that of an auxiliary."""
    helped = any(table[k][2] in FINITE | {"MD"} for k in kids(table, verb, "aux", "auxpass"))
    return helped or table[verb][2] in FINITE


def subject_label(table: list[Row], verb: int) -> str:
    """Return by which label a verb's subject hangs on it: active or passive."""
    return "nsubjpass" if has(table, verb, "auxpass") else "nsubj"


def lies_below(table: list[Row], i: int, top: int) -> bool:
    """Return whether row i lies below row top, at whatever depth."""
    for _ in table:
        if table[i][4] in (i, top):
            break
        i = table[i][4]
    return table[i][4] == top != i


def path(table: list[Row], i: int) -> Iterator[int]:
    """Yield the rows above row i up to the root, row i itself left out."""
    while table[i][4] != i:
        i = table[i][4]
        yield i


def begins(table: list[Row], i: int) -> int:
    """Return where the phrase of row i begins: the first row below it, or row i."""
    return next((k for k in range(i) if lies_below(table, k, i)), i)


def is_tree(table: list[Row]) -> bool:
    """Return whether every row leads to a root, which is its own head."""
    leads: set[int] = set()
    for i in range(len(table)):
        passed: set[int] = set()
        while i not in leads and table[i][4] != i:
            if i in passed:
                return False
            passed.add(i)
            i = table[i][4]
        leads |= passed | {i}
    return True
