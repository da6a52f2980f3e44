"""What holds a marked document together: who is who among the parties, and links of claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bench.clusters import grouped, pairs
from bench.marks.counts import Counts
from bench.marks.documents import Marked
from bench.marks.pairs import Pairing
from bench.measure import Pair, Tally
from bench.parties import parties, touched

#: a link: one claim, how it hangs, on which other; the claims by their marked ids
Link = tuple[str, str, str]


def chains(document: Marked) -> dict[Pair, str]:
    """Return the chain of every marked mention; of two with one span the first counts."""
    found: dict[Pair, str] = {}
    for (chain, _), spans in document.mentions.items():
        for span in spans:
            found.setdefault(span, chain)
    return found


def _taken(document: Marked, pairing: Pairing) -> tuple[dict[Pair, str], dict[Pair, str]]:
    """Return the chain of every mention, and whom the coder's parties take the touched ones for."""
    gold = chains(document)
    return gold, touched(gold, parties(pairing.coded))


def count_across(document: Marked, pairing: Pairing, groups: Sequence[str], counts: Counts) -> None:
    """Count pairs of mentions that are one party, mentions that parties touch, and links.

    Pairs are of the mentions that the coder's own parties touch; links of the claims found.
    """
    gold, ours = _taken(document, pairing)
    tally = pairs(grouped({mention: gold[mention] for mention in ours}), grouped(ours))
    counts.match(groups, "who is who, pairs", tally)
    counts.share(groups, "mentions that are parties", len(ours), len(gold))
    wanted, given = _links(pairing)
    counts.match(groups, "links", Tally(len(wanted & given), len(given), len(wanted)))


def _links(pairing: Pairing) -> tuple[set[Link], set[Link]]:
    """Return the marked and the coder's links between claims that were found, both ends."""
    marked = {row["id"] for row, _ in pairing.pairs}
    ids = {claim.id: row["id"] for row, claim in pairing.pairs}
    wanted = {
        (row["id"], link["relation"], link["claim"])
        for row, _ in pairing.pairs
        for link in row["links"]
        if link["claim"] in marked
    }
    given = {
        (row["id"], str(link.relation), ids[link.claim])
        for row, claim in pairing.pairs
        for link in claim.links
        if link.claim in ids
    }
    return wanted, given


def who_rows(document: Marked, pairing: Pairing) -> list[dict[str, Any]]:
    """Return the touched mentions whose party is another one than most of their chain is."""
    gold, ours = _taken(document, pairing)
    usual: dict[str, list[str]] = {}
    for mention in sorted(ours):
        usual.setdefault(gold[mention], []).append(ours[mention])
    most = {chain: max(names, key=names.count) for chain, names in usual.items()}
    return [
        {"chain": gold[m], "words": document.text.text[m[0] : m[1]], "taken for": ours[m],
         "elsewhere": most[gold[m]], "text": document.sentence(document.sentence_at(m[0]))}
        for m in sorted(ours)
        if ours[m] != most[gold[m]]
    ]  # fmt: skip
