"""Sources, cues and contents on sentences built by hand, and open quotations. No model."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest
from hand_parsed import sentence_of

from reportedly import lexicons
from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.cast.scene import Scene
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary
from reportedly.coding.voices.cues import find_said
from reportedly.coding.voices.extent import cue_span, source_span
from reportedly.coding.voices.over_sentences import Quotation, reach_back
from reportedly.coding.voices.quotations import Said
from reportedly.coding.voices.voice import Speech, speech_of


def one(name: str, *row: object) -> Any:
    """Return a row of a table as a parameter of that name."""
    return pytest.param(*row, id=name)


@cache
def vocabulary() -> Vocabulary:
    """The project's own lexicons."""
    return Vocabulary.of(lexicons.load(()))


def said(sentence: Sentence) -> list[Said]:
    """Return the attributions of a sentence."""
    return list(find_said(Slots.of(sentence), vocabulary()))


def speeches(sentence: Sentence) -> list[Speech]:
    """Return the attributions with the voices of their sources; names resolve to nobody known."""
    resolver = Resolver(Scene(sentence))
    return [speech_of(one_said, resolver) for one_said in said(sentence)]


SENTENCES = [
    one(
        "said without that",
        (
            "Rome/rome/NNP/nsubj/1 said/say/VBD/ROOT/1 France/france/NNP/nsubj/3 "
            "bombed/bomb/VBD/ccomp/1 Libya/libya/NNP/dobj/3 ./././punct/1"
        ),
        [("Rome", "said", "France bombed Libya")],
    ),
    one(
        "said behind",
        (
            "France/france/NNP/nsubj/1 bombed/bomb/VBD/ccomp/5 Libya/libya/NNP/dobj/1 "
            ",/,/,/punct/5 Rome/rome/NNP/nsubj/5 said/say/VBD/ROOT/5 ./././punct/5"
        ),
        [("Rome", "said", "France bombed Libya")],
    ),
    one(
        "according to, behind",
        (
            "France/france/NNP/nsubj/1 bombed/bomb/VBD/ROOT/1 Libya/libya/NNP/dobj/1 "
            ",/,/,/punct/1 according/accord/VBG/prep/1 to/to/IN/prep/4 Rome/rome/NNP/pobj/5 "
            "./././punct/1"
        ),
        [("Rome", "according to", "France bombed Libya")],
    ),
    one(
        "according to, in front",
        (
            "According/accord/VBG/prep/5 to/to/IN/prep/0 Rome/rome/NNP/pobj/1 ,/,/,/punct/5 "
            "France/france/NNP/nsubj/5 bombed/bomb/VBD/ROOT/5 Libya/libya/NNP/dobj/5 "
            "./././punct/5"
        ),
        [("Rome", "According to", "France bombed Libya")],
    ),
    one(
        "told a listener",
        (
            "Rome/rome/NNP/nsubj/1 told/tell/VBD/ROOT/1 reporters/reporter/NNS/dobj/1 "
            "that/that/IN/mark/5 France/france/NNP/nsubj/5 bombed/bomb/VBD/ccomp/1 "
            "Libya/libya/NNP/dobj/5 ./././punct/1"
        ),
        [("Rome", "told", "that France bombed Libya")],
    ),
    one(
        "a hidden source, it",
        (
            "It/it/PRP/nsubjpass/2 is/be/VBZ/auxpass/2 believed/believe/VBN/ROOT/2 "
            "that/that/IN/mark/5 France/france/NNP/nsubj/5 bombed/bomb/VBD/ccomp/2 "
            "Libya/libya/NNP/dobj/5 ./././punct/2"
        ),
        [(None, "believed", "that France bombed Libya")],
    ),
    one(
        "a hidden source, raised",
        (
            "France/france/NNP/nsubjpass/2 is/be/VBZ/auxpass/2 believed/believe/VBN/ROOT/2 "
            "to/to/TO/aux/5 have/have/VB/aux/5 bombed/bomb/VBN/xcomp/2 Libya/libya/NNP/dobj/5 "
            "./././punct/2"
        ),
        [(None, "believed", "France to have bombed Libya")],
    ),
    one(
        "an adverb",
        (
            "France/france/NNP/nsubj/2 reportedly/reportedly/RB/advmod/2 bombed/bomb/VBD/ROOT/2 "
            "Libya/libya/NNP/dobj/2 ./././punct/2"
        ),
        [(None, "reportedly", "France bombed Libya")],
    ),
    one(
        "two sources",
        (
            "Paris/paris/NNP/nsubj/1 said/say/VBD/ROOT/1 Rome/rome/NNP/nsubj/3 "
            "believes/believe/VBZ/ccomp/1 that/that/IN/mark/6 France/france/NNP/nsubj/6 "
            "bombed/bomb/VBD/ccomp/3 Libya/libya/NNP/dobj/6 ./././punct/1"
        ),
        [
            ("Paris", "said", "Rome believes that France bombed Libya"),
            ("Rome", "believes", "that France bombed Libya"),
        ],
    ),
    one(
        "nobody says anything",
        ("France/france/NNP/nsubj/1 paid/pay/VBD/ROOT/1 Rome/rome/NNP/dobj/1 ./././punct/1"),
        [],
    ),
    one(
        "a quotation",
        (
            '"/"/``/punct/7 France/france/NNP/nsubj/2 bombed/bomb/VBD/ccomp/7 '
            "Libya/libya/NNP/dobj/2 ,/,/,/punct/7 \"/\"/''/punct/7 Rome/rome/NNP/nsubj/7 "
            "said/say/VBD/ROOT/7 ./././punct/7"
        ),
        [("Rome", "said", '" France bombed Libya , "')],
    ),
]


@pytest.mark.parametrize(("parse", "expected"), SENTENCES)
def test_attributions(parse: str, expected: list[tuple[str | None, str, str]]) -> None:
    sentence = sentence_of(parse)

    found = [
        (
            None if a.source is None else sentence.words[a.source],
            sentence.slice(*a.cue),
            " ".join(sentence.words[t] for t in a.content),
        )
        for a in said(sentence)
    ]

    assert found == expected


def test_an_outer_voice_is_shallower() -> None:
    outer, inner = said(sentence_of(PARIS_SAID_ROME_BELIEVES))

    assert outer.depth < inner.depth
    assert set(inner.content) < set(outer.content)


QUOTE_ENDS = (
    '"/"/``/punct/7 France/france/NNP/nsubj/2 bombed/bomb/VBD/ccomp/7 '
    "Libya/libya/NNP/dobj/2 ,/,/,/punct/7 \"/\"/''/punct/7 Rome/rome/NNP/nsubj/7 "
    "said/say/VBD/ROOT/7 ./././punct/7"
)
QUOTE_RUNS_ON = (
    '"/"/``/punct/2 It/it/PRP/nsubj/2 shelled/shell/VBD/ROOT/2 four/four/CD/nummod/4 '
    "villages/village/NNS/dobj/2 ././././punct/2 "
    "\"/\"/''/punct/2"
)
PLAIN = "France/france/NNP/nsubj/1 bombed/bomb/VBD/ROOT/1 Libya/libya/NNP/dobj/1 ./././punct/1"
PARIS_SAID_ROME_BELIEVES = (
    "Paris/paris/NNP/nsubj/1 said/say/VBD/ROOT/1 Rome/rome/NNP/nsubj/3 "
    "believes/believe/VBZ/ccomp/1 that/that/IN/mark/6 France/france/NNP/nsubj/6 "
    "bombed/bomb/VBD/ccomp/3 Libya/libya/NNP/dobj/6 ./././punct/1"
)


ASKED = "Rome/rome/NNP/nsubj/1 asked/ask/VBD/ROOT/1 ./././punct/1"
QUOTE_OPENS = (
    '"/"/``/punct/2 It/it/PRP/nsubj/2 shelled/shell/VBD/ROOT/2 four/four/CD/nummod/4 '
    "villages/village/NNS/dobj/2 ./././punct/2"
)


def carried(*parses: str) -> list[list[str | None]]:
    """Return the names of the voices that each sentence of one paragraph gets."""
    quotation, found = Quotation(), []
    for s in map(sentence_of, parses):
        quoted, quotation = quotation.entered(s)
        row, quotation = quotation.carried(speeches(s), quoted)
        found.append([one.voice.name for one in row])
    return found


@pytest.mark.parametrize(
    ("parses", "expected"),
    [
        one("a quotation has its speaker", [QUOTE_ENDS], [["Rome"]]),
        one("the next quotation too", [QUOTE_ENDS, QUOTE_RUNS_ON], [["Rome"], ["Rome"]]),
        one("what follows does not", [QUOTE_ENDS, PLAIN], [["Rome"], []]),
        one("no speaker before", [QUOTE_RUNS_ON], [[]]),
        one("the article speaks", [PLAIN, PLAIN], [[], []]),
    ],
)
def test_quotations_over_sentences(parses: list[str], expected: list[list[str]]) -> None:
    assert carried(*parses) == expected


def test_a_new_paragraph_ends_the_hold_of_a_closed_quotation() -> None:
    first, second = sentence_of(QUOTE_ENDS), sentence_of(QUOTE_RUNS_ON)
    quoted, quotation = Quotation().entered(first)
    _, quotation = quotation.carried(speeches(first), quoted)

    quoted, quotation = quotation.at_paragraph().entered(second)

    assert quotation.carried([], quoted)[0] == ()


def looked_back(*parses: str) -> list[list[str | None]]:
    """Return the names of the voices of a paragraph's sentences when it is complete."""
    quotation, runs, own = Quotation(), [], []
    for s in map(sentence_of, parses):
        quoted, quotation = quotation.entered(s)
        row, quotation = quotation.carried(speeches(s), quoted)
        runs.append(quoted)
        own.append(row)
    return [[one.voice.name for one in row] for row in reach_back(runs, own)]


@pytest.mark.parametrize(
    ("parses", "expected"),
    [
        one("the speaker's own sentence", [QUOTE_RUNS_ON, ASKED], [["Rome"], ["Rome"]]),
        one("not to what is unquoted", [PLAIN, ASKED], [[], ["Rome"]]),
        one("over what is unquoted", [QUOTE_RUNS_ON, PLAIN, ASKED], [[], [], ["Rome"]]),
    ],
)
def test_a_speaker_reaches_back(parses: list[str], expected: list[list[str]]) -> None:
    assert looked_back(*parses) == expected


@pytest.mark.parametrize(
    ("parse", "source", "cue"),
    [
        one(
            "auxiliaries and adverbs, no relative clause behind a comma",
            (
                "Anna/anna/NNP/compound/1 Keller/keller/NNP/nsubj/8 ,/,/,/punct/1 "
                "who/who/WP/nsubj/4 fled/flee/VBD/relcl/1 ,/,/,/punct/1 has/have/VBZ/aux/8 "
                "also/also/RB/advmod/8 said/say/VBN/ROOT/8 troops/troop/NNS/nsubj/10 "
                "left/leave/VBD/ccomp/8"
            ),
            "Anna Keller",
            "has also said",
        ),
        one(
            "a relative clause that tells which ones",
            (
                "men/man/NNS/nsubj/3 who/who/WP/nsubj/2 fled/flee/VBD/relcl/0 "
                "said/say/VBD/ROOT/3 troops/troop/NNS/nsubj/5 left/leave/VBD/ccomp/3"
            ),
            "men who fled",
            "said",
        ),
        one(
            "a cue in a relative clause",
            (
                "Keller/keller/NNP/nsubj/6 ,/,/,/punct/0 who/who/WP/nsubj/3 "
                "said/say/VBD/relcl/0 troops/troop/NNS/nsubj/5 fled/flee/VBD/ccomp/3 "
                "left/leave/VBD/ROOT/6"
            ),
            "Keller , who",
            "said",
        ),
    ],
)
def test_edges(parse: str, source: str, cue: str) -> None:
    sentence = sentence_of(parse)
    (found,) = said(sentence)
    assert found.source is not None

    assert sentence.slice(*source_span(sentence, found.source, found.cue[0])) == source
    assert sentence.slice(*cue_span(sentence, found.cue, found.content)) == cue


def test_an_attitude_is_no_voice_and_needs_to_be_real() -> None:
    criticised = said(
        sentence_of("Rome/rome/NNP/nsubj/1 criticized/criticize/VBD/ROOT/1 it/it/PRP/dobj/1")
    )
    may = said(
        sentence_of(
            "Rome/rome/NNP/nsubj/2 may/may/MD/aux/2 criticize/criticize/VB/ROOT/2 it/it/PRP/dobj/2"
        )
    )

    assert [one_said.entry.speech for one_said in criticised] == [False]
    assert may == []
