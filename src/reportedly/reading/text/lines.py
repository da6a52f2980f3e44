"""What one line looks like by itself: a sentence, a question, a date, a comment's header."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.reading.dates import Stamp, When, find_all, find_when
from reportedly.reading.hints import hints

_CLOSERS = "\"'”’»)]*_ \t"
_ABBREVIATION = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|No|St)\.$")
_NAME_START = re.compile(
    r"^(?:(?:posted|written|comment(?:ed)?|reply)\s+)?(?:by|from)\s*:?\s+", re.I
)
_NAME_END = re.compile(
    r"\s*\b(?:says?|said|wrote|writes|commented|replied|posted)\s*(?:this)?(?:\s+on|\s+at)?\W*$",
    re.I,
)
_EDGE = " \t|·•—–-,:;()[]@>»/\u00a0"
_SAYS = re.compile(r"^(?P<name>[^.!?:]{1,40}?)\s+(?:says|said|wrote|commented|replied)\s*:?$")
_CHANGED = re.compile(
    r"\b(?:updated?|modified|edited|revised|changed|amended|corrected|last)\b", re.IGNORECASE
)
_NUMBER = re.compile(r"^\s*(?:\(?\d{1,2}[.):]|Q(?:uestion)?\s*\d*\s*[.:)])\s*", re.I)


def count_words(line: str) -> int:
    """Return the number of words, told by spaces."""
    return len(line.split())


def ends_sentence(line: str) -> bool:
    """Say whether the line ends as a sentence does; the dots of "U.S." do not count."""
    bare = line.rstrip(_CLOSERS)
    return bare.endswith((".", "!", "?", "…")) and not _ABBREVIATION.search(bare)


def is_paragraph(line: str) -> bool:
    """Say whether the line is running text."""
    return count_words(line) >= 20 or (ends_sentence(line) and count_words(line) >= 4)


def is_question(line: str) -> bool:
    """Say whether the line is one question, as a heading or a reader puts it."""
    bare = _NUMBER.sub("", line).rstrip(_CLOSERS)
    return bare.endswith("?") and count_words(bare) <= 40 and ". " not in bare


def is_heading(line: str) -> bool:
    """Say whether the line could be a subheading: short, no final period, no list or quotation."""
    bare = line.strip()
    if not bare or "\n" in bare or len(bare) > 100 or count_words(bare) > 14:
        return False
    if bare[-1] in ".,;:!" or bare[0] in '-*•·–—>"“‘([' or bare[0].islower():
        return False
    if ". " in _ABBREVIATION.sub("", bare) or not any(sign.isalpha() for sign in bare):
        return False
    return not hints().is_line("boilerplate", bare) and find_when(bare) is None


def is_faq_heading(line: str) -> bool:
    """Say whether the line opens a list of questions and answers."""
    return count_words(line) <= 16 and not ends_sentence(line) and hints().is_line("faq", line)


def is_name(words: str) -> bool:
    """Say whether the words could be what a person or a commenter is called."""
    bare = words.strip()
    parts = bare.casefold().split()
    if not 1 <= len(parts) <= 5 or len(bare) > 40 or not any(sign.isalnum() for sign in bare):
        return False
    if parts[0].strip(".,:") in hints().no_name or find_when(bare) is not None:
        return False
    dotted = bare.rstrip(".").replace(". ", " ")
    return not any(sign in dotted for sign in '?!:;"“”()') and not bare.endswith((",", "…"))


@dataclass(frozen=True, slots=True)
class Header:
    """The line above a comment. sure: it has a time of day, or a date and a verb of saying."""

    author: str | None
    time: Stamp | None
    sure: bool


def read_header(line: str) -> Header | None:
    """Return who and when, if the line is the header of a reader's comment."""
    bare = line.strip()
    if len(bare) > 120 or count_words(bare) > 16:
        return None
    if says := _SAYS.match(bare):
        return Header(says["name"], None, False) if is_name(says["name"]) else None
    when = find_when(bare)
    if when is None:
        return None
    rest = bare[: when.start].strip(_EDGE) + " " + bare[when.end :].strip(_EDGE)
    opened = _NAME_START.sub("", rest.strip(_EDGE))
    name = _NAME_END.sub("", opened).strip(_EDGE)
    name = re.sub(r"\s+(?:on|at|,)$", "", name).strip(_EDGE)
    if not is_name(name):
        return None
    return Header(name, when.stamp, when.clock or name != opened)


def is_date_line(line: str) -> bool:
    """Say whether the line holds dates and hardly anything else ("Published: 3 March 2024")."""
    found = find_all(line) if len(line) <= 200 else ()
    if not found or count_words(line) > 12 * len(found) + 4:
        return False
    rest = "".join(f"{words} " for words in _between(line, found)).casefold()
    words = re.findall(r"[^\W\d_]+", rest)
    return all(word in hints().no_name or word in {"by", "am", "pm", "and"} for word in words)


def _between(line: str, found: tuple[When, ...]) -> list[str]:
    """Return the words before each date, and those behind the last."""
    starts = (0, *(when.end for when in found))
    ends = (*(when.start for when in found), len(line))
    return [line[start:end] for start, end in zip(starts, ends, strict=True)]


def dates_of(line: str) -> tuple[Stamp | None, Stamp | None]:
    """Return when a report was published and changed, by the words before the line's dates.

    "Published 3 June 2025 08:15 BST. Updated 4 June 2025 21:40 BST" has both.
    """
    found = find_all(line)
    published = modified = None
    for when, words in zip(found, _between(line, found), strict=False):
        if _CHANGED.search(words):
            modified = when.stamp or modified
        else:
            published = published or when.stamp
    return published, modified
