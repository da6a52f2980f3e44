"""GUM's news: dates, and who is who among the parties of claims."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import dates
from bench.clusters import Clusters, grouped, pairs
from bench.gate import PARTIES
from bench.measure import Pair, Tally
from bench.outcome import Figure, Outcome, digest, missing, progress
from bench.parties import parties, touched
from bench.who.chains import Who

FILE = Path("benchmarks/gum-news/dev.jsonl")
#: what can be a party; the set marks times, objects and abstract things too
WHO = frozenset({"person", "organization", "place"})


def times(row: dict[str, Any], found: Sequence[Any]) -> dates.Marked:
    """Return the marked and the found dates behind the dateline.

    The set marks dates alone: what we give no days is not asked about.
    """
    first = body(row)
    gold = [dates.expression(t) for t in row["times"] if t["start"] >= first]
    ours = [t for t in found if t.text_start >= first and dates.dated(t)]
    return dates.Marked(row["text"], gold, ours)


def body(row: dict[str, Any]) -> int:
    """Return where the body begins: behind the date with which the second paragraph begins."""
    second: int = row["text"].find("\n\n") + 2
    ends: list[int] = [t["end"] for t in row["times"] if t["start"] == second]
    return max(ends, default=second)


def chains(row: dict[str, Any]) -> dict[Pair, int]:
    """Return the chain of every mention of a person, an organisation or a place.

    Of two mentions with one span the first counts.
    """
    found: dict[Pair, int] = {}
    for mention in row["mentions"]:
        if mention["type"] in WHO:
            found.setdefault((mention["start"], mention["end"]), mention["chain"])
    return found


def forms(row: dict[str, Any]) -> tuple[dict[Pair, tuple[int, str]], list[Pair]]:
    """Return chain and form of every mention of somebody or a place, and the other mentions."""
    found: dict[Pair, tuple[int, str]] = {}
    others: list[Pair] = []
    for mention in row["mentions"]:
        span = mention["start"], mention["end"]
        if mention["type"] in WHO:
            found.setdefault(span, (mention["chain"], mention["form"]))
        else:
            others.append(span)
    return found, [span for span in others if span not in found]


def linked(row: dict[str, Any], gold: dict[Pair, int], mine: dict[Pair, int]) -> list[Any]:
    """Return every marked mention with its chain and ours; None where it is not found."""
    return [
        {"article": row["id"], "chain": gold[m], "text": row["text"][m[0] : m[1]],
         "ours": mine.get(m)}
        for m in sorted(gold, key=lambda m: (gold[m], m))
    ]  # fmt: skip


def who(gold: dict[Pair, int], ours: dict[Pair, str]) -> tuple[Clusters, Clusters]:
    """Return both sides' clusters of the marked mentions that are touched."""
    return grouped({m: gold[m] for m in ours}), grouped(ours)


def listed(row: dict[str, Any], gold: dict[Pair, int], ours: dict[Pair, str]) -> list[Any]:
    """Return the touched mentions with their chain and who we take them for, chain by chain."""
    return [
        {"article": row["id"], "chain": gold[m], "text": row["text"][m[0] : m[1]], "ours": ours[m]}
        for m in sorted(ours, key=lambda m: (gold[m], m))
    ]


def figures(
    marked: Sequence[dates.Marked], pairing: Tally, some: int, mentions: int
) -> list[Figure]:
    """Return the dates' figures, then those of who is who."""
    made = dates.figures(marked, "HeidelTime .739", "HeidelTime .804")
    values = {"P": pairing.precision, "R": pairing.recall, "F1": pairing.f1}
    made += [
        Figure(name=f"who is who, pairs {name}", value=value, count=some, of=PARTIES,
               guard="exact" if name == "F1" else "informative")
        for name, value in values.items()
    ]  # fmt: skip
    share = some / mentions if mentions else None
    made.append(Figure(name="mentions touched", value=share, count=mentions, of="mentions"))
    return made


def run(coder: Any, shared_folder: Path) -> Outcome:
    """Score coder.times, the parties of coder.code and the chains of coder.mentions."""
    path = shared_folder / FILE
    if not path.is_file():
        return missing("gum", f"no {FILE}")
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    marked: list[dates.Marked] = []
    pairing, some, mentions, who_is = Tally(), 0, 0, Who()
    lists: dict[str, list[dict[str, Any]]] = {"gum-times": [], "gum-who": [], "gum-chains": []}
    for at, row in enumerate(rows, 1):
        article = dates.article(row["text"], row["published"])
        marked.append(times(row, coder.times(article)))
        gold = chains(row)
        ours = touched(gold, parties(coder.code(article)))
        pairing += pairs(*who(gold, ours))
        some, mentions = some + len(ours), mentions + len(gold)
        mine = who_is.add(row["id"], *forms(row), coder.mentions(article))
        lists["gum-chains"] += linked(row, gold, mine)
        lists["gum-times"] += dates.misses(row["id"], marked[-1])
        lists["gum-who"] += listed(row, gold, ours)
        progress("gum", at, len(rows), step=4)
    return Outcome(
        scorer="gum",
        figures=(*figures(marked, pairing, some, mentions), *who_is.figures()),
        corpus=digest(lines),
        lists=lists,
    )
