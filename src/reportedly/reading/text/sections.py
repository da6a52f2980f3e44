"""Plain text to labelled lines: headline, front matter, body, questions, comments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from reportedly.reading.dates import Stamp, find_when
from reportedly.reading.hints import hints
from reportedly.reading.parts import (
    BODY,
    BOILERPLATE,
    HEADLINE,
    Label,
    answer,
    comment,
    question,
    subheading,
)
from reportedly.reading.text.bylines import read_byline
from reportedly.reading.text.lines import (
    Header,
    count_words,
    dates_of,
    ends_sentence,
    is_date_line,
    is_faq_heading,
    is_heading,
    is_name,
    is_paragraph,
    is_question,
    read_header,
)

#: words of an item of a menu, items that make one, and words of an outlet's name, at most
_ITEM, _MENU, _NAMED = 2, 2, 5
_FRONT = 6  # lines: title, kicker, byline, dates, reading time …


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """What the top of a text says. size: how many lines it takes; publisher: the name above a menu
    under which the page's own last lines stand, too."""

    size: int = 0
    title: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    published: Stamp | None = None
    modified: Stamp | None = None
    labels: tuple[Label, ...] = ()


def read_front(lines: Sequence[str], title: str | None = None) -> Front:
    """Return the headline and the lines between it and the first paragraph.

    title: known from elsewhere; then only a line like it is the headline. A text copied with its
    page has the outlet and a menu above the headline, and may have a standfirst below it.
    """
    labels: list[Label] = []
    headline = _headline(lines, title)
    if headline is not None:
        labels = [BOILERPLATE] * headline + [HEADLINE]
    authors: tuple[str, ...] = ()
    published = modified = None
    marked = False
    at = len(labels)
    if headline is not None and _is_standfirst(lines, at):
        labels.append(BODY)
        at += 1
    while at < min(len(lines), len(labels) + _FRONT):
        line = lines[at]
        names = () if authors else read_byline(line)
        dated = is_date_line(line) or (bool(names) and find_when(line) is not None)
        if names or dated:
            marked = True
            authors = authors or names
            first, changed = dates_of(line) if dated else (None, None)
            published, modified = published or first, modified or changed
        elif is_paragraph(line) or not (_is_front_line(line)):
            break
        at += 1
    if marked:
        labels += [BOILERPLATE] * (at - len(labels))
    return Front(
        size=len(labels),
        title=lines[headline].strip() if headline is not None else None,
        publisher=_masthead(lines, headline) if title is None else None,
        authors=authors,
        published=published,
        modified=modified,
        labels=tuple(labels),
    )


def _is_standfirst(lines: Sequence[str], at: int) -> bool:
    """Say whether the line is a sentence of the headline's kind right above byline or date."""
    if at + 1 >= len(lines) or _is_front_line(lines[at]) or is_paragraph(lines[at]):
        return False
    below = lines[at + 1]
    return bool(read_byline(below)) or is_date_line(below)


def _masthead(lines: Sequence[str], headline: int | None) -> str | None:
    """Return the first line where a menu stands between it and the headline, and where a line of
    the page's own names it again."""
    first = lines[0].strip() if headline else ""
    own = (line for line in lines[1:] if hints().is_line("boilerplate", line))
    return first if first and any(first in line for line in own) else None


def _below_menu(lines: Sequence[str]) -> int:
    """Return which line a headline is that stands below an outlet's name and a menu; 0 where none
    does."""
    at = 1
    while at < len(lines) and _is_item(lines[at]):
        at += 1
    menu = at > _MENU and at < len(lines) and count_words(lines[0]) <= _NAMED
    return at if menu and count_words(lines[at]) > _ITEM and _could_head(lines[at]) else 0


def _is_item(line: str) -> bool:
    return count_words(line) <= _ITEM and not (ends_sentence(line) or read_byline(line))


def _could_head(line: str) -> bool:
    bare = line.strip()
    if count_words(bare) > 30 or read_byline(bare) or is_date_line(bare):
        return False
    return not ends_sentence(bare) or bare.rstrip("\"'”’»").endswith("?")


def _is_front_line(line: str) -> bool:
    return hints().is_line("boilerplate", line) or (
        count_words(line) <= 8 and not ends_sentence(line)
    )


def _headline(lines: Sequence[str], title: str | None) -> int | None:
    """Return which of the first lines is the headline, or None."""
    if title is not None:
        for at, line in enumerate(lines[:3]):
            if alike(line, title):
                return at
        return None
    if len(lines) < 2 or not any(is_paragraph(line) for line in lines[1:]):
        return None
    if not _could_head(lines[0]):
        return None
    if is_question(lines[0].strip()) and _answers_itself(lines):
        return None
    return _below_menu(lines)


def _answers_itself(lines: Sequence[str]) -> bool:
    """Say whether the text is questions and answers all through, without a title."""
    return sum(is_question(line) for line in lines) * 3 >= len(lines) > 3


def alike(one: str, other: str) -> bool:
    """Say whether two titles are the same but for signs and a publisher's suffix."""
    left, right = (
        "".join(sign for sign in text.casefold() if sign.isalnum())[:300] for text in (one, other)
    )
    if not left or not right:
        return False
    if left == right or (min(len(left), len(right)) > 20 and (left in right or right in left)):
        return True
    return len(left) > 15 and SequenceMatcher(None, left, right).ratio() > 0.85


def find_comments(lines: Sequence[str], start: int) -> dict[int, tuple[Header, int]]:
    """Return, by line, every comment's header and how many lines it takes; {} without comments.

    One header alone counts only under a heading "Comments" or with a time of day: a body may
    hold "Reuters, 3 March 2024".
    """
    found: dict[int, tuple[Header, int]] = {}
    announced: int | None = None
    seen_body = False
    for at in range(start, len(lines)):
        line = lines[at]
        if hints().is_line("comments", line) and announced is None:
            announced = at
        header = read_header(line) if seen_body or announced is not None else None
        if header and not is_date_line(line):
            found[at] = (header, 1)
        elif (
            at > start
            and at - 1 not in found
            and (seen_body or announced is not None)
            and (two := _two_lines(lines, at))
        ):
            found[at - 1] = (two, 2)
        seen_body = seen_body or is_paragraph(line)
    if announced is not None:
        found = {at: header for at, header in found.items() if at > announced} or found
    sure = sum(header.sure for header, _ in found.values())
    return found if sure or announced is not None else {}


def _two_lines(lines: Sequence[str], at: int) -> Header | None:
    """Return the header whose name and date stand on two lines, if this is the second."""
    name = lines[at - 1].strip()
    when = find_when(lines[at]) if is_date_line(lines[at]) else None
    if when is None or not when.clock or count_words(name) > 3 or not is_name(name):
        return None
    return Header(name, when.stamp, True)


def label_comments(
    lines: Sequence[str], headers: dict[int, tuple[Header, int]], start: int
) -> list[Label]:
    """Return a label for every line from the first header on."""
    labels: list[Label] = []
    current = BOILERPLATE
    for number, at in enumerate(range(start, len(lines))):
        if at in headers:
            header = headers[at][0]
            current = comment(at, header.author, header.time)
        elif hints().is_line("after_comments", lines[at]):
            current = BOILERPLATE
        line_is_noise = count_words(lines[at]) <= 2 and hints().is_line("boilerplate", lines[at])
        labels.append(BOILERPLATE if line_is_noise and number else current)
    return labels


def label_body(lines: Sequence[str], first_pair: int = 0) -> list[Label]:
    """Return a label for every line between front matter and comments."""
    labels: list[Label] = []
    pair = first_pair - 1
    in_faq = open_pair = False
    for at, line in enumerate(lines):
        after = lines[at + 1] if at + 1 < len(lines) else ""
        if is_faq_heading(line) and (not after or is_question(after) or is_paragraph(after)):
            in_faq, open_pair = True, False
            labels.append(BOILERPLATE)
        elif hints().is_line("boilerplate", line) or hints().is_line("comments", line):
            labels.append(BOILERPLATE)
        elif in_faq and is_question(line):
            pair, open_pair = pair + 1, True
            labels.append(question(pair))
        elif is_heading(line) and after and is_paragraph(after) and not is_heading(after):
            in_faq = open_pair = False
            labels.append(subheading(2))
        elif hints().is_line("after_comments", line):
            labels.append(BOILERPLATE)
        else:
            labels.append(answer(pair) if open_pair else BODY)
    return labels
