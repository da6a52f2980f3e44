"""RSS and Atom: an article an entry, by what the feed holds; links are fetched when asked for."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from reportedly.errors import ReadingError, RefusedAddress
from reportedly.reading import fetch, read, read_many
from reportedly.reading.limits import MAX_ENTRIES
from reportedly.records import Article

SAID = "Norway sent barley to Togo on Friday, the harbour office said."
RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Harbour Times</title><link>https://harbour.example/</link>
<item><title>Barley &amp; Togo</title><link>https://harbour.example/barley?utm_source=rss</link>
  <description>A teaser.</description>
  <content:encoded><![CDATA[<p>{SAID}</p><p>It goes north.</p>]]></content:encoded>
  <pubDate>Fri, 17 May 2024 10:00:00 +0200</pubDate><dc:creator>Ann Moss</dc:creator></item>
<item><title>Port shut</title><link>https://elsewhere.example/port</link>
  <source url="https://wire.example/rss">Corvus Agency</source>
  <description>The port of Lome was shut on Monday, Togo said.</description></item>
<item><title>No words</title><link>https://harbour.example/none</link></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Times</title>
<link href="https://harbour.example/"/><id>a</id><updated>2024-05-18T08:00:00Z</updated>
<entry><title type="html">&lt;b&gt;Barley&lt;/b&gt; for Togo</title><link href="/barley"/><id>b</id>
<updated>2024-05-18T08:00:00Z</updated><content type="text">{SAID}</content>
<source><title>Corvus Agency</title></source></entry></feed>"""
BOMB = (
    '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
    f'<rss version="2.0"><channel><title>x</title><item><title>y</title>'
    f"<description>{SAID} &d;</description></item></channel></rss>"
)


def entries(words: str, **more: bool) -> list[Article | ReadingError]:
    return list(read_many(["-"], stdin=io.BytesIO(words.encode()), **more))


def test_an_entry_of_rss_is_an_article_by_its_full_text() -> None:
    one, other, none = entries(RSS)

    assert isinstance(one, Article)
    assert one.text == f"Barley & Togo\n\n{SAID}\n\nIt goes north."
    assert (one.title, one.authors, one.publisher) == (
        "Barley & Togo", ("Ann Moss",), "Harbour Times",
    )  # fmt: skip
    assert one.url == "https://harbour.example/barley"
    assert one.published is not None
    assert (one.published.value, one.published.basis) == ("2024-05-17T10:00:00+02:00", "stated")
    assert isinstance(other, Article)
    assert (other.publisher, other.published) == ("Corvus Agency", None)
    assert isinstance(none, ReadingError)
    assert "has no text" in none.message


def test_an_entry_of_atom_has_the_day_of_its_last_change_at_least() -> None:
    (one,) = entries(ATOM)

    assert isinstance(one, Article)
    assert (one.title, one.publisher) == ("Barley for Togo", "Corvus Agency")
    assert one.url == "https://harbour.example/barley"
    assert one.published is not None
    assert (one.published.value, one.published.basis) == ("2024-05-18T08:00:00+00:00", "derived")


@pytest.mark.parametrize("name", ["news.rss", "news.xml", "news.txt", "news"])
def test_a_feed_is_known_by_its_words(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(ATOM, encoding="utf-8")
    assert [type(one) for one in read_many([tmp_path / name])] == [Article]
    with pytest.raises(ReadingError, match=r"feed|many articles"):
        read(tmp_path / name)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ('<rss version="2.0"><channel><title>x</title', "cannot be read"),
        (RSS[: RSS.index("<item><title>No words")], "breaks off"),
        ("<rss version='2.0'><channel>" + "<item/>" * (MAX_ENTRIES + 1) + "</channel></rss>",
         "entries in one feed"),
    ],
)  # fmt: skip
def test_a_broken_feed_is_a_problem(words: str, says: str) -> None:
    problem = entries(words)[-1]

    assert isinstance(problem, ReadingError)
    assert says in problem.message


def test_entities_that_multiply_are_not_unfolded() -> None:
    assert all(len(one.text) < 5_000 for one in entries(BOMB) if isinstance(one, Article))


def test_links_are_fetched_only_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(url: str) -> Article:
        asked.append(url)
        raise RefusedAddress(url, "10.0.0.1 is not an address of the public internet")

    monkeypatch.setattr(fetch, "read_url", answer)
    entries(RSS)
    assert asked == []
    found = entries(RSS, follow=True)
    assert len(asked) == 3
    assert all(isinstance(one, RefusedAddress) for one in found)


@pytest.mark.parametrize("address", ["http://127.0.0.1/x", "http://192.168.1.1/", "file:///etc"])
def test_a_feed_cannot_lead_inside(address: str) -> None:
    found = entries(RSS.replace("https://harbour.example/barley?utm_source=rss", address),
                    follow=True)  # fmt: skip

    assert isinstance(found[0], ReadingError)
    assert not isinstance(found[0], Article)


def test_an_address_may_be_that_of_a_feed(monkeypatch: pytest.MonkeyPatch) -> None:
    page = fetch.Fetched(
        url="https://harbour.example/feed", data=ATOM.encode(), charset=None, kind=None
    )
    monkeypatch.setattr(fetch, "fetch", lambda _url: page)
    (one,) = read_many(["https://harbour.example/feed"], fetch=True)

    assert isinstance(one, Article)
    assert one.url == "https://harbour.example/barley"
