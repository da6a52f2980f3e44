"""A reader's comment in words: where it stands, what it asks, of whom it speaks."""

from __future__ import annotations

from reportedly.desk.wording import plain
from reportedly.views import CommentRow


def stances(row: CommentRow) -> str:
    """Return the stances, each once, with the words that show them: "alarm (“worried”)"."""
    shown: dict[str, list[str]] = {}
    for one in row.stances:
        shown.setdefault(one.stance, []).append(f"“{plain(one.text)}”")
    return ", ".join(f"{name} ({', '.join(words)})" for name, words in shown.items())


def asks(row: CommentRow) -> str:
    """Return the questions."""
    return " ".join(plain(one.text) for one in row.questions)


def spoken_of(row: CommentRow) -> str:
    """Return who is spoken of."""
    return ", ".join(plain(one.name) for one in row.actors)


def marked(row: CommentRow) -> tuple[str, ...]:
    """Return what stands under a comment, without the comment's own words but its cues."""
    told = stances(row)
    questions = len(row.questions)
    asked = f"asks {questions} questions" if questions > 1 else "asks a question"
    who, about = spoken_of(row), len(row.about)
    found = (told, asked if questions else "", f"speaks of {who}" if who else "")
    claims = f"of {about} {'claim' if about == 1 else 'claims'} of the article" if about else ""
    return tuple(part for part in (*found, claims) if part)
