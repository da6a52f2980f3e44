"""Floors: what was reached once must not be lost unnoticed. Kept in baseline.json."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.outcome import EXACT, INFORMATIVE, TIMED, Figure, Outcome

BASELINE = Path(__file__).with_name("baseline.json")

#: which share of its floor a figure may lose, by the kind of its guard.
#: exact: same code and corpus give the same figure; another build of the numeric libraries
#: flips a parse now and then, and three of PLV's 1,050 sentences are .003 of all.
#: timed: ratios of two timings in one run differed by a fifth between runs on a busy machine.
TOLERANCE = {EXACT: 0.005, TIMED: 0.2}

#: what is counted of who is who: marked mentions that the coder's own parties touch, and pairs
PARTIES = "mentions that are parties"
PAIRS = "pairs of mentions"
#: what is counted of linked events
CLAIMED = "marked events with a claim"
ALIKE = "pairs of articles with claims"
#: what the coder itself makes more or fewer of: a floor that rests on it keeps no count
MOVING = frozenset({"claims", PARTIES, PAIRS, CLAIMED, ALIKE})

Baseline = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What comparing found.

    fallen    figures below their floor, or no longer there, or resting on another count
    unfit     scorers that could not be compared, with the reason
    compared  how many figures were compared
    """

    fallen: tuple[str, ...]
    unfit: tuple[str, ...]
    compared: int


def load(path: Path = BASELINE) -> Baseline:
    """Return the pinned floors; none when the file is not there."""
    if not path.exists():
        return {}
    found: Baseline = json.loads(path.read_text(encoding="utf-8"))
    return found


def compare(outcomes: Iterable[Outcome], baseline: Baseline) -> Verdict:
    """Compare every outcome with its pinned floors. A skipped scorer is unfit, not fallen."""
    fallen: list[str] = []
    unfit: list[str] = []
    compared = 0
    for outcome in outcomes:
        pinned = baseline.get(outcome.scorer)
        reason = _unfit(outcome, pinned)
        if reason or pinned is None:
            unfit.append(f"{outcome.scorer}: {reason}")
            continue
        floors: dict[str, dict[str, Any]] = pinned["floors"]
        figures = {figure.name: figure for figure in outcome.figures}
        for name, floor in floors.items():
            compared += 1
            problem = _fallen(figures.get(name), floor)
            if problem:
                fallen.append(f"{outcome.scorer}: {name}: {problem}")
    return Verdict(tuple(fallen), tuple(unfit), compared)


def _unfit(outcome: Outcome, pinned: dict[str, Any] | None) -> str:
    if not outcome.figures:
        return "not run: " + ("; ".join(outcome.skipped) or "no figures")
    if pinned is None:
        return "no floor is pinned yet (--update pins)"
    if outcome.sample != pinned["sample"]:
        return f"another sample ({outcome.sample}) than the pinned one ({pinned['sample']})"
    if outcome.corpus != pinned["corpus"]:
        return f"the corpus is another one ({outcome.corpus}, pinned {pinned['corpus']})"
    return ""


def _fallen(figure: Figure | None, floor: dict[str, Any]) -> str:
    if figure is None or figure.value is None:
        return f"no figure; the floor is {floor['value']}"
    if figure.guard == EXACT and figure.count != floor["count"] and not floor.get("moves"):
        return f"rests on {figure.count:,} {figure.of}, pinned {floor['count']:,}"
    least = floor["value"] - abs(floor["value"]) * TOLERANCE.get(figure.guard, 0.0)
    if figure.value < least - 0.5e-4:  # a floor is rounded to four digits
        return f"{figure.value:.4f} is below the floor of {floor['value']:.4f}"
    return ""


def pinned(outcome: Outcome) -> dict[str, Any]:
    """Return what baseline.json keeps of an outcome."""
    floors = {
        figure.name: {"value": round(figure.value, 4), "count": figure.count}
        | ({"moves": True} if figure.of in MOVING else {})
        for figure in outcome.figures
        if figure.guard != INFORMATIVE and figure.value is not None
    }
    return {"corpus": outcome.corpus, "sample": outcome.sample, "floors": floors}


def updated(
    outcomes: Sequence[Outcome], baseline: Baseline, *, allow_regression: bool
) -> tuple[Baseline, list[str]]:
    """Return the new baseline and what it would lower; unchanged when that is not allowed.

    Scorers that gave no figures keep their floors. A floor of the same corpus and sample
    may rise; to fall it needs allow_regression.
    """
    lowered: list[str] = []
    fresh = dict(baseline)
    for outcome in outcomes:
        if not outcome.figures:
            continue
        new, old = pinned(outcome), baseline.get(outcome.scorer)
        if old:
            lowered += _lowered(outcome.scorer, old, new)
        fresh[outcome.scorer] = new
    if lowered and not allow_regression:
        return baseline, lowered
    return dict(sorted(fresh.items())), lowered


def _lowered(scorer: str, old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    if (old["corpus"], old["sample"]) != (new["corpus"], new["sample"]):
        return [f"{scorer}: corpus or sample is another one: old floors cannot be compared"]
    found = []
    for name, floor in old["floors"].items():
        value = new["floors"].get(name, {}).get("value")
        if value is None or value < floor["value"]:
            found.append(f"{scorer}: {name}: {floor['value']} → {value}")
    return found


def save(baseline: Baseline, path: Path = BASELINE) -> None:
    """Write the floors, sorted, so that a change reads well in a diff."""
    text = json.dumps(baseline, indent=2, ensure_ascii=False, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")
