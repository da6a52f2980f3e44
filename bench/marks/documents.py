"""The marked documents whose texts are here, each with its marks in a form to score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.marking.cli import load, marked
from corpus.marking.compile import Row
from corpus.marking.texts import NEWS, Document, documents

from bench.measure import Pair


@dataclass(frozen=True, slots=True)
class Marked:
    """One document with what a reader marked in it; offsets in code points of its text.

    text      text, sentences, source, id, day
    fold      open, or closed: only ever scored
    claims    claim records, in text order
    verbs     where a verb or a claim's trigger stands, with its factuality number
    mentions  by chain and sentence number
    members   of chains that are groups, where they are told
    """

    text: Document
    fold: str
    claims: tuple[Row, ...]
    verbs: tuple[tuple[Pair, int], ...]
    mentions: Mapping[tuple[str, int], tuple[Pair, ...]]
    members: Mapping[str, set[str]]

    def sentence_at(self, offset: int) -> int:
        """Return the number of the sentence that holds the offset; 0 between sentences."""
        at = enumerate(self.text.sentences, start=1)
        return next((number for number, (start, end) in at if start <= offset < end), 0)

    def sentence(self, number: int) -> str:
        """Return a sentence on one line; "" for number 0."""
        if not number:
            return ""
        start, end = self.text.sentences[number - 1]
        return " ".join(self.text.text[start:end].split())


def with_marks(text: Document, rows: Sequence[Row]) -> Marked:
    """Return the document with its records sorted for scoring."""
    claims = tuple(row for row in rows if row["record"] == "claim")
    verbs = {(row["start"], row["end"]): row["number"] for row in rows if row["record"] == "verb"}
    verbs |= {(row["trigger"][0], row["trigger"][1]): row["number"] for row in reversed(claims)}
    mentions: dict[tuple[str, int], tuple[Pair, ...]] = {}
    chains = [row for row in rows if row["record"] == "chain"]
    for chain in chains:
        for one in chain["mentions"]:
            key = (chain["id"], one["sentence"])
            mentions[key] = (*mentions.get(key, ()), (one["start"], one["end"]))
    members = {chain["id"]: set(chain["members"]) for chain in chains if chain["members"]}
    return Marked(text, rows[0]["fold"], claims, tuple(sorted(verbs.items())), mentions, members)


def read(shared: Path | None, folder: Path = NEWS) -> tuple[list[Marked], tuple[str, ...]]:
    """Return every marked document whose text is here, and what was left out, counted."""
    found: list[Marked] = []
    absent: Counter[str] = Counter()
    changed: Counter[str] = Counter()
    for source, files in _by_source(marked(folder)):
        texts = {one.id: one for one in documents(source, shared)}
        for rows in map(load, files):
            text = texts.get(rows[0]["id"])
            if text is None:
                absent[source] += 1
            elif text.digest != rows[0]["digest"]:
                changed[source] += 1
            else:
                found.append(with_marks(text, rows))
    lines = [f"{source}: {n} marked documents, their texts are not here" for source, n in
             sorted(absent.items())]  # fmt: skip
    lines += [f"{source}: {n} documents whose text is another one than was marked" for source, n in
              sorted(changed.items())]  # fmt: skip
    return found, tuple(lines)


def _by_source(files: Iterable[Path]) -> Iterator[tuple[str, list[Path]]]:
    groups: dict[str, list[Path]] = {}
    for path in files:
        groups.setdefault(path.parent.name, []).append(path)
    yield from sorted(groups.items())
