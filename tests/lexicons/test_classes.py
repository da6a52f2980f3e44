"""Classes of words: "@name" in a list stands for the words of a class, built in or the user's."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly import lexicons
from reportedly.coding.coder import Coder
from reportedly.errors import LexiconError
from reportedly.lexicons import Predicate
from reportedly.lexicons.check import problems_of
from reportedly.lexicons.load import built_in
from reportedly.lexicons.rows import raw_rows
from reportedly.proving.sentences import check_sentences, entries_of

ENTRY = """
[[predicate]]
id = "en.verb.frobnicate"
lemma = "frobnicate"
pos = "verb"
type = "ACCUSE"
needs.object = ["@envoys", "@state", "@good:arms", "spy"]
not_with.with = ["@feelings"]
source = "test"
yes = ["{a:France} frobnicated {r:the envoy}."]
no = ["France frobnicated."]
"""
ENVOYS = """
[[class]]
id = "class.envoys"
name = "envoys"
pos = "noun"
words = ["envoy", "legate", "spy"]
source = "test"
yes = ["The {x:envoys} left Oslo."]
no = ["The spying went on for years."]
"""
FEELINGS = """
[[class]]
id = "class.feelings"
name = "feelings"
pos = "noun"
words = ["joy", "@sorrows"]
source = "test"
yes = ["{x:Joy} filled the hall."]

[[class]]
id = "class.sorrows"
name = "sorrows"
pos = "noun"
words = ["grief"]
source = "test"
yes = ["{x:Grief} filled the hall."]
"""
ALL = ENTRY + ENVOYS + FEELINGS


def folder_of(tmp_path: Path, text: str) -> Path:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    return tmp_path


def frobnicate(*folders: Path) -> Predicate:
    table = lexicons.load(folders).table(Predicate)
    return next(entry for entry in table if entry.id == "en.verb.frobnicate")


def test_the_words_of_a_class_stand_in_its_place(tmp_path: Path) -> None:
    entry = frobnicate(folder_of(tmp_path, ALL))
    assert entry.needs == {"object": ("envoy", "legate", "spy", "@state", "@good:arms")}
    assert entry.not_with == {"with": ("joy", "grief")}


def test_words_are_asked_for_by_the_class_name(tmp_path: Path) -> None:
    found = lexicons.load((folder_of(tmp_path, ALL),))
    assert found.words("feelings") == {"joy", "grief"}
    with pytest.raises(LexiconError, match="Did you mean 'feelings'"):
        found.words("feelngs")


def test_a_later_layer_replaces_a_class(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    folder_of(first, ALL)
    folder_of(second, ENVOYS.replace('"legate", ', ""))
    assert "legate" in frobnicate(first).needs["object"]
    assert "legate" not in frobnicate(first, second).needs["object"]


SLIPS = [
    ("unknown class", ALL.replace('"@feelings"', '"@feeling"'), "Did you mean '@feelings'"),
    ("unknown condition", ALL.replace('"@state"', '"@stat"'), "Did you mean '@state'"),
    ("a cycle", ALL.replace('"grief"', '"grief", "@feelings"'), "@feelings → @sorrows → @feelings"),
    ("a condition in a class", ALL.replace('"grief"', '"@actor"'), "is found in the text"),
    ("the name of a condition", ALL.replace("envoys", "state"), "is built in"),
    ("a name that is none", ALL.replace("envoys", "En voys"), "is no word in lower case"),
    ("another id", ALL.replace("class.envoys", "class.legates"), "'class.envoys'"),
    ("no words", ALL.replace('["grief"]', "[]"), "words missing"),
    ("unknown pos", ALL.replace('pos = "noun"', 'pos = "nuon"'), "Did you mean 'noun'"),
]


@pytest.mark.parametrize(("text", "message"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_slip(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        lexicons.load((folder_of(tmp_path, text),))
    assert message in str(caught.value)
    assert "own.toml" in str(caught.value)
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    assert any(message in str(problem) for problem in problems_of(tmp_path)[1])


def test_built_in_classes_have_files_of_their_own() -> None:
    stray = [file for file, entry in raw_rows(built_in()) if entry.id.startswith("class.")]
    assert all(file.startswith("classes/") for file in stray), stray


@pytest.mark.parser
def test_the_sentences_of_a_class_are_run(tmp_path: Path, coder: Coder) -> None:
    right = entries_of(folder_of(tmp_path, ENVOYS))
    assert not list(check_sentences(coder.tools, right))
    text = ENVOYS.replace("{x:envoys} left", "{x:guests} left").replace("spying", "spy")
    wrong = list(check_sentences(coder.tools, entries_of(folder_of(tmp_path, text))))
    assert [problem.found for problem in wrong] == [
        "'guests' is not one of its words",
        "'spy' is one of its words here",
    ]


@pytest.mark.parser
def test_words_of_a_class_may_be_phrases_or_need_their_capitals(
    tmp_path: Path, coder: Coder
) -> None:
    text = ENVOYS.replace('"envoy", "legate", "spy"', '"Mr", "last night", "9/11"')
    text = text.replace(
        "The {x:envoys} left Oslo.", "{x:Mr} Holm saw {x:9/11} films {x:last night}."
    )
    right = text.replace("The spying went on for years.", "It was the last of his night shifts.")
    assert not list(check_sentences(coder.tools, entries_of(folder_of(tmp_path, right))))
    wrong = right.replace("the last of his night", "Last night")
    problems = list(check_sentences(coder.tools, entries_of(folder_of(tmp_path, wrong))))
    assert [problem.found for problem in problems] == ["'Last night' is one of its words here"]
