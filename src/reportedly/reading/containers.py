"""Containers of many pages that are text by their first signs and still no report.

Feeds and WARC files are read page by page, see `read_many`; one article they are not. The others
are refused by name.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.errors import ReadingError


class _Kind(NamedTuple):
    """One kind of container.

    start     how its characters begin, white space aside
    suffixes  of its files; a file of such a name may be too large to be opened
    what, advice  what it is, and what its owner can do
    """

    start: str
    suffixes: tuple[str, ...]
    what: str
    advice: str


_PROLOGUE = r"(?:<\?xml[^>]{0,300}\?>\s*|<\?xml-stylesheet[^>]{0,300}\?>\s*|<!--.{0,2000}?-->\s*)*"
_KINDS = (
    _Kind(
        r"WARC/\d",
        (".warc",),
        "a web archive (WARC)",
        "it holds many pages: give its path to `reportedly add` or read_many",
    ),
    _Kind(
        r"(?!)",
        (".wacz",),
        "a packed web archive (WACZ)",
        "unpack it, and give the WARC files in it",
    ),
    _Kind(
        r"filedesc://",
        (".arc",),
        "an old web archive (ARC)",
        "turn it into WARC first, for example with warcio",
    ),
    _Kind(
        _PROLOGUE + r"<(?:rss|feed|rdf:RDF)\b",
        (".rss", ".atom"),
        "a feed (RSS or Atom)",
        "it holds many articles: give it to `reportedly add` or read_many",
    ),
    _Kind(
        _PROLOGUE + r"<(?:urlset|sitemapindex)\b",
        (),
        "a sitemap",
        "give the pages that it lists",
    ),
    _Kind(
        r"(?:[\w-]+: [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){1,20}?Content-Type: multipart/related",
        (".mhtml", ".mht"),
        "a page saved with all its parts (MHTML)",
        "save it as HTML only",
    ),
    _Kind(
        r"From \S+ +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [^\r\n]{8,60}\r?\n[\w-]+: ",
        (".mbox",),
        "a mailbox",
        "give the texts of the mails",
    ),
)
_STARTS = tuple(re.compile(rf"\s*{kind.start}", re.IGNORECASE | re.DOTALL) for kind in _KINDS)
_HEAD = 8_000  # characters: no such beginning is longer
_READ = {"a web archive (WARC)": "warc", "a feed (RSS or Atom)": "feed"}


def container(text: str) -> str | None:
    """Return "warc" or "feed" for such a container by its first characters; None for all else."""
    head = text[:_HEAD].removeprefix("\ufeff")
    known = zip(_STARTS, _KINDS, strict=True)
    return next((_READ.get(kind.what) for start, kind in known if start.match(head)), None)


def refuse_container(text: str, where: str) -> None:
    """Raise ReadingError that says what the text is, if it is a known container of pages."""
    head = text[:_HEAD].removeprefix("\ufeff")
    for start, kind in zip(_STARTS, _KINDS, strict=True):
        if start.match(head):
            raise ReadingError(where, f"this is {kind.what}; {kind.advice}")


def refuse_name(name: str, where: str) -> None:
    """Raise the same for the name of such a file, in lower case and without ".gz"."""
    for kind in _KINDS:
        if name.endswith(kind.suffixes):
            raise ReadingError(where, f"this is {kind.what}; {kind.advice}")
