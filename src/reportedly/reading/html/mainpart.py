"""Which blocks are the report itself: those that an extractor, or the page's own data, gives."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.reading.html.blocks import Page
from reportedly.reading.limits import MAX_MAIN_NODES

_WORD = re.compile(r"\w+")
_RUN = 5  # words: shorter runs also occur in teasers


@dataclass(frozen=True, slots=True)
class MainText:
    """The main text as whole lines and as runs of words, to look blocks up in."""

    lines: frozenset[str]
    runs: frozenset[tuple[str, ...]]

    def __bool__(self) -> bool:
        return bool(self.lines)

    def holds(self, text: str) -> bool:
        """Say whether most of the text is in the main text; the whole of it, if it is short."""
        words = _WORD.findall(text.casefold())
        if " ".join(words) in self.lines:
            return True
        runs = list(_runs(words))
        return len(words) > _RUN and sum(run in self.runs for run in runs) * 10 >= len(runs) * 6


def index(texts: Iterable[str]) -> MainText:
    """Return the texts as a main text."""
    lines: set[str] = set()
    runs: set[tuple[str, ...]] = set()
    for text in texts:
        for line in text.splitlines():
            words = _WORD.findall(line.casefold())
            if words:
                lines.add(" ".join(words))
                runs.update(_runs(words))
    return MainText(frozenset(lines), frozenset(runs))


def _runs(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[start:] for start in range(_RUN)), strict=False)


def main_text(html: str, page: Page, own: Iterable[str]) -> MainText:
    """Return the main text as trafilatura finds it, and as the page's own data give it."""
    return index([_extract(html) if page.nodes <= MAX_MAIN_NODES else "", *own])


def _extract(html: str) -> str:
    # two seconds to load: only those who read pages wait
    import trafilatura

    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        found = trafilatura.extract(
            re.sub(r"^\s*<\?xml[^>]*\?>", "", html),
            fast=True,
            include_comments=False,
            include_tables=True,
            with_metadata=False,
        )
    # any parser error on hostile markup: structure alone still tells most of the page
    except Exception:  # noqa: BLE001
        return ""
    finally:
        logger.setLevel(level)
    return found or ""
