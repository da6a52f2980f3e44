"""What is wrong with a mark, and the word that was probably meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class MarkError(ValueError):
    """A mark that cannot be read; its message says what was found and what would do."""


def nearest(word: str, allowed: Iterable[str]) -> str:
    """Return "; did you mean …?" with the nearest words, or the whole list where it is short."""
    names = sorted(allowed)
    close = difflib.get_close_matches(word, names, n=3, cutoff=0.6)
    folded = {name.lower(): name for name in names}
    if word.lower() in folded:
        close = [folded[word.lower()]]
    if close:
        return f"; did you mean {' or '.join(close)}?"
    return f"; there are {', '.join(names)}" if 0 < len(names) <= 30 else ""
