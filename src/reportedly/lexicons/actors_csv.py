"""Read a user's actor file: one line an actor, or one office of an actor, checked word by word.

`docs/lexicons.md` ("Your own actors") says what the columns mean.
"""

from __future__ import annotations

import csv
import io
import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from reportedly import ontology
from reportedly.errors import ActorsError

COLUMNS = ("name", "aliases", "country", "sector", "role", "from", "to")
OPTIONAL = ("kind", "adjectives", "capital")
KINDS = ("person", "organisation", "state")
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of an actor file; empty cells are () or None.

    start, end  ISO days, both included
    """

    file: str
    number: int
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sectors: tuple[str, ...] = ()
    role: str | None = None
    start: str | None = None
    end: str | None = None
    kind: str | None = None
    adjectives: tuple[str, ...] = ()
    capital: str | None = None

    def at(self, column: str) -> tuple[str, int, str]:
        """Return where a cell stands, for messages."""
        return self.file, self.number, column


def read_lines(file: str, content: bytes, codes: Mapping[str, str]) -> list[Line]:
    """Return the lines of an actor file. codes: names of states in lower case → code.

    Raises ActorsError for the first cell that does not fit.
    """
    rows = _rows(file, content)
    header = next(rows, None)
    if header is None:
        raise ActorsError((file, 0, ""), f"no header; write {','.join(COLUMNS)}")
    columns = _columns(file, header[1])
    lines = []
    for number, cells in rows:
        if not any(cells):
            continue
        if any(cells[len(columns) :]):
            raise ActorsError(
                (file, number, ""),
                f"{len(cells)} cells under {len(columns)} columns;"
                " a cell with a comma stands in double quotation marks",
            )
        lines.append(_line(file, number, dict(zip(columns, cells, strict=False)), codes))
    return lines


def _rows(file: str, content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Yield (line number, cells) of every record; space around a cell is dropped."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = content[: problem.start].count(b"\n") + 1
        raise ActorsError((file, line, ""), "not UTF-8; save the file as CSV UTF-8") from problem
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    before = 0
    try:
        for cells in reader:
            yield before + 1, [" ".join(cell.split()) for cell in cells]
            before = reader.line_num
    except csv.Error as problem:
        raise ActorsError((file, before + 1, ""), f"not CSV: {problem}") from problem


def _columns(file: str, header: list[str]) -> list[str]:
    """Return the columns that the header names, in its order; empty ones at its end dropped."""
    columns = [cell.lower() for cell in header]
    while columns and not columns[-1]:
        columns.pop()
    if len(columns) == 1 and re.search(r"[;\t]", header[0]):
        raise ActorsError((file, 1, ""), "the columns are not separated by commas")
    for column in columns:
        if column not in COLUMNS + OPTIONAL:
            raise ActorsError(
                (file, 1, column), "unknown column", found=column, allowed=COLUMNS + OPTIONAL
            )
        if columns.count(column) > 1:
            raise ActorsError((file, 1, column), "stands twice in the header")
    if "name" not in columns:
        raise ActorsError((file, 1, "name"), "is missing in the header")
    return columns


def _line(file: str, number: int, cells: Mapping[str, str], codes: Mapping[str, str]) -> Line:
    def at(column: str) -> tuple[str, int, str]:
        return file, number, column

    name = cells.get("name", "")
    if not any(letter.isalnum() for letter in name):
        raise ActorsError(at("name"), "is missing")
    kind = cells.get("kind", "").lower()
    if kind and kind not in KINDS:
        raise ActorsError(at("kind"), f"{kind!r} is no kind", found=kind, allowed=KINDS)
    start = _day(at("from"), cells.get("from", ""), last=False)
    end = _day(at("to"), cells.get("to", ""), last=True)
    if start and end and start > end:
        raise ActorsError(at("from"), f"{cells['from']} is after to, {cells['to']}")
    return Line(
        file=file,
        number=number,
        name=name,
        aliases=_words(cells.get("aliases", "")),
        country=_country(at("country"), cells.get("country", ""), codes),
        sectors=_sectors(at("sector"), cells.get("sector", "")),
        role=cells.get("role") or None,
        start=start,
        end=end,
        kind=kind or None,
        adjectives=_words(cells.get("adjectives", "")),
        capital=cells.get("capital") or None,
    )


def _words(cell: str) -> tuple[str, ...]:
    """Return the words of a cell, separated by ";" or "|", none twice."""
    words = (word.strip() for word in re.split(r"[;|]", cell))
    return tuple(dict.fromkeys(word for word in words if word))


def _country(at: tuple[str, int, str], cell: str, codes: Mapping[str, str]) -> str | None:
    if not cell:
        return None
    if cell == "XKX":  # the record's own code for Kosovo
        return "KOS"
    if not re.fullmatch(r"[A-Z]{3}", cell):
        upper = cell.upper() if re.fullmatch(r"[A-Za-z]{3}", cell) else None
        near = codes.get(cell.lower(), upper)
        problem = f"{cell!r} is no code of three capital letters"
        raise ActorsError(at, problem, found=cell, near=near)
    return cell


def _sectors(at: tuple[str, int, str], cell: str) -> tuple[str, ...]:
    known = ontology.load().sectors
    found = tuple(dict.fromkeys(word.upper() for word in re.split(r"[\s/,;|]+", cell) if word))
    for word in found:
        if word not in known:
            meant = (code for code, about in known.items() if _means(word, code, about))
            problem = f"{word!r} is no sector of PLOVER"
            raise ActorsError(at, problem, found=word, allowed=known, near=next(meant, None))
    return found


def _means(word: str, code: str, about: str) -> bool:
    """Return whether a wrong sector means code: "military" is MIL, "police" COP."""
    return word.startswith(code) or word.lower() in re.findall(r"\w+", about.lower())


def _day(at: tuple[str, int, str], cell: str, *, last: bool) -> str | None:
    """Return an ISO day; of a year or a month the first one, or the last."""
    if not cell:
        return None
    day = _iso_day(cell, last=last)
    if day is None:
        problem = f"{cell!r} is no ISO date such as 2019, 2019-05 or 2019-05-31"
        parts = [part.zfill(2) for part in re.split(r"[-/. ]+", cell)]
        orders = ("-".join(parts), "-".join(reversed(parts)))
        near = next((one for one in orders if _iso_day(one, last=last)), None)
        raise ActorsError(at, problem, found=cell, near=near)
    return day


def _iso_day(cell: str, *, last: bool) -> str | None:
    match = _DATE.fullmatch(cell)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        month = month if month is not None else 12 if last else 1
        day = day if day is not None else monthrange(year, month)[1] if last else 1
        return date(year, month, day).isoformat()
    except ValueError:  # no such month, no such day
        return None
