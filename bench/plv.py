"""PLV: the event type of a sentence with a marked source and target.

Gold is the collapsed type of an older PLOVER, whose YIELD is today's CONCEDE and RETREAT.
Two settings: the pair is given, or the sentence is coded as any other and the claim that
joins the two is looked up.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import NONE, Pair, accuracy, confusion, macro_f1, shared, tallies
from bench.outcome import Figure, Outcome, digest, missing, progress
from reportedly.coding.coder import Coder, bare_article, collapsed
from reportedly.records import Actor, Claim, ClaimKind

FILE = Path("benchmarks/plv/train.tsv")
#: today's types under the name that the gold has for them
OLD_NAMES = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
#: types that hold between two parties alike: a recipient may be found among the actors
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: the gold's four classes, of the types as it has them
QUADS = {
    "AGREE": "1", "CONSULT": "1", "SUPPORT": "1",
    "AID": "2", "COOPERATE": "2", "YIELD": "2",
    "ACCUSE": "3", "REJECT": "3", "REQUEST": "3", "THREATEN": "3",
    "ASSAULT": "4", "COERCE": "4", "MOBILIZE": "4", "PROTEST": "4", "SANCTION": "4",
}  # fmt: skip
_TAG = re.compile(r"<(/?)([st])>")
#: what others reach with the pair given, as we measured it
PEERS = {
    "pair macro-F1": "ZSP .743; on the test part ZSP .824, learned baselines .670 and .650",
    "pair accuracy": "on the test part ZSP .838",
    "pair quad macro-F1": "on the test part ZSP .896",
    "pair binary macro-F1": "on the test part ZSP .964",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence of the set; sources and targets are offsets in text, () when unmarked."""

    key: str
    gold: str
    quad: str
    text: str
    sources: tuple[Pair, ...]
    targets: tuple[Pair, ...]


def marked(text: str) -> tuple[str, tuple[Pair, ...], tuple[Pair, ...]]:
    """Return text without its <s> and <t> tags, and the intervals that they enclosed."""
    plain, at = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[Pair]] = {"s": [], "t": []}
    for tag in _TAG.finditer(text):
        plain += text[at : tag.start()]
        at = tag.end()
        closing, name = tag[1], tag[2]
        if not closing:
            opened[name] = len(plain)
        elif name in opened:
            spans[name].append((opened.pop(name), len(plain)))
    return plain + text[at:], tuple(spans["s"]), tuple(spans["t"])


def read(path: Path) -> list[Row]:
    """Return the rows of the file, in its order."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines, delimiter="\t"))
    rows = []
    for line in table:
        text, sources, targets = marked(line["marked_sentence"])
        quad = line["gold_penta"]
        rows.append(Row(line["sentence_id"], line["gold_root"], quad, text, sources, targets))
    return rows


def gold_name(claim: Claim | None) -> str:
    """Return the claim's type as the gold calls it; NONE without claim or type."""
    if claim is None or claim.type is None:
        return NONE
    return OLD_NAMES.get(claim.type, claim.type)


def joining(
    claims: Iterable[Claim], sources: Sequence[Pair], targets: Sequence[Pair]
) -> Claim | None:
    """Return the event claim whose actors and recipients cover the two sides best, or None.

    A side that is not marked asks for nothing; a marked one must share characters.
    Of equals, the first in text order.
    """
    best: tuple[float, Claim] | None = None
    for claim in claims:
        if claim.kind is not ClaimKind.EVENT:
            continue
        acted = claim.recipients
        if claim.type in MUTUAL:
            acted = (*acted, *claim.actors)
        one, two = _covered(claim.actors, sources), _covered(acted, targets)
        if (sources and not one) or (targets and not two):
            continue
        if best is None or one + two > best[0]:
            best = (one + two, claim)
    return best[1] if best else None


def _covered(actors: Sequence[Actor], spans: Sequence[Pair]) -> float:
    """Return the share of the spans' characters that the actors cover."""
    size = sum(end - start for start, end in spans)
    return shared([(a.start, a.end) for a in actors], spans) / size if size else 0.0


def figures(setting: str, rows: Sequence[Row], found: Sequence[str]) -> list[Figure]:
    """Return the figures of one setting: 15 types, 4 classes, cooperation against conflict."""
    gold = [row.gold for row in rows]
    quads = [row.quad for row in rows]
    found_quads = [QUADS.get(label, NONE) for label in found]
    sides, found_sides = [_side(q) for q in quads], [_side(q) for q in found_quads]
    n = len(rows)
    values = {
        "macro-F1": macro_f1(gold, found),
        "accuracy": accuracy(gold, found),
        "quad macro-F1": macro_f1(quads, found_quads),
        "binary macro-F1": macro_f1(sides, found_sides),
    }
    made = [
        Figure(
            name=f"{setting} {name}", value=value, count=n, of="sentences",
            peers=PEERS.get(f"{setting} {name}", ""),
        )
        for name, value in values.items()
    ]  # fmt: skip
    answered = sum(label != NONE for label in found)
    name = f"{setting} answered"
    return [*made, Figure(name=name, value=answered / n if n else None, count=n, of="sentences")]


def _side(quad: str) -> str:
    return {"1": "cooperation", "2": "cooperation", "3": "conflict", "4": "conflict"}.get(
        quad, NONE
    )


def details(rows: Sequence[Row], found: Sequence[str]) -> dict[str, Any]:
    """Return precision, recall, F1 and counts per type, and the confusion table."""
    gold = [row.gold for row in rows]
    types = {
        label: {
            "precision": t.precision, "recall": t.recall, "f1": t.f1,
            "right": t.right, "given": t.given, "gold": t.wanted,
        }
        for label, t in tallies(gold, found).items()
    }  # fmt: skip
    return {"types": types, "confusion": confusion(gold, found)}


def misses(
    rows: Sequence[Row], found: Sequence[str], claims: Sequence[Claim | None]
) -> list[dict[str, Any]]:
    """Return the rows that got another type than gold, by gold type, then by answer."""
    wrong = []
    for row, label, claim in zip(rows, found, claims, strict=True):
        if label == row.gold:
            continue
        wrong.append(
            {
                "id": row.key, "gold": row.gold, "found": label,
                "source": " | ".join(row.text[a:b] for a, b in row.sources),
                "target": " | ".join(row.text[a:b] for a, b in row.targets),
                "trigger": claim.trigger.text if claim else "",
                "status": claim.status.value if claim else "",
                "rules": " ".join(claim.rules) if claim else "",
                "text": row.text,
            }
        )  # fmt: skip
    return sorted(wrong, key=lambda w: (w["gold"], w["found"], w["id"]))


def run(coder: Coder, shared_folder: Path) -> Outcome:
    """Score the coder on the train part."""
    path = shared_folder / FILE
    if not path.is_file():
        return missing("plv", f"no {FILE}")
    rows = read(path)
    given: list[Claim | None] = []
    coded: list[Claim | None] = []
    for at, row in enumerate(rows, 1):
        source, target = (row.sources or ((0, 0),))[0], (row.targets or ((0, 0),))[0]
        ranked = coder.relate(row.text, source, target, collapse=True)
        given.append(ranked[0] if ranked else None)
        claims = [collapsed(claim, "cameo") for claim in coder.code(bare_article(row.text))]
        coded.append(joining(claims, row.sources, row.targets))
        progress("plv", at, len(rows))
    settings = {"pair": given, "end-to-end": coded}
    labels = {name: [gold_name(claim) for claim in claims] for name, claims in settings.items()}
    return Outcome(
        scorer="plv",
        figures=tuple(f for name, found in labels.items() for f in figures(name, rows, found)),
        corpus=digest(f"{row.key} {row.gold} {row.text}" for row in rows),
        details={name: details(rows, found) for name, found in labels.items()},
        lists={
            f"plv-{name}-misses": misses(rows, labels[name], claims)
            for name, claims in settings.items()
        },
    )
