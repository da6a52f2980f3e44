"""What verbs lend to event nouns: "hold talks", "faces sanctions", "the talks were cancelled"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.lexicons import Support


@dataclass(frozen=True)
class Lending:
    """Which verb carries which event noun of a sentence; found by `predicates.support`.

    carriers   event noun → the verb that lends it its subject
    entries    event noun → the entry of that verb
    undergone  nouns whose lent subject is the one acted upon ("faces sanctions")
    """

    carriers: Mapping[int, int] = field(default_factory=dict)
    entries: Mapping[int, Support] = field(default_factory=dict)
    undergone: frozenset[int] = frozenset()

    @cached_property
    def carried(self) -> Mapping[int, int]:
        """Verb → the event noun that it carries, the last of several."""
        return {verb: noun for noun, verb in self.carriers.items()}
