"""Participles of harm behind a noun, which the parser hangs on the verb above as that verb's own.

"The league awaits the trial of Leo Berg, arrested in May": it is Berg who was arrested.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import Row, has, kid, kids

_OWN = frozenset({"nsubj", "nsubjpass", "dobj", "aux", "auxpass", "mark", "xcomp", "ccomp"})
#: before a clause that tells when or how somebody was harmed
_OPENING = frozenset({"when", "as", "after", "while"})
#: a label under which a participle has nobody it is done to
LOOSE = "meta"


def repair_participles(table: list[Row], classes: Classify) -> None:
    """Hang each participle of harm behind "PERSON ," on that person; loosen it behind a thing.

    Whoever the clause is about is left to it behind a place or a day: "died in Oslo, shot by".
    """
    _no_past_tense(table, classes)
    _killed_doing(table, classes)
    _harmed_at_it(table, classes)
    _shot_and_killed(table, classes)
    _gapped(table, classes)
    for c in range(3, len(table)):
        noun = _before(table, c, classes)
        noun = _described(table, c, classes) if noun is None else noun
        if noun is None:
            continue
        word, lemma, _, _, head, start = table[c]
        if table[noun][2] == "VBN":  # "were beaten, then shot"
            table[c] = (word, lemma, "VBN", "conj", noun, start)
            continue
        done = _done_by(table, noun)
        if done is not None:
            table[c] = (word, lemma, "VBN", "conj", done, start)
            continue
        bearer = _bearer(table, noun, classes)
        if bearer is not None:
            table[c] = (word, lemma, "VBN", "acl", bearer, start)
        elif not _tells_where(table, noun, classes):
            table[c] = (word, lemma, "VBN", LOOSE, head, start)


def _before(table: list[Row], c: int, classes: Classify) -> int | None:
    """Return the noun, or passive of an inner clause, before the comma before participle c; None
    where c is none of harm."""
    word, lemma, tag, dep, verb, _ = table[c]
    if dep not in {"advcl", "conj"} or tag not in {"VBN", "VBD"} or not verb < c:
        return None
    if "suffered_verbs" not in classes(word, lemma):
        return None
    if any(row[4] == c and row[3] in _OWN for row in table):
        return None
    at = c - 1
    while at > 0 and table[at][2].startswith("RB") and table[at][4] in {c, verb}:
        at -= 1
    noun = at - 1
    if table[at][0] != "," or not verb < noun or table[verb][2][:2] not in {"VB", "MD"}:
        return None
    if table[noun][2:4] == ("VBN", "relcl"):
        return noun
    return noun if dep == "advcl" and table[noun][2].startswith("NN") else None


def _described(table: list[Row], c: int, classes: Classify) -> int | None:
    """Return whoever does the passive before the comma, of whom the parser has c tell more."""
    word, lemma, tag, dep, noun, _ = table[c]
    aside = dep == "acl" and tag == "VBN" and noun == c - 2 and table[c - 1][0] == ","
    harmed = aside and "suffered_verbs" in classes(word, lemma)
    return noun if harmed and _done_by(table, noun) is not None else None


def _done_by(table: list[Row], noun: int) -> int | None:
    """Return the passive that a noun does, None where it does none: "were held by rebels, beaten
    and killed" beats no rebel."""
    by = table[noun][4]
    verb = table[by][4]
    doer = table[noun][3] == "pobj" and table[by][3] == "agent"
    return verb if doer and has(table, verb, "auxpass") else None


def _bearer(table: list[Row], noun: int, classes: Classify) -> int | None:
    """Return the person that the noun before the comma names, None where it may be a thing."""
    if _tells_where(table, noun, classes):
        return None
    up = table[noun][4]
    owner = table[up][4] if table[up][0].lower() == "of" else noun
    if "office_holders" in classes(table[owner][0], table[owner][1]):
        return owner  # "the mayor of San Pedro, arrested"
    kinds = classes(table[noun][0], table[noun][1])
    full = table[noun][2] == "NNP" and table[noun - 1][2:5] == ("NNP", "compound", noun)
    return noun if full or table[noun][2] == "NNPS" or "people_nouns" in kinds else None


def _tells_where(table: list[Row], noun: int, classes: Classify) -> bool:
    """Return whether a noun stands behind a preposition of place or is a day."""
    up = table[noun]
    day = bool({"weekdays", "temporal_words"} & classes(up[0], up[1]))
    word, lemma = table[up[4]][:2]
    place = bool({"location_prepositions", "arrival_prepositions"} & classes(word, lemma))
    return day or (up[3] == "pobj" and (place or word.lower() == "from"))


def _no_past_tense(table: list[Row], classes: Classify) -> None:
    """Read as a participle what has no other form, where the parser made it a past tense: "the
    fifth deputy slain" did not slay."""
    for i, (word, lemma, tag, dep, head, start) in enumerate(table):
        if tag != "VBD" or "participle_forms" not in classes(word, word.lower()):
            continue
        if has(table, i, "aux", "auxpass", "dobj"):
            continue
        table[i] = (word, lemma, "VBN", dep, head, start)
        for subject in kids(table, i, "nsubj"):
            table[subject] = (*table[subject][:3], "nsubjpass", *table[subject][4:])


def _killed_doing(table: list[Row], classes: Classify) -> None:
    """Hang a verb of harm on the noun before it, where what follows tells at what, or by whom:
    "mourned a baker killed fighting the rebels", "one of nine Danes killed fighting".

    Whoever mourns kills nobody, and who kills, kills somebody.
    """
    for c in range(2, len(table) - 1):
        word, lemma, tag, dep, head, start = table[c]
        if tag not in {"VBD", "VBN"} or dep not in {"acl", "advcl", "ccomp", "relcl"} or head >= c:
            continue
        noun, behind = table[c - 1], table[c + 1]
        told = behind[4] == c and (behind[2] == "VBG" or behind[0].lower() == "by")
        clause = kid(table, c, "advcl")
        told = told or (behind[0].lower() in _OPENING and clause is not None and dep == "advcl")
        if not told or noun[2] not in {"NN", "NNS"} or "effect_verbs" not in classes(word, lemma):
            continue
        if has(table, c, "dobj", "aux", "auxpass") or not _freed(table, c):
            continue
        table[c] = (word, lemma, "VBN", "acl", c - 1, start)


def _freed(table: list[Row], c: int) -> bool:
    """Hang the noun before verb c on the verb above, if it was the subject of c; return whether
    it is no subject now."""
    noun, head = table[c - 1], table[c][4]
    if noun[4] != c:
        return not has(table, c, "nsubj", "nsubjpass", "mark")
    mark = kid(table, c, "mark")
    if mark is not None and table[mark][0].lower() == "for":
        table[mark] = (*table[mark][:2], "IN", "prep", head, table[mark][5])
        table[c - 1] = (*noun[:3], "pobj", mark, noun[5])
    elif mark is None and table[c][3] == "ccomp" and not has(table, head, "dobj"):
        table[c - 1] = (*noun[:3], "dobj", head, noun[5])
    else:
        return False
    return True


def repair_blamed(table: list[Row]) -> None:
    """Read "to blame" behind "be" as what is said of the subject: "the banks are to blame" is no
    plan of theirs to blame anybody."""
    for i, (word, lemma, _, dep, head, start) in enumerate(table):
        behind = i > 1 and table[i - 1][0].lower() == "to" and table[head][1] == "be"
        if lemma != "blame" or dep != "xcomp" or not behind or has(table, i, "dobj"):
            continue
        table[i] = (word, lemma, "JJ", "acomp", head, start)


def _harmed_at_it(table: list[Row], classes: Classify) -> None:
    """Make whoever is harmed at something the object: "attacked farmers picking olives".

    The parser makes the farmers' picking what was attacked.
    """
    for c, (word, lemma, tag, dep, verb, start) in enumerate(table):
        if tag != "VBG" or dep != "ccomp" or "harming_verbs" not in classes(*table[verb][:2]):
            continue
        victims = [k for k in kids(table, c, "nsubj") if verb < k < c]
        if not victims or has(table, verb, "dobj") or has(table, c, "aux", "mark"):
            continue
        for k in victims:
            table[k] = (*table[k][:3], "dobj", verb, table[k][5])
        table[c] = (word, lemma, tag, "acl", victims[0], start)


def _shot_and_killed(table: list[Row], classes: Classify) -> None:
    """Read two verbs of harm that harm nobody as what was suffered: "video of a nun shot and
    killed on Monday was shown": she shot nobody."""
    for c, (word, lemma, tag, dep, first, start) in enumerate(table):
        if dep != "conj" or tag not in {"VBD", "VBN"} or "effect_verbs" not in classes(word, lemma):
            continue
        harm = table[first][2] == "VBD" and "harming_verbs" in classes(*table[first][:2])
        if not harm or any(has(table, v, "dobj", "aux", "prt", "agent") for v in (first, c)):
            continue
        if first != c - 2 or has(table, c, *_OWN) or has(table, first, "prep", "ccomp"):
            continue
        table[c] = (word, lemma, "VBN", dep, first, start)
        word, lemma, _, dep, head, start = table[first]
        table[first] = (word, lemma, "VBN", dep, head, start)
        for subject in kids(table, first, "nsubj"):
            table[subject] = (*table[subject][:3], "nsubjpass", *table[subject][4:])


def _gapped(table: list[Row], classes: Classify) -> None:
    """Read a second participle with its own subject as suffered like the first: "a mill had been
    destroyed and three people killed"."""
    for c, (word, lemma, tag, dep, first, _) in enumerate(table):
        same = dep == "conj" and tag in {"VBN", "VBD"} and table[first][2] == "VBN"
        if not same or not has(table, first, "auxpass") or has(table, c, "dobj", "aux", "agent"):
            continue
        subject = kid(table, c, "nsubj")
        if subject is None or not first < subject < c or has(table, c, "xcomp", "ccomp", "auxpass"):
            continue
        if "suffered_verbs" in classes(word, lemma) or "effect_verbs" in classes(word, lemma):
            table[c] = (*table[c][:2], "VBN", *table[c][3:])
            table[subject] = (*table[subject][:3], "nsubjpass", *table[subject][4:])
