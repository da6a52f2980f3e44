"""Every deliberate error of the package, one tree.

ReportedlyError
├── OntologyError     the ontology's own data files do not hold together
├── RecordError       a record was asked to hold something its contract forbids
├── LexiconError      a lexicon entry does not fit its schema
├── ReadingError      one input cannot be read as an article
│   ├── TooLarge          over the bounds of size, depth or count
│   ├── WrongLanguage     the text is not English
│   └── RefusedAddress    a URL that is not to be fetched
├── CodingError       one article could not be coded; others go on
├── StoreError        the store cannot be opened, migrated or written
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
        words = sorted(allowed)
        near = get_close_matches(found, words, n=1) if found else []
        shown = ", ".join(words[:40]) + (", …" if len(words) > 40 else "")
        choice = f" allowed: {shown}." if words else ""
        hint = f" Did you mean {near[0]!r}?" if near else ""
        super().__init__(f"{file}: entry {entry!r}: {problem}.{choice}{hint}")


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


class UsageError(ReportedlyError, ValueError):
    """The caller asked for something that does not exist; says what does."""
