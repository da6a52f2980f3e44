"""Which claim of the coder is which marked one: by their triggers, one to one, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from corpus.marking.agree import matched
from corpus.marking.compile import Row

from bench.marks.documents import Marked
from reportedly.records import Claim


@dataclass(frozen=True, slots=True)
class Pairing:
    """Pairs of a marked claim and the coder's, marked ones not found, and claims too many."""

    pairs: tuple[tuple[Row, Claim], ...]
    missed: tuple[Row, ...]
    extra: tuple[Claim, ...]

    @property
    def coded(self) -> tuple[Claim, ...]:
        """Return all claims of the coder, those found first."""
        return (*(claim for _, claim in self.pairs), *self.extra)


def paired(document: Marked, claims: Sequence[Claim]) -> Pairing:
    """Return the coder's claims beside the marked ones, the likest first.

    Likeness is that of two readers' marks, so that the figures stand beside their agreement.
    """
    rows = [row_of(claim, document) for claim in claims]
    found = matched(document.claims, rows)
    taken = {id(one) for pair in found for one in pair}
    coded = {id(row): claim for row, claim in zip(rows, claims, strict=True)}
    return Pairing(
        tuple((gold, coded[id(row)]) for gold, row in found),
        tuple(row for row in document.claims if id(row) not in taken),
        tuple(coded[id(row)] for row in rows if id(row) not in taken),
    )


def row_of(claim: Claim, document: Marked) -> Row:
    """Return what a marked claim has of a coded one, as far as pairing looks at it."""
    return {
        "sentence": document.sentence_at(claim.trigger.start),
        "trigger": [claim.trigger.start, claim.trigger.end],
        "also": [],
        "kind": str(claim.kind),
        "type": claim.type,
        "mode": claim.mode,
        "status": str(claim.status),
        "factuality": str(claim.factuality),
        "number": None,
        "actors": [_party(one) for one in claim.actors],
        "recipients": [_party(one) for one in claim.recipients],
    }


def _party(one: Any) -> Row:
    return {"start": one.start, "end": one.end}
