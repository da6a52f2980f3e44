"""Reads tests/linking/affair.toml: an affair of our own making, 30 articles of 12 outlets."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from reportedly.records import Article, DateBasis, Dated, Section, SectionKind

FOLDER = Path(__file__).parent


def articles() -> list[Article]:
    """Return the articles; the id of each is its key."""
    rows = tomllib.loads((FOLDER / "affair.toml").read_text(encoding="utf-8"))["article"]
    return [_article(row) for row in rows]


def _article(row: dict[str, Any]) -> Article:
    text = row["text"].strip()
    host = f"{row['outlet'].lower().replace(' ', '-')}.example"
    return Article(
        id=row["key"],
        url=row.get("url", f"https://{host}/{row['key']}"),
        title=row["title"],
        publisher=row["outlet"],
        language="en",
        text=text,
        published=Dated(value=row["day"], basis=DateBasis.STATED),
        sections=(Section(kind=SectionKind.BODY, start=0, end=len(text)),),
    )
