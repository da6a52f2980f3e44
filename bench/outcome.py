"""What a scorer hands back: figures with their counts, and what went into them."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

#: how a figure is kept from falling: see gate.py
EXACT, TIMED, INFORMATIVE = "exact", "timed", "informative"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number of one scorer.

    name      unique within the scorer
    value     the number; None when it is not defined (no items, no spread)
    count     how many items the number rests on
    of        what is counted ("sentences", "gold cues")
    guard     exact: must not fall; timed: may wobble as clocks do; informative: not guarded
    peers     what others reach, as a reader would want it beside ours; "" when unknown
    interval  where 95 % of the draws lie when the documents are drawn anew; None when not drawn
    """

    name: str
    value: float | None
    count: int
    of: str
    guard: str = EXACT
    peers: str = ""
    interval: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Everything that one scorer found.

    scorer   its name
    figures  in the order to be shown
    skipped  what was left out and why, one line each; empty when nothing was
    corpus   digest of the items that were read; "" when none were
    sample   which part of the corpus was read ("all", "100 of train, all of dev")
    details  tables for the JSON file (per type, confusion)
    lists    rows to be read by a person, by the name of their file (misses)
    """

    scorer: str
    figures: tuple[Figure, ...] = ()
    skipped: tuple[str, ...] = ()
    corpus: str = ""
    sample: str = "all"
    details: dict[str, Any] = field(default_factory=dict)
    lists: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


def missing(scorer: str, what: str) -> Outcome:
    """Return the outcome of a scorer that could not run, with the reason."""
    return Outcome(scorer=scorer, skipped=(what,))


def digest(parts: Iterable[str]) -> str:
    """Return 16 hexadecimal digits that tell whether the same items were read."""
    made = hashlib.blake2b(digest_size=8)
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass"))
        made.update(b"\x00")
    return made.hexdigest()


def sampled(names: Iterable[str], limit: int) -> list[str]:
    """Return limit of the names, the same ones each time and spread over all; 0 takes all."""
    every = sorted(names)
    if not limit or len(every) <= limit:
        return every
    chosen = sorted(every, key=lambda name: hashlib.sha256(name.encode()).digest())[:limit]
    return sorted(chosen)


def progress(scorer: str, done: int, total: int, *, step: int = 25) -> None:
    """Write one line on standard error now and then; the last one ends it."""
    if done % step == 0 or done == total:
        end = "\n" if done == total else ""
        print(f"\r{scorer}: {done} of {total}", end=end, file=sys.stderr, flush=True)
