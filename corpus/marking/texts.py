"""The documents that are marked: where each source lies and how it is cut into sentences.

The texts of other publishers stay in the shared folder; only our own reports are in the project.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.marking.errors import MarkError, nearest
from corpus.marking.splitter import split

NEWS = Path(__file__).parent.parent / "news"
REPORTS = NEWS / "reports"
#: sentences in a document of PUD, which has single sentences of many articles
PUD_SIZE = 25
GUARDIAN_SEED = "news-17"
GUARDIAN_SIZE = 25

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Document:
    """One text to mark.

    sentences  offsets in code points of the text, in order
    breaks     numbers, from 1, of the sentences that begin a paragraph or another article
    published  ISO date; None where the source gives none
    licence    of the text; the marks are CC BY 4.0
    """

    source: str
    id: str
    text: str
    sentences: tuple[Offsets, ...]
    breaks: frozenset[int]
    published: str | None
    licence: str

    @property
    def digest(self) -> str:
        """SHA-256 of the text."""
        return hashlib.sha256(self.text.encode()).hexdigest()


def fold_of(digest: str) -> str:
    """Return "closed" for a quarter of all digests, "open" for the others."""
    return "closed" if int(digest[:8], 16) % 4 == 0 else "open"


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _given(source: str, row: Mapping[str, Any], published: str, licence: str) -> Document:
    sentences = tuple((int(start), int(end)) for start, end in row["sentences"])
    return Document(source, row["id"], row["text"], sentences, frozenset(), published, licence)


def _meantime(shared: Path) -> Iterator[Document]:
    for row in _rows(shared / "benchmarks" / "meantime" / "dev.jsonl"):
        yield _given("meantime", row, row["dct"], "CC-BY-2.5")


def _gum(shared: Path) -> Iterator[Document]:
    for row in _rows(shared / "benchmarks" / "gum-news" / "dev.jsonl"):
        yield _given("gum", row, row["published"], "CC-BY-2.5")


def _pud(shared: Path) -> Iterator[Document]:
    rows = list(_rows(shared / "articles" / "open-news" / "pud.jsonl"))
    for number, at in enumerate(range(0, len(rows), PUD_SIZE), start=1):
        part = rows[at : at + PUD_SIZE]
        text, sentences = "", []
        for row in part:
            text += "\n\n" if text else ""
            sentences.append((len(text), len(text) + len(row["text"])))
            text += row["text"]
        breaks = (n for n in range(2, len(part) + 1) if part[n - 1]["doc"] != part[n - 2]["doc"])
        yield Document(
            "pud",
            f"pud-{number:02}",
            text,
            tuple(sentences),
            frozenset(breaks),
            None,
            "CC-BY-SA-3.0",
        )


def _guardian(shared: Path) -> Iterator[Document]:
    def lot(row: Mapping[str, Any]) -> str:
        return hashlib.sha256(f"{GUARDIAN_SEED} {row['id']}".encode()).hexdigest()

    rows = list(_rows(shared / "articles" / "guardian-sdf" / "articles.jsonl"))
    drawn = sorted(rows, key=lot)[:GUARDIAN_SIZE]
    for row in sorted(drawn, key=lambda row: str(row["id"])):
        cut, breaks = split(row["text"])
        yield Document(
            "guardian", row["id"], row["text"], cut, breaks, row["published"], "all rights reserved"
        )


def own_report(path: Path) -> Document:
    """Return a report of ours: `key: value` lines, an empty line, paragraphs.

    The text is the title and the paragraphs. Raises MarkError where title or date is missing.
    """
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    header = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    for key in ("title", "date"):
        if key not in header:
            raise MarkError(f"{path.name}: no line `{key}: …` above the first empty line")
    text = f"{header['title']}\n\n{body.strip()}"
    cut, breaks = split(text)
    return Document("own", path.stem, text, cut, breaks, header["date"], "CC-BY-4.0")


def _own(_: Path) -> Iterator[Document]:
    for path in sorted(REPORTS.glob("*.txt")):
        yield own_report(path)


SOURCES: Mapping[str, Callable[[Path], Iterator[Document]]] = {
    "own": _own,
    "meantime": _meantime,
    "gum": _gum,
    "pud": _pud,
    "guardian": _guardian,
}


def documents(source: str, shared: Path | None) -> list[Document]:
    """Return the documents of a source; none where its folder is not given or lacks it.

    Raises MarkError for an unknown source.
    """
    if source not in SOURCES:
        raise MarkError(f"no source {source!r}{nearest(source, SOURCES)}")
    if source != "own" and shared is None:
        return []
    try:
        return list(SOURCES[source](shared or NEWS))
    except FileNotFoundError:
        return []


def document(source: str, name: str, shared: Path | None) -> Document:
    """Return one document. Raises MarkError when it is not there."""
    found = {one.id: one for one in documents(source, shared)}
    if name not in found:
        where = "" if found else "; its texts are not here, give --shared FOLDER"
        raise MarkError(f"no document {name!r} in {source}{nearest(name, found)}{where}")
    return found[name]
