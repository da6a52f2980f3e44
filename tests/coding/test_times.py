"""Time expressions: the case table, and what holds for every text."""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportedly import lexicons
from reportedly.coding.times import TimeFinder, TimeMention, TimeWords
from reportedly.errors import LexiconError
from reportedly.lexicons import WordClass
from reportedly.lexicons.load import built_in
from reportedly.lexicons.rows import raw_rows
from reportedly.records import Basis, Grain

CASES = Path(__file__).parents[1] / "cases" / "times"
PUBLISHED = datetime.date(2019, 4, 24)  # a Wednesday
WORDS = (
    *("on", "Friday", "last", "next", "May", "march", "2019", "since", "until", "the", "end", "of"),
    *("from", "to", "between", "and", "12", "April", "two", "weeks", "ago", "in", "1990s", "early"),
    *("3pm", "at", "week", "year", "by", "quarter", "first", "earlier", "this", ",", "9999", "31"),
)


FINDER = TimeFinder(TimeWords.of(lexicons.load()))


def load(folder: Path) -> list[object]:
    """Return one parameter a case; ids are unique over all files."""
    seen: set[str] = set()
    params = []
    for path in sorted(folder.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            assert case["id"] not in seen, f"{path}: case id {case['id']} is used twice"
            seen.add(case["id"])
            params.append(pytest.param(case, id=case["id"]))
    return params


def row(text: str, mention: TimeMention) -> list[str]:
    """Return what the case table holds of a mention."""
    words = text[mention.start : mention.end]
    days = [str(day) if day else "-" for day in (mention.from_day, mention.to_day)]
    return [words, *days, mention.grain.value, mention.basis.value]


@pytest.mark.parametrize("case", load(CASES))
def test_times(case: dict[str, object]) -> None:
    published = case.get("published", PUBLISHED)
    published = None if published == "unknown" else published

    found = FINDER.find(case["text"], published=published, past=case.get("past"))

    assert [row(case["text"], mention) for mention in found] == case["expect"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from([None, PUBLISHED, datetime.date.min, datetime.date.max]),
    st.sampled_from([None, True, False]),
)
@example(["the", "next", "year"], datetime.date.max, None)
def test_any_text_gives_ordered_mentions(
    words: list[str], published: datetime.date | None, past: bool | None
) -> None:
    text = " ".join(words)
    at = 0
    for mention in FINDER.find(text, published=published, past=past):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
        if mention.from_day and mention.to_day:
            assert mention.from_day <= mention.to_day
        if mention.grain is Grain.VAGUE:
            assert mention.from_day is None
        if published is None and mention.basis is Basis.RELATIVE:
            assert mention.from_day is mention.to_day is None


def test_two_days_do_not_share_one_clock() -> None:
    first, *rest = FINDER.find("Friday 3pm Friday", published=None, past=None)

    assert first.start == 0
    assert all(mention.start >= first.end for mention in rest)


def test_a_time_is_found_whatever_else_the_sentence_holds() -> None:
    for text in ("Norway will vote in the future.", "Norway was soon alone."):
        assert len(FINDER.find(text, published=PUBLISHED)) == 1


def own_words(tmp_path: Path, text: str) -> TimeFinder:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    return TimeFinder(TimeWords.of(lexicons.load((tmp_path,))))


SEASONS = """
[[class]]
id = "class.seasons"
name = "seasons"
values = { monsoon = "6", summer = "6" }
source = "test"
yes = ["The bridge fell last {x:monsoon}."]
"""


def test_a_folder_of_the_users_own_brings_its_words(tmp_path: Path) -> None:
    found = own_words(tmp_path, SEASONS).find("It fell last monsoon.", published=PUBLISHED)

    assert [row("It fell last monsoon.", one) for one in found] == [
        ["last monsoon", "2018-06-01", "2018-08-31", "season", "relative"]
    ]
    assert not own_words(tmp_path, SEASONS).find("It fell last spring.", published=PUBLISHED)


def test_feasts_may_be_written_with_capitals(tmp_path: Path) -> None:
    feast = SEASONS.replace("seasons", "fixed_feasts").replace('summer = "6"', 'Nowruz = "03-21"')
    found = own_words(tmp_path, feast.replace('monsoon = "6"', 'christmas = "12-25"'))
    text = "They met on Nowruz."

    assert [row(text, one)[1] for one in found.find(text, published=PUBLISHED)] == ["2019-03-21"]


SLIPS = [
    ("a class that is gone", 'remove = ["class.weekends"]', "weekends"),
    ("a word that says no number", SEASONS.replace('monsoon = "6"', 'monsoon = "wet"'), "'wet'"),
    (
        "words instead of values",
        SEASONS.replace('values = { monsoon = "6", summer = "6" }', 'words = ["monsoon"]'),
        "no values",
    ),
]


@pytest.mark.parametrize(("text", "message"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS])
def test_slips_in_time_words_stop_at_load(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError, match=message):
        own_words(tmp_path, text)


def test_every_class_of_the_time_files_is_asked_for() -> None:
    rows = [entry for file, entry in raw_rows(built_in()) if file.startswith("classes/times_")]
    found = lexicons.load()
    words = found.table(WordClass)
    for entry in rows:
        others = tuple(one for one in words if one.id != entry.id)
        if entry.id in {"class.months", "class.common_clocks"}:
            continue  # only other lists name these
        with pytest.raises(LexiconError, match="no such class"):
            TimeWords.of(replace(found, tables={**found.tables, "class": others}))
