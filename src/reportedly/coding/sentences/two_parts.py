"""Headlines in two parts: "Oslo ships rice to Togo - sources", "UN: rebels took Goma".

The parts are parsed each by itself: whole, the parser takes "Russia - sources" for one name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reportedly.coding.sentences.table import Row, root_of
from reportedly.lexicons import Lexicons

_DASH = re.compile(r"\s+(?:--|[-–—])\s*(?=[^\s\d])|\s*(?:--|[–—])\s+(?=[^\s\d])")
_COLON = re.compile(r"(?<=[\w.’')\]\"”]):\s+(?=\S)")
_ENDS = tuple(".!?…;")
#: words of a tail or head at most; letters of the rest at least
_MOST_WORDS, _REST = 6, 12


class Cut(NamedTuple):
    """Where the mark between two parts begins and ends, and which part tells the news: 0 or 1.

    verb  where in the part behind ", sources say" the verb stands; None for other marks
    """

    start: int
    end: int
    main: int
    verb: tuple[int, int] | None = None


class Headlines:
    """Tells where a headline's parts meet.

    sources   nouns for who or what tells something: "officials", "report"
    openers   words that begin no speaker: prepositions, "and", "what"
    verbs     forms of verbs that report, behind a comma: "sources say"
    """

    def __init__(self, lexicons: Lexicons) -> None:
        self._sources = lexicons.words("headline_sources")
        self._openers = lexicons.words("headline_openers")
        self._verbs = lexicons.words("headline_verbs")

    def cut(self, text: str) -> Cut | None:
        """Return where the two parts meet; None for a text of one part.

        Only lines that do not end as sentences do are headlines.
        """
        if "\n" in text or text.rstrip("\"'”’ ").endswith(_ENDS):
            return None
        return self._tail(text) or self._saying(text) or self._head(text)

    def _tail(self, text: str) -> Cut | None:
        marks = [match.span() for match in _DASH.finditer(text)]
        if len(marks) != 1:
            colons = [match.span() for match in _COLON.finditer(text)]
            marks = colons if not marks and len(colons) == 1 else []
            marks = [span for span in marks if self._names_source(text[span[1] :])]
        if not marks:
            return None
        start, end = marks[0]
        words = text[end:].split()
        short = 0 < len(words) <= _MOST_WORDS and start >= _REST
        return Cut(start, end, 0) if short and words[0].lower() not in self._openers else None

    def _saying(self, text: str) -> Cut | None:
        """Return the cut before ", sources say" and ", says minister"."""
        comma = text.rfind(", ")
        words = text[comma + 2 :].split()
        if comma < _REST or not 2 <= len(words) <= _MOST_WORDS:
            return None
        start = comma + 2 + len(text[comma + 2 :]) - len(text[comma + 2 :].lstrip())
        end = len(text.rstrip())
        if words[0] in self._verbs:
            return Cut(comma, start, 0, (start, start + len(words[0])))
        if words[-1] in self._verbs and words[0].lower() not in self._openers:
            return Cut(comma, start, 0, (end - len(words[-1]), end))
        return None

    def _head(self, text: str) -> Cut | None:
        match = _COLON.search(text)
        if match is None or len(text) - match.end() < _REST or text[0] in "([":
            return None
        if _COLON.search(text, match.end()):  # a title and its subtitle
            return None
        words = text[: match.start()].split()
        named = all(word[:1].isupper() for word in words)
        if len(words) >= _MOST_WORDS or not (named or self._names_source(text[: match.start()])):
            return None
        return Cut(*match.span(), 1)

    def _names_source(self, words: str) -> bool:
        """Return whether the last word names a source, in the singular or plural."""
        last = words.split()[-1].strip("\"'”’()").lower()
        return bool({last, last.removesuffix("s")} & self._sources) and len(words.split()) <= 5


def cut_up(text: str, cut: Cut) -> tuple[str, str]:
    """Return the two parts to be parsed, without the mark and the verb of ", sources say"."""
    before, behind = text[: cut.start], text[cut.end :]
    if cut.verb is None:
        return before, behind
    first, last = cut.verb
    return before, text[last:] if first == cut.end else text[cut.end : first]


def joined(parts: Sequence[tuple[list[Row], str]], main: int) -> list[Row]:
    """Return the rows of the parts as one table, the roots of the others hung on the main one's.

    parts: rows, whose heads count from the part's own first row, and the label of their root.
    """
    starts = [sum(len(rows) for rows, _ in parts[:number]) for number in range(len(parts))]
    root = starts[main] + root_of(parts[main][0])
    table: list[Row] = []
    for number, ((rows, label), start) in enumerate(zip(parts, starts, strict=True)):
        for i, (word, lemma, tag, dep, head, at) in enumerate(rows):
            if number != main and head == i:
                table.append((word, lemma, tag, label, root, at))
            else:
                table.append((word, lemma, tag, dep, head + start, at))
    return table


def saying(source: list[Row], verb: Row) -> list[Row]:
    """Return the rows of "sources say", "says minister": the source is the verb's subject."""
    root = root_of(source)
    first = source[0][5] < verb[5]
    shift, at = (0, len(source)) if first else (1, 0)
    moved = [
        (word, lemma, tag, "nsubj" if i == root else dep, at if i == root else head + shift, start)
        for i, (word, lemma, tag, dep, head, start) in enumerate(source)
    ]
    mine = (*verb[:3], "ROOT", at, verb[5])
    return [*moved, mine] if first else [mine, *moved]
