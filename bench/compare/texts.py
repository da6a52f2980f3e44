"""The texts that two versions are compared on: ours, and outside ones where they are given."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from corpus.marking.texts import NEWS, SOURCES, documents, fold_of

from bench import texts
from bench.outcome import sampled

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"


class Text(NamedTuple):
    """One text or page.

    path       of a page, to be read from its bytes; "" for a text
    published  ISO date; "" when unknown or left to the page
    closed     it belongs to the part of the corpus that is only ever scored: counted, never shown
    """

    name: str
    text: str = ""
    path: str = ""
    published: str = ""
    closed: bool = False


def chosen(shared: Path | None, limit: int) -> list[Text]:
    """Return limit texts of each folder (0: all), always the same ones, in a fixed order."""
    found: list[Text] = []
    for folder in folders(shared):
        found += [folder[name] for name in sampled(folder, limit)]
    return found


def counted(texts: Iterable[Text]) -> str:
    """Return how many texts each folder gave; a folder that is not here gave 0, and is named."""
    counts = Counter(text.name.partition("/")[0] for text in texts)
    return ", ".join(f"{folder} {counts[folder]}" for folder in ("examples", *SOURCES))


def folders(shared: Path | None) -> Iterator[dict[str, Text]]:
    """Yield the texts by name: the examples, our reports, the Guardian's, the marked documents."""
    pages = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".html", ".txt"})
    yield {path.name: Text(f"examples/{path.name}", path=str(path)) for path in pages}
    for source in SOURCES:
        if source == "guardian":
            yield _guardian(shared)
        else:
            yield _documents(source, shared)


def _documents(source: str, shared: Path | None) -> dict[str, Text]:
    """Return the marked documents of a source; every report of ours, marked or not."""
    marked = {path.stem for path in (NEWS / source).glob("*.jsonl")}
    return {
        one.id: _text(source, one.id, one.text, one.published)
        for one in documents(source, shared)
        if source == "own" or one.id in marked
    }


def _guardian(shared: Path | None) -> dict[str, Text]:
    path = shared / texts.REPORTS if shared else None
    if path is None or not path.exists():
        return {}
    rows = texts.reports(path).values()
    return {row.name: _text("guardian", row.name, row.text, row.published) for row in rows}


def _text(source: str, name: str, text: str, published: str | None) -> Text:
    fold = fold_of(hashlib.sha256(text.encode()).hexdigest())
    return Text(f"{source}/{name}", text, published=published or "", closed=fold == "closed")
