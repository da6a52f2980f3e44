"""MEANTIME: times, status and factuality of events in business news."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench import dates
from bench.dated_events import Dated, dated, fit_figures, when_misses
from bench.measure import Tally, confusion, macro_f1, pearson, tallies
from bench.outcome import Figure, Outcome, digest, missing, progress
from reportedly.errors import UsageError
from reportedly.records import Time

FILE = Path("benchmarks/meantime/dev.jsonl")
#: relations under which a time says when the event was
AT = frozenset({"IS_INCLUDED", "SIMULTANEOUS"})
#: figures of factuality, and the kind of word that each is about; "" is any
KINDS = {"factuality r": "", "factuality r, verbs": "VERB", "factuality r, nouns": "NOUN"}


class Act(NamedTuple):
    """A marked event, and what we say of it.

    pos         VERB, NOUN, or what else the set says
    gold        its status; None for a generic one
    number      its factuality, +3 to -3
    at          the days of the time in the text at which it lies; None where none is marked
    """

    start: int
    end: int
    pos: str | None
    gold: str | None
    number: float
    at: dates.Days | None


class Told(NamedTuple):
    """What the coder says of an act; status "" where it finds no word."""

    status: str
    number: float
    when: Time | None


def acts(row: dict[str, Any]) -> list[Act]:
    """Return the events of an article for which a status or a generic one is marked."""
    days = {t["id"]: t["days"] for t in row["times"] if not t["dct"]}
    at = {e: days[t] for e, t, how in row["tlinks"] if how in AT and days.get(t)}
    return [
        Act(
            e["start"], e["end"], e["pos"], e["status"], float(e["factuality"]),
            (at[e["id"]][0], at[e["id"]][1]) if e["id"] in at else None,
        )
        for e in row["events"]
        if "factuality" in e
    ]  # fmt: skip


def body(row: dict[str, Any]) -> tuple[int, int]:
    """Return the stretch behind the dateline in which every time is marked."""
    return max((t["end"] for t in row["times"] if t["dct"]), default=0), row["full"]


def times(row: dict[str, Any], found: Sequence[Time]) -> dates.Marked:
    """Return the marked and the found times of the stretch where all are marked."""
    first, last = body(row)
    gold = [dates.expression(t) for t in row["times"] if first <= t["start"] < last]
    return dates.Marked(row["text"], gold, [t for t in found if first <= t.text_start < last])


def told(coder: Any, row: dict[str, Any], asked: Sequence[Act]) -> list[Told]:
    """Return what the coder says of each act: of the dated article when, of the text the rest.

    All of one kind are asked together: the coder keeps the last article that it was asked about.
    """
    article = dates.article(row["text"], row["dct"])
    when = [_or_none(coder.when, article, act) for act in asked]
    status = [_or_none(coder.status, row["text"], act) for act in asked]
    number = [_or_none(coder.factuality, row["text"], act) for act in asked]
    return [
        Told(_past(s) if s else "", n or 0.0, w)
        for s, n, w in zip(status, number, when, strict=True)
    ]


def _or_none(ask: Callable[..., Any], of: Any, act: Act) -> Any:
    """Return the answer; None where the coder finds no word."""
    try:
        return ask(of, (act.start, act.end))
    except UsageError:
        return None


def _past(status: str) -> str:
    """Return the status by the set's names, which know no ongoing: it counts as happened."""
    return "happened" if status == "ongoing" else str(status)


def status_figures(given: Sequence[tuple[Act, Told]]) -> list[Figure]:
    """Return macro-F1 over the set's statuses, and the F1 of each."""
    gold = [act.gold for act, _ in given if act.gold]
    found = [one.status for act, one in given if act.gold]
    made = [
        Figure(name="status macro-F1", value=macro_f1(gold, found), count=len(gold), of="events")
    ]
    for label, tally in tallies(gold, found).items():
        made.append(
            Figure(
                name=f"status {label} F1", value=tally.f1, count=tally.wanted, of="events",
                guard="informative",
            )
        )  # fmt: skip
    return made


def factuality_figures(given: Sequence[tuple[Act, Told]]) -> list[Figure]:
    """Return Pearson's r without plans, which the set gives what their source holds: +3."""
    settled = [(act, one) for act, one in given if act.gold != "planned"]
    made = []
    for name, kinds in KINDS.items():
        pairs = [(one.number, act.number) for act, one in settled if not kinds or act.pos == kinds]
        r = pearson([ours for ours, _ in pairs], [gold for _, gold in pairs])
        made.append(Figure(name=name, value=r, count=len(pairs), of="events not planned"))
    return made


def when_tally(given: Sequence[tuple[Act, Told]]) -> Tally:
    """Return the tally of events put at the days of the time at which they are marked to lie."""
    wanted = [(act.at, one.when) for act, one in given if act.at]
    right = sum(when is not None and dates.agrees(at, when) for at, when in wanted)
    found = sum(one.when is not None and bool(one.when.start or one.when.end) for _, one in given)
    return Tally(right, found, len(wanted))


def misses(row: dict[str, Any], given: Sequence[tuple[Act, Told]]) -> list[dict[str, Any]]:
    """Return the events with another status than ours."""
    text = row["text"]
    return [
        {
            "article": row["id"], "gold": act.gold, "ours": one.status, "number": one.number,
            "event": text[act.start : act.end],
            "text": text[max(0, act.start - 80) : act.end + 60].replace("\n", " "),
        }
        for act, one in given
        if act.gold and act.gold != one.status
    ]  # fmt: skip


def run(coder: Any, shared_folder: Path) -> Outcome:
    """Score coder.times, coder.status, coder.factuality and coder.when.

    `when fits` asks of every dated event of the whole texts that we give days; most of the set's
    dated events stand in sentences without a time, so that few are given any.
    """
    path = shared_folder / FILE
    if not path.is_file():
        return missing("meantime", f"no {FILE}")
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    marked: list[dates.Marked] = []
    given: list[tuple[Act, Told]] = []
    all_dated: list[Dated] = []
    names = ("meantime-status", "meantime-times", "meantime-when")
    lists: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for at, row in enumerate(rows, 1):
        marked.append(times(row, coder.times(dates.article(row["text"], row["dct"]))))
        asked = acts(row)
        own = list(zip(asked, told(coder, row, asked), strict=True))
        given += own
        lists["meantime-status"] += misses(row, own)
        own_dated = dated(coder, row)
        all_dated += own_dated
        lists["meantime-when"] += when_misses(row, own_dated)
        lists["meantime-times"] += dates.misses(row["id"], marked[-1])
        progress("meantime", at, len(rows))
    return Outcome(
        scorer="meantime",
        figures=tuple(_figures(marked, given, all_dated)),
        skipped=_skipped(given),
        corpus=digest(path.read_text(encoding="utf-8").splitlines()),
        details={"status": _confusion(given)},
        lists=lists,
    )


def _figures(
    marked: Sequence[dates.Marked],
    given: Sequence[tuple[Act, Told]],
    all_dated: Sequence[Dated],
) -> list[Figure]:
    when = when_tally(given)
    return [
        *dates.figures(marked, "HeidelTime .905", "HeidelTime .880"),
        Figure(name="when F1", value=when.f1, count=when.wanted, of="events at a marked time"),
        *fit_figures(all_dated),
        *status_figures(given),
        *factuality_figures(given),
    ]


def _confusion(given: Sequence[tuple[Act, Told]]) -> dict[str, dict[str, int]]:
    kept = [(act.gold, one.status) for act, one in given if act.gold]
    return confusion([gold for gold, _ in kept], [found for _, found in kept])


def _skipped(given: Sequence[tuple[Act, Told]]) -> tuple[str, ...]:
    none = sum(not one.status for _, one in given)
    return (f"{none} events that the coder found no word for, scored wrong",) if none else ()
