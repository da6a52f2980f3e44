"""Datelines: what stands before a report's first sentence, and what only looks like it."""

from __future__ import annotations

import pytest

from reportedly import lexicons
from reportedly.coding.sentences.datelines import dateline_of

LINE = dateline_of(lexicons.load())
LINES = [
    "WASHINGTON (AP) — ",
    "Harare, Zimbabwe – ",
    "LIMA, Peru (AP) — ",
    "SEOUL, May 15 (Yonhap) -- ",
    "TEHRAN, May 15 (Reuters) - ",
    "GENEVA/OSLO, Sept. 3 (Reuters) - ",
    "NEW DELHI, 15 May 2024 (IPS) - ",
    "NAIROBI, Kenya, May 15 — ",
    "BEIJING, May 14-",
    "GENEVA (15 May 2024) – ",
    "MOSCOW, May 15. /TASS/. ",
    "Jerusalem, May 15 (JTA) — ",
    "Tehran, May 15, IRNA – ",
    "Buenos Aires, Tuesday, May 14 (EFE) - ",
    "DHAKA, May 15: ",
    "May 15 (Reuters) - ",
    "(Reuters) - ",
    "Mogadishu (AFP) - ",
    "DUBAI: ",
    "ISLAMABAD: ",
    "GENEVA/LIMA: ",
    "PARIS | Tue May 14, 2024 - ",
]
NO_LINES = [
    "May 15 was the day of the vote. ",
    "Moscow, May 15 and Minsk were quiet - ",
    "On May 15 - a Wednesday - ",
    "UN: aid convoy reached Aleppo. ",
    "NATO: the road is open. ",
    "Lima: the road is open. ",
    "Peru, Chile and Bolivia signed - ",
    "The Paris (Texas) police - ",
    "MiG-29 jets - ",
    "In May 2024 - ",
    "May 15 - ",  # a chronology: the day of what it tells
]


@pytest.mark.parametrize("line", LINES)
def test_a_dateline_is_no_part_of_the_sentence(line: str) -> None:
    found = LINE.match(line + "Peru sent rice to Togo on Tuesday.")

    assert found is not None
    assert found.end() == len(line)


@pytest.mark.parametrize("words", NO_LINES)
def test_words_of_the_sentence_stay(words: str) -> None:
    assert LINE.match(words + "Peru sent rice.") is None
