"""A subject with an age between commas, which the parser hung on the preposition before it.

"Asked how Leo Berg, 49, escaped after shooting two guards": Berg escaped and shot.
"""

from __future__ import annotations

from reportedly.coding.sentences.table import FINITE, Row, has

#: what a verb has that needs no subject more
_SUBJECTS = ("nsubj", "nsubjpass", "mark", "expl")
#: "NAME , 49 , verb"
_WIDTH = 5


def repair_age(table: list[Row]) -> None:
    """Make the name before an age the subject of the finite verb behind it that has none."""
    for v in range(_WIDTH - 1, len(table)):
        word, lemma, tag, dep, _, start = table[v]
        name, comma, age, other = table[v - 4 : v]
        aged = comma[0] == other[0] == "," and age[2] == "CD" and age[3:5] == ("appos", v - 4)
        loose = dep == "advcl" and tag in FINITE and name[3] in {"pobj", "dobj"}
        if aged and loose and name[2] == "NNP" and not has(table, v, *_SUBJECTS):
            table[v - 4] = (*name[:3], "nsubj", v, name[5])
            p = name[4]
            table[v] = (word, lemma, tag, "pcomp" if name[3] == "pobj" else dep, p, start)
