"""When and where of a claim: the expressions of its sentence, joined to its trigger."""

from __future__ import annotations

from reportedly.coding.analysis import Analysis
from reportedly.coding.reading import Reading
from reportedly.coding.slots import Draft
from reportedly.records import Article, Place, Time


class Circumstances:
    """Finds times and places for the claims of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def time(self, draft: Draft, analysis: Analysis, reading: Reading) -> Time | None:
        """Return when the claim's event is said to lie, or None where the text is silent."""
        return None

    def place(self, draft: Draft, analysis: Analysis) -> Place | None:
        """Return where the claim's event is said to lie, or None where the text is silent."""
        return None
