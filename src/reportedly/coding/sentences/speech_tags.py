"""Who says it, told at the end or inside a sentence: "…, residents said, killing nine".

The parser hangs the speaker on the last noun before the comma, or what follows on the speaker, who
is then told to have done it.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import FINITE, SUBJECTS, Row, hang, has, kid, kids, root_of

_NAMING = frozenset({"DT", "PRP$", "JJ", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "IN", "CC"})
_BEHIND = _NAMING | {"TO", "JJS", "RB", "VBG"}
_VERBS = FINITE | {"VBN"}
_MARKS = frozenset({'"', "“", "”", "``", "''"})
#: the longest name of a speaker, and the longest remark of when and where, in tokens
_SPEAKER, _REMARK = 10, 8
_MODIFIERS = {"DT": "det", "JJ": "amod", "PRP$": "poss", "CD": "nummod"}


def repair_speech_tags(table: list[Row], classes: Classify) -> None:
    """Give the speaker at the end of a sentence to its verb, and deeds behind one to who did them.

    classes: word and lemma → their classes of words.
    """
    _last_speaker(table, classes)
    _before_colon(table)
    for v, row in enumerate(table):
        if row[2] in FINITE and "tag_verbs" in classes(row[0], row[1]):
            _behind_speaker(table, v, classes)


def _before_colon(table: list[Row]) -> None:
    """Set the sentence before a colon and a quotation beside what is quoted.

    "Chile denies arming gangs: "Not one rifle has left," the minister said": she does not say that
    it denies, and no rifle is denied.
    """
    for c, (word, lemma, tag, dep, head, start) in enumerate(table):
        if dep != "ccomp" or tag not in FINITE or not c < head or not has(table, c, *SUBJECTS):
            continue
        colon = next((k for k in range(c + 1, head) if table[k][0] == ":"), None)
        if colon is None or colon + 1 >= head or table[colon + 1][0] not in _MARKS:
            continue
        if any(table[k][2] in FINITE and table[k][4] != c for k in range(c + 1, colon)):
            continue
        root = root_of(table)
        table[c] = (word, lemma, tag, "ROOT", c, start)
        table[root] = (*table[root][:3], "dep", c, table[root][5])
        return


def _last_speaker(table: list[Row], classes: Classify) -> None:
    """Make "COMMA speaker says." a clause beside the sentence that it stands behind."""
    root = root_of(table)
    verb = _last_verb(table, root, classes)
    if verb is None or has(table, verb, "dobj", "ccomp", "xcomp", "aux", "mark"):
        return
    comma = max(k for k in range(verb) if table[k][0] == ",")
    span = range(comma + 1, verb)
    free = [k for k in span if table[k][4] not in span]
    head = max((k for k in free if table[k][2].startswith("NN")), default=None)
    if head is None or any(k > head for k in free):
        return
    word, lemma, tag, _, _, start = table[verb]
    tag = tag if tag in FINITE else "VBZ" if word.endswith("s") else "VBD"
    table[verb] = (word, lemma, tag, "parataxis", root, start)
    table[head] = (*table[head][:3], "nsubj", verb, table[head][5])
    for k in free:
        if k != head:
            label = _MODIFIERS.get(table[k][2], "compound")
            table[k] = (*table[k][:3], label, head, table[k][5])
    for k in range(verb + 1, len(table) - 1):
        if table[k][4] < verb:
            table[k] = (*table[k][:4], verb, table[k][5])


def _last_verb(table: list[Row], root: int, classes: Classify) -> int | None:
    """Return the verb of a speaker named behind the last comma, hung amiss; None where none is."""
    if len(table) < 6 or table[-1][0] != "." or not _tells(table, root):
        return None
    comma = max((k for k, row in enumerate(table) if row[0] == ","), default=0)
    tail = range(comma + 1, len(table) - 1)
    verbs = [k for k in tail if "tag_verbs" in classes(table[k][0], table[k][1])]
    if not comma or root > comma or not verbs or any(table[k][0] in _MARKS for k in tail):
        return None
    verb = next((k for k in verbs if k > comma + 1 and table[k][3] not in {"compound"}), None)
    if verb is None or verb - comma > _SPEAKER or len(table) - verb > _REMARK + 2:
        return None
    named = all(table[k][2] in _NAMING for k in range(comma + 1, verb))
    opened = table[comma + 1][2] not in {"CC", "IN"}
    amiss = table[verb][3] != "parataxis" and verb != root and not _above(table, verb, root)
    simple = all(table[k][2] in _BEHIND for k in range(verb + 1, len(table) - 1))
    return verb if named and opened and amiss and simple else None


def _tells(table: list[Row], root: int) -> bool:
    return table[root][2] in _VERBS and has(table, root, *SUBJECTS)


def _above(table: list[Row], verb: int, root: int) -> bool:
    """Return whether a verb has its subject and hangs on a noun: "the man, Oslo says, who"."""
    return table[verb][3] in {"relcl", "acl"} and table[verb][4] != root


def _behind_speaker(table: list[Row], v: int, classes: Classify) -> None:
    """Give what is told behind "residents said ," to the clause before: the army killed nine."""
    clause = kid(table, v, "ccomp")
    if table[v][3] == "parataxis" or _set_beside(table, v):
        clause = table[v][4]
    speaker = kid(table, v, "nsubj")
    if clause is None or speaker is None or not clause < speaker < v:
        return
    comma = next((k for k in range(v + 1, len(table)) if table[k][0] == ","), None)
    quoted = any(row[0] in _MARKS for row in table)
    if comma is None or quoted or table[clause][2][:2] != "VB" or not _set_off(table, clause, v):
        return
    if table[v][3] == "conj":
        hang(table, v, "parataxis", clause)
    for k in kids(table, clause, "advcl"):
        if k > comma and _is_word(table, k, classes):
            hang(table, k, "advcl", v)  # "…, Oslo said, condemning the raid"
    for k in kids(table, v, "advcl", "conj"):
        if k > comma and not has(table, k, *SUBJECTS) and _goes_on(table, k, v, clause, classes):
            table[k] = (*table[k][:4], clause, table[k][5])
            for c in kids(table, v, "cc"):
                if comma < c < k:
                    table[c] = (*table[c][:4], clause, table[c][5])


def _is_word(table: list[Row], k: int, classes: Classify) -> bool:
    """Return whether participle k is what whoever speaks does by speaking, and no act."""
    kinds = classes(*table[k][:2])
    by_word = bool({"judging_verbs", "tag_verbs", "citing_verbs", "denying_verbs"} & set(kinds))
    return table[k][2] == "VBG" and by_word and not has(table, k, *SUBJECTS)


def _set_beside(table: list[Row], v: int) -> bool:
    """Return whether a verb of saying is joined by a mere comma, and says nothing of its own."""
    above = table[v][4]
    joined = any(row[3] == "cc" and above < k < v for k, row in enumerate(table))
    bare = not has(table, v, "dobj", "ccomp", "xcomp", "conj", "prt", "acomp")
    return table[v][3] == "conj" and not joined and bare


def _set_off(table: list[Row], clause: int, v: int) -> bool:
    """Return whether a comma stands between the clause and who says it."""
    return any(table[k][0] == "," for k in range(clause + 1, v))


def _goes_on(table: list[Row], k: int, v: int, clause: int, classes: Classify) -> bool:
    """Return whether verb k tells what came of the clause, or goes on with its tale."""
    word, lemma, tag, dep, _, _ = table[k]
    if dep == "advcl":
        return tag == "VBG" and "outcome_verbs" in classes(word, lemma)
    joined = any(row[3] == "cc" and v < i < k for i, row in enumerate(table))
    return joined and tag in _VERBS and has(table, clause, *SUBJECTS)
