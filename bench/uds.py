"""UDS factuality: how firmly a text commits to a verb, against people's judgement."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bench.measure import pearson, spearman
from bench.outcome import Figure, Outcome, digest, missing, progress
from reportedly.coding.coder import Coder
from reportedly.errors import ReportedlyError

FILE = Path("benchmarks/uds-factuality/dev.jsonl")
TRAIN = Path("benchmarks/uds-factuality/train.jsonl")
#: verbs of the train part that are scored where not all are asked for
SAMPLE = 3000
#: words before the verb in which its class is looked for
WINDOW = 5
_WORD = re.compile(r"[\w'’]+")
_NEGATED = re.compile(r"n['’]t$|^(?:not|never|no|without|nor|neither)$", re.I)
_MODAL = re.compile(
    r"^(?:would|could|may|might|should|can|will|must|shall|if|to|['’]ll|\w+['’](?:ll|d))$", re.I
)


class Verb(NamedTuple):
    """A verb in its text, with the human score, about -1.3 to +1.3."""

    text: str
    start: int
    end: int
    score: float


def read(path: Path) -> list[Verb]:
    """Return the verbs of the file, in its order."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines if line.strip()]
    return [Verb(r["text"], r["start"], r["end"], float(r["factuality"])) for r in rows]


def kind(text: str, start: int) -> str:
    """Return negated, modal or plain, by the words just before the verb alone.

    A crude test on purpose: it does not know what the coder knows.
    """
    before = re.split(r"[.!?;:]", text[:start])[-1]
    words = _WORD.findall(before)[-WINDOW:]
    if any(_NEGATED.search(word) for word in words):
        return "negated"
    return "modal" if any(_MODAL.search(word) for word in words) else "plain"


def figures(verbs: Sequence[Verb], found: Sequence[float]) -> list[Figure]:
    """Return both correlations over all verbs, and Pearson's r for each kind."""
    gold = [verb.score for verb in verbs]
    n = len(verbs)
    made = [
        Figure(name="Pearson r", value=pearson(found, gold), count=n, of="verbs"),
        Figure(name="Spearman r", value=spearman(found, gold), count=n, of="verbs"),
    ]
    kinds = [kind(verb.text, verb.start) for verb in verbs]
    for name in ("plain", "modal", "negated"):
        at = [i for i, k in enumerate(kinds) if k == name]
        r = pearson([found[i] for i in at], [gold[i] for i in at])
        made.append(
            Figure(
                name=f"Pearson r, {name}", value=r, count=len(at), of="verbs", guard="informative"
            )
        )
    return made


def misses(verbs: Sequence[Verb], found: Sequence[float]) -> list[dict[str, Any]]:
    """Return the verbs whose sign is wrong, the widest gap first."""
    # a third of the coder's range of -3 to +3 is about a unit of theirs
    gaps = [(abs(f / 3 - v.score), v, f) for v, f in zip(verbs, found, strict=True)]
    gaps.sort(key=lambda gap: (-gap[0], gap[1]))
    return [
        {"human": v.score, "found": f, "verb": v.text[v.start : v.end], "text": v.text}
        for gap, v, f in gaps
        if gap > 1.0
    ]


def read_train(path: Path) -> list[list[Verb]]:
    """Return the verbs of the train part's file sentence by sentence, in its order."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [[Verb(r["text"], a, b, float(score)) for a, b, score, _ in r["verbs"]] for r in rows]


def sample(sentences: Sequence[Sequence[Verb]], limit: int) -> list[Verb]:
    """Return limit verbs, the same ones each time, of whole sentences but for the last; 0: all."""
    if not limit:
        return [verb for verbs in sentences for verb in verbs]
    drawn = sorted(sentences, key=lambda verbs: digest(verb.text for verb in verbs))
    return [verb for verbs in drawn for verb in verbs][:limit]


def asked(coder: Coder, verbs: Sequence[Verb], scorer: str) -> tuple[list[float], tuple[str, ...]]:
    """Return our number for each verb, and a line on those for which no word was found."""
    found: list[float] = []
    skipped = 0
    for at, verb in enumerate(verbs, 1):
        try:
            found.append(coder.factuality(verb.text, (verb.start, verb.end)))
        except ReportedlyError:
            found.append(0.0)  # no word found there: uncommitted, and counted
            skipped += 1
        progress(scorer, at, len(verbs))
    line = f"{skipped} verbs that the coder found no word for, scored 0"
    return found, (line,) if skipped else ()


def run(coder: Coder, shared_folder: Path) -> Outcome:
    """Score the coder on the dev part."""
    path = shared_folder / FILE
    if not path.is_file():
        return missing("uds", f"no {FILE}")
    return _outcome(coder, "uds", read(path), "all")


def run_train(coder: Coder, shared_folder: Path, *, every: bool = False) -> Outcome:
    """Score the coder on the train part: a sample of it, or every verb."""
    path = shared_folder / TRAIN
    if not path.is_file():
        return missing("uds-train", f"no {TRAIN}")
    verbs = sample(read_train(path), 0 if every else SAMPLE)
    return _outcome(coder, "uds-train", verbs, "all" if every else f"{SAMPLE:,} verbs")


def _outcome(coder: Coder, scorer: str, verbs: Sequence[Verb], part: str) -> Outcome:
    found, skipped = asked(coder, verbs, scorer)
    return Outcome(
        scorer=scorer,
        figures=tuple(figures(verbs, found)),
        skipped=skipped,
        corpus=digest(f"{v.start} {v.score} {v.text}" for v in verbs),
        sample=part,
        lists={f"{scorer}-misses": misses(verbs, found)},
    )
