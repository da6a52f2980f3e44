"""The judge of status on sentences built by hand, and how effects compose. No model."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hand_parsed import sentence_of

from reportedly import lexicons
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.presentation.mood import Reading
from reportedly.coding.presentation.scope import Judge
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary, pos


def one(name: str, *row: object) -> Any:
    """Return a row of a table as a parameter of that name."""
    return pytest.param(*row, id=name)


@cache
def vocabulary() -> Vocabulary:
    """The project's own lexicons."""
    return Vocabulary.of(lexicons.load(()))


def first_types(sentence: Sentence, words: Vocabulary) -> dict[int, str | None]:
    """Return the type of each word's first sense, as if it had been chosen."""
    keys = ((i, (sentence.lemmas[i], pos(sentence, i))) for i in range(len(sentence)))
    return {i: words.types[key] for i, key in keys if key in words.types}


@pytest.mark.parametrize(
    ("effects", "status", "factuality"),
    [
        one("nothing", [], "happened", "CT+"),
        one("planned", ["planned"], "planned", "PR+"),
        one("negated", ["negated"], "negated", "CT-"),
        one("negated twice", ["negated", "negated"], "happened", "CT+"),
        one("planned, then negated", ["planned", "negated"], "negated", "CT-"),
        one("possible", ["possible"], "possible", "PS+"),
        one("possibly not", ["negated", "possible"], "possible", "PS-"),
        one("probable", ["probable"], "possible", "PR+"),
        one("the weaker certainty stays", ["possible", "probable"], "possible", "PS+"),
        one("wanted", ["wanted"], "possible", "Uu"),
        one("doubted", ["doubted"], "possible", "PS-"),
        one("uncommitted", ["uncommitted"], "possible", "Uu"),
        one("conditional", ["conditional"], "conditional", "Uu"),
        one("a plan under if", ["planned", "conditional"], "conditional", "Uu"),
        one("ongoing", ["ongoing"], "ongoing", "CT+"),
        one("keep", ["planned", "keep"], "planned", "PR+"),
    ],
)
def test_effects_compose(effects: list[str], status: str, factuality: str) -> None:
    reading = Reading()
    for effect in effects:
        reading = reading.after(effect, f"rule.{effect}")

    assert (reading.status, reading.factuality) == (status, factuality)
    assert reading.rules == tuple(f"rule.{effect}" for effect in effects)


SENTENCES = [
    one(
        "simple past",
        ("France/france/NNP/nsubj/1 bombed/bomb/VBD/ROOT/1 Libya/libya/NNP/dobj/1 ./././punct/1"),
        "bombed",
        "happened",
        "CT+",
    ),
    one(
        "will",
        (
            "France/france/NNP/nsubj/2 will/will/MD/aux/2 bomb/bomb/VB/ROOT/2 "
            "Libya/libya/NNP/dobj/2 ./././punct/2"
        ),
        "bomb",
        "planned",
        "PR+",
    ),
    one(
        "may",
        (
            "France/france/NNP/nsubj/2 may/may/MD/aux/2 bomb/bomb/VB/ROOT/2 "
            "Libya/libya/NNP/dobj/2 ./././punct/2"
        ),
        "bomb",
        "possible",
        "PS+",
    ),
    one(
        "not",
        (
            "France/france/NNP/nsubj/3 did/do/VBD/aux/3 not/not/RB/neg/3 bomb/bomb/VB/ROOT/3 "
            "Libya/libya/NNP/dobj/3 ./././punct/3"
        ),
        "bomb",
        "negated",
        "CT-",
    ),
    one(
        "never",
        (
            "France/france/NNP/nsubj/2 never/never/RB/neg/2 bombed/bomb/VBD/ROOT/2 "
            "Libya/libya/NNP/dobj/2 ./././punct/2"
        ),
        "bombed",
        "negated",
        "CT-",
    ),
    one(
        "progressive",
        (
            "France/france/NNP/nsubj/2 is/be/VBZ/aux/2 bombing/bomb/VBG/ROOT/2 "
            "Libya/libya/NNP/dobj/2 ./././punct/2"
        ),
        "bombing",
        "ongoing",
        "CT+",
    ),
    one(
        "would alone",
        (
            "France/france/NNP/nsubj/2 would/would/MD/aux/2 bomb/bomb/VB/ROOT/2 "
            "Libya/libya/NNP/dobj/2 ./././punct/2"
        ),
        "bomb",
        "conditional",
        "Uu",
    ),
    one(
        "would under said",
        (
            "Rome/rome/NNP/nsubj/1 said/say/VBD/ROOT/1 France/france/NNP/nsubj/4 "
            "would/would/MD/aux/4 bomb/bomb/VB/ccomp/1 Libya/libya/NNP/dobj/4 ./././punct/1"
        ),
        "bomb",
        "planned",
        "PR+",
    ),
    one(
        "plans to",
        (
            "France/france/NNP/nsubj/1 plans/plan/VBZ/ROOT/1 to/to/TO/aux/3 bomb/bomb/VB/xcomp/1 "
            "Libya/libya/NNP/dobj/3 ./././punct/1"
        ),
        "bomb",
        "planned",
        "PR+",
    ),
    one(
        "is to",
        (
            "France/france/NNP/nsubj/1 is/be/VBZ/ROOT/1 to/to/TO/aux/3 bomb/bomb/VB/xcomp/1 "
            "Libya/libya/NNP/dobj/3 ./././punct/1"
        ),
        "bomb",
        "planned",
        "PR+",
    ),
    one(
        "failed to",
        (
            "France/france/NNP/nsubj/1 failed/fail/VBD/ROOT/1 to/to/TO/aux/3 bomb/bomb/VB/xcomp/1 "
            "Libya/libya/NNP/dobj/3 ./././punct/1"
        ),
        "bomb",
        "negated",
        "CT-",
    ),
    one(
        "managed to",
        (
            "France/france/NNP/nsubj/1 managed/manage/VBD/ROOT/1 to/to/TO/aux/3 "
            "bomb/bomb/VB/xcomp/1 Libya/libya/NNP/dobj/3 ./././punct/1"
        ),
        "bomb",
        "happened",
        "CT+",
    ),
    one(
        "refused to",
        (
            "France/france/NNP/nsubj/1 refused/refuse/VBD/ROOT/1 to/to/TO/aux/3 "
            "bomb/bomb/VB/xcomp/1 Libya/libya/NNP/dobj/3 ./././punct/1"
        ),
        "bomb",
        "negated",
        "CT-",
    ),
    one(
        "denied that",
        (
            "France/france/NNP/nsubj/1 denied/deny/VBD/ROOT/1 that/that/IN/mark/4 "
            "it/it/PRP/nsubj/4 bombed/bomb/VBD/ccomp/1 Libya/libya/NNP/dobj/4 ./././punct/1"
        ),
        "bombed",
        "negated",
        "CT-",
    ),
    one(
        "believes that",
        (
            "Rome/rome/NNP/nsubj/1 believes/believe/VBZ/ROOT/1 that/that/IN/mark/4 "
            "France/france/NNP/nsubj/4 bombed/bomb/VBD/ccomp/1 Libya/libya/NNP/dobj/4 "
            "./././punct/1"
        ),
        "bombed",
        "possible",
        "PR+",
    ),
    one(
        "doubts that",
        (
            "Rome/rome/NNP/nsubj/1 doubts/doubt/VBZ/ROOT/1 that/that/IN/mark/4 "
            "France/france/NNP/nsubj/4 bombed/bomb/VBD/ccomp/1 Libya/libya/NNP/dobj/4 "
            "./././punct/1"
        ),
        "bombed",
        "possible",
        "PS-",
    ),
    one(
        "fears that",
        (
            "Rome/rome/NNP/nsubj/1 fears/fear/VBZ/ROOT/1 that/that/IN/mark/4 "
            "France/france/NNP/nsubj/4 bombed/bomb/VBD/ccomp/1 Libya/libya/NNP/dobj/4 "
            "./././punct/1"
        ),
        "bombed",
        "possible",
        "PS+",
    ),
    one(
        "likely to",
        (
            "France/france/NNP/nsubj/1 is/be/VBZ/ROOT/1 likely/likely/JJ/acomp/1 to/to/TO/aux/4 "
            "bomb/bomb/VB/xcomp/2 Libya/libya/NNP/dobj/4 ./././punct/1"
        ),
        "bomb",
        "possible",
        "PR+",
    ),
    one(
        "hopes to",
        (
            "France/france/NNP/nsubj/1 hopes/hope/VBZ/ROOT/1 to/to/TO/aux/3 bomb/bomb/VB/xcomp/1 "
            "Libya/libya/NNP/dobj/3 ./././punct/1"
        ),
        "bomb",
        "possible",
        "Uu",
    ),
    one(
        "if",
        (
            "If/if/IN/mark/2 France/france/NNP/nsubj/2 bombs/bomb/VBZ/advcl/7 "
            "Libya/libya/NNP/dobj/2 ,/,/,/punct/7 Rome/rome/NNP/nsubj/7 will/will/MD/aux/7 "
            "pay/pay/VB/ROOT/7 ./././punct/7"
        ),
        "bombs",
        "conditional",
        "Uu",
    ),
    one(
        "question",
        (
            "Did/do/VBD/aux/2 France/france/NNP/nsubj/2 bomb/bomb/VB/ROOT/2 "
            "Libya/libya/NNP/dobj/2 ?/?/./punct/2"
        ),
        "bomb",
        "possible",
        "Uu",
    ),
    one(
        "probably",
        (
            "France/france/NNP/nsubj/2 probably/probably/RB/advmod/2 bombed/bomb/VBD/ROOT/2 "
            "Libya/libya/NNP/dobj/2 ./././punct/2"
        ),
        "bombed",
        "possible",
        "PR+",
    ),
    one(
        "began",
        (
            "France/france/NNP/nsubj/1 began/begin/VBD/ROOT/1 bombing/bomb/VBG/xcomp/1 "
            "Libya/libya/NNP/dobj/2 ./././punct/1"
        ),
        "bombing",
        "happened",
        "CT+",
    ),
    one(
        "continued",
        (
            "France/france/NNP/nsubj/1 continued/continue/VBD/ROOT/1 bombing/bomb/VBG/xcomp/1 "
            "Libya/libya/NNP/dobj/2 ./././punct/1"
        ),
        "bombing",
        "ongoing",
        "CT+",
    ),
    one(
        "plan as a noun",
        (
            "A/a/DT/det/1 plan/plan/NN/nsubj/5 to/to/TO/aux/3 bomb/bomb/VB/acl/1 "
            "Libya/libya/NNP/dobj/3 leaked/leak/VBN/ROOT/5 ./././punct/5"
        ),
        "bomb",
        "planned",
        "PR+",
    ),
    one(
        "failed to agree to",
        (
            "France/france/NNP/nsubj/1 failed/fail/VBD/ROOT/1 to/to/TO/aux/3 "
            "agree/agree/VB/xcomp/1 to/to/TO/aux/5 bomb/bomb/VB/xcomp/3 Libya/libya/NNP/dobj/5 "
            "./././punct/1"
        ),
        "bomb",
        "negated",
        "CT-",
    ),
    one(
        "said",
        (
            "Rome/rome/NNP/nsubj/1 said/say/VBD/ROOT/1 France/france/NNP/nsubj/3 "
            "bombed/bomb/VBD/ccomp/1 Libya/libya/NNP/dobj/3 ./././punct/1"
        ),
        "bombed",
        "happened",
        "CT+",
    ),
    one(
        "believed, passive",
        (
            "France/france/NNP/nsubjpass/2 is/be/VBZ/auxpass/2 believed/believe/VBN/ROOT/2 "
            "to/to/TO/aux/5 have/have/VB/aux/5 bombed/bomb/VBN/xcomp/2 Libya/libya/NNP/dobj/5 "
            "./././punct/2"
        ),
        "bombed",
        "possible",
        "PR+",
    ),
]


@pytest.mark.parametrize(("parse", "trigger", "status", "factuality"), SENTENCES)
def test_judge(parse: str, trigger: str, status: str, factuality: str) -> None:
    sentence = sentence_of(parse)
    i = sentence.words.index(trigger)

    reading = Judge(Slots.of(sentence), vocabulary(), first_types(sentence, vocabulary())).judge(i)

    assert (reading.status, reading.factuality) == (status, factuality), reading
