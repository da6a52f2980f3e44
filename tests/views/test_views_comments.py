"""Readers' comments: read, marked, and never among the reports."""

from __future__ import annotations

import pytest

from builders import article, claim
from reportedly import views
from reportedly.store import Store

MET = "Russia met Japan."
NOTE = "Russia attacked Japan! Who is next? I am really worried about Iran."


@pytest.fixture
def store():
    page = article(MET, comment=NOTE)
    made = [
        claim(page, MET, "met", "CONSULT", actors=["Russia", "Japan"]),
        claim(page, "Russia attacked Japan!", "attacked", "ASSAULT", actors=["Russia"],
              recipients=["Japan"]),
    ]  # fmt: skip
    with Store.open(":memory:") as opened:
        opened.add(page, made)
        yield opened, page, made


def test_what_a_comment_says(store) -> None:
    opened, page, (met, attacked) = store
    (row,) = views.comments(opened)
    assert (row.article, row.number, row.author, row.text) == (page.id, 1, "reader", NOTE)
    assert [one.text for one in row.questions] == ["Who is next?"]
    assert [(one.stance, one.text) for one in row.stances] == [("alarm", "worried")]
    assert [one.name for one in row.actors] == ["Russia", "Japan", "Iran"]
    assert (row.claims, row.about) == ((attacked.id,), (met.id,))
    spans = (row, *row.questions, *row.stances, *row.actors)
    assert all(page.text[one.start : one.end] == one.text for one in spans)


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ({}, 1),
        ({"stance": "alarm"}, 1),
        ({"stance": "hope"}, 0),
        ({"party": "IRN"}, 1),
        ({"party": "japan"}, 1),
        ({"party": "France"}, 0),
        ({"article": "none"}, 0),
    ],
)
def test_which_comments(store, asked: dict[str, str], number: int) -> None:
    assert len(list(views.comments(store[0], **asked))) == number


def test_no_report_counts_them(store) -> None:
    opened, _, (met, _) = store
    assert [row.claim for row in views.timeline(opened)] == [met.id]
    found = views.dossier(opened, "RUS", "JPN")
    assert [one.claims for part in views.LINES for one in getattr(found, part)] == [(met.id,)]


def test_the_line_that_only_names_the_reader_is_no_comment() -> None:
    page = article(MET, comment="reader, 3 May\n\nHopefully it lasts.")
    with Store.open(":memory:") as opened:
        opened.add(page, [])
        (row,) = views.comments(opened)
    assert (row.text, page.text[row.start : row.end]) == ("Hopefully it lasts.",) * 2
