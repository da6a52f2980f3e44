"""Source, cue and content on hand-parsed sentences, with a handful of cues."""

from __future__ import annotations

import pytest
from hand_parsed import parsed

from reportedly import lexicons
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.vocabulary import Vocabulary
from reportedly.coding.voices.cues import find_said
from reportedly.lexicons import Cue, Lexicons, WordClass


def _cue(lemma: str, pos: str = "verb", particle: str | None = None) -> Cue:
    slots = ("subject",) if pos != "noun" else ("possessive", "by", "of")
    return Cue(
        id=f"cue.{lemma}", source="", yes=(), lemma=lemma, pos=pos, particle=particle, slots=slots
    )


CUES = (
    *map(_cue, ("say", "deny", "claim", "tell", "believe", "report")),
    _cue("claim", "noun"),
    _cue("reportedly", "adverb"),
    _cue("according", "phrase", "to"),
)
VOCABULARY = Vocabulary.of(Lexicons({"cue": CUES, "class": lexicons.load().table(WordClass)}, ""))

# text, then (source, cue, content) in the order of the cues; no source: nobody is named
CASES = [
    ("Moscow said Iran attacked Israel", [("Moscow", "said", "Iran attacked Israel")]),
    ("Iran attacked Israel , Moscow said", [("Moscow", "said", "Iran attacked Israel")]),
    ("Kyiv denied that troops fled", [("Kyiv", "denied", "that troops fled")]),
    ("According to Kyiv , troops fled", [("Kyiv", "According to", "troops fled")]),
    ("troops reportedly fled", [("", "reportedly", "troops fled")]),
    (
        "It was reported that troops fled",
        [("", "reported", "that troops fled")],
    ),
    (
        "The claim by Moscow that troops fled was false",
        [("Moscow", "claim", "that troops fled")],
    ),
    ("Officials told reporters that talks failed", [("Officials", "told", "that talks failed")]),
    ("As Moscow said , troops fled", [("Moscow", "said", "troops fled")]),
    ('" Troops fled , " Keller said', [("Keller", "said", '" Troops fled , "')]),
    (
        "Kyiv said Moscow claimed troops fled",
        [("Kyiv", "said", "Moscow claimed troops fled"), ("Moscow", "claimed", "troops fled")],
    ),
    ("Moscow said nothing", []),
    ("France condemned Iran", []),
    (
        "Anna Keller , who said troops fled , left",
        [("Keller", "said", "troops fled")],
    ),
    (
        "Kyiv was believed by Moscow to have attacked Iran",
        [("Moscow", "believed", "Kyiv to have attacked Iran")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_attributions(text: str, expected: list[tuple[str, str, str]]) -> None:
    sentence = parsed(text)

    found = find_said(Slots.of(sentence), VOCABULARY)

    assert [
        (
            sentence.words[said.source] if said.source is not None else "",
            sentence.slice(*said.cue),
            " ".join(sentence.words[i] for i in said.content),
        )
        for said in found
    ] == expected


def test_outer_voice_stands_less_deep() -> None:
    sentence = parsed("Kyiv said Moscow claimed troops fled")

    outer, inner = find_said(Slots.of(sentence), VOCABULARY)

    assert outer.depth < inner.depth
