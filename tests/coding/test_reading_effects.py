"""Status and factuality: effects by themselves, then along the path of a hand-parsed sentence."""

from __future__ import annotations

import pytest
from hand_parsed import parsed

from reportedly import lexicons
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.presentation.mood import Reading
from reportedly.coding.presentation.scope import Judge
from reportedly.coding.vocabulary import Vocabulary
from reportedly.lexicons import Cue, Lexicons, Operator, WordClass

EFFECTS = [
    ("", "happened", "CT+"),
    ("keep", "happened", "CT+"),
    ("ongoing", "ongoing", "CT+"),
    ("planned", "planned", "PR+"),
    ("probable", "possible", "PR+"),
    ("possible", "possible", "PS+"),
    ("wanted", "possible", "Uu"),
    ("conditional", "conditional", "Uu"),
    ("negated", "negated", "CT-"),
    ("doubted", "possible", "PS-"),
    ("uncommitted", "possible", "Uu"),
    ("negated negated", "happened", "CT+"),
    ("planned negated", "negated", "CT-"),
    ("negated planned", "negated", "CT-"),
    ("planned possible", "possible", "PS+"),
    ("possible planned", "possible", "PS+"),
    ("negated possible", "possible", "PS-"),
    ("probable negated", "negated", "PR-"),
    ("possible probable", "possible", "PS+"),
    ("planned conditional", "conditional", "Uu"),
    ("ongoing negated", "negated", "CT-"),
    ("wanted negated", "possible", "Uu"),
    ("negated uncommitted", "possible", "Uu"),
    ("possible keep", "possible", "PS+"),
]


@pytest.mark.parametrize(("effects", "status", "factuality"), EFFECTS)
def test_effects_compose_outwards(effects: str, status: str, factuality: str) -> None:
    reading = Reading()
    for effect in effects.split():
        reading = reading.after(effect)

    assert (reading.status, reading.factuality) == (status, factuality)


def test_rules_are_kept_innermost_first() -> None:
    reading = Reading().after("planned", "en.plan").after("negated", "en.deny").after("keep")

    assert reading.rules == ("en.plan", "en.deny")


def _operator(lemma: str, pos: str, effect: str, negated: str = "negated") -> Operator:
    return Operator(id=f"op.{lemma}", source="", yes=(), lemma=lemma, pos=pos, effect=effect,
                    negated=negated)  # fmt: skip


def _cue(lemma: str, effect: str = "keep") -> Cue:
    return Cue(id=f"cue.{lemma}", source="", yes=(), lemma=lemma, effect=effect)


VOCABULARY = Vocabulary.of(
    Lexicons(
        {
            "operator": (
                _operator("may", "modal", "possible"),
                _operator("will", "modal", "planned"),
                _operator("would", "modal", "conditional"),
                _operator("plan", "verb", "planned"),
                _operator("plan", "noun", "planned"),
                _operator("fail", "verb", "negated", "happened"),
            ),
            "class": lexicons.load().table(WordClass),
            "cue": (_cue("say"), _cue("deny", "negated"), _cue("expect", "probable")),
        },
        "",
    )
)
JUDGED = [
    ("France condemned Iran", "condemned", "happened", "CT+"),
    ("Iran did not attack Israel", "attack", "negated", "CT-"),
    ("Iran never attacked Israel", "attacked", "negated", "CT-"),
    ("no rebels attacked Israel", "attacked", "negated", "CT-"),
    ("Iran may attack Israel", "attack", "possible", "PS+"),
    ("Iran will attack Israel", "attack", "planned", "PR+"),
    ("Iran is attacking Israel", "attacking", "ongoing", "CT+"),
    ("Iran plans to attack Israel", "attack", "planned", "PR+"),
    ("Iran has no plans to attack Israel", "attack", "negated", "CT-"),
    ("Iran failed to attack Israel", "attack", "negated", "CT-"),
    ("Iran did not fail to attack Israel", "attack", "happened", "CT+"),
    ("Iran lost without attacking Israel", "attacking", "negated", "CT-"),
    ("Moscow said Iran attacked Israel", "attacked", "happened", "CT+"),
    ("Kyiv denied that Iran attacked Israel", "attacked", "negated", "CT-"),
    ("Moscow expects Iran to attack Israel", "attack", "possible", "PR+"),
    ("Kyiv said it would attack Iran", "attack", "planned", "PR+"),
    ("If Iran attacks Israel , Moscow will respond", "attacks", "conditional", "Uu"),
    ("If Iran attacks Israel , Moscow will respond", "respond", "conditional", "Uu"),
    ("rebels that attacked soldiers fled", "attacked", "happened", "CT+"),
    ("Moscow , which condemned Washington , recalled envoys", "condemned", "happened", "CT+"),
]


@pytest.mark.parametrize(("text", "word", "status", "factuality"), JUDGED)
def test_path_to_the_root(text: str, word: str, status: str, factuality: str) -> None:
    sentence = parsed(text)
    judge = Judge(Slots.of(sentence), VOCABULARY)

    reading = judge.judge(sentence.words.index(word))

    assert (reading.status, reading.factuality) == (status, factuality)
