"""Whom a sentence of the form "it was Chad that did it" sets apart: the clause tells of them."""

from __future__ import annotations

from reportedly.coding.sentences.table import (
    SUBJECTS,
    Row,
    hang,
    kid,
    kids,
    lies_below,
)


def repair_clefts(table: list[Row]) -> None:
    """Hang the clause on the noun that it tells of, and not on whoever is ruled out beside it.

    "It was not Chad but Mali that shelled it", "it was the rebels and not the army who did".
    """
    for be, row in enumerate(table):
        subject = kid(table, be, "nsubj") if row[1] == "be" else None
        noun = kid(table, be, "attr") if subject is not None else None
        if subject is None or noun is None or table[subject][0].lower() != "it":
            continue
        clause = _clause(table, be, noun)
        if clause is not None:
            hang(table, clause, "relcl", _told(table, _row(table, noun, be), clause))
            _contrasted(table, be, noun, clause)


def _clause(table: list[Row], be: int, noun: int) -> int | None:
    """Return the verb behind the noun whose subject or object is a relative pronoun."""
    family = _row(table, noun, be)
    for c in range(noun + 1, len(table)):
        _, _, tag, dep, head, _ = table[c]
        placed = (dep == "ccomp" and head == be) or (dep == "relcl" and head in family)
        if not (placed and tag[:2] == "VB" and c != be):
            continue
        if any(table[k][2] in {"WDT", "WP"} for k in kids(table, c, *SUBJECTS, "dobj")):
            return c
    return _behind_aside(table, be, noun)


def _behind_aside(table: list[Row], be: int, noun: int) -> int | None:
    """Return the clause that the parser hung inside an aside: "It was the clerks, hoping to sway
    the rest, who asked"."""
    if noun + 1 >= len(table) or table[noun + 1][0] != ",":
        return None
    for c in range(noun + 2, len(table)):
        _, _, tag, dep, head, _ = table[c]
        opens = next((k for k in kids(table, c, "nsubj") if table[k][2] == "WP"), None)
        if dep != "relcl" or tag[:2] != "VB" or opens is None or table[opens - 1][0] != ",":
            continue
        aside = (k for k in kids(table, be, "advcl") if noun < k)
        if any(lies_below(table, head, k) for k in aside):
            return c
    return None


def _row(table: list[Row], noun: int, be: int | None = None) -> list[int]:
    """Return the noun and those named with it; the parser hangs some on the verb be."""
    found = [noun]
    for k in kids(table, noun, "conj", "appos"):
        found += _row(table, k)
    beside = kids(table, be, "conj") if be is not None else ()
    return found + [k for k in beside if table[k][2][:2] == "NN" and k > noun]


def _told(table: list[Row], family: list[int], clause: int) -> int:
    """Return whom the clause is of: the noun behind "but" where there is one, else the first."""
    before = [k for k in family if k < clause]
    for k in before[1:]:
        but = any(row[3] == "cc" and row[0].lower() == "but" for row in table[before[0] : k])
        if but and not _ruled_out(table, k):
            return k
    return before[0]


def _ruled_out(table: list[Row], k: int) -> bool:
    inside = [k, *(t for t, row in enumerate(table) if row[4] == k and t < k)]
    first = min(inside)
    return any(table[t][0].lower() == "not" for t in (*inside, max(first - 1, 0)))


def _contrasted(table: list[Row], be: int, noun: int, clause: int) -> None:
    """Hang "but Mali" behind the clause on the noun: "it was not Chad that did it but Mali"."""
    if kid(table, be, "neg") is None:
        return
    for k in range(clause + 1, len(table)):
        but = table[k][3] == "cc" and table[k][0].lower() == "but"
        if but and k + 1 < len(table):
            other = next((c for c in kids(table, table[k][4], "conj") if c > k), None)
            if other is not None and table[other][2][:2] == "NN":
                hang(table, k, "cc", noun)
                hang(table, other, "conj", noun)
