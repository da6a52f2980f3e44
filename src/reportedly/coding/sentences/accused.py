"""A relative clause about whoever is accused, which the parser hung on the thing laid on them.

"Sanctions on companies that it accuses of arranging deals": the companies are accused.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row


def repair_accused(table: list[Row], classes: Classify) -> None:
    """Hang a clause of accusing on the people behind "on" or "against", not on the thing."""
    for i, (word, lemma, tag, dep, head, start) in enumerate(table):
        accuses = "blaming_verbs" in classes(word, lemma)
        if dep != "relcl" or not accuses or not _has_relative_object(table, i):
            continue
        last = max((k for k in range(head, i) if _laid_on(table, k, head)), default=None)
        if last is not None:
            table[i] = (word, lemma, tag, dep, last, start)


def _has_relative_object(table: list[Row], verb: int) -> bool:
    return any(
        row[4] == verb and row[3] == "dobj" and row[0].lower() in {"that", "which", "whom", "who"}
        for row in table[:verb]
    )


def _laid_on(table: list[Row], k: int, noun: int) -> bool:
    """Return whether noun k stands behind "on" or "against" of the other."""
    _, _, _, dep, p, _ = table[k]
    return dep == "pobj" and table[p][0].lower() in {"on", "against"} and table[p][4] == noun
