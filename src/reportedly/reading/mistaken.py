"""A str that is no text: the name of a file, an address. Nothing is opened for what a text says."""

from __future__ import annotations

import re
from pathlib import Path

_LONGEST = 1_000  # characters: no path or address that anybody types is longer
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_PATH = re.compile(
    r"(?:~|\.{1,2}|[A-Za-z]:)?[/\\]\S*|\S+\.(?:x?html?|shtml|txt|text|md|jsonl?|ndjson|csv|tsv|parquet)(?:\.gz)?",
    re.IGNORECASE,
)


def mistaken(text: str) -> str | None:
    """Return what the str is instead of a text, and what to pass; None for a text.

    A file is looked for, never opened: a page may hold the path of a file that is nobody's
    business, and texts come from pages.
    """
    name = text.strip()
    if not name or len(name) > _LONGEST or "\n" in name:
        return None
    if _ADDRESS.fullmatch(name):
        return (
            "this str is an address, and nothing is fetched unasked; pass the page itself, or"
            f" reportedly.reading.read_url({name!r})"
        )
    if _is_file(name):
        return f"this str is the name of a file; pass pathlib.Path({name!r})"
    if _PATH.fullmatch(name):
        return (
            "this str looks like the name of a file, and there is no such file; a file is read"
            " from a pathlib.Path, a text from a str"
        )
    return None


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):
        return False
