"""Sources that stand behind or within what they say, where the parser loses them.

"…, the regional government claims" are no claims; "…, medics said, killing nine": the jets killed.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row, kid, kids

#: so many words may stand behind a source's verb: "… announced late on Monday"
_BEHIND = 5
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "CD"})
_ASKING = frozenset({"WP", "WDT", "WRB"})


def repair_sources(table: list[Row], classes: Classify) -> None:
    """Make a source's verb at the end the main one, and give effects back to their deed."""
    _verb_at_end(table, classes)
    for k, row in enumerate(table):
        if row[2:4] == ("VBG", "advcl") and "effect_verbs" in classes(*row[:2]):
            _effect(table, k, classes)


def _effect(table: list[Row], k: int, classes: Classify) -> None:
    """Hang an effect on the deed that a source tells: not "medics said, killing nine"."""
    said = table[k][4]
    if said > k or "source_verbs" not in classes(*table[said][:2]):
        return
    told = table[said][4] if table[said][3] == "parataxis" else kid(table, said, "ccomp")
    if told is not None and told < said and table[told][2][:2] == "VB":
        table[k] = (*table[k][:4], told, table[k][5])


def _verb_at_end(table: list[Row], classes: Classify) -> None:
    """Make ", the envoy announced on Monday" at the end the clause that tells the rest."""
    root = next((i for i, row in enumerate(table) if row[4] == i), 0)
    last = len(table) - 1
    if table[last][0] != "." or table[root][2][:2] not in {"VB", "MD"}:
        return
    verb = next(
        (v for v in range(last - 1, max(root, last - 2 - _BEHIND), -1) if _says(table, v, classes)),
        None,
    )
    comma = next((j for j in range(verb, root, -1) if table[j][0] == ","), None) if verb else None
    if verb is None or comma is None or not _is_named(table, comma + 1, verb):
        return
    if any(row[2][:2] in {"VB", "MD", "NN"} and row[2] != "NNP" for row in table[verb + 1 : last]):
        return  # more is told behind it
    if any(comma < k < verb for k in kids(table, verb, "nsubj")):
        return  # the parser has seen it
    _seat_source(table, root, comma, verb)


def _says(table: list[Row], v: int, classes: Classify) -> bool:
    tensed = table[v][2] in {"VBD", "VBZ", "VBP", "VBN", "NNS"}
    return tensed and "source_verbs" in classes(*table[v][:2])


def _is_named(table: list[Row], first: int, verb: int) -> bool:
    """Return whether the words from first up to the verb are one name or noun phrase."""
    tags = [row[2] for row in table[first:verb]]
    if not tags or tags[-1] not in _NOUNS or any(tag[:2] == "VB" or tag in _ASKING for tag in tags):
        return False
    inside = range(first, verb)
    return not any(table[k][3] == "cc" or table[k][4] == k for k in inside)


def _seat_source(table: list[Row], root: int, comma: int, verb: int) -> None:
    inside = range(comma + 1, verb)
    heads = [k for k in inside if table[k][4] not in inside]
    source = heads[-1] if len(heads) == 1 else verb - 1
    word, lemma, tag, _, _, start = table[verb]
    tag = "VBZ" if tag == "NNS" else "VBD" if tag == "VBN" else tag
    for k in (*kids(table, verb, *{row[3] for row in table}), *heads):
        if k in inside and k != source:
            table[k] = (*table[k][:4], source, table[k][5])
    table[verb] = (word, lemma, tag, "ROOT", verb, start)
    table[root] = (*table[root][:3], "ccomp", verb, table[root][5])
    table[source] = (*table[source][:3], "nsubj", verb, table[source][5])
    for k in (comma, *range(verb + 1, len(table))):
        if table[k][4] < verb and table[k][4] not in inside:
            table[k] = (*table[k][:4], verb, table[k][5])
