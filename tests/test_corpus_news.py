"""Marks on news: the notation, its compiler and its way back, the checks, the agreement."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import pytest
from corpus.marking import texts
from corpus.marking.agree import Agreement, compare
from corpus.marking.check import problems
from corpus.marking.cli import load, main, marked
from corpus.marking.compile import compiled
from corpus.marking.errors import MarkError
from corpus.marking.left_out import left_out
from corpus.marking.notate import Notation
from corpus.marking.notation import read
from corpus.marking.spans import locate
from corpus.marking.splitter import split
from corpus.marking.texts import NEWS, Document, fold_of

GUIDE = Path(texts.__file__).parent.parent / "guide.md"
TEXT = (
    "Peru sold Chile 20 lorries on Monday, its ministry said.\n\n"
    "The ministry denied that police had beaten its guards in Lima.\n\n"
    "It is hot in the north, which is dry."
)
MARKS = """\
doc own sale marker=m1
1
c1 sold | COOPERATE happened | a =per | r Chile | g 20 lorries :transport 20 a>r price=2.5mUSD
  | t on Monday 2024-05-13 | v ministry > said
v said
m per=state/PER Peru, its; chl=state/CHL Chile; min=org/PER.GOV its ministry
2
c2 beaten | ASSAULT.beat negated | a police/.COP | r its guards/- | p Lima | v ministry > denied
v denied
m min ministry, its; lim=place/PER Lima
3 -
v is#1 is#2
"""


def doc(text: str = TEXT) -> Document:
    cut, breaks = split(text)
    return Document("own", "sale", text, cut, breaks, "2024-05-15", "CC-BY-4.0")


def rows_of(marks: str, folder: Path, document: Document | None = None) -> list[dict[str, Any]]:
    found = compiled(written(marks, folder), document or doc())
    assert not found.wrong
    return found.rows


def written(marks: str, folder: Path) -> Any:
    path = folder / "sale.marks"
    path.write_text(marks, encoding="utf-8")
    return read(path)


def of(rows: list[dict[str, Any]], record: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["record"] == record]


def test_marks_become_offsets(tmp_path: Path) -> None:
    rows = rows_of(MARKS, tmp_path)
    sale, beating = of(rows, "claim")

    assert not problems(rows, doc())
    assert TEXT[slice(*sale["trigger"])] == "sold"
    assert [(a["chain"], a["country"], a["person"]) for a in sale["actors"]] == [
        ("per", "PER", False)
    ]
    assert sale["goods"][0]["giver"] == "actor"
    assert sale["goods"][0]["price"] == {"amount": 2_500_000.0, "currency": "USD"}
    assert (sale["time"]["start"], sale["time"]["end"], sale["time"]["basis"]) == (
        "2024-05-13", "2024-05-13", "relative",
    )  # fmt: skip
    assert [v["named"] for v in sale["voices"]] == [True]
    assert (beating["status"], beating["factuality"], beating["number"]) == ("negated", "CT-", -3)
    assert beating["place"]["name"] == "Lima"
    assert [row["empty"] for row in of(rows, "sentence")] == [False, False, True]
    assert [TEXT[row["start"] : row["end"]] for row in of(rows, "verb")] == [
        "said", "denied", "is", "is",
    ]  # fmt: skip
    assert [len(row["mentions"]) for row in of(rows, "chain")] == [2, 1, 3, 1]


def test_records_become_the_notation_again(tmp_path: Path) -> None:
    rows = rows_of(MARKS, tmp_path)
    again = "\n".join(Notation(rows, doc()).lines())

    assert rows_of(again, tmp_path) == rows


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("c1 sold", "c1 bought", "'bought' does not stand in sentence 1"),
        ("beaten |", "beten |", "did you mean 'beaten'"),
        ("COOPERATE", "COOPERAT", "did you mean COOPERATE"),
        ("ASSAULT.beat", "ASSAULT.beet", "unknown mode of ASSAULT 'beet'; did you mean beat"),
        ("beat negated", "beat denied", "unknown status 'denied'"),
        ("beat negated", "beat", "no status"),
        ("beat negated", "beat possible", "possible needs its value"),
        ("police/.COP", "police", "no chain and no code"),
        ("police/.COP", "police/.POL", "unknown sector 'POL'"),
        ("p Lima", "p Lima/PEU", "unknown country 'PEU'"),
        (":transport", ":transprot", "did you mean transport"),
        ("2024-05-13", "2024-05-32", "day"),
        ("c2 beaten", "c1 beaten", "claim c1 is there twice"),
        ("3 -\n", "", "not marked: sentence 3"),
        ("3 -", "3", "sentence 3 has no claim"),
        ("a =per", "a =peru", "no chain 'peru'; did you mean per"),
        ("> denied", "> denied | l because c9", "links to 'c9'"),
        ("m min", "m mon", "no chain 'mon'"),
        ("v is#1", "v is#3", "stands 2 times"),
        ("3 -\n", "3 -\nm x=place which\n", "relative pronoun"),
        ("v is#1", "v 4 is#1", "no factuality number"),
        ("2\nc2", "2\nx2", "is no line"),
        ("beat negated", "beat negated | w Lima", "an event has no content"),
    ],
)
def test_an_error_names_what_was_found(old: str, new: str, message: str, tmp_path: Path) -> None:
    assert old in MARKS
    wrong = compiled(written(MARKS.replace(old, new), tmp_path), doc()).wrong

    assert any(message in one for one in wrong), wrong


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the port", (17, 25)),
        ("its#2", (31, 34)),
        ("{its} crew slept", (31, 34)),
        ("reached … port", (9, 25)),
        ("Reached", (9, 16)),
    ],
)
def test_words_are_found(words: str, found: tuple[int, int]) -> None:
    assert locate(words, doc("its crew reached the port when its crew slept."), 1) == found


def test_words_that_stand_twice_need_a_number() -> None:
    with pytest.raises(MarkError, match="2 times"):
        locate("its", doc("He saw its crew and its cook."), 1)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ('"We left," he said. "They stayed." Nobody came.', 3),
        ("Dr. Ada Lund met Gen. P. Roe at 6 p.m. Monday. It rained.", 2),
        ("The U.S. Navy sent No. 4 at 6 p.m. The crew slept.", 2),
        ("Title without a stop\n\nBody one. Body two!", 3),
    ],
)
def test_the_splitter_keeps_its_cuts(text: str, count: int) -> None:
    assert len(split(text)[0]) == count


def test_the_guide_s_examples_compile(tmp_path: Path) -> None:
    part = GUIDE.read_text(encoding="utf-8").partition("## 3. ")[2]
    sentences = re.findall(r'(?m)^\*[^*]+\* "(.+)"', part)
    marks = "\n".join(re.findall(r"(?m)^    (.+)$", part))
    text = "\n\n".join(sentences)
    rows = rows_of(f"doc own sale\n{marks}", tmp_path, doc(text))

    assert len(sentences) == 3
    assert not problems(rows, doc(text))
    assert [row["empty"] for row in of(rows, "sentence")] == [False, False, True]


def test_fields_are_copied_and_left_open(tmp_path: Path) -> None:
    more = "c1a Monday | want ongoing | a ^ | r - | w its ministry\nv said"
    rows = rows_of(MARKS.replace("v said", more), tmp_path)
    sale, wish = of(rows, "claim")[:2]

    assert wish["actors"] == sale["actors"]
    assert wish["recipients"] == []
    assert (wish["kind"], wish["type"]) == ("want", None)


@pytest.mark.parser
def test_what_is_left_out_is_pointed_at(tmp_path: Path) -> None:
    less = MARKS.replace("v said", "").replace("; chl=state/CHL Chile", "").replace("r Chile |", "")

    assert list(left_out(rows_of(MARKS, tmp_path), doc())) == []
    assert list(left_out(rows_of(less, tmp_path), doc())) == [
        "sentence 1: no number for said",
        "sentence 1: in no chain, if they are mentions: Chile",
    ]


def test_a_check_finds_what_does_not_hold(tmp_path: Path) -> None:
    rows = rows_of(MARKS, tmp_path)
    broken = copy.deepcopy(rows)
    of(broken, "claim")[0]["trigger"] = [500, 505]
    of(broken, "claim")[1]["status"] = "happened"
    of(broken, "verb")[0]["number"] = 7

    found = " / ".join(problems(broken, doc()))
    assert "leaves the sentence" in found
    assert "happened with factuality 'CT-'" in found
    assert "has the number 7" in found
    assert problems(rows, doc(TEXT.replace("hot", "wet")))
    assert problems(rows[1:])


def test_two_readings_agree_field_by_field(tmp_path: Path) -> None:
    one = rows_of(MARKS, tmp_path)
    other = rows_of(MARKS.replace("COOPERATE", "AGREE").replace("r Chile |", ""), tmp_path)
    other[:] = [row for row in other if row.get("id") != "c2"]
    counts = Agreement()
    only = compare(one, other, counts)

    assert counts.f1("trigger") == pytest.approx(2 / 3)
    assert counts.f1("type") == 0.0
    assert counts.f1("actor") == 1.0
    assert counts.f1("recipient") == pytest.approx(0.0)
    assert [line.split(":")[1].strip() for line in only] == ["only A"]


def test_a_quarter_of_the_digests_is_closed() -> None:
    folds = [fold_of(f"{n:08x}") for n in range(400)]

    assert folds.count("closed") == 100


def test_the_project_s_marks_hold() -> None:
    for path in marked(NEWS):
        rows = load(path)
        own = NEWS / "reports" / f"{rows[0]['id']}.txt"
        text = texts.own_report(own) if rows[0]["source"] == "own" else None

        assert not problems(rows, text), path.name
    assert not list(NEWS.rglob("*.marks")), "they hold words of the texts; keep them elsewhere"


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "0-01-seed-for-catch-data"
    assert main(["list", "own"]) == 0
    assert main(["show", "own", name]) == 0
    assert main(["read", str(NEWS / "own" / f"{name}.jsonl")]) == 0
    back = capsys.readouterr().out
    path = tmp_path / "back.marks"
    path.write_text(back[back.index("doc own") :], encoding="utf-8")
    assert main(["compile", str(path), "--out", str(tmp_path), "--quiet"]) == 0
    twin = tmp_path / "own" / f"{name}.jsonl"
    assert twin.read_bytes() == (NEWS / "own" / f"{name}.jsonl").read_bytes()
    assert main(["agree", str(NEWS / "own"), str(twin.parent)]) == 0
    assert main(["check", str(twin)]) == 0
    assert main(["show", "own", "no-such"]) == 1
    assert main(["tell"]) == 2
