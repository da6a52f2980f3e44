"""An apposition that tells of the body named right before it, which the parser hung on a person.

"Christine Moreau, a clerk at Interpol, the body that hunted him": it is Interpol that hunted.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row, kids, lies_below

_FIRST = frozenset({"masculine_names", "feminine_names"})


def repair_appositions(table: list[Row], classes: Classify) -> None:
    """Hang "the body that …" on the name before it, and a name on whom it names.

    classes: word and lemma → their classes of words.
    """
    for k in range(3, len(table)):
        _whose_name(table, k, classes)
    for k, (word, lemma, tag, dep, person, start) in enumerate(table):
        if dep != "appos" or tag != "NN" or "body_nouns" not in classes(word, lemma):
            continue
        offices = [o for o in kids(table, person, "appos") if o < k]
        office = next((o for o in offices if "people_nouns" in classes(*table[o][:2])), None)
        first = min([k, *kids(table, k, "det", "amod", "compound", "poss", "nummod")])
        named = first - 2
        if office is None or named < office or table[first - 1][0] != ",":
            continue
        body = table[named][3] == "pobj" and table[named][2] in {"NNP", "NN", "JJ"}
        if body and lies_below(table, named, office) and table[person][2] == "NNP":
            table[k] = (word, lemma, tag, dep, named, start)


def _whose_name(table: list[Row], k: int, classes: Classify) -> None:
    """Hang a person's name on the person, not on the place: "a resident of the town, Ann Hale"."""
    word, lemma, tag, dep, place, start = table[k]
    first = min([k, *kids(table, k, "compound")])
    named = tag == "NNP" and first < k and bool(_FIRST & set(classes(*table[first][:2])))
    if dep != "appos" or not named or table[first - 1][0] != "," or table[place][3] != "pobj":
        return
    above = table[table[place][4]]
    somebody = above[4]
    person = table[somebody][2] == "NN" and "people_nouns" in classes(*table[somebody][:2])
    thing = table[place][2] in {"NN", "NNP"} and "people_nouns" not in classes(*table[place][:2])
    if above[3] == "prep" and person and thing:
        table[k] = (word, lemma, tag, dep, somebody, start)
