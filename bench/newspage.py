"""The section of docs/benchmarks.md on marked news: measures by part, and claims by label."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bench.marks.counts import Rate
from bench.news import GUARDED, LABEL, WHOLE
from bench.outcome import Outcome
from bench.table import DOCS, shown, with_interval

BEGIN, END = "<!-- news: begin -->", "<!-- news: end -->"

Details = Mapping[str, Mapping[str, Rate]]


def write_docs(outcomes: Sequence[Outcome], path: Path = DOCS) -> None:
    """Rewrite the section where the scorer ran; leave the page alone where it did not."""
    for outcome in outcomes:
        if outcome.scorer == "news" and outcome.figures:
            page = into_page(path.read_text(encoding="utf-8"), outcome)
            path.write_text(page, encoding="utf-8")


def into_page(page: str, outcome: Outcome) -> str:
    """Return the page with fresh tables between its two marks. Raises ValueError without them."""
    head, begun, rest = page.partition(BEGIN)
    _, ended, tail = rest.partition(END)
    if not begun or not ended:
        raise ValueError(f"the page lacks {BEGIN} or {END}")
    lines = [*by_part(outcome.details), "", *by_label(outcome.details)]
    lines += ["", *(f"Left out: {why}." for why in outcome.skipped)] if outcome.skipped else []
    return "\n".join([f"{head}{BEGIN}", *lines, f"{END}{tail}"])


def by_part(details: Details) -> list[str]:
    """Return the table of every measure: all documents, each fold, each source of texts."""
    parts = [name for name in sorted(details) if name.startswith(("fold: ", "source: "))]
    heads = [name.removeprefix("fold: ").removeprefix("source: ") for name in parts]
    lines = [_row("what", "rests on", "all", *heads), _row(*["---"] * (len(heads) + 3))]
    for name in WHOLE:
        rate = details["all"].get(name)
        if rate is not None:
            cells = [_value(details[part].get(name)) for part in parts]
            light = "**" if name in GUARDED else ""
            whole = f"{light}{with_interval(rate.value, rate.interval)}{light}"
            lines.append(_row(name, f"{_count(details['all'], name):,}", whole, *cells))
    return lines


def by_label(details: Details) -> list[str]:
    """Return the table of kinds, types and statuses, each a class of its own."""
    labels = [name for name in sorted(details) if name.startswith(("kind", "status", "type"))]
    lines = [_row("claims", "marked", *LABEL), _row(*["---"] * (len(LABEL) + 2))]
    for label in labels:
        rates = details[label]
        cells = [_with(rates.get(name)) for name in LABEL]
        lines.append(_row(label, f"{_count(rates, 'found R'):,}", *cells))
    return lines


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _count(rates: Mapping[str, Rate], name: str) -> int:
    return rates["found R" if name == "found F1" else name].count


def _value(rate: Rate | None) -> str:
    return shown(rate.value if rate else None)


def _with(rate: Rate | None) -> str:
    return with_interval(rate.value, rate.interval) if rate else "–"
