"""A list inside the subject, of which the parser made the last member a subject of its own.

"Trade between Chad, Niger, and Benin may push Mali to join": it is not Benin that pushes.
"""

from __future__ import annotations

from reportedly.coding.sentences.table import FINITE, Row

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def repair_list(table: list[Row]) -> None:
    """Join the last member to its list and make the noun above the list the verb's subject."""
    for v, (_, _, _, dep, head, _) in enumerate(table):
        if dep != "conj" or head > v or not _is_finite(table, v) or not _opens(table, head):
            continue
        last = next((k for k in range(head, v) if _is_subject_of(table, k, v)), None)
        if last is None:
            continue
        noun = _noun_above(table, head)
        members = _members(table, noun, last)
        if len(members) > 1:
            _rehang(table, noun, members[-1], last, v)
            return


def _is_finite(table: list[Row], v: int) -> bool:
    helped = any(r[4] == v and r[3] == "aux" and r[2] in FINITE | {"MD"} for r in table)
    return table[v][2][:2] == "VB" and (helped or table[v][2] in FINITE)


def _opens(table: list[Row], head: int) -> bool:
    """Return whether root head is a noun, or a participle before one: "increasing trade"."""
    tag = table[head][2]
    alone = not any(r[4] == head and r[3] in {*_SUBJECTS, "aux", "mark"} for r in table)
    return table[head][3] == "ROOT" and alone and (tag in {"NN", "NNS"} or tag == "VBG")


def _is_subject_of(table: list[Row], k: int, v: int) -> bool:
    if table[k][4] != v or table[k][3] not in _SUBJECTS:
        return False
    first = next((j for j in range(k) if table[j][4] == k), k)
    return first > 0 and table[first - 1][3] == "cc"


def _noun_above(table: list[Row], head: int) -> int:
    if table[head][2] != "VBG":
        return head
    below = (k for k, r in enumerate(table) if r[4] == head and r[3] == "dobj")
    return next(below, head)  # "fighting between"


def _members(table: list[Row], noun: int, end: int) -> list[int]:
    """Return the members of the list under noun that stand before end."""
    for p in range(noun + 1, end):
        if table[p][3] == "prep" and table[p][4] == noun:
            found = [k for k in range(p, end) if table[k][3:5] == ("pobj", p)]
            for k in range(p, end):
                if found and table[k][3] == "conj" and table[k][4] in found:
                    found.append(k)
            if len(found) > 1:
                return found
    return []


def _rehang(table: list[Row], noun: int, before: int, last: int, verb: int) -> None:
    root, label = table[verb][4], table[last][3]
    for k, row in enumerate(table):
        if row[4] != root or k in {root, noun, verb}:
            continue
        if noun < k < last and row[3] in {"cc", "punct"}:
            table[k] = (*row[:4], before, row[5])
        elif root != noun or k > last or row[3] in {"advmod", "punct", "cc"}:
            table[k] = (*row[:4], noun if root < k < noun else verb, row[5])
    table[last] = (*table[last][:3], "conj", before, table[last][5])
    if root != noun:
        table[root] = (*table[root][:3], "amod", noun, table[root][5])
    table[noun] = (*table[noun][:3], label, verb, table[noun][5])
    table[verb] = (*table[verb][:3], "ROOT", verb, table[verb][5])
