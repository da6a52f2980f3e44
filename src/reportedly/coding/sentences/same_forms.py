"""Verbs whose past looks like their present: "beat", "put", "cut"."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row


def repair_same_forms(table: list[Row], classes: Classify) -> None:
    """Tell such a verb as past where its sentence tells of the past: "beat him and took it".

    The tagger often takes it for a present, and what was done once for what goes on.
    """
    if not any(row[2] == "VBD" for row in table):
        return
    for j, (word, lemma, tag, label, head, start) in enumerate(table):
        if tag == "VBP" and "same_past_verbs" in classes(word, lemma):
            table[j] = (word, lemma, "VBD", label, head, start)
