"""Live pages: every post has a time of its own, and its days count from that."""

from __future__ import annotations

import json

import pytest

from reportedly.coding.coder import Coder
from reportedly.reading import read
from reportedly.records import Article

HEAD = '<meta property="article:published_time" content="2024-05-15T06:00:00Z">'
POSTS = """<article><h1>Live: the strait</h1>
<div class="p"><time datetime="2024-05-16T10:00:00Z">10:00</time><h2>Peru condemns Chile</h2>
<p>Peru condemned Chile today, and its envoy left the talks in Lima.</p></div>
<div class="p"><time datetime="2024-05-14T10:00:00Z">10:00</time><h2>Rebels raid the port</h2>
<p>Rebels attacked the port on Monday, and two ships were seized.</p></div></article>"""
ONE = """<article><h1>The strait</h1><p class="x"><time datetime="2024-05-14">14 May</time></p>
<div><p>Peru condemned Chile today, and its envoy left the talks in Lima.</p></div></article>"""
TEASERS = """<article><h1>The strait</h1>
<div><p>Peru condemned Chile today, and its envoy left the talks in Lima.</p></div></article>
<ul class="related"><li><time datetime="2023-01-01">1 Jan</time> <a href="/a">Storm leaves
a thousand homes in the north without any power at all</a></li>
<li><time datetime="2023-01-02">2 Jan</time> <a href="/b">The cabinet of Norland meets again
without its minister of the harbours and the sea</a></li></ul>"""


TWO_TIMES = """<main><h1>Live: the strait</h1><div><article class="block"><header>
<h2>Peru condemns Chile</h2><p><time datetime="2024-05-16T10:00:00Z">10.00</time></p></header>
<p>Peru condemned Chile today, and its envoy left the talks in Lima.</p>
<footer>Updated at <time datetime="2024-05-16T11:00:00Z">11.00</time></footer></article>
<article class="block"><p><time datetime="2024-05-14T10:00:00Z">10.00</time></p>
<p>Rebels attacked the port on Monday, and two ships were seized.</p></article></div></main>"""
PRINTED = """<article><h1>Live: the strait</h1><div><p>16 May 2024 10:00</p>
<p>Peru condemned Chile today, and its envoy left the talks in Lima.</p></div><div>
<p>14 May 2024 10:00</p><p>Rebels attacked the port on Monday, and two ships were seized.</p></div>
</article>"""
DATED = """<article><h1>The strait</h1><p>14 May 2024 10:00</p>
<p>Peru condemned Chile today, and its envoy left the talks in Lima.</p>
<p>Updated 15 May 2024 11:00</p></article>"""
CARDS = """<main><article class="story"><h1>The strait</h1><time datetime="2024-05-14">14 May</time>
<p>Peru condemned Chile today, and its envoy left the talks in Lima.</p></article>
<article class="card"><time datetime="2023-01-01">1 Jan</time> <a href="/a">Storm leaves
a thousand homes in the north without any power at all</a></article></main>"""


def page(body: str, head: str = HEAD) -> bytes:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'.encode()


def times(article: Article) -> list[tuple[str, str | None]]:
    """Return the first word of each section of the body, with its time."""
    return [
        (article.text[s.start : s.end].split()[0], s.time and s.time[:10])
        for s in article.sections
        if s.kind == "body"
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (POSTS, [("Peru", "2024-05-16"), ("Peru", "2024-05-16"),
                 ("Rebels", "2024-05-14"), ("Rebels", "2024-05-14")]),
        (PRINTED, [("Peru", "2024-05-16"), ("Rebels", "2024-05-14")]),
        (DATED, [("Peru", None)]),
        (CARDS, [("Peru", None)]),
        (ONE, [("Peru", None)]),
        (TEASERS, [("Peru", None)]),
    ],
    ids=["posts", "printed", "dated", "cards", "one-report", "teasers"],
)  # fmt: skip
def test_posts_have_times_of_their_own(body: str, expected: list[tuple[str, str | None]]) -> None:
    assert times(read(page(body))) == expected


def test_of_two_times_in_a_post_the_first_counts() -> None:
    found = dict(times(read(page(TWO_TIMES))))

    assert found["Peru"] == "2024-05-16"
    assert "2024-05-14" in found.values()


def test_posts_that_the_pages_data_tell() -> None:
    data = {
        "@type": "LiveBlogPosting",
        "headline": "Live: the strait",
        "datePublished": "2024-05-15",
        "liveBlogUpdate": [
            {"@type": "BlogPosting", "headline": "Peru condemns Chile",
             "datePublished": "2024-05-16T10:00:00Z",
             "articleBody": "Peru condemned Chile today, and its envoy left."},
        ],
    }  # fmt: skip
    head = f'<script type="application/ld+json">{json.dumps(data)}</script>'
    shown = "<article><p>Rebels attacked the port on Monday, and two ships were seized.</p>"
    article = read(page(f"{shown}<p>Peru condemned Chile today, and its envoy left.</p>", head))

    assert times(article) == [("Rebels", None), ("Peru", "2024-05-16")]
    alone = read(page('<div id="app"></div>', head))
    assert times(alone) == [("Peru", "2024-05-16")]


def test_a_page_without_a_date_is_no_younger_than_its_first_post() -> None:
    published = read(page(POSTS, "")).published

    assert published is not None
    assert (published.value, published.basis) == ("2024-05-14", "derived")


@pytest.mark.parser
def test_days_of_a_post_count_from_its_own_time(coder: Coder) -> None:
    claims = coder.code(coder.read(page(POSTS)))
    found = {claim.trigger.text: claim.time and claim.time.start for claim in claims}

    assert found["condemned"] == "2024-05-16"
    assert found["attacked"] == "2024-05-13"


@pytest.mark.parser
def test_coder_times_and_when_count_alike(coder: Coder) -> None:
    article = coder.read(page(POSTS))
    at = article.text.index("attacked")

    assert [time.start for time in coder.times(article)] == ["2024-05-16", "2024-05-13"]
    when = coder.when(article, (at, at + len("attacked")))
    assert when is not None
    assert when.start == "2024-05-13"
