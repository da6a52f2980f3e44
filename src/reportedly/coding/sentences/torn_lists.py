"""Lists of which the parser hung a member on the verb: "fired at him and two other officers".

Whoever is told second behind a preposition stands there, too, and is nobody that the verb is done
to; nor does whoever "faces murder and kidnapping charges" face a murder.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row, hang, has, kid, kids

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_LOOSE = frozenset({"dobj", "npadvmod", "conj", "dep", "attr"})
_MARKS = frozenset({",", "CC", "``", "''"})
#: before a list of what is asked for, said or blamed; behind "to" stands who gets what is listed
_LISTING = frozenset({"about", "for", "of", "over"})
_OPENING = frozenset(
    {"DT", "PRP$", "JJ", "JJR", "RB", "RBR", "CD", "NN", "NNP", "NNS", "VBG", "VBN"}
)


def repair_torn_lists(table: list[Row], classes: Classify) -> None:
    """Join members of a list behind a preposition, and what somebody is charged with.

    classes: word and lemma → their classes of words.
    """
    for k in range(2, len(table)):
        if "charge_nouns" in classes(*table[k][:2]) and table[k][2] in {"NN", "NNS"}:
            _charges(table, k)
    for p, row in enumerate(table):
        behind = row[3] in {"prep", "dative"} and row[2] in {"IN", "TO"}
        if behind and table[row[4]][2][:2] == "VB":
            _behind_preposition(table, p, row[4])
            _another_gift(table, p, row[4])


def repair_second_effect(table: list[Row], classes: Classify) -> None:
    """Read a headline's second verb, tagged a noun: "Gunman kills 1, wounds 2 at tax office"."""
    for k in range(2, len(table) - 1):
        _second_effect(table, k, classes)


def _charges(table: list[Row], c: int) -> None:
    """Make bare nouns in a row what the charges behind them are of: "murder and rape charges"."""
    row = [c]
    for k in range(c - 1, 0, -1):
        bare = table[k][2] == "NN" and not has(table, k, "det", "poss", "prep")
        if not bare and table[k][0].lower() not in {"and", "or", ","}:
            break
        row.append(k)
    nouns = [k for k in reversed(row) if table[k][2] == "NN" and k != c]
    first = nouns[0] if len(nouns) > 1 else c
    label, head = table[first][3:5]
    split = table[c][4] in nouns and label in {"dobj", "pobj", "nsubj"} and head not in row
    if not split or has(table, c, "det", "poss"):
        return
    for k in list(kids(table, first)):
        if k > c:
            hang(table, k, table[k][3], c)
    hang(table, c, label, head)
    hang(table, first, "compound", c)
    for k in range(first + 1, c):
        if k in nouns:
            hang(table, k, "conj", first)
        elif table[k][0].lower() in {"and", "or", ","}:
            hang(table, k, "punct" if table[k][0] == "," else "cc", first)


def _behind_preposition(table: list[Row], p: int, verb: int) -> None:
    """Hang a noun that the verb has as an object on the noun before it in the phrase at p."""
    member = _last_member(table, p)
    if member is None or not verb < p:
        return
    loose = (k for k in kids(table, verb, *_LOOSE) if k > member and table[k][2] in _NOUNS)
    noun = next(loose, None)
    if noun is None:
        return
    between = [table[k] for k in range(member + 1, noun)]
    words = {row[0].lower() for row in between}
    if not between or not all(row[2] in _OPENING | _MARKS for row in between):
        return
    joined = table[member + 1][0].lower() == "and"
    word = table[p][0].lower()
    again = any(table[k][0].lower() == word for k in kids(table, noun, "prep"))
    taken = word in _LISTING and any(verb < k < p for k in kids(table, verb, "dobj"))
    listed = taken and "," in words and (has(table, noun, "cc") or "and" in words)
    if again or not (joined or listed):
        return  # "food to Chad and troops to Mali"
    hang(table, noun, "conj", member)


def _another_gift(table: list[Row], p: int, verb: int) -> None:
    """Set beside the verb a second thing with a receiver of its own: "sent food to Chad and troops
    to Mali" hands Chad no troops, nor the troops any food."""
    receiver, thing = kid(table, p, "pobj"), kid(table, verb, "dobj")
    if receiver is None or thing is None or not verb < thing < p:
        return
    word = table[p][0].lower()
    for k in list(kids(table, receiver, "conj")):
        other = k + 1 < len(table) and table[k + 1][0].lower() == word
        if other and table[k + 1][4] in {k, verb}:
            hang(table, k, "dep", verb)
            hang(table, k + 1, "prep", k)


def _last_member(table: list[Row], p: int) -> int | None:
    """Return the last noun of the list behind preposition p, or of what somebody is "of being"."""
    k = kid(table, p, "pobj")
    if k is None:
        gerund = kid(table, p, "pcomp")
        be = gerund is not None and table[gerund][1] == "be"
        k = kid(table, gerund, "attr") if be and gerund is not None else None
    while k is not None and (inner := kid(table, k, "conj")) is not None:
        k = inner
    return k


def _second_effect(table: list[Row], k: int, classes: Classify) -> None:
    word, _, tag, dep, verb, start = table[k]
    stem = word.lower().removesuffix("s")
    after = table[k + 1]
    told = after[2] == "CD" and after[4] == k and table[k - 1][0] in {",", "and", "&"}
    if tag != "NNS" or not told or table[verb][2] != "VBZ" or not verb < k:
        return
    if dep in _LOOSE and "effect_verbs" in classes(stem, stem):
        table[k] = (word, stem, "VBZ", "conj", verb, start)
        hang(table, k + 1, "dobj", k)
