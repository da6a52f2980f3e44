"""Every deliberate error of the package, one tree.

ReportedlyError
├── OntologyError     the ontology's own data files do not hold together
├── RecordError       a record was asked to hold something its contract forbids
├── LexiconError      a lexicon entry does not fit its schema
│   └── ActorsError       a row of the user's own actors does not
├── ReadingError      one input cannot be read as an article
│   ├── TooLarge          over the bounds of size, depth or count
│   ├── WrongLanguage     the text is not English
│   └── RefusedAddress    a URL that is not to be fetched
├── CodingError       one article could not be coded; others go on
├── StoreError        the store cannot be opened, migrated or written
│   └── StoreBusy         another process has it open; it can be tried again
└── UsageError        the caller asked for something that does not exist
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class ReportedlyError(Exception):
    """Base of every error that this package raises on purpose."""


class OntologyError(ReportedlyError):
    """The ontology's data files do not hold together; says file and row."""


class RecordError(ReportedlyError, ValueError):
    """A record was asked to hold something that its contract forbids."""


class LexiconError(ReportedlyError):
    """A lexicon entry does not fit its schema.

    file, entry, field and found are kept as attributes; the message adds what
    is allowed and the nearest allowed word.
    """

    def __init__(
        self, file: str, entry: str, problem: str, *, found: str = "", allowed: Iterable[str] = ()
    ) -> None:
        self.file, self.entry, self.problem, self.found = file, entry, problem, found
        super().__init__(f"{file}: entry {entry!r}: {problem}.{_choice(found, allowed)}")


class ActorsError(LexiconError):
    """A row of a user's actor file does not fit; the run stops before the first page.

    file, line (the header is 1; 0 for the file as a whole), column and found are kept as
    attributes; near is the right word where the nearest allowed one is not it.
    """

    def __init__(
        self,
        place: tuple[str, int, str],
        problem: str,
        *,
        found: str = "",
        allowed: Iterable[str] = (),
        near: str | None = None,
    ) -> None:
        self.file, self.line, self.column = place
        self.entry, self.problem, self.found = self.column, problem, found
        line = f", line {self.line}" if self.line else ""
        column = f", column {self.column!r}" if self.column else ""
        choice = _choice(found, allowed, near)
        ReportedlyError.__init__(self, f"{self.file}{line}{column}: {problem}.{choice}")


def _choice(found: str, allowed: Iterable[str], near: str | None = None) -> str:
    """Return the end of a message: what is allowed, and the nearest allowed word."""
    words = sorted(allowed)
    near = near or next(iter(get_close_matches(found, words, n=1)), None) if found else near
    shown = ", ".join(words[:40]) + (", …" if len(words) > 40 else "")
    choice = f" allowed: {shown}." if words else ""
    return choice + (f" Did you mean {near!r}?" if near else "")


class ReadingError(ReportedlyError):
    """One input cannot be read as an article; other inputs go on.

    where names the input (path, URL or row); step names what was being done.
    """

    step = "read"

    def __init__(self, where: str, message: str) -> None:
        self.where, self.message = where, message
        super().__init__(f"{where}: {message}")


class TooLarge(ReadingError):
    """The input is over the bounds of size, depth or count."""

    step = "bounds"


class WrongLanguage(ReadingError):
    """The text is not English, the one language that is coded."""

    step = "language"


class RefusedAddress(ReadingError):
    """The URL leads to a private or unsafe address, or is no http(s) URL."""

    step = "fetch"


class CodingError(ReportedlyError):
    """One article could not be coded: a fault of ours. article is its id; others go on."""

    def __init__(self, article: str, message: str) -> None:
        self.article, self.message = article, message
        super().__init__(f"{article}: {message}")

    def __reduce__(self) -> tuple[type[CodingError], tuple[str, str]]:
        return CodingError, (self.article, self.message)


class StoreError(ReportedlyError):
    """The store cannot be opened, migrated or written; says the path and what to do."""


class StoreBusy(StoreError):
    """Another process has the store open; it can be tried again."""


class UsageError(ReportedlyError, ValueError):
    """The caller asked for something that does not exist; says what does."""
