"""TORQUE: what has happened, what is going on, what is to come, by the majority of judges."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.measure import NONE, confusion, macro_f1, tallies
from bench.outcome import Figure, Outcome, digest, missing, progress
from reportedly.errors import UsageError

FILE = Path("benchmarks/torque/dev.jsonl")


class Event(NamedTuple):
    """An event on whose status the judges agree."""

    text: str
    start: int
    end: int
    status: str


def read(lines: Sequence[str]) -> list[Event]:
    """Return the events of the file's lines that have a majority, in their order."""
    rows = [json.loads(line) for line in lines if line.strip()]
    return [
        Event(row["text"], e["start"], e["end"], e["status"])
        for row in rows
        for e in row["events"]
        if e["status"]
    ]


def answer(coder: Any, event: Event) -> str:
    """Return the coder's status; NONE where it finds no word."""
    try:
        return str(coder.status(event.text, (event.start, event.end)))
    except UsageError:
        return NONE


def figures(gold: Sequence[str], found: Sequence[str]) -> list[Figure]:
    """Return macro-F1 over the three statuses, and the F1 of each."""
    made = [
        Figure(name="status macro-F1", value=macro_f1(gold, found), count=len(gold), of="events")
    ]
    for label, tally in tallies(gold, found).items():
        made.append(Figure(name=f"status {label} F1", value=tally.f1, count=tally.wanted,
                           of="events", guard="informative"))  # fmt: skip
    return made


def misses(events: Sequence[Event], found: Sequence[str]) -> list[dict[str, Any]]:
    """Return the events with another status than ours."""
    return [
        {"gold": e.status, "ours": ours, "event": e.text[e.start : e.end], "text": e.text}
        for e, ours in zip(events, found, strict=True)
        if e.status != ours
    ]


def run(coder: Any, shared_folder: Path) -> Outcome:
    """Score coder.status."""
    path = shared_folder / FILE
    if not path.is_file():
        return missing("torque", f"no {FILE}")
    lines = path.read_text(encoding="utf-8").splitlines()
    events, found = read(lines), []
    for at, event in enumerate(events, 1):
        found.append(answer(coder, event))
        progress("torque", at, len(events))
    gold = [event.status for event in events]
    none = found.count(NONE)
    return Outcome(
        scorer="torque",
        figures=tuple(figures(gold, found)),
        skipped=(f"{none} events that the coder found no word for, scored wrong",) if none else (),
        corpus=digest(lines),
        details={"status": confusion(gold, found)},
        lists={"torque-misses": misses(events, found)},
    )
