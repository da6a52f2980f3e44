"""Gerunds behind prepositions: whose they are, and what hangs on them."""

from __future__ import annotations

from reportedly.coding.sentences.table import Row, hang, has, kids

#: how the parser hangs a gerund on its preposition
_BEHIND = frozenset({"pcomp", "pobj"})


def repair_gerunds(table: list[Row]) -> None:
    """Give gerunds behind prepositions their doer and their infinitive."""
    for j, row in enumerate(table):
        if row[2] == "VBG" and row[3] in _BEHIND:
            _own_doer(table, j)
            _own_infinitive(table, j)


def _own_doer(table: list[Row], j: int) -> None:
    """Make the name right before gerund j its subject: "worried about Chad bombing the port".

    The parser takes both for one noun.
    """
    if not has(table, j, "dobj") or has(table, j, "nsubj", "det", "amod"):
        return
    for k in kids(table, j, "compound"):
        if k == j - 1 and table[k][2] in {"NNP", "NNPS", "NNS"}:
            hang(table, k, "nsubj", j)
            hang(table, j, "pcomp", table[j][4])


def _own_infinitive(table: list[Row], j: int) -> None:
    """Hang the infinitive right behind gerund j on it: "accused of planning to shell the port".

    The parser hangs it on the verb above.
    """
    above = table[table[j][4]][4]
    for k in kids(table, above, "xcomp"):
        to = [t for t in kids(table, k, "aux") if table[t][2] == "TO"]
        if to == [j + 1] and table[k][2] == "VB":
            hang(table, k, "xcomp", j)
            hang(table, j, "pcomp", table[j][4])
