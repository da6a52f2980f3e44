"""Bounds on what one input may cost; past them it is TooLarge, never a slow run."""

from __future__ import annotations

MAX_BYTES = 10_000_000  # of one page, one line, one cell, before and after decompression
MAX_DEPTH = 400  # open elements; real pages stay under 60, broken nesting under 200
MAX_OPEN = 5_000  # tags opened and not closed, before anything is parsed
MAX_NODES = 400_000  # elements and text nodes of one page
MAX_BLOCKS = 20_000  # paragraphs of one page or text
MAX_LINKED_DATA = 20_000  # JSON-LD nodes of one page
MAX_MAIN_NODES = 60_000  # past this the main text is told by structure alone: it took > 5 s
MAX_ENTRIES = 5_000  # of one feed; long ones have some hundreds
MAX_RESPONSE = 64_000_000  # bytes that an archived page says it has; past that it stays packed
