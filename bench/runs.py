"""Real news into a store: what crashes, what is a problem, how many claims come out."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import texts
from bench.outcome import INFORMATIVE, Figure, Outcome, digest, missing, progress
from reportedly.coding.coder import Coder
from reportedly.errors import ReportedlyError
from reportedly.records import Article, Claim
from reportedly.store import Store


def wrong_offsets(article: Article, claims: Sequence[Claim]) -> int:
    """Return how many spans of the claims do not give their text back."""
    wrong = 0
    for claim in claims:
        spans = [claim.sentence, claim.trigger, *claim.actors, *claim.recipients, *claim.goods]
        spans += [span for span in (claim.content, claim.place) if span]
        wrong += sum(article.text[span.start : span.end] != span.text for span in spans)
    return wrong


def added(coder: Coder, store: Store, read: Sequence[texts.Text]) -> tuple[Counter[str], list[Any]]:
    """Read, code and store every text; return the counts and what went wrong."""
    counts: Counter[str] = Counter()
    wrong: list[Any] = []
    for at, text in enumerate(read, 1):
        try:
            article = coder.coded(texts.dated(coder.read(text.text), text.published))
            claims = coder.code(article)
            counts["claims"] += store.add(article, claims).claims
            counts["again"] += store.add(article, claims).claims
            counts["offsets"] += wrong_offsets(article, claims)
            counts["coded"] += 1
            counts["silent"] += not claims
        except ReportedlyError as problem:
            store.add_problem(text.name, getattr(problem, "step", "code"), str(problem))
            counts["problems"] += 1
            wrong.append({"text": text.name, "what": "problem", "message": str(problem)})
        except Exception as crash:  # noqa: BLE001 - a crash is what is looked for here
            counts["crashes"] += 1
            wrong.append({"text": text.name, "what": "crash", "message": repr(crash)})
        progress("runs", at, len(read), step=5)
    return counts, wrong


def figures(counts: Counter[str], n: int) -> list[Figure]:
    """Return the figures; the guarded ones are shares that should be 1."""
    coded = counts["coded"]
    rows = [
        ("coded without a crash", 1 - counts["crashes"] / n if n else None, n, "exact"),
        ("read without a problem", 1 - counts["problems"] / n if n else None, n, "exact"),
        ("claims with true offsets", _share(counts), counts["claims"], "exact"),
        ("added twice, rows gained", float(counts["again"]), n, INFORMATIVE),
        ("claims an article", counts["claims"] / coded if coded else None, coded, INFORMATIVE),
        ("articles without a claim", float(counts["silent"]), coded, INFORMATIVE),
    ]
    return [
        Figure(
            name=name, value=value, count=count, guard=guard,
            of="claims" if count == counts["claims"] and "offsets" in name else "articles",
        )
        for name, value, count, guard in rows
    ]  # fmt: skip


def _share(counts: Counter[str]) -> float | None:
    if not counts["claims"]:
        return None
    return max(0.0, 1 - counts["offsets"] / counts["claims"])


def run(coder: Coder, shared_folder: Path, limit: int) -> Outcome:
    """Add limit texts of each folder to a store that is thrown away."""
    read, absent = texts.read(shared_folder, limit)
    if not read:
        return missing("runs", "; ".join(absent))
    with (
        tempfile.TemporaryDirectory() as folder,
        Store.open(Path(folder) / "bench.duckdb") as store,
    ):
        counts, wrong = added(coder, store, read)
    return Outcome(
        scorer="runs", figures=tuple(figures(counts, len(read))), skipped=absent,
        corpus=digest(text.text for text in read), lists={"runs-problems": wrong},
        sample=f"{limit} texts a folder at most" if limit else "all",
    )  # fmt: skip
