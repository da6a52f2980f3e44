"""What a report is called: "called the claim baseless" has an object and a word for it."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row, has, kid, kids

_HELD = frozenset({"compound", "amod", "nmod", "det"})


def repair_untrue(table: list[Row], classes: Classify) -> None:
    """Part the object of a verb of naming from the word that it is called by.

    The parser makes one phrase of "the claim baseless" and two objects of "which … called a lie".
    """
    for k, (word, lemma, _, dep, verb, start) in enumerate(table):
        _called(table, k, classes)
        if "told_nouns" in classes(word, lemma) and dep in {"dobj", "npadvmod", "conj", "appos"}:
            _sum_up(table, k, classes)
        naming = dep in {"oprd", "dobj"} and "naming_verbs" in classes(*table[verb][:2])
        if not naming or not verb < k or "untrue_words" not in classes(word, lemma):
            continue
        which = next((w for w in kids(table, verb, "dobj") if table[w][2] == "WDT"), None)
        if dep == "dobj" and which is not None and which < verb:
            table[k] = (*table[k][:3], "oprd", verb, start)
        elif kid(table, verb, "dobj", "nsubjpass") in {None, k}:
            _part(table, k, verb)


def _called(table: list[Row], k: int, classes: Classify) -> None:
    """Make the later of two objects of a verb of naming what the first is called: "labelled the
    bishops enemies of the state"."""
    dep, verb = table[k][3:5]
    if dep != "dobj" or not verb < k or "naming_verbs" not in classes(*table[verb][:2]):
        return
    first = kid(table, verb, "dobj")
    named = first is not None and verb < first < k and table[first][2][:2] in {"NN", "PR"}
    if named and table[k][2][:2] == "NN" and not any(kids(table, verb, "oprd")):
        table[k] = (*table[k][:3], "oprd", verb, table[k][5])


def _sum_up(table: list[Row], k: int, classes: Classify) -> None:
    """Make a noun with a clause of its own an apposition of what stands before its comma: "burned
    the mill, a claim that Mali denies" burns no claim."""
    first = min([k, *kids(table, k)])
    clause = kid(table, k, "relcl", "acl", "appos")
    comma = first > 1 and table[first - 1][0] == ","
    if clause is None or not comma or kid(table, k, "cc") is not None:
        return
    head = table[k][4]
    before = [c for c in kids(table, head, "dobj", "pobj") if c < first] or [head]
    joined = table[k][3] == "conj" and any(kids(table, head, "cc"))
    if before[-1] < first and not joined:
        table[k] = (*table[k][:3], "appos", before[-1], table[k][5])
        word, lemma, tag, dep, _, start = table[clause]
        that = kid(table, clause, "mark")
        denies = "denying_verbs" in classes(word, lemma)
        if dep == "acl" and that is not None and denies and not has(table, clause, "dobj", "ccomp"):
            table[that] = (*table[that][:2], "WDT", "dobj", clause, table[that][5])
            table[clause] = (word, lemma, tag, "relcl", k, start)
        if dep == "appos" and tag == "VBZ":  # "a claim Mali denies"
            table[clause] = (word, lemma, tag, "relcl", k, start)
            for c in list(kids(table, clause, "compound")):
                table[c] = (*table[c][:3], "nsubj", clause, table[c][5])


def _part(table: list[Row], k: int, verb: int) -> None:
    """Make the noun or pronoun right before word k the verb's object."""
    word, lemma, _, _, _, start = table[k]
    noun = k - 1
    told = table[noun][2][:2] == "NN" or (table[noun][2] == "DT" and noun == verb + 1)
    if noun <= verb or table[noun][4] != k or table[noun][3] not in _HELD or not told:
        return
    for c in list(kids(table, k)):
        if c < noun:
            table[c] = (*table[c][:4], noun, table[c][5])
    table[noun] = (*table[noun][:3], "dobj", verb, table[noun][5])
    table[k] = (word, lemma, "JJ", "oprd", verb, start)
