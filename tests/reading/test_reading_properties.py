"""What holds for any input: sections cover the text, plain text is kept, nothing else is raised."""

from __future__ import annotations

import contextlib
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import ReadingError
from reportedly.reading import read
from reportedly.records import Article

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
LINES = st.sampled_from(
    [
        "Norland accused Estmark of arming the rebels in the hills.",
        "What comes next?", "The Road Ahead", "by Ann Lee", "Frequently asked questions",
        "Is the road open?", "It is, the ministry said.", "Ada May 3, 2024 - 4:15 pm",
        "3 comments", "Share this", "Leave a reply", "", "  ", "\t", "March 3, 2024", "Bo says:",
        "U.S. officials denied it", "•", "\u200b", "Updated 3 March 2024 at 10:22 GMT",
    ]
)  # fmt: skip
ENDS = st.sampled_from(["\n", "\r\n", "\n\n", "\r", "\u2028", " \n \n"])


def check(article: Article) -> None:
    """Every character that is no white space stands in exactly one section."""
    covered = [False] * len(article.text)
    for section in article.sections:
        words = article.text[section.start : section.end]
        assert words == words.strip()
        for at in range(section.start, section.end):
            assert not covered[at]
            covered[at] = True
    assert all(done or sign.isspace() for done, sign in zip(covered, article.text, strict=True))
    asked = [s.pair for s in article.sections if s.kind == "faq_question"]
    assert len(asked) == len(set(asked))


def read_or_refuse(data: bytes) -> None:
    """Read the bytes; a ReadingError is as good as an article, any other error is not."""
    with contextlib.suppress(ReadingError):
        check(read(data))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(LINES, ENDS), max_size=25))
def test_plain_text_is_kept_and_covered(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    try:
        article = read(text)
    except ReadingError:
        return
    assert article.text == text
    check(article)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text(text: str) -> None:
    try:
        article = read(text)
    except ReadingError:
        return
    assert article.text == text
    check(article)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=600))
def test_any_bytes(data: bytes) -> None:
    read_or_refuse(data)


PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<div class=comment>", "<li id=comment-1 class=comment>", "</div>", "<h1>",
        "<h2>", "</h2>", "<table><tr><td>", "<details><summary>", "<dt>", "<dd>", "<figcaption>",
        "<div class=faq>", "<script>", "</script>", "<br><br>", "<a href=x>", "</a>", "<!--", "-->",
        "<nav>", "<article>", "<time datetime=2024-01-01>", "<b>", "&amp;", "&#0;", "&#xd800;",
        "<div itemtype=http://schema.org/Question>", "<span itemprop=name>", "<template>", "<svg>",
        "<button>Why?", "Norland accused Estmark of arming the rebels in the hills on Monday. ",
        "Who armed them? ", "Ada May 3, 2024 - 4:15 pm ", "\x00", "<![CDATA[", "<frameset>",
        '<script type="application/ld+json">{"@type":"Comment","text":"x"}</script>',
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40))
def test_any_markup(pieces: list[str]) -> None:
    read_or_refuse(("<html><body>" + "".join(pieces)).encode())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_pages_are_covered(path: Path) -> None:
    check(read(path))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_mutated_pages(path: Path) -> None:
    """Cut, doubled, shuffled and overwritten pages: an article or a ReadingError, in time."""
    chance = random.Random(path.stem)
    data = path.read_bytes()
    until = time.process_time() + 1.0
    for _ in range(25):
        start = chance.randrange(len(data))
        end = min(len(data), start + chance.randrange(1, 400))
        mutated = chance.choice(
            [
                data[:start],
                data[:start] + data[end:],
                data[:start] + data[start:end] * 3 + data[end:],
                data[:start] + bytes(chance.randrange(256) for _ in range(20)) + data[end:],
                data[:start] + chance.choice([b"<", b">", b'"', b"<!--", b"</div>"]) + data[start:],
            ]
        )
        read_or_refuse(mutated)
        if time.process_time() > until:
            break


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"<html><body>" + b"<b>" * 20_000, id="bold"),
        pytest.param(b"<html><body>" + b"<table><tr><td>" * 3_000, id="tables"),
        pytest.param(b"<html><body>" + b"<a href=x>" * 5_000 + b"x", id="links"),
        pytest.param(b"<html><body class='" + b"ad-" * 300_000 + b"'><p>x", id="class"),
        pytest.param(b"<html><body><p>" + b"<" * 300_000, id="brackets"),
        pytest.param(b"<html><body><p>" + b"a\n" * 500_000, id="line"),
        pytest.param(b"<html><body><p>" + b"<br>" * 200_000 + b"x", id="breaks"),
        pytest.param(b"<html><body><p>" + b"a <br>" * 100_000 + b"x", id="lines"),
        pytest.param(b"<meta charset=" * 100_000, id="meta"),
        pytest.param(b"<!--" * 300_000, id="comments"),
        pytest.param(b"by " * 300_000, id="words"),
        pytest.param(b"3 March 2024 " * 80_000, id="dates"),
        pytest.param(b"a. " * 400_000, id="dots"),
        pytest.param(b"What? " * 100_000, id="questions"),
        pytest.param(
            b"<html><body>" + b"<div class=menu><div>" * 150 + b"<p>x" * 9_000, id="menus"
        ),
    ],
)
def test_hostile_pages_end_in_time(data: bytes) -> None:
    start = time.process_time()
    read_or_refuse(data)
    # processor time: a page of this size takes about a second, on a busy machine too
    assert time.process_time() - start < 10
