"""What the parser is known to get wrong, put right before anybody reads the parse."""

from __future__ import annotations

from reportedly.coding.sentences.contracted import repair_contracted
from reportedly.coding.sentences.gerunds import repair_gerunds
from reportedly.coding.sentences.reduced import repair_reduced
from reportedly.coding.sentences.same_forms import repair_same_forms
from reportedly.coding.sentences.sentence import Classify
from reportedly.coding.sentences.table import FINITE, SUBJECTS, Row, has, kid, kids, root_of

#: labels of a verb's parties
_PARTIES = frozenset({"nsubj", "nsubjpass", "dobj"})


def _join_hyphens(table: list[Row]) -> None:
    """Hang the parts of a hyphened word on its last part, where the parser made them equals.

    "non-combatants" is one object, not three.
    """
    for j in range(1, len(table) - 1):
        (before, dash, after) = table[j - 1 : j + 2]
        if (before[0].lower(), dash[0], after[0].lower()) == ("no", "-", "one"):
            table[j - 1] = (*before[:3], "det", j + 1, before[5])
            continue
        glued = before[5] + len(before[0]) == dash[5] and dash[5] + 1 == after[5]
        if dash[0] == "-" and glued and before[3:5] == after[3:5] and before[4] != j - 1:
            table[j - 1] = (*before[:3], "compound", j + 1, before[5])
            table[j] = (*dash[:3], "punct", j + 1, dash[5])


def _join_titles(table: list[Row]) -> None:
    """Hang a title on the name behind it, where the parser made them two subjects of one verb.

    "Foreign Minister Choe Son Hui held talks" has one.
    """
    for j in range(len(table) - 1):
        title, name = table[j], table[j + 1]
        proper = title[2] == name[2] == "NNP" and title[5] + len(title[0]) + 1 == name[5]
        if proper and title[3:5] == name[3:5] == ("nsubj", name[4]):
            table[j] = (*title[:3], "compound", j + 1, title[5])


def _list_opener(table: list[Row]) -> None:
    """Make a name that opens a list its first subject: "Chad, Niger and Benin agreed".

    The parser takes it for an adverb of the verb.
    """
    if len(table) < 5:
        return
    (opener, comma, second) = table[:3]
    names = opener[2] == second[2] == "NNP" and comma[0] == ","
    loose = opener[3] in {"advmod", "npadvmod", "dep", "intj"} and second[3] in SUBJECTS
    if names and loose and opener[4] == second[4] and has(table, 2, "conj"):
        table[0] = (*opener[:3], second[3], second[4], opener[5])
        table[2] = (*second[:3], "conj", 0, second[5])


def _short_name_before_role(table: list[Row]) -> None:
    """Hang a body's initials on the noun behind them: "WHO chief urges", no question."""
    for j in range(len(table) - 1):
        word, noun = table[j], table[j + 1]
        question = word[0] == "WHO" and word[2] in {"WP", "NNP"} and not noun[0].isupper()
        if question and noun[2] == "NN" and word[3:5] == noun[3:5]:
            table[j] = (word[0], "WHO", "NNP", "compound", j + 1, word[5])


def repair(table: list[Row], classes: Classify) -> None:
    """Apply every repair to one sentence. classes: word and lemma → their classes of words."""
    _join_hyphens(table)
    _join_titles(table)
    _list_opener(table)
    _short_name_before_role(table)
    _count_object(table)
    _free_receiver(table)
    _give_verb(table)
    _verb_in_clause(table)
    _relative_clause(table)
    repair_reduced(table, classes)
    repair_gerunds(table)
    _inverted_condition(table)
    _plan_clause(table, classes)
    _told_verb(table)
    _join_alike(table)
    _join_infinitive(table)
    _join_relative(table)
    repair_contracted(table, classes)
    repair_same_forms(table, classes)


def _inverted_condition(table: list[Row]) -> None:
    """Give "should Chad attack" and "were Chad to attack" the subject that stands behind."""
    first = table[0][0].lower()
    if first not in {"should", "had", "were"}:
        return
    for i, (word, lemma, tag, dep, head, start) in enumerate(table[1:5], 1):
        verb = table[head]
        if (
            first != "were"
            and dep == "compound"
            and verb[2].startswith("VB")
            and table[0][4] == head
        ):
            table[i] = (word, lemma, tag, "nsubj", head, start)
        elif first == "were" and tag == "VB" and dep == "xcomp" and verb[3] == "nsubj":
            table[i] = (word, lemma, tag, dep, verb[4], start)


def _plan_clause(table: list[Row], classes: Classify) -> None:
    """Hang "to bomb the embassy" on the plot right before it, not on the verb that foils it."""
    for i, (word, lemma, tag, dep, head, start) in enumerate(table):
        if tag != "VB" or dep not in {"advcl", "xcomp"}:
            continue
        to = next((k for k, row in enumerate(table[:i]) if row[2] == "TO" and row[4] == i), 0)
        noun = table[to - 1] if to else table[0]
        planned = "clause_nouns" in classes(noun[0], noun[1]) and noun[2].startswith("NN")
        if to and planned and noun[3] in {"dobj", "nsubjpass"} and noun[4] == head:
            table[i] = (word, lemma, tag, "acl", to - 1, start)


def _relative_clause(table: list[Row]) -> None:
    """Call a noun's clause relative where a relative pronoun is a party of its verb.

    The parser calls some of those `acl`, as if they were what the noun says.
    """
    for i, (word, _, tag, dep, verb, _) in enumerate(table):
        pronoun = tag in {"WDT", "WP"} or word.lower() == "that"
        if not pronoun or dep not in _PARTIES or table[verb][3] != "acl":
            continue
        # not "the claim that it shelled a school": the place is taken
        if not any(row[3:5] == (dep, verb) and k != i for k, row in enumerate(table)):
            (form, lemma, own, _, head, start) = table[verb]
            table[verb] = (form, lemma, own, "relcl", head, start)


def _count_object(table: list[Row]) -> None:
    """Make an object of what the parser took for a place or time: "sent up to 300 tanks", "lost
    between 300 and 400 men"."""
    for p, (word, lemma, tag, dep, verb, start) in enumerate(table):
        joint = table[p + 2][0].lower() if p + 2 < len(table) else ""
        opens = (word.lower(), joint) in {("between", "and"), ("from", "to")} or (
            word.lower() == "to" and p > 0 and table[p - 1][0].lower() == "up"
        )
        near = p + 1 < len(table) and table[p + 1][2] == "CD"
        if dep != "prep" or not (opens and near) or not table[verb][2].startswith("VB"):
            continue
        counted = next((k for k, row in enumerate(table) if row[3:5] == ("pobj", p)), None)
        if counted is None or not table[counted][2].startswith("NNS") or table[p + 1][4] != counted:
            continue
        table[counted] = (*table[counted][:3], "dobj", verb, table[counted][5])
        table[p] = (word, lemma, tag, "quantmod", p + 1, start)
        if word.lower() == "to":
            table[p - 1] = (*table[p - 1][:3], "quantmod", p + 1, table[p - 1][5])


def _free_receiver(table: list[Row]) -> None:
    """Hang "to Mali" on the verb where the parser hung it on the price: "sold jets worth $2bn"."""
    for k, (word, lemma, tag, dep, head, start) in enumerate(table):
        if dep != "prep" or word.lower() not in {"to", "from"} or table[head][0].lower() != "worth":
            continue
        up = table[head][4]
        while up != table[up][4] and not table[up][2].startswith("VB"):
            up = table[up][4]
        if table[up][2].startswith("VB"):
            table[k] = (word, lemma, tag, "prep", up, start)


def _give_verb(table: list[Row]) -> None:
    """Make a participle the main verb of a full sentence that the parser left without one.

    "Kim, the leader, convened with Putin." came out as a noun with a reduced relative clause;
    a sentence that ends with a full stop has a verb.
    """
    root = root_of(table)
    if not table[root][2].startswith("NN") or table[-1][0] != ".":
        return
    if any(row[2] in {"VBD", "VBZ", "VBP", "MD"} and row[3] != "relcl" for row in table):
        return
    for i, (word, lemma, tag, dep, head, start) in enumerate(table):
        agent = any(row[4] == i and row[3] == "agent" for row in table)
        if dep == "acl" and head == root and tag == "VBN" and not agent:
            table[i] = (word, lemma, "VBD", "ROOT", i, start)
            table[root] = (*table[root][:3], "nsubj", i, table[root][5])
            return
        if dep == "amod" and tag == "VBN" and root < i < head and _hangs(table, head, root):
            table[i] = (word, lemma, "VBD", "ROOT", i, start)
            table[root] = (*table[root][:3], "nsubj", i, table[root][5])
            table[head] = (*table[head][:3], "dobj", i, table[head][5])
            return


def _verb_in_clause(table: list[Row]) -> None:
    """Call a noun with a subject and an object a verb: "demanded that the US ease sanctions"."""
    for i, (word, lemma, tag, dep, head, start) in enumerate(table):
        if tag not in {"NN", "JJ", "VBN"} or dep not in {"acl", "ccomp", "advcl", "relcl", "conj"}:
            continue
        below = {row[3] for row in table if row[4] == i}
        if tag == "VBN" and below & {"aux", "auxpass", "nsubjpass"}:
            continue
        if {"nsubj", "dobj"} <= below and not below & {"cop", "det", "poss"}:
            table[i] = (word, lemma, "VBD" if tag == "VBN" else "VBP", dep, head, start)


def _hangs(table: list[Row], i: int, root: int) -> bool:
    """Return whether a noun is held for an apposition or name part of the subject before it.

    "A court on Tuesday freed pastor Ncube" came out as a court, also known as a freed pastor.
    """
    return table[i][3] in {"appos", "conj", "npadvmod"} and table[i][4] == root


def _told_verb(table: list[Row]) -> None:
    """Call the main verb behind its subject a present, which the tagger takes for an infinitive."""
    for i, (word, lemma, tag, dep, head, start) in enumerate(table):
        subject = kid(table, i, "nsubj") if dep == "ROOT" and tag == "VB" else None
        if subject is not None and subject < i and not has(table, i, "aux", "auxpass", "neg"):
            table[i] = (word, lemma, "VBP", dep, head, start)


def _join_alike(table: list[Row]) -> None:
    """Join a verb to the one before it that is told in the same tense, not to one inside it.

    "Chad has denied that it shelled Kori and blames Niger": it does not deny that it blames.
    """
    for c, (word, lemma, tag, dep, head, start) in enumerate(table):
        if dep != "conj" or tag not in {"VBD", "VBZ", "VBP"} or table[head][2][:2] != "VB":
            continue
        if has(table, c, "aux", "auxpass", *SUBJECTS) or _told_as(table, head, tag):
            continue
        up = head
        while table[up][3] in {"ccomp", "xcomp", "advcl", "conj"} and not _told_as(table, up, tag):
            up = table[up][4]
        if up < head and table[up][2][:2] == "VB" and _told_as(table, up, tag):
            table[c] = (word, lemma, tag, dep, up, start)


def _join_infinitive(table: list[Row]) -> None:
    """Join a bare verb to the infinitive before it, not to the finite verb above.

    "Urged Chad to show restraint and free the men": nobody has freed them.
    """
    for c, (word, lemma, tag, dep, head, start) in enumerate(table):
        if dep != "conj" or tag != "VB" or table[head][2] not in {"VBD", "VBZ"}:
            continue
        if has(table, c, "aux", "auxpass", *SUBJECTS) or has(table, head, "aux", "auxpass"):
            continue
        inner = [k for k in kids(table, head, "xcomp", "ccomp", "advcl") if table[k][2] == "VB"]
        asked = [k for k in inner if head < k < c and "TO" in {table[m][2] for m in kids(table, k)}]
        if asked:
            table[c] = (word, lemma, tag, dep, asked[-1], start)


def _join_relative(table: list[Row]) -> None:
    """Join a verb listed behind a comma to the relative clause before it, not to the passive above.

    "Held by rebels who burned the church, robbed the school and killed the guards": the rebels did.
    """
    for c, (word, lemma, tag, dep, head, start) in enumerate(table):
        if (
            dep != "conj"
            or tag != "VBD"
            or table[c - 1][0] != ","
            or not has(table, c, "dobj", "cc")
        ):
            continue
        own = has(table, c, "aux", "auxpass", *SUBJECTS)
        if own or table[head][2] != "VBN" or not has(table, head, "auxpass"):
            continue
        inner = [k for k in range(head, c) if table[k][2:4] == ("VBD", "relcl")]
        if inner and not any(row[2] == "CC" for row in table[inner[-1] : c]):
            table[c] = (word, lemma, tag, dep, inner[-1], start)


def _told_as(table: list[Row], i: int, tag: str) -> bool:
    """Return whether verb i is told in the past as tag is, or in the present as tag is."""
    tags = [row[2] for row in table if row[4] == i and row[3] in {"aux", "auxpass"}]
    tags.append(table[i][2])
    return "MD" in tags or any((one == "VBD") == (tag == "VBD") for one in tags if one in FINITE)
