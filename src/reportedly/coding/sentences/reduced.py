"""Participles behind a noun that only tell more of it, which the parser made verbs of their own.

"A man suspected of theft was arrested": who is arrested does not suspect.
"""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import (
    FINITE,
    SUBJECTS,
    Row,
    has,
    kid,
    kids,
    lies_below,
)

#: what a participle that only describes a noun has not
_OWN = ("aux", "auxpass", "mark", "dobj", "neg")
#: before the people that a noun is of or about: "the mother of a boy killed", "after boys killed"
_BEFORE_PEOPLE = frozenset({"of", "for", "to", "with", "about", "over", "after"})


def repair_reduced(table: list[Row], classes: Classify) -> None:
    """Hang a participle behind a noun on that noun, where the parser made it a verb.

    classes: word and lemma → their classes of words.
    """
    _before_clause(table)
    _before_sister(table, classes)
    _nearest_people(table, classes)
    _out_of_town(table, classes)
    _such_as(table)


def _before_clause(table: list[Row]) -> None:
    """Hang the participle on the subject where the main verb came out below it.

    "The ship seized off Yemen was freed": the ship seizes nothing.
    """
    clausal = any(row[3] in {"csubj", "csubjpass"} for row in table)
    for c, (_, _, _, dep, head, _) in enumerate(table):
        if not clausal and dep != "ccomp":
            continue
        passive = has(table, c, "auxpass")
        below = kid(table, c, "csubj", "csubjpass")
        if below is None and dep == "ccomp" and head < c and passive:
            below = None if has(table, c, "nsubj", "nsubjpass", "expl") else head
        noun = None if below is None else kid(table, below, "nsubj")
        if below is None or noun is None or not noun < below < c or not _fills(table, noun, below):
            continue
        helped = has(table, below, "aux", "auxpass", "mark")
        if not helped and table[below][2] in {"VBN", "VBD"}:
            _raise(table, c, below)
            _describe(table, noun, noun, below, c)


def _before_sister(table: list[Row], classes: Classify) -> None:
    """Hang the participle on the noun before it where the main verb came out beside it.

    "The names of the women killed, who were both Danes, have been given", "Leo Berg, accused of
    theft, appeared": there is one subject, and a comma and no "and" before the verb it is for.
    """
    for below, (word, lemma, tag, *_) in enumerate(table):
        kinds = classes(word, lemma)
        harm = bool({"suffered_verbs", "blaming_verbs"} & kinds) or has(table, below, "oprd")
        if tag not in {"VBN", "VBD"} or not harm or any(has(table, below, d) for d in _OWN):
            continue
        noun = kid(table, below, "nsubj", "nsubjpass")
        if noun is None or not noun < below:
            continue
        verb = next((c for c in _sisters(table, below) if _stands_apart(table, below, c)), None)
        verb = _right_behind(table, below) if verb is None else verb
        before = below - 1 if table[below - 1][0] != "," else noun
        bearer = before if table[before][2][:2] == "NN" else noun
        if verb is not None and _fills(table, noun, below):
            _raise(table, verb, below)
            _describe(table, noun, bearer, below, verb)


def _sisters(table: list[Row], verb: int) -> Iterator[int]:
    """Yield the finite verbs below or beside a verb that have no subject of their own."""
    for c in kids(table, verb, "conj", "ccomp"):
        forms = {table[k][2] for k in (c, *kids(table, c, "aux", "auxpass"))}
        if verb < c and forms & (FINITE | {"MD"}) and not any(has(table, c, d) for d in SUBJECTS):
            yield c


def _right_behind(table: list[Row], below: int) -> int | None:
    """Return the "be" of the clause that stands right behind a participle, as what is told of the
    same noun: "the person killed was a Dane"."""
    be = below + 1
    if be >= len(table) or table[be][1] != "be" or table[be][4] != table[below][4]:
        return None
    alone = table[be][3] in {"ccomp", "conj"} and not any(has(table, be, d) for d in SUBJECTS)
    return be if alone and table[be][2] in FINITE else None


def _stands_apart(table: list[Row], below: int, verb: int) -> bool:
    """Return whether a comma or nothing, and no word, joins a verb to the participle before it."""
    own = (k for k in kids(table, verb, "aux", "auxpass", "neg", "advmod") if k > below)
    first = min((verb, *own))
    joined = any(table[k][3] in {"cc", "mark"} for k in range(below + 1, verb))
    return table[first - 1][0] == "," or (table[verb][3] == "conj" and not joined)


def _raise(table: list[Row], verb: int, below: int) -> None:
    """Put a verb in the place of the participle that it came out under."""
    if table[verb][4] != below:
        return
    root = table[below][4] == below
    word, lemma, tag, _, _, start = table[verb]
    up = verb if root else table[below][4]
    table[verb] = (word, lemma, tag, table[below][3], up, start)


def _describe(table: list[Row], noun: int, bearer: int, below: int, verb: int) -> None:
    """Make a noun the subject of verb, and the participle below what tells of its bearer."""
    label = "nsubjpass" if has(table, verb, "auxpass") else "nsubj"
    table[noun] = (*table[noun][:3], label, verb, table[noun][5])
    table[below] = (*table[below][:2], "VBN", "acl", bearer, table[below][5])


def _nearest_people(table: list[Row], classes: Classify) -> None:
    """Hang a participle of harm on the people right before it, not on whom they belong to.

    "The sister of the teen killed by police": the teen was killed.
    """
    for c, (word, lemma, tag, dep, head, start) in enumerate(table):
        near = c - 1
        if dep != "acl" or tag not in {"VBN", "VBD"} or not head < near:
            continue
        (noun, form, kind, label, up, _) = table[near]
        people = "people_nouns" in classes(noun, form) and kind in {"NN", "NNS"}
        below = label == "pobj" and table[up][0].lower() in _BEFORE_PEOPLE
        if not people or not below or lies_below(table, near, c):
            continue
        if "suffered_verbs" in classes(word, lemma):
            table[c] = (word, lemma, "VBN", dep, near, start)


def _out_of_town(table: list[Row], classes: Classify) -> None:
    """Hang a participle of arrest or blame on the people, not on the town that they are from:
    "a man from Leeds arrested by police"."""
    for c, (word, lemma, tag, dep, town, start) in enumerate(table):
        if dep != "acl" or tag not in {"VBN", "VBD"} or table[town][2][:3] != "NNP":
            continue
        taken = bool({"capturing_verbs", "blaming_verbs"} & classes(word, lemma))
        p = table[town][4]
        people = table[p][4]
        placed = table[town][3] == "pobj" and table[p][0].lower() in {"from", "of", "in"}
        if taken and placed and "people_nouns" in classes(*table[people][:2]):
            table[c] = (word, lemma, "VBN", dep, people, start)


def _such_as(table: list[Row]) -> None:
    """Hang "seeking loans" on the instance right before it: "deals with donors like Oman seeking
    loans" tells what Oman seeks."""
    for c, (word, lemma, tag, dep, verb, start) in enumerate(table):
        near = c - 1
        if tag != "VBG" or dep != "advcl" or not verb < near or table[near][3] != "pobj":
            continue
        like = table[near][4]
        group = table[like][4]
        if lies_below(table, group, c) or table[like][0].lower() not in {"like", "as"}:
            continue
        if table[group][2] in {"NNS", "NNPS"}:
            table[c] = (word, lemma, tag, "acl", group, start)


def _fills(table: list[Row], noun: int, end: int) -> bool:
    """Return whether every word between a noun and end hangs on the noun."""
    held = {noun}
    for k in range(noun + 1, end):
        up = k
        while up not in held and table[up][4] != up:
            up = table[up][4]
        if up not in held:
            return False
    return True
