"""Verbs behind "and" that the parser joined to the wrong one of two clauses before it.

Tense, auxiliaries, number, a comma and what whoever speaks does tell whose they are. Where nothing
tells, the verb is left without a doer: no doer is better than a wrong one.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import (
    FINITE,
    SUBJECTS,
    Row,
    hang,
    has,
    is_finite,
    kid,
    kids,
    path,
)

#: words that stand for no particular thing, and for nobody
_EMPTY = frozenset({"it", "this", "that", "there"})
#: classes of what does nothing
_THINGS = frozenset(
    {"told_nouns", "texts", "structures", "place_nouns", "suffered_acts", "fates", "happenings"}
)


def repair_joined_verbs(table: list[Row], classes: Classify) -> None:
    """Join verbs behind "and" to the clause that they go on with.

    classes: word and lemma → their classes of words.
    """
    for v in range(2, len(table)):
        if table[v][2][:2] != "VB" or has(table, v, "mark", *SUBJECTS):
            continue
        if table[v][3] in {"ccomp", "conj"}:
            _in_a_row(table, v)
        if table[v][3] != "conj" or table[table[v][4]][2][:2] != "VB":
            continue
        _behind_gerund(table, v)
        _of_charge(table, v, classes)
        _in_the_perfect(table, v, classes)
        _beyond_modal(table, v)
        _by_speaker(table, v, classes)


def _helped(table: list[Row], v: int, *lemmas: str) -> bool:
    """Return whether a verb has an auxiliary, or one of those."""
    helping = kids(table, v, "aux", "auxpass")
    return any(not lemmas or table[k][1] in lemmas for k in helping)


def _has_modal(table: list[Row], v: int) -> bool:
    return any(table[k][2] == "MD" for k in kids(table, v, "aux"))


def _comma(table: list[Row], v: int) -> bool:
    """Return whether a comma stands before the "and" or "but" by which verb v goes on."""
    joint = [k for k in kids(table, table[v][4], "cc") if k < v]
    return bool(joint) and table[joint[-1] - 1][0] == ","


def _in_a_row(table: list[Row], v: int) -> None:
    """Join a verb behind a comma to what is said before it: "said he had lured her in, shot her and
    rung the police": the speaker shot nobody."""
    says = table[v][4]
    before = [k for k in kids(table, says, "ccomp") if says < k < v and has(table, k, "nsubj")]
    first = v - 1
    while first > 0 and table[first][3] == "advmod" and table[first][4] == v:
        first -= 1
    past = table[v][2] in {"VBD", "VBN"} and not _helped(table, v)
    past = past and (table[v][3] == "ccomp" or has(table, v, "conj"))
    if before and past and table[first][0] == "," and says < first:
        hang(table, v, "conj", before[-1])


def _behind_gerund(table: list[Row], v: int) -> None:
    """Join a verb with a tense of its own to the one above a gerund: "accused Chad of arming
    rebels and closed the border": Chad closed nothing."""
    gerund = table[v][4]
    if table[gerund][2] != "VBG" or _helped(table, gerund) or not is_finite(table, v):
        return
    whole = has(table, v, "dobj", "xcomp", "ccomp", "prep", "dative", "aux", "acomp", "attr")
    if not whole and table[v][2] != "VBZ":
        return
    for up in path(table, gerund):
        if table[up][2][:2] == "VB" and is_finite(table, up):
            hang(table, v, "conj", up)
            return


def _of_charge(table: list[Row], v: int, classes: Classify) -> None:
    """Join a gerund to the one that somebody is accused of right before, not to what goes on above:
    "are looking for a clerk accused of drugging a guest and then robbing her"."""
    above = table[v][4]
    going = table[above][2] == "VBG" and _helped(table, above, "be")
    if table[v][2] != "VBG" or not going or _helped(table, v) or _comma(table, v):
        return
    for g in range(v - 1, above, -1):
        p = table[g][4]
        charged = table[g][2:4] == ("VBG", "pcomp") and table[p][4] > above
        if charged and "blaming_verbs" in classes(*table[table[p][4]][:2]):
            hang(table, v, "conj", g)
            return


def _in_the_perfect(table: list[Row], v: int, classes: Classify) -> None:
    """Join a bare participle with an object to the perfect before it, not to the past above: "told
    a nurse that a guard had fired and then, when she ran, thrown her a rope"."""
    above = table[v][4]
    word = table[v][0]
    form = table[v][2] == "VBN" or "participle_forms" in classes(word, word.lower())
    bare = form and has(table, v, "dobj") and not has(table, v, "agent")
    if not bare or _helped(table, v) or table[above][2] != "VBD" or _helped(table, above):
        return
    for w in range(v - 1, above, -1):
        perfect = table[w][2] == "VBN" and _helped(table, w, "have", "'ve", "'d")
        if perfect and above in path(table, w) and not has(table, w, "auxpass"):
            table[v] = (*table[v][:2], "VBN", "conj", w, table[v][5])
            return


def _beyond_modal(table: list[Row], v: int) -> None:
    """Join a perfect of the present behind a comma to the clause above a modal: "fear that rebels
    could strike, and have asked": what may come to be has not been yet."""
    may = table[v][4]
    have = [k for k in kids(table, v, "aux") if table[k][2] in {"VBP", "VBZ"}]
    up = table[may][4]
    if not have or table[may][3] != "ccomp" or not _has_modal(table, may) or not _comma(table, v):
        return
    if has(table, up, "nsubj") and table[up][2] in {"VBP", "VBZ"}:
        hang(table, v, "conj", up)


def _by_speaker(table: list[Row], v: int, classes: Classify) -> None:
    """Join what speakers do to the verb of saying: "said the herders had been shot, and promised to
    send a prosecutor"; leave it open where whoever is spoken of may have done it as well."""
    clause = table[v][4]
    told = next((k for k in (clause, *path(table, clause)) if table[k][3] == "ccomp"), None)
    if told is None or _helped(table, v) or table[v][2] not in FINITE:
        return
    says = table[told][4]
    kinds = classes(*table[says][:2])
    same = table[says][2] == table[v][2] and has(table, says, "nsubj") and says < told
    if not same or not {"scene_tellings", "tag_verbs"} & kinds:
        return
    act = "speakers_acts" in classes(*table[v][:2])
    whole = has(table, v, "dobj", "ccomp", "xcomp", "prep")
    undergone = has(table, clause, "auxpass")
    if not whole or not (act or undergone or table[clause][1] == "be"):
        return
    aside, thing = _comma(table, v), _is_thing(table, clause, classes)
    if (act and (aside or thing)) or _meets_subject(table, v):
        hang(table, v, "conj", says)
    elif act and (undergone or table[clause][1] == "be"):
        _of_pronoun(table, v, says)
    elif aside and undergone and has(table, v, "dobj", "xcomp", "ccomp"):
        hang(table, v, "dep", clause)


def _meets_subject(table: list[Row], v: int) -> bool:
    """Return whether verb v is done to those of whom the clause before it is told, by a pronoun
    that can mean nobody else there: "said the envoys were spies and expelled them"."""
    clause, what = table[v][4], kid(table, v, "dobj")
    subject = kid(table, clause, "nsubj", "nsubjpass")
    if what is None or subject is None or table[what][0].lower() != "them":
        return False
    others = [k for k in range(subject + 1, v) if table[k][2] in {"NNS", "NNPS", "CD"}]
    many = table[subject][2] in {"NNS", "NNPS", "CD"} or table[subject][0].lower() == "they"
    return many and all(table[k][3] == "attr" for k in others)


def _of_pronoun(table: list[Row], v: int, says: int) -> None:
    """Join verb v to the verb of saying where a pronoun is spoken of, which may be the speaker;
    leave it open where it is somebody else."""
    clause = table[v][4]
    subject = kid(table, clause, "nsubj", "nsubjpass")
    if subject is not None and table[subject][2] == "PRP":
        hang(table, v, "conj", says)
    else:
        hang(table, v, "dep", clause)


def _is_thing(table: list[Row], clause: int, classes: Classify) -> bool:
    """Return whether a clause is told of something that speaks to nobody."""
    subject = kid(table, clause, "nsubj", "nsubjpass", "expl")
    if subject is None:
        return False
    word, lemma, _, dep, *_ = table[subject]
    return dep == "expl" or word.lower() in _EMPTY or bool(_THINGS & classes(word, lemma))
