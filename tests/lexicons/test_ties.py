"""Senses of one word: which go first, which tie, and what `over` says."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly import lexicons
from reportedly.errors import LexiconError
from reportedly.lexicons import Predicate
from reportedly.lexicons.check import problems_of
from reportedly.lexicons.load import built_in
from reportedly.lexicons.schema import Conditions
from reportedly.lexicons.ties import ordered, tied


def sense(
    name: str,
    needs: Conditions | None = None,
    *,
    type: str = "ACCUSE",
    over: tuple[str, ...] = (),
    not_with: Conditions | None = None,
    particle: str | None = None,
) -> Predicate:
    return Predicate(
        id=name,
        source="test",
        yes=("{a:France} frobnicated {r:Iran}.",),
        lemma="frobnicate",
        pos="verb",
        type=type,
        needs=needs or {},
        not_with=not_with or {},
        over=over,
        particle=particle,
    )


def names(*senses: Predicate) -> list[str]:
    return [entry.id for entry in ordered(senses)]


def pairs(*senses: Predicate) -> list[tuple[str, str]]:
    return [(left.id, right.id) for left, right in tied(senses)]


def test_more_conditions_go_first() -> None:
    plain, narrow = sense("a"), sense("b", {"object": ("law",)})
    assert names(plain, narrow) == ["b", "a"]


def test_over_goes_before_weight() -> None:
    plain, narrow = sense("a", over=("b",)), sense("b", {"object": ("law",)})
    assert names(plain, narrow) == ["a", "b"]


def test_a_circle_of_over_still_gives_an_order() -> None:
    assert set(names(sense("a", over=("b",)), sense("b", over=("a",)))) == {"a", "b"}


def test_senses_that_say_different_things_tie() -> None:
    left, right = sense("a", {"to": ("@actor",)}), sense("b", {"with": ("@actor",)}, type="AGREE")
    assert pairs(left, right) == [("a", "b")]


def test_the_same_result_is_no_tie() -> None:
    assert pairs(sense("a", {"to": ("@actor",)}), sense("b", {"with": ("@actor",)})) == []


def test_over_settles_a_tie() -> None:
    left = sense("a", {"to": ("@actor",)}, over=("b",))
    assert pairs(left, sense("b", {"with": ("@actor",)}, type="AGREE")) == []


APART = [
    ("no word in common", {"object": ("law",)}, {"object": ("dog",)}, {}),
    ("filled and empty", {"object": ("law",)}, {"object": ("@none",)}, {}),
    ("kept out", {"object": ("law",)}, {"to": ("law",)}, {"object": ("law", "rule")}),
    ("kept out, whatever it is", {"object": ("law",)}, {"to": ("law",)}, {"object": ("@any",)}),
    (
        "kept out by a wider one",
        {"object": ("@state",)},
        {"to": ("@state",)},
        {"object": ("@actor",)},
    ),
]


@pytest.mark.parametrize(
    ("left", "right", "bar"), [a[1:] for a in APART], ids=[a[0] for a in APART]
)
def test_senses_that_cannot_both_fit_do_not_tie(
    left: Conditions, right: Conditions, bar: Conditions
) -> None:
    assert pairs(sense("a", left), sense("b", right, type="AGREE", not_with=bar)) == []


def test_other_particles_do_not_tie() -> None:
    assert pairs(sense("a", particle="off"), sense("b", type="AGREE", particle="up")) == []


SENSE = """
[[predicate]]
id = "{id}"
lemma = "frobnicate"
pos = "verb"
type = "{type}"
{over}source = "test"
yes = ["{{a:France}} frobnicated {{r:Iran}}."]
no = ["The frobnicated law held."]
"""


def folder_of(tmp_path: Path, *rows: tuple[str, str, str]) -> Path:
    """Return a folder with a file of senses: (id, type, id that it is over, or "")."""
    texts = [
        SENSE.format(id=id, type=type, over=f'over = ["{over}"]\n' if over else "")
        for id, type, over in rows
    ]
    (tmp_path / "own.toml").write_text("".join(texts), encoding="utf-8")
    return tmp_path


def test_check_names_both_senses_of_a_tie(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ("en.verb.a", "ACCUSE", ""), ("en.verb.b", "AGREE", ""))
    (problem,) = problems_of(folder)[1]
    assert "entry 'en.verb.b': may be meant where 'en.verb.a' is" in str(problem)
    assert "own.toml" in str(problem)


def test_check_is_content_with_over(tmp_path: Path) -> None:
    rows = (("en.verb.a", "ACCUSE", "en.verb.b"), ("en.verb.b", "AGREE", ""))
    assert problems_of(folder_of(tmp_path, *rows))[1] == []


def test_a_sense_of_ones_own_may_tie_with_a_built_in_one(tmp_path: Path) -> None:
    table = lexicons.load().table(Predicate)
    old = next(e for e in table if e.pos == "verb" and not e.needs and not e.not_with and e.type)
    text = SENSE.replace("frobnicate", old.lemma).format(
        id="en.verb.own", type="REJECT" if old.type != "REJECT" else "AGREE", over=""
    )
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    assert any(old.id in str(problem) for problem in problems_of(tmp_path)[1])


def test_check_finds_a_circle(tmp_path: Path) -> None:
    rows = (("en.verb.a", "ACCUSE", "en.verb.b"), ("en.verb.b", "AGREE", "en.verb.a"))
    found = problems_of(folder_of(tmp_path, *rows))[1]
    assert ["over leads back" in str(problem) for problem in found] == [True, True]


def test_an_unknown_id_in_over_is_a_slip(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, ("en.verb.a", "ACCUSE", "en.verb.bb"), ("en.verb.b", "AGREE", ""))
    with pytest.raises(LexiconError, match=r"Did you mean 'en\.verb\.b'"):
        lexicons.load((folder,))


def test_a_sense_that_a_layer_removes_may_stay_in_over(tmp_path: Path) -> None:
    over = next(e.over[0] for e in lexicons.load().table(Predicate) if e.over)
    (tmp_path / "own.toml").write_text(f'remove = ["{over}"]\n', encoding="utf-8")
    assert over not in {e.id for e in lexicons.load((tmp_path,)).table(Predicate)}


def test_built_in_senses_have_no_ties() -> None:
    assert not [
        p for p in problems_of(built_in())[1] if "may be meant" in str(p) or "over names" in str(p)
    ]
