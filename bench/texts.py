"""News texts for the scorers that need no gold: dated reports and PolNeAR's articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import msgspec

from bench.outcome import sampled
from reportedly.records import Article, DateBasis, Dated

REPORTS = Path("articles/guardian-sdf/articles.jsonl")
POLNEAR = Path("benchmarks/polnear")


class Text(NamedTuple):
    """One text, with the name to call it by and its day (ISO), "" when unknown."""

    name: str
    text: str
    published: str = ""


def dated(article: Article, published: str | None) -> Article:
    """Return the article with its day, where that is known."""
    if not published:
        return article
    when = Dated(value=published, basis=DateBasis.STATED)
    return msgspec.structs.replace(article, published=when)


def read(shared_folder: Path, limit: int) -> tuple[list[Text], tuple[str, ...]]:
    """Return limit texts of each folder (0: all), and what is missing."""
    found: list[Text] = []
    absent: list[str] = []
    for where, reader in ((REPORTS, reports), (POLNEAR, elections)):
        if (shared_folder / where).exists():
            texts = reader(shared_folder / where)
            found += [texts[name] for name in sampled(texts, limit)]
        else:
            absent.append(f"no {where}")
    return found, tuple(absent)


def reports(path: Path) -> dict[str, Text]:
    """Return the dated reports of the file, by name."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["id"]: Text(row["id"], row["text"], row.get("published") or "") for row in rows}


def elections(folder: Path) -> dict[str, Text]:
    """Return PolNeAR's articles by part and name."""
    texts = {}
    for path in sorted(folder.glob("*/text/*.txt")):
        name = f"{path.parts[-3]}/{path.stem}"
        texts[name] = Text(name, path.read_bytes().decode("utf-8"))
    return texts
