"""Verbs cut short: "'s" that is "has"."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row, has, kid, kids


def repair_contracted(table: list[Row], classes: Classify) -> None:
    """Read "'s" as "has" where its participle has an object: "he's condemned the raid".

    "She's given a medal" may be done to her; "she's given Mali medals" is what she did, though the
    parser makes one phrase of "Mali medals".
    """
    for k, (word, _, _, dep, verb, start) in enumerate(table):
        goods = kid(table, verb, "dobj") if dep == "auxpass" else None
        if goods is None or word not in {"'s", "\u2019s"}:
            continue
        gives = "giving_verbs" in classes(table[verb][0], table[verb][1])
        if gives and not has(table, verb, "dative") and not _holds_receiver(table, verb, goods):
            continue
        table[k] = (word, "have", "VBZ", "aux", verb, start)
        for subject in kids(table, verb, "nsubjpass"):
            table[subject] = (*table[subject][:3], "nsubj", *table[subject][4:])


def _holds_receiver(table: list[Row], verb: int, goods: int) -> bool:
    """Return whether a name stands in front of what is given: "given Chad tanks"."""
    name = kid(table, goods, "compound", "nmod")
    named = name is not None and table[name][2] == "NNP" and table[goods][2][:3] != "NNP"
    return named and not has(table, verb, "agent")
