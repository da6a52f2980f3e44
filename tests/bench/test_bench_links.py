"""Pairs to be judged: of articles that nobody has judged, one an event, blind."""

from __future__ import annotations

from pathlib import Path
from random import Random

import builders
from bench import links
from reportedly.records import Article, Claim


def coded() -> dict[str, tuple[Article, list[Claim]]]:
    """Return six articles: three of one raid, three of nothing in common."""
    found = {}
    for at, name in enumerate(("one", "two", "three", "four", "five", "six")):
        raid = f"Gunmen raided Kara at dawn, and {name} said so."
        other = f"Officials in {name.title()}ville counted {at} crates of tea."
        text = (raid, "raided") if at < 3 else (other, "counted")
        page = builders.article(text[0], published="2024-05-02")
        values = {"type": "ASSAULT", "mode": None, "actors": ["Gunmen"] if at < 3 else []}
        found[name] = (page, [builders.claim(page, *text, **values)])  # type: ignore[arg-type]
    return found


def test_one_pair_an_event_is_drawn() -> None:
    every = links.pairs(coded())

    assert sum(pair.event is not None for pair in every) == 3
    assert len([p for p in links.drawn(every, 10, 0, Random(1)) if p.event]) == 1


def test_the_sheet_does_not_say_which_are_linked(tmp_path: Path) -> None:
    out = tmp_path / "sheet.jsonl"
    links.write(coded(), out, 10, 10, 1)

    (row, *_) = out.read_text(encoding="utf-8").splitlines()
    assert "linked" not in row
    assert "[raided]" in row
    head, first, *_ = (tmp_path / "sheet.key.tsv").read_text(encoding="utf-8").splitlines()
    assert head.split("\t")[:2] == ["n", "kind"]
    assert first.split("\t")[1] == "linked"


def test_articles_with_a_judged_pair_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "links1.tsv").write_text("one\tother\nguardian-001\ta_b.txt\n", encoding="utf-8")

    assert links.judged(tmp_path) == {"guardian-001", "a_b"}
