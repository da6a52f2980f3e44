"""Frames of sentences crossed with acts: what is only feared, planned or debated is no fact."""

import tomllib
from pathlib import Path

import pytest

from reportedly import Coder
from reportedly.coding.coder import bare_article
from reportedly.records import ClaimKind, Status

TABLE = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "frames.toml").read_text(encoding="utf-8")
)


def _facts(coder: Coder, frame: str) -> dict[str, list[str]]:
    """Return, by type of the act that fills the frame, the words of it that are told as facts."""
    found: dict[str, list[str]] = {}
    for act in TABLE["act"]:
        filled = frame.format(**act)
        claims = coder.code(bare_article(filled[0].upper() + filled[1:]))
        found[act["type"]] = [
            str(claim.trigger.text)
            for claim in claims
            if claim.kind is ClaimKind.EVENT
            and claim.type == act["type"]
            and claim.status in {Status.HAPPENED, Status.ONGOING}
        ]
    return found


@pytest.mark.parametrize("frame", TABLE["open"])
def test_what_is_left_open_is_no_fact(coder: Coder, frame: str) -> None:
    assert not any(_facts(coder, frame).values())


@pytest.mark.parametrize("frame", TABLE["told"])
def test_what_is_told_is_a_fact(coder: Coder, frame: str) -> None:
    facts = _facts(coder, frame)
    assert [kind for kind, words in facts.items() if not words] == []
