"""What a matrix predicate makes of the act in its complement, on sentences built by hand.

The composition tables are the project's own; no model is loaded.
"""

from __future__ import annotations

from functools import cache
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hand_parsed import sentence_of

from reportedly import lexicons
from reportedly.coding.cast.memory import Memory
from reportedly.coding.mentions.names import Gazetteer
from reportedly.coding.pipeline import analysed
from reportedly.coding.staged import staged
from reportedly.coding.tools import Tools
from reportedly.coding.vocabulary import Numerals, Vocabulary
from reportedly.coding.voices.over_sentences import Quotation
from reportedly.records import Section, SectionKind


def one(name: str, *row: object) -> Any:
    """Return a row of a table as a parameter of that name."""
    return pytest.param(*row, id=name)


def singular(word: str) -> str:
    """Return a regular plural's singular: enough for these sentences."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


@cache
def tools() -> Tools:
    """What analysing takes of the tools: no parser, for the sentences come parsed."""
    known = lexicons.load(())
    needed = SimpleNamespace(
        gazetteer=Gazetteer(known, str.split, singular),
        vocabulary=Vocabulary.of(known),
        numerals=Numerals.of(known),
        places=SimpleNamespace(country_of=lambda _: None),
        semantics=None,
    )
    return cast(Tools, needed)


SENTENCES = [
    one(
        "ask to send",
        (
            "Berlin/berlin/NNP/nsubj/1 asked/ask/VBD/ROOT/1 Kyiv/kyiv/NNP/dobj/1 to/to/TO/aux/4 "
            "send/send/VB/xcomp/1 tanks/tank/NNS/dobj/4 ./././punct/1"
        ),
        [("REQUEST", "assist", "happened", ["DEU"], ["UKR"])],
    ),
    one(
        "refuse to meet",
        (
            "Berlin/berlin/NNP/nsubj/1 refused/refuse/VBD/ROOT/1 to/to/TO/aux/3 "
            "meet/meet/VB/xcomp/1 Kyiv/kyiv/NNP/dobj/3 ./././punct/1"
        ),
        [("REJECT", "meet", "happened", ["DEU"], ["UKR"])],
    ),
    one(
        "threaten to bomb",
        (
            "Berlin/berlin/NNP/nsubj/1 threatened/threaten/VBD/ROOT/1 to/to/TO/aux/3 "
            "bomb/bomb/VB/xcomp/1 Kyiv/kyiv/NNP/dobj/3 ./././punct/1"
        ),
        [("THREATEN", "violence", "happened", ["DEU"], ["UKR"])],
    ),
    one(
        "agree to send",
        (
            "Berlin/berlin/NNP/nsubj/1 agreed/agree/VBD/ROOT/1 to/to/TO/aux/3 "
            "send/send/VB/xcomp/1 tanks/tank/NNS/dobj/3 to/to/IN/prep/3 Kyiv/kyiv/NNP/pobj/5 "
            "./././punct/1"
        ),
        [
            ("AGREE", None, "happened", ["DEU"], ["UKR"]),
            ("AID", None, "planned", ["DEU"], ["UKR"]),
        ],
    ),
    one(
        "agree to lift",
        (
            "Berlin/berlin/NNP/nsubj/1 agreed/agree/VBD/ROOT/1 to/to/TO/aux/3 "
            "lift/lift/VB/xcomp/1 sanctions/sanction/NNS/dobj/3 on/on/IN/prep/3 "
            "Kyiv/kyiv/NNP/pobj/5 ./././punct/1"
        ),
        [
            ("CONCEDE", None, "happened", ["DEU"], ["UKR"]),
            ("CONCEDE", None, "planned", ["DEU"], ["UKR"]),
        ],
    ),
    one(
        "agree to meet",
        (
            "Berlin/berlin/NNP/nsubj/1 agreed/agree/VBD/ROOT/1 to/to/TO/aux/3 "
            "meet/meet/VB/xcomp/1 Kyiv/kyiv/NNP/dobj/3 ./././punct/1"
        ),
        [
            ("AGREE", None, "happened", ["DEU"], ["UKR"]),
            ("CONSULT", None, "planned", ["DEU", "UKR"], []),
        ],
    ),
    one(
        "accuse of shelling",
        (
            "Berlin/berlin/NNP/nsubj/1 accused/accuse/VBD/ROOT/1 Kyiv/kyiv/NNP/dobj/1 "
            "of/of/IN/prep/1 shelling/shell/VBG/pcomp/3 Minsk/minsk/NNP/dobj/4 ./././punct/1"
        ),
        [
            ("ACCUSE", "allege", "happened", ["DEU"], ["UKR"]),
            ("ASSAULT", "heavy-weapons", "happened", ["UKR"], ["BLR"]),
        ],
    ),
    one(
        "urge to release",
        (
            "Berlin/berlin/NNP/nsubj/1 urged/urge/VBD/ROOT/1 Kyiv/kyiv/NNP/dobj/1 to/to/TO/aux/4 "
            "release/release/VB/xcomp/1 prisoners/prisoner/NNS/dobj/4 ./././punct/1"
        ),
        [("REQUEST", "yield", "happened", ["DEU"], ["UKR"])],
    ),
    one(
        "praise for sending",
        (
            "Berlin/berlin/NNP/nsubj/1 praised/praise/VBD/ROOT/1 Kyiv/kyiv/NNP/dobj/1 "
            "for/for/IN/prep/1 sending/send/VBG/pcomp/3 tanks/tank/NNS/dobj/4 to/to/IN/prep/4 "
            "Minsk/minsk/NNP/pobj/6 ./././punct/1"
        ),
        [
            ("SUPPORT", None, "happened", ["DEU"], ["UKR"]),
            ("AID", None, "happened", ["UKR"], ["BLR"]),
        ],
    ),
    one(
        "suspend aid",
        (
            "Berlin/berlin/NNP/nsubj/1 suspended/suspend/VBD/ROOT/1 aid/aid/NN/dobj/1 "
            "to/to/IN/prep/1 Kyiv/kyiv/NNP/pobj/3 ./././punct/1"
        ),
        [("SANCTION", "discontinue", "happened", ["DEU"], ["UKR"])],
    ),
    one(
        "urge to condemn",
        (
            "Berlin/berlin/NNP/nsubj/1 urged/urge/VBD/ROOT/1 Kyiv/kyiv/NNP/dobj/1 to/to/TO/aux/4 "
            "condemn/condemn/VB/xcomp/1 Minsk/minsk/NNP/dobj/4 ./././punct/1"
        ),
        [("REQUEST", "change", "happened", ["DEU"], ["UKR"])],
    ),
    one(
        "no matrix",
        ("France/france/NNP/nsubj/1 bombed/bomb/VBD/ROOT/1 Libya/libya/NNP/dobj/1 ./././punct/1"),
        [("ASSAULT", "aerial", "happened", ["FRA"], ["LBY"])],
    ),
]


@pytest.mark.parametrize(("parse", "expected"), SENTENCES)
def test_compose(parse: str, expected: list[tuple[Any, ...]]) -> None:
    body = Section(kind=SectionKind.BODY, start=0, end=1)
    one, _ = staged(sentence_of(parse), body, Memory(), Quotation(), None, tools())
    drafts = analysed(one, tools()).drafts

    found = [
        (
            draft.type,
            draft.mode,
            draft.reading.status,
            [party.country for party in draft.actors],
            [party.country for party in draft.recipients],
        )
        for draft in drafts
        if not draft.dropped
    ]

    assert found == expected
