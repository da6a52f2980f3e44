"""What somebody is charged with, told before the word: "faces murder and kidnapping charges".

The parser takes a word in -ing for a verb that has the charges as its object, or the first crime of
a list for the thing that is faced; whoever brings such charges then commits the crime.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row, hang, kids

#: how the charges hang where the crime before them hung as a clause
_AS_NOUN = {"pcomp": "pobj", "xcomp": "dobj", "ccomp": "dobj", "advcl": "dobj", "acl": "dobj",
            "csubj": "nsubj", "csubjpass": "nsubjpass", "amod": "dobj"}  # fmt: skip
_LINKS = frozenset({"and", "or", ","})
_OBJECTS = frozenset({"dobj", "conj"})


def repair_charges(table: list[Row], classes: Classify) -> None:
    """Hang the crimes on the charges that they stand before, and the charges where they hung."""
    for c in range(1, len(table)):
        word, lemma, tag = table[c][:3]
        if not tag.startswith("NN") or "crime_heads" not in classes(word, lemma):
            continue
        if _is_gerund(table, c - 1, c) and _is_crime(table, c - 1, classes):
            _take_place(table, c - 1, c)
        if (first := _first_crime(table, c, classes)) is not None:
            _take_place(table, first, c)
    for p, row in enumerate(table):
        if row[0].lower() == "of" and row[3] == "prep":
            _hang_on_verdict(table, p, classes)


def _hang_on_verdict(table: list[Row], p: int, classes: Classify) -> None:
    """Hang "of" on the verdict before it: "found guilty last month of murder"."""
    for k in kids(table, table[p][4], "oprd", "acomp"):
        if k < p and "verdict_words" in classes(table[k][0], table[k][1]):
            hang(table, p, "prep", k)
            return


def _is_gerund(table: list[Row], crime: int, charges: int) -> bool:
    """Return whether the charges are read as what is done by the word in -ing before them."""
    row = table[charges]
    return table[crime][2] in {"VBG", "NN"} and row[3] in _OBJECTS and row[4] == crime


def _is_crime(table: list[Row], k: int, classes: Classify) -> bool:
    word = table[k][0]
    return "crimes" in classes(word, word.lower())


def _first_crime(table: list[Row], charges: int, classes: Classify) -> int | None:
    """Return the bare crime on which the charges hang as on its equal: "assault and theft charges",
    or None."""
    first = table[charges][4]
    if table[charges][3] != "conj" or not first < charges - 1:
        return None
    while table[first][3] == "conj" and table[table[first][4]][2] == "NN":
        first = table[first][4]
    between = range(first, charges)
    bare = all(table[k][0].lower() in _LINKS or _is_crime(table, k, classes) for k in between)
    return first if bare and not any(True for _ in kids(table, first, "det", "poss")) else None


def _take_place(table: list[Row], crime: int, charges: int) -> None:
    """Let the charges hang where the crime hung, and the crime and those beside it on them."""
    first = crime
    while table[first][3] == "conj" and table[table[first][4]][2] in {"NN", "VBG"}:
        first = table[first][4]  # "murder and kidnapping charges"
    label, up = table[first][3:5]
    if up == first:
        return
    for k in list(kids(table, first)) + (list(kids(table, crime)) if crime != first else []):
        if k < charges and table[k][3] in {"conj", "cc", "punct"}:
            continue
        hang(table, k, table[k][3], charges)
    hang(table, charges, _AS_NOUN.get(label, label), up)
    hang(table, first, "compound" if first == charges - 1 else "nmod", charges)
    for k in range(first, charges):
        word, _, tag, dep, head, start = table[k]
        if tag == "VBG":
            table[k] = (word, word.lower(), "NN", dep, head, start)
