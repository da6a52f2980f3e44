"""Verbs that the parser left without their subject, which stands right before them.

"Denied the raid and a team of inspectors arrived": it is not the denier who arrived. "Son held as
mother and sister killed": the son killed nobody.
"""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import (
    FINITE,
    SUBJECTS,
    Row,
    begins,
    hang,
    has,
    is_finite,
    kid,
    kids,
    lies_below,
    path,
    subject_label,
)

#: singular and plural subjects, by tag or word
_ONE = frozenset({"NN", "NNP"})
_MANY = frozenset({"NNS", "NNPS"})


def repair_subjects(table: list[Row], classes: Classify) -> None:
    """Give verbs behind "and", behind a headline's "as" and behind a clause about their subject
    the noun before them. classes: word and lemma → their classes of words."""
    for v in range(1, len(table)):
        if table[v][3] == "conj" and table[v][2][:2] in {"VB", "MD"}:
            _joined_clause(table, v)
            _told_by_others(table, v)
            _agreeing(table, v)
            _goes_on_saying(table, v, classes)
            _back_in_the_past(table, v)
        elif table[v][3] == "advcl" and table[v][2] in {"VBD", "VBN"}:
            _headline_as(table, v, classes)
    _named_of(table)
    _behind_preposition(table)


def _behind_preposition(table: list[Row]) -> None:
    """Hang the later of two subjects of a verb on the preposition right before it that governs
    nothing: "her accent and a refusal to sing with a banker hurt her": the banker hurt nobody."""
    for n in range(2, len(table)):
        dep, verb = table[n][3:5]
        if dep not in {"nsubj", "nsubjpass"} or not table[n][2].startswith("NN"):
            continue
        first = next((k for k in kids(table, verb, *SUBJECTS) if k < n), None)
        if first is None or not first < n < verb:
            continue
        p = begins(table, n) - 1
        bare = first < p and table[p][3] == "prep" and not has(table, p, "pobj", "pcomp", "prep")
        if bare and lies_below(table, p, first):
            hang(table, n, "pobj", p)


def _before(table: list[Row], v: int) -> int:
    """Return the word before a verb and its auxiliaries and adverbs."""
    own = [k for k in kids(table, v, "aux", "auxpass", "neg", "advmod") if k < v]
    first = v
    while first - 1 in own:
        first -= 1
    return first - 1


def _goes_on_saying(table: list[Row], v: int, classes: Classify) -> None:
    """Hang a verb of saying on the "he said" right before it: "the ID was found, he said, and
    alleged that"; what was found says nothing."""
    verb = table[v][4]
    says = has(table, v, "ccomp") or "blaming_verbs" in classes(*table[v][:2])
    if has(table, v, *SUBJECTS) or not is_finite(table, v) or not says:
        return
    for p in kids(table, verb, "parataxis"):
        between = all(table[k][3] in {"punct", "cc"} for k in range(p + 1, v))
        if p < v and between and has(table, p, "nsubj") and has(table, verb, "nsubjpass"):
            hang(table, v, "conj", p)


def _back_in_the_past(table: list[Row], v: int) -> None:
    """Hang a past verb behind ", and" on the past above a clause of the present: "named an envoy
    who reports to her, and called for more": no envoy called."""
    clause = table[v][4]
    first = _before(table, v)
    aside = first > 1 and table[first][3] == "cc" and table[first - 1][0] == ","
    if not aside or table[v][2] != "VBD" or has(table, v, "aux", *SUBJECTS):
        return
    if table[clause][2:4] not in {("VBZ", "relcl"), ("VBP", "relcl")}:
        return
    for up in path(table, clause):
        past = table[up][2] == "VBD" or has(table, up, "aux")
        if table[up][2][:2] == "VB" and has(table, up, "nsubj") and past:
            hang(table, v, "conj", up)
            return


def _joined_clause(table: list[Row], v: int) -> None:
    """Make the last of two objects the subject of the verb right behind it: "denied the raid and a
    team of inspectors arrived"."""
    at, verb = _before(table, v), table[v][4]
    if has(table, v, *SUBJECTS) or not is_finite(table, v) or not verb < at:
        return
    for n in range(verb + 1, at + 1):
        held = n == at or lies_below(table, at, n)
        if table[n][3] != "conj" or table[n][2][:2] != "NN" or not held:
            continue
        above = table[n][4]
        cc = next((k for k in kids(table, above, "cc") if above < k < n), None)
        if cc is None or table[above][3] not in {"dobj", "pobj", "attr"}:
            continue
        if all(k in (cc, n) or lies_below(table, k, n) for k in range(cc, at + 1)):
            hang(table, cc, "cc", verb)
            hang(table, n, subject_label(table, v), v)
            return


def _told_by_others(table: list[Row], v: int) -> None:
    """Make a plural that the parser took for part of the name behind it what is told of: "people
    Democrats have asked have refused"."""
    inner = table[v][4]
    teller = kid(table, inner, "nsubj")
    alone = teller is not None and not has(table, v, *SUBJECTS) and is_finite(table, v)
    if teller is None or not alone or _between(table, inner, v) & {"and", "or", "but", ",", ";"}:
        return
    told = teller - 1
    plural = told >= 0 and table[told][2:5] == ("NNS", "compound", teller)
    if not plural or table[teller][2][:2] != "NN":
        return
    root, dep, head = table[inner][4] == inner, table[inner][3], table[inner][4]
    for k in list(kids(table, teller, "amod", "det", "nummod", "poss")):
        if k < told:
            hang(table, k, table[k][3], told)
    for k in list(kids(table, inner)):
        if k < told or (k > v and table[k][3] == "punct"):
            hang(table, k, table[k][3], v)
    hang(table, v, dep, v if root else head)
    hang(table, inner, "relcl", told)
    hang(table, told, subject_label(table, v), v)


def _between(table: list[Row], first: int, last: int) -> set[str]:
    return {table[k][0].lower() for k in range(first + 1, last)}


def _agreeing(table: list[Row], v: int) -> None:
    """Hang a verb on the clause whose subject is of its number: "they fear that Ana may win and
    want to stop her", "fear that Ana could win, and have told her so": Ana wants nothing."""
    above, form = table[v][4], _form(table, v)
    number = _number(table, above)
    if form is None or has(table, v, *SUBJECTS) or number in {form, None}:
        return
    for up in path(table, above):
        if table[up][2][:2] in {"VB", "MD"} and has(table, up, "nsubj"):
            if _number(table, up) == form and is_finite(table, up):
                hang(table, v, "conj", up)
            return


def _form(table: list[Row], v: int) -> str | None:
    """Return whether a verb is in a form of "one" or "many", None where its form does not tell."""
    helping = [k for k in kids(table, v, "aux", "auxpass") if table[k][2] in FINITE | {"MD"}]
    word, _, tag, *_ = table[helping[0] if helping else v]
    if word.lower() in {"was", "were"}:
        return "one" if word.lower() == "was" else "many"
    return {"VBZ": "one", "VBP": "many"}.get(tag)


def _number(table: list[Row], verb: int) -> str | None:
    """Return whether the subject of a verb is "one" or "many", None where that is open."""
    noun = kid(table, verb, "nsubj", "nsubjpass")
    if noun is None:
        return None
    word, _, tag, *_ = table[noun]
    if has(table, noun, "conj") or tag in _MANY or word.lower() in {"they", "we"}:
        return "many"
    quantity = has(table, noun, "nummod", "quantmod") or has(table, noun, "prep")
    single = tag in _ONE and not quantity
    return "one" if single or word.lower() in {"he", "she", "it"} else None


def _headline_as(table: list[Row], v: int, classes: Classify) -> None:
    """Make "mother and sister" what was killed in "Son held as mother and sister killed"."""
    head = table[v][4]
    mark = next((p for p in kids(table, head, "prep") if table[p][0].lower() == "as"), None)
    noun = None if mark is None else kid(table, mark, "pobj")
    if mark is None or noun is None or not head < mark < noun < v or has(table, v, *SUBJECTS):
        return
    plain = table[-1][0] not in {".", "?", "!"} and not has(table, noun, "det")
    if not plain or not all(k == noun or lies_below(table, k, noun) for k in range(mark + 1, v)):
        return
    word, lemma, tag, dep, _, start = table[v]
    suffered = "suffered_verbs" in classes(word, lemma) and not has(table, v, "dobj")
    table[v] = (word, lemma, "VBN" if suffered else tag, dep, head, start)
    hang(table, mark, "mark", v)
    hang(table, noun, "nsubjpass" if suffered else "nsubj", v)


def _named_of(table: list[Row]) -> None:
    """Make whoever speaks the subject that the parser made another name of whom is spoken of: "Of
    Mora, Holm, who has given money to Diaz, said"."""
    if len(table) < 4 or table[0][0].lower() != "of" or table[0][3] != "prep":
        return
    verb, about = table[0][4], kid(table, 0, "pobj")
    said = None if about is None else kid(table, about, "appos")
    if about is None or said is None or table[about + 1][0] != ",":
        return
    if not said < verb or has(table, verb, *SUBJECTS) or table[said][2] != "NNP":
        return
    for k in list(kids(table, about)):
        if k > said:
            hang(table, k, table[k][3], said)
    hang(table, said, subject_label(table, verb), verb)
