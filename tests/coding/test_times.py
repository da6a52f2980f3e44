"""Time expressions: the case table, and what holds for every text."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.coding.times import find_times
from reportedly.records import Basis, Grain

CASES = Path(__file__).parents[1] / "cases" / "times"
PUBLISHED = datetime.date(2019, 4, 24)  # a Wednesday
WORDS = (
    *("on", "Friday", "last", "next", "May", "march", "2019", "since", "until", "the", "end", "of"),
    *("from", "to", "between", "and", "12", "April", "two", "weeks", "ago", "in", "1990s", "early"),
    *("3pm", "at", "week", "year", "by", "quarter", "first", "earlier", "this", ",", "9999", "31"),
)


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


def row(text: str, mention: object) -> list[str]:
    """Return what the case table holds of a mention."""
    words = text[mention.start : mention.end]
    days = [str(day) if day else "-" for day in (mention.from_day, mention.to_day)]
    return [words, *days, mention.grain.value, mention.basis.value]


@pytest.mark.parametrize("case", load(CASES))
def test_times(case: dict[str, object]) -> None:
    published = case.get("published", PUBLISHED)
    published = None if published == "unknown" else published

    found = find_times(case["text"], published=published, past=case.get("past"))

    assert [row(case["text"], mention) for mention in found] == case["expect"]


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=12),
    st.sampled_from([None, PUBLISHED, datetime.date.min, datetime.date.max]),
    st.sampled_from([None, True, False]),
)
def test_any_text_gives_ordered_mentions(
    words: list[str], published: datetime.date | None, past: bool | None
) -> None:
    text = " ".join(words)
    at = 0
    for mention in find_times(text, published=published, past=past):
        assert at <= mention.start < mention.end <= len(text)
        at = mention.end
        if mention.from_day and mention.to_day:
            assert mention.from_day <= mention.to_day
        if mention.grain is Grain.VAGUE:
            assert mention.from_day is mention.to_day is None
        if published is None and mention.basis is Basis.RELATIVE:
            assert mention.from_day is mention.to_day is None


def test_two_days_do_not_share_one_clock() -> None:
    first, *rest = find_times("Friday 3pm Friday", published=None, past=None)

    assert first.start == 0
    assert all(mention.start >= first.end for mention in rest)
