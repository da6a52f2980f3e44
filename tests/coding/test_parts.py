"""What part somebody has in a scene: who shoots is an attacker, whose lawyer speaks is accused."""

from __future__ import annotations

import pytest

from reportedly.coding.cast.parts import parts_of
from reportedly.coding.coder import Coder, bare_article
from reportedly.coding.staged import staged_in

pytestmark = pytest.mark.parser

TOLD = {
    "who shoots, and shares the verb behind it": (
        "The guard shot a clerk and fled.", "guard", {"attacker", "fleeing", "officer"},
    ),
    "who is shot": ("The guard shot a clerk and fled.", "clerk", {"attacked", "victim"}),
    "a passive": ("The broker was arrested on Monday.", "broker", {"hunted"}),
    "by whom": ("The broker was charged by a prosecutor.", "prosecutor", {"accuser", "prosecutor"}),
    "a participle behind the noun": ("A man accused of theft slept.", "man", {"accused"}),
    "a clause with who": ("The man who stabbed her slept.", "man", {"attacker"}),
    "whose lawyer it is": ("Police met his lawyer.", "his", {"has a lawyer"}),
    "who is told": ("The mayor told her aide to leave.", "aide", {"told", "asked"}),
    "nothing tells": ("The teacher painted a fence.", "teacher", set()),
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD)
def test_part(name: str, coder: Coder) -> None:
    text, word, wanted = TOLD[name]
    sentence = next(iter(staged_in(bare_article(text), coder.tools))).sentence
    assert parts_of(sentence, sentence.words.index(word)) == wanted
