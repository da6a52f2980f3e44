"""What the parser tears apart at a comma or a conjunction, put together again."""

from __future__ import annotations

from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import FINITE, SUBJECTS, Row, kid, kids

_FINITE = FINITE | {"MD"}
_BEFORE_NOUNS = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "NNP", "CD"})
#: classes of verbs by which things change hands
_TRADING = frozenset({"getting_verbs", "giving_verbs", "handing_verbs"})
_JOINING = frozenset({"and", "or", "but"})


def repair_torn(table: list[Row], classes: Classify) -> None:
    """Put together lists, subjects, pairs and phrases that came out in two pieces.

    classes: word and lemma → their classes of words.
    """
    _listed_behind(table)
    _lent_subject(table)
    _pair_alike(table)
    _as_well_as(table)
    _noun_before_verb(table)
    _gerund_first(table, classes)
    _held_captive(table, classes)


def _listed_behind(table: list[Row]) -> None:
    """Join what is listed to its end: "favours including tents, a seat, and access to a port".

    The parser ends the list at its first comma and hangs the rest on the verb.
    """
    for p, (word, _, _, dep, _, _) in enumerate(table):
        if word.lower() != "including" or dep != "prep":
            continue
        first = kid(table, p, "pobj")
        if first is None or first + 2 >= len(table) or not _comma(table, first + 1):
            continue
        rest = range(first + 2, len(table) - 1)
        if not _only_nouns(table, rest):
            continue
        before = first
        for part in _parts(table, rest):
            before = _joined(table, part, before)
        return


def _comma(table: list[Row], k: int) -> bool:
    return table[k][0] == ","


def _only_nouns(table: list[Row], rest: range) -> bool:
    """Return whether the rest of a sentence is the rest of a list: no verb of its own, and "and"
    before its last member; some of it hangs on what stands before the list."""
    words = {table[k][0].lower() for k in rest}
    loose = any(table[k][4] < rest.start - 2 for k in rest if table[k][2] != ",")
    clause = any(table[k][2] in _FINITE or table[k][3] in SUBJECTS for k in rest)
    return bool(words & {"and", "or"}) and loose and not clause and table[-1][0] == "."


def _parts(table: list[Row], rest: range) -> list[list[int]]:
    """Return the members, without commas and conjunctions between them."""
    parts: list[list[int]] = [[]]
    for k in rest:
        if _comma(table, k):
            parts.append([])
        elif not (table[k][0].lower() in _JOINING and not parts[-1]):
            parts[-1].append(k)
    return [part for part in parts if part]


def _joined(table: list[Row], part: list[int], before: int) -> int:
    """Hang a member on the one before it; return its head, else the one before."""
    opens = next((n for n, k in enumerate(part) if table[k][2] in {"IN", "TO", "WDT"}), len(part))
    nouns = [k for k in part[:opens] if table[k][2].startswith("NN")]
    if not nouns:
        return before
    head = nouns[-1]
    for k in part:
        row = table[k]
        if k == head:
            table[k] = (*row[:3], "conj", before, row[5])
        elif row[4] not in part or (k < head and row[2] in _BEFORE_NOUNS and row[3] != "compound"):
            label = "amod" if k < head and row[3] != "det" else row[3]
            table[k] = (*row[:3], label, head, row[5])
    return head


def _lent_subject(table: list[Row]) -> None:
    """Give a verb back its subject: "hit by the drought, deliveries of rice are late".

    The parser made one phrase of both: "the drought, deliveries".
    """
    for n, (_, _, tag, dep, up, _) in enumerate(table):
        if dep != "pobj" or not tag.startswith("NN"):
            continue
        comma = next((k for k in range(n - 1, 1, -1) if table[k][3:5] == ("punct", n)), None)
        if comma is None or not _comma(table, comma):
            continue
        inner = comma - 1
        verb = next((v for v, row in enumerate(table) if v > n and row[4] == v), None)
        if table[inner][4] != n or table[inner][2] not in _BEFORE_NOUNS or verb is None:
            continue
        opened = any(table[k][3] == "det" and table[k][4] in {n, inner} for k in range(inner))
        if not opened or table[verb][2] not in _FINITE or kid(table, verb, *SUBJECTS) is not None:
            continue
        table[inner] = (*table[inner][:2], "NN", "pobj", up, table[inner][5])
        for k in range(inner):
            if table[k][4] == n:
                table[k] = (*table[k][:4], inner, table[k][5])
        table[comma] = (*table[comma][:4], verb, table[comma][5])
        table[n] = (*table[n][:3], "nsubj", verb, table[n][5])
        return


def _pair_alike(table: list[Row]) -> None:
    """Join what somebody has to the same of somebody else: "Togo's need for rice due to its feud
    with Mali and Benin's need for oil" tells of two needs, and of no feud with one."""
    for k, (_, lemma, tag, dep, up, _) in enumerate(table):
        if dep != "conj" or not tag.startswith("NN") or table[up][1] == lemma or up > k:
            continue
        if kid(table, k, "poss") is None or kid(table, up, "poss") is not None:
            continue
        alike = (j for j in range(up - 1, -1, -1) if table[j][1] == lemma)
        other = next((j for j in alike if kid(table, j, "poss") is not None), None)
        if other is not None:
            table[k] = (*table[k][:4], other, table[k][5])


def _as_well_as(table: list[Row]) -> None:
    """Hang "for Mali" on the noun that "for Togo" hangs on: "a worry for Togo, as well as for
    Mali"."""
    for k in range(3, len(table)):
        row = table[k]
        if row[3] != "prep" or row[2] != "IN" or table[k - 2][0].lower() != "well":
            continue
        if (table[k - 3][0].lower(), table[k - 1][0].lower()) != ("as", "as"):
            continue
        same = (j for j in range(k - 4, -1, -1) if table[j][0].lower() == row[0].lower())
        other = next((j for j in same if table[j][3] == "prep"), None)
        if other is not None:
            table[k] = (*row[:4], table[other][4], row[5])


def _noun_before_verb(table: list[Row]) -> None:
    """Hang the object of a gerund that is the subject on the gerund: "importing tanks from Mali
    would breach" is not what tanks do."""
    for n, (_, _, _, dep, verb, _) in enumerate(table):
        if dep != "nsubj" or n == 0 or table[n - 1][2] != "VBG":
            continue
        if table[n - 1][3:5] == ("csubj", verb) and kid(table, n - 1, "dobj") is None:
            table[n] = (*table[n][:3], "dobj", n - 1, table[n][5])


def _gerund_first(table: list[Row], classes: Classify) -> None:
    """Make a gerund of giving or getting the subject that the parser hung on its object: "Buying
    shells from Mali could breach" is not what shells from Mali do."""
    for v in range(len(table) - 1):
        word, lemma, tag, dep, n, start = table[v]
        if dep not in {"amod", "compound"} or n != v + 1 or table[n][3] != "nsubj":
            continue
        verb, stem = table[n][4], word.lower().removesuffix("ing")
        lemmas = (lemma,) if tag == "VBG" else (stem, f"{stem}e")  # tagged a noun at the front
        base = next((one for one in lemmas if _TRADING & classes(one, one)), None)
        opens = (v == 0 or _comma(table, v - 1)) and word.endswith("ing")
        if base is None or not opens or not _has_modal(table, verb):
            continue
        table[v] = (word, base, "VBG", "csubj", verb, start)
        table[n] = (*table[n][:3], "dobj", v, table[n][5])


def _has_modal(table: list[Row], verb: int) -> bool:
    return any(row[2] == "MD" and row[4] == verb for row in table)


def _held_captive(table: list[Row], classes: Classify) -> None:
    """Free whoever is held from what they are held as: "held the crew hostage" holds the crew."""
    for k, (word, lemma, tag, dep, up, start) in enumerate(table):
        single = tag in {"NN", "VB", "VBP"} and "captive_words" in classes(word, word.lower())
        if k == 0 or not single:
            continue
        held = table[k - 1]
        if up == k - 1 and held[3] == "relcl" and "keeping_verbs" in classes(*held[:2]):
            table[k] = (word, lemma, "NN", "prt", up, start)  # "a woman he took hostage"
            continue
        inside = held[4] == k and held[3] in {"compound", "nmod", "nsubj"}
        beside = held[4] == up and held[3] in {"dative", "dobj", "iobj"}
        person = held[2][:2] == "NN" or held[2] == "PRP"
        counted = any(table[d][0].lower() in {"a", "an"} for d in kids(table, k, "det"))
        kept = dep in {"dobj", "ccomp"} and "keeping_verbs" in classes(*table[up][:2])
        if not kept or counted or not person or not (inside or beside):
            continue
        for d in kids(table, k, "det", "nummod", "amod", "poss", "compound", "nmod"):
            if d < k - 1:
                table[d] = (*table[d][:4], k - 1, table[d][5])
        for d in kids(table, k, "prep", "npadvmod", "advmod"):
            table[d] = (*table[d][:4], up, table[d][5])
        table[k - 1] = (*held[:3], "dobj", up, held[5])
        table[k] = (word, lemma, "NN", "prt", up, start)
