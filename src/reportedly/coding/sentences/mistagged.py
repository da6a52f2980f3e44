"""Words that the tagger takes for another kind of word, and the parse that follows from it."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import FINITE, SUBJECTS, Row, kid, kids

#: what may be an auxiliary; a modal has its own tag
_HELPING = frozenset({"be", "have", "do", "get", "let", "'s", "to"})


def repair_mistagged(table: list[Row], classes: Classify) -> None:
    """Give verbs taken for auxiliaries, and nouns taken for verbs, their own place."""
    for i, row in enumerate(table):
        finite = row[2] in FINITE and row[1] not in _HELPING and row[0].isalpha()
        if finite and (row[3] == "aux" or (row[3] == "nsubj" and row[2] == "VBD")):
            _free_verb(table, i)
        elif row[3] in SUBJECTS and row[2] == "VBZ" and kid(table, i, *SUBJECTS) is None:
            table[i] = (*row[:2], "NNS", *row[3:])  # "talks between the two ended"
        elif row[2] == "VBP" and _is_past(row):
            table[i] = (*row[:2], "VBD", *row[3:])  # "commandos retook it"
        elif row[2] == "VBZ" and kid(table, i, "mark") is not None:
            _subject_before(table, i)
        elif row[3] == "relcl":
            _told_clause(table, i, classes)
        elif row[2:4] == ("JJ", "dobj") and kid(table, i, "poss", "det") is not None:
            if "people_nouns" in classes(row[0], row[1]):
                table[i] = (*row[:2], "NN", *row[3:])  # "killed their captive"
        elif row[2:4] == ("VBG", "pcomp"):
            _describing(table, i)
        elif row[2:4] == ("VBG", "xcomp"):
            _harmed(table, i, classes)
        elif "undertakings" in classes(*row[:2]):
            _undertaking(table, i)


def _free_verb(table: list[Row], verb: int) -> None:
    """Make a verb hung on a participle the verb: "planes flew wounded men out" wounds nobody."""
    word, lemma, tag, _, false, start = table[verb]
    noun = kid(table, false, "dobj")
    if table[false][2] not in {"VBN", "VBD"} or noun is None or not verb < false < noun:
        return
    _, _, _, dep, head, _ = table[false]
    for k in list(kids(table, false)):
        table[k] = (*table[k][:4], verb, table[k][5])
    table[verb] = (word, lemma, tag, dep, verb if head == false else head, start)
    table[false] = (*table[false][:2], "VBN", "amod", noun, table[false][5])
    table[noun] = (*table[noun][:3], "dobj", verb, table[noun][5])


def _told_clause(table: list[Row], i: int, classes: Classify) -> None:
    """Make a clause that somebody is told what is said: "told the guild that she had asked for"
    speaks of no guild that she asked."""
    that, hearer = kid(table, i, "dobj"), table[i][4]
    if that is None or kid(table, i, "nsubj") is None or table[that][0].lower() != "that":
        return
    word, lemma, tag, dep, verb, _ = table[hearer]
    somebody = tag[:2] == "NN" and "told_nouns" not in classes(word, lemma)
    if dep == "dobj" and somebody and "telling_verbs" in classes(*table[verb][:2]):
        table[that] = (*table[that][:2], "IN", "mark", i, table[that][5])
        table[i] = (*table[i][:3], "ccomp", verb, table[i][5])


def _subject_before(table: list[Row], verb: int) -> None:
    """Make the name before a verb its subject, which the parser glued to it: "if Chad attacks"."""
    name = verb - 1
    if kid(table, verb, *SUBJECTS, "expl") is None and table[name][3:5] == ("compound", verb):
        table[name] = (*table[name][:3], "nsubj", verb, table[name][5])


def _is_past(row: Row) -> bool:
    """Return whether a "present" form is a past one: neither the lemma nor an auxiliary."""
    return row[0].isalpha() and row[0].lower() != row[1].lower() and row[1] not in _HELPING


def _describing(table: list[Row], i: int) -> None:
    """Make a participle behind a noun's "by" describe the noun: "a plot by serving men"."""
    by, noun = table[i][4], kid(table, i, "dobj")
    plan = table[by][4]
    if table[by][1] != "by" or table[plan][2][:2] != "NN" or noun != i + 1:
        return
    for k in list(kids(table, i)):
        if k != noun:
            dep = "acl" if table[k][3] in {"advcl", "xcomp"} else table[k][3]
            table[k] = (*table[k][:3], dep, plan, table[k][5])
    table[i] = (*table[i][:3], "amod", noun, table[i][5])
    table[noun] = (*table[noun][:3], "pobj", by, table[noun][5])


def _harmed(table: list[Row], i: int, classes: Classify) -> None:
    """Make a participle describe whoever is harmed: "shot fleeing villagers" flees nowhere."""
    verb, noun = table[i][4], kid(table, i, "dobj")
    if verb != i - 1 or noun is None or kid(table, verb, "dobj") is not None:
        return
    between = all(row[3] in {"amod", "compound"} for row in table[i + 1 : noun])
    if not between or "harming_verbs" not in classes(*table[verb][:2]):
        return
    for k in list(kids(table, i)):
        table[k] = (*table[k][:4], verb, table[k][5])
    table[i] = (*table[i][:3], "amod", noun, table[i][5])


def _undertaking(table: list[Row], i: int) -> None:
    """Make a plan that a headline's verb acts on a noun: "police foil gang's bid to bomb a bank".

    The parser makes it the verb of a clause: "police foil that the gang bid …".
    """
    word, lemma, tag, dep, head, start = table[i]
    subject, deed = kid(table, i, "nsubj"), kid(table, i, "xcomp")
    plain = table[-1][0] not in {".", "?", "!"} and kid(table, i, "aux", "mark", "dobj") is None
    if tag[:2] != "VB" or dep != "ccomp" or subject is None or deed is None or not plain:
        return
    if head < subject < i < deed and table[head][2] in FINITE:
        table[i] = (word, lemma, "NN", "dobj", head, start)
        table[subject] = (*table[subject][:3], "compound", i, table[subject][5])
        table[deed] = (*table[deed][:3], "acl", i, table[deed][5])
