"""Subjects that the parser gives to the wrong verb, where one clause is set inside another.

"Kenya said Chad, backed by Mali, had fired": Chad fired. "The man who police say shot him": police
did not.
"""

from __future__ import annotations

from reportedly.coding.sentences.table import (
    FINITE,
    SUBJECTS,
    Row,
    hang,
    is_finite,
    kid,
    kids,
    subject_label,
)


def repair_inserted(table: list[Row]) -> None:
    """Give back the subjects of verbs that are said, told of in between, or gerunds' objects."""
    for v in range(len(table)):
        if table[v][2][:2] == "VB":
            _said_of(table, v)
            _who_they_say(table, v)
            _after_the_day(table, v)
            _gerund_subject(table, v)
    for c in range(2, len(table)):
        _object_relative(table, c)


def _first(table: list[Row], i: int) -> int:
    return min([i, *(k for k, row in enumerate(table) if row[4] == i)])


def _said_of(table: list[Row], v: int) -> None:
    """Make the noun between a verb of saying and the finite clause that it takes its subject."""
    noun, c = kid(table, v, "dobj"), kid(table, v, "ccomp")
    if noun is None or c is None or not v < noun < c or not is_finite(table, c):
        return
    behind = noun + 1 < c and table[noun + 1][0] == ","
    if not behind or _first(table, noun) != v + 1 or kid(table, c, *SUBJECTS) is not None:
        return
    for k in range(noun + 1, c):
        if table[k][4] == v:
            clause = table[k][3] == "advcl" and table[k][2] == "VBN"
            hang(table, k, "acl" if clause else table[k][3], noun)
    hang(table, noun, subject_label(table, c), c)


def _who_they_say(table: list[Row], v: int) -> None:
    """Give "who" of "who police say shot him" to the verb inside: police say it, no more."""
    who = [k for k in kids(table, v, "nsubj", "dobj") if table[k][2] in {"WP", "WDT"}]
    c = kid(table, v, "xcomp", "ccomp")
    if not who or c is None or table[v][3] != "relcl" or not _is_told(table, v, c):
        return
    said = any(who[0] < k < v for k in kids(table, v, "nsubj") if k != who[0])
    if said:
        word, lemma, tag, _, _, start = table[c]
        bare = tag in {"VBN", "VB"} and kid(table, c, "aux", "auxpass") is None
        table[c] = (word, lemma, "VBD" if bare else tag, "ccomp", v, start)
        hang(table, who[0], subject_label(table, c), c)


def _after_the_day(table: list[Row], v: int) -> None:
    """Give a clause behind the day to the people it tells of: "freed two men on Monday who had been
    held by rebels"."""
    c, thing = kid(table, v, "ccomp"), kid(table, v, "dobj")
    who = None if c is None else kid(table, c, "nsubj", "nsubjpass")
    if c is None or thing is None or who is None or table[who][0].lower() != "who":
        return
    if v < thing < who < c and table[who - 1][2][:2] == "NN":
        hang(table, c, "relcl", thing)


def _is_told(table: list[Row], v: int, c: int) -> bool:
    """Return whether clause c behind v has a tense and lacks its subject."""
    infinitive = any(table[k][2] == "TO" for k in kids(table, c, "aux"))
    past = any(table[k][2] == "VBD" for k in kids(table, c, "conj"))  # "hit and killed"
    verb = table[c][2] in FINITE | {"VBN"} or is_finite(table, c) or past
    return v < c and verb and not infinitive and kid(table, c, *SUBJECTS) is None


def _gerund_subject(table: list[Row], v: int) -> None:
    """Make the noun behind a gerund its object: "importing tanks could breach the ban"."""
    gerund, noun = kid(table, v, "csubj"), kid(table, v, "nsubj")
    if gerund is None or noun is None or table[gerund][2] != "VBG":
        return
    if gerund < noun < v and _first(table, noun) == gerund + 1:
        hang(table, noun, "dobj", gerund)


def _object_relative(table: list[Row], c: int) -> None:
    """Make "the ship the rebels took" a ship that rebels took, and not rebels who were taken."""
    _, _, tag, dep, noun, _ = table[c]
    if dep != "acl" or tag not in {"VBN", "VBD"} or not noun < c or noun + 1 != c:
        return
    first = _first(table, noun)
    above = first - 1
    verb = table[noun][4]
    opened = above > 0 and table[first][2] in {"DT", "PRP$"} and table[above][2][:2] == "NN"
    if not opened or table[noun][3] not in {"nsubj", "nsubjpass"} or verb < c:
        return
    twice = table[above][3:5] == table[noun][3:5]
    among = table[above][3] == "pobj" and table[table[above][4]][0].lower() == "among"
    if (twice or among) and kid(table, c, "agent") is None:
        word, lemma, _, _, _, start = table[c]
        table[c] = (word, lemma, "VBD", "relcl", above, start)
        hang(table, noun, "nsubj", c)
