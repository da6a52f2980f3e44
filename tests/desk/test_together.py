"""Two who say it by one word are joined by "and"; who cites another does so."""

from __future__ import annotations

from reportedly.desk import wording
from reportedly.records import Voice, innermost


def _voice(name: str, cue: str, at: int) -> Voice:
    return Voice(name=name, named=True, cue=cue, cue_start=at, cue_end=at + len(cue))


OSLO, ROME = _voice("Oslo", "said", 20), _voice("Rome", "said", 20)
PAPER = _voice("Dagen", "reported", 4)


def test_two_who_say_it_together_are_joined() -> None:
    assert wording.said((OSLO, ROME), "happened") == "alleged by Oslo, “said”; and Rome, “said”"


def test_who_cites_another_does_so() -> None:
    told = wording.said((PAPER, OSLO, ROME), "happened")
    assert told == "alleged by Dagen, “reported”; who cites Oslo, “said”; and Rome, “said”"


def test_those_who_say_it_together_are_innermost() -> None:
    assert innermost((PAPER, OSLO, ROME)) == (OSLO, ROME)
    assert innermost((OSLO, PAPER)) == (PAPER,)
    assert innermost(()) == ()
