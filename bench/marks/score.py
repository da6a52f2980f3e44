"""One marked document scored: what was found, with which fields right, how sure of each verb."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from corpus.marking.compile import Row

from bench.marks.across import count_across
from bench.marks.counts import Counts
from bench.marks.documents import Marked
from bench.marks.fields import SPARSE, judged, told
from bench.marks.pairs import Pairing
from bench.measure import Tally
from reportedly.records import Claim


def groups_of(document: Marked) -> tuple[str, ...]:
    """Return the groups that a whole document counts for."""
    return "all", f"fold: {document.fold}", f"source: {document.text.source}"


def labels_of(kind: str, type_: str | None, status: str) -> tuple[str, ...]:
    """Return the groups that a claim counts for besides: kind or type, and status."""
    what = f"type: {type_}" if kind == "event" else f"kind: {kind}"
    return what, f"status: {status}"


def _labels(row: Row) -> tuple[str, ...]:
    return labels_of(row["kind"], row["type"], row["status"])


def _coded_labels(claim: Claim) -> tuple[str, ...]:
    return labels_of(str(claim.kind), claim.type, str(claim.status))


def scored(document: Marked, pairing: Pairing, numbers: Sequence[float | None]) -> Counts:
    """Return the document's counts; numbers: the coder's factuality for each of its verbs."""
    counts = Counts()
    whole = groups_of(document)
    both = len(pairing.pairs)
    found = Tally(both, both + len(pairing.extra), both + len(pairing.missed))
    counts.match(whole, "found", found)
    count_across(document, pairing, whole, counts)
    _by_label(pairing, counts)
    for row, claim in pairing.pairs:
        _fields(row, claim, document, counts)
    for row in document.claims:
        counts.share((*whole, *_labels(row)), "found and all right", 0)
    for (_, marked), number in zip(document.verbs, numbers, strict=True):
        value = number or 0.0  # no word found there: uncommitted
        counts.correlate(whole, "factuality number: Pearson r", value, marked)
        counts.share(whole, "factuality number: exact", round(value) == marked)
    return counts


def _by_label(pairing: Pairing, counts: Counts) -> None:
    """Count each kind, type and status as a class of its own: right only where both have it."""
    right, given, wanted, found = (Counter[str]() for _ in range(4))
    for row, claim in pairing.pairs:
        mine, yours = _labels(row), _coded_labels(claim)
        wanted.update(mine)
        found.update(mine)
        given.update(yours)
        right.update(set(mine) & set(yours))
    for row in pairing.missed:
        wanted.update(_labels(row))
    for claim in pairing.extra:
        given.update(_coded_labels(claim))
    for label in wanted | given:
        counts.match((label,), "found", Tally(right[label], given[label], wanted[label]))
        counts.share((label,), "found as any", found[label], wanted[label])


def _fields(row: Row, claim: Claim, document: Marked, counts: Counts) -> None:
    groups = (*groups_of(document), *_labels(row))
    fields, held = judged(row, claim, document), told(row, claim)
    for name, right in fields.items():
        if right is not None:
            counts.share(groups, name, right)
            if name in SPARSE and name in held:
                counts.share(groups, f"{name}, where told", right)
    counts.share(groups, "found and all right", bool(fields["every field"]), 0)
