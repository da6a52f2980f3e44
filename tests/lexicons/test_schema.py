"""A slip in a lexicon stops the run and says file, entry and the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly import lexicons
from reportedly.errors import LexiconError
from reportedly.lexicons import Organisation, Predicate, Role, State
from reportedly.lexicons.check import problems_of
from reportedly.lexicons.load import built_in
from reportedly.lexicons.marks import unmark
from reportedly.records import Status

ENTRY = """
[[predicate]]
id = "en.verb.frobnicate"
lemma = "frobnicate"
pos = "verb"
type = "ACCUSE"
source = "test"
yes = ["{a:France} frobnicated {r:Iran}."]
no = ["France slept."]
"""


def folder_of(tmp_path: Path, text: str) -> Path:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    return tmp_path


SLIPS = [
    ("unknown type", ENTRY.replace("ACCUSE", "ACUSE"), "Did you mean 'ACCUSE'"),
    ("unknown key", ENTRY.replace("pos =", "poss ="), "Did you mean 'pos'"),
    ("unknown pos", ENTRY.replace('"verb"', '"verbe"'), "Did you mean 'verb'"),
    ("unknown mode", ENTRY + 'mode = "alege"\n', "Did you mean 'allege'"),
    ("unknown context", ENTRY + 'contexts = ["militry"]\n', "Did you mean 'military'"),
    ("no yes", ENTRY.replace('yes = ["{a:France} frobnicated {r:Iran}."]', ""), "yes missing"),
    ("no source", ENTRY.replace('source = "test"', ""), "source missing"),
    ("no type", ENTRY.replace('type = "ACCUSE"', ""), "an event needs a type"),
    ("a string for a list", ENTRY.replace('["France slept."]', '"France slept."'), "not a list"),
    ("a wrong table", ENTRY.replace("[[predicate]]", "[[predicat]]"), "Did you mean 'predicate'"),
    ("not TOML", ENTRY + "[[", "not TOML"),
    ("twice the same id", ENTRY + ENTRY, "id already used"),
]


@pytest.mark.parametrize(("text", "message"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_slip(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicons.load((folder_of(tmp_path, text),))
    assert message in str(caught.value)
    assert "own.toml" in str(caught.value)


def test_a_folder_is_laid_over_the_built_in_ones(tmp_path: Path) -> None:
    own = folder_of(tmp_path, ENTRY)
    both, alone = lexicons.load((own,)), lexicons.load()
    assert len(both) == len(alone) + 1
    assert both.digest != alone.digest


def test_the_same_id_replaces(tmp_path: Path) -> None:
    old = lexicons.load().table(Predicate)[0]
    own = folder_of(tmp_path, ENTRY.replace("en.verb.frobnicate", old.id))
    new = next(e for e in lexicons.load((own,)).table(Predicate) if e.id == old.id)
    assert new.lemma == "frobnicate"


def test_remove_drops(tmp_path: Path) -> None:
    old = lexicons.load().table(Predicate)[0]
    own = folder_of(tmp_path, f'remove = ["{old.id}"]\n')
    assert old.id not in {entry.id for entry in lexicons.load((own,)).table(Predicate)}


def test_removing_what_is_not_there_is_a_slip(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="nothing to remove"):
        lexicons.load((folder_of(tmp_path, 'remove = ["en.verb.nothing"]\n'),))


def test_a_missing_folder_is_a_slip(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        lexicons.load((tmp_path / "none",))


def test_built_in_files_hold_together() -> None:
    count, problems = problems_of(built_in())
    assert not [str(problem) for problem in problems][:5]
    assert count == len(lexicons.load())


@pytest.mark.parametrize(
    ("kind", "least"), [(State, 197), (Organisation, 200), (Role, 250), (Predicate, 700)]
)
def test_size(kind: type, least: int) -> None:
    assert len(lexicons.load().table(kind)) >= least


def test_predicates_cover_every_type() -> None:
    types = {entry.type for entry in lexicons.load().table(Predicate) if entry.type}
    assert len(types) == 16


def test_every_entry_has_no_sentences_where_it_can_misfire() -> None:
    bare = [entry.id for entry in lexicons.load().table(Predicate) if not entry.no]
    assert bare == []


def test_marks() -> None:
    marked = unmark("{a:France} may condemn {r:Iran}. => possible")
    assert marked.text == "France may condemn Iran."
    assert marked.spans == {"a": ((0, 6),), "r": ((19, 23),)}
    assert marked.status is Status.POSSIBLE


@pytest.mark.parametrize("text", ["{q:France} left.", "{a:France left.", "He left. => gone"])
def test_bad_marks(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        unmark(text)
