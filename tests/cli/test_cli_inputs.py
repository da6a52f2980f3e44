"""Feeds and archives into the store, and how fresh each of them is."""

from __future__ import annotations

import json

import pytest
from cli_pages import MET

FEED = f"""<rss version="2.0"><channel><title>Harbour Times</title>
<link>https://harbour.example/</link>
<item><title>Talks</title><link>https://harbour.example/talks</link>
<description>{MET} It was their second meeting of the year.</description>
<pubDate>Thu, 14 Sep 2023 08:00:00 GMT</pubDate></item>
<item><title>Empty</title><link>https://harbour.example/empty</link></item>
</channel></rss>"""


def lines(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.fixture
def feed(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(FEED, encoding="utf-8")
    return path


@pytest.mark.usefixtures("coder")
def test_a_feed_is_added_and_its_readings_are_kept(run, feed):
    first = run("add", feed, "gone.rss")

    assert first.exit_code == 1
    assert "1 article added" in first.stderr
    assert "the entry has no text" in first.stderr
    assert run("add", feed, "gone.rss").exit_code == 1
    gone, known = lines(run("inputs"))
    assert (gone["source"], gone["readings"], gone["failing"], gone["newest"]) == (
        "gone.rss", 2, 2, None,
    )  # fmt: skip
    assert (known["found"], known["fresh"], known["articles"], known["problems"]) == (1, 0, 1, 1)
    assert (known["newest"], known["failures"], known["failing"]) == ("2023-09-14", 0, 0)
    assert known["age"] > 700


@pytest.mark.usefixtures("coder")
def test_what_failed_and_came_back_no_longer_fails(run, tmp_path):
    assert run("add", "late.rss").exit_code == 1
    (tmp_path / "late.rss").write_text(FEED, encoding="utf-8")
    run("add", "late.rss")
    (row,) = lines(run("inputs"))

    assert (row["failures"], row["failing"], row["articles"]) == (1, 0, 1)
    assert row["last_fresh"] is not None


@pytest.mark.usefixtures("coder")
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "md"])
def test_inputs_are_printed(run, feed, form):
    run("add", feed)
    result = run("inputs", "--format", form)

    assert result.exit_code == 0
    assert "feed.xml" in result.stdout
