"""What a word says, where the parser takes it for a clause that tells which: "a denial that it sold
them", "rejected as false reports that it sold them"."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import SUBJECTS, Row, hang, has, kid, kids

#: classes of nouns that say something
_SAYING = frozenset({"told_nouns", "denying_nouns"})


def repair_told_clauses(table: list[Row], classes: Classify) -> None:
    """Make a clause with all its parts what its noun says, and a rejected report the object."""
    for k, (word, lemma, tag, dep, _, _) in enumerate(table):
        if not tag.startswith("NN") or classes(word, lemma).isdisjoint(_SAYING):
            continue
        for clause in list(kids(table, k, "relcl")):
            _tell(table, k, clause)
        if dep == "pobj":
            _reject(table, k, classes)


def _tell(table: list[Row], noun: int, clause: int) -> None:
    """Hang a clause that lacks nothing on its noun as what that says: "that" fills no slot."""
    that = next((t for t in kids(table, clause) if t == noun + 1 < clause), None)
    if that is None or table[that][0].lower() != "that" or table[that][3] in SUBJECTS:
        return
    subject = any(t != that for t in kids(table, clause, *SUBJECTS))
    others = any(t != that for t in kids(table, clause, "dobj"))
    if subject and (others or has(table, clause, "auxpass")):
        table[that] = (*table[that][:2], "IN", "mark", clause, table[that][5])
        hang(table, clause, "acl", noun)


def _reject(table: list[Row], noun: int, classes: Classify) -> None:
    """Make a noun behind "rejected as false" the object, and the adjective what it is called."""
    p = table[noun][4]
    verb, adjective = table[p][4], noun - 1
    denies = "denying_verbs" in classes(*table[verb][:2]) and not has(table, verb, "dobj")
    word, lemma = table[adjective][:2]
    called = adjective == p + 1 and "untrue_words" in classes(word, lemma)
    if denies and called and table[p][0].lower() == "as" and kid(table, p, "pobj") == noun:
        hang(table, noun, "dobj", verb)
        hang(table, adjective, "amod", p)
