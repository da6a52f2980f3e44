"""Clauses that the parser left without a party that stands right before them, or gave another's.

"A shepherd whom its courts jailed": they jailed him. "After Ana, a clerk, sued": she did.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import (
    SUBJECTS,
    Row,
    begins,
    hang,
    has,
    is_finite,
    kid,
    kids,
    lies_below,
    subject_label,
)

#: prepositions that open a clause as well
_OPENING = frozenset({"after", "before", "until", "since"})
#: classes of those who can do something
_SOMEBODY = frozenset({"people_nouns", "body_nouns"})
_DATES = frozenset({"weekdays", "months"})


def repair_lost_parties(table: list[Row], classes: Classify) -> None:
    """Give clauses the parties that stand before them.

    classes: word and lemma → their classes of words.
    """
    _main_verb(table)
    for i in range(1, len(table)):
        word, _, tag, dep, _, _ = table[i]
        if word.lower() == "whom" and dep in {"dobj", "dative"}:
            _whom(table, i)
        elif dep == "relcl":
            _of_the_last(table, i)
        elif dep == "advcl":
            _opened(table, i, classes)
        elif (tag, dep) == ("VBG", "pcomp"):
            _described(table, i, classes)
        elif (tag, dep) == ("VBN", "xcomp"):
            _reported_by(table, i, classes)
        elif (tag, dep) == ("VBN", "acomp"):
            _felt(table, i, classes)
        elif (tag, dep) == ("DT", "dep"):
            _addressed(table, i)
        elif tag == "JJ" and has(table, i, "poss") and "people_nouns" in classes(*table[i][:2]):
            table[i] = (*table[i][:2], "NN", *table[i][3:])  # "her superior"


def _main_verb(table: list[Row]) -> None:
    """Give the main verb behind a relative clause its subject, and the clause its object: "a
    soldier whose wife had sued the army was jailed": the army was sued, and not jailed."""
    for first in [k for k, row in enumerate(table) if row[3] == "relcl"]:
        top = table[first][4]
        main = table[top][4]
        if table[top][3] not in SUBJECTS:  # a noun that the parser took for the root
            others = [k for k in kids(table, top, "relcl") if k > first and is_finite(table, k)]
            main = others[0] if len(others) == 1 and main == top else top
        subject = next((k for k in kids(table, main, *SUBJECTS) if first < k < main), None)
        if subject is None or not _lacks_object(table, first, subject):
            continue
        hang(table, subject, "dobj", first)
        if main != table[top][4]:
            hang(table, main, "ROOT", main)
            for k in [k for k in kids(table, top) if k > main]:
                hang(table, k, table[k][3], main)
            hang(table, top, subject_label(table, main), main)
        return


def _lacks_object(table: list[Row], clause: int, noun: int) -> bool:
    """Return whether a clause with a tense and nothing behind its verb goes on with the noun."""
    if not is_finite(table, clause) or table[noun][2] not in {"NN", "NNS", "NNP", "NNPS"}:
        return False
    if has(table, clause, "dobj", "auxpass", "prep", "ccomp", "xcomp", "advmod", "prt"):
        return False
    doer = kid(table, clause, "nsubj")
    relative = {"WP", "WP$", "WDT"}
    opened = doer is not None and any(
        table[k][2] in relative for k in (doer, *kids(table, doer, "poss"))
    )
    return opened and begins(table, noun) == clause + 1


def _whom(table: list[Row], i: int) -> None:
    """Make "whom" the object of the verb behind it, and the noun between its subject: "a trader
    whom its own courts jailed": nobody jailed the courts."""
    above = table[i][4]
    noun = i - 2 if table[i - 1][0] == "," else i - 1
    for subject in [*kids(table, above, "dobj"), *kids(table, i)]:
        verb = kid(table, subject, "acl")
        told = subject > i and verb == subject + 1 and table[verb][2] in {"VBD", "VBN"}
        if verb is None or not told or has(table, verb, "agent") or not above < noun:
            continue
        head = next((k for k in kids(table, above, "dobj") if k == noun), None)
        if head is None:
            continue
        hang(table, verb, "relcl", head)
        table[verb] = (*table[verb][:2], "VBD", *table[verb][3:])
        hang(table, subject, "nsubj", verb)
        hang(table, i, "dobj", verb)
        return


def _of_the_last(table: list[Row], v: int) -> None:
    """Hang a clause that no pronoun opens on the last of those in a row: "the firm and the union it
    sued": only the union was sued."""
    first = table[v][4]
    subject = kid(table, v, "nsubj")
    if subject is None or not first < subject < v or table[subject][2] not in {"PRP", "NNP"}:
        return
    last = begins(table, subject) - 1
    if table[last][3] == "conj" and table[last][2][:2] == "NN" and lies_below(table, last, first):
        hang(table, v, "relcl", last)


def _opened(table: list[Row], v: int, classes: Classify) -> None:
    """Make the noun behind "after" the subject of the verb that goes on with it: "after Chad, which
    owns it, seized the mill": whoever is told of above seized nothing."""
    if has(table, v, "mark", *SUBJECTS) or not is_finite(table, v):
        return
    own = [k for k in kids(table, v, "aux", "auxpass", "neg", "advmod") if k < v]
    first = min([v, *own])
    for p in range(first - 1, 0, -1):
        if table[p][3] != "prep" or table[p][0].lower() not in _OPENING:
            continue
        noun = kid(table, p, "pobj")
        if noun is None or not p < noun < first:
            return
        kinds = classes(*table[noun][:2])
        named = table[noun][2] in {"NNP", "NNPS"} and not _DATES & kinds
        somebody = named or bool(_SOMEBODY & kinds)
        held = all(k == noun or lies_below(table, k, noun) for k in range(p + 1, first - 1))
        if somebody and held and (table[first - 1][0] == "," or first - 1 == noun):
            hang(table, p, "mark", v)
            hang(table, noun, subject_label(table, v), v)
        return


def _described(table: list[Row], g: int, classes: Classify) -> None:
    """Make a gerund behind people "of" tell how the noun behind it is: "relatives of missing
    miners": nobody misses them here."""
    p = table[g][4]
    noun = kid(table, g, "dobj")
    people = "people_nouns" in classes(*table[table[p][4]][:2])
    if noun != g + 1 or table[noun][2] != "NNS" or table[p][0].lower() != "of" or not people:
        return
    hang(table, noun, "pobj", p)
    for k in list(kids(table, g)):
        hang(table, k, table[k][3], noun)
    hang(table, g, "amod", noun)


def _reported_by(table: list[Row], v: int, classes: Classify) -> None:
    """Hang "by her manager" on the report: "was reported kidnapped by her manager": he only missed
    her. Not "by rebels", who may have taken her."""
    report, agent = table[v][4], kid(table, v, "agent")
    who = None if agent is None else kid(table, agent, "pobj")
    if agent is None or who is None or not has(table, report, "auxpass"):
        return
    hers = any(table[k][2] == "PRP$" for k in kids(table, who, "poss"))
    if hers and "reporting_in" in classes(*table[report][:2]):
        hang(table, agent, "agent", report)


def _felt(table: list[Row], v: int, classes: Classify) -> None:
    """Read how somebody feels as no act: "he felt threatened" tells of no threat."""
    if "feeling_verbs" in classes(*table[table[v][4]][:2]) and not has(table, v, "agent"):
        table[v] = (*table[v][:2], "JJ", *table[v][3:])


def _addressed(table: list[Row], i: int) -> None:
    """Make "both" the object of the verb before it: "persuaded both to leave"."""
    verb = table[i][4]
    below = [k for k in kids(table, verb, "xcomp") if k > i]
    to = any(table[t][2] == "TO" and t == i + 1 for k in below for t in kids(table, k, "aux"))
    if verb == i - 1 and table[verb][2][:2] == "VB" and to and not has(table, verb, "dobj"):
        hang(table, i, "dobj", verb)
