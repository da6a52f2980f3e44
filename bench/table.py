"""Outcomes as a table to read, as JSON, as files of misses, and as the table of the docs."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.outcome import INFORMATIVE, Figure, Outcome

DOCS = Path(__file__).parent.parent / "docs" / "benchmarks.md"
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def shown(value: float | None) -> str:
    """Return a number as it is printed: shares with three digits, large ones with none."""
    if value is None:
        return "–"
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3f}" if abs(value) <= 1 and value != int(value) else f"{value:,.2f}"


def with_interval(value: float | None, interval: tuple[float, float] | None) -> str:
    """Return a number with its interval: 0.512 [0.47, 0.55]; without one where none is known."""
    if value is None or interval is None:
        return shown(value)
    return f"{value:.3f} [{interval[0]:.2f}, {interval[1]:.2f}]"


def rows(outcomes: Sequence[Outcome]) -> list[tuple[str, str, str, str, str]]:
    """Return (scorer, figure, value, count, peers) rows, skips among them."""
    found = []
    for outcome in outcomes:
        for figure in outcome.figures:
            count = f"{figure.count:,} {figure.of}"
            value = with_interval(figure.value, figure.interval)
            line = (outcome.scorer, figure.name, value, count, figure.peers)
            found.append(line)
        found += [(outcome.scorer, "skipped", "–", why, "") for why in outcome.skipped]
    return found


def text(outcomes: Sequence[Outcome]) -> str:
    """Return one aligned table."""
    table = [("scorer", "figure", "value", "of", "peers"), *rows(outcomes)]
    widths = [max(len(row[i]) for row in table) for i in range(5)]
    lines = []
    for row in table:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        cells[2] = row[2].rjust(widths[2])
        lines.append("  ".join(cells).rstrip())
    skipped = sum(len(outcome.skipped) for outcome in outcomes)
    count = sum(len(outcome.figures) for outcome in outcomes)
    return "\n".join([*lines, "", f"{count} figures, {skipped} skipped"])


def types(outcome: Outcome) -> str:
    """Return precision, recall and F1 per type of each setting, for PLV."""
    lines = []
    for setting, held in outcome.details.items():
        lines.append(f"\n{outcome.scorer}, {setting}: by type")
        lines.append("type         gold  given  right      P      R     F1")
        for name, row in held["types"].items():
            rates = "  ".join(f"{shown(row[key]):>5}" for key in ("precision", "recall", "f1"))
            counts = f"{row['gold']:>6}{row['given']:>7}{row['right']:>7}"
            lines.append(f"{name:<11}{counts}  {rates}")
    return "\n".join(lines)


def as_json(outcomes: Sequence[Outcome]) -> str:
    """Return everything but the lists of misses, which are for reading."""
    made = [
        {key: value for key, value in asdict(outcome).items() if key != "lists"}
        for outcome in outcomes
    ]
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def write_lists(outcomes: Sequence[Outcome], folder: Path) -> list[Path]:
    """Write every list of misses as a tab-separated file; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for outcome in outcomes:
        for name, held in outcome.lists.items():
            path = folder / f"{name}.tsv"
            with path.open("w", encoding="utf-8", newline="") as lines:
                _write(lines, held)
            written.append(path)
    return written


def _write(lines: Any, held: Sequence[dict[str, Any]]) -> None:
    if held:
        writer = csv.DictWriter(lines, list(held[0]), delimiter="\t", lineterminator="\n")
        writer.writeheader()
        writer.writerows(held)


def lines_of(outcome: Outcome) -> list[str]:
    """Return the rows of the docs' table for one scorer: what, peers, ours."""
    made = [_line(outcome, figure) for figure in outcome.figures]
    return made + [f"| {outcome.scorer}: {why} | – | skipped |" for why in outcome.skipped]


def _line(outcome: Outcome, figure: Figure) -> str:
    light = "" if figure.guard == INFORMATIVE else "**"
    ours = f"{light}{shown(figure.value)}{light} ({figure.count:,} {figure.of})"
    return f"| {outcome.scorer}: {figure.name} | {figure.peers or '–'} | {ours} |"


def into_page(page: str, outcomes: Sequence[Outcome]) -> str:
    """Return the page with fresh rows between its two marks.

    Rows of scorers that did not run this time stay. Raises ValueError without the marks.
    """
    head, begun, rest = page.partition(BEGIN)
    old, ended, tail = rest.partition(END)
    if not begun or not ended:
        raise ValueError(f"the page lacks {BEGIN} or {END}")
    fresh = {outcome.scorer: lines_of(outcome) for outcome in outcomes}
    kept: dict[str, list[str]] = {}
    for line in old.splitlines():
        scorer = line.removeprefix("| ").partition(":")[0]
        if line.startswith("| ") and ":" in line and scorer not in fresh:
            kept.setdefault(scorer, []).append(line)
    rows = [line for _, group in sorted((kept | fresh).items()) for line in group]
    table = "\n".join(["| what | peers | ours |", "|---|---|---|", *rows])
    return f"{head}{BEGIN}\n{table}\n{END}{tail}"


def write_docs(outcomes: Sequence[Outcome], path: Path = DOCS) -> None:
    """Rewrite the table of docs/benchmarks.md and leave the rest of the page alone."""
    page = into_page(path.read_text(encoding="utf-8"), outcomes)
    path.write_text(page, encoding="utf-8")
