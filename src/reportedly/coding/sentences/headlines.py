"""Verbs of headlines, which the parser takes for nouns: "AU envoy deplores siege of El Fasher".

Trained on full sentences, it hangs the verb as a modifier on the object, and who condemns the
attack becomes the attacker.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import FINITE, Row, has, kid, kids, root_of

_FINITE = FINITE | {"MD"}
_MODIFIER = frozenset({"compound", "amod", "nmod", "nsubj"})
_OBJECT = frozenset({"dobj", "pobj"})


def repair_headline(table: list[Row], classes: Classify) -> None:
    """Give a headline its verb, a verb in -s its subject, and call objects in -s nouns."""
    root = root_of(table)
    if table[-1][0] not in {".", "?", "!"}:
        _main_participle(table, root)
    if table[root][2].startswith("NN") and table[-1][0] not in {".", "?", "!"}:
        if not (_governs(table, root) or _seat_foiling(table, root, classes)):
            _give_verb(table, root)
    elif table[root][2] == "VBZ":
        _give_subject(table, root)
        _count_hurt(table, root, classes)
    for i, row in enumerate(table):
        if row[2] == "VBZ" and row[3] in _OBJECT and not has(table, i, "nsubj"):
            table[i] = (*row[:2], "NNS", *row[3:])  # "rejects calls for a truce"


def _main_participle(table: list[Row], root: int) -> None:
    """Hang the participle that a headline ends in on whom it is about: "Man who stabbed two clerks
    jailed" jails no clerks."""
    clause = kid(table, root, "relcl")
    who = None if clause is None else kid(table, clause, "nsubj")
    if clause is None or who is None or table[who][2] not in {"WP", "WDT"} or root + 1 != who:
        return
    if table[root][2] == "UH":
        table[root] = (*table[root][:2], "NN", *table[root][3:])
    thing = kid(table, clause, "dobj")
    told = None if thing is None else kid(table, thing, "acl")
    if thing is None or told != thing + 1 or table[told][2] != "VBN":
        return
    if not any(row[2] in _FINITE and k > told for k, row in enumerate(table)):
        table[told] = (*table[told][:3], "acl", root, table[told][5])


def _count_hurt(table: list[Row], root: int, classes: Classify) -> None:
    """Make what is done to a number behind a comma a verb: "kills one, wounds two"."""
    for k in range(root + 2, len(table) - 1):
        word, _, tag, dep, head, start = table[k]
        verb, number = word.lower().removesuffix("s"), table[k + 1]
        joined = table[k - 1][0] in {",", "and"} and head == root and number[2] == "CD"
        if not joined or "effect_verbs" not in classes(word, verb):
            continue
        if tag == "NNS" and number[4] == k and dep in {"dobj", "conj", "appos", "dep"}:
            table[k] = (word, verb, "VBZ", "conj", root, start)
            table[k + 1] = (*number[:3], "dobj", *number[4:])
        elif tag == "VBZ" and dep == "dep":
            table[k] = (*table[k][:3], "conj", root, start)


def _governs(table: list[Row], root: int) -> bool:
    """Make a root with an object the verb it is: "Kenya police thwart attack", tagged a noun."""
    thing = kid(table, root, "dobj")
    if (
        thing is None
        or not 0 < root < thing
        or table[root][2] != "NN"
        or table[root - 1][3] not in _MODIFIER
    ):
        return False
    word, lemma, _, _, _, start = table[root]
    table[root] = (word, lemma, "VBP", "ROOT", root, start)
    _seat(table, root, {root})
    return True


def _seat_foiling(table: list[Row], root: int, classes: Classify) -> bool:
    """Make what stops a plot the verb: of "police foil gang plot" all come out as nouns.

    So do those of "police fire tear gas".
    """
    named = [i for i in range(1, len(table)) if table[i][2:4] == ("NN", "compound")]
    verb = next((i for i in named if _acts_on(table, i, classes)), None)
    if verb is None:
        return False
    before = table[verb - 1]
    if before[2] == "NN" and "authorities" not in classes(*before[:2]):
        return False  # "a tin foil plant"
    plot = _whole(table, verb)
    word, lemma, _, _, _, start = table[verb]
    table[verb] = (word, lemma, "VBP", "ROOT", verb, start)
    for k in list(kids(table, root)) if root != plot else ():
        if k not in {verb, plot, verb - 1}:
            table[k] = (*table[k][:4], verb, table[k][5])
    table[plot] = (*table[plot][:3], "dobj", verb, table[plot][5])
    _seat(table, verb, {root, verb, plot})
    return True


def _acts_on(table: list[Row], i: int, classes: Classify) -> bool:
    """Return whether noun i is a verb that stops what stands behind it, or fires it."""
    if "foiling_verbs" in classes(*table[i][:2]):
        return True
    thing = table[_whole(table, i)]
    return "firing_verbs" in classes(*table[i][:2]) and "things_fired" in classes(*thing[:2])


def _whole(table: list[Row], i: int) -> int:
    """Return the last noun of the compound that token i is part of."""
    i = table[i][4]
    while table[i][3] == "compound" and table[i][4] > i:
        i = table[i][4]
    return i


def _give_verb(table: list[Row], root: int) -> None:
    """Make the verb among the root's modifiers the root, what stands before it its subject."""
    verb = next((i for i in range(1, root) if _is_hidden(table, i, root)), None)
    if verb is None or any(_is_clause(table, i) for i in range(len(table)) if i != verb):
        return
    word, lemma, tag, _, _, start = table[verb]
    table[verb] = (word, lemma, tag, "ROOT", verb, start)
    table[root] = (*table[root][:3], "dobj", verb, table[root][5])
    _seat(table, verb, {root, verb})


def _is_clause(table: list[Row], i: int) -> bool:
    return table[i][2] in _FINITE and has(table, i, "nsubj", "nsubjpass")


def _is_hidden(table: list[Row], i: int, root: int) -> bool:
    """Return whether a token is tagged as a verb and hung as a modifier, a noun before it."""
    before = table[i - 1]
    return (
        table[i][2] in {"VBZ", "VBP"}
        and table[i][3] in {"compound", "amod", "nmod"}
        and table[i][4] == root
        and before[3] in _MODIFIER
        and before[2][:2] in {"NN", "JJ"}
    )


def _give_subject(table: list[Row], root: int) -> None:
    """Make the name or noun that hangs as a modifier before the root verb its subject."""
    if root == 0 or has(table, root, "nsubj", "nsubjpass", "csubj", "expl"):
        return
    before = table[root - 1]
    if before[3] in _MODIFIER and before[4] == root and before[0][:1].isalpha():
        _seat(table, root, {root})
        after = table[root + 1] if root + 1 < len(table) else before
        if after[2] == "VBG" and after[3:5] == ("acl", root):  # "slams killing of protesters"
            table[root + 1] = (*after[:2], "NN", "dobj", *after[4:])


def _seat(table: list[Row], verb: int, heads: set[int]) -> None:
    """Make the word before the verb its subject; modifiers that lost their head hang on it."""
    subject = verb - 1
    for i, (word, lemma, tag, dep, head, start) in enumerate(table[:verb]):
        if i == subject:
            noun = tag if tag.startswith("NN") else "NNP" if word[0].isupper() else "NN"
            table[i] = (word, lemma, noun, "nsubj", verb, start)
        elif head in heads and dep in _MODIFIER:
            table[i] = (word, lemma, tag, "amod" if tag == "JJ" else "compound", subject, start)
        elif head in heads and dep in {"det", "poss", "nummod"}:
            table[i] = (word, lemma, tag, dep, subject, start)
