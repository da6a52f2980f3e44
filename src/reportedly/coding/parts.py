"""What the later steps of a sentence's analysis share: the sentence, its slots, who is who."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.coding.clauses import Tables
from reportedly.coding.frames import Frames
from reportedly.coding.party import Party
from reportedly.coding.predicates import Finder, Words
from reportedly.coding.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Parts:
    """One sentence with its slots, the finder that resolves parties, and the word tables."""

    sentence: Sentence
    frames: Frames
    finder: Finder
    words: Words
    tables: Tables

    def who(self, t: int, slot: str) -> tuple[Party, ...]:
        """Return who token t names in that slot."""
        return self.finder.who(t, slot)
