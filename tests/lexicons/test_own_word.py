"""A `no` sentence without the own word could never fail; many `yes` need more than one light."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.lexicons import Composition, Cue, Organisation, Person, Predicate, State, WordClass
from reportedly.lexicons.check import problems_of
from reportedly.lexicons.own_word import holds, varied

BASE = {"id": "x", "source": "test", "yes": ("{x:It} is.",)}


def verb(lemma: str, *yes: str) -> Predicate:
    return Predicate(
        id="x", source="test", yes=yes or ("Yes.",), lemma=lemma, pos="verb", type="ACCUSE"
    )


FORMS = [
    ("charge", "She charged her phone.", True),
    ("deny", "He denies himself nothing.", True),
    ("deploy", "The parachute deployed late.", True),
    ("give", "The floor gave way.", True),
    ("clap", "They were clapping.", True),
    ("strike", "An anti-strike mood spread.", True),
    ("charge", "The child found a shell.", False),
    ("give", "The gift was late.", False),
]


@pytest.mark.parametrize(("lemma", "sentence", "held"), FORMS)
def test_a_verb_is_known_by_its_forms(lemma: str, sentence: str, held: bool) -> None:
    assert holds(verb(lemma), [sentence]) is held


def test_a_name_is_known_by_a_word_that_tells_something() -> None:
    body = Organisation(**BASE, name="Bank of the South", names=("BoS",))  # type: ignore[arg-type]
    assert holds(body, ["The bank of the river flooded."])
    assert not holds(body, ["The rest of the river flooded."])
    person = Person(**BASE, name="Anna Keller", country=None)  # type: ignore[arg-type]
    assert holds(person, ["The Keller prize went to Oslo."])
    state = State(**BASE, code="NER", name="Niger", capital="Niamey")  # type: ignore[arg-type]
    assert holds(state, ["The Niger Delta is far off."])
    assert not holds(state, ["The delta is far off."])


def test_entries_without_a_word_hold_anything() -> None:
    rule = Composition(**BASE, matrix=("AGREE",), complement=("AID",))  # type: ignore[arg-type]
    assert holds(rule, [])
    assert holds(Cue(**BASE, lemma=":", pos="phrase"), [])  # type: ignore[arg-type]
    people = WordClass(**BASE, name="people", words=("villager",))  # type: ignore[arg-type]
    assert holds(people, [])


def test_a_phrase_of_a_class_is_known_by_a_word_that_tells_something() -> None:
    base = {**BASE, "no": ("Nobody came.",)}
    days = WordClass(**base, name="days", words=("the last of nights",))  # type: ignore[arg-type]
    assert holds(days, ["The night train was late."])
    assert not holds(days, ["The train was the pride of Oslo."])


VARIED = [
    "{r:Iran} was condemned by {a:France}.",
    "{a:France}, condemning {r:Iran}, left.",
    "{a:The group}, which condemned {r:Iran}, left.",
    '"We condemn {r:Iran}," {a:France} said.',
]


@pytest.mark.parametrize("sentence", VARIED)
def test_what_is_no_plain_active_clause(sentence: str) -> None:
    assert varied(verb("condemn", "{a:France} condemned {r:Iran}.", sentence))


def test_plain_active_clauses_only() -> None:
    assert not varied(verb("condemn", "{a:France} condemned {r:Iran}.", "{a:Oslo} condemns it."))


ENTRY = """
[[predicate]]
id = "en.verb.frobnicate"
lemma = "frobnicate"
pos = "verb"
type = "ACCUSE"
source = "test"
yes = ["{a:France} frobnicated {r:Iran}.", "{a:Oslo} frobnicated {r:Iran}.", "{a:Iran} did."]
no = ["France slept."]
"""


def test_check_demands_both(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text(ENTRY, encoding="utf-8")
    found = [str(problem) for problem in problems_of(tmp_path)[1]]
    assert len(found) == 2
    assert "no `no` sentence holds its own word" in found[0]
    assert "plain and active" in found[1]
