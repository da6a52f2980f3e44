"""What a copy changed: each kind of change, and what is none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

import builders
from reportedly.linking.drift import changes
from reportedly.records import Claim

SAID = "Iran is believed to have sent shells to Russia, officials said."


def claim(sentence: str, trigger: str = "sent", **more: Any) -> Claim:
    page = builders.article(sentence)
    given: dict[str, Any] = {"type": "AID", "actors": ["Iran"], "recipients": ["Russia"]} | more
    return builders.claim(page, sentence, trigger, **given)


def told(originals: Sequence[Claim], copies: Sequence[Claim]) -> list[tuple[str, str, str]]:
    return [(str(one.kind), one.was, one.now) for one in changes(originals, copies)]


OFFICIALS = [("officials", "said")]
POSSIBLE: dict[str, Any] = {"status": "possible", "factuality": "PR+", "voices": OFFICIALS}


def test_a_rumour_becomes_a_fact() -> None:
    was, now = claim(SAID, **POSSIBLE), claim("Iran has sent shells to Russia.")

    assert told([was], [now]) == [
        ("voice dropped", "officials", ""),
        ("hardened", "possible PR+", "happened CT+"),
    ]
    assert [kind for kind, *_ in told([now], [was])] == ["voice added", "softened"]


def test_a_faithful_copy_changes_nothing() -> None:
    assert told([claim(SAID, **POSSIBLE)], [claim(SAID, **POSSIBLE)]) == []


@pytest.mark.parametrize(
    ("now", "more", "expected"),
    [
        ("Iran sent 12 people to Russia.", {"recipients": ["12 people"]},
         ("number changed", "nine people", "12 people")),
        ("Iran sent nine people to Japan.", {"recipients": ["Japan"]},
         ("recipient changed", "nine people", "Japan")),
        ("Japan sent nine people to Russia.", {"actors": ["Japan"], "recipients": ["nine people"]},
         ("actor changed", "Iran", "Japan")),
        ("Iran never sent nine people to Russia.",
         {"status": "negated", "recipients": ["nine people"]},
         ("reversed", "happened CT+", "negated CT-")),
    ],
)  # fmt: skip
def test_what_else_may_change(
    now: str, more: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    was = claim("Iran sent nine people to Russia.", recipients=["nine people"])

    assert expected in told([was], [claim(now, **more)])


def test_days_and_voices_are_compared() -> None:
    was = claim("Iran sent shells to Russia, Moscow said.", voices=[("Moscow", "said")],
                when=("2023-09-11", "2023-09-11"))  # fmt: skip
    now = claim("Iran sent shells to Russia, Japan said.", voices=[("Japan", "said")],
                when=("2023-09-12", "2023-09-12"))  # fmt: skip

    assert told([was], [now]) == [
        ("voice changed", "Moscow", "Japan"),
        ("day changed", "2023-09-11", "2023-09-12"),
    ]


def test_a_denial_that_only_one_has() -> None:
    fact = claim("Iran sent shells to Russia.")
    denial = claim("Moscow denied that Iran had sent shells.", status="negated", recipients=[],
                   voices=[("Moscow", "denied")])  # fmt: skip

    assert told([fact, denial], [fact]) == [("denial left out", "Moscow", "")]
    assert told([fact], [fact, denial])[-1:] == [("denial added", "", "Moscow")]
    assert told([denial], [denial]) == []


def test_other_sentences_are_not_compared() -> None:
    was = claim("Iran sent shells to Russia.")
    now = claim("Japan met the UN over whales.", "met", actors=["Japan"], recipients=["the UN"])

    assert told([was], [now]) == []
